"""A class at one's own speed: answered, revealed, walked on, and left for days."""

import re

import pytest

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import command, open_class_session
from after_overdue.teaching.lesson import Lesson
from after_overdue.teaching.own_pace import progress
from after_overdue.teaching.own_step import TextStep
from after_overdue.teaching.results import results
from after_overdue.teaching.store import store
from tests.teaching.classes import LESSON
from tests.web.class_room import Phone, alert, now

STEPS = (*LESSON.steps, TextStep("What did you think?"))


@pytest.fixture
def opened(room):
    lesson = Lesson("Alone", "en", STEPS)
    return open_class_session(store(), lesson, now=now(), own_pace=True)


@pytest.fixture
def pair(room, opened) -> list[Phone]:
    """Two learners of such a class, who have not begun."""
    phones = [room.phone(), room.phone()]
    for each in phones:
        each.opened = opened
        each.join()
    return phones


def shown(phone: Phone) -> tuple[str, str]:
    """The step that a learner's page shows, and its phase."""
    html = phone.client.get(phone.place).text
    return re.search(r'data-position="(\d+)" data-phase="(\w+)"', html).groups()


def walk(phone: Phone, to: int):
    return phone.client.post(f"{phone.place}walk", data={"to": to})


def test_everybody_is_at_a_step_of_their_own_until_the_end(opened, pair) -> None:
    quick, slow = pair
    form = {"step": 0, "month": 25}
    page = quick.client.post(f"{quick.place}answer", data=form).text
    assert 'data-phase="revealed"' in page and "<svg" in page
    assert shown(slow) == ("0", "open")
    late = quick.client.post(f"{quick.place}answer", data={**form, "month": 30})
    assert late.status_code == 409 and "closed" in alert(late.text)
    assert quick.answer(0, month=25).status_code == 200  # sent twice
    walk(quick, 3)
    quick.client.post(f"{quick.place}answer", data={"step": 3, "text": "mine alone"})
    walk(slow, 3)
    slow.client.post(f"{slow.place}answer", data={"step": 3, "text": "other"})
    assert "mine alone" not in slow.client.get(slow.place).text
    assert re.search(r"Right: \d of 2", walk(quick, 4).text)
    assert shown(quick) == ("4", "ended")
    quick.client.cookies.clear()  # days later, on another device
    assert 'data-phase="ended"' in quick.client.get(quick.link).text
    assert progress(store(), opened.host_secret, now=now()) == ((1, 0, 0, 2), 1)
    given = results(store(), opened.host_secret, now=now())
    assert [each.step for each in given if each.response] == [1, 4, 4]


def test_such_a_class_has_no_step_that_a_trainer_moves(room, opened, pair) -> None:
    with pytest.raises(ClassError) as refused:
        command(store(), opened.host_secret, rev=1, command="next", now=now())
    assert refused.value.reason == "own_pace"
    assert "no step 9" in alert(walk(pair[0], 8).text)
    live = room.phone().join()
    assert walk(live, 1).status_code == 409
