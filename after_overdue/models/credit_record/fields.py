"""The fields of an answer about the credit record: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, TypedDict

from after_overdue.cases.fields import About, Month


class Country(TypedDict):
    """Where the record stands under one place's rule."""

    clock_starts_with: Annotated[
        Literal["payment", "delinquency"],
        About("What starts the clock", "从什么时候开始计时"),
    ]
    kept_months: Annotated[int, About("How long it is kept", "保存多久", "months")]
    applies: Annotated[
        bool, About("Whether that rule fits this case", "这条规则是否适用")
    ]
    ends_on: Annotated[date | None, About("Last day of the clock", "计时结束的日期")]
    on_record: Annotated[
        bool, About("Whether it is still on record there", "在那里是否仍有记录")
    ]


class Summary(TypedDict):
    """What the summary of an answer says."""

    state: Annotated[
        Literal["not_overdue_yet", "paid_as_due", "overdue", "paid", "hidden", "gone"],
        About(
            "What the record is on the day it is read", "查看那天，这条记录处于什么状态"
        ),
    ]
    status_code: Annotated[
        str,
        About("Code of the latest month, N or 1 to 7", "最近一个月的代码：N 或 1 至 7"),
    ]
    days_past_due: Annotated[
        int,
        About("Days past due on the day it is read", "查看那天已逾期的天数", "days"),
    ]
    days_late: Annotated[
        int,
        About(
            "Days late until paid or until the day it is read",
            "到还清（或查看那天）一共晚了多少天",
            "days",
        ),
    ]
    worst_code: Annotated[str, About("Worst code reached", "达到过的最坏代码")]
    on_report: Annotated[bool, About("Whether the report shows it", "报告上是否显示")]
    deleted_on: Annotated[
        date | None,
        About(
            "Last day it is kept, so many years after the payment; null while the arrears are unpaid",
            "保留的最后一天，还清之后满年限的那天；欠款未还清时为 null",
        ),
    ]
    gone_from: Annotated[
        date | None,
        About(
            "First day without it, the day after deleted_on",
            "不再有这条记录的第一天，即 deleted_on 的次日",
        ),
    ]
    deleted_on_if_paid_as_planned: Annotated[
        date | None,
        About(
            "Last day it is kept if the arrears are paid on a day that is still to come",
            "如果在将来那天还清，保留的最后一天",
        ),
    ]
    one_off_stage: Annotated[
        Literal["not_announced", "open", "closed"],
        About(
            "Where the one-off repair policy stood on that day",
            "一次性信用修复政策当天处于什么阶段",
        ),
    ]
    one_off_covers: Annotated[
        bool,
        About(
            "Whether that policy covers a late month here",
            "该政策是否覆盖其中某个逾期月份",
        ),
    ]
    one_off_covers_all: Annotated[
        bool, About("Whether it covers every late month here", "是否覆盖全部逾期月份")
    ]
    one_off_hidden_from: Annotated[
        date | None,
        About(
            "Day from which the covered months are not displayed",
            "被覆盖的月份从哪天起不再展示",
        ),
    ]
    countries: Annotated[
        Mapping[str, Country],
        About(
            "Where the same record would stand under the rules of other places",
            "同一条记录，按其他地方的规则会怎样",
        ),
    ]


class Rows(TypedDict):
    """The columns of an answer, one value a step."""

    month: Annotated[Sequence[Month], About("Month of the report", "报告中的月份")]
    code: Annotated[
        Sequence[str], About("Code of the month, N or 1 to 7", "当月代码：N 或 1 至 7")
    ]
    overdue_amount: Annotated[
        Sequence[float],
        About("Amount overdue at the month's end", "月末逾期金额", "yuan"),
    ]
    displayed: Annotated[
        Sequence[bool],
        About(
            "Whether the one-off policy leaves it on display",
            "是否展示（一次性政策可使其不展示）",
        ),
    ]
    reported_code: Annotated[Sequence[str], About("Code as displayed", "展示的代码")]
    reported_amount: Annotated[
        Sequence[float], About("Amount as displayed", "展示的金额", "yuan")
    ]
    one_off_covers: Annotated[
        Sequence[bool],
        About(
            "Whether the one-off policy covers this month", "一次性政策是否覆盖这个月"
        ),
    ]
