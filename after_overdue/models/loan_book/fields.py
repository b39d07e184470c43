"""The fields of an answer about a loan book: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypedDict

from after_overdue.cases.fields import About


class Spread(TypedDict):
    """What chance alone does to a book."""

    overdue_share_p10: Annotated[
        float,
        About(
            "Share overdue that one book in ten does not exceed",
            "十分之一的组合不超过的逾期比例",
            "share",
        ),
    ]
    overdue_share_p50: Annotated[
        float, About("Median share overdue", "逾期比例的中位数", "share")
    ]
    overdue_share_p90: Annotated[
        float,
        About(
            "Share overdue that nine books in ten do not exceed",
            "十分之九的组合不超过的逾期比例",
            "share",
        ),
    ]
    loss_share_p10: Annotated[
        float,
        About(
            "Share lost that one book in ten does not exceed",
            "十分之一的组合不超过的损失比例",
            "share",
        ),
    ]
    loss_share_p50: Annotated[
        float, About("Median share lost", "损失比例的中位数", "share")
    ]
    loss_share_p90: Annotated[
        float,
        About(
            "Share lost that nine books in ten do not exceed",
            "十分之九的组合不超过的损失比例",
            "share",
        ),
    ]


class Book(TypedDict):
    """The same for the whole book."""

    loans: Annotated[int, About("Loans in the book", "贷款笔数", "count")]
    applicants: Annotated[
        float, About("Applicants looked at", "看过的申请份数", "count")
    ]
    expected_loss: Annotated[float, About("Expected loss", "预期损失", "yuan")]
    cost_of_control: Annotated[float, About("Cost of control", "检查成本", "yuan")]


class State(TypedDict):
    """How the book stands in the last month."""

    overdue_share: Annotated[
        float,
        About(
            "Share of the book that is overdue in the last month",
            "最后一个月逾期的比例",
            "share",
        ),
    ]
    loss_share: Annotated[
        float, About("Share of the book that counts as lost", "算作损失的比例", "share")
    ]
    loss_bucket: Annotated[
        Literal["overdue_3_or_more", "written_off"],
        About("The bucket that counts as lost", "哪一档算作损失"),
    ]
    expected_loss: Annotated[
        float, About("Expected loss for each loan", "每笔贷款的预期损失", "yuan")
    ]
    weak_share_of_book: Annotated[
        float,
        About(
            "Share of weak borrowers among those lent to",
            "放款客户中资质较弱的借款人的比例",
            "share",
        ),
    ]
    good_turned_away_share: Annotated[
        float,
        About(
            "Share of good applicants who were turned away",
            "被误拒的好申请人比例",
            "share",
        ),
    ]
    applicants_per_loan: Annotated[
        float,
        About("Applicants looked at for each loan", "每放一笔要看多少份申请", "count"),
    ]


class Costs(TypedDict):
    """What each checkpoint costs, for each loan."""

    cost_of_control: Annotated[
        float,
        About(
            "Cost of all three checkpoints, for each loan",
            "三道检查的成本（每笔）",
            "yuan",
        ),
    ]
    cost_of_review: Annotated[
        float, About("Cost of the review post", "审查岗的成本", "yuan")
    ]
    cost_of_committee: Annotated[
        float, About("Cost of the loan committee", "贷审会的成本", "yuan")
    ]
    cost_of_inspection: Annotated[
        float, About("Cost of the post-loan inspection", "贷后检查的成本", "yuan")
    ]


class Values(TypedDict):
    """Loss that each checkpoint saves, for each loan."""

    value_of_review: Annotated[
        float,
        About(
            "Loss that the review post saves alone", "只有审查岗时少损失多少", "yuan"
        ),
    ]
    value_of_committee: Annotated[
        float,
        About(
            "Loss that the loan committee saves alone", "只有贷审会时少损失多少", "yuan"
        ),
    ]
    value_of_inspection: Annotated[
        float,
        About(
            "Loss that the post-loan inspection saves alone",
            "只有贷后检查时少损失多少",
            "yuan",
        ),
    ]
    value_of_inspection_on_top: Annotated[
        float,
        About(
            "Loss that the inspection saves on top of the other two",
            "前两道之外，贷后检查又少损失多少",
            "yuan",
        ),
    ]
    value_of_all_three: Annotated[
        float, About("Loss that all three save together", "三道一起少损失多少", "yuan")
    ]


class Chance(TypedDict):
    """The misprint, chance and the whole book."""

    renormalised_rows: Annotated[
        Sequence[str],
        About(
            "Rows of the published matrix that did not sum to 1 and were divided by their sum",
            "公开矩阵中合计不为 1、除以其合计的行",
        ),
    ]
    spread: Annotated[
        Spread | None,
        About(
            "What chance alone does to a book of so many loans in the last month; null without a number of loans",
            "这么多笔贷款，单凭运气，最后一个月会差多少；没有填笔数则为 null",
        ),
    ]
    book: Annotated[
        Book | None,
        About(
            "The same for the whole book; null without a number of loans",
            "整个组合的合计；没有填笔数则为 null",
        ),
    ]


class Summary(State, Costs, Values, Chance):
    """What the summary of an answer says."""


class Rows(TypedDict):
    """The columns of an answer, one value a step."""

    month: Annotated[
        Sequence[int],
        About("Months since the loans were paid out", "放款后第几个月", "month"),
    ]
    no_balance: NotRequired[
        Annotated[
            Sequence[float], About("Share without a balance", "没有欠款的比例", "share")
        ]
    ]
    up_to_date: Annotated[
        Sequence[float], About("Share up to date", "正常的比例", "share")
    ]
    overdue_1: Annotated[
        Sequence[float], About("Share one payment behind", "逾期一期的比例", "share")
    ]
    overdue_2: Annotated[
        Sequence[float], About("Share two payments behind", "逾期两期的比例", "share")
    ]
    overdue_3_or_more: NotRequired[
        Annotated[
            Sequence[float],
            About("Share three or more payments behind", "逾期三期以上的比例", "share"),
        ]
    ]
    overdue_3: NotRequired[
        Annotated[
            Sequence[float],
            About("Share three payments behind", "逾期三期的比例", "share"),
        ]
    ]
    overdue_4: NotRequired[
        Annotated[
            Sequence[float],
            About("Share four payments behind", "逾期四期的比例", "share"),
        ]
    ]
    written_off: NotRequired[
        Annotated[Sequence[float], About("Share written off", "已核销的比例", "share")]
    ]
    overdue_share_p10: NotRequired[
        Annotated[
            Sequence[float],
            About(
                "Share overdue that one book in ten does not exceed",
                "十分之一的组合不超过的逾期比例",
                "share",
            ),
        ]
    ]
    overdue_share_p50: NotRequired[
        Annotated[
            Sequence[float], About("Median share overdue", "逾期比例的中位数", "share")
        ]
    ]
    overdue_share_p90: NotRequired[
        Annotated[
            Sequence[float],
            About(
                "Share overdue that nine books in ten do not exceed",
                "十分之九的组合不超过的逾期比例",
                "share",
            ),
        ]
    ]
    loss_share_p10: NotRequired[
        Annotated[
            Sequence[float],
            About(
                "Share lost that one book in ten does not exceed",
                "十分之一的组合不超过的损失比例",
                "share",
            ),
        ]
    ]
    loss_share_p50: NotRequired[
        Annotated[
            Sequence[float], About("Median share lost", "损失比例的中位数", "share")
        ]
    ]
    loss_share_p90: NotRequired[
        Annotated[
            Sequence[float],
            About(
                "Share lost that nine books in ten do not exceed",
                "十分之九的组合不超过的损失比例",
                "share",
            ),
        ]
    ]
