"""A class of a trainer's own steps: every state, and nothing read that was typed."""

import re

import pytest

from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.desk import Holder, desk_view
from after_overdue.teaching.lesson import Lesson
from after_overdue.teaching.result_files import results_csv, results_xlsx
from after_overdue.teaching.summary import summary_page
from tests.teaching.own_lesson import LESSON, MARKUP, OWN, RIGHT
from tests.web.class_room import now

READ = re.compile(r"<img src=x|<b>yuan|href=.http://a\.example|<strong>b</strong>")


@pytest.fixture
def own(room):
    """A class of such a lesson, and a learner of it."""
    room.opened = open_class_session(room.store, LESSON, now=now())
    return room, learner_of(room)


def learner_of(room):
    """A learner of the class that was opened last."""
    phone = room.phone()
    phone.opened = room.opened
    return phone.join()


def places(room) -> list[str]:
    """The pages of a trainer."""
    secret = room.opened.host_secret
    view = desk_view(room.store, Holder(secret), now=now())
    class_id = room.opened.class_id
    return [
        f"/desk/{secret}/",
        f"/wall/{class_id}/{view.wall_key}/",
        f"/remote/{class_id}/{view.remote_key}/",
    ]


def pages(room, phone) -> dict[str, str]:
    found = {each: phone.client.get(each) for each in [*places(room), phone.place]}
    assert {each.status_code for each in found.values()} == {200}
    return {each: page.text for each, page in found.items()}


def test_every_state_of_every_kind_is_shown_and_nothing_is_read(own) -> None:
    room, phone = own
    for step, kind in enumerate([*OWN, "quiz"]):
        commands = ("open",) if kind == "pause" else ("open", "close", "reveal")
        for command in (None, *commands):
            if command:
                room.press(command)
            for where, page in pages(room, phone).items():
                assert not READ.search(page), (kind, command, where)
            if command == "open" and kind in RIGHT:
                assert phone.answer(step, seq=1, **RIGHT[kind]).status_code == 200
        room.press("next")
    end = pages(room, phone)[phone.place]
    assert not READ.search(end) and "Right: 4 of 5." in end
    page = summary_page(room.store, room.opened.host_secret, now=now(), language="en")
    assert not READ.search(page) and "None" not in page
    table = results_csv(room.store, room.opened.host_secret, now=now())
    assert "None" not in table
    assert results_xlsx(room.store, room.opened.host_secret, now=now())


def test_texts_are_hidden_until_released_and_each_can_be_taken_off(room) -> None:
    lesson = Lesson("T", "en", (OWN["text"],))
    room.opened = open_class_session(room.store, lesson, now=now())
    first, second = learner_of(room), learner_of(room)
    room.press("open")
    for phone, text in ((first, "kind words"), (second, "rude words")):
        phone.answer(0, text=text, seq=1)
    desk, wall, _ = places(room)
    assert "rude words" in first.client.get(desk).text
    for command in ("close", "open"):
        assert "words" not in first.client.get(wall).text
        assert "rude words" not in first.client.get(first.place).text
        room.press(command)
    ids = re.findall(r'name="learner" value="(\d+)"', first.client.get(desk).text)
    form = {"do": "hide", "learner": ids[-1]}
    assert first.client.post(f"{desk}do", data=form).status_code == 200
    room.press("reveal")
    for place in (wall, first.place):
        page = first.client.get(place).text
        assert "kind words" in page and "rude words" not in page
    first.client.post(f"{desk}do", data={**form, "do": "list"})
    assert "rude words" in first.client.get(wall).text
    assert "rude words" in results_csv(room.store, room.opened.host_secret, now=now())
    assert first.client.post(f"{desk}do", data={**form, "learner": 999}).text
    assert MARKUP not in first.client.get(wall).text
