"""The fields of an answer about limitation: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, TypedDict

from after_overdue.cases.fields import About
from after_overdue.models.limitation.arithmetic import EventKind, WhyNot

DUE: Literal["due"] = "due"
"""The kind of the row of the due day, which no event brings."""


class RestartFields(TypedDict):
    """What one event does to the time to sue."""

    kind: Annotated[EventKind, About("What happened", "发生了什么")]
    day: Annotated[date, About("Its day", "日期")]
    new_end: Annotated[
        date | None,
        About(
            "New end of the time to sue by the calendar; null where it does not restart",
            "起诉时效按日历的新终点；不重新开始则为 null",
        ),
    ]
    why_not: Annotated[
        WhyNot | None,
        About(
            "Why it does not start again; null where it does",
            "为什么不重新开始；重新开始则为 null",
        ),
    ]


class Summary(TypedDict):
    """What the summary of an answer says."""

    ends_on: Annotated[
        date,
        About(
            "Last day of the time to sue by the calendar", "起诉时效按日历的最后一天"
        ),
    ]
    moved_to: Annotated[
        date, About("The same, moved past a weekend", "遇周末顺延之后的最后一天")
    ]
    restarts: Annotated[
        Sequence[RestartFields],
        About("What each event does to the time to sue", "每件事对起诉时效的影响"),
    ]
    looked_at_on: Annotated[
        date, About("Day on which the clocks are looked at", "看这几个时钟的那一天")
    ]
    has_run_out: Annotated[
        bool,
        About(
            "Whether the time to sue is over on that day, by what was entered",
            "按所填的内容，那天时效是否已届满",
        ),
    ]
    enforce_until: Annotated[
        date | None,
        About(
            "Last day to ask for enforcement, past a weekend; null without a judgment",
            "申请执行的最后一天，遇周末顺延；没有判决则为 null",
        ),
    ]
    doubled_interest: Annotated[
        float | None,
        About(
            "Doubled part for late performance until that day; null without a judgment",
            "到那天为止迟延履行的加倍部分；没有判决则为 null",
            "yuan",
        ),
    ]
    mark_gone_from: Annotated[
        date | None,
        About(
            "First day without the mark; null while unpaid, or where nothing was late",
            "征信记录消失的第一天；没还清，或没有逾期，则为 null",
        ),
    ]


class Rows(TypedDict):
    """The columns of an answer, one value an event, the due day first."""

    kind: Annotated[
        Sequence[Literal[EventKind, "due"]],
        About("What happened, due for the due day", "发生了什么，due 是到期日"),
    ]
    day: Annotated[Sequence[date], About("Its day", "日期")]
    new_end: Annotated[
        Sequence[date | None],
        About("New end of the time to sue by the calendar", "起诉时效按日历的新终点"),
    ]
    why_not: Annotated[
        Sequence[WhyNot | None],
        About("Why it does not start again", "为什么不重新开始"),
    ]
