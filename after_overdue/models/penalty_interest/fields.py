"""The fields of an answer about penalty interest: their types, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, NotRequired, TypedDict

from after_overdue.cases.fields import About

Arrears = TypedDict(
    "Arrears",
    {
        "overdue_principal": Annotated[
            float, About("Principal that is overdue", "逾期本金", "yuan")
        ],
        "overdue_interest": Annotated[
            float, About("Contract interest that is overdue", "逾期的合同利息", "yuan")
        ],
        "penalty_rate_per_year": Annotated[
            float,
            About(
                "Contract rate raised by the uplift",
                "合同利率加收之后的罚息利率",
                "share-per-year",
            ),
        ],
        "penalty": Annotated[
            float,
            About("Penalty interest to the chosen day", "到所选那天的罚息", "yuan"),
        ],
        "compound_interest": Annotated[
            float, About("Interest on unpaid interest", "对未付利息计的复利", "yuan")
        ],
        "owed": Annotated[
            float,
            About(
                "All that is owed: overdue part, penalty, compound interest and costs",
                "合计所欠：逾期部分、罚息、复利和费用",
                "yuan",
            ),
        ],
        "class": Annotated[
            Literal["normal", "special_mention", "substandard", "doubtful", "loss"],
            About("Risk class of the loan on that day", "那天的贷款风险分类"),
        ],
        "class_rule_of": Annotated[
            int,
            About(
                "Year of the rule that the class follows",
                "分类所依据规则的年份",
                "year",
            ),
        ],
    },
)
"""What is owed, at which rate, in which class."""


class Ceiling(TypedDict):
    """The ceiling, and whether it is exceeded."""

    ceiling_per_year: Annotated[
        float,
        About(
            "Ceiling for this kind of lender",
            "这类放贷机构的利率上限",
            "share-per-year",
        ),
    ]
    ceiling_kind: Annotated[
        Literal["court_trim", "regulator_cap", "lpr_multiple"],
        About("What kind of ceiling it is", "上限属于哪一种"),
    ]
    above_ceiling: Annotated[
        bool, About("Whether the charges exceed the ceiling", "费用是否超过上限")
    ]
    charges_above_ceiling: Annotated[
        float, About("By how much they exceed it", "超过多少", "yuan")
    ]
    lpr_per_year: Annotated[
        float | None,
        About(
            "One-year prime rate used, where the ceiling is a multiple of it",
            "上限按倍数计算时所用的一年期 LPR",
            "share-per-year",
        ),
    ]
    lpr_of: Annotated[
        date | None,
        About(
            "Day of that published rate; null if it was given",
            "该 LPR 的公布日期；自己填的则为 null",
        ),
    ]
    guidance_per_year: Annotated[
        float | None,
        About(
            "Lower figure of supervisory guidance for this kind of lender",
            "监管对这类机构的更低指导值",
            "share-per-year",
        ),
    ]


class Payment(TypedDict):
    """Where a part payment goes."""

    paid_to_costs: Annotated[
        float,
        About("Part of the payment that goes to costs", "还款中先抵费用的部分", "yuan"),
    ]
    paid_to_interest: Annotated[
        float, About("Part that goes to interest", "抵利息的部分", "yuan")
    ]
    paid_to_principal: Annotated[
        float, About("Part that goes to principal", "抵本金的部分", "yuan")
    ]
    paid_left_over: Annotated[
        float,
        About("Part left over once everything is paid", "抵完后剩下的部分", "yuan"),
    ]
    owed_after_payment: Annotated[
        float, About("What is still owed after the payment", "还款之后还欠多少", "yuan")
    ]


class Card(TypedDict):
    """What a card costs, where one is shown."""

    card_rate_per_year: NotRequired[
        Annotated[
            float,
            About(
                "The card's daily rate over a year",
                "信用卡日利率折成一年",
                "share-per-year",
            ),
        ]
    ]
    card_interest: NotRequired[
        Annotated[
            float,
            About("Card interest to the chosen day", "到所选那天的信用卡利息", "yuan"),
        ]
    ]
    card_late_fees: NotRequired[
        Annotated[
            float,
            About("Card late fees to the chosen day", "到所选那天的违约金", "yuan"),
        ]
    ]
    card_owed: NotRequired[
        Annotated[
            float, About("Card debt on the chosen day", "所选那天的信用卡欠款", "yuan")
        ]
    ]


class Summary(Arrears, Ceiling, Payment, Card):
    """What the summary of an answer says."""


Rows = TypedDict(
    "Rows",
    {
        "days_past_due": Annotated[
            Sequence[int], About("Days past due", "逾期天数", "days")
        ],
        "penalty": Annotated[
            Sequence[float], About("Penalty interest so far", "累计罚息", "yuan")
        ],
        "compound_interest": Annotated[
            Sequence[float], About("Compound interest so far", "累计复利", "yuan")
        ],
        "owed": Annotated[
            Sequence[float], About("All that is owed", "合计所欠", "yuan")
        ],
        "class": Annotated[
            Sequence[
                Literal["normal", "special_mention", "substandard", "doubtful", "loss"]
            ],
            About("Risk class", "风险分类"),
        ],
        "ceiling_charge": Annotated[
            Sequence[float],
            About(
                "Charges that the ceiling leaves room for", "上限之内可收的费用", "yuan"
            ),
        ],
        "card_interest": NotRequired[
            Annotated[
                Sequence[float], About("Card interest so far", "累计信用卡利息", "yuan")
            ]
        ],
        "card_late_fees": NotRequired[
            Annotated[
                Sequence[float], About("Card late fees so far", "累计违约金", "yuan")
            ]
        ],
        "card_owed": NotRequired[
            Annotated[Sequence[float], About("Card debt", "信用卡欠款", "yuan")]
        ],
    },
)
"""The columns of an answer, one value a step."""
