"""Predictions as questions: guess the number, then read what the model says."""

from __future__ import annotations

from datetime import date
from html import escape

from after_overdue.cases.locale import Locale
from after_overdue.catalog.lessons import PredictedFigure
from after_overdue.predictions.case import prediction_case
from after_overdue.predictions.words import PredictionWords
from after_overdue.teaching.exports.bank import BankQuestion, Target

BLANK = "…"
"""Where the number to answer with stands."""


def predicted_question(
    name: str, figure: PredictedFigure, *, page: str, today: date, locale: Locale
) -> BankQuestion | None:
    """Return a prediction as a question for a number; None where it asks for more.

    Parameters
    ----------
    name : id of the question
    page : address of the page that shows the answer
    """
    case = prediction_case(figure.page, figure.asks, figure.address, today)
    words, ends = PredictionWords(case, locale), case.right_ends
    if ends is None:
        return None
    middle = (ends.low + ends.high) / 2
    texts = locale.words("take_away")
    link = f'<a href="{escape(page)}">{escape(texts["try"])}</a>'
    reply = f"{escape(texts['model_says'].format(answer=words.right()))} {link}"
    colon = locale.words("answers")["colon"]
    given = "".join(
        f"<li>{escape(label + colon + value)}</li>" for label, value in words.given()
    )
    return BankQuestion(
        id=name,
        kind="number",
        language=locale.language,
        topic=figure.page,
        title=words.question,
        ask=f"<p>{escape(words.question)}</p><ul>{given}</ul>",
        choices=(),
        shown=(),
        target=Target(
            middle, ends.high - middle, words.blank(BLANK), reply, reply, reply
        ),
        sources="",
    )
