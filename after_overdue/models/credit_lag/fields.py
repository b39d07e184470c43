"""The fields of an answer about credit: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypedDict

from after_overdue.cases.fields import About


class Summary(TypedDict):
    """What the summary of an answer says."""

    who_gives_credit: Annotated[
        Literal["seller", "buyer", "nobody"],
        About("Who gives credit for that time", "这段时间谁在等，也就是谁给了信用"),
    ]
    lag_days: Annotated[
        int,
        About(
            "Days from delivery to payment, negative if paid before",
            "从交货到付款的天数；先付款则为负数",
            "days",
        ),
    ]
    credit_value_days: Annotated[
        float,
        About(
            "Amount times days: the shaded area, yuan × days",
            "金额乘天数，也就是图上的阴影：相当于一元钱等多少天",
        ),
    ]


class Rows(TypedDict):
    """The columns of an answer, one value a step."""

    day: Annotated[Sequence[int], About("Day", "第几天", "days")]
    value_given: Annotated[
        Sequence[float], About("Worth delivered so far", "已交付的价值", "yuan")
    ]
    value_returned: Annotated[
        Sequence[float], About("Worth paid so far", "已支付的价值", "yuan")
    ]
    outstanding: Annotated[
        Sequence[float],
        About("Difference: the credit on that day", "差额：当天的信用", "yuan"),
    ]
