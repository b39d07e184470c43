"""The readings: what each of them rests on, and so the line that it is drawn with."""

from __future__ import annotations

from collections.abc import Mapping

from after_overdue.figures.evidence import BY_STATUS, Evidence

CLAIMS: Mapping[str, tuple[str, ...]] = {
    "re_evaluated": ("S6", "S7", "S12", "S13"),
    "restored": ("S40", "S44"),
    "schedule": ("S2", "S3", "S4"),
    "schedule_from_26": ("S4",),
    "not_for_now": ("S14",),
}
"""The claims of the ledger that each reading rests on; the one with support first."""
STATUS: Mapping[str, str] = {
    "re_evaluated": "verified-c",
    "restored": "seed-only",
    "schedule": "seed-only",
    "schedule_from_26": "seed-only",
    "not_for_now": "seed-only",
}
"""How those claims stand in the ledger; a test compares the two."""
BACKED: Mapping[str, Evidence] = {
    reading: BY_STATUS[status] for reading, status in STATUS.items()
}
ROWS = ("re_evaluated", "restored", "schedule", "not_for_now")
"""The four answers, in the order of their rows; two readings share the third."""
