"""The fields of an answer about true cost: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypedDict

from after_overdue.cases.fields import About


class Summary(TypedDict):
    """What the summary of an answer says."""

    apr: Annotated[
        float,
        About(
            "Annual percentage rate: twelve times the monthly rate",
            "年化利率（APR）：月利率乘以 12",
            "share-per-year",
        ),
    ]
    ear: Annotated[
        float,
        About(
            "Effective annual rate: the monthly rate compounded",
            "实际年利率（EAR）：月利率按复利",
            "share-per-year",
        ),
    ]
    monthly_rate: Annotated[
        float,
        About(
            "Internal rate of return of the cash flows",
            "现金流的内部收益率（月）",
            "share-per-month",
        ),
    ]
    nominal_rate_per_year: Annotated[
        float,
        About(
            "What the fee sounds like: twelve times the fee",
            "听起来的年费率：手续费率乘以 12",
            "share-per-year",
        ),
    ]
    received: Annotated[float, About("What is paid out", "到手金额", "yuan")]
    instalment: Annotated[
        float, About("An ordinary instalment", "平常一期的还款额", "yuan")
    ]
    first_payment: Annotated[float, About("First payment", "第一次还款", "yuan")]
    last_payment: Annotated[float, About("Last payment", "最后一次还款", "yuan")]
    last_month: Annotated[
        int, About("Month of the last payment", "最后一次还款在第几个月", "month")
    ]
    total_paid: Annotated[
        float, About("Amount and all fees", "本金加全部手续费", "yuan")
    ]
    fees_total: Annotated[float, About("All fees", "手续费合计", "yuan")]
    fees_saved: Annotated[
        float, About("Fees waived by settling early", "提前结清免掉的手续费", "yuan")
    ]
    average_balance_share: Annotated[
        float,
        About(
            "What is owed on average as a share of the amount",
            "平均所欠占借款总额的比例",
            "share",
        ),
    ]
    effective_rate_first_month: Annotated[
        float,
        About(
            "Fee of the first month as a share of what is owed",
            "第一个月手续费占所欠的比例",
            "share-per-month",
        ),
    ]
    effective_rate_last_month: Annotated[
        float,
        About(
            "Fee of the last month as a share of what is owed",
            "最后一个月手续费占所欠的比例",
            "share-per-month",
        ),
    ]
    interest_at_nominal_rate: Annotated[
        float,
        About(
            "Interest of a loan that really costs what the fee sounds like",
            "真按听起来的费率计息时的利息",
            "yuan",
        ),
    ]
    shop_formula_rate: Annotated[
        float,
        About(
            "Rule-of-thumb rate of the counter formula",
            "柜台估算公式得出的利率",
            "share-per-year",
        ),
    ]


class Rows(TypedDict):
    """The columns of an answer, one value a step."""

    month: Annotated[
        Sequence[int], About("Month, 0 is the payout", "第几个月，0 是放款", "month")
    ]
    principal: Annotated[Sequence[float], About("Principal paid", "还的本金", "yuan")]
    fee: Annotated[Sequence[float], About("Fee paid", "付的手续费", "yuan")]
    payment: Annotated[
        Sequence[float], About("Principal and fee", "本金加手续费", "yuan")
    ]
    balance: Annotated[
        Sequence[float], About("Still owed at the month's end", "月末还欠", "yuan")
    ]
    cash_flow: Annotated[
        Sequence[float],
        About(
            "Received if positive and paid if negative",
            "现金流：正数到手，负数支出",
            "yuan",
        ),
    ]
    effective_rate: Annotated[
        Sequence[float | None],
        About(
            "Fee as a share of what is owed", "手续费占所欠的比例", "share-per-month"
        ),
    ]
