"""The form of a trainer's own steps: written, changed, saved, opened, run again."""

from hashlib import sha512

import pytest
import streamlit as st

from after_overdue.catalog.interface import words
from after_overdue.clock import now
from after_overdue.reading.plain import plain
from after_overdue.teaching import store as stores
from after_overdue.teaching.class_session import host_view
from after_overdue.teaching.lesson_text import step_of, step_text
from after_overdue.ui import class_lesson_file
from tests.pages.number_fields import number_field
from tests.pages.test_class_page import (
    OPEN,
    data,  # noqa: F401  # each test has a store of its own
    labels,
    opened,
    pressed,
    secret_of,
    shown,
    warnings,
)
from tests.teaching.own_lesson import MARKUP, OWN


def written(app) -> list:
    """The steps in the address."""
    return [step_of(each) for each in shown(app, "step")]


def filled(app, kind: str, **fields: str):
    """Fill in the form of one step."""
    app.pills(key="class_step_kind").set_value(kind).run()
    for name, value in fields.items():
        key = f"class_step_{name}"
        area = name in ("options", "because", "point", "text")
        field = app.text_area(key=key) if area else app.text_input(key=key)
        field.set_value(value)
    return app


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_question_is_written_changed_copied_and_played(language: str) -> None:
    app, texts = opened(lang=language), words("class_session", language)
    app.radio(key="class_lesson").set_value("own").run()
    options = "* Five years # From the day it is paid.\nTwo years"
    filled(app, "single", ask=f"How long? {MARKUP}", options=options, point="Paid.")
    number_field(app, "class_step_minutes").type_in(4)
    pressed(app, texts["add"])
    (step,) = written(app)
    assert [each.right for each in step.options] == [True, False]
    assert step.options[0].because == "From the day it is paid."
    assert (step.notes.minutes, step.notes.point) == (4, "Paid.")
    app.button(key="class:duplicate:0").click().run()
    app.button(key="class:edit:1").click().run()
    assert app.text_area(key="class_step_options").value == options
    app.text_input(key="class_step_ask").set_value("And now?")
    pressed(app, texts["keep"])
    assert [each.ask for each in written(app)] == [step.ask, "And now?"]
    assert written(app)[1].notes == step.notes
    app.text_input(key="class_title").set_value("Mine").run()
    pressed(app, OPEN[language])
    pressed(app, texts["open"])
    assert app.title[0].value == plain(step.ask)
    ways = (texts["next"], texts["finish"])
    for _ in written_steps(app):
        pressed(app, next(each for each in labels(app) if each in ways))
    pressed(app, texts["again"])
    assert [each.ask for each in written(app)] == [step.ask, "And now?"]
    assert app.text_input(key="class_title").value == "Mine"
    assert warnings(app) == []
    address = {name: shown(app, name) for name in ("step", "title", "lesson_language")}
    again = opened(lang="en", **address)
    assert again.text_input(key="class_title").value == "Mine"
    assert again.session_state["class_language"] == language
    assert written(again) == written(app)


def written_steps(app) -> tuple:
    return host_view(stores.store(), secret_of(app), now=now()).lesson.steps


@pytest.mark.parametrize(
    ("kind", "fields", "sentence"),
    [
        ("single", {"ask": "a", "options": "b\nc"}, "exactly one option"),
        ("single", {"options": "* b\nc"}, "is missing"),
        ("multiple", {"ask": "a", "options": "* b"}, "at least 2"),
        ("number", {"ask": "a"}, "is missing"),
        ("text", {"ask": "a" * 300}, "300"),
    ],
)
def test_what_is_missing_in_a_step_is_told_and_what_was_typed_stays(
    kind: str, fields: dict[str, str], sentence: str
) -> None:
    app = opened(lang="en")
    app.radio(key="class_lesson").set_value("own").run()
    filled(app, kind, **fields)
    pressed(app, "Add this step")
    assert sentence in warnings(app)[0]
    assert app.text_input(key="class_step_ask").value == fields.get("ask", "")
    assert "step" not in app.query_params


@pytest.mark.parametrize("kind", OWN)
def test_every_kind_can_be_changed_and_stays_as_it_was(kind: str) -> None:
    app = opened(lang="en", step=[step_text(OWN[kind])])
    before = written(app)
    app.button(key="class:edit:0").click().run()
    pressed(app, "Keep the change")
    assert warnings(app) == []
    (after,) = written(app)
    if kind != "pause":  # its lines are its own
        assert (after, before) == (OWN[kind], [OWN[kind]])


def test_a_file_opens_as_a_lesson_and_says_what_was_left_out(monkeypatch) -> None:
    bank = "Match. {=one -> a =two -> b}\n\nReady? {~Yes ~No}\n\nBest? {=a ~%50%b ~c}"
    texts = iter([bank, "title: none"])

    def open_file(label: str, **_: object) -> None:
        open_text = class_lesson_file.open_text
        st.button(label, on_click=lambda: open_text(next(texts)))

    monkeypatch.setattr(class_lesson_file, "open_file", open_file)
    app = opened(lang="en")
    app.radio(key="class_lesson").set_value("own").run()
    pressed(app, "Open a file")
    assert "“Match.”" in warnings(app)[0]
    assert "only the best answer counts" in warnings(app)[0]
    assert "“Best?”" in warnings(app)[0]
    assert [each.kind for each in written(app)] == ["poll", "single"]
    pressed(app, "Open a file")
    assert "is no lesson of this guide" in warnings(app)[0]
    assert [each.kind for each in written(app)] == ["poll", "single"]


def test_a_lesson_too_long_for_a_link_says_so_and_is_kept_in_the_tab() -> None:
    app = opened(lang="en")
    app.radio(key="class_lesson").set_value("own").run()
    for number in range(9):
        because = " ".join(
            sha512(f"{number}.{each}".encode()).hexdigest() for each in range(9)
        )
        filled(app, "poll", ask=str(number), options="a\nb", because=because)
        pressed(app, "Add this step")
    assert any("too long for a link" in each for each in warnings(app))
    app.text_input(key="class_title").set_value("x").run()
    pressed(app, OPEN["en"])
    assert len(written_steps(app)) == 9
