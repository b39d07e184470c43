"""Signs of a call: what a collector does, the texts against it, their strength."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from after_overdue.catalog.facts import Fact
from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Record,
    location,
    read_mapping,
    record,
)
from after_overdue.catalog.offer_signs import (
    Backing,
    Route,
    Slug,
    Story,
    backing_problems,
    number_problems,
    shared_phrases,
    story_problems,
)
from after_overdue.catalog.sources import Source
from after_overdue.errors import Problem

RULE, BACKED = "AO-163", "AO-164"
WHERE = "content/call_signs.yaml"
Strength = Literal["law", "rule", "standard", "guideline", "none"]
"""How strong a text is, the strongest first; none where we found no text."""
STRENGTHS: tuple[Strength, ...] = get_args(Strength)


class Text(Record):
    """A text that a tick breaks: how strong it is, and what it says."""

    strength: Strength
    breaks: Bilingual
    facts: Backing
    sources: Backing


class CallSign(Record):
    """What a collector may have done, the texts against it, and where to complain."""

    happened: Bilingual
    against: Annotated[list[Text], Field(min_length=1)]
    routes: Annotated[list[str], Field(min_length=1)]

    @property
    def strongest(self) -> Strength:
        """The strength of the strongest text against it."""
        return min((each.strength for each in self.against), key=STRENGTHS.index)


class CallSigns(Record):
    """Every sign of a call, every free route and every story, by its slug."""

    signs: Annotated[dict[Slug, CallSign], Field(min_length=1)]
    routes: Annotated[dict[Slug, Route], Field(min_length=1)]
    stories: dict[Slug, Story] = Field(default_factory=dict)

    @property
    def phrases(self) -> Iterator[tuple[str, Bilingual]]:
        """Each text with its place."""
        for slug, sign in self.signs.items():
            yield f"signs.{slug}.happened", sign.happened
            for at, text in enumerate(sign.against):
                yield f"signs.{slug}.against.{at}.breaks", text.breaks
        yield from shared_phrases(self.routes, self.stories)


@cache
def call_signs(content: Path = CONTENT) -> CallSigns:
    """Return the signs of a call and the free routes."""
    path = content / "call_signs.yaml"
    found = read_mapping(path, content=content, rule=RULE)
    where = location(path, content)
    return record(CallSigns, found, where=where, key="", rule=RULE)


def call_sign_problems(
    signs: CallSigns,
    known_facts: Mapping[str, Fact] | None,
    known_sources: Mapping[str, Source] | None,
    known_figures: Container[str],
) -> Iterator[Problem]:
    """Yield each fact, source, route and number that is named and nobody knows."""
    entries = {
        f"signs.{slug}.against.{at}": text
        for slug, sign in signs.signs.items()
        for at, text in enumerate(sign.against)
    } | {f"routes.{slug}": route for slug, route in signs.routes.items()}
    yield from backing_problems(
        entries, known_facts, known_sources, where=WHERE, rule=BACKED
    )
    for slug, sign in signs.signs.items():
        for route in sign.routes:
            if route not in signs.routes:
                what = f"'signs.{slug}.routes' names '{route}', which is no route."
                remedy = f"Name one of: {', '.join(signs.routes)}."
                yield Problem(WHERE, what, remedy, BACKED)
    yield from story_problems(signs.stories, signs.signs, where=WHERE, rule=BACKED)
    yield from number_problems(signs.phrases, known_figures, where=WHERE, rule=BACKED)
