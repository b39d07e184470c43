"""Limits that several servers count together, and what is done while they cannot."""

import pytest
from limits import parse

from after_overdue.web import counting
from after_overdue.web.counting import LIMITER, free_again, has_room
from scripts.valkey import free_port, server
from tests.loops import run
from tests.silent import silence
from tests.web.test_settings import GOOD

TEN = parse("10 per hour")


def asked(times: int, who: str = "192.0.2.1", *, count: bool = True) -> int:
    """One server asks, and says how often there was room; each has its own loop."""

    async def ask() -> int:
        return sum(
            [await has_room(TEN, "join", who, count=count) for _ in range(times)]
        )

    return run(ask())


@pytest.fixture(autouse=True)
def fresh() -> None:
    LIMITER.storage.reset()


@pytest.fixture
def valkey(monkeypatch):
    """A Valkey that all servers of this test are told of."""
    with server() as url:
        monkeypatch.setenv("VALKEY_URL", url)
        yield url


def test_servers_count_one_reader_together(valkey) -> None:
    assert [asked(6), asked(6), asked(1)] == [6, 4, 0]
    assert asked(1, "198.51.100.7") == 1


def test_who_only_looks_spends_nothing(valkey) -> None:
    assert asked(20, count=False) == 20
    assert asked(11) == 10
    assert asked(1, count=False) == 0


def test_the_time_until_there_is_room_is_shared_too(valkey) -> None:
    asked(10)
    shared = run(free_again(TEN, "join", "192.0.2.1"))
    alone = LIMITER.get_window_stats(TEN, "join", "192.0.2.1").reset_time
    assert shared > alone


@pytest.mark.parametrize("url", GOOD["VALKEY_URL"])
def test_whatever_address_the_start_accepts_can_be_asked(monkeypatch, url) -> None:
    monkeypatch.setenv("VALKEY_URL", url)
    assert asked(11) == 10


def test_while_valkey_is_away_each_server_counts_for_itself(
    monkeypatch, caplog
) -> None:
    monkeypatch.setenv("VALKEY_URL", f"valkey://user:hidden@127.0.0.1:{free_port()}")
    assert asked(12) == 10
    assert "Valkey does not answer" in caplog.text
    assert "hidden" not in caplog.text


def test_a_valkey_that_never_answers_is_asked_once_and_left_alone(
    monkeypatch, tmp_path, caplog
) -> None:
    with silence(tmp_path) as nobody:
        port = nobody.listener.getsockname()[1]
        monkeypatch.setenv("VALKEY_URL", f"valkey://127.0.0.1:{port}")
        assert asked(12) == 10
    assert len(caplog.records) == 1


def test_valkey_is_asked_again_once_it_is_back(monkeypatch) -> None:
    port, clock = free_port(), [1000.0]
    monkeypatch.setattr(counting.time, "monotonic", lambda: clock[0])
    monkeypatch.setenv("VALKEY_URL", f"valkey://127.0.0.1:{port}")

    async def ask(times: int) -> int:
        return sum(
            [await has_room(TEN, "join", "192.0.2.1", count=True) for _ in range(times)]
        )

    async def away_and_back() -> list[int]:
        alone = await ask(4)
        with server(port):
            clock[0] += counting.AWAY_SECONDS
            together = await ask(12)
        return [alone, together]

    assert run(away_and_back()) == [4, 10]
