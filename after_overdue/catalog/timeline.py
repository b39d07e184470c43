"""The timeline of consumer credit: dated events, and the article's dating beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from pydantic import Field

from after_overdue.catalog.facts import Standing
from after_overdue.catalog.files import CONTENT, Bilingual, Record, read_records
from after_overdue.catalog.sources import DATE, Source, is_cited
from after_overdue.errors import Problem

RULE = "AO-151"
WHERE = "content/timeline.yaml"


class Event(Record):
    """One entry: when it was, what happened, how surely, and who says so.

    Attributes
    ----------
    starts, ends : year, month or day; `ends` closes a span
    when : how the time is said where no year, month or day says it exactly
    supports, corrects : claims of the article
    corrected_by : entries that speak against this one
    """

    starts: str = Field(pattern=DATE)
    ends: str | None = Field(default=None, pattern=DATE)
    when: Bilingual | None = None
    kind: Literal[
        "charge-account", "instalments", "card", "credit-record", "platform", "article"
    ]
    status: Standing
    title: Bilingual
    text: Bilingual
    facts: list[str]
    supports: list[str]
    corrects: list[str]
    corrected_by: list[str] = Field(default_factory=list)
    sources: list[str]

    @property
    def first_day(self) -> date:
        """Where it stands on a time axis: the first day that `starts` names."""
        year, month, day = (*map(int, self.starts.split("-")), 1, 1)[:3]
        return date(year, month, day)


@cache
def timeline(content: Path = CONTENT) -> Mapping[str, Event]:
    """Return every event by its id, in order of time."""
    path = content / "timeline.yaml"
    return read_records(Event, path, content=content, rule=RULE)


def timeline_problems(
    events: Mapping[str, Event], known: Mapping[str, Source]
) -> Iterator[Problem]:
    """Yield each rule that the timeline breaks."""
    for name, event in events.items():
        for citation in event.sources:
            if not is_cited(citation, known):
                what = f"'{name}' cites '{citation}', which is not a known source."
                remedy = "Correct the id, or add it to content/sources.yaml."
                yield Problem(WHERE, what, remedy, "AO-152")
        for other in event.corrected_by:
            if other not in events:
                what = f"'{name}' is corrected by '{other}', which is not an entry."
                yield Problem(WHERE, what, "Correct the id.", "AO-152")
    for (earlier, before), (later, after) in pairwise(events.items()):
        if after.first_day < before.first_day:
            what = f"'{later}' stands after '{earlier}' but was before it."
            yield Problem(WHERE, what, "Put the entries in order of time.", "AO-153")
