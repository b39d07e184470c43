"""The first view: the answer before the platform starts, then the page in its place."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from after_overdue.models.registry import MODELS
from tests.browser.boxes import box_of, until
from tests.browser.painted import unlike

PLATFORM = "**/static/js/*"
MOUNT = "**/static/js/BidiComponent*"
"""The part of the platform that mounts the figure in its page."""
VIEW, SLIDER = "#first-view", "#main-slider"
NEAR = 1.0
"""How far a thing may move when the page takes over, pixels."""
MOST_UNLIKE = 0.03
"""Share of a figure that may look otherwise once a chart stands for its drawing."""
LIBRARY = "**/plotly-basic*"
WATCH = """window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((each) => {
  window.shift += each.value;
})).observe({ type: "layout-shift", buffered: true });"""
PLACES = """() => {
  const view = document.getElementById("first-view");
  const hosts = [...document.querySelectorAll("*")].map((each) => each.shadowRoot);
  const figure = view ?? hosts.find((each) => each?.querySelector("live-figure"));
  const page = view ?? document.querySelector("[data-testid=stMain]");
  if (!figure) return null;
  const parts = [
    page.querySelector("h1"),
    ...[".sentence", ".control", ".control output", ".headlines", ".presets", ".plot"]
      .map((each) => figure.querySelector(each)),
  ];
  return parts.map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return [x, y, width, height];
  });
}"""
STANDS = f"""() => {{
  const seen = window.seen, places = ({PLACES})();
  window.seen = JSON.stringify(places);
  return window.seen === seen && places;
}}"""
DESK, PHONE = (1280, 900), (390, 844)
MOST_SHIFT = {DESK: 0.1, PHONE: 0.02}
"""How much of the screen may move while a page is built, as browsers count it.

At a desk the platform's menu comes into the bar after the page; 0.1 is called good.
"""


def opened(browser: Browser, size: tuple[int, int], **options) -> Page:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="en-GB", **options
    )
    return context.new_page()


def started(page: Page) -> None:
    """Wait until the page has taken the place of its first view."""
    page.locator(".plot .main-svg").first.wait_for()
    page.locator(VIEW).wait_for(state="detached")


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Tabs of both sizes and looks, that go from page to page."""
    found: dict[object, Page] = {}

    def tab(size: tuple[int, int], scheme: str) -> Page:
        if (size, scheme) not in found:
            found[size, scheme] = opened(browser, size, color_scheme=scheme)
            found[size, scheme].add_init_script(WATCH)
        return found[size, scheme]

    yield tab
    for each in found.values():
        each.context.close()


def places(page: Page) -> list[list[float]]:
    """Where the parts of a page are, once they stand still."""
    found: list[list[float]] = until(page, lambda: page.evaluate(STANDS))
    return found


OTHERWISE = r"""async (places) => {
  const signs = new Set();
  let whole = "";
  for (const place of places) {
    const text = await (await fetch(place)).text();
    whole = text.match(/\S+SourceSans\S+\.woff2/)[0].split('"').pop();
    const page = new DOMParser().parseFromString(text, "text/html");
    const said = page.getElementById("first-view").textContent;
    for (const each of said.matchAll(/[^\s\p{Script=Han}]/gu)) signs.add(each[0]);
  }
  const file = new FontFace("Whole", `url("${new URL(whole, location)}")`);
  for (const each of [file, ...document.fonts]) document.fonts.add(await each.load());
  const pen = document.createElement("canvas").getContext("2d");
  const width = (font, sign) => {
    pen.font = `40px "${font}", monospace`;
    return pen.measureText(sign).width;
  };
  const differs = (each) => width("Whole", each) !== width("After Overdue Sans", each);
  return [...signs].filter(differs);
}"""
"""Signs of first views that the part of the font does not have and the whole has."""


def test_a_first_view_is_set_as_its_page_will_be(page: Page, site: str) -> None:
    page.route(PLATFORM, lambda route: route.abort())
    page.goto(f"{site}/score_recovery?lang=en")
    views = [f"/{noun}?lang={tongue}" for noun in MODELS for tongue in ("en", "zh")]
    assert page.evaluate(OTHERWISE, views) == []


def pictured(page: Page) -> bytes:
    return page.locator(".chart").first.screenshot()


def led_and_caught_up(page: Page) -> tuple[bytes, bytes]:
    """What a hand is shown while it holds the slider, and what stands once it rests."""
    slider, led = page.locator(SLIDER), page.locator(".chart.led")
    slider.scroll_into_view_if_needed()
    box = box_of(slider)
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.3 * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], y)
    expect(led).to_have_count(1)
    page.locator("live-figure").first.evaluate("(figure) => figure.ghost.remove()")
    shown = pictured(page)
    page.mouse.up()
    expect(led).to_have_count(0)
    return shown, pictured(page)


@pytest.mark.parametrize(
    ("size", "scheme", "query"),
    [
        (DESK, "light", "lang=en"),
        (PHONE, "light", "lang=zh"),
        (DESK, "dark", "lang=zh&embed=true"),
        (PHONE, "dark", "lang=en"),
    ],
)
@pytest.mark.parametrize("noun", MODELS)
def test_nothing_moves_when_the_page_takes_over(
    tabs, site, noun, size, scheme, query
) -> None:
    page = tabs(size, scheme)
    page.route(PLATFORM, lambda route: route.abort())
    page.goto(f"{site}/{noun}?{query}")
    page.evaluate("document.fonts.ready")
    before, drawing = places(page), page.locator(".plot").first.screenshot()
    page.unroute(PLATFORM)
    page.goto(f"{site}/{noun}?{query}")
    started(page)
    after, chart = places(page), page.locator(".plot").first.screenshot()
    for here, there in zip(before, after, strict=True):
        assert here == pytest.approx(there, abs=NEAR)
    assert unlike(drawing, chart) < MOST_UNLIKE
    assert page.evaluate("shift") <= MOST_SHIFT[size]
    if size == PHONE:
        assert unlike(*led_and_caught_up(page)) < MOST_UNLIKE


def test_the_answer_is_there_before_any_script_of_the_platform(
    browser: Browser, site: str
) -> None:
    page = opened(browser, DESK)
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(f"{site}/score_recovery?lang=en&points_lost=33")
    expect(page.locator(f"{VIEW} .sentence")).to_contain_text("617 now")
    expect(page.locator(".desk .figure-drawn")).to_be_visible()
    expect(page.locator(".phone .figure-drawn")).to_be_hidden()
    page.context.close()


def test_without_scripts_the_page_still_answers(browser: Browser, site: str) -> None:
    page = opened(browser, PHONE, java_script_enabled=False, color_scheme="dark")
    page.goto(f"{site}/penalty_interest?lang=en")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".phone .figure-drawn")).to_be_visible()
    page.context.close()


def test_the_first_view_leaves_nothing_behind(browser: Browser, site: str) -> None:
    page = opened(browser, DESK)
    page.goto(f"{site}/score_recovery?lang=en")
    started(page)
    expect(page.locator("[data-first-view]")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    page.context.close()


class Held:
    """Requests that wait until they are let go."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.page, self.routes, self.holds = page, [], True
        page.route(pattern, self.came)

    def came(self, route: Route) -> None:
        if self.holds:
            self.routes.append(route)
        else:
            route.continue_()

    def let_go(self) -> None:
        while not self.routes:
            self.page.wait_for_timeout(50)
        self.holds = False
        for route in self.routes:
            route.continue_()


@pytest.fixture
def early(page: Page, site: str) -> Iterator[tuple[Page, Held]]:
    """A page whose figure is live while the rest of it has not started."""
    held = Held(page, MOUNT)
    with page.expect_response("**/moves/page/**"):
        page.goto(f"{site}/score_recovery?lang=en", wait_until="domcontentloaded")
    expect(page.locator(SLIDER)).to_be_enabled()
    yield page, held


def test_a_reader_who_has_scrolled_stays_where_they_are(early) -> None:
    page, held = early
    page.set_viewport_size({"width": 390, "height": 480})
    page.locator(VIEW).evaluate("(view) => { view.scrollTop = 150; }")
    held.let_go()
    started(page)
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("(main) => main.scrollTop") == pytest.approx(150, abs=2)


def test_the_figure_follows_the_hand_before_its_page_has_started(early) -> None:
    page, held = early
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{VIEW} dd").first).to_have_text("589 now")
    assert "points_lost" not in page.url
    held.let_go()
    started(page)


def test_a_figure_that_cannot_be_had_keeps_no_page_waiting(page: Page, site) -> None:
    page.route("**/moves/page/**", lambda route: route.abort())
    page.goto(f"{site}/score_recovery?lang=en")
    started(page)


def test_what_was_chosen_before_the_page_started_reaches_it(early) -> None:
    page, held = early
    page.locator(".plot").first.evaluate("(plot) => { plot.dataset.seen = 'yes'; }")
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)
    held.let_go()
    started(page)
    expect(page).to_have_url(re.compile("points_lost=61"))
    expect(page.locator(".sentence").first).to_contain_text("589 now")
    assert page.locator(".plot").first.get_attribute("data-seen") == "yes"
    assert page.locator(SLIDER).evaluate(
        "(slider) => slider.getRootNode().activeElement === slider"
    )


def test_a_hand_that_drags_keeps_its_hold_while_the_page_takes_over(early) -> None:
    page, held = early
    slider, number = page.locator(SLIDER), page.locator("dd").first
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.3 * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.4 * box["width"], y, steps=3)
    stood = number.text_content()
    held.let_go()
    page.get_by_test_id("stMain").get_by_text("My own case").wait_for(state="attached")
    page.wait_for_timeout(500)
    page.mouse.move(box["x"] + 0.6 * box["width"], y, steps=3)
    expect(number).not_to_have_text(stood)
    dragged = number.text_content()
    expect(page.locator(VIEW)).to_have_count(1)
    page.mouse.up()
    started(page)
    lost = 650 - int(dragged.split()[0])
    assert lost > 100
    expect(page).to_have_url(re.compile(f"points_lost={lost}"))
    expect(number).to_have_text(dragged)


def test_a_theme_chosen_on_an_earlier_visit_is_not_overpainted(
    browser: Browser, site: str
) -> None:
    page = opened(browser, DESK)
    page.add_init_script(
        "localStorage.setItem(`stActiveTheme-${location.pathname}-v2`, '\"Dark\"')"
    )
    page.route(PLATFORM, lambda route: route.abort())
    page.goto(f"{site}/score_recovery?lang=en")
    expect(page.locator(VIEW)).to_be_hidden()
    page.context.close()


STYLED = """() => addEventListener("figure-comes", (event) => {
  const [figure] = event.composedPath();
  window.styled = Boolean(figure.getRootNode().querySelector("link").sheet);
}, true)"""


def test_the_figure_comes_with_its_style(page: Page, site: str) -> None:
    held: list[Route] = []
    page.add_init_script(f"({STYLED})()")
    page.route("**/live_figure.css*", lambda route: held.append(route))
    page.goto(f"{site}/score_recovery?lang=en")
    page.locator("[data-testid=stMain] live-figure").wait_for(state="attached")
    until(page, lambda: bool(held))
    expect(page.locator(VIEW)).to_be_visible()
    for each in held:
        each.continue_()
    expect(page.locator(VIEW)).to_have_count(0)
    assert page.evaluate("styled")


def test_without_the_drawing_library_the_drawing_follows_the_hand(
    page: Page, site: str
) -> None:
    page.route(LIBRARY, lambda route: route.abort())
    page.goto(f"{site}/score_recovery?lang=en")
    expect(page.locator(VIEW)).to_have_count(0)
    drawn = page.locator(".plot .desk > svg")
    before = drawn.inner_html()
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("points_lost=61"))
    expect(page.locator(".sentence").first).to_contain_text("589 now")
    expect(drawn).not_to_have_js_property("innerHTML", before)


FAILURES = {
    "the component is missing": ("**/live_figure.js*", None),
    "its style is missing": ("**/live_figure.css*", None),
    "the component cannot be read": ("**/live_figure.js*", "??? not a script"),
    "the component fails": (
        "**/live_figure.js*",
        "export default () => { throw new Error('no'); }",
    ),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_component_that_fails_gives_way_to_the_plain_chart(
    page: Page, site: str, failure: str
) -> None:
    pattern, script = FAILURES[failure]
    page.route(
        pattern,
        lambda route: (
            route.fulfill(body=script, content_type="text/javascript")
            if script
            else route.abort()
        ),
    )
    page.goto(f"{site}/score_recovery?lang=en&points_lost=33")
    expect(page.locator(".stPlotlyChart .main-svg").first).to_be_visible(timeout=20_000)
    expect(page.get_by_role("slider", name="Points lost").first).to_be_visible()
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("33 points lost, 617 now.").first).to_be_visible()
    expect(page.locator(VIEW)).to_have_count(0)
    expect(page.get_by_text("BidiComponent Error")).to_have_count(0)


def test_a_browser_without_modules_keeps_the_first_view(
    browser: Browser, site: str
) -> None:
    """Such a browser runs classic scripts only: neither the platform nor the figure."""
    page = opened(browser, DESK)

    def without_modules(route) -> None:
        answer = route.fetch()
        text = answer.text().replace('type="module"', 'type="no-module"')
        route.fulfill(response=answer, body=text)

    page.route("**/score_recovery*", without_modules)
    page.goto(f"{site}/score_recovery?lang=en")
    page.wait_for_timeout(1500)
    expect(page.locator(f"{VIEW} .sentence")).to_contain_text("590 now")
    expect(page.locator(".desk .figure-drawn")).to_be_visible()
    page.context.close()


def test_from_the_plain_chart_one_click_leads_back(page: Page, site: str) -> None:
    page.goto(f"{site}/score_recovery?lang=en&plain=1&points_lost=33")
    page.locator(".stPlotlyChart .main-svg").first.wait_for()
    page.get_by_role("button", name="Back to the live chart").click()
    page.locator(".plot .main-svg").first.wait_for()
    expect(page.locator(".stPlotlyChart")).to_have_count(0)
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("33 points lost, 617 now.").first).to_be_visible()
    assert "plain" not in page.url
