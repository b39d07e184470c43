"""A class session: opened, moved step by step, removed."""

from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import (
    command,
    delete_class_session,
    expire,
    host_view,
    open_class_session,
    responses,
    revs,
    stage,
)
from after_overdue.teaching.learner import answer, join, learner_view
from after_overdue.teaching.lesson import Lesson, PageStep, Prediction, QuizStep
from after_overdue.teaching.tables import metadata
from tests.teaching.classes import LESSON, NOW, PREDICTION, later


def rows(store) -> dict[str, int]:
    """How many rows each table has."""
    with store.read() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in metadata.sorted_tables
            if table.name != "clock"
        }


def test_a_new_class_waits_at_its_first_step(store, opened) -> None:
    view = host_view(store, opened.host_secret, now=NOW)
    assert (view.scene.position, view.scene.phase, view.scene.rev) == (0, "waiting", 1)
    assert view.lesson == LESSON
    assert (view.learners, view.answered) == (0, 0)
    assert view.join_code == opened.join_code
    assert view.join_secret == opened.join_secret


def test_a_lesson_is_played_from_the_first_step_to_the_end(press) -> None:
    phases = [
        (view.scene.position, view.scene.phase)
        for name in ("open", "close", "reveal", "next", "open", "reveal", "next")
        for view in [press(name)]
    ]
    assert phases == [
        (0, "open"),
        (0, "closed"),
        (0, "revealed"),
        (1, "waiting"),
        (1, "open"),
        (1, "revealed"),
        (2, "waiting"),
    ]
    ended = press("open", "next")
    assert (ended.scene.phase, ended.scene.step) == ("ended", None)
    assert ended.phases == ("revealed", "revealed", "closed")


def test_a_step_left_open_is_closed_and_keeps_its_place(press) -> None:
    press("open", "next")
    assert press("back").scene.phase == "closed"


def test_a_step_closed_by_mistake_opens_again(press) -> None:
    assert press("open", "close", "open").scene.phase == "open"


@pytest.mark.parametrize(
    ("before", "pressed"),
    [
        ((), "close"),
        ((), "reveal"),
        ((), "back"),
        (("open",), "open"),
        (("open", "reveal"), "open"),
        (("next", "next", "open"), "reveal"),
        (("next", "next", "next"), "next"),
        (("next", "next", "next"), "open"),
    ],
)
def test_a_button_of_another_phase_is_refused(press, before, pressed) -> None:
    value = press(*before)
    with pytest.raises(ClassError) as refused:
        press(pressed)
    assert refused.value.reason == "not_now"
    assert press() == value


def test_an_unknown_command_is_refused(press) -> None:
    with pytest.raises(ClassError) as refused:
        press("explode")
    assert refused.value.reason == "command"


def test_the_command_of_an_older_tab_is_refused(store, opened, press) -> None:
    press("open")
    with pytest.raises(ClassError) as refused:
        command(store, opened.host_secret, rev=1, command="next", now=NOW)
    assert refused.value.reason == "stale"
    assert press().scene.position == 0


def test_of_two_tabs_that_press_at_once_one_is_refused(store, opened) -> None:
    outcomes: list[str] = []
    together = Barrier(8)

    def tab() -> None:
        together.wait()
        try:
            command(store, opened.host_secret, rev=1, command="open", now=NOW)
            outcomes.append("done")
        except ClassError as error:
            outcomes.append(error.reason)

    tabs = [Thread(target=tab) for _ in range(8)]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()
    assert sorted(outcomes) == ["done", *["stale"] * 7]


@pytest.mark.parametrize("secret", ["", "guessed", "x" * 100_000, "\0", "\ud800"])
def test_a_host_link_that_is_not_yours_opens_nothing(store, opened, secret) -> None:
    for attempt in (
        lambda: host_view(store, secret, now=NOW),
        lambda: command(store, secret, rev=1, command="open", now=NOW),
        lambda: responses(store, secret, 0, now=NOW),
        lambda: delete_class_session(store, secret, now=NOW),
    ):
        with pytest.raises(ClassError) as refused:
            attempt()
        assert refused.value.reason == "host"
    assert host_view(store, opened.host_secret, now=NOW).scene.rev == 1


def test_the_trainer_reads_the_responses_of_the_room(store, opened, press) -> None:
    tokens = [join(store, secret=opened.join_secret, now=NOW).token for _ in range(3)]
    press("open")
    for minute, token in enumerate(reversed(tokens)):
        response = {"month": 20 + minute}
        answer(store, token, step=0, response=response, now=later(minutes=minute))
    found = responses(store, opened.host_secret, 0, now=NOW)
    assert found == [{"month": 20}, {"month": 21}, {"month": 22}]
    assert press().answered == press().learners == 3
    assert responses(store, opened.host_secret, 1, now=NOW) == []


def test_removing_a_class_removes_everything_in_it(store, opened, press) -> None:
    other = open_class_session(store, LESSON, now=NOW)
    token = join(store, code=opened.join_code, now=NOW).token
    press("open")
    answer(store, token, step=0, response={"month": 25}, now=NOW)
    delete_class_session(store, opened.host_secret, now=NOW)
    kept = {name: count for name, count in rows(store).items() if count}
    assert kept == {"class_session": 1}
    assert host_view(store, other.host_secret, now=NOW).learners == 0
    with pytest.raises(ClassError):
        learner_view(store, token, now=NOW)


def test_a_class_is_removed_when_its_days_are_over(store, opened, press) -> None:
    token = join(store, code=opened.join_code, now=NOW).token
    press("open")
    answer(store, token, step=0, response={"month": 25}, now=NOW)
    assert host_view(store, opened.host_secret, now=NOW).expires == later(days=30)
    last = later(days=30, seconds=-1)
    assert expire(store, now=last) == 0
    assert host_view(store, opened.host_secret, now=last).learners == 1
    for attempt in (
        lambda: host_view(store, opened.host_secret, now=later(days=30)),
        lambda: learner_view(store, token, now=later(days=30)),
        lambda: join(store, code=opened.join_code, now=later(days=30)),
    ):
        with pytest.raises(ClassError):
            attempt()
    hours = [later(days=30, hours=hour) for hour in range(25)]
    assert sum(expire(store, now=hour) for hour in hours) == 1
    assert set(rows(store).values()) == {0}


def test_a_class_whose_days_are_over_is_gone_before_it_is_removed(
    store, opened
) -> None:
    known, last = opened.class_id, later(days=30, seconds=-1)
    assert stage(store, known, now=last)[0].rev == 1
    assert revs(store, [known], now=last) == {known: 1}
    with pytest.raises(ClassError, match="learner"):
        stage(store, known, now=later(days=30))
    assert revs(store, [known], now=later(days=30)) == {}


def test_opening_a_class_removes_those_whose_days_are_over(store, opened) -> None:
    for days in (31, 33):
        open_class_session(store, LESSON, now=later(days=days))
    assert rows(store)["class_session"] == 2


def test_no_secret_but_the_invitation_can_be_read_from_the_tables(
    store, opened, token
) -> None:
    with store.read() as connection:
        kept = repr(
            [connection.execute(select(t)).all() for t in metadata.tables.values()]
        )
    assert opened.host_secret not in kept
    assert token not in kept
    assert opened.join_secret in kept


@pytest.mark.parametrize(
    ("lesson", "reason"),
    [
        (Lesson(" ​\n", "en", (PREDICTION,)), "no_title"),
        (Lesson("x" * 121, "en", (PREDICTION,)), "long_title"),
        (Lesson("Late", "en", ()), "steps"),
        (Lesson("Late", "en", (PREDICTION,) * 61), "steps"),
        (Lesson("Late", "fr", (PREDICTION,)), "language"),
        (Lesson("Late", "en", (PageStep("nowhere"),)), "page"),
        (Lesson("Late", "en", (Prediction("apr", {}, "month"),)), "asks"),
        (
            Lesson("Late", "en", (Prediction("apr", {"months": 1e9}, "number"),)),
            "settings",
        ),
        (Lesson("Late", "en", (QuizStep("what-is-love"),)), "no_question"),
    ],
)
def test_a_lesson_that_cannot_be_played_is_refused(store, lesson, reason) -> None:
    with pytest.raises(ClassError) as refused:
        open_class_session(store, lesson, now=NOW)
    assert refused.value.reason == reason


def test_a_title_keeps_its_words_and_loses_what_cannot_be_seen(store) -> None:
    lesson = Lesson("  逾期\0 之后‮ <b>", "zh", (QuizStep("what-is-late"),))
    opened = open_class_session(store, lesson, now=NOW)
    view = host_view(store, opened.host_secret, now=NOW)
    assert view.lesson.title == "逾期 之后 <b>"
