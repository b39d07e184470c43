"""The fields of an answer about score recovery: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NotRequired, TypedDict

from after_overdue.cases.fields import About, Month


class Back(TypedDict):
    """When a reading is back at the target."""

    back_in_month: Annotated[
        int | None,
        About(
            "Months after the repair until the target is reached; null if no month is promised",
            "修复后第几个月回到目标分；没有承诺则为 null",
            "month",
        ),
    ]
    back_on: Annotated[Month | None, About("The calendar month of it", "对应的年月")]


class Readings(TypedDict):
    """When each reading that is shown is back at the target."""

    schedule: NotRequired[
        Annotated[
            Back,
            About(
                "Timetable: months 1-12 nothing, then slowly, then faster from month 25",
                "按月回升：头一年不动，然后慢慢涨，第25个月起加快",
            ),
        ]
    ]
    schedule_from_26: NotRequired[
        Annotated[
            Back,
            About(
                "Timetable, read as faster from month 26",
                "按月回升，理解为第26个月起加快",
            ),
        ]
    ]
    restored: NotRequired[
        Annotated[
            Back, About("Back at once with the repair", "立刻恢复：修复当月就回来")
        ]
    ]
    re_evaluated: NotRequired[
        Annotated[
            Back, About("Evaluated anew, no rise promised", "重新评估，不承诺加分")
        ]
    ]
    not_for_now: NotRequired[
        Annotated[
            Back,
            About(
                "The lost points do not come back for now",
                "暂不回升：扣掉的分暂时不回来",
            ),
        ]
    ]


class Summary(Readings):
    """What the summary of an answer says."""

    score_after: Annotated[
        int, About("Score right after the overdue", "逾期之后的分数", "points")
    ]
    credit_record_deleted_in: Annotated[
        Month,
        About(
            "Month in which the central-bank record is deleted",
            "央行征信记录删除的年月",
        ),
    ]


class Rows(TypedDict):
    """The columns of an answer, one value a step."""

    month: Annotated[
        Sequence[int],
        About(
            "Months after the repair, 0 to the last month shown",
            "修复后的第几个月，从 0 开始",
            "month",
        ),
    ]
    date: Annotated[Sequence[Month], About("The calendar month of it", "对应的年月")]
    schedule: NotRequired[
        Annotated[
            Sequence[int],
            About("Score by the timetable", "照“按月回升”算的分数", "points"),
        ]
    ]
    schedule_from_26: NotRequired[
        Annotated[
            Sequence[int],
            About(
                "Score by the timetable, faster from month 26",
                "照“按月回升”（第26个月起加快）算的分数",
                "points",
            ),
        ]
    ]
    restored: NotRequired[
        Annotated[
            Sequence[int],
            About("Score if it is back at once", "立刻恢复时的分数", "points"),
        ]
    ]
    re_evaluated: NotRequired[
        Annotated[
            Sequence[int],
            About(
                "Score if it is evaluated anew: the level shown, with no rise promised",
                "重新评估时显示的分数，不承诺加分",
                "points",
            ),
        ]
    ]
    not_for_now: NotRequired[
        Annotated[
            Sequence[int],
            About("Score if the points do not come back", "暂不回升时的分数", "points"),
        ]
    ]
    p10: NotRequired[
        Annotated[
            Sequence[int],
            About(
                "Score that one in ten does not exceed when some months are paid late",
                "有些月份还会晚还时，十分之一的结果不超过的分数",
                "points",
            ),
        ]
    ]
    p50: NotRequired[
        Annotated[
            Sequence[int],
            About(
                "Median score when some months are paid late",
                "有些月份还会晚还时，分数的中位数",
                "points",
            ),
        ]
    ]
    p90: NotRequired[
        Annotated[
            Sequence[int],
            About(
                "Score that nine in ten do not exceed when some months are paid late",
                "有些月份还会晚还时，十分之九的结果不超过的分数",
                "points",
            ),
        ]
    ]
    chance_back: NotRequired[
        Annotated[
            Sequence[float],
            About(
                "Chance that the target has been reached by this month",
                "到这个月已经回到目标分的可能性",
                "share",
            ),
        ]
    ]
