"""What each checkpoint is worth: alone, and the last one on top of the others (X8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from after_overdue.models.loan_book.desk import CHECKPOINTS, Desk


@dataclass(frozen=True)
class CheckpointValues:
    """What checkpoints take off the loss share of the book.

    Attributes
    ----------
    alone : decimal share by checkpoint
        With this one against with none.
    inspection_on_top : decimal share
        With all three against with review and committee.
    together : decimal share
        With all three against with none.
    """

    alone: Mapping[str, float]
    inspection_on_top: float
    together: float


def checkpoint_values(desk: Desk, *, months: int) -> CheckpointValues:
    """Return how much less of the book is lost after `months` through checkpoints.

    Parameters
    ----------
    desk : decimal shares
    months : months

    Notes
    -----
    Each compares two books of the same size, so that turning people away at random
    is worth nothing.

    Examples
    --------
    Half the applicants never pay. A review that sees all of them leaves nothing to do
    for an inspection that saves every second one:

    >>> from after_overdue.models.loan_book.desk import Checkpoint
    >>> from after_overdue.models.loan_book.rates import RollRates
    >>> buckets = ("up_to_date", "written_off")
    >>> found = checkpoint_values(
    ...     Desk(
    ...         weak_share=0.5,
    ...         good=RollRates(buckets, np.asarray([[1.0, 0.0], [0.0, 1.0]])),
    ...         weak=RollRates(buckets, np.asarray([[0.0, 1.0], [0.0, 1.0]])),
    ...         review=Checkpoint(stopped=1),
    ...         inspection=Checkpoint(stopped=0.5),
    ...     ),
    ...     months=1,
    ... )
    >>> found.alone["review"], found.alone["inspection"], found.inspection_on_top
    (0.5, 0.25, 0.0)
    """
    none = _lost(desk.only(), months)
    every = _lost(desk, months)
    alone = {name: none - _lost(desk.only(name), months) for name in CHECKPOINTS}
    on_top = inspection_on_top(desk, months=months)
    return CheckpointValues(MappingProxyType(alone), on_top, none - every)


def inspection_on_top(desk: Desk, *, months: int) -> float:
    """Return what the inspection takes off the loss share, given the other two.

    Parameters
    ----------
    desk : decimal shares
    months : months
    """
    at_the_gate = desk.only("review", "committee")
    return _lost(at_the_gate, months) - _lost(desk, months)


def _lost(desk: Desk, months: int) -> float:
    """Return the loss share after `months`, by the power of the matrix."""
    powers = np.linalg.matrix_power(desk.inspected, months)
    return float(desk.kept @ powers[:, 0, -1] / desk.kept.sum())
