"""Risk classes: the thresholds of both rules and what is refused."""

import numpy as np
import pytest

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.risk_class import CLASSES, ClassRule

LOANS_2023 = ClassRule((0, 90, 270, 360))
CARDS_2011 = ClassRule((0, 90, 120, 180))


@pytest.mark.parametrize(
    ("day", "tier"),
    [
        (0, "normal"),
        (1, "special_mention"),
        (90, "special_mention"),
        (91, "substandard"),
        (270, "substandard"),
        (271, "doubtful"),
        (360, "doubtful"),
        (361, "loss"),
    ],
)
def test_the_rule_of_2023_steps_on_the_day_it_names(day: int, tier: str) -> None:
    assert LOANS_2023.classes(day) == tier


@pytest.mark.parametrize(
    ("day", "tier"),
    [
        (0, "normal"),
        (1, "special_mention"),
        (91, "substandard"),
        (120, "substandard"),
        (121, "doubtful"),
        (180, "doubtful"),
        (181, "loss"),
    ],
)
def test_the_card_rule_of_2011_steps_sooner(day: int, tier: str) -> None:
    assert CARDS_2011.classes(day) == tier


@pytest.mark.parametrize("rule", [LOANS_2023, CARDS_2011])
def test_a_later_day_never_has_a_better_class(rule: ClassRule) -> None:
    tiers = [CLASSES.index(tier) for tier in rule.classes(np.arange(721))]
    assert tiers == sorted(tiers)


@pytest.mark.parametrize("rule", [LOANS_2023, CARDS_2011])
def test_the_bands_are_the_classes_of_their_days(rule: ClassRule) -> None:
    for tier, first, last in rule.bands():
        assert rule.classes(first) == tier
        assert rule.classes(720 if last is None else last) == tier


@pytest.mark.parametrize("last_days", [(0, 90, 90, 360), (0, 90, 360)])
def test_classes_out_of_order_are_refused(last_days: tuple[int, ...]) -> None:
    with pytest.raises(ModelError, match="each later than the one before"):
        ClassRule(last_days)
