"""Moving the slider of a reading page, and what then has to stand there."""

import json
from typing import Any

from playwright.sync_api import Page, expect

from after_overdue import clock
from after_overdue.catalog.questions import questions
from after_overdue.reading.links import Links
from after_overdue.reading.question_page import still_figure
from after_overdue.reading.site import page_of
from tests.models.positions import shown_at

SLIDER = "#main-slider"


def moved_to(page: Page, position: int) -> None:
    """Move the slider as a hand on the keyboard or the pointer would."""
    page.locator(SLIDER).evaluate(
        """(slider, position) => {
          slider.value = Number(slider.min) + position * Number(slider.step);
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          slider.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        position,
    )


def drawn(page: Page) -> dict[str, Any]:
    """Return what stands on the page once it is live: curves and numbers."""
    page.locator("[data-live]").wait_for()
    return page.evaluate(
        """() => ({
          y: document.querySelector(".plot").data
            .filter((each) => each.uid !== "chosen") // the browser places that one
            .map((each) => [each.uid, Array.from(each.y)]),
          headlines: [...document.querySelectorAll(".headlines div")].map((each) =>
            [...each.children].map((part) => part.textContent)),
        })"""
    )


def positions(page: Page) -> tuple[int, int, int]:
    """Return the first, a middle and the last position of the slider."""
    last = page.locator(SLIDER).evaluate(
        "({ min, max, step }) => Math.round((max - min) / step)"
    )
    return 0, last // 3, last


def assert_drawn_as_computed(page: Page, name: str, position: int) -> None:
    """Compare what stands on the page called `name` with what Python computes."""
    there = page_of(name, Links(), clock.today())
    language, _, slug = name.split("/")
    picture = still_figure(there, questions(language)[slug]).picture
    paths = json.loads(json.dumps(picture.paths()))
    expected = shown_at(position, picture.figure, picture.headlines, paths["places"])
    expect(page.locator("output")).to_have_text(paths["slider_texts"][position])
    found = drawn(page)
    assert found["headlines"] == [list(each) for each in expected["headlines"]]
    assert found["y"] == [
        [each["uid"], each["y"]] for each in expected["data"] if each["uid"] != "chosen"
    ]
