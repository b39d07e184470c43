"""What the command line and JSON say about a case of score recovery."""

from __future__ import annotations

from typing import Any, cast

from after_overdue.cases.result import Result, citations
from after_overdue.models.score_recovery.case import INPUTS, QUANTILES, ScoreCase
from after_overdue.models.score_recovery.fields import Back, Readings, Rows, Summary
from after_overdue.units import iso_month


def answer(case: ScoreCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    inputs_used = {name: getattr(case, name) for name in INPUTS}
    inputs_used["repaired_in"] = iso_month(case.repaired_in)
    return Result(
        inputs=inputs_used,
        summary=_summary(case),
        rows=_rows(case),
        citations=citations(case.numbers.values()),
    )


def _summary(case: ScoreCase) -> Summary:
    back = {reading: _back(case, reading) for reading in case.readings}
    deleted = case.month(case.record_deleted_in_month)
    return {
        "score_after": case.score_after,
        **cast("Readings", back),
        "credit_record_deleted_in": iso_month(deleted),
    }


def _back(case: ScoreCase, reading: str) -> Back:
    month = case.back_in_month(reading)
    on = None if month is None else iso_month(case.month(month))
    return {"back_in_month": month, "back_on": on}


def _rows(case: ScoreCase) -> Rows:
    rows: dict[str, list[Any]] = {
        "month": case.recovery.months.tolist(),
        "date": [iso_month(case.month(month)) for month in range(case.months + 1)],
    }
    for reading in case.readings:
        rows[reading] = case.recovery.scores[reading].tolist()
    if case.is_uncertain:
        for name, share in QUANTILES.items():
            rows[name] = case.distribution.quantile(share)[:, 0].tolist()
        rows["chance_back"] = case.distribution.chance_back[:, 0].tolist()
    return cast("Rows", rows)
