"""The wall of a class over HTTP: it looks, and does nothing else."""

from tests.web.class_room import JSON


def wall_of(room) -> str:
    """The address of the wall."""
    return f"/wall/{room.opened.class_id}/{room.view().wall_key}/"


def test_the_wall_shows_how_to_join_then_the_question_then_the_room(room) -> None:
    phone, address = room.phone(), wall_of(room)
    lobby = phone.client.get(address).text
    assert f"{room.opened.join_code[:4]}-{room.opened.join_code[4:]}" in lobby
    phone.join("小王")
    room.press("open")
    phone.answer(0, month=40)
    asked = phone.client.get(address).text
    assert "1 of 1" in asked and "have answered" in asked and "<figure>" not in asked
    room.press("reveal")
    assert "1 of 1 (100%)" in phone.client.get(address).text


def test_the_wall_holds_no_secret_of_the_host_and_no_name(room) -> None:
    phone = room.phone().join("小王")
    room.press("open")
    phone.answer(0, month=40)
    for name in ("reveal", "next"):
        room.press(name)
        found = phone.client.get(wall_of(room))
        assert room.opened.host_secret not in found.text
        assert "小王" not in found.text
        assert found.headers["referrer-policy"] == "no-referrer"
        assert found.headers["cache-control"] == "no-store"


def test_what_opens_the_wall_opens_nothing_else(room) -> None:
    client, key = room.phone().client, room.view().wall_key
    assert client.get(f"/desk/{key}/").status_code == 404
    sent = client.post(f"/trainer/{key}/command", data={"rev": 1, "command": "open"})
    assert sent.status_code == 404
    assert client.get(f"/remote/{room.opened.class_id}/{key}/").status_code == 404


def test_a_wall_that_nothing_opens_says_so(room) -> None:
    client = room.phone().client
    for place in (f"{room.opened.class_id}/{'0' * 32}", "nothing/nothing", "课/课"):
        found = client.get(f"/wall/{place}/")
        assert found.status_code == 404
        assert "opens no wall" in found.text


def test_a_wall_that_has_not_changed_is_not_sent_again(room) -> None:
    phone = room.phone()
    first = phone.client.get(f"{wall_of(room)}state", headers=JSON)
    again = {**JSON, "if-none-match": first.headers["etag"]}
    unchanged = phone.client.get(f"{wall_of(room)}state", headers=again)
    assert unchanged.status_code == 304
    phone.join()
    changed = phone.client.get(f"{wall_of(room)}state", headers=again)
    assert "One has joined" in changed.json()["stage"]
