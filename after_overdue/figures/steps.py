"""Steps: the ends of an axis that stays still while a value moves within a step."""

from __future__ import annotations


def step_above(value: float, highest: float, *, ratio: float = 0.5) -> float:
    """Return the end of an axis: `highest`, cut down as often as `value` still fits.

    Parameters
    ----------
    ratio : what is left of the axis after each cut

    Examples
    --------
    >>> step_above(0.07, 0.24), step_above(0.13, 0.24), step_above(0.0, 0.24)
    (0.12, 0.24, 0.24)
    """
    if not 0 < value < highest:
        return max(highest, value)
    end = highest
    while value <= end * ratio:
        end *= ratio
    return end
