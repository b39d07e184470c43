"""Who may frame us: embeds as the server is set, a class's host page never."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from after_overdue.errors import SettingError
from after_overdue.web.framing import OF_PAGES, SETTING, frame_ancestors, read_framers
from after_overdue.web.middleware import middleware

LMS = "https://lms.example https://*.school.example:8443"


def test_anyone_may_frame_an_embed_as_the_server_comes(monkeypatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert frame_ancestors("/embed/apr", "months=12") == ""
    assert frame_ancestors("/score_recovery", "embed=true&lang=zh") == ""


def test_a_server_may_name_who_frames_its_embeds(monkeypatch) -> None:
    monkeypatch.setenv(SETTING, LMS)
    assert frame_ancestors("/embed/apr", "") == f"frame-ancestors {LMS}"
    monkeypatch.setenv(SETTING, "none")
    assert frame_ancestors("/apr", "embed=true") == "frame-ancestors 'none'"


@pytest.mark.parametrize("path", ["/", "/score_recovery", "/embedded", "/handout"])
def test_other_pages_are_framed_by_this_server_only(path: str) -> None:
    assert frame_ancestors(path, "lang=en") == "frame-ancestors 'self'"
    assert frame_ancestors(path, "embed=false") == "frame-ancestors 'self'"


def test_a_hub_that_is_named_may_frame_every_page_but_the_hosts(monkeypatch) -> None:
    monkeypatch.setenv(OF_PAGES, "https://hub.example")
    hub = "frame-ancestors 'self' https://hub.example"
    assert frame_ancestors("/", "") == frame_ancestors("/read/en/", "") == hub
    assert frame_ancestors("/class_session", "") == "frame-ancestors 'none'"
    assert frame_ancestors("/embed/apr", "") == ""


@pytest.mark.parametrize(
    "path", ["/class_session", "/class_session/", "/x/class_session"]
)
@pytest.mark.parametrize("query", ["", "embed=true", "embed=true&embed=true"])
def test_nobody_frames_the_hosts_page_of_a_class(monkeypatch, path, query) -> None:
    for setting in ("*", LMS):
        monkeypatch.setenv(SETTING, setting)
        assert frame_ancestors(path, query) == "frame-ancestors 'none'"


@pytest.mark.parametrize(
    "setting",
    ["lms.example", "https://a; script-src *", "* https://a", "'self'", "ftp://a"],
)
def test_a_setting_that_is_no_origin_is_refused_with_a_sentence(setting: str) -> None:
    with pytest.raises(SettingError, match=r"FRAMED_BY holds “.*so correct it"):
        read_framers(setting)


def test_every_answer_says_who_may_frame_it(monkeypatch) -> None:
    monkeypatch.setenv(SETTING, "https://lms.example")

    async def page(_request) -> PlainTextResponse:
        return PlainTextResponse("a page")

    site = Starlette(routes=[Route("/{path:path}", page)], middleware=middleware)
    with TestClient(site) as client:
        for path, may in (
            ("/embed/apr", "https://lms.example"),
            ("/apr?embed=true", "https://lms.example"),
            ("/apr", "'self'"),
            ("/class_session?embed=true", "'none'"),
        ):
            policy = client.get(path).headers["content-security-policy"]
            assert f"frame-ancestors {may}" in policy
