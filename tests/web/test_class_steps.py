"""Every kind of step in every phase, as everybody in a class sees it."""

from datetime import UTC, datetime

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.datastructures import FormData

from after_overdue.catalog.check_stories import check_items
from after_overdue.catalog.quizzes import quizzes
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.lesson import Lesson, PageStep, Prediction, QuizStep
from after_overdue.web import class_events
from after_overdue.web.class_events import Channel, Events, Shown
from after_overdue.web.class_forms import response_of
from after_overdue.web.class_pages import step_html

ANSWERS = {
    "single": lambda item: [("options", item.options[0].id)],
    "multiple": lambda item: [("options", each.id) for each in item.options[:2]],
    "order": lambda item: [("order", each.id) for each in item.options],
    "number": lambda _item: [("number", "12.5")],
}
ANSWERS["check"] = ANSWERS["multiple"]
FIELDS = {"single": "options", "multiple": "options", "check": "options"}


def scene(step, language: str, phase: str) -> ClassState:
    lesson = Lesson("A class", language, (step,))
    day = datetime(2026, 11, 25, tzinfo=UTC).date()
    return ClassState(1, "class", lesson, 1, day, 0, phase)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", ANSWERS)
def test_a_question_of_each_kind_is_asked_and_revealed(kind, language) -> None:
    items = [*quizzes(language).values()]
    if kind == "check":
        items = [*check_items(language).values()]
    item = next(each for each in items if kind in (each.kind, "check"))
    step = QuizStep(item.id)
    form = step_html(scene(step, language, "open"), [])
    assert f'name="{FIELDS.get(kind, kind)}"' in form
    given = response_of(FormData(ANSWERS[kind](item)))
    assert scene(step, language, "open").asked(0).refusal(given) == ""
    assert "<svg" in step_html(scene(step, language, "revealed"), [given])


@pytest.mark.parametrize(
    ("step", "unit", "written", "number"),
    [
        (Prediction("penalty_interest", {}, "number"), "", "1.5万", 15_000),
        (Prediction("apr", {}, "number"), "percent", "１２%", 12),
        (QuizStep("true-annual-rate"), "percent", "13.03%", 13.03),
    ],
)
def test_a_number_is_text_that_is_read_as_people_write_it(step, unit, written, number):
    form = step_html(scene(step, "zh", "open"), [])
    assert 'name="number" type="text"' in form
    assert ('name="unit" value="percent"' in form) == (unit == "percent")
    sent = FormData([("unit", unit), ("number", written)])
    assert response_of(sent) == {"number": number}


@pytest.mark.parametrize("phase", ["waiting", "open", "closed", "revealed"])
@pytest.mark.parametrize("asks", ["month", "number", "point", "curve", "page"])
def test_a_prediction_and_a_page_are_shown_in_each_phase(asks, phase) -> None:
    noun = "penalty_interest" if asks == "number" else "score_recovery"
    step = PageStep(noun) if asks == "page" else Prediction(noun, {}, asks)
    html = step_html(scene(step, "en", phase), [])
    assert f'data-phase="{phase}"' in html
    fields = html.count('<input name="curve"')
    assert fields == (5 if (asks, phase) == ("curve", "open") else 0)


def test_a_class_that_cannot_be_drawn_keeps_no_other_waiting(monkeypatch) -> None:
    def event_of(shown: Shown) -> tuple[int, bytes]:
        if shown.class_id == "broken":
            raise ZeroDivisionError
        return 2, b"told"

    revs = {"broken": 2, "sound": 2}
    monkeypatch.setattr(class_events, "event_of", event_of)
    monkeypatch.setattr(class_events, "store", lambda: None)
    monkeypatch.setattr(class_events, "revs", lambda *_given, **_named: revs)

    async def look() -> Events:
        events = Events()
        events.channels = {Shown(name, "en"): Channel(rev=1) for name in revs}
        await events._look(list(events.channels))
        return events

    # A browser test keeps a loop in this thread.
    with start_blocking_portal() as elsewhere:
        channels = elsewhere.call(look).channels
    assert channels[Shown("sound", "en")].event == b"told"


def test_a_page_that_was_left_is_shown_again_once_the_trainer_says_so() -> None:
    step = PageStep("score_recovery")
    link = 'href="/score_recovery?'
    shown = {
        phase: link in step_html(scene(step, "en", phase), [])
        for phase in ("waiting", "open", "closed")
    }
    assert shown == {"waiting": False, "open": True, "closed": False}
