"""The fields of an answer about the three clocks: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, TypedDict

from after_overdue.cases.fields import About


class Debt(TypedDict):
    """Where the first clock stands."""

    penalty: Annotated[
        float,
        About(
            "Penalty interest until the debt is paid, or so far while it is not",
            "到还清为止的罚息；还没还的，算到查看那天",
            "yuan",
        ),
    ]
    stops_on: Annotated[
        date | None,
        About(
            "Day on which it is paid and stops; null while it is unpaid",
            "还清、停住的那天；还没还时为 null",
        ),
    ]


class Record(TypedDict):
    """Where the second clock stands."""

    gone_from: Annotated[
        date | None,
        About(
            "First day without the record; null while the arrears are unpaid",
            "不再有这条记录的第一天；还没还时为 null",
        ),
    ]


class Score(TypedDict):
    """Where the third clock stands."""

    back_on: Annotated[
        date | None,
        About(
            "Day on which the score is back: always null, as nobody has published one",
            "分数回来的那天：没有人公布过，总是 null",
        ),
    ]


class Summary(TypedDict):
    """What the summary of an answer says."""

    debt: Annotated[Debt, About("The first clock: the debt", "第一只钟：债务")]
    record: Annotated[
        Record,
        About("The second clock: the central bank's record", "第二只钟：央行征信记录"),
    ]
    score: Annotated[Score, About("The third clock: the app score", "第三只钟：芝麻分")]


class Rows(TypedDict):
    """The columns of an answer, one value a clock."""

    clock: Annotated[
        Sequence[Literal["debt", "record", "score"]], About("Which clock", "哪只钟")
    ]
    starts_on: Annotated[
        Sequence[date | None], About("Day on which it starts", "从哪天开始走")
    ]
    last_day: Annotated[Sequence[date | None], About("Its last day", "最后一天")]
    penalty: Annotated[
        Sequence[float | None],
        About("Penalty interest, in the row of the debt", "债务这一行的罚息", "yuan"),
    ]
