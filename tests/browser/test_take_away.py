"""A reader takes home the page as they have set it."""

import io
from urllib.parse import urljoin

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from after_overdue.catalog.interface import words


def sheet(page: Page, name: str) -> str:
    """Return what the sheet says that the page offers at this moment."""
    address = page.get_by_role("link", name=name).get_attribute("href")
    answer = page.request.get(urljoin(page.url, str(address)))
    assert answer.headers["content-disposition"].startswith("attachment")
    text = PdfReader(io.BytesIO(answer.body())).pages[0].extract_text()
    return "".join(text.split())


def test_the_sheet_follows_what_the_reader_sets(open_page) -> None:
    page = open_page("/score_recovery?points_lost=33&lang=zh")
    page.get_by_text(words("site", "zh")["away"]).click()
    link = page.get_by_role("link", name="本页PDF")
    expect(link).to_be_visible()
    assert "分数从650降到617" in sheet(page, "本页PDF")
    page.get_by_role("button", name="English").click()
    page.get_by_text(words("site", "en")["away"]).click()
    expect(page.get_by_role("link", name="This page as PDF")).to_be_visible()
    assert "Thescorefallsfrom650to617" in sheet(page, "This page as PDF")
