"""Signs of a bad offer: our own list, and what a broken one says."""

import re
from pathlib import Path

import pytest
import yaml

from after_overdue.catalog.facts import facts
from after_overdue.catalog.files import CONTENT
from after_overdue.catalog.offer_signs import (
    OfferSigns,
    offer_sign_problems,
    offer_signs,
)
from after_overdue.catalog.parameters import parameters
from after_overdue.catalog.sources import sources
from after_overdue.errors import ContentError


def ours() -> dict:
    return yaml.safe_load((CONTENT / "offer_signs.yaml").read_text("utf-8"))


def problems(signs: OfferSigns) -> list[str]:
    read = offer_sign_problems(signs, facts(), sources(), parameters())
    return [str(problem) for problem in read]


def test_our_signs_break_no_rule() -> None:
    assert problems(offer_signs()) == []


def test_the_known_signs_and_the_free_routes_are_there() -> None:
    signs = offer_signs()
    assert {
        "pay-first",
        "guaranteed-result",
        "inside-channel",
        "asks-for-papers",
        "lie-or-forge",
        "december-policy",
        "course-or-franchise",
        "deletes-correct-records",
        "app-clears-record",
        "hurry",
    } <= signs.signs.keys()
    assert {"lender", "credit-center", "central-bank-branch"} <= signs.routes.keys()


def test_every_sign_rests_on_more_than_the_article() -> None:
    for sign in offer_signs().signs.values():
        assert any(not each.startswith("article") for each in sign.sources)
        assert all(facts()[each].status != "seed-only" for each in sign.facts)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_official_address_is_a_link_of_its_own(language: str) -> None:
    name = offer_signs().routes["credit-center"].name[language]
    assert re.findall(r"\[([^]]+)\]\(https://([^)]+)\)", name) == [
        ("www.pbccrc.org.cn", "www.pbccrc.org.cn")
    ]
    assert name.count("www.") == 2, "a bare address takes the comma after it along"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"facts": ["F999"]}, "'signs.hurry.facts' names 'F999', not in content/facts"),
        ({"sources": ["nowhere"]}, "'signs.hurry.sources' has 'nowhere', not a known"),
        (
            {"sources": ["civil-code#art-0"]},
            "'signs.hurry.sources' has 'civil-code#art-0', not a known",
        ),
        (
            {
                "breaks": {
                    "en": "{collection_rule.none}",
                    "zh": "{collection_rule.none}",
                }
            },
            "'signs.hurry.breaks' names 'collection_rule.none', which is no parameter",
        ),
        (
            {"breaks": {"en": "{repair_agents.fee} a time.", "zh": "每次都收。"}},
            "'signs.hurry.breaks' names other numbers in one language than",
        ),
    ],
)
def test_a_broken_sign_says_what_is_wrong(changes: dict, words: str) -> None:
    found = ours()
    found["signs"]["hurry"] |= changes
    signs = OfferSigns.model_validate(found)
    assert [words in each for each in problems(signs)] == [True]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda found: found["signs"]["hurry"]["breaks"].pop("zh"), "breaks.zh"),
        (lambda found: found["signs"]["hurry"].update(facts=[]), "facts"),
        (lambda found: found["signs"].update(Hurry=found["signs"]["hurry"]), "Hurry"),
        (lambda found: found.pop("routes"), "routes"),
    ],
)
def test_a_sign_that_lacks_something_is_refused(
    spoil, words: str, tmp_path: Path
) -> None:
    found = ours()
    spoil(found)
    (tmp_path / "offer_signs.yaml").write_text(yaml.safe_dump(found), "utf-8")
    with pytest.raises(ContentError, match=rf"{words}.*AO-161"):
        offer_signs(tmp_path)
