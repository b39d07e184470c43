"""A link that was changed while its class is open."""

import itertools

import pytest

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.lessons import lessons
from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import host_view
from after_overdue.teaching.learner import answer, learner_view, walk
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.lti.changed_link import open_in_its_place, opens_now
from after_overdue.teaching.lti.content import PACES, content_of
from after_overdue.teaching.lti.entry import enter
from after_overdue.teaching.lti.key import make_key
from after_overdue.teaching.lti.launch import Launch
from after_overdue.teaching.lti.platforms import Platform, add_platform
from tests.teaching.classes import NOW, later

URLS = [f"https://lms.example/{each}" for each in ("login", "token", "keys")]
PLATFORM = Platform("https://lms.example", "client-1", *URLS)
OLD = {"lesson": "three-clocks", "pace": "own", "language": "en"}
NEW = [
    OLD | {"lesson": "repair-fraud"},
    OLD | {"pace": "live"},
    OLD | {"language": "zh"},
]


@pytest.fixture
def come(store, tmp_path, monkeypatch):
    """Launch somebody at a link with these parameters."""
    key = tmp_path / "key.pem"
    make_key(key)
    monkeypatch.setenv("LTI_KEY_FILE", str(key))
    add_platform(store, PLATFORM)

    def launched(user, custom, *, is_trainer=False, language="en"):
        made = Launch(1, PLATFORM, "1", user, is_trainer, link="l", custom=custom)
        return enter(store, made, content_of(custom, language), now=later(hours=1))

    return launched


def answered(store, token) -> None:
    """Answer the first step that takes a number or a month, as a learner."""
    lesson = learner_view(store, token, now=NOW).scene.lesson
    [step, asks] = next(
        (number, each.asks)
        for number, each in enumerate(lesson.steps)
        if getattr(each, "asks", "") in ("month", "number")
    )
    walk(store, token, to=step, now=later(hours=1))
    answer(store, token, step=step, response={asks: 1}, now=later(hours=1))


@pytest.mark.parametrize("new", NEW)
def test_a_changed_link_opens_anew_where_nobody_has_answered(store, come, new) -> None:
    come("u1", OLD)
    secret = come("t1", OLD, is_trainer=True).host_secret
    old = host_view(store, secret, now=NOW).scene
    again = come("t1", new, is_trainer=True)
    scene = host_view(store, again.host_secret, now=NOW).scene
    assert again.host_secret == secret and not again.is_changed
    assert scene.class_id != old.class_id and opens_now(scene, new) is None
    assert come("u1", new).class_id == scene.class_id
    assert come("t1", new, is_trainer=True).host_secret == secret
    assert host_view(store, secret, now=NOW).scene.class_id == scene.class_id


@pytest.mark.parametrize("new", NEW)
def test_a_class_with_answers_goes_on_until_its_trainer_replaces_it(
    store, come, new
) -> None:
    learner = come("u1", OLD)
    answered(store, learner.token)
    trainer = come("t1", new, is_trainer=True)
    assert trainer.is_changed and come("u1", new) == learner
    secret = trainer.host_secret
    scene = host_view(store, secret, now=NOW).scene
    found = opens_now(scene, new)
    assert scene.class_id == learner.class_id and found == content_of(new, "en")
    open_in_its_place(store, secret, found, now=later(hours=2))
    scene = host_view(store, secret, now=NOW).scene
    assert scene.class_id != learner.class_id and opens_now(scene, new) is None
    assert not come("t1", new, is_trainer=True).is_changed


def test_a_link_without_a_language_fits_a_class_in_any(store, come) -> None:
    custom = {"lesson": "three-clocks"}
    first = come("u1", custom, language="zh")
    trainer = come("t1", custom, is_trainer=True, language="en")
    scene = host_view(store, trainer.host_secret, now=NOW).scene
    assert scene.class_id == first.class_id and not trainer.is_changed


def test_every_lesson_language_and_pace_is_told_from_every_other(store, come) -> None:
    every = [
        {"lesson": lesson, "language": language, "pace": pace}
        for lesson, language, pace in itertools.product(lessons(), LANGUAGES, PACES)
    ]
    secret = come("t1", every[0], is_trainer=True).host_secret
    scene = host_view(store, secret, now=NOW).scene
    same = [each for each in every if opens_now(scene, each) is None]
    assert same == every[:1]
    titles = [ready_lesson(each, "zh").title for each in lessons()]
    assert len(set(titles)) == len(titles)
    for other in ({"page": "apr"}, {"lesson": "none-such"}, {}):
        assert opens_now(scene, other) is None


def test_only_a_class_of_a_link_is_replaced_and_only_by_a_lesson(
    store, come, opened
) -> None:
    with pytest.raises(ClassError, match="host"):
        content = content_of(OLD, "en")
        open_in_its_place(store, opened.host_secret, content, now=NOW)
    secret = come("t1", OLD, is_trainer=True).host_secret
    with pytest.raises(ClassError, match="lti_content"):
        open_in_its_place(store, secret, content_of({"page": "apr"}, "en"), now=NOW)
    assert host_view(store, secret, now=NOW) and host_view(
        store, opened.host_secret, now=NOW
    )
