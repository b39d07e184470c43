"""The end of a lesson for one learner: what is right and why, and a certificate."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from after_overdue.cases.locale import Locale
from after_overdue.catalog.interface import words
from after_overdue.errors import AfterOverdueError
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.handed_out import handed_out
from after_overdue.teaching.learned import asked_before
from after_overdue.teaching.moments import local
from after_overdue.teaching.points import is_point, points
from after_overdue.teaching.reply import Replied
from after_overdue.teaching.seen import LearnerView
from after_overdue.teaching.stored_responses import StoredStep
from after_overdue.web.class_frame import href, page_html, switch
from after_overdue.web.templating import rendered

LONGEST_NAME = 60
"""Characters of the name on a certificate, which nobody keeps."""


@dataclass(frozen=True)
class LastStep:
    """A step as it stands on a learner's last page.

    Attributes
    ----------
    answer : nothing where none was given
    right : None where the step was not revealed, or nothing is right
    right_answer, reasons : nothing where the step was not revealed
    """

    question: str
    answer: str
    right: bool | None
    right_answer: str
    reasons: Sequence[tuple[Replied, str]]


def own_results(view: LearnerView) -> str:
    """Return everything a learner was asked; what was revealed is marked and told."""
    language, kept_back = view.scene.language, _kept_back(view)
    return rendered(
        "class_results.html",
        said=words("learner", language),
        steps=_own_steps(view),
        score=_score(view, kept_back),
        kept_back=bool(kept_back),
        handouts=_handouts(view.scene),
        colon=words("answers", language)["colon"],
        query=f"?{urlencode({'lang': language})}",
    )


def certificate_form(
    view: LearnerView, *, query: str, refused: str = "", name: str = ""
) -> str:
    """Return the page that asks for the name on a certificate."""
    scene = view.scene
    return page_html(
        "class_certificate_form",
        scene.language,
        words("learner", scene.language)["certificate"],
        switch(scene.language),
        query=query,
        refused=refused,
        typed=name or view.nickname or "",
        longest=LONGEST_NAME,
    )


def certificate(view: LearnerView, name: str) -> str:
    """Return a certificate to print; the name stands on it and nowhere else."""
    scene = view.scene
    steps, locale = _own_steps(view), Locale(scene.language)
    day = locale.day(local(view.opened, scene.zone).date())
    texts = locale.words("learner")
    given = locale.number(sum(1 for each in steps if each.answer))
    lines = [texts["certificate_answered"].format(given=given, of=len(steps))]
    kept_back = _kept_back(view)
    if score := _score(view, kept_back):
        lines.append(score)
    if kept_back:
        lines.append(texts["score_later"])
    return page_html(
        "class_certificate",
        scene.language,
        texts["certificate"],
        switch(scene.language),
        person=name,
        lesson=scene.lesson.title,
        title_language=scene.lesson.language,
        day=day,
        lines=lines,
    )


def _own_steps(view: LearnerView) -> list[LastStep]:
    found = (_own_step(view.scene, each) for each in view.lesson_given)
    return [each for each in found if each]


def _own_step(scene: ClassState, each: StoredStep) -> LastStep | None:
    """Return a step; None where the guide no longer asks this."""
    given = each.response
    try:
        asked = scene.asked(each.step)
        answer = asked.said(given) if given is not None else ""
        if not each.revealed:
            return LastStep(asked.question, answer, None, "", ())
        return LastStep(
            asked.question,
            answer,
            is_point(scene, each.step, given),
            asked.right_answer(given),
            [(reply, href(reply.see)) for reply in asked.reasons(given)],
        )
    except AfterOverdueError:
        return None


def _score(view: LearnerView, kept_back: Container[int]) -> str:
    """Return how many are right of everything asked; nothing where nothing can be.

    Parameters
    ----------
    kept_back : steps that are not counted, as the sum would tell of them
    """
    given = [
        (each.step, each.response)
        for each in view.lesson_given
        if each.step not in kept_back
    ]
    found = points(view.scene, given)
    if not found.of:
        return ""
    texts = words("learner", view.scene.language)
    return texts["score"].format(right=found.right, of=found.of)


def _kept_back(view: LearnerView) -> set[int]:
    """Return the steps with a right answer that were answered and not revealed."""
    first, every = asked_before(view.scene.lesson), view.lesson_given
    told = {first.get(each.step, each.step) for each in every if each.revealed}
    return {
        each.step
        for each in every
        if each.response is not None
        and first.get(each.step, each.step) not in told
        and is_point(view.scene, each.step, each.response) is not None
    }


def _handouts(scene: ClassState) -> list[tuple[str, str]]:
    """Return name and address of each handout that the lesson leads to."""
    language = {"lang": scene.language}
    return [
        (each.name, href((f"handout/{each.place}.pdf", language | each.settings)))
        for each in handed_out(scene.lesson, scene.language)
    ]
