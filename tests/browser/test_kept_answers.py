"""Answers kept on a device: read without a server, below a path, and nothing else."""

from playwright.sync_api import Browser, expect

from after_overdue import clock
from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import site_search
from tests.browser.visits import STORED
from tests.running_site import running_site

KEPT = """async () => {
    const names = await caches.keys();
    const opened = await Promise.all(names.map((name) => caches.open(name)));
    const keys = await Promise.all(opened.map((cache) => cache.keys()));
    return keys.flat().map((each) => each.url);
}"""
OF_A_TEST = "in-incognito"
"""The one thing that keeps a browser under test from installing an app."""
QUERY = "被催收怎么办"


def test_answers_are_read_without_a_server_and_no_class_is_kept(
    browser: Browser, tmp_path
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    below = {"STREAMLIT_SERVER_BASE_URL_PATH": "guide", "DATA_FOLDER": str(tmp_path)}
    with running_site(**below) as site:
        guide = f"{site.address}/guide"
        page.goto(f"{guide}/read/zh/")
        system = context.new_cdp_session(page)
        manifest = system.send("Page.getAppManifest")
        assert manifest["url"] == f"{guide}/read/zh/app.webmanifest"
        assert manifest["errors"] == []
        errors = system.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert {each["errorId"] for each in errors} <= {OF_A_TEST}
        button = page.get_by_role("button", name="存到这台设备")
        expect(button).to_be_visible()
        stored = page.evaluate(STORED)
        assert (stored["caches"], stored["workers"]) == ([], 0)
        button.click()
        expect(page.locator(".keep [role=status]")).to_contain_text("已存在这台设备上")
        for path in ("join", "class/nothing/", "read/zh/search?q=secret", "api/v1/apr"):
            page.goto(f"{guide}/{path}")
        kept = page.evaluate(KEPT)
    asked = questions("zh")
    assert f"{guide}/read/zh/questions/being-sued" in kept
    assert all(
        each.startswith((f"{guide}/read/zh/", f"{guide}/read/assets/")) for each in kept
    )
    assert not any("secret" in each for each in kept)
    page.goto(f"{guide}/read/zh/questions/being-sued")
    expect(page.locator("h1")).to_have_text(asked["being-sued"].title)
    page.get_by_role("link", name="搜索", exact=True).click()
    page.get_by_role("searchbox").fill(QUERY)
    page.keyboard.press("Enter")
    first = site_search(clock.today()).found(QUERY).questions[0]
    page.locator("#found").get_by_role("link", name=asked[first].title).click()
    expect(page.locator("h1")).to_have_text(asked[first].title)
    assert page.evaluate("() => fetch('/guide/join').then(() => 1, () => 0)") == 0
    page.goto(f"{guide}/read/zh/")
    page.get_by_role("button", name="从这台设备删除").click()
    expect(page.get_by_role("button", name="存到这台设备")).to_be_enabled()
    stored = page.evaluate(STORED)
    assert (stored["caches"], stored["workers"]) == ([], 0)
    context.close()
