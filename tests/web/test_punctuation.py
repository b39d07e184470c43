"""An address that was copied with the punctuation behind it leads to its page."""

from itertools import chain
from urllib.parse import quote

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from after_overdue.web.pages import NOUNS
from after_overdue.web.punctuation import PunctuationBehind
from tests.loops import run

PATHS = [
    "/",
    *(f"/{noun}" for noun in NOUNS),
    "/read/zh/",
    "/read/zh/claims",
    "/read/en/questions/what-it-costs",
    "/embed/apr",
    "/embed/page/claims",
    "/handout/apr.pdf",
    "/charts/apr.svg",
    "/tables/apr.csv",
    "/exports/gift.zh.txt",
    "/scorm/overdue-basics.zh.zip",
    "/api/v1/apr",
    "/join/K7MXQ2",
    "/sitemap.xml",
    "/healthz",
]
BEHIND = ["，", "。", "）。", "”，", "、", "；里面有每一条", "》", "……", ";", "),"]


@pytest.mark.parametrize("path", PATHS)
def test_punctuation_behind_a_path_leads_to_the_page(client, path) -> None:
    for written in chain.from_iterable((each, quote(each)) for each in BEHIND):
        for query in ("", "?lang=zh"):
            asked = f"{path}{written}{query}"
            found = client.get(asked, follow_redirects=False)
            led = (found.status_code, found.headers.get("location"))
            assert led == (308, f"{path}{query}"), asked


@pytest.mark.parametrize("behind", ["，", "。", "”）。", "、", "……"])
@pytest.mark.parametrize("query", ["lang=zh", "months=24&lang=en", "q=what-is-overdue"])
def test_punctuation_behind_a_value_leads_to_the_case(client, query, behind) -> None:
    first, _, last = query.rpartition("&")
    for mark in (behind, quote(behind), quote(behind).lower()):
        for asked in (query + mark, f"{first}{mark}&{last}" if first else query + mark):
            found = client.get(f"/embed/apr?{asked}", follow_redirects=False)
            assert found.status_code == 308
            assert found.headers["location"] == f"/embed/apr?{query}"


def test_raw_bytes_of_a_program_are_understood() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    asked = {"path": "/apr", "query_string": "lang=zh。".encode(), "headers": []}
    scope = {"type": "http", "method": "GET", **asked}
    run(PunctuationBehind(PlainTextResponse("no"))(scope, None, send))
    assert (b"location", b"/apr?lang=zh") in sent[0]["headers"]


def test_punctuation_within_a_value_stays(client) -> None:
    for query in ("find=征信，花呗&lang=zh", "amount=5，000&lang=zh"):
        assert client.get(f"/apr?{query}", follow_redirects=False).status_code == 200


@pytest.mark.parametrize("path", ["//evil.example，", "/%2Fevil.example%EF%BC%8C"])
def test_no_address_leads_to_another_server(client, path) -> None:
    found = client.get(f"http://testserver{path}", follow_redirects=False)
    assert found.headers["location"] == "/evil.example"


def test_what_is_sent_and_what_is_the_platforms_is_left_alone(client) -> None:
    assert client.post("/join/K7MXQ2，", follow_redirects=False).status_code != 308
    for path in ("/_stcore/health，", "/static/js/index.js。"):
        assert client.get(path, follow_redirects=False).status_code != 308
