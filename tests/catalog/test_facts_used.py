"""Facts used: the list in docs is complete, and each place rests on its fact."""

import re
from collections.abc import Iterator
from pathlib import Path

from after_overdue.catalog.call_signs import call_signs
from after_overdue.catalog.facts import facts
from after_overdue.catalog.offer_signs import offer_signs
from after_overdue.catalog.parameters import parameters
from after_overdue.catalog.questions import questions

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (F\d+) \| (.*?) ?\| (.*?) ?\|$", re.MULTILINE)
ROWS = ROW.findall((ROOT / "docs/facts-used.md").read_text("utf-8"))
FIRST = 109


def cited(place: str) -> Iterator[str]:
    """Yield what a question, a check or the numbers of a model cite, facts too."""
    if place in questions("en"):
        for citations in questions("en")[place].claims.values():
            yield from citations
    for name, parameter in parameters().items():
        if name.startswith(f"{place}."):
            yield from (c for each in parameter.values.values() for c in each.sources)
    if place == "offer_check":
        yield from (
            fact for each in offer_signs().signs.values() for fact in each.facts
        )
    if place == "call_check":
        signs = call_signs().signs.values()
        yield from (
            fact for each in signs for text in each.against for fact in text.facts
        )


def test_every_fact_from_the_second_research_on_stands_in_the_list_once() -> None:
    known = [name for name in facts() if int(name[1:]) >= FIRST]
    assert [name for name, _, _ in ROWS] == known


def test_each_place_of_a_fact_cites_what_backs_it() -> None:
    loose = []
    for name, places, _ in ROWS:
        sources = facts()[name].sources
        whole = {each.partition("#")[0] for each in sources}
        backing = {name, *sources, *whole}
        for place in re.findall(r"`([^`]+)`", places):
            found = set(cited(place))
            assert found, f"{place} of {name} is no place that cites anything"
            if sources and not found & backing:
                loose.append((name, place))
    assert loose == []


def test_a_fact_without_a_place_or_a_source_says_why() -> None:
    for name, places, why in ROWS:
        if not places or not facts()[name].sources:
            assert len(why.split()) > 5, name
