"""Every sum that is printed of a card debt is exactly true, as a reader reworks it.

The numbers on the left are taken as they are printed; what they come to is the number
on the right, to its last digit.
"""

import random
import re
from fractions import Fraction
from typing import Any

import pytest

from after_overdue.catalog.files import LANGUAGES
from after_overdue.models.card_plan.arithmetic import agreed_plan
from after_overdue.models.card_plan.working import steps_of, workings
from after_overdue.units import positional
from tests.models.card_plan.test_words import wording
from tests.models.printed_sums import RAISED, printed_sums

CASES, SEED = 400, 7
NOISE = Fraction(1, 10**9)
"""What floats lose where a sum ends on half a cent."""
NUMBER = r"\d[\d,]*(?:\.\d+)?"
TOKEN = re.compile(rf"({NUMBER})(%?)|([×÷+−()])|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
WRITTEN = {"×": "*", "÷": "/", "−": "-"}
EDGES = (
    {"plan_rate": "0.1825"},
    {"plan_rate": "0.12"},
    {"plan_rate": "0.12", "plan_months": "1"},
    {"debt": "756581", "plan_rate": "0.137"},
    {"debt": "151.06", "plan_rate": "0.0531", "plan_months": "56"},
    {"debt": "53605.26"},
    {"debt": "256", "plan_rate": "0.00000000000000022"},
    {"debt": "999999", "plan_rate": "0.0000000031", "rate_per_day": "0.0000000017"},
    {"debt": "1000", "pay_per_month": "20000"},
    {"debt": "1234.5678", "pay_per_month": "99.999", "rate_per_day": "0.00012345"},
    {"pay_per_month": "750"},
    {"pay_per_month": "0", "rate_per_day": "0"},
)


def _random(chance: random.Random) -> dict[str, str]:
    debt = round(10 ** chance.uniform(2, 6), chance.choice([0, 2, 4]))
    months = chance.randint(1, 60)
    rate = chance.choice([0, round(chance.uniform(0, 0.1825), chance.randint(2, 7))])
    paid = chance.choice([0.01, 0.015, 0.05, 2])
    return {
        "debt": f"{debt}",
        "pay_per_month": f"{round(min(debt * paid, 1_000_000), 2)}",
        "rate_per_day": positional(chance.choice([0, 0.0005, 0.00037, 0.000123456])),
        "minimum_share": f"{round(chance.uniform(0.01, 0.5), chance.randint(2, 6))}",
        "minimum_floor": f"{chance.randint(1, 10_000)}",
        "plan_months": f"{months}",
        "plan_rate": positional(rate),
    }


def _cases() -> list[dict[str, str]]:
    chance = random.Random(SEED)
    return [*EDGES, *(_random(chance) for _ in range(CASES))]


def _exactly(side: str) -> Fraction:
    """Return what one side of a printed sum comes to, its numbers taken literally."""
    written = [_written(found) for found in TOKEN.finditer(side)]
    result: Any = eval("".join(written), {"Fraction": Fraction})
    return Fraction(result)


def _written(found: re.Match[str]) -> str:
    number, share, sign, power = found.groups()
    if number:
        return f"Fraction('{number.replace(',', '')}')" + "/100" * bool(share)
    return WRITTEN.get(sign, sign) if sign else f"**{power.translate(RAISED)}"


def is_exact(printed: str) -> bool:
    """Return whether the result is what the left side comes to, to its last digit."""
    left, right = printed.split("=")
    number, share = re.findall(rf"({NUMBER})(%?)", right)[-1]
    half = Fraction(1, 2 * 10 ** len(number.partition(".")[2]))
    if share:
        half /= 100
    return abs(_exactly(left) - _exactly(right)) <= half + NOISE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_sum_is_exactly_true(language) -> None:
    found = 0
    for given in _cases():
        words = wording(language, **given)
        lines = [line for block in workings(words) for line in block]
        for printed in (each for line in lines for each in printed_sums(line)):
            assert is_exact(printed), (printed, given)
            found += 1
    assert found > 4 * CASES


@pytest.mark.parametrize(
    ("printed", "exact"),
    [
        ("1,276.48 yuan × 60 − 50,000 yuan = 26,588.87 yuan", False),
        ("1,276.48 yuan × 59 + 1,276.55 yuan − 50,000 yuan = 26,588.87 yuan", True),
        ("5,360.53元 + 804.08元 = 6,164.60元", False),
        ("18.25% ÷ 12 = 1.5208%", True),
        ("(1 + 50%)² ÷ 3 = 0.75", True),
    ],
)
def test_the_check_tells_a_cent(printed, exact) -> None:
    assert is_exact(printed) is exact


def test_the_working_ends_in_what_the_answers_say() -> None:
    for given in _cases():
        words = wording(**given)
        case, steps = words.case, {step.kind: step for step in steps_of(words)}
        assert steps["minimum"].result.value == case.minimum.first_payment
        if case.plan_rate:
            assert steps["plan_interest"].result.value == case.plan.interest_paid
            level = case.plan.first_payment
            assert steps["plan"].result.value == pytest.approx(level, abs=0.00501)


def test_what_shrinks_the_debt_is_never_more_than_the_debt() -> None:
    for given in _cases():
        words = wording(**given)
        change = steps_of(words)[3]
        if change.kind in ("shrinks", "pays_off"):
            assert change.result.value <= round(words.case.debt, 2), given
            ends_at_once = words.case.fixed.months == 1
            assert (change.kind == "pays_off") == ends_at_once, given


def test_no_interest_of_a_plan_is_negative_and_all_of_it_adds_up() -> None:
    chance = random.Random(SEED)
    for _ in range(CASES):
        debt, months = round(10 ** chance.uniform(2, 6), 2), chance.randint(1, 60)
        rate = chance.choice([0, 0.0001, chance.uniform(0, 0.1825)])
        plan = agreed_plan(debt, rate_per_year=rate, months=months)
        assert plan.interest.min() >= 0
        assert plan.owed.min() == plan.owed[-1] == 0
        assert plan.payment.sum() - plan.interest.sum() == pytest.approx(debt)
        left = plan.owed[:-1] + plan.interest[1:] - plan.payment[1:]
        assert left.round(2).tolist() == plan.owed[1:].tolist()
        on_owed = plan.owed[:-1] * rate / 12
        assert abs(plan.interest[1:] - on_owed).max() < 0.02
