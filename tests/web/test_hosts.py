"""Which names the server answers to."""

import pytest
from starlette.testclient import WebSocketDenialResponse

from after_overdue.web.hosts import is_ours


@pytest.mark.parametrize(
    "host", ["guide.example", "GUIDE.example:8501", "10.0.0.7", "[::1]:8501"]
)
def test_any_name_will_do_until_the_server_is_told_its_own(client, host) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["a b", "<script>", "[::1", "", "é.example", "a:b:c"])
def test_what_is_no_name_is_refused(client, host) -> None:
    found = client.get("/", headers={"host": host.encode()})
    assert found.status_code == 421
    assert "不使用这个名称" in found.text


def test_a_name_that_is_not_ours_is_refused(client, monkeypatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "guide.example, *.school.example")
    answered = {"GUIDE.example": 200, "a.School.example:443": 200, "evil.example": 421}
    for host, status in answered.items():
        assert client.get("/", headers={"host": host}).status_code == status
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code == 200


def test_a_socket_opened_by_another_name_is_refused(client, monkeypatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "guide.example")
    rebound = {"host": "evil.example"}
    with (
        pytest.raises(WebSocketDenialResponse) as denied,
        client.websocket_connect("/_stcore/stream", headers=rebound),
    ):
        pass
    assert denied.value.status_code == 421


def test_a_name_that_only_ends_alike_is_another() -> None:
    assert not is_ours("notguide.example", "guide.example")
    assert not is_ours("school.example", "*.school.example")
    assert not is_ours("evilschool.example", "*.school.example")
