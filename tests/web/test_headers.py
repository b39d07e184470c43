"""The headers of every answer, and what the platform's own addresses may tell."""

import re

import pytest

from after_overdue.figures.theme import PLOTLY_URL
from after_overdue.web.headers import POLICY
from after_overdue.web.pages import NOUNS

EVERYWHERE = ["/", "/apr", "/healthz", PLOTLY_URL, "/nothing", "/_stcore/metrics"]
MADE_UP = ["'unsafe-eval'", "blob:", "'unsafe-inline'", "data:", "*", "http"]


def policy(found) -> dict[str, str]:
    parts = found.headers["content-security-policy"].split("; ")
    return dict(part.partition(" ")[::2] for part in parts)


@pytest.mark.parametrize("path", [*EVERYWHERE, "/api/v1/apr", "/api/v1/nothing"])
def test_every_answer_carries_our_headers(client, path) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "; ".join(POLICY) in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    ["/class/x/", "/class/x/me/y/", "/join", "/join/x", "/trainer/x/command"],
)
def test_a_page_with_a_form_names_its_origin_alone(client, path) -> None:
    """Without it a browser would send the form as from nowhere, and be refused."""
    assert client.get(path).headers["referrer-policy"] == "strict-origin"


@pytest.mark.parametrize("noun", ["class_session", "home", "quiz"])
@pytest.mark.parametrize("name", ["host", "join", "token"])
def test_no_page_passes_on_what_opens_a_class(client, noun, name) -> None:
    found = client.get(f"/{noun}?lang=en&{name}=a-secret-of-a-class&points_lost=7")
    assert found.status_code == 200
    assert "a-secret-of-a-class" not in found.text
    assert "points_lost%3D7" in found.text


def test_scripts_come_from_this_server_alone(client) -> None:
    directives = policy(client.get("/apr"))
    assert directives["default-src"] == "'none'"
    for source in MADE_UP:
        assert source not in directives["script-src"]
    for name in ("connect-src", "media-src", "form-action"):
        assert directives[name] == "'self'"


def test_an_answer_may_be_stricter_but_no_looser_about_who_frames_it(client) -> None:
    policies = client.get("/strict").headers.get_list("content-security-policy")
    assert policies == ["sandbox", "frame-ancestors 'self'"]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_page_holds_a_script_of_its_own(client, noun, language) -> None:
    text = client.get(f"/{noun}?lang={language}").text
    assert f'<html lang="{language}"' in text
    program = r"<script\b(?![^>]*application/json)[^>]*>(.*?)</script>"
    scripts = re.findall(program, text, re.DOTALL)
    assert scripts
    assert set(scripts) == {""}
    assert not re.search(r"\son\w+=|javascript:", text)


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/upload_file/a/b",
        "/_stcore/script-health-check",
        "/_stcore/anything",
        "/static/index.html",
        "/static/js/none.js",
        "/index.html",
        "/auth/login",
        f"/_stcore/bidi-components/after-overdue.live_figure/{'a' * 256}",
        "/app/static/x",
    ],
)
def test_what_is_nobodys_business_is_closed(client, path) -> None:
    for method in ("GET", "HEAD"):
        assert client.request(method, path).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/_stcore/health", "/_stcore/host-config", "/_stcore/bidi-components/a/b.js"],
)
def test_what_a_page_needs_of_the_platform_is_open(client, path) -> None:
    assert client.get(path).text == "streamlit"


@pytest.mark.parametrize(
    "path", ["/nothing", "/nothing/at/all", "/apr/x", "/.env", "/media", "/app/x"]
)
def test_nothing_gets_the_empty_frame_of_the_platform(client, path) -> None:
    found = client.get(path)
    assert found.status_code == 404
    assert found.text != "streamlit"
    assert not re.search(r"<script>|<script\b[^>]*>[^<]", found.text)


@pytest.mark.parametrize("path", ["/apr%0d%0aX: 1", "/x%0d%0aX: 1/", "/x%0a/"])
def test_a_line_break_in_an_address_makes_no_header(client, path) -> None:
    found = client.get(path, follow_redirects=False)
    assert found.status_code in (307, 404)
    assert "x" not in found.headers
    assert "\n" not in found.headers.get("location", "")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_what_is_closed_takes_nothing_either(client, method) -> None:
    for path in ("/_stcore/upload_file/a/b", "/_stcore/agent/interact"):
        assert client.request(method, path).status_code == 404
