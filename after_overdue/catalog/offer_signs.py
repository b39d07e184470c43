"""Signs of an offer: what it may say, and the official sentence that each breaks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import Field, StringConstraints

from after_overdue.catalog.facts import Fact
from after_overdue.catalog.files import (
    CONTENT,
    KEBAB,
    Bilingual,
    Ids,
    Record,
    location,
    read_mapping,
    record,
)
from after_overdue.catalog.sources import Source, is_cited
from after_overdue.errors import Problem

RULE = "AO-161"
WHERE = "content/offer_signs.yaml"
Slug = Annotated[str, StringConstraints(pattern=f"^{KEBAB.pattern}$")]
Backing = Annotated[Ids, Field(min_length=1)]


class Sign(Record):
    """What an offer may say, and what speaks against it."""

    offer: Bilingual
    breaks: Bilingual
    facts: Backing
    sources: Backing


class Route(Record):
    """An official way that needs no agent: whom to ask, and for what."""

    name: Bilingual
    does: Bilingual
    facts: Backing
    sources: Backing


class Story(Record):
    """An offer or a call as a class is told it, and what there is to tick.

    Attributes
    ----------
    signs : that stand in it
    others : that are offered to tick and do not stand in it
    """

    text: Bilingual
    signs: Backing
    others: Backing


class OfferSigns(Record):
    """Every sign, every official route and every story, by its slug."""

    signs: Annotated[dict[Slug, Sign], Field(min_length=1)]
    routes: Annotated[dict[Slug, Route], Field(min_length=1)]
    stories: dict[Slug, Story] = Field(default_factory=dict)


@cache
def offer_signs(content: Path = CONTENT) -> OfferSigns:
    """Return the signs of an offer and the official routes."""
    path = content / "offer_signs.yaml"
    found = read_mapping(path, content=content, rule=RULE)
    where = location(path, content)
    return record(OfferSigns, found, where=where, key="", rule=RULE)


def offer_sign_problems(
    signs: OfferSigns,
    known_facts: Mapping[str, Fact] | None,
    known_sources: Mapping[str, Source] | None,
) -> Iterator[Problem]:
    """Yield each fact and source that a sign or a route names and nobody knows."""
    entries: dict[str, Sign | Route] = {
        **{f"signs.{slug}": sign for slug, sign in signs.signs.items()},
        **{f"routes.{slug}": route for slug, route in signs.routes.items()},
    }
    yield from backing_problems(
        entries, known_facts, known_sources, where=WHERE, rule="AO-162"
    )
    yield from story_problems(signs.stories, signs.signs, where=WHERE, rule="AO-162")


def story_problems(
    stories: Mapping[str, Story], signs: Collection[str], *, where: str, rule: str
) -> Iterator[Problem]:
    """Yield each sign that a story names and nobody knows, or names twice.

    Parameters
    ----------
    signs : their slugs
    where : the file
    rule : the rule that is broken
    """
    for slug, story in stories.items():
        named = [*story.signs, *story.others]
        for sign in dict.fromkeys(named):
            if sign not in signs:
                what = f"'stories.{slug}' names '{sign}', which is no sign."
                yield Problem(where, what, f"Name one of: {', '.join(signs)}.", rule)
            if named.count(sign) > 1:
                what = f"'stories.{slug}' names '{sign}' twice."
                remedy = "List it once, under 'signs' or under 'others'."
                yield Problem(where, what, remedy, rule)


class Backed(Protocol):
    """What names the facts and the sources behind it."""

    @property
    def facts(self) -> Sequence[str]:
        """Facts behind it."""

    @property
    def sources(self) -> Sequence[str]:
        """Citations behind it."""


def backing_problems(
    entries: Mapping[str, Backed],
    known_facts: Mapping[str, Fact] | None,
    known_sources: Mapping[str, Source] | None,
    *,
    where: str,
    rule: str,
) -> Iterator[Problem]:
    """Yield each fact and source that an entry names and nobody knows.

    Parameters
    ----------
    entries : by their place in the file
    where : the file
    rule : the rule that is broken
    """
    for name, entry in entries.items():
        for fact in entry.facts:
            if known_facts is not None and fact not in known_facts:
                what = f"'{name}.facts' names '{fact}', not in content/facts.yaml."
                yield Problem(where, what, "Correct the id, or add it.", rule)
        for citation in entry.sources:
            if known_sources is not None and not is_cited(citation, known_sources):
                what = f"'{name}.sources' has '{citation}', not a known source."
                remedy = "Correct the id or pin, or add it to content/sources.yaml."
                yield Problem(where, what, remedy, rule)
