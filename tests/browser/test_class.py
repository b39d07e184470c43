"""A whole lesson with one host and three learners, on a network and a server that fail.

The table that the host takes home holds exactly the answers that were acknowledged.
"""

import signal
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from after_overdue.catalog.interface import words
from tests.browser.class_host import Host
from tests.running_site import Site, running_site

SAID, REFUSED = words("learner", "en"), words("class_refused", "en")
ORDER = ("costs", "interest", "principal")
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def class_site(database) -> Iterator[Site]:
    """The whole site on a database of its own, of each kind."""
    with running_site(DATABASE_URL=database) as running:
        yield running


@dataclass
class Learner:
    """A phone, and what its class has acknowledged."""

    page: Page
    name: str
    acknowledged: dict[int, str] = field(default_factory=dict)
    sent: str = ""

    def joins(self, link: str) -> None:
        """Join by the link, with a nickname."""
        self.page.goto(link)
        self._enters()

    def types(self, address: str, code: str) -> None:
        """Join by the code."""
        self.page.goto(f"{address}/join")
        self.page.get_by_label(SAID["code"]).fill(code.lower())
        self.page.get_by_role("button", name=SAID["go"]).click()
        self._enters()

    def _enters(self) -> None:
        self.page.get_by_label(SAID["nickname"]).fill(self.name)
        self.page.get_by_role("button", name=SAID["join"]).click()
        expect(self.page.get_by_text(SAID["waiting"])).to_be_visible()

    def predicts(self, month: int) -> None:
        """Fill in a month and send it."""
        self.page.locator("#month").fill(str(month))
        self.sent = f"month {month}"
        self._sends()

    def chooses(self, option: str) -> None:
        """Choose an option and send it."""
        box = self.page.locator(f"label:has(input[value='{option}'])")
        box.locator("input").check()
        self.sent = box.inner_text().strip()
        self._sends()

    def orders(self, *options: str) -> None:
        """Put options in order and send them."""
        for place, option in enumerate(options):
            self.page.locator("select[name=order]").nth(place).select_option(option)
        self.sent = ""
        self._sends()

    def _sends(self) -> None:
        self.page.locator("#answer button").click()

    def is_kept(self, step: int, response: str) -> None:
        """Wait for the acknowledgement, and remember what was acknowledged."""
        kept = SAID["kept_answer"].format(answer=self.sent)
        expect(self.page.locator("#mine")).to_contain_text(kept)
        expect(self.page.locator("#status")).to_have_text(SAID["sent"])
        self.acknowledged[step] = response


@pytest.fixture
def host(browser: Browser) -> Iterator[Host]:
    """The trainer, on a device of their own."""
    context = browser.new_context(
        locale="en-GB", viewport={"width": 1280, "height": 900}
    )
    yield Host(context.new_page())
    context.close()


@pytest.fixture
def room(browser: Browser) -> Iterator[list[Learner]]:
    """Three learners, each on a phone of their own."""
    contexts = [browser.new_context(locale="en-GB", viewport=PHONE) for _ in range(3)]
    names = ("-Ann", "小王", "")
    yield [
        Learner(context.new_page(), name)
        for context, name in zip(contexts, names, strict=True)
    ]
    for context in contexts:
        context.close()


def test_a_lesson_survives_a_reload_a_dead_network_and_a_killed_server(
    class_site: Site, host: Host, room: list[Learner]
) -> None:
    ann, wang, third = room
    host.opens(class_site.address)
    link = host.invitation
    ann.joins(link)
    wang.types(class_site.address, host.code)
    third.joins(link)
    host.counts(Learners="3", Answers="0")

    host.presses("Open for answers")
    ann.predicts(24)
    ann.is_kept(1, "24")
    wang.predicts(40)
    wang.is_kept(1, "40")
    third.page.locator("#answer").wait_for()
    third.page.context.set_offline(True)
    third.predicts(60)
    expect(third.page.locator("#status")).to_have_text(SAID["unsent"])

    ann.page.reload()
    expect(ann.page.locator("#mine")).to_contain_text("month 24")
    ann.predicts(36)
    ann.is_kept(1, "36")

    class_site.end(signal.SIGKILL)
    class_site.start()
    third.page.context.set_offline(False)
    third.is_kept(1, "60")
    host.counts(Learners="3", Answers="3")
    host.presses("Reveal")
    expect(host.page.get_by_text("1 of 3 (33%)", exact=True)).to_be_visible()
    expect(host.page.locator(".plot .main-svg").first).to_be_visible()
    for learner in room:
        expect(learner.page.locator("figure svg").first).to_be_visible()
    expect(wang.page.locator("#mine")).to_contain_text(SAID["right"])

    host.page.reload()
    host.presses("Next step")
    host.presses("Open for answers")
    ann.chooses("missed-part")
    ann.is_kept(2, "missed-part")
    wang.chooses("whole-loan")
    wang.is_kept(2, "whole-loan")
    third.page.locator("#answer").wait_for()
    third.page.context.set_offline(True)
    third.chooses("nothing-yet")
    expect(third.page.locator("#status")).to_have_text(SAID["unsent"])
    host.presses("Close")
    third.page.context.set_offline(False)
    expect(third.page.locator("#status")).to_have_text(REFUSED["closed"])
    host.counts(Answers="2")

    host.presses("Reveal")
    host.presses("Next step")
    host.presses("Show it to all")
    expect(ann.page.get_by_role("link", name="Open “True cost”")).to_be_visible()
    host.presses("Next step")
    host.presses("Open for answers")
    ann.orders(*ORDER)
    ann.is_kept(4, ", ".join(ORDER))
    host.presses("Reveal")
    host.presses("End the lesson")

    rows = host.results()
    found = {
        (int(row["Learner"]), int(row["Step"])): row["Id of the answer"]
        for row in rows
        if row["Answer"]
    }
    assert found == {
        (number, step): response
        for number, learner in enumerate(room, 1)
        for step, response in learner.acknowledged.items()
    }
    assert {row["Nickname"] for row in rows} == {"'-Ann", "小王", ""}


def test_a_second_tab_of_the_host_follows_the_first(site: str, host: Host) -> None:
    host.opens(site)
    other = Host(host.page.context.new_page())
    other.page.goto(host.page.url)
    other.page.get_by_role("button", name="Open for answers").wait_for()
    host.presses("Open for answers")
    expect(other.page.get_by_role("button", name="Close Shortcut")).to_be_visible()
    other.presses("Reveal")
    expect(host.page.get_by_role("button", name="Next step")).to_be_visible()
    expect(host.page.locator(".plot .main-svg").first).to_be_visible()


def test_a_double_press_moves_one_step(site: str, host: Host) -> None:
    host.opens(site)
    host.page.get_by_role("button", name="Next step").dblclick()
    expect(host.page.get_by_text("Step 2 of 4")).to_be_visible()
    host.page.wait_for_timeout(1500)
    expect(host.page.get_by_text("Step 2 of 4")).to_be_visible()
