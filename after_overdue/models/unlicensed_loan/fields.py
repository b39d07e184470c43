"""The fields of an answer about an unlicensed loan: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypedDict

from after_overdue.cases.fields import About


class Summary(TypedDict):
    """What the summary of an answer says."""

    rate_per_year: Annotated[
        float,
        About(
            "Simple interest a year on what arrived",
            "按到手的钱折算的单利年利率",
            "share-per-year",
        ),
    ]
    ceiling_per_year: Annotated[
        float,
        About(
            "Four times the one-year loan prime rate",
            "一年期报价利率的四倍",
            "share-per-year",
        ),
    ]
    principal_in_law: Annotated[
        float,
        About(
            "What counts as principal: the sum that arrived",
            "法律认的本金：实际到手的钱",
            "yuan",
        ),
    ]
    interest_at_ceiling: Annotated[
        float,
        About("Interest for its days at the ceiling", "按上限计的这些天的利息", "yuan"),
    ]
    after_12_months: Annotated[
        float,
        About(
            "What is owed after twelve months in which new loans repay the old",
            "借新还旧十二个月后欠多少",
            "yuan",
        ),
    ]


class Rows(TypedDict):
    """The columns of an answer, one value a month."""

    month: Annotated[
        Sequence[int], About("Month, 0 is the start", "第几个月，0 是开始", "month")
    ]
    debt: Annotated[
        Sequence[float], About("Owed after that month", "那个月之后欠多少", "yuan")
    ]
