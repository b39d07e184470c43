"""Every kind of step in every state stays inside its frame and its page."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.predictions.case import PREDICTABLE
from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.quizzes import quizzes
from after_overdue.figures.theme import ASSETS
from after_overdue.teaching.given import Given
from after_overdue.teaching.learner import LearnerView
from after_overdue.teaching.lesson import Lesson, PageStep, Prediction, QuizStep, Step
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.scene import Scene
from after_overdue.web import class_pages, embeds
from after_overdue.web.routes import routes
from tests.browser.painted import painted_outside, sideways

TODAY = date(2026, 11, 25)
EXPIRES = datetime(2026, 12, 25, tzinfo=UTC)
PHASES = ("waiting", "open", "closed", "revealed", "ended")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 720}
SITE = "http://guide.example"


def steps(language: str) -> list[Step]:
    """Each kind of step once, then every step of the ready lessons that is drawn."""
    asked = [Prediction(page, {}, kind) for page, kinds in PREDICTABLE.items() for kind in kinds]  # type: ignore[arg-type]
    kinds = {each.kind: QuizStep(each.id) for each in quizzes(language).values()}
    ready = [
        step
        for slug in lessons()
        for step in ready_lesson(slug, language).steps
        if isinstance(step, Prediction)
    ]
    return [*asked, *kinds.values(), PageStep("apr"), *ready]


def room(scene: Scene) -> list[dict[str, Any]]:
    """Answers at both ends of what may be answered, and one that is right."""
    asked = scene.asked(0)
    if asked.kind in ("single", "multiple"):
        return [{"options": [name]} for name, _ in asked.options]
    if asked.kind == "order":
        return [{"order": [name for name, _ in asked.options]}]
    if asked.kind == "numeric":
        return [{"number": each} for each in (0, 12.5, 999_999)]
    months, numbers = asked.months, asked.numbers
    ends = [
        {
            **({"month": int(month)} if months else {}),
            **({"number": number} if numbers else {}),
        }
        for month, number in zip(
            (months.low, months.high) if months else (0, 0),
            (numbers.low, numbers.high) if numbers else (0, 0),
            strict=True,
        )
    ]
    return ends


def learner_page(step: Step, language: str, phase: str) -> str:
    """The page of a learner who has answered the step."""
    lesson = Lesson("A class", language, (step,))
    place = 1 if phase == "ended" else 0
    scene = Scene(1, "class", lesson, 1, TODAY, place, phase)  # type: ignore[arg-type]
    given = None
    shown: list[dict[str, Any]] = []
    if not isinstance(step, PageStep) and phase != "ended":
        shown = room(scene)
        given = Given(shown[0], 1)
    view = LearnerView(scene, 1, "小王", given, EXPIRES, ())
    html = class_pages.step_html(scene, shown if phase == "revealed" else [])
    return class_pages.learner_page(view, html, personal=f"{SITE}/class/class/me/token/")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Our own routes, without a server."""
    with TestClient(Starlette(routes=routes), base_url=SITE) as it:
        yield it


@pytest.fixture
def show(page: Page, client: TestClient):
    """Show a page of ours; its files come from the routes, nothing else comes."""

    def answer(route) -> None:
        address = route.request.url
        if not address.startswith(f"{SITE}/"):
            route.abort()
            return
        found = client.get(address)
        route.fulfill(
            status=found.status_code,
            body=found.content,
            headers={"content-type": found.headers["content-type"]},
        )

    page.route("**/*", answer)

    def shown(address: str = "", *, html: str = "") -> Page:
        if html:
            page.unroute(f"{SITE}/shown")
            page.route(f"{SITE}/shown", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(f"{SITE}{address or '/shown'}")
        return page

    return shown
