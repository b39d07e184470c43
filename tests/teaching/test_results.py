"""Results: what each learner answered to each step that was played."""

import pytest

from after_overdue.errors import ClassError
from after_overdue.teaching.learner import answer, join
from after_overdue.teaching.results import attendance, results
from tests.teaching.classes import NOW, later


@pytest.fixture
def played(store, opened, press) -> None:
    """Three learners; two answered the first step, one the second."""
    names = ("小王", "-1", "")
    tokens = [
        join(store, code=opened.join_code, nickname=each, now=NOW).token
        for each in names
    ]
    press("open")
    answer(store, tokens[1], step=0, response={"month": 20}, now=NOW)
    answer(store, tokens[1], step=0, response={"month": 25}, now=later(seconds=3))
    answer(store, tokens[0], step=0, response={"month": 13}, now=later(seconds=4))
    press("reveal", "next", "open")
    chosen = {"options": ["missed-part"]}
    answer(store, tokens[2], step=1, response=chosen, now=later(minutes=1))


def test_there_is_a_row_for_each_learner_and_step_that_was_asked(
    store, opened, played
) -> None:
    rows = results(store, opened.host_secret, now=NOW)
    assert [(each.person.learner, each.step, each.response) for each in rows] == [
        (1, 1, {"month": 13}),
        (1, 2, None),
        (2, 1, {"month": 25}),
        (2, 2, None),
        (3, 1, None),
        (3, 2, {"options": ["missed-part"]}),
    ]
    assert [each.right for each in rows] == [False, None, False, None, None, True]
    assert [each.person.nickname for each in rows[::2]] == ["小王", "-1", None]
    assert rows[2].answered == later(seconds=3)


def test_who_came_is_known_before_anything_was_asked(store, opened) -> None:
    join(store, code=opened.join_code, nickname="小王", now=NOW)
    assert results(store, opened.host_secret, now=NOW) == []
    (person,) = attendance(store, opened.host_secret, now=NOW)
    assert (person.learner, person.nickname, person.joined) == (1, "小王", NOW)


def test_results_are_for_the_holder_of_the_host_link_only(
    store, opened, played
) -> None:
    for secret in ("", opened.join_secret, opened.join_code):
        with pytest.raises(ClassError) as refused:
            results(store, secret, now=NOW)
        assert refused.value.reason == "host"
