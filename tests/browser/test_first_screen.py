"""The first screen: few words, the whole picture, and what moves it under the thumb."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from after_overdue.models.registry import MODELS
from tests.browser.boxes import box_of, until

PAGES = tuple("" if model.is_home else slug for slug, model in MODELS.items())
PHONE, DESK, SMALL, NARROW = (390, 844), (1280, 800), (360, 640), (320, 640)
ZOOMED = (640, 400)
"""A desk of 1,280 pixels, zoomed twice."""
MOST_ABOVE = {PHONE: 340, DESK: 340, SMALL: 300}
"""Pixels above the picture, with the bar of the site."""
MOST_WORDS = {"en": 30, "zh": 45}
"""English words, or Chinese characters, above the picture."""
WORD = {"en": r"[A-Za-z]+(?:['’-][A-Za-z]+)*", "zh": r"[\u4e00-\u9fff]"}
SEEN = 0.95
PLACES = """() => {
  const root = [...document.querySelectorAll("*")].map((each) => each.shadowRoot)
    .find((each) => each?.querySelector(".chart"));
  const main = document.querySelector("[data-testid=stMain]");
  const box = (each) => {
    const { top, bottom, left, right } = each.getBoundingClientRect();
    return { top, bottom, left, right };
  };
  return {
    chart: box(root.querySelector(".chart")),
    slider: box(root.querySelector("#main-slider")),
    rows: box(root.querySelector(".headlines")),
    words: document.querySelector("h1").innerText + " "
      + root.querySelector(".sentence").innerText,
    wide: Math.max(document.documentElement.scrollWidth, main.scrollWidth),
    cut: [
      ...main.querySelectorAll("h1, p, button"),
      ...root.querySelectorAll(".sentence, label, output, dt, dd, button"),
    ].filter((each) => each.offsetParent && each.clientWidth > 1 && (
      each.scrollWidth > each.clientWidth + 1 || box(each).right > innerWidth + 1
    )).map((each) => each.innerText),
  };
}"""


def measured(page: Page, site: str, path: str, language: str) -> dict[str, Any]:
    page.goto(f"{site}/{path}?lang={language}")
    page.locator("#first-view").wait_for(state="detached")
    page.locator(".plot .main-svg").first.wait_for()
    found: dict[str, Any] = page.evaluate(PLACES)
    return found


def lost(page: Page, *, high: int, chart: dict[str, float]) -> float:
    """Return the share of the picture that is off the screen."""
    seen = min(chart["bottom"], high) - max(chart["top"], 0)
    return 1 - seen / (chart["bottom"] - chart["top"])


def let_go(page: Page) -> None:
    """Move the main slider by a hand, and wait until Python has answered."""
    before = page.url
    slider = page.locator("#main-slider").first
    box = box_of(slider)
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.3 * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], y, steps=3)
    page.mouse.up()
    page.wait_for_url(lambda url: url != before)


def resized(page: Page, size: tuple[int, int]) -> dict[str, Any]:
    """Turn the page to another size, and wait until its figure fits there."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    until(page, lambda: page.evaluate(PLACES)["wide"] <= size[0])
    box_of(page.locator(".chart").first)
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    found: dict[str, Any] = page.evaluate(PLACES)
    return found


def stands_first(
    page: Page, found: dict[str, Any], size: tuple[int, int], language: str
) -> None:
    wide, high = size
    chart, path = found["chart"], page.url
    words = re.findall(WORD[language], found["words"])
    assert chart["top"] <= MOST_ABOVE[size], path
    assert len(words) <= MOST_WORDS[language], (path, found["words"])
    assert found["slider"]["bottom"] <= high, path
    assert size == SMALL or lost(page, high=high, chart=chart) <= 1 - SEEN, path
    assert found["wide"] <= wide, path


@pytest.mark.parametrize("language", MOST_WORDS)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=str)
def test_the_picture_comes_first(
    browser: Browser, site: str, size: tuple[int, int], language: str
) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    for path in PAGES:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        found = measured(page, site, path, language)
        stands_first(page, found, size, language)
        if size == DESK:
            assert found["rows"]["left"] > found["chart"]["right"], path
            assert found["rows"]["bottom"] <= size[1], path
        if size == PHONE:
            let_go(page)
            there = page.evaluate(PLACES)
            assert there["chart"] == found["chart"], path
            assert there["slider"] == found["slider"], path
            stands_first(page, resized(page, SMALL), SMALL, language)
    page.close()


@pytest.mark.parametrize("language", MOST_WORDS)
def test_nothing_is_cut_on_the_narrowest_screen(
    browser: Browser, site: str, language: str
) -> None:
    page = browser.new_page()
    for path in PAGES:
        page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        found = {NARROW: measured(page, site, path, language)}
        found[ZOOMED] = resized(page, ZOOMED)
        for size, each in found.items():
            assert each["wide"] <= size[0], (path, size)
            assert each["cut"] == [], (path, size)
    page.close()
