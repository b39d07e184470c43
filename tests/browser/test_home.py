"""Home: what moves in its picture."""

from playwright.sync_api import Page, expect


def opened(page: Page, site: str, query: str = "lang=en") -> Page:
    page.goto(f"{site}/?{query}")
    expect(page.locator("#first-view")).to_have_count(0)
    expect(page.locator(".plot .main-svg").first).to_be_visible()
    return page


def test_the_sentence_follows_the_slider_to_its_end(page: Page, site: str) -> None:
    opened(page, site, "lang=en&due_on=2026-08-31")
    sentence, slider = page.locator(".sentence"), page.locator("#main-slider")
    expect(sentence).to_contain_text("paid on day 90: 450 yuan more")
    slider.focus()
    slider.press("End")
    expect(sentence).to_contain_text("not paid yet")
    expect(page.locator("output[for=main-slider]")).to_have_text("not paid yet")
    page.wait_for_url("**paid_after=never**")
    slider.press("ArrowLeft")
    expect(sentence).to_contain_text("paid on day 720: 3,600 yuan more")


def test_only_repair_in_the_app_stirs_a_clock(page: Page, site: str) -> None:
    opened(page, site)
    app, paid = (page.locator(".tries button").nth(at) for at in (0, 1))
    app.click()
    expect(page.locator(".tried")).to_contain_text("Only the third clock stirs")
    expect(page.locator(".plot")).to_contain_text("re-evaluated once")
    paid.click()
    expect(page.locator(".tried")).to_contain_text("the money is gone")
    expect(page.locator(".plot")).to_contain_text("none has moved")
    expect(page.locator(".plot")).not_to_contain_text("re-evaluated once")


def test_the_name_of_home_leads_home(page: Page, site: str) -> None:
    page.goto(f"{site}/home?lang=zh")
    assert page.url == f"{site}/?lang=zh"
    expect(page.locator("h1").first).to_have_text("一次逾期，三只钟")
