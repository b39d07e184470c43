"""The wall is read from the last row, in every state of every ready lesson."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.catalog.lessons import lessons
from after_overdue.teaching.class_state import ClassState, shows_room
from after_overdue.teaching.countdown import Countdown
from after_overdue.teaching.learned import asked_before
from after_overdue.teaching.lesson import Lesson, is_shown_only
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.wall import WallView
from after_overdue.web.routes import routes
from after_overdue.web.wall_pages import wall_page
from tests.browser.painted import painted_outside, words_cut
from tests.browser.rooms import answers_to
from tests.browser.serving import SITE, serve
from tests.teaching.own_lesson import LESSON as OWN

TODAY = date(2026, 11, 25)
LEARNERS, ANSWERED = 30, 18
SIZES = [{"width": 1280, "height": 720}, {"width": 1920, "height": 1080}]
LEAST, TITLE = 0.035, 0.06
"""Height of a letter, and of a title, as a share of the picture's."""
MEASURE = (Path(__file__).parent / "wall.js").read_text("utf-8")


def views(lesson: Lesson) -> Iterator[tuple[str, WallView]]:
    """Every state of a lesson, with a room of thirty."""
    for place, step in [*enumerate(lesson.steps), (len(lesson.steps), None)]:
        phases = ["waiting", "open", "closed", "revealed"]
        if step and is_shown_only(step.kind):
            phases = ["waiting", "open"]
        for phase in phases if step else ["ended"]:
            scene = ClassState(1, "class", lesson, 1, TODAY, place, phase)  # type: ignore[arg-type]
            room = answers_to(scene, ANSWERED) if shows_room(scene) else []
            again = asked_before(lesson)
            shown = again if step is None else {place} & {*again} if room else ()
            answered = 0 if phase == "waiting" else ANSWERED
            count = Countdown(1, 45) if place % 2 else None
            view = WallView(
                *(scene, "K7DRWXQM", "s" * 22, LEARNERS, answered, tuple(room)),
                countdown=count,
                learned={each: pairs(lesson, each) for each in shown},
            )
            yield f"{place + 1}-{phase}", view


def pairs(lesson: Lesson, place: int) -> tuple[tuple[Any, Any], ...]:
    """What a room answered before and after, at a step that asks again."""
    scene = ClassState(1, "class", lesson, 1, TODAY, place, "revealed")
    room = answers_to(scene, ANSWERED)
    return tuple(zip(reversed(room), room, strict=True))


def scanned(page: Page) -> str:
    """What a phone reads from the wall."""
    shot = Image.open(io.BytesIO(page.screenshot()))
    (found,) = zxingcpp.read_barcodes(shot)
    return found.text


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Our own routes, without a server."""
    with TestClient(Starlette(routes=routes), base_url=SITE) as it:
        yield it


EVERY = [ready_lesson(slug, each) for slug in lessons() for each in ("en", "zh")]


@pytest.mark.parametrize("lesson", [*EVERY, OWN], ids=lambda each: each.title[:20])
def test_every_state_of_a_lesson_is_read_from_the_last_row(
    page: Page, client: TestClient, lesson: Lesson
) -> None:
    shown = serve(page, client, scripts=True)
    found = {}
    for name, view in views(lesson):
        page.set_viewport_size(SIZES[0])
        shown(html=wall_page(view, base="https://guide.example.org", tag="1"))
        assert scanned(page) == f"https://guide.example.org/join/{view.join_secret}"
        problems = (
            [*painted_outside(page), *words_cut(page)] if "revealed" in name else []
        )
        for size in SIZES:
            page.set_viewport_size(size)
            problems += page.evaluate(MEASURE, [LEAST, TITLE])
        if problems:
            found[name] = problems
    lines = [f"{name}: {each}" for name, every in found.items() for each in every]
    assert not lines, "\n".join(lines)
