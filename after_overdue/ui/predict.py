"""Guess first: a prediction alone, whose curve is drawn once there is a guess.

Guesses live in the session of the open page: not in the address, not in a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from after_overdue.errors import ClassError, InputError
from after_overdue.predictions.case import PREDICTABLE, PredictionCase
from after_overdue.predictions.curves import Curve
from after_overdue.predictions.drawn import PAGE, STEP, DrawnGuess, drawn_guess
from after_overdue.predictions.own_guess import own_guess
from after_overdue.predictions.pad import drawing
from after_overdue.predictions.words import PredictionWords
from after_overdue.teaching.lesson import Prediction
from after_overdue.teaching.lesson_text import ready_predictions, step_of, step_text
from after_overdue.teaching.reveal import asked, texts
from after_overdue.teaching.step_words import playable
from after_overdue.ui import elements, rows
from after_overdue.ui.choices import Choice, PageChoices, go, page_choices
from after_overdue.ui.draw_guess import draw_guess
from after_overdue.ui.language import locale
from after_overdue.ui.live_figure import still_figure

NOUN = "predict"
LONGEST_STEP = 1000
GUESSES = "_predict_guesses"
FINE = ("percent",)
"""Units in which people guess tenths."""
ICONS = {True: ":material/check_circle:", False: ":material/lightbulb:"}
WAYS = {
    "back": ":material/arrow_back:",
    "next": ":material/arrow_forward:",
    "first": ":material/first_page:",
}
Guess = dict[str, Any]


def predict_choices() -> PageChoices:
    """Return the prediction that the address asks for, as a step of a class."""
    return page_choices(NOUN, Choice("step", longest=LONGEST_STEP))


def ready_steps() -> list[str]:
    """Return what is offered to be guessed: the curve first, which is drawn."""
    steps = ready_predictions(locale().language)
    return [STEP, *(step_text(each) for each in steps)]


def prediction(chosen: PageChoices, today: date) -> None:
    """Draw one prediction: the form, or once it is made the guess and the model."""
    ready = ready_steps()
    text = chosen["step"] or ready[0]
    drawing = drawn_guess(text, today, locale())
    step = None if drawing else _step(text, today)
    if step is None:
        text = text if drawing else ready[0]
        _drawing(drawing or drawn_guess(text, today, locale()), text, ready)
        return
    text, case = step_text(step), asked(step, today)
    _place(step.page, text, ready)
    st.header(PredictionWords(case, locale()).question, anchor=False)
    guess = _guesses().get(text)
    if guess is None:
        _ask(case, text)
    else:
        _reveal(step, case, guess)
    _ways(text, ready)


def _drawing(case: DrawnGuess | None, text: str, ready: list[str]) -> None:
    """Draw the pad for a curve, or once it is drawn the curve and the readings."""
    assert case is not None  # the step that every list begins with can be drawn
    _place(PAGE, text, ready)
    st.header(case.question, anchor=False)
    guess = _guesses().get(text)
    if guess is None:
        draw_guess(case.drawing, partial(_keep_curve, text), key=f"{NOUN}.{text}")
    else:
        _reveal_drawing(case, guess["curve"], text)
    _ways(text, ready)


def _keep_curve(text: str, curve: Curve) -> None:
    _guesses()[text] = {"curve": list(curve)}


def _reveal_drawing(case: DrawnGuess, curve: Curve, text: str) -> None:
    """Draw the readings over the curve, and say how far they lie from it."""
    still_figure(
        case.figure(curve),
        name=case.picture.name,
        words={**locale().words("figure"), "origin": _said()["title"]},
        filename=f"guess-{PAGE}",
        key=f"{NOUN}:{text}",
    )
    with st.container(border=True):
        lines = "\n".join(f"- {line}" for line in case.summary(curve))
        st.markdown(f"{ICONS[False]} **{case.say('title')}**\n\n{lines}")
    _explained(PAGE, case.picture.answers, case.picture.settings)


def _explained(page: str, answers: Sequence[str], settings: Mapping[str, str]) -> None:
    """Say what the model says, and lead to its page at the same settings."""
    st.subheader(_said()["explained"], anchor=False)
    st.markdown("\n".join(f"- {line}" for line in answers))
    name = locale().words(page)["menu"]
    rows.model_link(page, _said()["see"].format(page=name), settings)


def _said() -> Mapping[str, str]:
    return locale().words(NOUN)


def _guesses() -> dict[str, Guess]:
    guesses: dict[str, Guess] = st.session_state.setdefault(GUESSES, {})
    return guesses


def _step(text: str, today: date) -> Prediction | None:
    """Return the prediction that a text stands for; say so where it is none."""
    why: tuple[str, ...] = ()
    try:
        step = step_of(text)
        if isinstance(step, Prediction) and step.asks in PREDICTABLE.get(step.page, ()):
            playable(step, today=today, locale=locale())
            return step
    except (ClassError, InputError) as error:
        why = error.sentences if isinstance(error, InputError) else ()
    elements.warnings([" ".join([_said()["no_step"].format(given=text), *why])])
    return None


def _place(noun: str, text: str, ready: list[str]) -> None:
    page = locale().words(noun)["menu"]
    if text not in ready:
        st.caption(page)
        return
    number, count = ready.index(text) + 1, len(ready)
    line = _said()["place"].format(number=number, count=count, page=page)
    st.progress(number / count, text=line)


def _ask(case: PredictionCase, text: str) -> None:
    """Draw what has to be known and the form; keep the guess once it can be used."""
    said = PredictionWords(case, locale())
    st.markdown("\n".join(f"- {line}" for line in elements.given(said)))
    if case.pad:
        draw_guess(drawing(said), partial(_keep_curve, text), key=f"{NOUN}.{text}")
        return
    with st.form(f"{NOUN}.form.{text}", border=False, enter_to_submit=False):
        guess = _fields(case, said, text)
        st.caption(_said()["range"].format(range=said.range()))
        pressed = st.form_submit_button(_said()["commit"], icon=":material/visibility:")
    if not pressed:
        return
    if refusal := said.refusal(guess):
        elements.warnings([refusal])
        return
    _guesses()[text] = guess
    st.rerun()


def _fields(case: PredictionCase, said: PredictionWords, text: str) -> Guess:
    guess: Guess = {}
    if case.months:
        label = said.say("month", month="…")
        guess["month"] = _field(label, f"{text}.month", unit="month")
    if case.numbers:
        unit = case.thing.unit
        guess["number"] = _field(said.blank("…"), f"{text}.number", unit=unit)
    if case.thing.may_be_none:
        is_none = st.checkbox(said.month(None), key=f"{NOUN}.{text}.none")
        if is_none:
            guess["month"] = None
        elif guess["month"] is None:
            del guess["month"]  # an empty field says nothing; only the tick says "none"
    return guess


def _field(label: str, key: str, *, unit: str) -> float | str | None:
    return elements.typed_number(
        _said()["guess"].format(unit=label),
        key=f"{NOUN}.{key}",
        is_whole=unit not in FINE,
        unit=unit,
    )


def _reveal(step: Prediction, case: PredictionCase, guess: Guess) -> None:
    """Draw the guess beside the model, and what the model says."""
    said, own = _said(), own_guess(case, guess, locale())
    is_right = case.is_right(guess)
    with st.container(border=True):
        verdict = said["right" if is_right else "not_yet"]
        lines = "\n".join(f"- {line}" for line in own.summary())
        st.markdown(f"{ICONS[is_right]} **{verdict}**\n\n{lines}")
    still_figure(
        own.figure(),
        name=own.words.name,
        words={**locale().words("figure"), "origin": said["title"]},
        filename=f"guess-{case.page}",
        key=f"{NOUN}:{step_text(step)}",
    )
    _explained(case.page, own.picture.answers, texts(step.settings))


def _ways(text: str, ready: list[str]) -> None:
    """Draw the ways back and on; another guess where one was made."""
    place = ready.index(text) if text in ready else len(ready)
    with st.container(horizontal=True):
        if 0 < place < len(ready):
            _button("back", ready[place - 1])
        if place + 1 < len(ready):
            _button("next", ready[place + 1])
        elif ready[0] != text:
            _button("first", ready[0])
        if text in _guesses():
            st.button(_said()["again"], on_click=_again, args=(text,))


def _button(name: str, text: str) -> None:
    st.button(
        _said()[name],
        key=f"{NOUN}.{name}",
        icon=WAYS[name],
        on_click=go,
        args=(NOUN, "step", text),
    )


def _again(text: str) -> None:
    _guesses().pop(text, None)
