"""A small bank with every kind of question and every character that formats dislike."""

from after_overdue.catalog.quizzes import Kind
from after_overdue.teaching.exports.bank import BankQuestion, Choice, Target

NASTY = '1 &lt; 2 &amp; ~a=b# {c}: d\\e "q" ]]&gt; 罚息·逾期'
LINK = "https://guide.example/penalty_interest?lang=en&amp;days=30&amp;kind=loan"
SOURCES = "<p>Sources</p><ol><li>Civil Code, Article 676 &amp; 677</li></ol>"


def choice(name: str, *, right: bool = False, say: str = "") -> Choice:
    reply = f'About <strong>{name}</strong>. <a href="{LINK}">See it</a>'
    return Choice(name, say or f"Option {name}", reply, right)


def question(
    name: str,
    kind: Kind,
    choices: list[Choice],
    target: Target | None = None,
    language: str = "en",
) -> BankQuestion:
    return BankQuestion(
        id=name,
        kind=kind,
        language=language,
        topic="overdue-basics",
        title=f"Which: {name} = {{?}}",
        ask=f"<p>What of {name}? {NASTY}</p>\n<ul>\n<li>one</li>\n</ul>",
        choices=choices,
        shown=[each.id for each in reversed(choices)],
        target=target,
        sources=SOURCES,
    )


SINGLE = question(
    "what-grows",
    "single",
    [choice("arrears", right=True, say=NASTY), choice("whole-loan"), choice("nothing")],
)
MULTIPLE = question(
    "which-clocks",
    "multiple",
    [
        choice("score", right=True),
        choice("record", right=True),
        choice("debt", right=True),
        choice("calendar"),
        choice("weather"),
    ],
)
NUMBER = question(
    "how-many-months",
    "number",
    [],
    Target(37.5, 0.5, "… months", "Just so.", "It takes longer.", "Sooner than that."),
)
ORDER = question(
    "what-comes-first", "order", [choice("due"), choice("late"), choice("cured")]
)
BANK = (SINGLE, MULTIPLE, NUMBER, ORDER)
