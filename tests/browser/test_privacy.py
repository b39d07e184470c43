"""What a page does behind a reader's back: nothing, and in a class next to nothing.

What every page of the platform keeps is asked in `test_every_page.py`.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.class_host import Host
from tests.browser.visits import COOKIES, STORED, Visit

PLAIN = ["/read/en/", "/read/zh/privacy", "/embed/apr", "/join", "/nothing"]


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """A browser that has never been here."""
    context = browser.new_context(locale="en-GB")
    yield Visit(context.new_page(), site)
    context.close()


@pytest.mark.parametrize("path", PLAIN)
def test_a_plain_page_keeps_nothing_at_all(visit, path) -> None:
    visit.open(path)
    assert visit.foreign == []
    assert visit.complaints == []
    assert visit.page.context.cookies() == []
    stored = visit.page.evaluate(STORED)
    assert (stored["local"], stored["session"]) == ([], [])


def test_a_class_keeps_one_key_on_a_phone_and_asks_nobody_else(
    browser, site, visit
) -> None:
    board = Host(visit.page)
    board.opens(site)
    invitation = board.invitation
    board.presses("Open for answers")
    phone = browser.new_context(locale="en-GB", viewport={"width": 390, "height": 844})
    learner = Visit(phone.new_page(), site)
    learner.page.goto(invitation)
    learner.page.get_by_role("button", name="Join").click()
    learner.page.get_by_label("Month", exact=False).first.fill("40")
    learner.page.locator("#answer button").click()
    expect(learner.page.get_by_text("Your answer is kept.")).to_be_visible()
    board.presses("Reveal")
    visit.page.reload()
    visit.page.locator("figure, .plot").first.wait_for()
    expect(learner.page.locator("figure svg").first).to_be_visible()
    for each in (visit, learner):
        assert each.foreign == []
        assert each.complaints == []
    assert visit.named == set()
    assert learner.named <= {f"{site}/"}
    (cookie,) = phone.cookies()
    assert re.fullmatch(r"class_[\w-]{22}", cookie["name"])
    assert cookie["httpOnly"]
    stored = learner.page.evaluate(STORED)
    place = f"after-overdue/class/{cookie['name'].removeprefix('class_')}/"
    assert [key for key in stored["local"] if not key.startswith(place)] == []
    assert stored["session"] == []
    assert {each["name"] for each in visit.page.context.cookies()} <= COOKIES
    phone.close()


def test_a_script_that_somebody_smuggles_in_does_not_run(visit) -> None:
    visit.open("/read/en/")
    visit.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            const picture = new Image();
            picture.src = "https://tracker.example/pixel.png";
            document.body.append(picture);
        }"""
    )
    visit.page.wait_for_timeout(500)
    assert visit.page.evaluate("window.ran") is None
    assert [each.split()[0] for each in visit.page.evaluate("violations")] == [
        "script-src-elem",
        "img-src",
    ]
