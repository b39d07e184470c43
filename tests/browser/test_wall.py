"""The wall is read from the last row, in every state of every ready lesson."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.catalog.lessons import lessons
from after_overdue.teaching.lesson import PageStep
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.scene import Scene
from after_overdue.teaching.wall import WallView
from after_overdue.web.routes import routes
from after_overdue.web.wall_pages import wall_page
from tests.browser.painted import painted_outside, words_cut
from tests.browser.rooms import answers_to
from tests.browser.serving import SITE, serve

TODAY = date(2026, 11, 25)
LEARNERS, ANSWERED = 30, 18
SIZES = [{"width": 1280, "height": 720}, {"width": 1920, "height": 1080}]
LEAST, TITLE = 0.035, 0.06
"""Height of a letter, and of a title, as a share of the picture's."""
MEASURE = """([least, title]) => {
  const found = [];
  const high = innerHeight;
  function look(document, by, inside) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent.trim();
      const held = walker.currentNode.parentElement;
      if (!text || held.closest('noscript, title, script, style, [hidden]') || !held.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const at = range.getBoundingClientRect();
      if (at.width < 2 || at.height < 2) continue;
      const drawn = held.ownerSVGElement ? held.closest('figure > svg, #figure svg') : null;
      const grown = drawn?.viewBox?.baseVal?.width ? drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width : 1;
      const letter = parseFloat(getComputedStyle(held).fontSize) * grown * by / high;
      if (letter < least) found.push(`“${text.slice(0, 40)}” is ${(100 * letter).toFixed(2)} % high${inside}`);
      if (held.tagName === 'H1' && letter < title) found.push(`the title is ${letter}`);
      const out = !inside && (at.left < -1 || at.top < -1 || at.right > innerWidth + 1 || at.bottom > high + 1);
      if (out) found.push(`“${text.slice(0, 40)}” is outside the picture`);
    }
  }
  look(document, 1, '');
  const frame = document.querySelector('iframe');
  if (frame) look(frame.contentDocument, parseFloat(getComputedStyle(frame).getPropertyValue('--by')), ' in the frame');
  for (const each of document.querySelectorAll('html, body, #wall, header, section, figure, .bars, .asked, .count')) {
    if (each.scrollHeight > each.clientHeight + 1 && each.clientHeight) found.push(`${each.tagName}.${each.className} scrolls down by ${each.scrollHeight - each.clientHeight}`);
    if (each.scrollWidth > each.clientWidth + 1 && each.clientWidth) found.push(`${each.tagName}.${each.className} scrolls aside by ${each.scrollWidth - each.clientWidth}`);
  }
  const [head, stage] = ['header', 'section'].map((each) => document.querySelector(each).getBoundingClientRect());
  for (const each of document.querySelectorAll('section > *, section li, section dt, section dd')) {
    const at = each.getBoundingClientRect();
    if (at.top < stage.top - 2 || at.bottom > stage.bottom + 2) found.push(`${each.tagName} “${each.textContent.trim().slice(0, 30)}” leaves the stage: ${Math.round(at.top - stage.top)}, ${Math.round(at.bottom - stage.bottom)}`);
  }
  if (head.bottom > stage.top + 1) found.push('the head is over the stage');
  if (!document.querySelector('.qr svg')) found.push('no code to scan');
  return found;
}"""


def views(slug: str, language: str) -> Iterator[tuple[str, WallView]]:
    """Every state of a ready lesson, with a room of thirty."""
    lesson = ready_lesson(slug, language)
    for place, step in [*enumerate(lesson.steps), (len(lesson.steps), None)]:
        phases = ["waiting", "open", "closed", "revealed"]
        if isinstance(step, PageStep):
            phases = ["waiting", "open"]
        for phase in phases if step else ["ended"]:
            scene = Scene(1, "class", lesson, 1, TODAY, place, phase)  # type: ignore[arg-type]
            room = answers_to(scene, ANSWERED) if phase == "revealed" else []
            answered = 0 if phase == "waiting" else ANSWERED
            view = WallView(
                scene, "K7DRWXQM", "s" * 22, LEARNERS, answered, tuple(room)
            )
            yield f"{place + 1}-{phase}", view


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Our own routes, without a server."""
    with TestClient(Starlette(routes=routes), base_url=SITE) as it:
        yield it


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("slug", lessons())
def test_every_state_of_a_ready_lesson_is_read_from_the_last_row(
    page: Page, client: TestClient, slug: str, language: str, tmp_path: Path
) -> None:
    shown = serve(page, client, scripts=True)
    found = {}
    for name, view in views(slug, language):
        page.set_viewport_size(SIZES[0])
        shown(html=wall_page(view, base="https://guide.example.org", tag="1"))
        frame = page.locator("iframe")
        if frame.count():
            page.frame_locator("iframe").locator("svg text").first.wait_for()
        problems = (
            [*painted_outside(page), *words_cut(page)] if "revealed" in name else []
        )
        for size in SIZES:
            page.set_viewport_size(size)
            problems += page.evaluate(MEASURE, [LEAST, TITLE])
        page.set_viewport_size(SIZES[0])
        page.screenshot(path=tmp_path / f"{slug}-{language}-{name}.png")
        if problems:
            found[name] = problems
    told = [f"{name}: {each}" for name, every in found.items() for each in every]
    assert not told, "\n".join(told)
