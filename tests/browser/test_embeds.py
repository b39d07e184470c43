"""Embeds in somebody else's page: another site, no cookies, strict rules, slides."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, FrameLocator, Page, expect

from after_overdue import clock
from after_overdue.models.registry import PAGE_MODELS
from tests.browser.boxes import until
from tests.browser.hosts import Host, host
from tests.browser.visits import Visit

NODE = Path(__file__).parents[1] / "node/node_modules"
NO_COOKIES = "--test-third-party-cookie-phaseout"
CHOSEN = "lang=en&controls=points_lost,months,readings"
STRICT = (
    "default-src 'none'; frame-src {site}; script-src {site}; style-src 'unsafe-inline'"
)


@pytest.fixture(scope="module")
def strict_browser(
    browser_type: BrowserType, browser_type_launch_args
) -> Iterator[Browser]:
    """A browser that gives no cookie to a frame from another site."""
    args = [*browser_type_launch_args["args"], NO_COOKIES]
    started = browser_type.launch(**{**browser_type_launch_args, "args": args})
    yield started
    started.close()


@pytest.fixture
def reader(strict_browser: Browser) -> Iterator[Page]:
    context = strict_browser.new_context(
        locale="en-GB", viewport={"width": 1000, "height": 800}
    )
    yield context.new_page()
    assert context.cookies() == []
    context.close()


@pytest.fixture(scope="module")
def tab(strict_browser: Browser) -> Iterator[Page]:
    """A tab in which a reader goes from frame to frame."""
    context = strict_browser.new_context(
        locale="en-GB", viewport={"width": 1000, "height": 800}
    )
    yield context.new_page()
    assert context.cookies() == []
    context.close()


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Host]:
    with host({"/reveal": NODE / "reveal.js/dist"}) as it:
        yield it


def frame(site: str, path: str, more: str = "") -> str:
    return (
        f'<iframe src="{site}{path}" title="figure" width="700" height="500" '
        f'style="border:0" {more}></iframe>'
    )


def growing(site: str, path: str, more: str = "") -> str:
    script = f'<script src="{site}/assets/embed-host.js" async></script>'
    return frame(site, path, more) + script


def shown(page: Page) -> FrameLocator:
    """Return the frame once its figure is live."""
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("button", name="Copy link")).to_be_visible()
    return inside


def moved(inside: FrameLocator) -> None:
    """Move the main slider one step by the keyboard."""
    inside.locator("#main-slider").focus()
    inside.locator("#main-slider").press("ArrowRight")


def test_a_figure_lives_in_a_page_of_another_site(reader, site, elsewhere) -> None:
    reader.goto(elsewhere.shows(frame(site, f"/embed/score_recovery?{CHOSEN}")))
    inside = shown(reader)
    moved(inside)
    expect(inside.get_by_text("61 points", exact=True)).to_be_visible()
    expect(inside.locator(".headlines")).to_contain_text("589")
    link = inside.get_by_role("link", name=re.compile("The whole page"))
    expect(link).to_have_attribute("href", re.compile("points_lost=61"))
    privacy = inside.get_by_role("link", name="Privacy")
    expect(privacy).to_have_attribute("href", re.compile("privacy"))
    inside.get_by_label("Months shown").fill("36")
    expect(inside.get_by_text("36 months", exact=True)).to_be_visible()
    expect(link).to_have_attribute("href", re.compile("months=36"))
    inside.get_by_label("Restored at once").uncheck()
    expect(link).not_to_have_attribute("href", re.compile("restored"))


def test_no_request_of_a_frame_carries_a_cookie(reader, site, elsewhere) -> None:
    carried: list[str] = []
    asked: list[str] = []

    def seen(request) -> None:
        asked.append(request.url)
        if "cookie" in request.all_headers():
            carried.append(request.url)

    reader.on("requestfinished", seen)
    reader.goto(elsewhere.shows(frame(site, "/embed/apr?lang=en")))
    drawn = "/embed/apr/picture?"
    with reader.expect_request_finished(lambda request: drawn in request.url):
        moved(shown(reader))
    assert carried == []
    assert all(each.startswith((site, elsewhere.address)) for each in asked)
    assert any(drawn in each for each in asked)


def test_the_frame_grows_and_shrinks_with_its_content(reader, site, elsewhere) -> None:
    path = "/embed/score_recovery?lang=en&controls=points_lost,months,readings"
    reader.goto(elsewhere.shows(growing(site, path)))
    inside = shown(reader)
    box = reader.locator("iframe")

    def fits() -> bool:
        content = inside.locator("main").evaluate(
            "each => Math.ceil(each.getBoundingClientRect().height)"
        )
        return abs(box.bounding_box()["height"] - content) <= 1

    until(reader, fits)
    high = box.bounding_box()["height"]
    box.evaluate("each => { each.width = 360 }")
    until(reader, lambda: box.bounding_box()["height"] != high and fits())
    assert inside.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_the_fixed_height_is_enough(tab, site, elsewhere, noun) -> None:
    found = tab.request.get(f"{site}/oembed?url={site}/{noun}").json()
    tab.goto(elsewhere.shows(found["html"]))
    inside = shown(tab)
    content = inside.locator("main").evaluate("e => e.getBoundingClientRect().height")
    assert content <= found["height"]
    assert content >= found["height"] - 260


def test_a_frame_hears_nobody_and_a_host_hears_only_our_frames(
    reader, site, elsewhere
) -> None:
    stranger = elsewhere.shows(
        "<script>setInterval(() => parent.postMessage("
        "{source: 'after-overdue', height: 5000}, '*'), 100)</script>",
        "/stranger",
    )
    reader.goto(
        elsewhere.shows(
            growing(site, "/embed/apr?lang=en")
            + f'<iframe id="other" src="{stranger}" height="100"></iframe>'
        )
    )
    inside = reader.frame_locator("iframe >> nth=0")
    expect(inside.locator(".tools")).to_be_visible()
    text = inside.locator(".headlines").inner_text()
    reader.evaluate(
        "for (const data of [{source: 'after-overdue', height: 1}, "
        "'{\"subject\":\"lti.frameResize\"}', {type: 'set', monthly_fee: 0.02}])"
        "frames[0].postMessage(data, '*')"
    )
    reader.wait_for_timeout(700)
    assert inside.locator(".headlines").inner_text() == text
    assert reader.locator("#other").bounding_box()["height"] < 200


def test_a_sandbox_without_an_origin_and_a_strict_policy_are_enough(
    reader, site, elsewhere
) -> None:
    said: list[str] = []
    reader.on("console", lambda each: said.append(each.text))
    path = f"/embed/score_recovery?{CHOSEN}"
    html = growing(site, path, 'sandbox="allow-scripts"')
    policy = STRICT.format(site=site)
    reader.goto(elsewhere.shows(html, content_security_policy=policy))
    inside = shown(reader)
    moved(inside)
    expect(inside.get_by_text("61 points", exact=True)).to_be_visible()
    inside.get_by_label("Months shown").fill("36")
    expect(inside.get_by_text("36 months", exact=True)).to_be_visible()
    expect(inside.locator(".told")).to_be_hidden()
    assert reader.locator("iframe").bounding_box()["height"] > 600
    assert said == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_a_script_the_chart_and_a_link_remain(
    strict_browser, site, elsewhere, language
) -> None:
    context = strict_browser.new_context(java_script_enabled=False)
    page = context.new_page()
    path = f"/embed/score_recovery?lang={language}&controls=months,readings"
    page.goto(elsewhere.shows(frame(site, path)))
    inside = page.frame_locator("iframe")
    expect(inside.locator(".wide svg").first).to_be_visible()
    expect(inside.locator(".narrow")).to_be_hidden()
    expect(inside.locator("#page")).to_be_visible()
    inside.locator("#months").fill("36")
    inside.locator("form button").click()
    expect(inside.locator("#months")).to_have_value("36")
    expect(inside.locator(".notes p")).to_have_count(0)
    context.close()


def test_a_whole_page_has_no_menu_and_tells_its_height(reader, site, elsewhere) -> None:
    path = "/embed/page/score_recovery?lang=en&points_lost=33&theme=dark"
    reader.goto(elsewhere.shows(growing(site, path)))
    inside = reader.frame_locator("iframe")
    page = inside.get_by_test_id("stMainBlockContainer")
    expect(page.get_by_text("33 points lost, 617 now.").first).to_be_visible()
    page.locator(".plot .main-svg").first.wait_for()
    expect(inside.get_by_test_id("stSidebar")).to_have_count(0)
    colour = inside.locator("body, .stApp").last.evaluate(
        "each => getComputedStyle(each).backgroundColor"
    )
    assert colour == "rgb(20, 22, 26)"
    reader.wait_for_timeout(1500)
    main = inside.get_by_test_id("stMain")
    assert main.evaluate("each => each.scrollHeight - each.clientHeight") <= 1
    high = reader.locator("iframe").bounding_box()["height"]
    reader.wait_for_timeout(1500)
    assert reader.locator("iframe").bounding_box()["height"] == high


def test_a_page_that_is_no_embed_is_not_framed(reader, site, elsewhere) -> None:
    for path in ("/score_recovery", "/class_session", "/class_session?embed=true"):
        said: list[str] = []
        reader.on("console", lambda each, said=said: said.append(each.text))
        reader.goto(elsewhere.shows(frame(site, path)))
        reader.wait_for_timeout(1000)
        assert reader.frames[1].url.startswith("chrome-error://")
        assert any("frame-ancestors" in each for each in said)


def test_a_slide_opened_as_a_file_shows_the_figure(reader, site, tmp_path) -> None:
    slide = tmp_path / "slide.html"
    slide.write_text(f"<!doctype html>{frame(site, '/embed/apr?lang=en')}", "utf-8")
    reader.goto(slide.as_uri())
    moved(shown(reader))


@pytest.mark.parametrize("noun", PAGE_MODELS)
@pytest.mark.parametrize("size", [(1100, 560), (480, 320)])
def test_a_figure_for_a_slide_fits_its_frame(tab, site, elsewhere, noun, size):
    width, height = size
    path = f"/embed/{noun}?lang=en&size=slide"
    html = f'<iframe src="{site}{path}" width="{width}" height="{height}"></iframe>'
    tab.goto(elsewhere.shows(html))
    inside = tab.frame_locator("iframe")
    inside.locator(".plot .main-svg").first.wait_for()
    expect(inside.get_by_role("link", name="After Overdue")).to_be_visible()
    fits = (
        "high => document.querySelector('main').getBoundingClientRect().height <= high"
    )
    until(tab, lambda: tab.frames[-1].evaluate(fits, height + 1))
    box = inside.locator("main").evaluate(
        "e => { const r = e.getBoundingClientRect(); return [r.width, r.height] }"
    )
    assert box[0] == pytest.approx(width, abs=2)
    assert height * 0.6 < box[1] <= height + 1
    if noun == "score_recovery":
        moved(inside)
        expect(inside.get_by_text("61 points", exact=True)).to_be_visible()
        inside.locator(".nsewdrag").first.click(position={"x": 30, "y": 30})
        link = inside.get_by_role("link", name="After Overdue")
        chosen = re.compile(r"chosen_month=(\d)\b")
        expect(link).to_have_attribute("href", chosen)


def test_a_slide_of_reveal_shows_the_figure(reader, site, elsewhere) -> None:
    path = "/embed/score_recovery?lang=en&theme=light&size=slide"
    figure = frame(site, path, "data-preload")
    reader.goto(
        elsewhere.shows(
            '<link rel="stylesheet" href="/reveal/reveal.css">'
            '<link rel="stylesheet" href="/reveal/theme/white.css">'
            '<div class="reveal"><div class="slides"><section><h2>Points</h2></section>'
            f"<section>{figure}</section></div></div>"
            '<script type="module">import Reveal from "/reveal/reveal.mjs";'
            "await new Reveal({controls: true}).initialize();</script>"
        )
    )
    reader.locator(".reveal.ready").wait_for()
    reader.keyboard.press("ArrowRight")
    inside = reader.frame_locator("iframe")
    inside.locator(".plot .main-svg").first.wait_for()
    expect(inside.locator("#main-slider")).to_be_enabled()
    moved(inside)
    expect(inside.get_by_text("61 points", exact=True)).to_be_visible()


@pytest.fixture(scope="module")
def visits(strict_browser: Browser, site: str) -> Iterator[dict[str, Visit]]:
    """A reader of each language, in the light and in the dark."""
    contexts = {
        language: strict_browser.new_context(color_scheme=scheme)
        for language, scheme in (("en", "light"), ("zh", "dark"))
    }
    yield {name: Visit(each.new_page(), site) for name, each in contexts.items()}
    for each in contexts.values():
        each.close()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_an_embed_with_every_control_is_for_everybody(visits, noun, language) -> None:
    visit, every = (
        visits[language],
        ",".join(PAGE_MODELS[noun].inputs_on(clock.today())),
    )
    visit.page.set_viewport_size({"width": 360, "height": 700})
    visit.open(f"/embed/{noun}?lang={language}&controls={every}")
    expect(visit.page.locator(".tools")).to_be_visible()
    assert visit.width <= 360
    visit.page.set_viewport_size({"width": 800, "height": 3200})
    assert visit.barriers == {}
    assert visit.errors == []


def test_a_dark_figure_is_printed_whole_and_dark_on_light(page: Page, site) -> None:
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto(f"{site}/embed/apr?lang=en&theme=dark&controls=monthly_fee,months")
    expect(page.locator(".tools")).to_be_visible()
    words = page.locator(".plot .wide > svg > text").first
    expect(words).not_to_have_css("fill", "rgb(27, 27, 27)")
    page.emulate_media(media="print")
    expect(words).to_have_css("fill", "rgb(27, 27, 27)")
    for gone in ("#main-slider", ".tools", "form"):
        expect(page.locator(gone)).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".chart").click()
    expect(page.locator(".main-svg").first).to_be_visible()
    page.emulate_media(media="print")
    ticks = page.locator(".xtick text").first
    expect(ticks).to_have_css("fill", "rgb(27, 27, 27)")
    room = page.locator(".plot").bounding_box()["width"]
    expect(page.locator(".main-svg").first).to_have_css("width", f"{room:g}px")
    assert room < 700
