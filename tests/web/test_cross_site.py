"""Requests that change something, made by a page of another site."""

import re

import pytest

from after_overdue.web.routes import routes

CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
FROM_PLATFORMS = ("/lti/login", "/lti/launch")
"""Sent by a page of a course platform; a signature says whose it is."""
SENT = [
    re.sub(r"\{[^}]*\}", "x", route.path)
    for route in routes
    if CHANGING & set(getattr(route, "methods", None) or ())
    and route.path not in FROM_PLATFORMS
]
FOREIGN = [
    {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
    {"sec-fetch-site": "same-site", "origin": "http://other.testserver"},
    {"origin": "https://evil.example"},
    {"origin": "null"},
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", SENT)
def test_another_site_changes_nothing_in_a_readers_name(client, path, headers) -> None:
    for kind in ("application/x-www-form-urlencoded", "text/plain", "application/json"):
        sent = {**headers, "content-type": kind}
        found = client.post(path, content=b"command=next", headers=sent)
        assert found.status_code == 403


def test_there_are_such_requests() -> None:
    assert len(SENT) >= 5
