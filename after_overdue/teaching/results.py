"""The results of a class: one row for each learner and step, and as CSV.

A spreadsheet runs a cell that begins like a formula; such a cell gets an apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from after_overdue.errors import AfterOverdueError
from after_overdue.teaching.class_session import session_row
from after_overdue.teaching.class_state import ClassState, scene_of
from after_overdue.teaching.lesson import Prediction, QuizStep, Step
from after_overdue.teaching.moments import moment
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import answers, learners, present

STARTS_A_FORMULA = "=+-@\t\r\n\0|%＝＋－＠"
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
COLUMNS = (
    "learner",
    "nickname",
    "joined_at",
    "step",
    "kind",
    "asked",
    "response",
    "right",
    "answered_at",
)


@dataclass(frozen=True)
class Result:
    """What one learner answered to one step; None where there is no answer.

    Attributes
    ----------
    learner : number of the learner in the class, in the order of joining, from 1
    step : number of the step in the lesson, from 1
    right : None without an answer, or where the guide no longer asks this
    """

    learner: int
    nickname: str | None
    joined: datetime
    step: int
    asked: Step
    response: dict[str, Any] | None
    right: bool | None
    answered: datetime | None


def results(store: Store, host_secret: str, *, now: datetime) -> list[Result]:
    """Return a row for each learner and each step that takes answers."""
    with store.read() as connection:
        row = session_row(connection, host_secret, now=now)
        scene = scene_of(row)
        mine = learners.c.session_id == row.id, present
        here = connection.execute(select(learners).where(*mine).order_by(learners.c.id))
        people = here.all()
        given = select(answers).where(answers.c.session_id == row.id)
        by_place = {
            (each.learner_id, each.step): each for each in connection.execute(given)
        }
    return [
        _result(scene, number, person, step, by_place.get((person.id, step)))
        for number, person in enumerate(people, 1)
        for step, asked in enumerate(scene.lesson.steps)
        if asked.kind != "page"
    ]


def results_csv(store: Store, host_secret: str, *, now: datetime) -> str:
    """Return the results as CSV, one row for each learner and step that has answers.

    Its first line names the columns. Times are UTC.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for each in results(store, host_secret, now=now):
        rows.writerow([safe_cell(cell) for cell in _cells(each)])
    return text.getvalue()


def safe_cell(cell: str) -> str:
    """Return a cell that no spreadsheet runs.

    Examples
    --------
    >>> safe_cell("=1+1"), safe_cell("-5"), safe_cell("小王")
    ("'=1+1", '-5', '小王')
    """
    starts = cell[:1] != "" and cell[0] in STARTS_A_FORMULA
    return f"'{cell}" if starts and not NUMBER.fullmatch(cell) else cell


def response_text(response: dict[str, Any] | None) -> str:
    """Return a response in one cell.

    Examples
    --------
    >>> response_text({"month": 25, "number": 640})
    'month 25, number 640'
    >>> response_text({"month": None})
    'none'
    >>> response_text({"order": ["b", "a"]})
    'b, a'
    """
    if response is None:
        return ""
    for key in ("options", "order"):
        if key in response:
            return ", ".join(response[key])
    if len(response) == 1:
        return _plain(next(iter(response.values())))
    return ", ".join(f"{key} {_plain(value)}" for key, value in response.items())


def _plain(value: object) -> str:
    return "none" if value is None else str(value)


def _result(
    scene: ClassState,
    number: int,
    person: Row[Any],
    step: int,
    given: Row[Any] | None,
) -> Result:
    return Result(
        learner=number,
        nickname=person.nickname,
        joined=moment(person.joined_ms),
        step=step + 1,
        asked=scene.lesson.steps[step],
        response=given.response if given else None,
        right=_is_right(scene, step, given.response) if given else None,
        answered=moment(given.answered_ms) if given else None,
    )


def about(step: Step) -> str:
    """Return what a step asks, as a name that stays the same in every language."""
    if isinstance(step, QuizStep):
        return step.question
    return f"{step.page}.{step.asks}" if isinstance(step, Prediction) else step.page


def _is_right(scene: ClassState, step: int, response: dict[str, Any]) -> bool | None:
    """Return whether a response is right; None if the guide no longer asks this."""
    try:
        return scene.asked(step).is_right(response)
    except AfterOverdueError:
        return None


def _cells(result: Result) -> list[str]:
    return [
        str(result.learner),
        result.nickname or "",
        result.joined.isoformat(),
        str(result.step),
        result.asked.kind,
        about(result.asked),
        response_text(result.response),
        {True: "yes", False: "no", None: ""}[result.right],
        result.answered.isoformat() if result.answered else "",
    ]
