"""Share in a browser: what is copied, what the QR code says, and who can use it."""

import io
import re

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect

from after_overdue.catalog.interface import words

PHONE = {"width": 390, "height": 844}
WORDS = {
    "en": ("Share", "QR code of the link above"),
    "zh": ("分享", "上面链接的二维码"),
}
CASES = ["/score_recovery?points_lost=33", "/claims?claim=S41"]


def dialog_of(page: Page, site: str, path: str, language: str = "en"):
    mark = "&" if "?" in path else "?"
    page.goto(f"{site}{path}{mark}lang={language}")
    page.locator("h1").first.wait_for()
    page.get_by_role("button", name=WORDS[language][0], exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.locator("textarea").first.wait_for()
    return dialog


def decoded(picture: bytes) -> str:
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    return found.text


@pytest.mark.parametrize(
    "path", ["/score_recovery?points_lost=33", "/claims?claim=S41"]
)
@pytest.mark.parametrize("language", WORDS)
def test_the_qr_code_leads_where_the_link_does(page, site, path, language) -> None:
    dialog = dialog_of(page, site, path, language)
    field = dialog.locator("textarea").first
    expect(field).not_to_have_value("")
    link = field.input_value()
    assert link.startswith(f"{site}{path.partition('?')[0]}?lang={language}&v=")
    code = dialog.get_by_role("img", name=WORDS[language][1])
    assert decoded(code.screenshot()) == link


def test_the_link_and_the_code_are_copied(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    dialog = dialog_of(page, site, "/apr?months=24")
    dialog.get_by_text("Put it in a lesson").click()
    for place in range(3):
        field = dialog.locator("textarea").nth(place)
        dialog.get_by_role("button", name="Copy").nth(place).click()
        expect(dialog.get_by_text("Copied", exact=True).first).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == field.input_value()


def test_where_copying_is_not_allowed_the_text_is_marked(page, site) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false"
    )
    dialog = dialog_of(page, site, "/apr")
    dialog.get_by_role("button", name="Copy").first.click()
    expect(dialog.get_by_text(words("copy", "en")["marked"])).to_be_visible()
    field = dialog.locator("textarea").first
    marked = field.evaluate("each => each.selectionEnd - each.selectionStart")
    assert marked == len(field.input_value())


@pytest.mark.parametrize("path", ["/score_recovery", "/glossary"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialog_breaks_no_accessibility_rule(browser, site, path, scheme) -> None:
    context = browser.new_context(
        color_scheme=scheme, locale="en-GB", viewport={"width": 1200, "height": 1800}
    )
    page = context.new_page()
    dialog_of(page, site, path)
    page.wait_for_timeout(500)
    found = Axe().run(page, {"include": [["[role=dialog]"]]}).response["violations"]
    assert {
        rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found
    } == {}
    context.close()


def test_a_trainer_chooses_what_the_frame_shows(page: Page, site: str) -> None:
    dialog = dialog_of(page, site, "/apr?months=24")
    dialog.get_by_text("Put it in a lesson").click()
    code = dialog.locator("textarea").last
    for chosen, expected in (
        ("Dark", "&amp;theme=dark"),
        ("The figure, fitted to a slide", "&amp;theme=dark&amp;size=slide"),
        ("The whole page", "&amp;embed=true&amp;embed_options=dark_theme"),
    ):
        dialog.get_by_role("radio", name=chosen).or_(
            dialog.get_by_role("button", name=chosen)
        ).click()
        expect(code).to_have_value(re.compile(re.escape(expected)))
    expect(code).to_have_value(re.compile(r'src="[^"]*/apr\?lang=en&amp;v=\d'))


@pytest.mark.parametrize("language", WORDS)
def test_the_dialog_fits_a_phone(page: Page, site: str, language: str) -> None:
    page.set_viewport_size(PHONE)
    dialog = dialog_of(page, site, "/loan_book", language)
    box = dialog.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    assert dialog.evaluate("each => each.scrollWidth <= each.clientWidth")


def test_the_files_of_the_case_open(page: Page, site: str) -> None:
    dialog = dialog_of(page, site, "/score_recovery?points_lost=33")
    for name, kind in (
        ("Save the picture", "image/png"),
        ("For a slide (SVG)", "image/svg+xml"),
        ("Print one page (PDF)", "application/pdf"),
    ):
        link = dialog.get_by_role("link", name=name).get_attribute("href")
        assert "points_lost=33" in link
        found = page.request.get(link)
        assert (found.status, found.headers["content-type"]) == (200, kind)
