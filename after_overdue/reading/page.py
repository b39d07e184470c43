"""A page: what every reading page has, whatever it tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import LANGUAGES, own_name
from after_overdue.catalog.sources import Citation, citation_in_words, sources
from after_overdue.reading.files import file_name
from after_overdue.reading.links import Links
from after_overdue.reading.markup import templates
from after_overdue.reading.text import inline

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of words and data."""
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Page:
    """One reading page in one language; templates ask it for words and links.

    Attributes
    ----------
    language : of its text
    about : its name without the language, such as ``questions/late-mark``
    """

    language: str
    about: str
    links: Links
    today: date

    @property
    def name(self) -> str:
        """Its name among the pages."""
        return f"{self.language}/{self.about}"

    @property
    def locale(self) -> Locale:
        """Dates and numbers of its language."""
        return Locale(self.language)

    @property
    def locale_code(self) -> str:
        """Its language and country, as ``zh_CN``."""
        return str(self.locale.babel)

    @property
    def label(self) -> str:
        """What it is and is not, by which rules, and when they were reviewed."""
        return self.locale.label(self.today)

    def said(self, noun: str) -> Mapping[str, str]:
        """Return the interface words under a heading."""
        return self.locale.words(noun)

    def to(self, about: str, anchor: str = "") -> str:
        """Return the link to another page in the same language."""
        return self.links.page(f"{self.language}/{about}", self.name, anchor)

    def app(self, noun: str, **query: str) -> str | None:
        """Return the link to an interactive page in the same language."""
        parameters = {"lang": self.language, **query}
        return self.links.app("" if noun == "home" else noun, parameters)

    def file(self, ending: str) -> str:
        """Return the link to the style or the script."""
        return self.links.beside(file_name(ending), self.name)

    def data(self, name: str) -> str:
        """Return the link to a file of the data."""
        return self.links.data(name, self.name)

    @property
    def oembed(self) -> str | None:
        """Where a site asks how to show it in a page of its own."""
        return self.links.oembed(self.name)

    @property
    def canonical(self) -> str | None:
        """Its one address."""
        return self.links.canonical(self.name)

    @property
    def others(self) -> list[tuple[str, str, str]]:
        """Language, link and name of the language, for each other language."""
        return [
            (
                each,
                self.links.page(f"{each}/{self.about}", self.name),
                own_name(each),
            )
            for each in LANGUAGES
            if each != self.language
        ]

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Language and address of the page in every language, and for any other."""
        named = {each: f"{each}/{self.about}" for each in LANGUAGES}
        named["x-default"] = f"{LANGUAGES[0]}/{self.about}"
        found = {each: self.links.canonical(name) for each, name in named.items()}
        return [(each, address) for each, address in found.items() if address]

    def cited(self, citations: Iterable[str]) -> list[Markup]:
        """Return the sources behind citations, one a line, with all its passages."""
        said, known = self.said("sources"), sources()
        found: dict[str, Citation] = {}
        for each in citations:
            name, now = (
                each.partition("#")[0],
                citation_in_words(each, self.language, known),
            )
            pins = [was.pin for was in (found.get(name), now) if was and was.pin]
            found[name] = replace(now, pin=said["comma"].join(pins) or None)
        return [inline(each.line(said)) for each in found.values()]

    def write(self, template: str, **values: Any) -> str:  # noqa: ANN401
        """Return the page as HTML."""
        return environment().get_template(template).render(page=self, **values)


@cache
def environment() -> Environment:
    """Return what fills the templates of the reading pages."""
    return templates(TEMPLATES)
