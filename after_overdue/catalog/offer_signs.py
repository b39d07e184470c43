"""Signs of an offer: what it may say, and the official sentence that each breaks."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import Field, StringConstraints

from after_overdue.catalog.facts import Fact
from after_overdue.catalog.figures_in_words import figure_in_words
from after_overdue.catalog.files import (
    CONTENT,
    KEBAB,
    LANGUAGES,
    Bilingual,
    Ids,
    Record,
    location,
    read_mapping,
    record,
)
from after_overdue.catalog.interface import words
from after_overdue.catalog.parameters import value
from after_overdue.catalog.question_text import filled, parameters_in
from after_overdue.catalog.sources import Source, is_cited
from after_overdue.errors import Problem

RULE, BACKED = "AO-161", "AO-162"
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

    @property
    def phrases(self) -> Iterator[tuple[str, Bilingual]]:
        """Each text with its place."""
        for slug, sign in self.signs.items():
            yield f"signs.{slug}.offer", sign.offer
            yield f"signs.{slug}.breaks", sign.breaks
        yield from shared_phrases(self.routes, self.stories)


def shared_phrases(
    routes: Mapping[str, Route], stories: Mapping[str, Story]
) -> Iterator[tuple[str, Bilingual]]:
    """Yield each text of routes and stories with its place."""
    for slug, route in routes.items():
        yield f"routes.{slug}.name", route.name
        yield f"routes.{slug}.does", route.does
    for slug, story in stories.items():
        yield f"stories.{slug}.text", story.text


@cache
def offer_signs(content: Path = CONTENT) -> OfferSigns:
    """Return the signs of an offer and the official routes."""
    path = content / "offer_signs.yaml"
    found = read_mapping(path, content=content, rule=RULE)
    where = location(path, content)
    return record(OfferSigns, found, where=where, key="", rule=RULE)


def said_on(
    text: Bilingual, language: str, on: date, *, content: Path = CONTENT
) -> str:
    """Return a text of the signs in one language, its numbers those of a day."""
    units = words("units", language, content)

    def say(name: str, bare: bool) -> str:
        return figure_in_words(value(name, on, content), units, bare=bare)

    return filled(text[language], say)


def offer_sign_problems(
    signs: OfferSigns,
    known_facts: Mapping[str, Fact] | None,
    known_sources: Mapping[str, Source] | None,
    known_figures: Container[str],
) -> Iterator[Problem]:
    """Yield each fact, source and number that is named and nobody knows."""
    entries: dict[str, Sign | Route] = {
        **{f"signs.{slug}": sign for slug, sign in signs.signs.items()},
        **{f"routes.{slug}": route for slug, route in signs.routes.items()},
    }
    yield from backing_problems(
        entries, known_facts, known_sources, where=WHERE, rule=BACKED
    )
    yield from story_problems(signs.stories, signs.signs, where=WHERE, rule=BACKED)
    yield from number_problems(signs.phrases, known_figures, where=WHERE, rule=BACKED)


def number_problems(
    phrases: Iterable[tuple[str, Bilingual]],
    known: Container[str],
    *,
    where: str,
    rule: str,
) -> Iterator[Problem]:
    """Yield each number that a text names and nobody knows, or in one language only.

    Parameters
    ----------
    phrases : each text with its place in the file
    where : the file
    rule : the rule that is broken
    """
    for place, text in phrases:
        named = {each: set(parameters_in(text[each])) for each in LANGUAGES}
        for name in sorted(set().union(*named.values())):
            if name not in known:
                what = f"'{place}' names '{name}', which is no parameter."
                yield Problem(where, what, "Create it, or correct the name.", rule)
        if len(set(map(frozenset, named.values()))) > 1:
            what = f"'{place}' names other numbers in one language than in another."
            yield Problem(where, what, "Name the same in every language.", rule)


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
