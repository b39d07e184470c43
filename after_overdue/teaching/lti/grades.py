"""Grades: worked out from the answers that are kept, and sent to the platform (AGS)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import requests
from pylti1p3.assignments_grades import AssignmentsGradesService
from pylti1p3.exception import LtiException, LtiServiceException
from pylti1p3.grade import Grade
from pylti1p3.lineitem import LineItem
from sqlalchemy import Connection, Row, select

from after_overdue.teaching.class_state import scene_of
from after_overdue.teaching.lti.launch import AGS
from after_overdue.teaching.lti.outbox import failed, settled, taken
from after_overdue.teaching.lti.platforms import platform_of
from after_overdue.teaching.lti.services import Connector
from after_overdue.teaching.points import points
from after_overdue.teaching.store import Store
from after_overdue.teaching.stored_responses import is_asked
from after_overdue.teaching.tables import (
    answers,
    class_sessions,
    learners,
    lti_links,
)

REFUSED, UNREACHABLE, NO_GRADES = "refused", "unreachable", "no_grades"
"""Why a grade was not taken, as keys of the interface words."""
FOR_GOOD = range(400, 500)
LATER = (401, 403, 408, 425, 429)
"""Refusals that may be none the next time, such as of a token that ran out."""


@dataclass(frozen=True)
class Marked:
    """A learner's result: how many are right of those with a right answer.

    Where nothing in a lesson is right or wrong, how many were answered.
    """

    given: int
    most: int
    complete: bool


def marked(connection: Connection, row: Row[Any], learner: Row[Any]) -> Marked:
    """Return the result of a learner of the class of a row, as it stands now."""
    scene = scene_of(row)
    mine = answers.c.session_id == row.id, answers.c.learner_id == learner.id
    query = select(answers.c.step, answers.c.response).where(*mine)
    given = {each.step: each.response for each in connection.execute(query)}
    steps = [step for step in range(scene.steps) if is_asked(row, step)]
    found = points(scene, ((step, given.get(step)) for step in steps))
    at = learner.position if row.own_pace else row.position
    complete = at >= scene.steps or all(step in given for step in steps)
    if found.of:
        return Marked(found.right, found.of, complete)
    return Marked(len(given), max(1, len(steps)), complete)


def send_due(store: Store, *, now: datetime) -> int:
    """Send every grade that is due; return how many the platforms took."""
    sent = 0
    for learner, changed in taken(store, now=now):
        trouble = _send(store, learner, changed, now=now)
        sent += not trouble
        if trouble == UNREACHABLE:
            break  # what is left is taken again soon
    return sent


def _send(store: Store, learner: int, changed: int, *, now: datetime) -> str:
    """Send one grade; return why it was not taken, nothing where it was."""
    with store.read() as connection:
        query = (
            select(learners, lti_links.c.link, lti_links.c.services)
            .add_columns(lti_links.c.platform_id)
            .join(lti_links, lti_links.c.session_id == learners.c.session_id)
            .where(learners.c.id == learner)
        )
        person = connection.execute(query).first()
        if person is None:
            return NO_GRADES
        mine = class_sessions.c.id == person.session_id
        row = connection.execute(select(class_sessions).where(mine)).one()
        result = marked(connection, row, person)
        platform = platform_of(connection, person.platform_id)
    service = person.services.get(AGS)
    if not service:
        failed(store, learner, NO_GRADES, now=now, again=False)
        return NO_GRADES
    try:
        ags = AssignmentsGradesService(Connector(platform.registration()), service)
        line = None if service.get("lineitem") else _line(person.link, row, result)
        ags.put_grade(grade_of(person.platform_user, result, now), line)
    except (LtiException, requests.RequestException, KeyError, TypeError) as error:
        trouble, again = _trouble(error)
        failed(store, learner, trouble, now=now, again=again)
        return trouble
    settled(store, learner, changed, result.given, result.most, now=now)
    return ""


def grade_of(user: str, result: Marked, now: datetime) -> Grade:
    """Return a result as the standard sends it."""
    progress = "Completed" if result.complete else "InProgress"
    grade = Grade().set_user_id(user).set_timestamp(now.isoformat("T", "milliseconds"))
    grade.set_score_given(result.given).set_score_maximum(result.most)
    return grade.set_activity_progress(progress).set_grading_progress("FullyGraded")


def _line(link: str, row: Row[Any], result: Marked) -> LineItem:
    """Return the column of the gradebook, for a platform that made none itself."""
    made = LineItem().set_tag(link).set_resource_link_id(link)
    return made.set_label(row.lesson["title"]).set_score_maximum(result.most)


def _trouble(error: Exception) -> tuple[str, bool]:
    """Return why a grade was not taken, and whether it may be the next time."""
    if isinstance(error, LtiServiceException):
        status = error.response.status_code
        return REFUSED, status not in FOR_GOOD or status in LATER
    if isinstance(error, requests.RequestException):
        return UNREACHABLE, True
    return NO_GRADES, False
