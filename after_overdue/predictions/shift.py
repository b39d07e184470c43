"""What a room learned: how far it lay from the model before, and how far after.

Who answered twice is compared with themselves. How sure the middle of so few people is
comes from the bootstrap (Efron 1979): the room is drawn again and again from itself,
always with the same seed, so that the same answers give the same interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

DRAWS, SEED = 2_000, 1979
LEVEL = 0.9
"""Share of the drawn rooms whose middle lies in the interval."""
LEAST_SURE = 5
"""People of whom an interval can be told."""
Pair = tuple[float, float]


@dataclass(frozen=True)
class Middle:
    """The median of some distances, and the ends of its interval."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Shift:
    """How a room moved.

    Attributes
    ----------
    before, after : distance to the model, in the unit of what was predicted
    closer : how many lay nearer to the model the second time
    count : how many answered twice
    """

    before: Middle
    after: Middle
    closer: int
    count: int

    @property
    def is_sure(self) -> bool:
        """Whether there are people enough for an interval."""
        return self.count >= LEAST_SURE


def shift_of(pairs: Sequence[Pair]) -> Shift:
    """Return how a room moved.

    Parameters
    ----------
    pairs : the distance of each to the model, before and after; one or more

    Examples
    --------
    >>> found = shift_of([(4, 1), (6, 2), (8, 9)])
    >>> found.before.median, found.after.median, found.closer, found.count
    (6.0, 2.0, 2, 3)
    """
    distances = np.asarray(pairs, float)
    before, after = _middles(distances)
    closer = int((distances[:, 1] < distances[:, 0]).sum())
    return Shift(before, after, closer, len(distances))


def _middles(distances: np.ndarray) -> list[Middle]:
    """Return the middle of each column; whole rows are drawn, so people stay pairs."""
    count = len(distances)
    drawn = np.random.default_rng(SEED).integers(count, size=(DRAWS, count))
    medians = np.median(distances[drawn], axis=1)
    ends = np.quantile(medians, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    rows = zip(np.median(distances, axis=0), *ends, strict=True)
    return [Middle(*map(float, each)) for each in rows]
