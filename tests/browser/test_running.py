"""The running server, asked as no browser would; and what it writes down of that."""

import re
import socket

import httpx2 as httpx
import pytest

from tests.running_site import Site

SECRET = "points_lost=77"
STREAM = "GET /_stcore/stream HTTP/1.1\r\n"
UPGRADE = (
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


class BareSite(Site):
    """The site as another server starts it, which writes more down."""

    @property
    def command(self) -> str:
        return f"uvicorn app:app --port {self.port}"


def reply_of(site: str, request: str) -> tuple[int, str, str]:
    """The status, the headers and the body of the answer to raw bytes."""
    host, port = site.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(request.encode("latin-1"))
        found = b""
        while part := line.recv(65536):
            found += part
    head, _, body = found.decode("utf-8", "replace").partition("\r\n\r\n")
    status, _, headers = head.partition("\r\n")
    return int(status.split()[1]), headers.lower(), body


def ask(site: str, path: str, more: str = "", *, method="GET", host="127.0.0.1"):
    """Ask with a request line and headers of which nothing is checked or escaped."""
    return reply_of(
        site,
        f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n",
    )


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/static/../../../../etc/passwd",
        "/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%2fmiddleware.py",
        "/read/..%2f..%2fapp.py",
        "/read/assets/..%2f..%2freading.py",
        "/media/..%2f..%2fetc/passwd",
        "/component/x/../../../etc/passwd",
        "/_stcore/bidi-components/after-overdue.live_figure/..%2f__init__.py",
        "/%5c%5cevil.example%5cshare",
        "//evil.example/%2e%2e",
    ],
)
def test_no_path_leads_out_of_what_is_served(site, path) -> None:
    status, _, body = ask(site, path)
    assert status in (400, 404)
    assert not re.search(r"root:|import |def ", body)


@pytest.mark.parametrize(
    "path",
    ["/", "/apr", "/static/index.html", "/index.html", "/media", "/app/static/a"],
)
def test_the_platforms_own_frame_is_never_sent(site, path) -> None:
    _, headers, body = ask(site, path)
    assert "<title>streamlit</title>" not in body.lower()
    inline = re.findall(r"<script\b([^>]*)>[^<]", body)
    assert all('type="application/json"' in attributes for attributes in inline)
    assert headers.count("content-security-policy:") == 1


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "CONNECT", "FOO"])
def test_a_page_takes_no_other_method(site, method) -> None:
    for path in ("/", "/apr", "/api/v1/apr", "/read/en/", "/_stcore/health", "/none"):
        assert ask(site, path, method=method)[0] in (404, 405)


@pytest.mark.parametrize(
    "path",
    ["/apr%0d%0aX-Made-Up: 1", "/apr/%0d%0aX-Made-Up:1/", "/x?lang=%0d%0aX-Up:1"],
)
def test_a_line_break_in_an_address_makes_no_header(site, path) -> None:
    _, headers, _ = ask(site, path)
    assert not re.search(
        r"^x-",
        headers.replace("x-content", "").replace("x-request-id", ""),
        re.MULTILINE,
    )


def test_too_much_is_refused_and_the_server_lives_on(site) -> None:
    assert ask(site, "/", f"X-Long: {'a' * 40_000}\r\n")[0] == 431
    assert ask(site, f"/{'a' * 9000}")[0] == 414
    assert ask(site, "/healthz", method="POST", more=f"Content-Length: {10**9}\r\n")[
        0
    ] in (405, 413)
    assert ask(site, "/healthz")[0] == 200


@pytest.mark.parametrize("host", ["a b", "<script>", "[::1", "a:b:c"])
def test_a_host_that_is_none_is_refused(site, host) -> None:
    status, _, body = ask(site, "/", host=host)
    assert status in (400, 421)
    assert "<script>" not in body


def test_what_the_platform_offers_strangers_is_closed(site) -> None:
    for path in ("metrics", "agent/openapi.json", "agent/mcp", "script-health-check"):
        assert ask(site, f"/_stcore/{path}")[0] == 404
    upload = "/_stcore/upload_file/a/b"
    assert ask(site, upload, "Content-Length: 0\r\n", method="PUT")[0] == 404


def test_no_page_around_ours_may_steer_it(site) -> None:
    found = httpx.get(f"{site}/_stcore/host-config").json()
    assert found["allowedOrigins"] == []
    assert found["enableCustomParentMessages"] is False


def test_no_other_site_may_open_a_session_in_a_readers_name(site) -> None:
    foreign = f"{UPGRADE}Origin: https://evil.example\r\n"
    status, headers, _ = reply_of(site, f"{STREAM}Host: {site[7:]}\r\n{foreign}\r\n")
    assert status == 403
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("kind", [Site, BareSite])
def test_nothing_is_written_down_about_a_reader(kind, tmp_path) -> None:
    site = kind(DATA_FOLDER=str(tmp_path))
    site.start()
    for path in ("/apr", "/api/v1/score-recovery", "/read/en/", "/nothing"):
        httpx.get(f"{site.address}{path}?{SECRET}", headers={"user-agent": SECRET})
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as line:
        line.sendall(f"{STREAM}Host: a\r\n{UPGRADE}\r\n".encode())
        assert b" 101 " in line.recv(100)
    said = site.end()
    assert SECRET not in said
    assert "/nothing" not in said
    assert set(re.findall(r"127\.0\.0\.1:(\d+)", said)) <= {str(site.port)}


def test_a_server_started_from_any_folder_reads_its_settings(tmp_path) -> None:
    site = Site(DATA_FOLDER=str(tmp_path))
    site.folder = tmp_path
    site.start()
    config = httpx.get(f"{site.address}/_stcore/host-config").json()
    site.end()
    assert config["allowedOrigins"] == []
