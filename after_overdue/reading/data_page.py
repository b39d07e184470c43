"""The page of the data: what there is to take away, and what changed in the rules."""

from __future__ import annotations

from after_overdue.catalog.tables import TABLES
from after_overdue.reading.changes import changes
from after_overdue.reading.data import FEEDS, PACKAGE, tables
from after_overdue.reading.page import Page
from after_overdue.reading.structured import data_data


def data_page(page: Page) -> str:
    """Return the list of the files, and every change of a number up to today."""
    said = page.said("data")
    rows = [
        {
            "title": said[f"tables.{name}"],
            "files": [(form, page.data(f"{name}.{form}")) for form in ("csv", "json")],
        }
        for name in TABLES
    ]
    address = page.links.address
    files = {name: f"{address}{page.data(name)}" for name in tables(page.today)}
    found = [
        (each.sentence(page.locale), page.cited(each.now.sources))
        for each in changes(page.today)
    ]
    feed = next(name for name, tongue in FEEDS.items() if tongue == page.language)
    return page.write(
        "data.html",
        rows=rows,
        package=page.data(PACKAGE),
        feed=page.data(feed),
        changes=found,
        data=data_data(page, files),
    )
