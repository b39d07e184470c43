"""The fields of an answer about a card debt: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypedDict

from after_overdue.cases.fields import About


class Way(TypedDict):
    """One way of paying off the debt."""

    first_payment: Annotated[
        float, About("Paid in the first month", "第一个月还多少", "yuan")
    ]
    months: Annotated[
        int | None,
        About(
            "Months until nothing is owed; null where that is not within a hundred years",
            "还清要几个月；一百年还不清则为 null",
            "months",
        ),
    ]
    interest: Annotated[
        float | None,
        About(
            "All interest until then; null where that is not within a hundred years",
            "到还清为止的全部利息；一百年还不清则为 null",
            "yuan",
        ),
    ]


class Summary(TypedDict):
    """What the summary of an answer says."""

    minimum: Annotated[
        Way,
        About(
            "Only the minimum payment, which shrinks with the debt",
            "只还最低还款额，随欠款变小",
        ),
    ]
    fixed: Annotated[
        Way,
        About(
            "The payment of one's own, the same every month",
            "自己定的还款，每月一样",
        ),
    ]
    plan: Annotated[
        Way, About("The agreed plan, if the bank agrees", "协商分期，银行同意的话")
    ]
    kept_up: Annotated[
        Way,
        About(
            "The first minimum payment, kept up every month", "一直按第一次的最低额还"
        ),
    ]
    without_plan: Annotated[
        Way,
        About(
            "The instalment of the plan, paid without one", "分期每期的钱，但没有协商"
        ),
    ]


class Rows(TypedDict):
    """The columns of an answer, one value a month."""

    month: Annotated[
        Sequence[int], About("Month, 0 is now", "第几个月，0 是现在", "month")
    ]
    minimum_payment: Annotated[
        Sequence[float],
        About("Paid in the month, only the minimum", "当月还款，只还最低额", "yuan"),
    ]
    minimum_interest: Annotated[
        Sequence[float], About("Of it interest", "其中利息", "yuan")
    ]
    minimum_owed: Annotated[
        Sequence[float], About("Still owed after it", "还款之后还欠", "yuan")
    ]
    fixed_payment: Annotated[
        Sequence[float],
        About("Paid in the month, a sum of one's own", "当月还款，自己定的", "yuan"),
    ]
    fixed_interest: Annotated[
        Sequence[float], About("Of it interest", "其中利息", "yuan")
    ]
    fixed_owed: Annotated[
        Sequence[float], About("Still owed after it", "还款之后还欠", "yuan")
    ]
    plan_payment: Annotated[
        Sequence[float],
        About("Paid in the month, by the agreed plan", "当月还款，协商分期", "yuan"),
    ]
    plan_interest: Annotated[
        Sequence[float], About("Of it interest", "其中利息", "yuan")
    ]
    plan_owed: Annotated[
        Sequence[float], About("Still owed after it", "还款之后还欠", "yuan")
    ]
