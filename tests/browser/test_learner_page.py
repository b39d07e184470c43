"""The learner's page in a browser: a bad network, a reload, a restart, no scripts."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from after_overdue.clock import now
from after_overdue.teaching.class_session import (
    Opened,
    command,
    delete_class_session,
    host_view,
    open_class_session,
    responses,
)
from after_overdue.teaching.desk import Holder, count_down, lock_joining
from after_overdue.teaching.lesson import Lesson
from after_overdue.teaching.store import Store
from tests.browser.boxes import until
from tests.browser.hosts import host
from tests.running_site import Site, running_site
from tests.teaching.classes import LESSON

HIDDEN = """Object.defineProperty(document, 'hidden', { value: true });
document.dispatchEvent(new Event('visibilitychange'))"""
PHONE = {"width": 390, "height": 844}


class Trainer:
    """A class on a site, and its trainer, who presses elsewhere."""

    def __init__(self, site: Site, store: Store, language: str = "en") -> None:
        self.site, self.store = site, store
        lesson = Lesson(LESSON.title, language, LESSON.steps)
        self.opened: Opened = open_class_session(store, lesson, now=now())

    def press(self, *names: str) -> None:
        """Press buttons."""
        secret = self.opened.host_secret
        for name in names:
            rev = host_view(self.store, secret, now=now()).scene.rev
            command(self.store, secret, rev=rev, command=name, now=now())

    def room(self, step: int = 0) -> list[object]:
        """What was answered to a step."""
        return responses(self.store, self.opened.host_secret, step, now=now())

    @property
    def learners(self) -> int:
        """How many have joined."""
        return host_view(self.store, self.opened.host_secret, now=now()).learners

    def admit(self, page: Page) -> Page:
        """Let a learner join by the link."""
        page.set_viewport_size(PHONE)
        page.goto(f"{self.site.address}/join/{self.opened.join_secret}")
        page.locator("form button").click()
        page.locator("#step [data-phase]").wait_for()
        return page


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[tuple[Site, Store]]:
    """A site whose database the tests can reach too."""
    folder: Path = tmp_path_factory.mktemp("data")
    store = Store(f"sqlite:///{folder / 'class.sqlite3'}")
    with running_site(DATA_FOLDER=str(folder), TRUSTED_PROXIES="127.0.0.1") as site:
        store.migrate()
        yield site, store
    store.close()


@pytest.fixture
def trainer(served) -> Trainer:
    """A class that has just been opened."""
    return Trainer(*served)


@pytest.fixture
def learner(page: Page, trainer: Trainer) -> Page:
    """A phone that has joined it."""
    return trainer.admit(page)


def guess(page: Page, month: int) -> None:
    """Enter a month and send it."""
    page.locator("#month").fill(str(month))
    page.locator("#answer button").click()


def test_each_step_comes_by_itself(learner, trainer) -> None:
    trainer.press("open")
    expect(learner.locator("#month")).to_be_visible()
    guess(learner, 40)
    expect(learner.locator(".mine")).to_have_text("Kept: month 40")
    trainer.press("reveal")
    expect(learner.locator("figure > svg")).to_be_visible()
    expect(learner.locator(".mark")).to_have_text("Right")
    trainer.press("next")
    expect(learner.locator(".wait")).to_be_visible()
    expect(learner.locator(".mine")).to_have_count(0)


def test_an_answer_changed_after_going_back_is_kept(learner, trainer) -> None:
    trainer.press("open")
    for month in (20, 25):
        guess(learner, month)
        expect(learner.locator(".mine")).to_have_text(f"Kept: month {month}")
    trainer.press("next")
    expect(learner.locator(".wait")).to_be_visible()
    trainer.press("back", "open")
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    guess(learner, 30)
    expect(learner.locator(".mine")).to_have_text("Kept: month 30")
    assert trainer.room() == [{"month": 30}]


def test_of_two_devices_that_answer_the_later_one_wins(
    learner, trainer, browser
) -> None:
    other = browser.new_page()
    other.goto(learner.locator("#personal").get_attribute("href"))
    trainer.press("open")
    for page, month in ((other, 20), (learner, 33)):
        guess(page, month)
        expect(page.locator("#status")).to_have_text("Your answer is kept.")
    assert trainer.room() == [{"month": 33}]
    other.close()


def test_where_events_do_not_come_through_the_page_asks(page, trainer) -> None:
    page.route("**/events", lambda route: route.abort())
    trainer.admit(page)
    trainer.press("open")
    expect(page.locator("#month")).to_be_visible()


def test_a_reload_keeps_learner_answer_and_what_was_being_written(
    learner, trainer
) -> None:
    trainer.press("open")
    guess(learner, 25)
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    learner.locator("#month").fill("30")
    learner.reload()
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    expect(learner.locator("#month")).to_have_value("30")
    assert trainer.learners == 1


def test_an_answer_given_without_a_connection_is_sent_when_it_returns(
    learner, trainer, context: BrowserContext
) -> None:
    trainer.press("open")
    learner.locator("#month").wait_for()
    context.set_offline(True)
    guess(learner, 25)
    expect(learner.locator("#status")).to_contain_text("Not sent yet")
    assert trainer.room() == []
    context.set_offline(False)
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    assert trainer.room() == [{"month": 25}]


def test_an_answer_cut_off_by_a_reload_is_sent_once(
    learner, trainer, context: BrowserContext
) -> None:
    trainer.press("open")
    learner.locator("#month").wait_for()
    learner.route("**/answer", lambda route: route.abort())
    guess(learner, 25)
    expect(learner.locator("#status")).to_contain_text("Not sent yet")
    learner.unroute("**/answer")
    learner.reload()
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    assert trainer.room() == [{"month": 25}]


def test_an_acknowledgement_that_is_lost_counts_once(learner, trainer) -> None:
    trainer.press("open")
    learner.locator("#month").wait_for()
    lost = []

    def lose_the_first(route) -> None:
        answer = route.fetch()
        if lost:
            route.fulfill(response=answer)
        else:
            lost.append(answer.json()["seq"])
            route.abort()

    learner.route("**/answer", lose_the_first)
    guess(learner, 25)
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    (seq,) = lost
    expect(learner.locator(".mine")).to_have_attribute("data-seq", str(seq))
    assert trainer.room() == [{"month": 25}]


def test_pressing_twice_counts_once(learner, trainer) -> None:
    trainer.press("open")
    learner.locator("#month").fill("25")
    learner.locator("#answer button").dblclick()
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    assert trainer.room() == [{"month": 25}]


def test_an_answer_that_comes_too_late_is_refused_with_a_sentence(
    page, trainer
) -> None:
    for name in ("events", "state"):
        page.route(f"**/{name}", lambda route: route.abort())
    trainer.press("open")
    trainer.admit(page)
    trainer.press("close")
    guess(page, 25)
    status = page.locator("#status")
    expect(status).to_contain_text("the answer was not taken")
    with page.expect_event("requestfailed", lambda each: each.url.endswith("/state")):
        pass
    expect(status).to_contain_text("the answer was not taken")
    page.unroute("**/state")
    expect(page.locator(".wait")).to_contain_text("Closed")
    assert trainer.room() == []


def test_a_killed_server_comes_back_and_nothing_has_changed(
    learner, trainer, served
) -> None:
    site, _ = served
    trainer.press("open")
    guess(learner, 25)
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    site.end(signal.SIGKILL)
    guess(learner, 40)
    expect(learner.locator("#status")).to_contain_text("Not sent yet")
    site.start()
    expect(learner.locator(".mine")).to_have_text("Kept: month 40")
    trainer.press("reveal")
    expect(learner.locator(".mark")).to_have_text("Right")
    assert trainer.room() == [{"month": 40}]


def test_a_browser_that_lost_its_cookies_is_still_the_same_learner(
    learner, trainer, context: BrowserContext
) -> None:
    is_kept = "Object.keys(localStorage).some((name) => name.endsWith('/link'))"
    until(learner, lambda: learner.evaluate(is_kept))
    learner.goto("about:blank")
    context.clear_cookies()
    learner.goto(f"{trainer.site.address}/join/{trainer.opened.join_secret}")
    expect(learner.locator("#step")).to_contain_text("Step 1 of 3")
    assert trainer.learners == 1


def test_a_page_whose_browser_loses_its_cookies_goes_on(
    learner, trainer, context: BrowserContext
) -> None:
    trainer.press("open")
    guess(learner, 25)
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    context.clear_cookies()
    trainer.press("reveal")
    expect(learner.locator("figure > svg")).to_be_visible()
    expect(learner.locator(".mine")).to_contain_text("month 25")
    assert trainer.learners == 1


def test_the_personal_link_moves_to_another_device(
    learner,
    trainer,
    context: BrowserContext,
    new_context: Callable[..., BrowserContext],
) -> None:
    trainer.press("open")
    guess(learner, 25)
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")
    laptop = new_context().new_page()
    laptop.goto(learner.locator("#personal").get_attribute("href"))
    expect(laptop.locator(".mine")).to_have_text("Kept: month 25")
    context.set_offline(True)
    guess(learner, 31)
    guess(laptop, 30)
    expect(laptop.locator(".mine")).to_have_text("Kept: month 30")
    context.set_offline(False)
    expect(learner.locator("#status")).to_contain_text("Another device of yours")
    expect(learner.locator(".mine")).to_have_text("Kept: month 30")
    guess(learner, 31)
    expect(learner.locator(".mine")).to_have_text("Kept: month 31")
    assert trainer.room() == [{"month": 31}]


def test_inside_a_course_on_another_site_a_reload_keeps_the_learner(
    trainer, new_context: Callable[..., BrowserContext]
) -> None:
    """This browser forbids storage and cookies of others, unless partitioned."""
    page = new_context(extra_http_headers={"x-forwarded-proto": "https"}).new_page()
    link = f"{trainer.site.address}/join/{trainer.opened.join_secret}"
    with host({}) as course:
        unit = course.shows(f'<iframe src="{link}" width=390 height=700></iframe>')
        page.goto(unit)
        inside = page.frame_locator("iframe")
        inside.locator("form button").click()
        trainer.press("open")
        inside.locator("#month").fill("25")
        inside.locator("#answer button").click()
        expect(inside.locator(".mine")).to_have_text("Kept: month 25")
        page.goto(unit)
        expect(inside.locator(".mine")).to_have_text("Kept: month 25")
    assert trainer.learners == 1
    assert trainer.room() == [{"month": 25}]


def test_inside_a_course_where_nothing_may_be_kept_a_learner_answers(
    page, trainer
) -> None:
    link = f"{trainer.site.address}/join/{trainer.opened.join_secret}"
    with host({}) as course:
        page.goto(course.shows(f'<iframe src="{link}" width=390 height=700></iframe>'))
        inside = page.frame_locator("iframe")
        inside.locator("form button").click()
        trainer.press("open")
        inside.locator("#month").fill("25")
        inside.locator("#answer button").click()
        expect(inside.locator(".mine")).to_have_text("Kept: month 25")
    assert trainer.room() == [{"month": 25}]


def test_a_tab_that_nobody_looks_at_gives_its_connection_back(
    learner, trainer, context: BrowserContext
) -> None:
    """Six connections are all that a browser grants; eight tabs all stay alive."""
    tabs = [learner]
    for _ in range(7):
        tab = context.new_page()
        tab.goto(learner.url)
        tab.evaluate(HIDDEN)
        tabs.append(tab)
    trainer.press("open")
    guess(learner, 25)
    expect(learner.locator(".mine")).to_have_text("Kept: month 25")


def test_what_a_trainer_does_elsewhere_leaves_a_begun_answer_under_the_hand(
    learner, trainer
) -> None:
    """Joining is locked, a countdown begins: the form that is filled in stays."""
    trainer.press("open")
    month = learner.locator("#month")
    month.press_sequentially("4")
    learner.evaluate(
        """() => {
          window.replaced = 0;
          new MutationObserver(() => (window.replaced += 1)).observe(
            document.getElementById("step"), { childList: true });
        }"""
    )
    holder = Holder(secret=trainer.opened.host_secret)
    lock_joining(trainer.store, holder, locked=True, now=now())
    rev = host_view(trainer.store, holder.secret, now=now()).scene.rev
    count_down(trainer.store, holder, rev=rev, seconds=60, now=now())
    with learner.expect_response(lambda found: "/state" in found.url):
        learner.evaluate("dispatchEvent(new Event('online'))")
    expect(month).to_be_focused()
    month.press_sequentially("0")
    expect(month).to_have_value("40")
    trainer.press("close")
    expect(learner.locator("[data-phase=closed]")).to_be_visible()
    assert learner.evaluate("window.replaced") == 1


def test_without_scripts_a_lesson_can_be_followed_and_answered(
    trainer, new_context: Callable[..., BrowserContext]
) -> None:
    page = trainer.admit(new_context(java_script_enabled=False).new_page())
    trainer.press("open")
    expect(page.locator("#month")).to_be_visible()
    guess(page, 40)
    expect(page.locator(".mine")).to_have_text("Kept: month 40")
    trainer.press("reveal")
    page.locator("noscript a").click()
    expect(page.locator(".mark")).to_have_text("Right")
    assert trainer.room() == [{"month": 40}]


def test_a_removed_class_says_so_and_is_forgotten(learner, trainer) -> None:
    delete_class_session(trainer.store, trainer.opened.host_secret, now=now())
    expect(learner.locator("#status")).to_contain_text("removed")
    assert learner.evaluate("Object.keys(localStorage).length") == 0


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_stage_of_the_page_can_be_read_by_everybody(
    served, new_context: Callable[..., BrowserContext], language, scheme
) -> None:
    trainer = Trainer(*served, language)
    page = new_context(color_scheme=scheme).new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith((trainer.site.address, "data:"))
            else complaints.append(asked.url)
        ),
    )
    page.goto(f"{trainer.site.address}/join?lang={language}")
    problems = Axe().run(page).response["violations"]
    page = trainer.admit(page)
    for names, expected in (
        (("open",), "#month"),
        (("reveal",), "figure svg"),
        (("next", "open"), "[name=options]"),
    ):
        trainer.press(*names)
        page.locator(expected).first.wait_for()
        problems += Axe().run(page).response["violations"]
    assert [each["id"] for each in problems] == []
    assert [each for each in complaints if "favicon" not in each] == []
