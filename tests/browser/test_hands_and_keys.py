"""Every slider of ours: a swipe that scrolls, keys of the browser, forced colours."""

import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.boxes import box_of

MAIN, FIELD = "#main-slider", "#months"
QUESTION = "/read/en/questions/does-repair-bring-points-back"
EMBED = "/embed/score_recovery?lang=en&controls=points_lost,months"
PAGE = "/score_recovery?lang=en"
SLIDERS = {
    "page": (PAGE, MAIN),
    "reading page": (QUESTION, MAIN),
    "embed": (EMBED, MAIN),
    "field of an embed": (EMBED, FIELD),
}
BY_THE_BROWSER = [
    f"{value}+{key}"
    for value in ("Alt", "Control", "Meta")
    for key in ("ArrowLeft", "ArrowRight", "Home", "End", "PageUp")
]


def settled(page: Page, site: str, path: str) -> Page:
    """Open a page and wait until its figure, if it is live from the start, is drawn."""
    page.goto(f"{site}{path}")
    is_drawn = path.startswith(("/read/", "/embed/"))
    page.locator(f".plot {'svg:visible' if is_drawn else '.main-svg'}").first.wait_for()
    page.locator("#first-view").wait_for(state="detached")
    return page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        locale="en-GB",
    )
    yield context.new_page()
    context.close()


def swiped_up(page: Page, over: Locator) -> float:
    """Swipe upwards from a place far from the thumb; return how far the page went."""
    over.evaluate("each => each.scrollIntoView({ block: 'center' })")
    box = box_of(over)
    session = page.context.new_cdp_session(page)
    x, y = box["x"] + 0.9 * box["width"], box["y"] + box["height"] / 2

    def touch(kind: str, *points: dict[str, float]) -> None:
        asked = {"type": kind, "touchPoints": list(points)}
        session.send("Input.dispatchTouchEvent", asked)

    touch("touchStart", {"x": x, "y": y})
    for step in range(1, 11):
        touch("touchMove", {"x": x, "y": y - 12 * step})
    touch("touchEnd")
    return float(box["y"] - over.bounding_box()["y"])  # type: ignore[index]


def state(page: Page, slider: str) -> tuple[str, str, str]:
    """The value of a slider, what is said of it, and the address of its case."""
    found = page.locator(slider)
    said = found.evaluate(
        "each => each.getRootNode().querySelector(`output[for=${each.id}]`).textContent"
    )
    way = page.locator("#page, [data-way]")
    here = page.url + (way.get_attribute("href") or "" if way.count() else "")
    return found.input_value(), str(said), here


@pytest.mark.parametrize("name", SLIDERS)
def test_a_swipe_that_becomes_a_scroll_moves_no_slider(phone, site, name) -> None:
    path, slider = SLIDERS[name]
    asked: list[str] = []
    settled(phone, site, path)
    phone.add_style_tag(content="body { min-height: 300vh; }")
    before = state(phone, slider)
    phone.on("request", lambda each: asked.append(each.url))
    assert swiped_up(phone, phone.locator(slider)) > 20
    phone.wait_for_timeout(600)
    assert state(phone, slider) == before
    assert [url for url in asked if "/picture" in url] == []
    phone.locator(slider).press("ArrowRight")
    expect(phone.locator(slider)).to_have_value(str(int(before[0]) + 1))


def test_after_a_swipe_the_figure_goes_on_following_the_page(phone, site) -> None:
    settled(phone, site, PAGE)
    swiped_up(phone, phone.locator(MAIN))
    phone.get_by_text("My own case").click()
    phone.get_by_role("slider", name="Score before the overdue").press("ArrowRight")
    expect(phone.locator(".sentence").first).to_contain_text("591 now")
    expect(phone.locator("dd").first).to_contain_text("591")


def test_a_swipe_over_the_chart_chooses_no_month(phone, site) -> None:
    settled(phone, site, PAGE)
    swiped_up(phone, phone.locator(".nsewdrag").first)
    phone.wait_for_timeout(600)
    assert "chosen_month" not in phone.url


@pytest.mark.parametrize("name", SLIDERS)
def test_keys_with_alt_ctrl_or_cmd_belong_to_the_browser(page, site, name) -> None:
    path, slider = SLIDERS[name]
    settled(page, site, path)
    page.locator(slider).focus()
    before = state(page, slider)
    page.evaluate(
        """() => {
          window.taken = 0;
          addEventListener("keydown", (event) => (taken += event.defaultPrevented));
        }"""
    )
    for keys in BY_THE_BROWSER:
        page.keyboard.press(keys)
        assert page.locator(slider).input_value() == before[0], keys
    page.wait_for_timeout(600)
    assert state(page, slider) == before
    assert page.evaluate("taken") == 0
    page.keyboard.press("ArrowRight")
    expect(page.locator(slider)).to_have_value(str(int(before[0]) + 1))


@pytest.mark.parametrize("path", [PAGE, EMBED + ",chosen_month"])
def test_on_the_chart_too_such_keys_belong_to_the_browser(page, site, path) -> None:
    settled(page, site, path)
    chart = page.locator("[data-part=chart]").first
    before = chart.get_attribute("aria-valuenow")
    chart.focus()
    for keys in BY_THE_BROWSER:
        page.keyboard.press(keys)
        assert chart.get_attribute("aria-valuenow") == before, keys
    page.keyboard.press("Home")
    expect(chart).not_to_have_attribute("aria-valuenow", re.compile(f"^{before}$"))


def colours_across(picture: bytes, share: float) -> set[tuple[int, ...]]:
    """The colours from top to bottom of a picture, at a share of its width."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    column = round(share * image.width)
    return {image.getpixel((column, row)) for row in range(image.height)}  # type: ignore[misc]


FORCED = {**SLIDERS, "control of the platform": (PAGE, "")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", FORCED)
def test_in_forced_colours_a_slider_keeps_its_track_and_its_thumb(
    browser: Browser, site: str, name: str, scheme: str
) -> None:
    path, slider = FORCED[name]
    context = browser.new_context(
        forced_colors="active", color_scheme=scheme, locale="en-GB"
    )
    page = settled(context.new_page(), site, path)
    if not slider:
        page.get_by_text("My own case").click()
    found = page.locator(slider) if slider else platform_slider(page)
    found.scroll_into_view_if_needed()
    picture = found.screenshot()
    track, thumb = (colours_across(picture, share) for share in (0.95, at(page, found)))
    assert len(track) > 1
    assert len(thumb - track) > 0
    context.close()


def platform_slider(page: Page) -> Locator:
    named = page.get_by_test_id("stSlider").filter(has_text="Score before the overdue")
    return named.locator("[data-orientation]:not([role=group])")


def at(page: Page, slider: Locator) -> float:
    """Where the thumb stands, as a share of the slider's width."""
    share: float = slider.evaluate(
        """each => {
          const { value, min, max } = each.value ? each : each.querySelector("input");
          return (value - min) / (max - min);
        }"""
    )
    return share
