"""The page on what is kept about a reader, a learner and a trainer."""

from __future__ import annotations

from after_overdue.catalog.parameters import value
from after_overdue.reading.page import Page
from after_overdue.reading.structured import list_data
from after_overdue.reading.text import html
from after_overdue.settings import setting

KEPT = "class_session.days_kept"


def privacy_page(page: Page) -> str:
    """Return what is kept, for how long, and who answers for it."""
    said, operator = page.said("privacy"), setting("OPERATOR")
    days = page.locale.counted(value(KEPT, page.today).number, "days")
    return page.write(
        "privacy.html",
        text=html(said["text"].format(days=days)),
        operator=said["operator" if operator else "no_operator"].format(
            operator=operator
        ),
        data=list_data(page, said["title"]),
    )
