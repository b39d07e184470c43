"""The site in a browser: accessible, quiet, in both languages, at desk and on phone."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from after_overdue.models.registry import MODELS

PHONE = 390
MENU = "[data-testid=stSidebar]"
"""The platform's own menu, whose lists hold headings between their items."""
EXPLORE = [f"/{noun}" for noun in MODELS]
ANSWERS = ["/questions", "/claims", "/glossary", "/sources"]
CHECKS = ["/offer_check", "/call_check"]
DEEP = ["/questions?q=five-years-from-when", "/claims?claim=S41"]
QUIZ = ["/quiz", "/quiz?q=what-is-late", "/quiz?q=from-cheap-to-dear"]
TEACH = ["/class_session", "/predict"]
PATHS = ["/", *EXPLORE, *ANSWERS, *CHECKS, *DEEP, *QUIZ, *TEACH]


@pytest.fixture(params=["light", "dark"])
def tall_page(browser: Browser, site: str, request) -> Iterator[Page]:
    """A page tall enough for a checker to see all of it."""
    context = browser.new_context(
        base_url=site,
        locale="en-GB",
        color_scheme=request.param,
        viewport={"width": 1200, "height": 4600},
    )
    yield context.new_page()
    context.close()


def settled(page: Page, path: str) -> None:
    page.goto(path)
    page.locator("h1").first.wait_for()
    if any(noun in path for noun in EXPLORE):
        page.locator(".plot .main-svg").first.wait_for()
        page.locator("#first-view").wait_for(state="detached")
    page.locator("[data-test-script-state=notRunning]").wait_for()
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    page.wait_for_timeout(500)


@pytest.mark.parametrize("path", PATHS)
def test_no_rule_of_accessibility_is_broken(tall_page, path) -> None:
    settled(tall_page, path)
    found = Axe().run(tall_page, {"exclude": [[MENU]]}).response["violations"]
    broken = {
        rule["id"]: [node["html"][:120] for node in rule["nodes"]] for rule in found
    }
    assert broken == {}


@pytest.mark.parametrize("path", PATHS)
def test_no_script_complains(page: Page, site: str, path: str) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "console",
        lambda each: said.append(each.text) if each.type == "error" else None,
    )
    settled(page, f"{site}{path}")
    # The platform looks for its own root first, which a deep link does not have.
    assert [each for each in said if "404 (Not Found)" not in each] == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_sticks_out_sideways_on_a_phone(page, site, path, language) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    mark = "&" if "?" in path else "?"
    settled(page, f"{site}{path}{mark}lang={language}")
    wide = page.evaluate(
        "Math.max(...[...document.querySelectorAll('[data-testid=stMain], html')]"
        ".map((each) => each.scrollWidth))"
    )
    assert wide <= PHONE


def test_a_chinese_browser_opens_in_chinese_and_one_click_changes_it(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(f"{site}/score_recovery?points_lost=30")
    page.locator("#first-view").wait_for(state="detached")
    expect(page.locator("h1")).to_have_text("逾期之后，芝麻分多久能回来？")
    expect(page).to_have_title("分数恢复 · 逾期之后")
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text(
        "How does a score come back after an overdue loan?"
    )
    expect(page).to_have_url(re.compile("lang=en"))
    expect(page).to_have_url(re.compile("points_lost=30"))
    expect(
        page.get_by_test_id("stMain").get_by_text("The score falls from 650 to 620.")
    ).to_be_visible()
    context.close()


def test_the_way_home_and_back_keeps_the_case(page: Page, site: str) -> None:
    page.goto(f"{site}/score_recovery?lang=en&score_before=700&points_lost=100")
    expect(
        page.get_by_test_id("stMain").get_by_text("The score falls from 700 to 600.")
    ).to_be_visible()
    page.get_by_role("link", name="Start here").click()
    main = page.get_by_test_id("stMain")
    expect(main.locator("h1")).to_contain_text("three clocks")
    page.get_by_role("link", name="Score recovery").click()
    expect(
        page.get_by_test_id("stMain").get_by_text("The score falls from 700 to 600.")
    ).to_be_visible()


def test_the_csv_holds_inputs_sources_and_the_day(page: Page, site: str) -> None:
    settled(page, f"{site}/score_recovery?lang=en&points_lost=33")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Table (CSV)").click()
    text = saved.value.path().read_text("utf-8-sig")
    assert "# input points_lost: 33" in text
    assert "# source credit-reporting-regulation#art-16 (grade A)" in text
    assert re.search(r"# date: \d{4}-\d{2}-\d{2}", text)
    assert "month,date,schedule" in text


def test_the_whole_table_opens(page: Page, site: str) -> None:
    settled(page, f"{site}/score_recovery?lang=en")
    page.get_by_text("The whole table").click()
    expect(
        page.get_by_role("cell", name="Nov 2032").or_(
            page.get_by_role("cell", name="2032-11")
        )
    ).to_be_visible()
