"""Signs of a call: our own list, the strength of its texts, and broken ones."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from after_overdue.catalog.call_signs import (
    CallSigns,
    call_sign_problems,
    call_signs,
)
from after_overdue.catalog.facts import facts
from after_overdue.catalog.files import CONTENT, LANGUAGES
from after_overdue.catalog.offer_signs import said_on
from after_overdue.catalog.parameters import parameters
from after_overdue.catalog.sources import sources
from after_overdue.errors import ContentError

TODAY = date(2026, 11, 29)


def ours() -> dict:
    return yaml.safe_load((CONTENT / "call_signs.yaml").read_text("utf-8"))


def problems(found: dict) -> list[str]:
    signs = CallSigns.model_validate(found)
    read = call_sign_problems(signs, facts(), sources(), parameters())
    return [str(problem) for problem in read]


def test_our_signs_break_no_rule() -> None:
    assert problems(ours()) == []


def test_a_tick_names_its_strongest_text() -> None:
    signs = call_signs().signs
    assert signs["night"].strongest == "standard"
    assert signs["many-tries"].strongest == "guideline"
    assert signs["told-others"].strongest == signs["threat"].strongest == "law"
    assert signs["posed"].strongest == "rule"
    assert signs["private-account"].strongest == "none"


def test_numbers_of_a_tick_are_those_of_its_day() -> None:
    tries = call_signs().signs["many-tries"]
    assert "more than 6 times" in said_on(tries.happened, "en", TODAY)
    assert "6次" in said_on(tries.happened, "zh", TODAY)
    night = call_signs().signs["night"]
    assert "between 22:00 and 8:00" in said_on(night.happened, "en", TODAY)


def test_threats_rest_on_the_law_in_force_and_not_on_the_one_before() -> None:
    [law, *_] = call_signs().signs["threat"].against
    assert law.sources == ["public-security-law-2025#art-50"]
    assert "1,000 yuan" in said_on(law.breaks, "en", TODAY)


def test_a_text_of_law_cites_a_law_and_its_article() -> None:
    for sign in call_signs().signs.values():
        for text in sign.against:
            cited = [each.partition("#") for each in text.sources]
            if text.strength == "law":
                assert all(sources()[name].kind == "law" for name, _, _ in cited)
                assert all(pin for _, _, pin in cited)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_leads_to_the_lender_and_says_so(language: str) -> None:
    for sign in call_signs().signs.values():
        assert "lender" in sign.routes
    assert said_on(call_signs().routes["lender"].does, language, TODAY)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"facts": ["F999"]}, "'signs.night.against.0.facts' names 'F999', not in"),
        ({"sources": ["nowhere"]}, "'signs.night.against.0.sources' has 'nowhere'"),
        (
            {"breaks": {"en": "At most {collection_rule.none}.", "zh": "上限。"}},
            "'signs.night.against.0.breaks' names 'collection_rule.none', which is no",
        ),
        (
            {"breaks": {"en": "At {collection_rule.night_from}.", "zh": "晚上。"}},
            "'signs.night.against.0.breaks' names other numbers in one language",
        ),
    ],
)
def test_a_broken_text_says_what_is_wrong(changes: dict, words: str) -> None:
    found = ours()
    found["signs"]["night"]["against"][0] |= changes
    assert any(words in each for each in problems(found))


def test_a_route_that_is_none_is_named() -> None:
    found = ours()
    found["signs"]["night"]["routes"] = ["nobody"]
    [messages] = problems(found)
    assert "'signs.night.routes' names 'nobody', which is no route." in messages


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda night: night["happened"].pop("zh"), "happened.zh"),
        (lambda night: night.update(against=[]), "against"),
        (lambda night: night["against"][0].update(strength="custom"), "strength"),
        (lambda night: night["against"][0].update(facts=[]), "facts"),
    ],
)
def test_a_sign_that_lacks_something_is_refused(
    spoil, words: str, tmp_path: Path
) -> None:
    found = ours()
    spoil(found["signs"]["night"])
    (tmp_path / "call_signs.yaml").write_text(yaml.safe_dump(found), "utf-8")
    with pytest.raises(ContentError, match=rf"{words}.*AO-163"):
        call_signs(tmp_path)
