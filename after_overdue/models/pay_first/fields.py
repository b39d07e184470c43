"""The fields of an answer about several debts: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, TypedDict

from after_overdue.cases.fields import About


class Gone(TypedDict):
    """When one debt is gone."""

    gone_in: Annotated[
        int | None,
        About(
            "Month in which it is gone; null where that is not within fifty years",
            "在第几个月还清；五十年还不清则为 null",
            "month",
        ),
    ]


class Way(TypedDict):
    """One order of paying."""

    months: Annotated[
        int | None,
        About(
            "Months until nothing is owed; null where that is not within fifty years",
            "全部还清要几个月；五十年还不清则为 null",
            "months",
        ),
    ]
    interest: Annotated[
        float | None,
        About(
            "All interest until then; null where the debts are never paid off",
            "到还清为止的全部利息；还不清则为 null",
            "yuan",
        ),
    ]
    first_debt_gone_in: Annotated[
        int | None,
        About(
            "Month in which the first debt is gone; null where none is",
            "第一笔在第几个月还清；一笔也还不清则为 null",
            "month",
        ),
    ]
    debts: Annotated[
        Mapping[str, Gone],
        About(
            "Each debt by its place in the list, from 1 on",
            "每一笔，按列表里的次序，从 1 开始",
        ),
    ]


class Summary(TypedDict):
    """What the summary of an answer says."""

    dearest_first: Annotated[Way, About("The highest rate first", "先还利率最高的")]
    smallest_first: Annotated[
        Way, About("The smallest balance first", "先还最小的一笔")
    ]
    arrears_first: Annotated[
        Way,
        About(
            "Debts in arrears first, then the highest rate",
            "先还逾期的，再还利率高的",
        ),
    ]
    least_payments: Annotated[
        float,
        About("Minimum payments of all debts together", "各笔最低还款合计", "yuan"),
    ]


class Rows(TypedDict):
    """The columns of an answer, one value a month."""

    month: Annotated[
        Sequence[int], About("Month, 0 is now", "第几个月，0 是现在", "month")
    ]
    dearest_first_owed: Annotated[
        Sequence[float],
        About("Owed in all, dearest first", "先还最贵的，一共还欠", "yuan"),
    ]
    dearest_first_interest: Annotated[
        Sequence[float], About("Interest charged so far", "到此为止的利息", "yuan")
    ]
    smallest_first_owed: Annotated[
        Sequence[float],
        About("Owed in all, smallest first", "先还最小的，一共还欠", "yuan"),
    ]
    smallest_first_interest: Annotated[
        Sequence[float], About("Interest charged so far", "到此为止的利息", "yuan")
    ]
    arrears_first_owed: Annotated[
        Sequence[float],
        About("Owed in all, arrears first", "先还逾期的，一共还欠", "yuan"),
    ]
    arrears_first_interest: Annotated[
        Sequence[float], About("Interest charged so far", "到此为止的利息", "yuan")
    ]
