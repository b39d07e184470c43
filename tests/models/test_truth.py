"""Whatever is asked: words, working, axes and links say what the summary says.

Cheap on purpose: a few dozen cases a model, the same ones every time.
"""

import math
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from itertools import chain
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs

import numpy as np
import pytest

from after_overdue.cases.inputs import Input
from after_overdue.cases.locale import Locale
from after_overdue.cases.permalinks import query
from after_overdue.cases.view import View
from after_overdue.catalog.files import LANGUAGES
from after_overdue.models.registry import MODELS, PAGE_MODELS, picture
from tests.models.printed_sums import is_true, printed_sums

TODAY = date(2026, 11, 29)
CASES, SEED, LEFT_ALONE = 30, 12, 0.4
FAR = 1e-9
"""How far a sum of the model may be off, as a share of it: what floats lose."""


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return str(request.param)


def _debt(chance: random.Random) -> str:
    balance, least = chance.randint(100, 60_000), chance.randint(0, 900)
    rate, late = chance.choice(["0", "0.06", "0.1825", "0.24"]), chance.random() < 0.3
    return f"{balance}:{rate}:{least}{':late' if late else ''}"


def _text(input_: Input, chance: random.Random) -> str:
    low, high = input_.low, input_.high
    if input_.kind in ("choice", "choices"):
        return chance.choice(input_.options)
    if input_.kind == "debts":
        return ",".join(_debt(chance) for _ in range(chance.randint(2, 6)))
    if input_.kind == "events":
        days = [TODAY - timedelta(days=chance.randint(0, 4000)) for _ in range(4)]
        return ",".join(f"{chance.choice(input_.options)}:{day}" for day in days)
    if input_.kind == "flag":
        return chance.choice(["yes", "no"])
    if input_.kind in ("date", "month"):
        day = TODAY + timedelta(days=chance.randint(-4000, 1500))
        return day.isoformat()[: 7 if input_.kind == "month" else 10]
    if chance.random() < 0.15:
        return str(chance.choice([low, high]))
    if input_.kind == "integer":
        return str(chance.randint(int(low), min(int(high), int(low) + 2000)))
    least, most = float(low), min(float(high), float(low) + 200_000)
    digits = chance.choice([2, 4, 6])
    return f"{min(max(round(chance.uniform(least, most), digits), least), most)}"


@cache
def given(noun: str) -> tuple[dict[str, str], ...]:
    """Random settings of a page, the same ones in every run."""
    chance, inputs = random.Random(f"{SEED} {noun}"), PAGE_MODELS[noun].inputs_on(TODAY)
    return (
        {},
        *(
            {
                name: _text(each, chance)
                for name, each in inputs.items()
                if chance.random() > LEFT_ALONE
            }
            for _ in range(CASES)
        ),
    )


@cache
def pictures(noun: str, language: str) -> tuple[View[Any], ...]:
    page = PAGE_MODELS[noun]
    asked = [
        page.read({name: [text] for name, text in texts.items()}, TODAY)[0]
        for texts in given(noun)
    ]
    return tuple(picture(noun, values, TODAY, Locale(language)) for values in asked)


def places(drawn: View[Any]) -> set[int]:
    """The places on the axis whose working is written out."""
    chosen = drawn.chosen
    if chosen is None:
        return {0}
    last = chosen.min + len(chosen.words) - 1
    parts = {chosen.min + (last - chosen.min) * each // 8 for each in (0, 1, 4, 8)}
    return parts | {chosen.value or chosen.min}


def lines(drawn: View[Any]) -> list[str]:
    working = import_module(f"after_overdue.models.{drawn.noun}.working")
    every = [working.workings(drawn.wording, place) for place in places(drawn)]
    return list(chain.from_iterable(chain.from_iterable(every)))


@pytest.mark.parametrize("noun", MODELS)
def test_every_printed_sum_is_true(noun, language) -> None:
    found = 0
    for drawn in pictures(noun, language):
        for line in (*lines(drawn), *drawn.answers):
            for printed in printed_sums(line):
                assert is_true(printed), (line, drawn.settings)
                found += 1
    assert found > CASES / 4, "sums are printed"


@pytest.mark.parametrize("noun", MODELS)
def test_every_step_of_a_model_comes_to_its_result(noun) -> None:
    working = import_module(f"after_overdue.models.{noun}.working")
    found = 0
    for drawn in pictures(noun, "en"):
        steps = [working.steps_of(drawn.wording, place) for place in places(drawn)]
        for step in chain.from_iterable(steps):
            expected = step.result.value
            if step.kind.startswith("code"):
                worked_out = min(math.ceil(step.worked_out), int(expected))
            else:
                worked_out = step.worked_out
            assert worked_out == pytest.approx(expected, rel=FAR, abs=FAR), (
                step,
                drawn.settings,
            )
            found += 1
    assert found > CASES / 2


@pytest.mark.parametrize("noun", MODELS)
def test_every_link_reads_back_to_the_same_case(noun) -> None:
    page = PAGE_MODELS[noun]
    for drawn in pictures(noun, "en"):
        link = {name: text for name, text in drawn.link.items() if name != "lang"}
        values, refusals = page.read(parse_qs(query(link)), TODAY)
        again = picture(noun, values, TODAY, Locale("en"))
        assert refusals == []
        assert again.link == drawn.link
        assert again.answer.summary == drawn.answer.summary
        assert again.figure == drawn.figure


@pytest.mark.parametrize("noun", MODELS)
def test_what_json_says_was_asked_reads_back_to_the_same_answer(noun) -> None:
    model = MODELS[noun]
    for drawn in pictures(noun, "en"):
        said = drawn.answer.document()
        texts = {
            name: [",".join(each) if isinstance(each, list) else str(each)]
            for name, each in said["inputs"].items()
        }
        values, refusals = model.read(texts, TODAY)
        assert refusals == []
        assert model.answer(values, TODAY).document() == said


def _changeable(value: Any) -> bool:
    if isinstance(value, MappingProxyType):
        return any(map(_changeable, value.values()))
    if isinstance(value, tuple):
        return any(map(_changeable, value))
    return isinstance(value, dict | list | set | np.ndarray)


@pytest.mark.parametrize("noun", MODELS)
def test_nobody_can_change_a_result(noun) -> None:
    for drawn in pictures(noun, "en"):
        assert not any(map(_changeable, vars(drawn.answer).values()))


def _points(figure: Any) -> Iterator[tuple[Any, Any, Any, Any]]:
    """Every drawn point, with the ends of its axes."""
    layout = figure["layout"]
    for trace in figure["data"]:
        if trace.get("visible") is False or trace["type"] != "scatter":
            continue
        across = layout["xaxis" + trace.get("xaxis", "x")[1:]]["range"]
        up = layout["yaxis" + trace.get("yaxis", "y")[1:]]["range"]
        if trace.get("stackgroup"):
            continue
        for x, y in zip(trace["x"], trace["y"], strict=False):
            if y is not None:
                yield x, y, across, up


@pytest.mark.parametrize("noun", MODELS)
def test_every_drawn_point_lies_inside_its_axes(noun) -> None:
    for drawn in pictures(noun, "en"):
        for x, y, across, up in _points(drawn.figure):
            assert min(up) - FAR <= y <= max(up) + FAR, (drawn.settings, y, up)
            if noun != "credit_lag":  # its steps run on to both edges
                assert min(across) <= x <= max(across), drawn.settings


NUMBER = re.compile(r"[\d,]*\d(?:\.\d+)?%?")
LINES = re.compile(r"S\d+|<br>")


def _values(value: Any) -> Iterator[float]:
    """Every number in an answer: dates as years, months and days, texts left out."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _values(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _values(each)
    elif isinstance(value, str):
        yield from (float(part) for part in re.findall(r"\d+", value))
    elif isinstance(value, int | float) and math.isfinite(value):
        yield abs(float(value))


def _known(drawn: View[Any]) -> list[float]:
    """Every number of the model's answer and of the parameters behind it."""
    values = dict(drawn.asked.values)
    if drawn.noun == "penalty_interest":
        values["days"] = drawn.asked.inputs["days"].high
    whole = MODELS[drawn.noun].answer(
        {name: values[name] for name in MODELS[drawn.noun].inputs}, TODAY
    )
    numbers = [value.dated.value for value in drawn.wording.case.numbers.values()]
    texts = [drawn.answer.document(), whole.document()["rows"], drawn.settings]
    said = [*_values(texts), *_values([str(each) for each in numbers])]
    return [*said, *_added_up(drawn, whole.rows)]


def _added_up(drawn: View[Any], rows: Any) -> list[float]:
    """What words add up from an answer: late months, charges, a whole book."""
    if drawn.noun == "credit_record":
        return [float(drawn.wording.displayed)]
    if drawn.noun == "score_recovery":
        return [drawn.wording.case.score_before - drawn.answer.summary["score_after"]]
    if drawn.noun == "penalty_interest":
        parts = [("penalty", "compound_interest"), ("card_interest", "card_late_fees")]
        return [
            one + other
            for first, second in parts
            for one, other in zip(
                rows.get(first, ()), rows.get(second, ()), strict=True
            )
        ]
    loans = drawn.answer.inputs.get("loans")
    if loans:
        return [abs(loans * drawn.answer.summary["value_of_inspection_on_top"])]
    return []


def _is_known(said: str, known: list[float]) -> bool:
    scale = 100 if said.endswith("%") else 1
    plain = said.rstrip("%").replace(",", "")
    half = 0.5001 * 10.0 ** -len(plain.partition(".")[2])
    near = abs(float(plain))
    half += 0.011 if "." in plain and scale == 1 else 0  # parts are rounded before
    return any(abs(scale * each - near) <= half for each in known)


@pytest.mark.parametrize("noun", MODELS)
def test_every_number_of_headline_and_takeaway_is_the_models(noun, language) -> None:
    for drawn in pictures(noun, language):
        headlines = [value for _, value in drawn.headlines]
        said = " ".join([*headlines, drawn.takeaway])
        known = _known(drawn)
        strange = [
            number
            for number in NUMBER.findall(LINES.sub(" ", said))
            if not _is_known(number, known)
        ]
        assert strange == [], (said, drawn.settings)


def test_a_new_term_in_the_formula_alone_makes_the_printed_sum_false(
    monkeypatch,
) -> None:
    """Five days of grace in the arithmetic, and nothing told of them."""
    model = import_module("after_overdue.models.penalty_interest.arithmetic")
    charged = model.simple_interest

    def with_grace(sum_unpaid: float, *, days: Any, **terms: Any) -> Any:
        return charged(sum_unpaid, days=np.maximum(days - 5, 0), **terms)

    monkeypatch.setattr(model, "simple_interest", with_grace)
    page = PAGE_MODELS["penalty_interest"]
    drawn = picture(page.slug, page.read({}, TODAY)[0], TODAY, Locale("en"))
    sums = [each for line in lines(drawn) for each in printed_sums(line)]
    assert " 10,000 yuan × 18% × 90 ÷ 360 = 425 yuan." in sums
    assert not all(map(is_true, sums))
