"""The sitemap: every page of the guide for search engines, in every language."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.questions import CHECKS, questions
from after_overdue.insides import CORE
from after_overdue.models.registry import HOME, MODELS
from after_overdue.reading.links import Links
from after_overdue.reading.page import Page
from after_overdue.reading.question_page import FOLDER
from after_overdue.reading.site import page_names, page_of

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NOT_TO_READ = (CORE, "/api/", "/class/", "/join", "/trainer/")
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(links: Links, today: date) -> str:
    """Return the sitemap; the links have to know the address of the server."""
    root = Element("urlset", {"xmlns": SITEMAPS, "xmlns:xhtml": XHTML})
    for name in page_names():
        page = page_of(name, links, today)
        if page:
            _reading_page(root, page)
    models = (each for each in MODELS if each != HOME)
    for noun in ("", *models, *CHECKS.values()):
        for language in LANGUAGES:
            url = SubElement(root, "url")
            address = f"{links.address}/{noun}?lang={language}"
            SubElement(url, "loc").text = address
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _reading_page(root: Element, page: Page) -> None:
    url = SubElement(root, "url")
    SubElement(url, "loc").text = page.canonical
    question = questions(page.language).get(page.about.removeprefix(FOLDER))
    if question:
        SubElement(url, "lastmod").text = question.reviewed.isoformat()
    for language, address in page.alternates:
        attributes = {"rel": "alternate", "hreflang": language, "href": address}
        SubElement(url, "xhtml:link", attributes)


def robots(links: Links) -> str:
    """Return what robots may read: everything but machinery and classes."""
    root = urlsplit(links.address).path
    lines = ["User-agent: *", *(f"Disallow: {root}{each}" for each in NOT_TO_READ)]
    if links.address:
        lines += ["", f"Sitemap: {links.address}/sitemap.xml"]
    return "\n".join(lines) + "\n"
