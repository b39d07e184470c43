"""Reading pages over HTTP: found, moved, missing, compressed and kept."""

import html
import re

import pytest

from after_overdue.errors import ContentError, Problem
from after_overdue.reading.files import files
from after_overdue.web import reading
from after_overdue.web.missing import is_known

PAGE = "/read/en/questions/what-it-costs"


@pytest.mark.parametrize(
    "path",
    ["/read/en/", "/read/zh/claims", "/read/en/glossary", "/read/zh/sources", PAGE],
)
def test_a_page_is_compressed_and_kept_for_an_hour(client, path) -> None:
    found = client.get(path, headers={"accept-encoding": "br"})
    assert found.status_code == 200
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    assert found.headers["content-encoding"] == "br"
    assert "max-age=3600" in found.headers["cache-control"]
    assert found.text.startswith("<!doctype html>")


def test_a_page_that_has_not_changed_is_not_sent_again(client) -> None:
    tag = client.get(PAGE).headers["etag"]
    again = client.get(PAGE, headers={"if-none-match": tag})
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize("known", ["W/{}", '"other", {}', "*"])
def test_a_version_is_known_through_a_proxy_too(client, known) -> None:
    asked = {"if-none-match": known.format(client.get(PAGE).headers["etag"])}
    assert client.get(PAGE, headers=asked).status_code == 304
    other = {"if-none-match": known.replace("*", "").format('"another"')}
    assert client.get(PAGE, headers=other).status_code == 200


def test_the_figure_of_a_page_is_a_script_beside_it(client) -> None:
    found = client.get(f"{PAGE}.figure.js")
    assert found.headers["content-type"].startswith("text/javascript")
    assert found.text.startswith("afterOverdue.show(")


@pytest.mark.parametrize("name", list(files()))
def test_style_and_script_are_kept_for_a_year(client, name) -> None:
    found = client.get(f"/read/{name}")
    assert found.content == files()[name]
    assert "immutable" in found.headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/read/zh", "/read/zh/"),
        ("/read/en/questions", "/read/en/"),
        ("/read/en/questions/", "/read/en/"),
        ("/read/en/claims/", "/read/en/claims"),
        (f"{PAGE}/", PAGE),
        (f"{PAGE}.html", PAGE),
        ("/read/en/Claims", "/read/en/claims"),
        ("/read/en/index.html", "/read/en/"),
        ("/read/zh-CN/claims", "/read/zh/claims"),
        ("/read/ZH/", "/read/zh/"),
    ],
)
def test_an_address_that_nearly_names_a_page_leads_to_it(client, path, target) -> None:
    found = client.get(path, follow_redirects=False)
    assert found.status_code == 308
    assert found.headers["location"] == target


@pytest.mark.parametrize("path", ["/read", "/read/"])
@pytest.mark.parametrize(
    ("spoken", "language"),
    [
        ("zh-CN,zh", "zh"),
        ("fr", "en"),
        ("en;q=0.5, zh;q=0.9", "zh"),
        ("en;q=0, zh", "zh"),
        ("fr-EN, ZH-hans-cn;q=0.8", "zh"),
        ("*;;q=, \x00", "en"),
    ],
)
def test_the_start_opens_in_the_language_of_the_browser(
    client, path, spoken, language
) -> None:
    asked = {"accept-language": spoken}
    found = client.get(path, headers=asked, follow_redirects=False)
    assert found.headers["location"] == f"/read/{language}/"


@pytest.mark.parametrize(
    ("path", "spoken", "language"),
    [
        ("/nowhere", "zh-CN", "zh"),
        ("/nowhere/else?lang=zh", "en", "zh"),
        ("/read/zh/questions/nothing", "en", "zh"),
        ("/read/en/claims.figure.js", "zh", "en"),
        ("/read/en/questions/will-i-go-to-jail.figure.js", "zh", "en"),
        ("/read/assets/old.css", "en", "en"),
        ("/questions/late", "en", "en"),
        ("/wp-login.php", "en", "en"),
        ("/.env", "en", "en"),
        ("/read//", "zh", "zh"),
        ("/read/zh-CN/nothing", "en", "zh"),
    ],
)
def test_what_is_nowhere_is_missing_in_the_readers_language(
    client, path, spoken, language
) -> None:
    found = client.get(path, headers={"accept-language": spoken})
    assert found.status_code == 404
    assert f'<html lang="{language}' in found.text
    assert "noindex" in found.text


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/health",
        "/_stcore/bidi-components/x/y.js",
        "/media/a.png",
        "/component/a/index.html",
        "/favicon.png",
        "/score_recovery/",
    ],
)
def test_what_is_the_platforms_is_left_to_it(client, path) -> None:
    assert is_known(path)
    assert client.get(path).text == "streamlit"


@pytest.mark.parametrize("path", ["/read/en/", "/apr", "/questions", "/read/nothing"])
@pytest.mark.parametrize("name", ["evil.example", "testserver:4711"])
def test_no_page_that_is_kept_names_us_as_a_stranger_did(client, path, name) -> None:
    text = client.get(path, headers={"host": name}).text
    links = re.findall(r"<link[^>]*(?:canonical|alternate)[^>]*>", text)
    assert name not in "".join(links)
    assert text.count(name) == text.count('og:image" content="http://' + name)


def test_the_sitemap_of_a_stranger_is_kept_by_nobody(client, monkeypatch) -> None:
    assert client.get("/sitemap.xml").headers["cache-control"] == "no-store"
    monkeypatch.setenv("SITE_ADDRESS", "https://guide.example")
    found = client.get("/sitemap.xml", headers={"host": "evil.example"})
    assert "public" in found.headers["cache-control"]
    assert "evil.example" not in found.text


def test_what_a_page_links_to_on_the_server_is_there(client, monkeypatch) -> None:
    monkeypatch.setenv("SITE_ADDRESS", "http://testserver")
    text = html.unescape(client.get("/read/zh/questions/what-it-costs").text)
    (image,) = re.findall(r'og:image" content="http://testserver([^"]+)"', text)
    (handout,) = re.findall(r'href="(/handout/[^"]+)"', text)
    assert client.get(image).headers["content-type"] == "image/png"
    assert client.get(handout).headers["content-type"] == "application/pdf"


def test_broken_content_is_told_to_its_author_and_not_kept(client, monkeypatch) -> None:
    def broken(*_asked) -> bytes:
        raise ContentError(
            [Problem("content/a.md", "has no end.", "End it.", "AO-101")]
        )

    monkeypatch.setattr(reading, "_packed", broken)
    found = client.get(PAGE)
    assert found.status_code == 500
    assert "content/a.md: has no end. End it. [AO-101]" in found.text
    assert found.headers["cache-control"] == "no-store"


def test_the_sitemap_has_every_page_in_both_languages(client) -> None:
    text = client.get("/sitemap.xml").text
    for path in (
        "/read/en/",
        "/read/zh/claims",
        PAGE,
        "/score_recovery?lang=zh",
        "/call_check?lang=en",
    ):
        assert f"<loc>http://testserver{path}</loc>" in text
    assert 'hreflang="zh"' in text
    assert "<lastmod>" in text


def test_robots_are_led_to_the_sitemap(client) -> None:
    text = client.get("/robots.txt").text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    for path in ("/_stcore/", "/class/", "/trainer/"):
        assert f"Disallow: {path}" in text


def test_the_address_of_the_site_is_a_setting(client, monkeypatch) -> None:
    monkeypatch.setenv("SITE_ADDRESS", "https://guide.example/")
    text = client.get("/read/en/claims").text
    assert '<link rel="canonical" href="https://guide.example/read/en/claims">' in text
    assert "testserver" not in client.get("/sitemap.xml").text


@pytest.mark.parametrize(
    ("lang", "query"), [("en", "default interest"), ("zh", "罚息")]
)
def test_a_search_page_lists_what_answers(client, lang, query) -> None:
    found = client.get(f"/read/{lang}/search", params={"q": query})
    assert found.status_code == 200
    assert found.headers["cache-control"] == "no-store"
    assert f"/read/{lang}/questions/what-it-costs" in found.text
    assert f'value="{query}"' in found.text
    assert 'name="robots" content="noindex"' in found.text


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "The guide has no answer to"), ("zh", "指南里没有“xylophone”的答案。")],
)
def test_a_search_page_without_an_answer_names_three_topics(client, lang, said) -> None:
    text = client.get(f"/read/{lang}/search", params={"q": "xylophone"}).text
    assert said in text
    assert len(re.findall(rf'<a href="/read/{lang}/#[a-z-]+">', text)) == 3
    assert f"/read/{lang}/questions/" not in text


def test_a_search_page_shows_what_is_typed_and_runs_nothing(client) -> None:
    text = client.get("/read/en/search", params={"q": '"><script>x</script>'}).text
    assert "<script>x" not in text
    assert "&lt;script&gt;" in text


def test_a_search_page_without_a_query_has_the_field_alone(client) -> None:
    text = client.get("/read/zh/search").text
    assert 'role="search"' in text
    assert "/read/zh/questions/" not in text
    assert client.get("/read/xx/search").status_code == 404


def test_the_index_offers_the_search(client) -> None:
    assert 'action="/read/en/search"' in client.get("/read/en/").text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_makes_the_pages_an_app_is_asked_for_anew(client, language) -> None:
    page = client.get(f"/read/{language}/").text
    assert f'<link rel="manifest" href="/read/{language}/app.webmanifest">' in page
    told = client.get(f"/read/{language}/app.webmanifest")
    assert told.headers["content-type"] == "application/manifest+json"
    worker = client.get(f"/read/{language}/worker.js")
    assert worker.headers["content-type"].startswith("text/javascript")
    for each in (told, worker):
        assert each.headers["cache-control"] == "no-cache"
        assert "manifest-src 'self'" in each.headers["content-security-policy"]
    for icon in told.json()["icons"]:
        found = client.get(icon["src"])
        assert found.headers["content-type"] == "image/png"
        assert "immutable" in found.headers["cache-control"]
        assert "content-encoding" not in found.headers
    assert client.get("/read/xx/worker.js").status_code == 404


def test_the_search_that_is_kept_asks_no_server(client) -> None:
    text = client.get("/read/zh/search?kept").text
    scripts = re.findall(r'<script defer src="(/read/assets/search[^"]+)"', text)
    assert len(scripts) == 3  # the library, our script, the answers
    for each in scripts:
        assert client.get(each).headers["content-type"].startswith("text/javascript")
