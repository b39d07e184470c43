"""Routes: the ways through the guide, from what a reader says to the last page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import Field

from after_overdue.catalog.files import CONTENT, Bilingual, Record, read_records
from after_overdue.errors import Problem

RULE = "AO-165"
WHERE = "content/routes.yaml"


class Stop(Record):
    """One step: a page, and its settings where it opens otherwise than usual."""

    page: str
    settings: dict[str, str] = Field(default_factory=dict)

    def is_at(self, page: str, asked: Mapping[str, str]) -> bool:
        """Return whether a page with these parameters is this step."""
        return page == self.page and self.settings.items() <= asked.items()


class Route(Record):
    """One way: what a reader says, what it brings, and its pages in order.

    Attributes
    ----------
    closing : page whose file is printed at the end; None where there is none
    """

    title: Bilingual
    about: Bilingual
    steps: list[Stop] = Field(min_length=2)
    closing: str | None = None

    def place(self, page: str, asked: Mapping[str, str]) -> int | None:
        """Return which step a page is, from 0; None where it is none."""
        at = (n for n, step in enumerate(self.steps) if step.is_at(page, asked))
        return next(at, None)


@cache
def routes(content: Path = CONTENT) -> Mapping[str, Route]:
    """Return every route by its name, in the order in which home offers them."""
    return read_records(Route, content / "routes.yaml", content=content, rule=RULE)


def route_problems(
    values: Mapping[str, Route], pages: Collection[str]
) -> Iterator[Problem]:
    """Yield each step of a route that is no page, and each page that comes twice."""
    for name, route in values.items():
        for at, step in enumerate(route.steps, 1):
            if step.page not in pages:
                what = f"step {at} of '{name}' is '{step.page}', not a page."
                remedy = "Name a script under pages/."
                yield Problem(WHERE, what, remedy, "AO-166")
            elif step in route.steps[: at - 1]:
                what = f"step {at} of '{name}' repeats an earlier one."
                yield Problem(WHERE, what, "Take one of them out.", "AO-166")
