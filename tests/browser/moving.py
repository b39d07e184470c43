"""Moving the slider of a reading page, and what then has to stand there."""

from xml.etree.ElementTree import canonicalize

from playwright.sync_api import Page, expect

from after_overdue import clock
from after_overdue.cases.moves import drawn_moves
from after_overdue.cases.places import figure_at
from after_overdue.cases.view import View
from after_overdue.catalog.questions import questions
from after_overdue.figures.static_svg import WIDTHS, svg
from after_overdue.reading.links import Links
from after_overdue.reading.question_page import still_figure
from after_overdue.reading.site import page_of

SLIDER = "#main-slider"
LIVE = ".takeaway:not(:empty)"
DRAWN = "each => new XMLSerializer().serializeToString(each)"


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


def positions(page: Page) -> tuple[int, int, int]:
    """Return the first, a middle and the last position of the slider."""
    last = page.locator(SLIDER).evaluate(
        "({ min, max, step }) => Math.round((max - min) / step)"
    )
    return 0, last // 3, last


def assert_drawn_as_computed(page: Page, name: str, *asked: int) -> None:
    """Compare what stands on the page called `name` with what Python draws."""
    there = page_of(name, Links(), clock.today())
    language, _, slug = name.split("/")
    assert_drawn(page, still_figure(there, questions(language)[slug]).picture, *asked)


def assert_drawn(page: Page, picture: View, *asked: int) -> None:
    """Compare a page with a picture, at a few positions of the slider."""
    paths, told = picture.paths(), drawn_moves(picture)["places"]
    expect(page.locator(LIVE)).to_have_count(1)
    for position in asked or positions(page):
        moved_to(page, position)
        expect(page.locator("output")).to_have_text(paths["slider_texts"][position])
        headlines = [told[f"headlines.{row}.1"][position] for row in _rows(told)]
        expect(page.locator(".headlines dd")).to_have_text(headlines)
        figure = figure_at(picture.figure, paths["places"], position)
        for width, pixels in WIDTHS.items():
            found = page.locator(f".plot .{width} > svg").evaluate(DRAWN)
            assert canonicalize(found) == canonicalize(svg(figure, width=pixels))


def _rows(told: dict[str, list[str]]) -> range:
    return range(
        sum(path.startswith("headlines.") and path.endswith(".1") for path in told)
    )
