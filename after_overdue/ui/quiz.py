"""The quiz alone: a topic, one question at a time, and what to read at the end.

Answers live in the session of the open page: not in the address, not in a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from after_overdue.catalog.quizzes import QuizItem, quiz_topics, quizzes
from after_overdue.errors import TrainingError
from after_overdue.reading.plain import plain
from after_overdue.teaching.quiz import Marked, marked
from after_overdue.teaching.quiz_text import quiz_text
from after_overdue.ui import rows
from after_overdue.ui.answers import topic_name
from after_overdue.ui.choices import Choice, PageChoices, go, page_choices, stay
from after_overdue.ui.language import locale
from after_overdue.ui.quiz_answer import Response, forget, response
from after_overdue.ui.quiz_reply import draw_reply, draw_sources

NOUN, RESULT = "quiz", "result"
WAYS = {"back": ":material/arrow_back:", "next": ":material/arrow_forward:"}
ANSWERS = "_quiz_answers"
ALL, FEW = "all", 5
"""Every topic, where it is asked for, and how many questions the quiz begins with."""


@dataclass(frozen=True)
class Answered:
    """What was answered last, and whether the first answer was right."""

    last: Response
    first_right: bool


def quiz_choices() -> PageChoices:
    """Return the topic and the place that the address asks for."""
    topic = st.query_params.get("topic", "").strip().casefold()
    every = [*(item.id for item in _items(topic or ALL)), RESULT]
    few = {"", RESULT, *(item.id for item in _items(""))}
    start = "" if st.query_params.get("q", "") in few else ALL
    topics = Choice("topic", (*quiz_topics(), ALL), start=start)
    return page_choices(NOUN, topics, Choice("q", every))


def start(chosen: PageChoices) -> None:
    """Draw the first screen: what this is, and the topic to be asked about."""
    said, items = _said(), _items(chosen["topic"])
    stay(NOUN)
    st.markdown(said["lead"])
    with st.container(horizontal=True):
        st.button(
            said["start"].format(count=len(items)),
            icon=":material/play_arrow:",
            on_click=_go,
            args=(items[0].id,),
        )
        _go_on(items)
    st.caption(said["private"])


def question(chosen: PageChoices, today: date) -> None:
    """Draw one question, the reply to its answer, and the ways on and back."""
    items = _items(chosen["topic"])
    ids = [each.id for each in items]
    place = ids.index(chosen["q"])
    item, text = items[place], quiz_text(items[place], today)
    topic = topic_name(item.topic)
    st.progress(
        (place + 1) / len(items),
        text=_said()["place"].format(number=place + 1, count=len(items), topic=topic),
    )
    st.header(text.ask, anchor=False)
    before = _answers().get(item.id)
    given = response(item, text, before.last if before else {})
    found = _marked(item, given, today)
    if found:
        draw_reply(item, found)
    draw_sources(text, answered=found is not None)
    with st.container(horizontal=True):
        _button("back", ids[place - 1] if place else "")
        _button("next", [*ids, RESULT][place + 1])


def result(chosen: PageChoices, today: date) -> None:
    """Draw how it went, what to try again, and what to read next."""
    said, items = _said(), _items(chosen["topic"])
    answers = {each.id: a for each in items if (a := _answers().get(each.id))}
    missed = [e for e in items if e.id in answers and not answers[e.id].first_right]
    st.markdown(
        said["result" if answers else "result_none"].format(
            answered=len(answers),
            count=len(items),
            right=len(answers) - len(missed),
        )
    )
    if answers and not missed:
        st.markdown(said["none_missed"])
    if missed:
        st.header(said["read_next"], anchor=False)
        rows.question_rows(dict.fromkeys(each.read for each in missed), today)
        st.header(said["try_again"], anchor=False)
        _missed_rows(missed, chosen["topic"], today)
    with st.container(horizontal=True):
        _go_on(items)
        st.button(said["again"], on_click=_again, args=(items,))
        _button("other_topic", "")
    st.caption(said["private"])


def _said() -> Mapping[str, str]:
    return locale().words(NOUN)


def _name(topic: str) -> str:
    return _said()["every_topic"] if topic == ALL else topic_name(topic)


def _items(topic: str) -> list[QuizItem]:
    """Return the items of a topic; all, topic by topic; or a few of several topics."""
    topics = (topic,) if topic in quiz_topics() else quiz_topics()
    items = quizzes(locale().language).values()
    found = [[item for item in items if item.topic == each] for each in topics]
    if not topic:
        return [each[0] for each in found[:FEW]]
    return [item for each in found for item in each]


def _answers() -> dict[str, Answered]:
    answers: dict[str, Answered] = st.session_state.setdefault(ANSWERS, {})
    return answers


def _marked(item: QuizItem, given: Response | None, today: date) -> Marked | None:
    """Return the last answer marked; one that cannot be used is told, and not kept."""
    before = _answers().get(item.id)
    if given is not None:
        try:
            found = marked(item, given, today)
        except TrainingError as error:
            st.warning(plain(str(error)), icon=":material/info:")
        else:
            first_right = before.first_right if before else found.right
            _answers()[item.id] = Answered(given, first_right)
            return found
    return marked(item, before.last, today) if before else None


def _missed_rows(missed: Sequence[QuizItem], topic: str, today: date) -> None:
    for item in missed:
        with st.expander(quiz_text(item, today).ask):
            place = {"q": item.id} | ({"topic": topic} if topic else {})
            rows.link(NOUN, _said()["to_question"], **place)


def _go_on(items: Sequence[QuizItem]) -> None:
    """Offer the first open question, where some are answered and some are not."""
    left = [each.id for each in items if each.id not in _answers()]
    if 0 < len(left) < len(items):
        _button("go_on", left[0])


def _button(name: str, place: str) -> None:
    st.button(
        _said()[name],
        key=f"{NOUN}.{name}",
        on_click=_go,
        args=(place,),
        icon=WAYS.get(name),
    )


def _go(place: str) -> None:
    go(NOUN, "q", place)


def _again(items: Sequence[QuizItem]) -> None:
    """Forget the answers to these items and go to the first."""
    for item in items:
        _answers().pop(item.id, None)
        forget(item)
    _go(items[0].id)
