"""Travel: where a slider goes whose ends depend on the case."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10


@dataclass(frozen=True)
class Travel:
    """Where a slider of money goes: from, to and by, in yuan.

    Examples
    --------
    >>> Travel(100.0, 200.0, 50.0).positions
    [100.0, 150.0, 200.0]
    """

    low: float
    high: float
    step: float

    @property
    def positions(self) -> list[float]:
        """Every amount on the way."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + self.step * each, 2) for each in range(count + 1)]

    def nearest(self, amount: float) -> float:
        """Return the amount, or the end of the way beyond which it lies."""
        return min(max(amount, self.low), self.high)


def round_step(size: float) -> float:
    """Return 1, 2 or 5 times a power of ten, the greatest that is no more.

    Examples
    --------
    >>> round_step(49), round_step(0.25)
    (20.0, 0.2)
    """
    power = 10.0 ** floor(log10(size))
    return round(max(each for each in (1, 2, 5) if each * power <= size) * power, 3)
