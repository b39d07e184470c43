"""The day of the tests, and further days on which what knows a day is tried too."""

DAYS = (
    "2026-11-29",
    "2026-11-30",  # tomorrow
    "2026-12-01",  # the first of a month
    "2026-12-31",
    "2027-03-01",
    "2028-01-03",  # in 400 days
    "2028-02-29",
)
