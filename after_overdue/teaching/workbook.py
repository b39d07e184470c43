"""The results of a class as a workbook: people, questions, every answer in words."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import xlsxwriter

from after_overdue.cases.locale import Locale
from after_overdue.errors import AfterOverdueError
from after_overdue.teaching.asked import PredictionAsked, QuestionAsked
from after_overdue.teaching.class_session import HostView, host_view
from after_overdue.teaching.quiz import truth
from after_overdue.teaching.results import Result, about, results
from after_overdue.teaching.store import Store

PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""What a learner typed stays text, whatever it begins with."""
WIDTH, WIDE = 16, 60
"""Letters that a column shows."""
Row = Sequence[str | int | float | None]


def results_xlsx(store: Store, host_secret: str, *, now: datetime, zone: str) -> bytes:
    """Return the results as a workbook in the language of the class.

    Parameters
    ----------
    zone : whose time is shown, as ``Asia/Shanghai``
    """
    view = host_view(store, host_secret, now=now)
    rows = results(store, host_secret, now=now)
    locale = Locale(view.lesson.language)
    texts = locale.words("workbook")
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, PLAIN) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        for name, heads, lines in (
            ("people", _PEOPLE, _people(rows, zone)),
            ("questions", _QUESTIONS, _questions(view, rows)),
            ("answers", _ANSWERS, _answers(view, rows, zone, locale)),
        ):
            sheet = book.add_worksheet(texts[name])
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(heads), WIDTH)
            for column, head in enumerate(heads):
                sheet.write_string(0, column, texts[head].format(zone=zone), bold)
                if head in _WIDE:
                    sheet.set_column(column, column, WIDE)
            for number, line in enumerate(lines, 1):
                sheet.write_row(number, 0, line)
    return file.getvalue()


_PEOPLE = ("learner", "nickname", "joined", "answered_of", "asked_of", "right_of")
_QUESTIONS = ("step", "question", "right_answer", "given", "right_given", "id")
_ANSWERS = (
    *("learner", "nickname", "step", "question", "answer", "is_right", "at"),
    "id",
)
_WIDE = ("question", "right_answer", "answer")


def _people(rows: Sequence[Result], zone: str) -> Iterable[Row]:
    """Yield a row for each person: when they came, how much they answered rightly."""
    for number in dict.fromkeys(each.learner for each in rows):
        own = [each for each in rows if each.learner == number]
        given = [each for each in own if each.response is not None]
        yield (
            number,
            own[0].nickname or "",
            _local(own[0].joined, zone),
            len(given),
            len(own),
            sum(1 for each in given if each.right),
        )


def _questions(view: HostView, rows: Sequence[Result]) -> Iterable[Row]:
    """Yield a row for each question: what is right, and how many knew."""
    for step, asks in enumerate(view.lesson.steps):
        if asks.kind == "page":
            continue
        given = [
            each for each in rows if each.step == step + 1 and each.response is not None
        ]
        right = sum(1 for each in given if each.right)
        question, model = _asked(view, step)
        yield step + 1, question, model, len(given), right, about(asks)


def _answers(
    view: HostView, rows: Sequence[Result], zone: str, locale: Locale
) -> Iterable[Row]:
    """Yield a row for each answer, in words."""
    texts = locale.words("learner")
    for each in rows:
        if each.response is None or each.answered is None:
            continue
        marks = {True: texts["right"], False: texts["wrong"], None: ""}
        yield (
            each.learner,
            each.nickname or "",
            each.step,
            _asked(view, each.step - 1)[0],
            _said(view, each),
            marks[each.right],
            _local(each.answered, zone),
            about(each.asked),
        )


def _asked(view: HostView, step: int) -> tuple[str, str]:
    """Return a question and what is right; nothing where the guide no longer asks."""
    try:
        asked = view.scene.asked(step)
        return asked.question, right_answer(asked)
    except AfterOverdueError:
        return "", ""


def right_answer(asked: PredictionAsked | QuestionAsked) -> str:
    """Return what is right, in words."""
    if isinstance(asked, PredictionAsked):
        return asked.words.right()
    if asked.item.kind == "number":
        return asked.said({"number": truth(asked.item, asked.day)})
    key = "order" if asked.item.kind == "order" else "options"
    return asked.said({key: list(asked.item.right)})


def _said(view: HostView, result: Result) -> str:
    assert result.response is not None
    try:
        return view.scene.asked(result.step - 1).said(result.response)
    except AfterOverdueError:
        return ""


def _local(moment: datetime, zone: str) -> str:
    here = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return here.isoformat(sep=" ", timespec="seconds")
