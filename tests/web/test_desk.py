"""The desk and the remote over HTTP, as somebody without a script uses them."""

import re

import pytest

from after_overdue.catalog.lessons import lessons
from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.lesson_text import ready_lesson
from tests.web.class_room import Room, alert, now

FORM = re.compile(r'name="do" value="([a-z_]+)"')


class Desk:
    """A trainer's browser at the desk, or at the remote."""

    def __init__(self, room, *, remote: bool = False) -> None:
        self.client = room.phone().client
        self.place = f"/desk/{room.opened.host_secret}/"
        if remote:
            link = re.search(r"http://testserver(/remote/[^\"]+)", self.html)
            assert link is not None
            self.place = link[1]

    @property
    def html(self) -> str:
        """What stands there."""
        found = self.client.get(self.place)
        assert found.status_code == 200, found.text
        return found.text

    @property
    def buttons(self) -> set[str]:
        """What can be pressed."""
        return set(FORM.findall(self.html))

    def press(self, name: str, **fields: object):
        """Press a button of the page as it stands."""
        rev = re.search(r'name="rev" value="(\d+)"', self.html)
        form = {"do": name, **({"rev": rev[1]} if rev else {}), **fields}
        return self.client.post(f"{self.place}do", data=form)


@pytest.fixture
def desk(room) -> Desk:
    return Desk(room)


def test_a_lesson_is_played_from_the_desk_to_its_end(room, desk) -> None:
    pressed = []
    while room.view().scene.phase != "ended":
        (large,) = re.findall(r'class="large" name="do" value="(\w+)"', desk.html)
        assert desk.press(large).status_code == 200
        pressed.append(large)
    asked = ["open", "reveal", "next"]
    assert pressed == [*asked, *asked, "open", "next"]
    assert desk.buttons == {"back", "lock"}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("slug", lessons())
def test_every_step_of_a_ready_lesson_has_notes_at_the_desk(
    room, slug: str, language: str
) -> None:
    lesson = ready_lesson(slug, language)
    opened = open_class_session(room.store, lesson, now=now())
    here = Room(room.store, opened, room.phone)
    desk, remote = Desk(here), Desk(here, remote=True)
    for number, step in enumerate(lessons()[slug].steps, 1):
        assert step.notes is not None
        for html in (desk.html, remote.html):
            assert html.count("<h3>") == 3, number
            assert "{" not in html.split("<main", 1)[1]
            assert step.notes.say[language].partition("{")[0] in html
        here.press("next")


def test_the_remote_moves_the_class_and_shows_no_learner(room) -> None:
    room.phone().join("小王")
    remote = Desk(room, remote=True)
    assert remote.buttons == {"open", "next"}
    remote.press("open")
    assert room.view().scene.phase == "open"
    assert "小王" not in remote.html and room.opened.host_secret not in remote.html
    for name in ("lock", "take_out"):
        assert remote.press(name, learner=1).status_code == 400
    assert not room.view().locked and room.view().learners == 1


def test_answers_stand_at_the_desk_as_they_come(room, desk) -> None:
    phone = room.phone().join("小王")
    room.press("open")
    assert "<b>0</b> / 1" in desk.html
    phone.answer(0, month=25)
    assert "小王</span><b>month 25</b>" in desk.html
    hidden = desk.client.get(f"{desk.place}?names=hidden").text
    assert "小王" not in hidden and "Learner 1</span><b>month 25</b>" in hidden


def test_an_answer_that_was_changed_is_seen_at_the_desk(room, desk) -> None:
    phone = room.phone().join("小王")
    room.press("open")
    phone.answer(0, month=25)
    before = desk.client.get(f"{desk.place}state")
    asked = {"if-none-match": before.headers["etag"]}
    assert desk.client.get(f"{desk.place}state", headers=asked).status_code == 304
    phone.answer(0, month=40)
    after = desk.client.get(f"{desk.place}state", headers=asked)
    assert "month 40" in after.json()["body"]


def test_a_number_that_no_table_keeps_is_no_learners(room, desk) -> None:
    for name in ("take_out", "take_in", "hide", "list"):
        found = desk.press(name, learner=9 * 10**24)
        assert found.status_code == 404


@pytest.mark.parametrize("place", ["/wall/%00/x/", "/remote/%00/x/"])
def test_an_address_that_no_database_takes_is_no_class(room, place) -> None:
    """PostgreSQL keeps no text with a nought in it."""
    assert room.phone().client.get(place).status_code == 404


def test_joining_that_is_locked_keeps_others_out_and_no_learner(room, desk) -> None:
    inside, late = room.phone().join(), room.phone()
    page = late.client.get(f"/join/{room.opened.join_secret}").text
    desk.press("lock")
    fields = {
        name: re.search(rf'name="{name}" value="([^"]*)"', page)[1]
        for name in ("secret", "token")
    }
    found = late.client.post(f"{late.place}join", data=fields)
    assert found.status_code == 409
    assert "locked at the moment" in alert(found.text)
    again = {**inside.joined, "nickname": ""}
    known = inside.client.post(f"{inside.place}join", data=again)
    assert known.status_code == 200
    desk.press("unlock")
    assert late.client.post(f"{late.place}join", data=fields).status_code == 200


def test_a_learner_who_was_taken_out_does_not_count_until_it_is_undone(
    room, desk
) -> None:
    phone, other = room.phone().join("Ann"), room.phone().join("Bob")
    room.press("open")
    phone.answer(0, month=25)
    other.answer(0, month=40)
    learner = re.search(r"Ann.*?name=\"learner\" value=\"(\d+)\"", desk.html, re.S)[1]
    desk.press("take_out", learner=learner)
    assert (room.view().learners, room.view().answered) == (1, 1)
    assert room.responses() == [{"month": 40}]
    refused = phone.client.get(phone.place)
    assert refused.status_code == 403 and "taken this device out" in refused.text
    assert "data-forget" not in refused.text
    desk.press("take_in", learner=learner)
    assert room.responses() == [{"month": 25}, {"month": 40}]
    assert "month 25" in phone.client.get(phone.place).text


def test_a_page_that_is_explored_is_moved_from_the_desk_on_the_wall(room, desk) -> None:
    room.press("next", "next", "open")
    wall = f"/wall/{room.opened.class_id}/{room.view().wall_key}/"

    def shown() -> str:
        page = desk.client.get(wall).text
        return re.search(r'class="facts".*?<dd>([^<]+)</dd>', page, re.S)[1].strip()

    before = shown()
    name, most = re.search(
        r'type="range" name="(\w+)".*? max="([^"]+)"', desk.html
    ).groups()
    desk.press("show", **{name: most})
    said = re.search(r"<output>([^<]+)</output>", desk.html)[1]
    assert f'value="{most}"' in desk.html
    assert before != said == shown()
    assert desk.press("show", **{name: 10**9}).status_code == 409


def test_a_press_on_an_old_view_says_so_and_changes_nothing(room, desk) -> None:
    old = desk.html
    desk.press("open")
    rev = re.search(r'name="rev" value="(\d+)"', old)[1]
    found = desk.client.post(f"{desk.place}do", data={"do": "reveal", "rev": rev})
    assert found.status_code == 409
    assert "moved on in another tab" in found.text
    assert room.view().scene.phase == "open"


def test_a_desk_that_nothing_opens_says_so(room) -> None:
    client = room.phone().client
    for place in ("/desk/nothing/", "/desk/课/", f"/remote/{room.opened.class_id}/x/"):
        found = client.get(place)
        assert found.status_code == 404 and "opens no class" in found.text


def test_nobody_frames_the_desk(room, client) -> None:
    for place in (f"/desk/{room.opened.host_secret}/", "/remote/class/key/"):
        policy = " ".join(client.get(place).headers.get_list("content-security-policy"))
        assert "frame-ancestors 'none'" in policy


def test_the_short_address_leads_to_where_a_class_is_opened(client) -> None:
    found = client.get("/class", follow_redirects=False)
    assert found.headers["location"] == "/class_session"


def test_a_page_that_is_explored_has_no_button_that_is_refused(room, desk) -> None:
    room.press("next", "next")
    for expected in ({"back", "open", "next"}, {"back", "next"}):
        assert desk.buttons - {"lock", "take_out", "show"} == expected
        desk.press("open")


@pytest.mark.parametrize("remote", [False, True], ids=["desk", "remote"])
def test_a_countdown_is_seen_on_the_wall_until_the_step_is_closed(
    room, remote: bool
) -> None:
    held = Desk(room, remote=remote)
    wall = f"/wall/{room.opened.class_id}/{room.view().wall_key}/"
    assert "count" not in held.buttons
    assert held.press("count", seconds=60).status_code == 409
    held.press("open")
    assert "data-left" not in held.client.get(wall).text
    assert held.press("count", seconds=61).status_code == 409
    held.press("count", seconds=60)
    (left,) = re.findall(r'data-left="(\d+)"', held.client.get(wall).text)
    assert 0 < int(left) <= 60
    assert 'data-left="' in held.html
    held.press("count", seconds=0)
    assert "data-left" not in held.client.get(wall).text
    held.press("count", seconds=30)
    held.press("close")
    held.press("open")
    assert "data-left" not in held.client.get(wall).text
