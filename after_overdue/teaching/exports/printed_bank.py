"""The question bank on paper: every question to answer by hand, then the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from string import ascii_uppercase
from typing import get_args

from jinja2 import Template
from markupsafe import Markup

from after_overdue.cases.locale import Locale
from after_overdue.catalog.questions import Topic
from after_overdue.reading.markup import templates
from after_overdue.teaching.exports.bank import BankQuestion
from after_overdue.teaching.exports.typst import TEMPLATES

HOW = {"single": "choose_one", "multiple": "choose_many", "order": "put_in_order"}
"""The words under ``learner`` that say how a kind is answered; a number needs none."""
TOPICS: tuple[str, ...] = get_args(Topic)
DECIMALS = 2
"""Of a number in the key; its reply tells how near is near enough."""


@dataclass(frozen=True)
class PrintedQuestion:
    """A question as it stands on paper, and what the key says of it.

    Attributes
    ----------
    unit : what stands before and after the line for a number
    right : letters of the right options, in their order, or the number
    """

    id: str
    number: int
    how: str
    ask: Markup
    options: Sequence[Markup]
    unit: tuple[Markup, Markup] | None
    right: str
    reasons: Sequence[Markup]
    sources: Markup


def printed_bank(questions: Sequence[BankQuestion], today: date) -> bytes:
    """Return the bank in one language as a page to print."""
    locale = Locale(questions[0].language)
    by_topic = sorted(questions, key=lambda each: TOPICS.index(each.topic))
    asked = [_printed(each, at, locale) for at, each in enumerate(by_topic, 1)]
    pairs = zip(by_topic, asked, strict=True)
    names = locale.words("answers")
    topics = [
        (names[f"topics.{topic}"], [printed for _, printed in found])
        for topic, found in groupby(pairs, key=lambda pair: pair[0].topic)
    ]
    text = _template().render(
        language=locale.language,
        said=locale.words("take_away"),
        key=locale.words("pack")["key"],
        site=locale.words("site"),
        label=locale.label(today),
        topics=topics,
    )
    return text.encode()


def _printed(question: BankQuestion, number: int, locale: Locale) -> PrintedQuestion:
    said = {each.id: each for each in question.choices}
    target, how = question.target, HOW.get(question.kind)
    unit = None
    if target is not None:
        before, _, after = target.unit.partition("…")
        unit = (Markup(before), Markup(after))
        right = target.unit.replace("…", locale.number(round(target.value, DECIMALS)))
        reasons = [target.right]
    else:
        letters = dict(zip(question.shown, ascii_uppercase, strict=False))
        right = " ".join(letters[each] for each in question.right)
        reasons = [said[each].reply for each in question.right]
    return PrintedQuestion(
        question.id,
        number,
        locale.words("learner")[how] if how else "",
        Markup(question.ask),
        [Markup(said[each].say) for each in question.shown],
        unit,
        right,
        [Markup(each) for each in reasons],
        Markup(question.sources),
    )


@cache
def _template() -> Template:
    return templates(TEMPLATES).get_template("printed_bank.html")
