"""The live figure follows the hand, and the address and the page follow it."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from after_overdue import clock
from tests.browser.boxes import box_of, until

SLIDER = "#main-slider"
WORKING, GROUNDS = (
    f".st-key-{fold} summary >> nth=0" for fold in ("working", "grounds")
)
PLOT = """() => {
  const host = [...document.querySelectorAll("*")].find(
    (each) => each.shadowRoot?.querySelector(".js-plotly-plot"));
  return host.shadowRoot.querySelector(".js-plotly-plot");
}"""
SHOWN = f"""() => {{
  const plot = ({PLOT})();
  const root = plot.getRootNode();
  return {{
    lines: Object.fromEntries(plot.data.map((line) => [line.uid, [...line.y]])),
    headlines: [...root.querySelectorAll("dd")].map((each) => each.textContent),
  }};
}}"""


LEADS = f"""() => ({PLOT})().parentElement.classList.contains("led")"""
"""Whether the drawing stands for the library's chart, as it does under a hand."""


def paths_arrived(page: Page) -> None:
    """Wait until a moved slider moves the line, which needs its paths."""
    moves = f"""() => {{
          const slider = ({PLOT})().getRootNode().querySelector("input");
          const before = ({SHOWN})().headlines[0];
          const value = slider.value;
          slider.value = value === "7" ? 8 : 7;
          slider.oninput();
          const after = ({SHOWN})().headlines[0];
          slider.value = value;
          slider.oninput();
          slider.getRootNode().querySelector("live-figure").settle();
          return before !== after;
        }}"""
    until(page, lambda: page.evaluate(moves))


def address(page: Page) -> dict[str, str]:
    return {name: each[0] for name, each in parse_qs(urlsplit(page.url).query).items()}


def test_line_and_headlines_follow_a_key_before_the_server_does(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    paths_arrived(page)
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(SHOWN)["headlines"][0] == "589 now"
    expect(page).to_have_url(re.compile("points_lost=61"))
    until(page, lambda: not page.evaluate(LEADS))
    assert page.evaluate(SHOWN)["lines"]["not_for_now"] == [589] * 73
    expect(page.locator(".sentence").first).to_contain_text("589 now")


def test_every_position_shows_what_python_computes(open_page) -> None:

    from after_overdue.cases.locale import Locale
    from after_overdue.models.registry import MODELS
    from after_overdue.models.score_recovery.case import score_case
    from after_overdue.models.score_recovery.headlines import headlines_now
    from after_overdue.models.score_recovery.words import ScoreWords

    page = open_page("/score_recovery?lang=en&score_before=500&repaired_in=2026-01")
    paths_arrived(page)
    seen = page.evaluate(
        f"""() => {{
          const slider = ({PLOT})().getRootNode().querySelector("input");
          return Array.from({{ length: 201 }}, (_, lost) => {{
            slider.value = lost;
            slider.oninput();
            slider.getRootNode().querySelector("live-figure").settle();
            return ({SHOWN})();
          }});
        }}"""
    )
    for lost, shown in enumerate(seen):
        given = {"score_before": ["500"], "repaired_in": ["2026-01"]}
        values, _ = MODELS["score_recovery"].read(
            given | {"points_lost": [str(lost)]}, clock.today()
        )
        case = score_case(values, clock.today())
        for name in ("schedule", "schedule_from_26"):
            assert shown["lines"][name] == case.recovery.scores[name].tolist()
        assert shown["lines"]["not_for_now"] == [case.score_after] * 73
        wording = ScoreWords(case, Locale("en"))
        assert shown["headlines"] == [value for _, value in headlines_now(wording)]


def test_a_click_chooses_a_month_that_tooltip_and_working_name(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    box = box_of(page.locator(".nsewdrag").first)
    place = box["x"] + 0.75 * box["width"], box["y"] + box["height"] / 2
    told = page.locator(".hoverlayer .hovertext, .hoverlayer .legend")
    page.mouse.move(*place)
    expect(told.first).to_contain_text("Month 54")
    page.mouse.down()
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"chosen_month=54"))
    expect(page.get_by_text("Month 54, May 2031")).to_be_visible()
    expect(told.filter(has_not_text="Month 54")).to_have_count(0)


def test_arrow_keys_on_the_chart_choose_a_month(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    chart = page.locator("[data-part=chart]").first
    chart.focus()
    for key in ("Home", "PageUp", "ArrowRight"):
        page.keyboard.press(key)
    expect(chart).to_have_attribute("aria-valuetext", "Month 13, December 2027")
    expect(page).to_have_url(re.compile("chosen_month=13"))
    expect(page.get_by_text("month 13: +1 → 591").first).to_be_visible()


def test_the_takeaway_is_told_when_the_movement_has_ended(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    paths_arrived(page)
    shown = page.locator("[data-part=takeaway]").first
    expect(shown).to_contain_text("Score 590 after losing 60")
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowLeft")
    expect(shown).to_contain_text("Score 591 after losing 59")
    expect(shown).to_have_attribute("aria-live", "polite")


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """The Chinese page on a phone, with its paths."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        locale="zh-CN",
    )
    page = context.new_page()
    page.goto(f"{site}/score_recovery")
    page.locator("#first-view").wait_for(state="detached")
    page.locator(".plot .main-svg").first.wait_for()
    paths_arrived(page)
    yield page
    context.close()


def test_a_tap_on_a_phone_chooses_a_month_and_shows_its_working(phone) -> None:
    area = phone.locator(".nsewdrag").first
    box = box_of(area)
    phone.touchscreen.tap(
        box["x"] + 0.75 * box["width"], box["y"] + 0.5 * box["height"]
    )
    expect(phone).to_have_url(re.compile(r"chosen_month=54"))
    expect(phone.locator(".plot .hoverlayer").first).to_have_css("display", "none")
    expect(phone.get_by_text("第54个月，2031年5月")).to_be_visible()
    shown = phone.evaluate(
        f"() => ({PLOT})().data.find((each) => each.uid === 'chosen')"
    )
    assert set(shown["x"]) == {54}
    chart = phone.locator("[data-part=chart]").first
    expect(chart).to_have_attribute("aria-valuetext", "第54个月，2031年5月")


def test_a_finger_on_a_phone_moves_line_headline_and_address(phone) -> None:
    slider = phone.locator(SLIDER)
    box = box_of(slider)
    y = box["y"] + box["height"] / 2
    session = phone.context.new_cdp_session(phone)

    def touch(kind: str, *shares: float) -> None:
        points = [{"x": box["x"] + share * box["width"], "y": y} for share in shares]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    start = 60 / 200
    touch("touchStart", start)
    for step in range(1, 9):
        touch("touchMove", start + step * 0.05)
    moved = phone.evaluate(SHOWN)
    left = int(re.search(r"\d+", moved["headlines"][0])[0])
    assert left < 590
    assert phone.evaluate(LEADS)
    assert "points_lost" not in address(phone)
    touch("touchEnd")
    expect(phone).to_have_url(re.compile("points_lost="))
    lost = int(address(phone)["points_lost"])
    assert lost > 100
    shown = phone.evaluate(SHOWN)
    assert shown["lines"]["not_for_now"] == [650 - lost] * 73
    assert shown["headlines"][0] == f"现在{650 - lost}分"
    expect(phone.locator(".sentence")).to_contain_text(f"现在{650 - lost}分")


def drag(page: Page, to: float, steps: int = 1) -> None:
    """Move the slider under a mouse that is not let go yet, to a share of its width."""
    box = box_of(page.locator(SLIDER))
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.3 * box["width"], middle)
    page.mouse.down()
    page.mouse.move(box["x"] + to * box["width"], middle, steps=steps)


def test_the_last_position_stays_as_a_ghost_while_the_hand_moves(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    paths_arrived(page)
    drag(page, 0.8, steps=4)
    lines = ".desk svg svg path[fill=none]:not(.hatch)"
    ghost = page.locator(f".ghost {lines}")
    expect(ghost.first).to_be_visible()
    expect(page.locator(".ghost text").first).to_be_hidden()
    led = page.locator(f".lead {lines}")
    expect(led.first).to_be_visible()
    drawn = [each.get_attribute("d") for each in led.all()]
    assert [each.get_attribute("d") for each in ghost.all()] != drawn
    page.mouse.up()
    expect(page.locator(".ghost")).to_have_count(0)
    expect(led.first).to_be_hidden()


def test_a_committed_change_asks_for_no_file(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    paths_arrived(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".sentence").first).to_contain_text("589 now")
    expect(page).to_have_url(re.compile("points_lost=61"))
    assert [url for url in asked if not url.startswith("data:")] == []


def test_back_leaves_the_page_rather_than_a_position_of_the_slider(open_page) -> None:
    page = open_page("/credit_lag?lang=en")
    page = open_page("/score_recovery?lang=en")
    paths_arrived(page)
    for lost in (61, 62):
        page.locator(SLIDER).press("ArrowRight")
        expect(page).to_have_url(re.compile(f"points_lost={lost}"))
    page.go_back()
    expect(page).to_have_url(re.compile("/credit_lag"))
    page.go_forward()
    expect(page.locator("[data-part=slider-value]").first).to_have_text("62 points")


def test_the_chart_keeps_its_graph_when_another_control_moves(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    page.evaluate(f"() => {{ ({PLOT})().dataset.seen = 'yes'; }}")
    page.get_by_text("My own case").click()
    page.get_by_role("slider", name="Score before the overdue").press("ArrowRight")
    expect(page.locator(".sentence").first).to_contain_text("591 now")
    until(page, lambda: page.evaluate(SHOWN)["headlines"][0] == "591 now")
    assert page.evaluate(f"() => ({PLOT})().dataset.seen") == "yes"


def glides(page: Page) -> int:
    """How many lines have set out to glide since `count_glides`."""
    return page.evaluate("window.glides")


def count_glides(page: Page) -> None:
    page.evaluate(
        f"""() => {{
          window.glides = 0;
          const plot = ({PLOT})();
          plot.addEventListener("transitionrun", (event) => {{
            window.glides += event.propertyName === "d";
          }});
        }}"""
    )


LATE = "/score_recovery?lang=en&relapse_month=20&months=60"


def dearer(page: Page) -> None:
    """Move another control than the figure's, and wait until Python has redrawn."""
    line = f"({SHOWN})().lines.schedule"
    before = page.evaluate(f"() => {line}.at(-1)")
    page.get_by_text("My own case").click()
    slider = page.get_by_role("slider", name="Points lost at each new late payment")
    slider.focus()
    page.keyboard.press("PageUp")
    until(page, lambda: page.evaluate(f"() => {line}.at(-1)") != before)
    page.wait_for_timeout(400)


def test_lines_glide_where_python_redraws_them(open_page) -> None:
    page = open_page(LATE)
    count_glides(page)
    dearer(page)
    assert glides(page) > 0
    assert page.evaluate(f"() => ({PLOT})().getAnimations({{ subtree: true }})") == []


def test_lines_are_at_their_place_at_once_under_the_hand(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    paths_arrived(page)
    count_glides(page)
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    drag(page, 0.6, steps=6)
    assert glides(page) == 0
    page.mouse.up()
    expect(page).to_have_url(re.compile("points_lost=1"))
    page.wait_for_timeout(300)
    assert glides(page) == 0


def test_nothing_glides_for_a_reader_who_minds_movement(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}{LATE}")
    page.locator("#first-view").wait_for(state="detached")
    page.locator(".plot .main-svg").first.wait_for()
    count_glides(page)
    dearer(page)
    assert glides(page) == 0
    context.close()


def test_a_chip_sets_the_case_that_it_names(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    chip = page.get_by_role("button", name="Lost 120 points")
    chip.click()
    expect(page.locator(".sentence").first).to_contain_text("530 now")
    expect(chip).to_have_attribute("aria-pressed", "true")
    page.locator(SLIDER).press("ArrowRight")
    expect(chip).to_have_attribute("aria-pressed", "false")
    chip.click()
    expect(page).to_have_url(re.compile("points_lost=120"))


def test_a_chip_after_a_drag_leaves_no_trace_of_the_case_before(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    paths_arrived(page)
    drag(page, 0.6)
    page.mouse.up()
    page.get_by_role("button", name="Lost 120 points").click()
    expect(page.locator(".sentence").first).to_contain_text("530 now")
    expect(page.locator(".ghost")).to_have_count(0)


def test_what_is_taken_away_lies_in_its_fold(open_page) -> None:
    page = open_page("/score_recovery?lang=en&points_lost=33")
    page.get_by_text("Take it away").click()
    link = page.get_by_role("link", name="Picture (PNG)")
    assert "points_lost=33" in link.get_attribute("href")
    expect(page.locator("textarea").first).to_have_value(
        re.compile(r"/score_recovery\?.*points_lost=33")
    )


def test_the_chart_is_dark_in_the_dark(browser: Browser, site: str) -> None:
    context = browser.new_context(color_scheme="dark", locale="en-GB")
    page = context.new_page()
    page.goto(f"{site}/score_recovery")
    page.locator("#first-view").wait_for(state="detached")
    page.locator(".plot .main-svg").first.wait_for()
    colour = page.evaluate(f"() => ({PLOT})().layout.font.color")
    assert colour == "#f2f0ec"
    context.close()


def test_the_thumb_stirs_once_unless_that_is_not_wished(
    browser: Browser, site: str
) -> None:
    for motion, stirred in (("no-preference", "now|past"), ("reduce", "")):
        context = browser.new_context(locale="en-GB", reduced_motion=motion)
        page = context.new_page()
        page.goto(f"{site}/score_recovery")
        page.locator("#first-view").wait_for(state="detached")
        page.locator(".plot .main-svg").first.wait_for()
        control = page.locator(".control").first
        if stirred:
            expect(control).to_have_attribute("data-nudged", re.compile(stirred))
        else:
            assert control.get_attribute("data-nudged") is None
        context.close()


def test_a_fold_opened_by_a_key_is_filled_and_follows_the_case(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    for fold, said in ((WORKING, "650 − 60 = 590"), (GROUNDS, "S2, S3, S4")):
        page.locator(fold).press("Enter")
        expect(page.get_by_text(said, exact=True).first).to_be_visible()
        expect(page.locator(fold)).to_be_focused()
    page.locator(SLIDER).press("ArrowRight")
    expect(page.get_by_text("650 − 61 = 589").first).to_be_visible()
    expect(page.get_by_text("S2, S3, S4", exact=True)).to_be_visible()
    month = page.get_by_role("textbox", name="Month shown in detail")
    month.fill("25")
    month.press("Enter")
    expect(page.get_by_text("month 25: +3 → 604")).to_be_visible()
    expect(month).to_be_focused()


def test_a_page_on_paper_is_its_handout_dark_on_light(page, open_page) -> None:
    page.emulate_media(color_scheme="dark")
    open_page("/score_recovery?lang=en&chosen_month=30")
    working = page.get_by_text("Month 30, May 2029")
    expect(working).to_be_visible()
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.locator("h1")).to_have_css("color", "rgb(0, 0, 0)")
    ink = f"() => ({PLOT})().layout.font.color"
    until(page, lambda: page.evaluate(ink) == "#1b1b1b")
    for kept in (".sentence", ".plot .main-svg", ".headlines"):
        expect(page.locator(kept).first).to_be_visible()
    expect(working).to_be_visible()
    page.locator(WORKING).evaluate("fold => fold.click()")
    expect(working).to_have_count(0)
    expect(page.get_by_text("The score falls from 650 to 590")).to_be_visible()
    for left in (".control", ".presets", ".st-key-bar", ".st-key-own_case"):
        expect(page.locator(left).first).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)


def asked_of(page: Page) -> list[object]:
    """What a page asks Python from now on, message by message."""
    asked: list[object] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framesent", lambda frame: asked.append(frame)),
    )
    return asked


def test_python_hears_of_the_slider_once_it_has_rested_or_the_hand_has_left(
    open_page, page: Page
) -> None:
    page.clock.install()
    asked = asked_of(page)
    open_page("/score_recovery?lang=en")
    paths_arrived(page)
    until(page, lambda: page.evaluate("document.fonts.status") == "loaded")
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.clock.pause_at(page.evaluate("Date.now() + 5000"))
    page.locator(SLIDER).focus()
    before = len(asked)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.clock.run_for(1000)
    assert len(asked) == before
    assert page.locator(".presets [aria-pressed=true]").count() == 0
    page.clock.run_for(1000)
    until(page, lambda: len(asked) == before + 1)
    page.keyboard.press("ArrowRight")
    page.clock.run_for(300)
    assert len(asked) == before + 1
    page.locator("h1").hover()
    page.clock.run_for(100)
    until(page, lambda: len(asked) == before + 2)
    page.clock.resume()
    expect(page).to_have_url(re.compile("points_lost=64"))


def test_what_a_finger_moved_is_told_at_once(browser: Browser, site: str) -> None:
    page = browser.new_context(has_touch=True, is_mobile=True).new_page()
    page.clock.install()
    asked = asked_of(page)
    page.goto(f"{site}/score_recovery?lang=en")
    page.locator("#first-view").wait_for(state="detached")
    page.locator(".plot .main-svg").first.wait_for()
    paths_arrived(page)
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.clock.pause_at(page.evaluate("Date.now() + 5000"))
    before = len(asked)
    page.get_by_role("button", name="One step more").tap()
    page.clock.run_for(300)
    until(page, lambda: len(asked) == before + 1)
    page.context.close()


def test_under_a_hand_no_name_stands_twice_and_hides_what_it_clips(open_page) -> None:
    page = open_page("/score_recovery?lang=en")
    paths_arrived(page)
    box = box_of(page.locator(SLIDER))
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + box["height"] / 2)
    page.mouse.down()

    def leads() -> bool:
        page.mouse.move(box["x"] + 0.6 * box["width"], box["y"])
        page.mouse.move(box["x"] + 0.5 * box["width"], box["y"])
        return page.evaluate(LEADS)

    until(page, leads)
    twice = f"""() => {{
      const root = ({PLOT})().parentElement;
      const names = [...root.querySelectorAll("[id]")].map((each) => each.id);
      return names.filter((each, at) => names.indexOf(each) !== at);
    }}"""
    assert page.evaluate(twice) == []
    page.mouse.up()
