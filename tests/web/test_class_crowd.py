"""Many at once: two tabs of a trainer, and a thousand learners behind one address."""

from after_overdue.teaching.learner import join
from after_overdue.web.counting import LIMITER
from tests.web.class_room import JSON, alert, hidden, now


def test_two_host_tabs_do_not_fight(room, phone) -> None:
    tab, secret = room.phone().client, room.opened.host_secret
    pressed = [
        tab.post(
            f"/trainer/{secret}/command",
            data={"rev": 2, "command": "close"},
            headers=JSON,
        )
        for _ in range(2)
    ]
    assert [each.status_code for each in pressed] == [200, 409]
    assert pressed[0].json()["phase"] == "closed"
    assert "moved on in another tab" in pressed[1].json()["refused"]
    assert room.view().scene.rev == 3


def test_a_thousand_may_join_from_one_address_and_more_are_bounded(
    room, phone, monkeypatch
) -> None:
    monkeypatch.setenv("LIMIT_JOIN", "1000 per hour")
    LIMITER.storage.reset()
    form, where = {"secret": room.opened.join_secret}, f"{phone.place}join"
    client = room.phone().client
    joined = [
        client.post(where, data=form, follow_redirects=False) for _ in range(1000)
    ]
    assert {each.status_code for each in joined} == {303}
    assert room.view().learners == 1001
    one_more = client.post(where, data=form, follow_redirects=False)
    assert one_more.status_code == 429
    assert "asked too often" in one_more.text
    elsewhere = room.phone("198.51.100.7").client
    found = elsewhere.post(where, data=form, follow_redirects=False)
    assert found.status_code == 303
    assert room.view().learners == 1002
    assert room.goes_on(phone)


def test_a_full_class_says_so_and_goes_on(room, phone, monkeypatch) -> None:
    monkeypatch.setattr(
        "after_overdue.teaching.learner.value",
        lambda _name, _on: type("Few", (), {"number": 2}),
    )
    join(room.store, secret=room.opened.join_secret, now=now())
    late = room.phone()
    page = late.client.get(f"/join/{room.opened.join_secret}").text
    form = {key: hidden(page, key) for key in ("secret", "token")}
    found = late.client.post(f"{phone.place}join", data=form)
    assert found.status_code == 409
    assert alert(found.text).startswith("The class is full")
    assert room.goes_on(phone)


def test_who_presses_twice_for_the_last_place_is_not_turned_away(
    room, phone, monkeypatch
) -> None:
    monkeypatch.setattr(
        "after_overdue.teaching.learner.value",
        lambda _name, _on: type("Few", (), {"number": 2}),
    )
    late = room.phone().join(presses=2)
    assert "Step 1 of 3" in late.client.get(late.place).text
    assert room.view().learners == 2
