"""Who may open the socket of a page, and that a stranger's try asks nobody."""

from concurrent.futures import ThreadPoolExecutor

import httpx2 as httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse

from after_overdue.web.middleware import middleware
from tests.running_site import Site
from tests.silent import silence

PATH, WAIT_SECONDS, FOREIGNERS = "/_stcore/stream", 20, 5
UPGRADE = {
    "connection": "Upgrade",
    "upgrade": "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
}
OURS = [
    ("guide.example", "https://guide.example"),
    ("guide.example", "http://guide.example"),
    ("Guide.Example", "https://guide.example:443"),
    ("guide.example:443", "https://GUIDE.example"),
    ("guide.example:80", "http://guide.example"),
    ("guide.example:8501", "http://guide.example:8501"),
    ("[::1]:8501", "http://[::1]:8501"),
    ("[::1]", "http://[::1]"),
]
FOREIGN = [
    ("guide.example", "https://evil.example"),
    ("guide.example", "https://guide.example.evil.example"),
    ("guide.example", "https://guide.example:8443"),
    ("guide.example:443", "http://guide.example"),
    ("127.0.0.1:8501", "http://localhost:8501"),
    ("127.0.0.1:8501", "http://127.0.0.1:9000"),
    ("[::1]:8501", "http://[::2]:8501"),
    ("guide.example", "https://guide.example@evil.example"),
    ("guide.example", "https://["),
    ("guide.example", "https://guide.example:port"),
    ("guide.example", "file://guide.example"),
    ("guide.example", "null"),
    ("guide.example", ""),
]


async def echo(socket) -> None:
    """Say which origin the platform is shown."""
    await socket.accept()
    await socket.send_text(socket.headers.get("origin", "none"))
    await socket.close()


def opened(host: str, *origins: str, **more: str) -> str:
    """Open a socket as a browser does, and return the origin that arrives."""
    site = Starlette(routes=[WebSocketRoute(PATH, echo)], middleware=middleware)
    named = [("host", host), *(("origin", each) for each in origins)]
    headers = httpx.Headers(
        [*named, *((key.replace("_", "-"), it) for key, it in more.items())]
    )
    with TestClient(site).websocket_connect(PATH, headers=headers) as socket:
        return socket.receive_text()


def status(host: str, *origins: str, **more: str) -> int:
    """Return how a socket is refused; 101 where it is not."""
    try:
        opened(host, *origins, **more)
    except WebSocketDenialResponse as denied:
        return denied.status_code
    return 101


@pytest.mark.parametrize(("host", "origin"), OURS)
def test_a_page_of_ours_opens_its_socket_however_it_is_spelled(host, origin) -> None:
    assert opened(host, origin).partition("://")[2] == host


@pytest.mark.parametrize(("host", "origin"), FOREIGN)
def test_a_page_of_another_site_opens_none(host, origin) -> None:
    assert status(host, origin) == 403


def test_a_second_origin_does_not_hide_behind_the_first() -> None:
    assert (
        status("guide.example", "https://guide.example", "https://evil.example") == 403
    )


def test_what_is_no_browser_names_no_origin() -> None:
    assert opened("guide.example") == "none"


def test_behind_a_named_proxy_the_host_that_it_was_asked_for_counts(
    monkeypatch,
) -> None:
    passed_on = {"x_forwarded_host": "guide.example, inner.example"}
    asked = ("app:8501", "https://guide.example")
    assert status(*asked, **passed_on) == 403
    monkeypatch.setenv("TRUSTED_PROXIES", "10.0.0.1")
    assert opened(*asked, **passed_on) == "https://app:8501"
    assert status("app:8501", "https://evil.example", **passed_on) == 403


def test_the_address_that_is_set_is_ours_whatever_the_proxy_asks_for(
    monkeypatch,
) -> None:
    monkeypatch.setenv("SITE_ADDRESS", "https://guide.example/")
    assert status("app:8501", "https://guide.example") == 101
    assert status("app:8501", "http://guide.example") == 403
    assert status("app:8501", "https://evil.example") == 403


def test_a_refused_socket_is_told_why_under_our_headers() -> None:
    with pytest.raises(WebSocketDenialResponse) as denied:
        opened("guide.example", "https://evil.example")
    assert "another site" in denied.value.text
    assert denied.value.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("how", ["streamlit", "uvicorn"])
def test_a_start_a_page_and_strangers_ask_nobody_and_hold_nobody_up(
    how, tmp_path
) -> None:
    with silence(tmp_path) as nobody:
        site = Site(how, **nobody.settings, DATA_FOLDER=str(tmp_path))
        site.start()
        try:
            with httpx.Client(base_url=site.address, trust_env=False) as reader:
                assert reader.get("/apr").status_code == 200
                strangers = _strangers(site.address)
                assert strangers == [403] * FOREIGNERS
            assert nobody.asked() == []
        finally:
            said = site.end()
    assert "External URL" not in said


def _strangers(address: str) -> list[int]:
    """Open sockets from another site, while a reader is answered."""

    def stranger(number: int) -> int:
        headers = {**UPGRADE, "origin": f"https://evil-{number}.example"}
        with httpx.Client(trust_env=False, timeout=WAIT_SECONDS) as client:
            return client.get(f"{address}{PATH}", headers=headers).status_code

    with ThreadPoolExecutor(FOREIGNERS) as many:
        return list(many.map(stranger, range(FOREIGNERS)))
