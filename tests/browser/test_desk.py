"""A lesson with wall, desk, remote and learners: each shows what the others do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from after_overdue.teaching.class_session import host_view
from tests.browser.boxes import until
from tests.browser.test_learner_page import PHONE, Trainer, guess, now, served, trainer

__all__ = ["served", "trainer"]  # fixtures
PROJECTOR = {"width": 1280, "height": 720}
KEPT = Path(__file__).parents[2] / "build/pictures/lesson"
"""Where the pictures of a lesson are kept, to be looked at."""


def places(trainer: Trainer) -> tuple[str, str]:
    """The addresses of wall and desk."""
    opened, site = trainer.opened, trainer.site.address
    view = host_view(trainer.store, opened.host_secret, now=now())
    wall = f"{site}/wall/{opened.class_id}/{view.wall_key}/"
    return wall, f"{site}/desk/{opened.host_secret}/"


def answer(page: Page, option: str) -> None:
    """Choose an option and send it; a page without scripts asks for the step first."""
    asks = page.locator("noscript a")  # with scripts, what stands in a noscript is text
    if asks.count():
        asks.click()
    page.locator(f"input[value='{option}']").check()
    page.locator("#answer button").click()


def test_a_lesson_is_played_by_five_with_wall_desk_and_remote(
    page: Page, trainer: Trainer, new_context: Callable[..., BrowserContext]
) -> None:
    wall_at, desk_at = places(trainer)
    wall, desk, remote = (new_context().new_page() for _ in range(3))
    wall.set_viewport_size(PROJECTOR)
    wall.goto(wall_at)
    desk.goto(desk_at)
    remote.set_viewport_size(PHONE)
    remote.goto(desk.locator(".phone a").get_attribute("href") or "")
    plain = trainer.admit(new_context(java_script_enabled=False).new_page())
    chinese, *others = (trainer.admit(new_context().new_page()) for _ in range(3))
    learner = trainer.admit(page)
    chinese.locator("a[hreflang=zh]").click()
    room = [learner, chinese, *others]
    seen = {"wall": wall, "desk": desk, "remote": remote, "learner": learner}
    seen |= {"chinese": chinese, "plain": plain}

    def keep(state: str) -> None:
        """Keep a picture of what everybody sees; it waits for fonts and pictures."""
        for name, each in seen.items():
            each.screenshot(path=KEPT / f"{state}-{name}.png", full_page=True)

    expect(wall.locator(".joined")).to_have_text("5 have joined")
    keep("1-waiting")
    remote.get_by_role("button", name="Open for answers").click()
    for each, month in zip(room, (40, 36, 30, 50), strict=True):
        expect(each.locator("#month")).to_be_visible()
        guess(each, month)
    plain.locator("noscript a").click()
    guess(plain, 20)
    expect(wall.locator(".big")).to_have_text("5 of 5")
    expect(desk.get_by_text("month 20")).to_be_visible()
    expect(chinese.locator(".mine")).to_contain_text("第36个月")
    keep("2-open")
    remote.get_by_role("button", name="Reveal").click()
    expect(wall.locator("figure > svg")).to_be_visible()
    expect(wall.locator(".facts")).to_contain_text("1 of 5 (20%)")
    for each in room:
        expect(each.locator("figure > svg").first).to_be_visible()
    plain.locator("noscript a").click()
    keep("3-revealed")
    desk.get_by_role("button", name="Next step").click()
    expect(wall.locator(".wait")).to_be_visible()
    expect(remote.locator("h2")).to_contain_text("What is")
    remote.get_by_role("button", name="Open for answers").click()
    for each in (*room, plain):
        answer(each, "missed-part")
    expect(wall.locator(".big")).to_have_text("5 of 5")
    remote.get_by_role("button", name="Reveal").click()
    expect(wall.locator(".facts, figure").first).to_be_visible()
    keep("4-question-revealed")
    remote.get_by_role("button", name="Next step").click()
    remote.get_by_role("button", name="Show it to all").click()
    expect(learner.get_by_role("link", name="Open “Penalty interest”")).to_be_visible()
    expect(wall.locator("h1")).to_have_text("Penalty interest")
    expect(desk.locator("h2").first).to_contain_text("each day overdue")
    keep("5-page")
    remote.get_by_role("button", name="End the lesson").click()
    expect(learner.get_by_role("heading", name="Your answers")).to_be_visible()
    expect(wall.locator("h1")).not_to_have_text("Penalty interest")
    keep("6-ended")
    assert len(trainer.room(0)) == len(trainer.room(1)) == 5


def test_a_page_follows_the_thumb_at_the_desk(
    page: Page, trainer: Trainer, new_context: Callable[..., BrowserContext]
) -> None:
    wall_at, desk_at = places(trainer)
    trainer.press("next", "next", "open")
    wall = new_context().new_page()
    wall.goto(wall_at)
    before = wall.locator(".facts dd").first.inner_text()
    page.goto(desk_at)
    page.locator("#moves").focus()
    page.keyboard.press("End")
    expect(page.locator("output")).not_to_have_text(before)
    at_the_desk = page.locator("output").inner_text()
    expect(wall.locator(".facts dd").first).to_have_text(at_the_desk)


def test_an_answer_that_comes_takes_no_button_from_the_trainers_hand(
    page: Page, trainer: Trainer, new_context: Callable[..., BrowserContext]
) -> None:
    """Neither from a key's focus, nor between a mouse's press and its release."""
    learner = trainer.admit(new_context().new_page())
    trainer.press("open")
    page.goto(places(trainer)[1])
    reveal, count = page.locator("nav .large"), page.locator(".count b")
    expect(count).to_have_text("0")
    reveal.focus()
    guess(learner, 40)
    expect(count).to_have_text("1")
    expect(reveal).to_be_focused()
    guess(learner, 41)
    reveal.hover()
    page.mouse.down()
    with page.expect_response(lambda found: "/state" in found.url and found.ok):
        trainer.admit(new_context().new_page())
    page.mouse.up()
    expect(learner.locator("[data-phase=revealed]")).to_be_visible()


def test_a_hand_that_scrolls_across_the_desks_slider_leaves_the_desk_alive(
    page: Page, trainer: Trainer, new_context: Callable[..., BrowserContext]
) -> None:
    trainer.press("next", "next", "open")
    page.goto(places(trainer)[1])
    slider, here = page.locator("#moves"), page.locator(".count")
    stood = slider.input_value()
    slider.evaluate(
        """(slider) => {
          const tell = (kind, of = "Pointer") =>
            slider.dispatchEvent(new window[`${of}Event`](kind, { bubbles: true }));
          tell("pointerdown");
          slider.value = slider.max;
          tell("input", "");
          tell("pointercancel");
        }"""
    )
    expect(slider).to_have_value(stood)
    trainer.admit(new_context().new_page())
    expect(here).to_contain_text("/ 1")
    page.locator("nav .large").click()
    expect(page.get_by_role("heading", name="The lesson has ended")).to_be_visible()


def test_wall_and_desk_say_that_the_server_is_not_heard_and_go_on(
    page: Page, trainer: Trainer
) -> None:
    for place in places(trainer):
        page.goto(place)
        page.route("**/state*", lambda route: route.fulfill(status=503))
        told = page.get_by_role("alert")
        expect(told).to_contain_text("No connection to the class")
        page.unroute("**/state*")
        expect(told).to_be_hidden()


def test_one_key_fills_the_screen_with_the_wall(page: Page, trainer: Trainer) -> None:
    page.goto(places(trainer)[0])
    page.keyboard.press("f")
    until(page, lambda: page.evaluate("document.fullscreenElement !== null"))
    page.keyboard.press("f")
    until(page, lambda: page.evaluate("document.fullscreenElement === null"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_wall_desk_and_remote_can_be_used_by_everybody(
    served, new_context: Callable[..., BrowserContext], language: str, scheme
) -> None:
    trainer = Trainer(*served, language)
    trainer.press("open")
    wall, desk = places(trainer)
    page = new_context(color_scheme=scheme).new_page()
    page.set_viewport_size(PHONE)
    page.goto(desk)
    remote = page.locator(".phone a").get_attribute("href") or ""
    problems = []
    for address in (wall, desk, remote):
        page.goto(address)
        problems += Axe().run(page).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE["width"], address
    assert [(each["id"], each["nodes"][0]["html"]) for each in problems] == []
