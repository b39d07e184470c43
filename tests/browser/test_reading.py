"""Reading pages in a browser: whole without scripts, light, and live at a touch."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from after_overdue.catalog.questions import questions
from tests.browser.boxes import until
from tests.browser.moving import LIVE, SLIDER, assert_drawn_as_computed, moved_to
from tests.browser.visits import Visit

ONE_OF_EACH = {
    "score_recovery": "does-repair-bring-points-back",
    "credit_record": "what-is-overdue",
    "penalty_interest": "what-it-costs",
    "apr": "what-a-monthly-fee-costs",
    "card_plan": "minimum-payment",
    "pay_first": "which-debt-first",
    "limitation": "gone-after-three-years",
    "unlicensed_loan": "unlicensed-lenders",
    "credit_lag": "what-is-credit",
    "loan_book": "first-checkpoint",
}
"""A question for each figure."""
LISTS = ["en/", "zh/", "en/claims", "zh/claims", "en/glossary", "zh/glossary"]
LISTS += ["en/sources", "zh/sources"]
WHOLE = [
    f"{('en', 'zh')[at % 2]}/questions/{slug}"
    for at, slug in enumerate(ONE_OF_EACH.values())
]
MOST_BYTES, PHONE = 100_000, 390
ON_A_PHONE = {"width": PHONE, "height": 844}
DRAWING = ".plot [role=img]:visible"


def question_of(name: str):
    language, _, slug = name.split("/")
    return questions(language)[slug]


@pytest.mark.parametrize("name", [*LISTS, *WHOLE])
def test_a_page_is_light_quiet_and_for_everybody(browser, site, name) -> None:
    scheme = "light" if name.startswith("en") else "dark"
    context = browser.new_context(viewport=ON_A_PHONE, color_scheme=scheme)
    visit = Visit(context.new_page(), site)
    visit.open(f"/read/{name}")
    sizes = [each.sizes() for each in visit.requests]
    bytes_read = [
        each["responseBodySize"] + each["responseHeadersSize"] for each in sizes
    ]
    assert 0 < sum(bytes_read) < MOST_BYTES
    assert visit.said == []
    assert all(each.startswith((f"{site}/read/", "data:")) for each in visit.asked)
    assert visit.width <= PHONE
    visit.page.set_viewport_size({"width": 1200, "height": 6000})
    assert visit.barriers == {}
    context.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_scripts_an_answer_is_whole_and_offers_nothing_dead(
    browser: Browser, site: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    name = f"{language}/questions/what-it-costs"
    page.goto(f"{site}/read/{name}")
    question = question_of(name)
    expect(page.locator("h1")).to_have_text(question.title)
    expect(page.locator(".answer p").first).to_be_visible()
    expect(page.locator(DRAWING)).to_be_visible()
    expect(page.locator(".headlines dd").first).to_be_visible()
    for dead in (SLIDER, ".tools button >> nth=0"):
        expect(page.locator(dead)).to_be_hidden()
    context.close()


@pytest.mark.parametrize("name", WHOLE)
def test_a_drawing_follows_and_shows_what_python_draws(page, site, name) -> None:
    page.goto(f"{site}/read/{name}")
    assert_drawn_as_computed(page, name)
    expect(page.locator(".main-svg")).to_have_count(0)


def test_a_number_between_two_positions_stays_as_the_answer_has_it(page, site) -> None:
    page.goto(f"{site}/read/en/questions/minimum-payment")
    expect(page.locator(LIVE)).to_have_count(1)
    asked = question_of("en/questions/minimum-payment").figure.address["pay_per_month"]
    words = page.locator("output")
    expect(words).to_contain_text(f"{int(asked):,}")
    before = words.text_content()
    page.locator("[data-part=more]").click()
    expect(words).not_to_have_text(before)
    page.locator("[data-part=less]").click()
    expect(page.locator(SLIDER)).to_have_value("1160")


def test_a_hand_that_moves_before_the_figure_is_there_is_not_lost(page, site) -> None:
    name = "en/questions/does-repair-bring-points-back"
    held = []
    page.route("**/*.figure.js", lambda route: held.append(route))
    with page.expect_request("**/*.figure.js"):
        page.goto(f"{site}/read/{name}", wait_until="commit")
    known = "Boolean(customElements.get('live-figure'))"
    until(page, lambda: page.evaluate(known))
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.locator(SLIDER).click()  # a hand, which lets go before there is a figure
    moved_to(page, 90)
    held[0].continue_()
    expect(page.locator(".headlines")).to_contain_text("560")
    assert_drawn_as_computed(page, name, 90)
    expect(page.locator("[data-words]")).to_have_text(
        page.locator(".takeaway").text_content()
    )
    expect(page.locator("[data-way]")).to_have_attribute(
        "href", re.compile("points_lost=90")
    )
    assert faults == []


def test_a_tap_on_the_drawing_wakes_it_and_a_scroll_does_not(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(
        has_touch=True, viewport={"width": PHONE, "height": 844}
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.goto(f"{site}/read/en/questions/what-is-credit")
    expect(page.locator(LIVE)).to_have_count(1)
    for kind in ("pointerover", "pointerdown"):
        page.locator(".chart").dispatch_event(kind, {"pointerType": "touch"})
    moved_to(page, 3)
    assert not any("plotly" in each for each in asked)
    page.locator(".chart").tap()
    expect(page.locator(".main-svg").first).to_be_visible()
    expect(page.locator(DRAWING)).to_have_count(0)
    context.close()


@pytest.mark.parametrize(
    "path", ["read/en/questions/does-repair-bring-points-back", "embed/score_recovery"]
)
def test_a_button_beside_the_slider_moves_it_by_one(page, site, path) -> None:
    page.goto(f"{site}/{path}")
    expect(page.locator(SLIDER)).to_be_enabled()
    expect(page.locator("output")).to_have_text("60 points")
    page.get_by_role("button", name="One step more").click()
    expect(page.locator("output")).to_have_text("61 points")
    expect(page.locator(".sentence")).to_contain_text("589 now")


def test_what_was_chosen_goes_along_to_the_page_with_every_setting(page, site) -> None:
    page.goto(f"{site}/read/en/questions/does-repair-bring-points-back")
    expect(page.locator(LIVE)).to_have_count(1)
    moved_to(page, 77)
    way = page.locator("[data-way]")
    expect(way).to_have_attribute("href", re.compile("points_lost=77"))
    way.click()
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("77 points lost, 573 now.").first).to_be_visible()


def test_a_figure_that_does_not_load_says_so_and_stays(page, site) -> None:
    page.route("**/*.figure.js", lambda route: route.abort())
    page.goto(f"{site}/read/en/questions/what-is-credit")
    expect(page.locator(".failed")).to_be_visible()
    expect(page.locator(DRAWING)).to_have_count(1)


def test_the_other_language_is_one_click_away(page, site) -> None:
    page.goto(f"{site}/read/en/questions/what-it-costs")
    page.get_by_role("link", name="中文").click()
    expect(page.locator("h1")).to_have_text(questions("zh")["what-it-costs"].title)


def test_on_paper_an_answer_keeps_its_figure_and_loses_its_controls(page, site) -> None:
    page.goto(f"{site}/read/en/questions/what-it-costs")
    page.emulate_media(media="print")
    expect(page.locator(DRAWING)).to_have_count(1)
    for gone in (SLIDER, ".top nav", ".way", ".tools"):
        expect(page.locator(gone)).to_be_hidden()


def ink(page: Page, words: str) -> str:
    """Return the colour of the words of the figure."""
    return page.locator(words).first.evaluate("each => getComputedStyle(each).fill")


def test_a_dark_figure_is_printed_dark_on_light(page, site) -> None:
    black = "rgb(27, 27, 27)"
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site}/read/en/questions/what-is-credit")
    assert ink(page, f"{DRAWING} text") != black
    page.emulate_media(color_scheme="dark", media="print")
    assert ink(page, f"{DRAWING} text") == black
    page.emulate_media(color_scheme="dark", media="screen")
    expect(page.locator(LIVE)).to_have_count(1)
    page.locator(".chart").click()
    expect(page.locator(".xtick text").first).not_to_have_css("fill", black)
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.locator(".xtick text").first).to_have_css("fill", black)
