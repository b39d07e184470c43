"""A case of the three clocks: what the command answers and what it refuses."""

import json
from datetime import date

import pytest

from after_overdue.catalog.parameters import value
from after_overdue.cli import main
from after_overdue.models.registry import MODELS
from after_overdue.models.three_clocks.links import same_case

TODAY = date(2026, 11, 29)
MODEL = MODELS["three_clocks"]


def asked(capsys: pytest.CaptureFixture[str], *options: str) -> dict:
    assert main(["three-clocks", *options, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_command_answers_for_each_clock(capsys) -> None:
    document = asked(
        capsys, "--due-on", "2026-08-31", "--paid-after", "90", "--amount", "10000"
    )
    assert document["summary"] == {
        "debt": {"penalty": 450, "stops_on": "2026-11-29"},
        "record": {"gone_from": "2031-11-30"},
        "score": {"back_on": None},
    }
    assert [row["clock"] for row in document["rows"]] == ["debt", "record", "score"]


@pytest.mark.parametrize("never", ["never", "NEVER", "", "none", "null"])
def test_never_paid_is_an_answer_too(capsys, never) -> None:
    options = ("--due-on", "2026-08-31", "--as-of", "2026-11-29")
    document = asked(capsys, *options, "--paid-after", never)
    assert document["inputs"]["paid_after"] is None
    assert document["summary"] == {
        "debt": {"penalty": 450, "stops_on": None},
        "record": {"gone_from": None},
        "score": {"back_on": None},
    }


@pytest.mark.parametrize("given", ["0", "721", "-1"])
def test_a_day_that_is_none_of_the_slider_is_refused_with_the_word_for_none(
    capsys, given
) -> None:
    assert main(["three-clocks", "--paid-after", given]) == 2
    text = capsys.readouterr().err.strip()
    assert text == f"--paid-after is {given}; allowed is 1 to 720, or never."


@pytest.mark.parametrize("given", ["soon", "1.5"])
def test_what_is_no_day_is_refused_with_the_word_for_none(capsys, given) -> None:
    assert main(["three-clocks", "--paid-after", given]) == 2
    assert capsys.readouterr().err.strip().endswith("1 to 720, or never.")


def test_help_tells_the_word_for_none(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["three-clocks", "--help"])
    text = " ".join(capsys.readouterr().out.split())
    assert "from 1 to 720, or never; default 90" in text


def test_left_open_it_was_due_three_months_ago() -> None:
    values, _ = MODEL.read({"as_of": ["2026-11-29"]}, TODAY)
    assert MODEL.case(values, TODAY).due_on == date(2026, 8, 29)


def test_its_rules_are_those_of_the_pages_it_is_built_from() -> None:
    own, other = (
        value(f"{noun}.uplift", TODAY) for noun in ("three_clocks", "penalty_interest")
    )
    assert (own.dated.value, own.dated.range) == (other.dated.value, other.dated.range)
    assert own.sources == other.sources
    cited = MODEL.answer(MODEL.read({}, TODAY)[0], TODAY).citations
    assert set(value("credit_record.retention_years", TODAY).sources) <= set(cited)


@pytest.mark.parametrize("paid_after", ["1", "90", "720", "never"])
@pytest.mark.parametrize("page", ["credit_record", "penalty_interest"])
def test_the_same_case_opens_on_the_pages_closer_to_it(page, paid_after) -> None:
    values, _ = MODEL.read({"paid_after": [paid_after]}, TODAY)
    case = MODEL.case(values, TODAY)
    texts = {name: [text] for name, text in same_case(case, page).items()}
    there, refusals = MODELS[page].read(texts, TODAY)
    assert refusals == []
    found = MODELS[page].answer(there, TODAY).summary
    if page == "penalty_interest":
        assert found["penalty"] == case.clocks.charged
    else:
        assert MODELS[page].case(there, TODAY).cured_on == case.clocks.paid_on


def test_a_page_without_the_case_opens_as_it_is() -> None:
    values, _ = MODEL.read({}, TODAY)
    assert same_case(MODEL.case(values, TODAY), "quiz") == {}
