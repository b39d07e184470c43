"""Every kind of step in every state stays inside its frame and its page."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from playwright.sync_api import Page
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.questions import questions
from after_overdue.catalog.quizzes import quizzes
from after_overdue.predictions.case import PREDICTABLE
from after_overdue.teaching.class_session import (
    command,
    host_view,
    open_class_session,
)
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.learner import answer, join
from after_overdue.teaching.lesson import Lesson, PageStep, Prediction, QuizStep, Step
from after_overdue.teaching.lesson_text import ready_lesson, step_of, step_text
from after_overdue.teaching.seen import LearnerView
from after_overdue.teaching.store import Store
from after_overdue.teaching.stored_responses import StoredResponse
from after_overdue.teaching.summary import summary_page
from after_overdue.web import class_pages
from after_overdue.web.routes import routes
from tests.browser.painted import DRAWINGS, painted_outside, sideways, words_cut
from tests.browser.rooms import answers_to
from tests.browser.serving import SITE, serve

TODAY = date(2026, 11, 25)
EXPIRES = datetime(2026, 12, 25, tzinfo=UTC)
PHASES = ("waiting", "open", "closed", "revealed", "ended")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 720}
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
PLAYED = ["open", "reveal", "next"]
READ = {
    (
        each.figure.page,
        str(each.figure.address),
        language,
    ): f"/read/{language}/questions/{slug}"
    for language in ("zh", "en")
    for slug, each in questions(language).items()
    if each.figure
}
"""An answer with each figure, in each language."""


def steps(language: str) -> list[Step]:
    """Each kind of step once, then every step of the ready lessons that is drawn."""
    return [*of_each_kind(language), *ready(language)]


def of_each_kind(language: str) -> list[Step]:
    asked = [
        Prediction(page, {}, kind)
        for page, kinds in PREDICTABLE.items()
        for kind in kinds
    ]  # type: ignore[arg-type]
    kinds = {each.kind: QuizStep(each.id) for each in quizzes(language).values()}
    return [*asked, *kinds.values(), PageStep("apr")]


def ready(language: str) -> list[Step]:
    return [
        step
        for slug in lessons()
        for step in ready_lesson(slug, language).steps
        if isinstance(step, Prediction)
    ]


def played(language: str) -> Iterator[tuple[Step, Sequence[str]]]:
    """Each kind of step in every phase, and each other step as it opens and ends."""
    kinds = set()
    for step in of_each_kind(language):
        kind, is_read = getattr(step, "asks", step.kind), isinstance(step, PageStep)
        every = PHASES if kind not in kinds else ("open", "revealed")
        kinds.add(kind)
        yield step, [each for each in every if each != "revealed" or not is_read]
    for step in dict.fromkeys(map(step_text, ready(language))):
        yield step_of(step), ["open", "revealed"]


def learner_page(step: Step, language: str, phase: str) -> str:
    """The page of a learner who has answered the step."""
    lesson = Lesson("A class", language, (step,))
    place = 1 if phase == "ended" else 0
    scene = ClassState(1, "class", lesson, 1, TODAY, place, phase)  # type: ignore[arg-type]
    given = None
    shown: list[dict[str, Any]] = []
    if not isinstance(step, PageStep) and phase != "ended":
        shown = answers_to(scene, 3)
        given = StoredResponse(shown[0], 1)
    view = LearnerView(scene, 1, "小王", given, NOW, EXPIRES, ())
    html = class_pages.step_html(scene, shown if phase == "revealed" else [])
    return class_pages.learner_page(
        view, html, personal=f"{SITE}/class/class/me/token/", query=""
    )


@pytest.fixture
def summary(tmp_path) -> str:
    """The summary of a class that was played to its end, with answers."""
    store = Store(f"sqlite:///{tmp_path / 'class.sqlite3'}")
    store.migrate()
    lesson = Lesson("A class", "en", tuple(steps("en")))
    opened = open_class_session(store, lesson, now=NOW)
    token = join(store, code=opened.join_code, now=NOW).token
    for step in lesson.steps:
        names = ["open", "next"] if isinstance(step, PageStep) else PLAYED
        for name in names:
            rev = host_view(store, opened.host_secret, now=NOW).scene.rev
            view = command(store, opened.host_secret, rev=rev, command=name, now=NOW)
            if name == "open" and not isinstance(step, PageStep):
                scene = ClassState(
                    1, "class", Lesson("", "en", (step,)), 1, TODAY, 0, "open"
                )
                place = view.scene.position
                answer(
                    store, token, step=place, response=answers_to(scene, 2)[-1], now=NOW
                )
    page = summary_page(store, opened.host_secret, now=NOW, language="en")
    store.close()
    return page


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Our own routes, without a server."""
    with TestClient(Starlette(routes=routes), base_url=SITE) as it:
        yield it


@pytest.fixture
def show(page: Page, client: TestClient):
    """Show a page of ours."""
    return serve(page, client)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_step_of_a_learner_paints_outside_its_frame(show, language: str) -> None:
    found = {}
    page = show(html="")
    page.set_viewport_size(PHONE)
    for number, (step, phases) in enumerate(played(language)):
        for phase in phases:
            show(html=learner_page(step, language, phase))
            problems = [
                f"{over} pixels to the side" for over in [sideways(page)] if over
            ]
            if phase == "revealed":
                assert page.locator("figure > svg").count() == 1
                problems += [*painted_outside(page), *words_cut(page)]
            if problems:
                found[number, step.kind, phase] = problems
    assert found == {}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_embed_and_no_page_to_read_paints_outside_its_frame(show, size) -> None:
    places = [
        f"/embed/{noun}?lang={language}{more}"
        for noun in PREDICTABLE
        for language in ("en", "zh")
        for more in ("", "&size=slide")
    ]
    if size == PHONE:
        places += READ.values()
    found = {}
    for place in places:
        page = show(place)
        page.set_viewport_size(size)
        assert page.locator(DRAWINGS).count() or place.startswith("/read/")
        problems = [*painted_outside(page), *words_cut(page)]
        problems += [f"{over} pixels to the side" for over in [sideways(page)] if over]
        if problems:
            found[place] = problems
    assert found == {}


def test_no_summary_paints_outside_its_frame(show, summary: str) -> None:
    page = show(html=summary)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        assert page.locator("section > svg").count() > 10
        assert painted_outside(page) == []
        assert sideways(page) == 0


def test_a_curve_that_leaves_its_field_is_seen(show) -> None:
    step = Prediction("score_recovery", {}, "month")
    page = show(html=learner_page(step, "en", "revealed"))
    page.set_viewport_size(PHONE)
    page.add_style_tag(content="figure svg { overflow: visible !important; }")
    assert "the field of a drawing paints" in " ".join(painted_outside(page))
