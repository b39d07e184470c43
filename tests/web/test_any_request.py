"""Any request at all: it is answered, with our headers, and never by a bare failure."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from after_overdue.web.headers import SAME
from after_overdue.web.middleware import middleware
from after_overdue.web.routes import ours, routes

METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "X"]
ODD = [
    "%00",
    "%00.js",
    "a" * 300,
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e",
    "%ff",
    "%ed%a0%80",
    "%0d%0aset-cookie:%20a=b",
    "x%20y",
    "%E9%80%BE",
    "*",
    "//",
    ":",
    "-1",
    "1e999",
    "null",
    "%25",
    "%3C%73cript%3E",
]
PREFIXES = [
    *{part for route in ours for part in [route.path.split("{")[0]]},
    "/static/",
    "/static/js/",
    "/media/",
    "/component/",
    "/_stcore/",
    "/_stcore/bidi-components/",
    "/read/en/questions/",
]
ADDRESSES = ["", "1.2.3.4", "::1", "fe80::1%eth0", "a:b", "[::1", "1.2.3.4:5, x"]
paths = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(sorted(PREFIXES)),
        st.sampled_from(ODD) | st.text("abcz09-_.~/%41", max_size=12),
        st.sampled_from(["", "/", ".js", "/x", ".svg", ".csv", ".pdf"]),
    ),
)
words = st.sampled_from(ODD) | st.text(max_size=8)
queries = st.lists(
    st.tuples(
        st.sampled_from(["lang", "host", "embed", "months", "url", "theme", "", "q"]),
        words,
    ),
    max_size=4,
)
names = st.sampled_from(
    [
        "accept-encoding",
        "accept-language",
        "accept",
        "cookie",
        "content-length",
        "content-type",
        "if-none-match",
        "if-modified-since",
        "origin",
        "range",
        "sec-fetch-site",
        "x-request-id",
        "x-forwarded-proto",
        "x-forwarded-host",
    ]
)
headers = st.dictionaries(names, words.map(lambda text: text.encode()), max_size=3)


@pytest.fixture(scope="module")
def client() -> TestClient:
    async def platform(_request) -> PlainTextResponse:
        return PlainTextResponse("streamlit")

    async def failing(_request) -> None:
        raise ValueError("a learner's word")

    async def refusing(_request) -> None:
        raise HTTPException(418, "no tea")

    async def hung_up(_request) -> None:
        raise ClientDisconnect

    tried = [
        Route("/failing", failing),
        Route("/refusing", refusing),
        Route("/hung-up", hung_up),
    ]
    rest = Route("/{path:path}", platform, methods=METHODS)
    believed = Middleware(ProxyHeadersMiddleware, trusted_hosts="*")
    site = Starlette(routes=[*tried, *routes, rest], middleware=[believed, *middleware])
    return TestClient(site, raise_server_exceptions=False, follow_redirects=False)


def has_our_headers(found) -> bool:
    """Whether an answer has all that every answer has."""
    expected = {name.decode() for name, _ in SAME}
    expected |= {"content-security-policy", "referrer-policy", "x-request-id"}
    return expected <= set(found.headers)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(METHODS), paths, queries, headers, st.sampled_from(ADDRESSES))
def test_any_request_is_answered_under_our_headers(
    client, method, path, query, sent, address
) -> None:
    forwarded = {**sent, "x-forwarded-for": address.encode()}
    found = client.request(method, path, params=query, headers=forwarded)
    assert found.status_code < 500 or found.status_code == 501, found.text
    assert has_our_headers(found)
    assert "set-cookie" not in found.headers or "a=b" not in found.headers["set-cookie"]


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_no_odd_name_breaks_an_address(client, prefix) -> None:
    for odd in ODD:
        found = client.get(f"{prefix}{odd}")
        assert found.status_code < 500, f"{prefix}{odd}"
        assert has_our_headers(found)


@pytest.mark.parametrize("address", ADDRESSES)
def test_whatever_a_proxy_says_of_a_reader_is_counted(client, address) -> None:
    sent = {"x-forwarded-for": address.encode()}
    assert client.get("/api/v1/apr", headers=sent).status_code == 200


def test_what_fails_says_so_under_our_headers_and_a_number(client, caplog) -> None:
    sent = {"x-request-id": "from-the-proxy-7"}
    with caplog.at_level(logging.ERROR):
        found = client.get("/failing", headers=sent)
    assert found.status_code == 500
    assert has_our_headers(found)
    assert "a learner's word" not in found.text
    assert "from-the-proxy-7" in found.text
    assert found.headers["x-request-id"] == "from-the-proxy-7"
    assert "没有做成" in found.text
    assert "An answer failed." in caplog.text


def test_what_is_refused_further_in_keeps_its_status(client) -> None:
    found = client.get("/refusing")
    assert (found.status_code, found.text) == (418, "no tea")
    assert has_our_headers(found)


def test_who_hangs_up_makes_no_line_in_the_log(client, caplog) -> None:
    client.get("/hung-up")
    assert caplog.records == []


def test_a_number_that_would_break_a_line_is_replaced(client) -> None:
    found = client.get("/healthz", headers={"x-request-id": "<b>x</b> y"})
    assert len(found.headers["x-request-id"]) == 16
