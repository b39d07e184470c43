"""What strangers may not do to a class: lock others out, or take all its streams."""

import asyncio

from after_overdue import clock
from after_overdue.web.class_events import CLOSED, Channel, Events, Shown
from after_overdue.web.open_files import check_limit
from tests.loops import run
from tests.web.class_room import alert

HERE = Shown("a-class", "en")


def typed(phone, code: str):
    return phone.client.post("/join", data={"code": code}, follow_redirects=False)


def test_wrong_codes_from_many_addresses_lock_nobody_out(room, monkeypatch) -> None:
    monkeypatch.setenv("LIMIT_WRONG_CODE_ALL", "5 per minute")
    monkeypatch.setenv("LIMIT_WRONG_CODE_STILL", "1 per minute")
    for number in range(8):
        assert typed(room.phone(f"192.0.2.{number}"), "AAAA-AAAA").status_code == 404
    learner = room.phone("198.51.100.1")
    assert typed(learner, room.opened.join_code).status_code == 303
    assert typed(learner, "AAAA-AAAB").status_code == 404
    found = typed(learner, "AAAA-AAAC")
    assert found.status_code == 429
    assert alert(found.text)


def test_the_oldest_of_too_many_streams_of_a_learner_is_closed(monkeypatch) -> None:
    monkeypatch.setenv("MOST_STREAMS_LEARNER", "2")

    async def opened() -> list[bytes | None]:
        events = Events()
        events.channels[HERE] = Channel(rev=1, event=b"x")
        events.task = asyncio.create_task(asyncio.sleep(60))
        streams = [events.listen(HERE, "192.0.2.1", 7) for _ in range(3)]
        told = [await anext(each) for each in streams]
        assert told == [b"x"] * 3
        told = [await anext(streams[0]), await anext(streams[0], None)]
        events.channels[HERE].tell(2, b"y")
        told += [await anext(each) for each in streams[1:]]
        for each in streams:
            await each.aclose()
        events.task.cancel()
        assert not events.open
        assert not events.mine
        return told

    assert run(opened()) == [CLOSED, None, b"y", b"y"]


def test_an_address_has_so_many_streams_and_no_more(room, phone, monkeypatch) -> None:
    monkeypatch.setenv("MOST_STREAMS", "3")
    taken = Events()
    monkeypatch.setattr("after_overdue.web.class_routes.events", lambda: taken)
    taken.open["192.0.2.1"] = 3
    found = phone.client.get(f"{phone.place}events")
    assert found.status_code == 429
    assert found.headers["retry-after"]
    assert "open here in too many places" in found.text


def test_a_server_that_may_hold_too_few_files_says_so(monkeypatch, caplog) -> None:
    where = "after_overdue.web.open_files.raise_limit"
    monkeypatch.setattr(where, lambda: 256)
    check_limit(clock.today())
    assert "This process may hold 256 files" in caplog.text
    caplog.clear()
    monkeypatch.setattr(where, lambda: 65536)
    check_limit(clock.today())
    assert caplog.text == ""
