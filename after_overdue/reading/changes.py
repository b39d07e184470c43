"""What changed in the rules: each new value of a number, in words and as a feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from after_overdue.cases.locale import Locale
from after_overdue.catalog.figures_in_words import figure_in_words
from after_overdue.catalog.parameters import Value, parameters, value_of
from after_overdue.reading.page import Page

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Change:
    """A number that has another value from one day on."""

    before: Value
    now: Value

    def sentence(self, locale: Locale) -> str:
        """Return what changed, in words."""
        said, units = locale.words("data"), locale.words("units")
        texts = {
            "label": self.now.parameter.label[locale.language],
            "day": locale.day(self.now.since),
        }
        if isinstance(self.now.dated.value, int | float):
            texts["now"] = figure_in_words(self.now, units)
            if self.before.dated.value is None:
                return said["first"].format(**texts)
            texts["before"] = figure_in_words(self.before, units)
            return said["changed"].format(**texts)
        return said["changed_somehow"].format(**texts)


def changes(today: date) -> list[Change]:
    """Return every change up to a day, the latest first."""
    return sorted(_changes(today), key=lambda each: each.now.since, reverse=True)


def _changes(today: date) -> Iterator[Change]:
    for name, parameter in parameters().items():
        days = sorted(day for day in parameter.values if day <= today)
        for earlier, later in pairwise(days):
            before, now = (value_of(name, parameter, day) for day in (earlier, later))
            is_ours = isinstance(now.dated.value, date)  # when we looked something up
            if before.dated.value != now.dated.value and not is_ours:
                yield Change(before, now)


def feed(page: Page) -> str:
    """Return the changes as an Atom feed in the language of the page of the data."""
    said, found = page.said("data"), changes(page.today)
    root = Element(
        "feed", {"xmlns": ATOM, "xml:lang": page.locale_code.replace("_", "-")}
    )
    SubElement(root, "title").text = f"{said['changes']} · {page.said('site')['name']}"
    SubElement(root, "id").text = _id(page.language)
    latest = found[0].now.since if found else page.today
    SubElement(root, "updated").text = _moment(latest)
    author = SubElement(root, "author")
    SubElement(author, "name").text = page.said("site")["name"]
    if page.canonical:
        SubElement(root, "link", rel="alternate", href=page.canonical)
    for each in found:
        entry = SubElement(root, "entry")
        SubElement(entry, "title").text = each.sentence(page.locale)
        SubElement(entry, "id").text = _id(each.now.name, each.now.since.isoformat())
        SubElement(entry, "updated").text = _moment(each.now.since)
        cited = page.cited(each.now.sources)
        lines = "".join(f"<li>{line}</li>" for line in cited)
        SubElement(entry, "content", type="html").text = f"<ul>{lines}</ul>"
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _id(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "/".join(("after-overdue", *parts))).urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
