"""A curve is drawn on a learner's page by hand and by keys; the form sends it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.learner import LearnerView
from after_overdue.teaching.lesson import Lesson, Prediction
from after_overdue.web.class_pages import learner_page, step_html
from after_overdue.web.routes import routes
from tests.browser.boxes import box_of
from tests.browser.serving import SITE, serve

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
SENT = """() => [...new FormData(document.forms.answer)]
    .flatMap(([name, value]) => (name === "curve" ? Number(value) : []))"""


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Our own routes, without a server."""
    with TestClient(Starlette(routes=routes), base_url=SITE) as it:
        yield it


def test_a_curve_is_drawn_by_hand_and_by_keys(page: Page, client: TestClient) -> None:
    lesson = Lesson("A class", "en", (Prediction("loan_book", {}, "curve"),))
    scene = ClassState(1, "class", lesson, 1, NOW.date(), 0, "open")
    view = LearnerView(scene, 1, None, None, NOW, NOW + timedelta(days=30))
    html = learner_page(view, step_html(scene, []), personal=SITE, query="")
    page.set_viewport_size({"width": 390, "height": 844})
    serve(page, client, scripts=True)(html=html)
    send = page.get_by_role("button", name="Send answer")
    box = box_of(page.locator(".pad"))
    expect(page.locator(".points")).to_be_hidden()
    expect(send).to_be_disabled()
    foot, top = box["y"] + box["height"], box["y"]
    page.mouse.move(box["x"] + 2, foot - 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"], top, steps=12)
    page.mouse.up()
    expect(page.get_by_role("status").filter(has_text="You drew")).to_be_visible()
    expect(send).to_be_enabled()
    drawn = page.evaluate(SENT)
    assert len(drawn) == 5 and drawn == sorted(drawn) and drawn[-1] > drawn[0]
    last = page.get_by_role("slider", name="month 12")
    last.focus()
    page.keyboard.press("ArrowDown")
    expect(last).to_have_attribute("aria-valuetext", f"{drawn[-1] - 0.5:g} %")
    assert page.evaluate(SENT)[:-1] == drawn[:-1]
