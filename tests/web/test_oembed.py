"""oEmbed: the answer its specification asks for, in JSON and XML."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import questions
from after_overdue.web.middleware import middleware
from after_overdue.web.routes import routes

SITE = "https://guide.example"


@pytest.fixture
def client() -> Iterator[TestClient]:
    site = Starlette(routes=routes, middleware=middleware)
    with TestClient(site, base_url=SITE) as it:
        yield it


def asked(client: TestClient, url: str, **more: str):
    return client.get("/oembed", params={"url": url, **more})


def source(html: str) -> str:
    (frame,) = ElementTree.fromstring(f"<all>{html}</all>")
    assert frame.tag == "iframe"
    return frame.attrib["src"]


def test_a_page_of_ours_answers_with_its_frame(client) -> None:
    found = asked(client, f"{SITE}/score_recovery?lang=en&points_lost=33&embed=true")
    answer = found.json()
    assert found.headers["content-type"] == "application/json"
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["title"] == words("score_recovery", "en")["menu"]
    assert answer["provider_name"] == "After Overdue"
    address = urlsplit(source(answer["html"]))
    assert f"{address.scheme}://{address.netloc}{address.path}" == (
        f"{SITE}/embed/score_recovery"
    )
    settings = parse_qs(address.query)
    assert (settings["points_lost"], settings["lang"]) == (["33"], ["en"])
    assert client.get(source(answer["html"])).status_code == 200


def test_an_embed_keeps_its_controls_and_its_look(client) -> None:
    url = f"{SITE}/embed/apr?lang=zh&controls=months&theme=dark"
    settings = parse_qs(urlsplit(source(asked(client, url).json()["html"])).query)
    assert (settings["controls"], settings["theme"]) == (["months"], ["dark"])
    assert settings["lang"] == ["zh"]


@pytest.mark.parametrize(
    ("asked_for", "message"),
    [
        ("months=999", "999; allowed is 1 to 60"),
        ("months=12&months=24", "given more than once, as 12 24"),
        ("v=99&months=24", "“99”, which is no version of a link"),
        ("lang=zh&colour=red", "colour（“red”）"),
    ],
)
def test_a_frame_tells_what_the_page_of_its_link_would(
    client, asked_for, message
) -> None:
    answer = asked(client, f"{SITE}/apr?{asked_for}").json()
    assert message in unescape(client.get(source(answer["html"])).text)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/read/zh/questions/part-payment", "/questions?lang=zh&v=2&q=part-payment"),
        ("/read/en/glossary", "/glossary?lang=en&v=2"),
        ("/read/en/", "/questions?lang=en&v=2"),
    ],
)
def test_a_reading_page_is_framed_as_its_page_of_the_site(client, path, page) -> None:
    text = client.get(path).text
    (asked,) = re.findall(r'application/json\+oembed" href="([^"]+)"', text)
    answer = client.get(unescape(asked)).json()
    assert source(answer["html"]) == f"{SITE}{page}&embed=true"


def test_a_frame_is_called_as_its_page_is(client) -> None:
    path = f"{SITE}/read/zh/questions/part-payment"
    answer = asked(client, path).json()
    assert answer["title"] == questions("zh")["part-payment"].title
    assert f'title="{answer["title"]}"' in answer["html"]


@pytest.mark.parametrize("path", ["apr", "Apr", "embed/APR", "embed/page/Apr/"])
def test_a_page_is_found_by_what_nearly_names_it(client, path) -> None:
    host = SITE.upper().replace("HTTP", "http")
    found = asked(client, f"{host}/{path}?lang=zh-CN").json()
    assert source(found["html"]).startswith(f"{SITE}/embed/apr?lang=zh&")


def test_xml_says_the_same_as_json(client) -> None:
    url = f"{SITE}/questions?lang=zh&q=part-payment"
    found = asked(client, url, format="xml")
    assert found.headers["content-type"].startswith("text/xml")
    root = ElementTree.fromstring(found.text)
    shown = {each.tag: each.text for each in root}
    assert shown == {
        name: str(value) for name, value in asked(client, url).json().items()
    }
    assert "embed=true" in source(shown["html"])


def test_a_frame_is_no_larger_than_it_may_be(client) -> None:
    answer = asked(client, f"{SITE}/apr", maxwidth="400", maxheight="300").json()
    assert (answer["width"], answer["height"]) == (400, 300)
    assert 'width="400" height="300"' in answer["html"]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://elsewhere.example/apr",
        f"{SITE}/nothing",
        f"{SITE}/class_session?code=ABC",
        f"{SITE}/embed/page/class_session",
        "javascript://guide.example/apr",
        "http://[",
    ],
)
def test_an_address_that_has_no_frame_is_not_found(client, url: str) -> None:
    assert asked(client, url).status_code == 404


def test_a_format_that_is_not_made_here_is_not_implemented(client) -> None:
    found = asked(client, f"{SITE}/apr", format="yaml")
    assert found.status_code == 501
    assert (
        "format is “yaml”, which is not made here; allowed is json, xml." in found.text
    )


@pytest.mark.parametrize("width", ["0", "-1", "wide", "1e3", "9999999"])
def test_a_width_that_is_none_is_refused(client, width: str) -> None:
    found = asked(client, f"{SITE}/apr", maxwidth=width)
    assert found.status_code == 400
    assert f"maxwidth is “{width}”" in found.text


def test_a_page_says_where_its_answer_is(client, monkeypatch) -> None:
    monkeypatch.setenv("SITE_ADDRESS", SITE)
    for path in ("/embed/apr?lang=en&months=24", "/apr?lang=en&months=24"):
        text = client.get(path).text
        root = ElementTree.fromstring(
            "<all>"
            + "".join(
                f"{line.strip().rstrip('>').rstrip('/')}/>"
                for line in text.splitlines()
                if "oembed" in line
            )
            + "</all>"
        )
        kinds = {each.attrib["type"]: each.attrib["href"] for each in root}
        assert set(kinds) == {"application/json+oembed", "text/xml+oembed"}
        for address in kinds.values():
            settings = parse_qs(urlsplit(address).query)
            assert settings["url"] == [f"{SITE}{path}"]
            assert client.get(address).status_code == 200


def test_a_path_of_ours_is_a_page_of_ours(client) -> None:
    """So a page asks where nobody said at what address it is found."""
    for url in ("/apr?lang=en", "/read/en/claims"):
        assert asked(client, url).status_code == 200
    for url in ("//evil.example/apr", "apr", "/nothing", "https:/apr"):
        assert asked(client, url).status_code == 404
