"""Paths on offer: computed once, when asked for, and forgotten in order."""

import gzip
import json
from collections import OrderedDict

import pytest

from after_overdue.cases import paths
from after_overdue.cases.paths import KEPT, is_offered, offer, packed


@pytest.fixture(autouse=True)
def _nothing_on_offer(monkeypatch) -> None:
    monkeypatch.setattr(paths, "_offers", OrderedDict())


def test_paths_are_computed_once_and_only_when_asked_for() -> None:
    asked = []

    def compute() -> dict[str, list[int]]:
        asked.append("once")
        return {"y": [1, 2]}

    offer("case", compute)
    offer("case", compute)
    assert asked == []
    assert json.loads(gzip.decompress(packed("case"))) == {"y": [1, 2]}
    assert packed("case") is packed("case")
    assert asked == ["once"]


def test_the_case_that_was_offered_longest_ago_is_forgotten() -> None:
    for number in range(KEPT):
        offer(f"{number}", dict)
    offer("0", dict)
    offer("new", dict)
    assert is_offered("0") and is_offered("new")
    assert not is_offered("1")
    assert len(paths._offers) == KEPT
    with pytest.raises(KeyError):
        packed("1")
