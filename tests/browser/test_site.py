"""The site in a browser: from page to page, in both languages, and its table."""

import json
import re

from playwright.sync_api import Browser, Page, expect

from after_overdue.catalog.interface import words


def drawn(page: Page, address: str) -> None:
    """Open a page of a figure, and return once the figure stands."""
    page.goto(address)
    page.locator(".plot .main-svg").first.wait_for()
    page.locator("#first-view").wait_for(state="detached")


def test_a_chinese_browser_opens_in_chinese_and_one_click_changes_it(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(f"{site}/score_recovery?points_lost=30")
    page.locator("#first-view").wait_for(state="detached")
    expect(page.locator("h1")).to_have_text(words("score_recovery", "zh")["title"])
    expect(page).to_have_title("分数恢复 · 逾期之后")
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text(words("score_recovery", "en")["title"])
    expect(page).to_have_url(re.compile("lang=en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile("points_lost=30"))
    expect(
        page.get_by_test_id("stMain").get_by_text("30 points lost, 620 now.").first
    ).to_be_visible()
    context.close()


def test_the_way_home_and_back_keeps_the_case(page: Page, site: str) -> None:
    page.goto(f"{site}/score_recovery?lang=en&score_before=700&points_lost=100")
    expect(
        page.get_by_test_id("stMain").get_by_text("100 points lost, 600 now.").first
    ).to_be_visible()
    page.get_by_role("link", name="Start here").click()
    main = page.get_by_test_id("stMain")
    expect(main.locator("h1")).to_contain_text("three clocks")
    page.get_by_role("button", name="Explore", exact=True).click()
    page.get_by_role("menuitem", name="Score recovery").click()
    expect(
        page.get_by_test_id("stMain").get_by_text("100 points lost, 600 now.").first
    ).to_be_visible()


def test_the_table_is_plain_and_its_notes_hold_inputs_and_sources(page, site) -> None:
    drawn(page, f"{site}/score_recovery?lang=en&points_lost=33")
    page.get_by_text(words("site", "en")["away"]).click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Table (CSV)").click()
    text = saved.value.path().read_text("utf-8-sig")
    assert text.startswith("month,date,schedule")
    with page.expect_download() as saved:
        page.get_by_role("link", name=words("figure", "en")["metadata"]).click()
    notes = json.loads(saved.value.path().read_text("utf-8"))
    assert notes["inputs"]["points_lost"] == 33
    cited = {(each["id"], each["pin"]) for each in notes["sources"]}
    assert ("credit-reporting-regulation", "art-16") in cited


def test_the_whole_table_opens(page: Page, site: str) -> None:
    drawn(page, f"{site}/score_recovery?lang=en")
    page.get_by_text(words("site", "en")["away"]).click()
    expect(
        page.get_by_role("cell", name="Nov 2032").or_(
            page.get_by_role("cell", name="2032-11")
        )
    ).to_be_visible()
