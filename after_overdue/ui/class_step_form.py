"""The form of one step: of the guide, or of the trainer's own, with its notes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.check_stories import check_items, check_of
from after_overdue.catalog.quizzes import quizzes
from after_overdue.errors import AfterOverdueError
from after_overdue.models.registry import MODELS
from after_overdue.predictions.case import PREDICTABLE
from after_overdue.teaching.lesson import (
    PageStep,
    Prediction,
    QuizStep,
    Step,
    step_json,
)
from after_overdue.teaching.lesson_text import step_from
from after_overdue.teaching.own_step import ChoiceStep
from after_overdue.teaching.quiz_text import quiz_text
from after_overdue.teaching.reveal import texts as address_texts
from after_overdue.teaching.room_quiz import no_mark
from after_overdue.teaching.step_words import link_settings, playable
from after_overdue.ui import class_room
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.language import locale
from after_overdue.ui.number_field import (
    Shown,
    Steps,
    field_key,
    number_field,
    typed_in,
)
from after_overdue.ui.option_lines import lines_of, options_in
from after_overdue.written import number_of

GUIDE = ("prediction", "quiz", "check", "page")
OWN = ("single", "multiple", "poll", "order", "number", "text", "pause")
ASKED = {"quiz": quizzes, "check": check_items}
"""What is answered by choosing, by kind and language."""
KIND, WHAT, LINK = "class_step_kind", "class_step_what", "class_step_link"
EDITED = "_class_step_edited"
"""Where the session state keeps which step is changed; None for a new one."""
FIELDS = {
    **dict.fromkeys(("single", "multiple", "poll", "order"), ("ask", "options")),
    "number": ("ask", "right", "within", "unit"),
    "text": ("ask",),
    "pause": ("heading", "text"),
}
EXPLAINED = ("single", "multiple", "poll", "order", "number")
"""Kinds at whose reveal the trainer tells something."""
LONG, NUMBERS = ("options", "text", "because"), ("right", "within")
NOTES = ("point", "wrong", "say")
MOST_MINUTES, ANY = 240, Steps()
Keep = Callable[[Step, int | None], None]


def step_form(keep: Keep) -> None:
    """Draw the form for one step.

    Parameters
    ----------
    keep : takes the step, and its place where it was changed
    """
    texts, place = locale().words(NOUN), st.session_state.get(EDITED)
    if place is not None:
        st.markdown(texts["editing"].format(number=place + 1))
    st.session_state.setdefault(KIND, GUIDE[0])
    st.pills(
        texts["add_kind"],
        GUIDE + OWN,
        format_func=lambda kind: texts[f"kind_{kind}"],
        required=True,
        key=KIND,
    )
    kind = st.session_state[KIND]
    if kind in GUIDE:
        _guide_fields(kind)
    else:
        for name in (*FIELDS[kind], *(("because",) if kind in EXPLAINED else ())):
            _field(name, kind)
    with st.expander(texts["notes"], icon=":material/sticky_note_2:"):
        _notes()
    with st.container(horizontal=True):
        new = place is None
        label, icon = ("add", ":material/add:") if new else ("keep", ":material/check:")
        st.button(texts[label], icon=icon, on_click=_keep, args=(keep,))
        if not new:
            st.button(texts["keep_not"], on_click=_empty)


def _guide_fields(kind: str) -> None:
    texts, named = locale().words(NOUN), _choices(kind)
    st.selectbox(
        texts[f"what_{kind}"],
        list(named),
        format_func=named.__getitem__,
        key=f"{WHAT}:{kind}",
    )
    if kind not in ASKED:
        st.text_input(texts["settings_link"], key=LINK, help=texts["settings_help"])


def _key(name: str) -> str:
    return f"class_step_{name}"


def _field(name: str, kind: str = "") -> None:
    """Draw one field of a step of the trainer's own."""
    texts = locale().words(NOUN)
    label = texts[f"field_{name}"]
    if name in NUMBERS:
        _number_field(name)
    elif name in LONG:
        told = texts.get(f"options_{kind}") if name == "options" else None
        st.text_area(label, key=_key(name), help=told, placeholder=told)
    else:
        st.text_input(label, key=_key(name))


def _number_field(name: str, steps: Steps = ANY) -> None:
    """Draw a field for a number; what is none stays a text that no step takes."""
    key = _key(name)
    value = st.session_state.get(key)
    shown = Shown(value or "")
    if isinstance(value, int | float):
        shown = Shown(locale().exact(value), value=value)
    number_field(
        locale().words(NOUN)[f"field_{name}"],
        shown,
        steps,
        key=field_key(key),
        take=lambda _: _take_number(name),
    )


def _take_number(name: str) -> None:
    """Take what was typed last, once: a button may be heard of before the field is."""
    key = _key(name)
    typed = text, at = typed_in(field_key(key))
    if at and typed != st.session_state.get(f"{key}.taken"):
        st.session_state[f"{key}.taken"] = typed
        st.session_state[key] = number_of(text) if text.strip() else None


def _notes() -> None:
    texts = locale().words(NOUN)
    _number_field("minutes", Steps(1, 0, MOST_MINUTES))
    for name in NOTES:
        st.text_area(texts[f"field_{name}"], key=_key(name), height="content")


def _choices(kind: str) -> dict[str, str]:
    """Return what may be chosen of a kind, by its text, with how it is called."""
    texts, language = locale().words(NOUN), locale().language
    menu = {page: locale().words(page)["menu"] for page in MODELS}
    if kind in ASKED:
        today = clock.today()
        return {
            name: quiz_text(item, today, mark=no_mark).ask
            for name, item in ASKED[kind](language).items()
        }
    if kind == "page":
        return menu
    asks = locale().words("predictions")
    return {
        f"{page}/{each}": texts["choice_prediction"].format(
            page=menu[page], name=asks[f"{page}.{each}.name"]
        )
        for page in MODELS
        for each in PREDICTABLE.get(page, ())
    }


def _keep(keep: Keep) -> None:
    """Hand on the step that was filled in, and empty the form; or say what is wrong."""
    try:
        step = step_from(json.dumps(_filled()))
        playable(step, today=clock.today(), locale=locale())
    except AfterOverdueError as error:
        class_room.say(class_room.refusal(error))
        return
    keep(step, st.session_state.get(EDITED))
    _empty()


def _filled() -> dict[str, Any]:
    """Return the step in the form as plain values."""
    kind = st.session_state[KIND]
    notes = {name: _typed(name) for name in ("minutes", *NOTES) if _typed(name)}
    return {
        **(_guide(kind) if kind in GUIDE else _own(kind)),
        **({"notes": notes} if notes else {}),
    }


def _typed(name: str) -> Any:  # noqa: ANN401  # of whichever field
    if name in (*NUMBERS, "minutes"):
        _take_number(name)
    value = st.session_state.get(_key(name))
    return value.strip() if isinstance(value, str) else value


def _guide(kind: str) -> dict[str, Any]:
    what = st.session_state[f"{WHAT}:{kind}"]
    if kind in ASKED:
        return {"kind": "quiz", "question": what}
    page, _, asks = what.partition("/")
    link = st.session_state.get(LINK, "")
    settings = link_settings(link, page, today=clock.today(), locale=locale())
    step = {"kind": kind, "page": page, "settings": settings}
    return step if kind == "page" else {**step, "asks": asks}


def _own(kind: str) -> dict[str, Any]:
    found = {name: _typed(name) for name in (*FIELDS[kind], "because") if _typed(name)}
    if "right" in FIELDS[kind] and _typed("right") is not None:
        found["right"] = _typed("right")
    if "options" in FIELDS[kind]:
        found["options"] = options_in(found.get("options", ""))
    if kind not in EXPLAINED:
        found.pop("because", None)
    return {"kind": kind, **found}


def fill(step: Step, place: int) -> None:
    """Put a step into the form, to be changed."""
    _empty()
    state = st.session_state
    state[EDITED] = place
    state[KIND] = kind = _kind_of(step)
    if isinstance(step, QuizStep):
        state[f"{WHAT}:{kind}"] = step.question
    elif isinstance(step, Prediction | PageStep):
        asks = f"/{step.asks}" if isinstance(step, Prediction) else ""
        state[f"{WHAT}:{kind}"] = f"{step.page}{asks}"
        query = urlencode(address_texts(step.settings))
        state[LINK] = f"/{step.page}?{query}" if query else ""
    else:
        for name, value in step_json(step).items():
            state[_key(name)] = value
        if isinstance(step, ChoiceStep):
            state[_key("options")] = lines_of(step.options)
    for name in ("minutes", *NOTES) if step.notes else ():
        state[_key(name)] = getattr(step.notes, name)


def _kind_of(step: Step) -> str:
    check = isinstance(step, QuizStep) and check_of(step.question)
    return "check" if check else step.kind


def _empty() -> None:
    """Empty the form, for a new step."""
    state = st.session_state
    state[EDITED], state[LINK] = None, ""
    for name in {name for names in FIELDS.values() for name in names} | {*NOTES}:
        state[_key(name)] = None if name in NUMBERS else ""
    state[_key("because")], state[_key("minutes")] = "", 0
