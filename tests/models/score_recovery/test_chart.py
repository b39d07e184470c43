"""The chart of score recovery: its labels stand clear of each other."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.models.registry import PAGE_MODELS, picture

TODAY = date(2026, 11, 29)
LETTERS = 0.055
"""Height of a label, as a share of the axis."""


@pytest.mark.parametrize("lost", range(0, 201, 5))
def test_no_label_stands_over_another(lost: int) -> None:
    """Both stand above their line; the first begins at the left."""
    values, _ = PAGE_MODELS["score_recovery"].read({"points_lost": [str(lost)]}, TODAY)
    layout = picture("score_recovery", values, TODAY, Locale("en")).figure["layout"]
    low, high = layout["yaxis"]["range"]
    labels = {each["name"]: each for each in layout["annotations"]}
    restored, schedule = labels["restored"], labels["schedule"]
    apart = (restored["y"] - schedule["y"]) / (high - low)
    last = layout["xaxis"]["range"][1]
    assert apart >= LETTERS or schedule["x"] >= 0.9 * last
