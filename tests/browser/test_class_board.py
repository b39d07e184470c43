"""The host's board in every state: accessible, and whole on any screen."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.class_host import WORDS, Host
from tests.browser.visits import Visit

PHONE: ViewportSize = {"width": 390, "height": 844}


def every_state(host: Host, language: str, look: Callable[[str], None]) -> None:
    """Play the lesson through and look at each state."""
    words, page = WORDS[language], host.page
    expect(page.get_by_test_id("stImage")).to_be_visible()
    look("lobby")
    host.presses(words["open"])
    look("open")
    host.presses(words["reveal"])
    expect(page.locator(".plot .main-svg").first).to_be_visible()
    look("prediction revealed")
    host.presses(words["next"])
    host.presses(words["open"])
    host.presses(words["reveal"])
    expect(page.locator(".plot .main-svg").first).to_be_visible()
    look("question revealed")
    host.presses(words["next"])
    host.presses(words["show"])
    look("page")
    host.presses(words["next"])
    host.presses(words["end"])
    look("ended")


@pytest.fixture
def tab(browser: Browser, request) -> Iterator[Page]:
    """A tab of a size and a scheme of its own."""
    context = browser.new_context(locale="en-GB", **request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("tab", "language"),
    [({"color_scheme": "light"}, "en"), ({"color_scheme": "dark"}, "zh")],
    indirect=["tab"],
    ids=["light", "dark"],
)
def test_every_state_is_for_everybody_and_fits_a_phone(
    tab: Page, site: str, language: str
) -> None:
    host, visit = Host(tab), Visit(tab, site)
    tab.set_viewport_size(PHONE)
    host.opens(site, language=language)

    def look(state: str) -> None:
        visit.stands()
        assert visit.width <= PHONE["width"], state
        tab.set_viewport_size({"width": 1200, "height": 3000})
        visit.stands()
        assert visit.barriers == {}, state
        tab.set_viewport_size(PHONE)

    every_state(host, language, look)


@pytest.mark.parametrize(
    "tab",
    [{"viewport": {"width": 1920, "height": 1080}}],
    indirect=True,
    ids=["projector"],
)
def test_question_numbers_and_chart_fit_a_projector(tab: Page, site: str) -> None:
    host = Host(tab)
    host.opens(site)
    code = tab.get_by_text(host.code).first
    assert code.bounding_box()["height"] > 90
    host.presses(WORDS["en"]["open"])
    host.presses(WORDS["en"]["reveal"])
    plot = tab.locator(".plot .main-svg").first
    expect(plot).to_be_visible()
    box = plot.bounding_box()
    assert box["y"] + box["height"] <= 1080
    label = tab.locator(".plot").get_by_text("Model: month 40 or month 41")
    assert label.bounding_box()["height"] >= 20


def test_a_class_is_run_from_the_keyboard_alone(page: Page, site: str) -> None:
    host = Host(page)
    host.opens(site)
    for key, gone in (("O", "Open for answers"), ("V", "Reveal"), ("N", "Step 1 of")):
        shown = page.get_by_text(gone)
        shown.first.wait_for()
        page.keyboard.press(f"Alt+{key}")
        expect(shown).to_have_count(0)
    expect(page.get_by_text("Step 2 of")).to_be_visible()


def test_a_file_becomes_steps_and_is_uploaded_nowhere(page: Page, site: str) -> None:
    sent: list[str] = []
    page.on("request", lambda each: each.method == "GET" or sent.append(each.url))
    page.goto(f"{site}/class_session?lang=en&step=quiz/what-is-late")
    content = b"Ready?{~Yes ~No}\n\nMatch. {=one -> a =two -> b}\n"
    bank = {"name": "bank.gift", "mimeType": "text/plain", "buffer": content}
    page.locator("[data-test-script-state=notRunning]").wait_for()
    file = page.locator("label:has(input[type=file]):has(span:not(:empty))")
    file.locator("input").set_input_files(bank)
    expect(page.get_by_text("Left out")).to_be_visible()
    expect(page.get_by_text("A poll · Ready?")).to_be_visible()
    assert sent == []
