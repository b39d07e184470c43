"""A learner: joins without a name, sees the step, answers it once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import open_class_session, responses
from after_overdue.teaching.desk import Holder, desk_view, seat_learner
from after_overdue.teaching.join_codes import shown_join_code
from after_overdue.teaching.learner import answer, invitation, join, learner_view
from after_overdue.teaching.tables import answers
from tests.teaching.classes import LESSON, NOW, later

AT_ONCE = 8


def reason_of(attempt) -> str:
    with pytest.raises(ClassError) as refused:
        attempt()
    return refused.value.reason


def test_a_learner_joins_with_the_code_as_a_phone_writes_it(store, opened) -> None:
    typed = f" {shown_join_code(opened.join_code).lower()} "
    joined = join(store, code=typed, now=NOW)
    view = learner_view(store, joined.token, now=NOW)
    assert joined.class_id == opened.class_id == view.scene.class_id
    assert (view.nickname, view.given) == (None, None)


def test_a_learner_joins_with_the_secret_of_the_link(store, opened) -> None:
    joined = join(store, secret=opened.join_secret, nickname="小王", now=NOW)
    assert learner_view(store, joined.token, now=NOW).nickname == "小王"


def test_looking_at_an_invitation_makes_no_learner(store, opened, press) -> None:
    for _ in range(5):
        invitation(store, secret=opened.join_secret, now=NOW)
        found = invitation(store, code=opened.join_code, now=NOW)
    assert found.scene.lesson.title == LESSON.title
    assert press().learners == 0


@pytest.mark.parametrize("code", ["", "ABCD", "0" * 1000, "ABCD\0EFG", "' or 1=1 --"])
def test_a_wrong_code_leads_nowhere(store, opened, code) -> None:
    assert reason_of(lambda: join(store, code=code, now=NOW)) == "code"


@pytest.mark.parametrize("secret", ["guessed", "x\0", "\ud800", "x" * 100_000])
def test_a_wrong_link_leads_nowhere(store, opened, secret) -> None:
    assert reason_of(lambda: join(store, secret=secret, now=NOW)) == "link"


def test_a_code_whose_time_is_over_says_so(store, opened) -> None:
    over = later(days=30)
    assert reason_of(lambda: join(store, code=opened.join_code, now=over)) == "expired"


@pytest.fixture
def two_at_most(monkeypatch) -> None:
    """A class that takes two learners."""
    monkeypatch.setattr(
        "after_overdue.teaching.learner.value",
        lambda _name, _on: type("Two", (), {"number": 2}),
    )


@pytest.mark.usefixtures("two_at_most")
def test_a_class_takes_no_more_learners_than_its_most(store, opened) -> None:
    for _ in range(2):
        join(store, code=opened.join_code, now=NOW)
    assert reason_of(lambda: join(store, code=opened.join_code, now=NOW)) == "full"


@pytest.mark.usefixtures("two_at_most")
def test_a_learner_who_was_taken_out_leaves_a_seat(store, opened) -> None:
    for _ in range(2):
        join(store, code=opened.join_code, now=NOW)
    holder = Holder(secret=opened.host_secret)
    [first, _] = desk_view(store, holder, now=NOW).seats
    seat_learner(store, holder, learner=first.id, removed=True, now=NOW)
    assert join(store, code=opened.join_code, now=NOW).token


@pytest.mark.usefixtures("two_at_most")
def test_learners_who_join_at_once_do_not_overfill_a_class(store, opened) -> None:
    together = Barrier(AT_ONCE)

    def joins(_phone: int) -> str:
        together.wait()
        try:
            return join(store, code=opened.join_code, now=NOW).token
        except ClassError as error:
            return error.reason

    with ThreadPoolExecutor(AT_ONCE) as phones:
        lines = list(phones.map(joins, range(AT_ONCE)))
    assert lines.count("full") == AT_ONCE - 2


def test_an_answer_is_kept_and_seen_again(store, token, press) -> None:
    press("open")
    given = answer(store, token, step=0, response={"month": 25}, seq=1, now=NOW).given
    assert (given.response, given.seq) == ({"month": 25}, 1)
    assert learner_view(store, token, now=NOW).given == given


def test_an_answer_sent_three_times_counts_once(store, opened, token, press) -> None:
    press("open")
    for _ in range(3):
        answer(store, token, step=0, response={"month": 25}, seq=1, now=NOW)
    assert responses(store, opened.host_secret, 0, now=NOW) == [{"month": 25}]


def test_the_last_answer_wins_while_the_step_is_open(
    store, opened, token, press
) -> None:
    press("open")
    for seq, month in enumerate((20, 21, 22), 1):
        answer(store, token, step=0, response={"month": month}, seq=seq, now=NOW)
    assert responses(store, opened.host_secret, 0, now=NOW) == [{"month": 22}]


@pytest.mark.parametrize("seq", [1, 2])
def test_an_answer_that_is_no_newer_changes_nothing(store, token, press, seq) -> None:
    press("open")
    answer(store, token, step=0, response={"month": 22}, seq=2, now=NOW)
    kept = answer(store, token, step=0, response={"month": 20}, seq=seq, now=NOW).given
    assert (kept.response, kept.seq) == ({"month": 22}, 2)


def test_a_form_without_a_number_replaces_what_is_kept(store, token, press) -> None:
    press("open")
    answer(store, token, step=0, response={"month": 20}, seq=7, now=NOW)
    kept = answer(store, token, step=0, response={"month": 21}, now=NOW).given
    assert (kept.response, kept.seq) == ({"month": 21}, 8)


@pytest.mark.parametrize(
    ("before", "step", "reason"),
    [
        ((), 0, "not_open"),
        (("open", "close"), 0, "closed"),
        (("open", "reveal"), 0, "closed"),
        (("open", "next"), 0, "closed"),
        (("open",), 1, "other_step"),
        (("open",), 3, "no_step"),
        (("open",), -1, "no_step"),
        (("next", "next", "open"), 2, "response"),
    ],
)
def test_an_answer_to_a_step_that_takes_none_is_refused(
    store, token, press, before, step, reason
) -> None:
    press(*before)
    attempt = {"step": step, "response": {"month": 25}, "now": NOW}
    assert reason_of(lambda: answer(store, token, **attempt)) == reason


def test_what_was_taken_stays_when_a_late_change_is_refused(
    store, opened, token, press
) -> None:
    press("open")
    answer(store, token, step=0, response={"month": 25}, seq=1, now=NOW)
    press("close")
    late = {"step": 0, "response": {"month": 1}, "seq": 2, "now": NOW}
    assert reason_of(lambda: answer(store, token, **late)) == "closed"
    assert responses(store, opened.host_secret, 0, now=NOW) == [{"month": 25}]


@pytest.mark.parametrize(
    "response",
    [
        None,
        [],
        "25",
        {},
        {"month": "25"},
        {"month": True},
        {"month": -1},
        {"month": 10**9},
        {"month": 2.5},
        {"month": 25, "number": 640},
        {"number": 25},
        {"options": ["a"]},
    ],
)
def test_what_is_no_prediction_of_a_month_is_refused(
    store, token, press, response
) -> None:
    press("open")
    attempt = {"step": 0, "response": response, "now": NOW}
    assert reason_of(lambda: answer(store, token, **attempt)) == "response"


def test_a_learner_may_predict_that_there_is_no_such_month(store, token, press) -> None:
    press("open")
    given = answer(store, token, step=0, response={"month": None}, now=NOW).given
    assert given.response == {"month": None}


@pytest.mark.parametrize("seq", [0, -1, 2**53 + 1, 10**30])
def test_a_number_that_no_page_counts_to_is_refused(store, token, press, seq) -> None:
    press("open")
    attempt = {"step": 0, "response": {"month": 25}, "seq": seq, "now": NOW}
    assert reason_of(lambda: answer(store, token, **attempt)) == "seq"


@pytest.mark.parametrize("token", ["", "guessed", "\0", "\ud800"])
def test_a_token_that_nobody_has_is_refused(store, opened, token) -> None:
    assert reason_of(lambda: learner_view(store, token, now=NOW)) == "learner"
    attempt = {"step": 0, "response": {"month": 25}, "now": NOW}
    assert reason_of(lambda: answer(store, token, **attempt)) == "learner"


def test_learners_who_answer_at_once_are_each_counted_once(
    store, opened, press
) -> None:
    tokens = [join(store, secret=opened.join_secret, now=NOW).token for _ in range(24)]
    press("open")
    together = Barrier(len(tokens))

    def answers_three_times(token: str) -> None:
        together.wait()
        for _ in range(3):
            answer(store, token, step=0, response={"month": 25}, seq=1, now=NOW)

    phones = [Thread(target=answers_three_times, args=[each]) for each in tokens]
    for each in phones:
        each.start()
    for each in phones:
        each.join()
    with store.read() as connection:
        kept = connection.scalar(select(func.count()).select_from(answers))
    assert kept == len(tokens)


def test_closing_while_the_room_answers_keeps_exactly_what_was_acknowledged(
    store, opened, press
) -> None:
    tokens = [join(store, secret=opened.join_secret, now=NOW).token for _ in range(24)]
    press("open")
    together = Barrier(len(tokens) + 1)
    taken, refused = [], []

    def answers_once(token: str, month: int) -> None:
        together.wait()
        try:
            answer(store, token, step=0, response={"month": month}, now=NOW)
            taken.append(month)
        except ClassError as error:
            refused.append(error.reason)

    phones = [
        Thread(target=answers_once, args=[each, month])
        for month, each in enumerate(tokens)
    ]
    for each in phones:
        each.start()
    together.wait()
    press("close")
    shut = [each["month"] for each in responses(store, opened.host_secret, 0, now=NOW)]
    for each in phones:
        each.join()
    kept = [each["month"] for each in responses(store, opened.host_secret, 0, now=NOW)]
    assert sorted(kept) == sorted(shut) == sorted(taken)
    assert set(refused) <= {"closed"}
    assert len(taken) + len(refused) == len(tokens)


def test_classes_do_not_mix(store, opened, token, press) -> None:
    press("open")
    other = open_class_session(store, LESSON, now=NOW)
    answer(store, token, step=0, response={"month": 25}, now=NOW)
    assert responses(store, other.host_secret, 0, now=NOW) == []
