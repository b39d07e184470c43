"""The question bank: quiz items in words, ready to be written in any format.

Texts are XHTML fragments, so that every format holds the same words; a format that
knows no HTML has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from after_overdue.cases.permalinks import query, versioned
from after_overdue.catalog.interface import words
from after_overdue.catalog.question_text import Note
from after_overdue.catalog.questions import Figure
from after_overdue.catalog.quizzes import Kind, QuizItem
from after_overdue.catalog.sources import Citation
from after_overdue.reading.markup import markdown
from after_overdue.teaching.quiz import shown, truth, unit_label
from after_overdue.teaching.quiz_text import QuizText, quiz_text

MARKDOWN = markdown()
LONGEST_TITLE = 80
MARKED = re.compile(r"\*\*|\[\d+\]")
"""What a list of titles does without: bold type and the marks of footnotes."""


@dataclass(frozen=True)
class Choice:
    """One option: what it says, and the reply to whoever chooses it.

    Attributes
    ----------
    say, reply : XHTML; the reply ends with the link to the settings that show it
    """

    id: str
    say: str
    reply: str
    right: bool


@dataclass(frozen=True)
class Target:
    """The number asked for, and the replies to what is given instead.

    Attributes
    ----------
    value, tolerance : in the unit; a share in per cent
    unit : how the unit stands around the number, such as ``… months``
    right, low, high : XHTML
    """

    value: float
    tolerance: float
    unit: str
    right: str
    low: str
    high: str


@dataclass(frozen=True)
class BankQuestion:
    """One question of the bank in one language.

    Attributes
    ----------
    title : plain text, to find it again in a list
    ask, sources : XHTML
    choices : for an order, in the right order
    shown : their ids in the order in which an order is shown
    """

    id: str
    kind: Kind
    language: str
    topic: str
    title: str
    ask: str
    choices: Sequence[Choice]
    shown: Sequence[str]
    target: Target | None
    sources: str

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of the right choices; of an order all, as they should stand."""
        every = self.kind == "order"
        return tuple(each.id for each in self.choices if every or each.right)


def bank(
    items: Iterable[QuizItem], *, base: str, today: date
) -> tuple[BankQuestion, ...]:
    """Return quiz items as questions of the bank.

    Parameters
    ----------
    items : in one language
    base : the address of the site, without a slash at its end
    today : the day whose numbers are told
    """
    return tuple(_question(item, base, today) for item in items)


def address(base: str, figure: Figure, language: str) -> str:
    """Return the whole address of a page at these settings."""
    settings = {"lang": language, **versioned(figure.address)}
    return f"{base}/{figure.page}?{query(settings)}"


def _question(item: QuizItem, base: str, today: date) -> BankQuestion:
    text = quiz_text(item, today)
    right = set(item.right)
    return BankQuestion(
        id=item.id,
        kind=item.kind,
        language=item.language,
        topic=item.topic,
        title=_short(text.ask),
        ask=MARKDOWN.render(text.ask).strip(),
        choices=tuple(
            Choice(
                option.id,
                MARKDOWN.renderInline(text.say(option.id)),
                _reply(text.because(option.id), option.see, base, item.language),
                option.id in right,
            )
            for option in item.options
        ),
        shown=tuple(option.id for option in shown(item)),
        target=_target(item, text, base, today),
        sources=_sources(text, item.language),
    )


def _short(text: str) -> str:
    """Return the start of a text as one plain line."""
    line = " ".join(MARKED.sub("", text).split())
    if len(line) <= LONGEST_TITLE:
        return line
    return f"{line[: LONGEST_TITLE - 1].rstrip()}…"


def _target(item: QuizItem, text: QuizText, base: str, today: date) -> Target | None:
    if item.number is None:
        return None
    right, low, high = (
        _reply(text.texts[f"number.{name}"], item.number, base, item.language)
        for name in ("right", "low", "high")
    )
    value = truth(item, today)
    return Target(value, item.number.tolerance, unit_label(item), right, low, high)


def _reply(because: str, see: Figure | None, base: str, language: str) -> str:
    text: str = MARKDOWN.renderInline(" ".join(because.split()))
    if see is None:
        return text
    said = words("take_away", language)["see"]
    page = words(see.page, language)["menu"]
    href = escape(address(base, see, language))
    return f'{text} <a href="{href}">{escape(said.format(page=page))}</a>'


def _sources(text: QuizText, language: str) -> str:
    if not text.notes:
        return ""
    title = escape(words("take_away", language)["sources"])
    return f"<p>{title}</p>{cited_lines(text.notes, language)}"


def cited_lines(notes: Iterable[Note], language: str) -> str:
    """Return footnotes as a numbered list."""
    texts = words("sources", language)
    lines = (
        escape(texts["between"]).join(
            _cited(each, texts["comma"]) for each in citations
        )
        for citations in (note.citations for note in notes)
    )
    return f"<ol>{''.join(f'<li>{line}</li>' for line in lines)}</ol>"


def _cited(citation: Citation, comma: str) -> str:
    named = (citation.title, citation.pin, citation.publisher)
    text = escape(comma.join(filter(None, named)))
    if citation.url is None:
        return text
    return f'<a href="{escape(citation.url)}">{text}</a>'
