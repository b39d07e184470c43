"""Take it with you: every file that leaves the site, and how it gets in elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import get_args

import streamlit as st

from after_overdue.cases.permalinks import query
from after_overdue.catalog.files import LANGUAGES, own_name
from after_overdue.catalog.interface import words
from after_overdue.catalog.lessons import lessons as ready_lessons
from after_overdue.catalog.questions import Topic
from after_overdue.catalog.quizzes import quiz_topics
from after_overdue.settings import rooted
from after_overdue.teaching.exports.bank_files import BANK_FILES
from after_overdue.teaching.exports.lessons import lesson_titles
from after_overdue.ui import answers, rows
from after_overdue.ui.choices import PageChoices
from after_overdue.ui.language import locale
from after_overdue.ui.pages import EXPLORE

NOUN = "take_away"
TOPICS = get_args(Topic)
Named = tuple[str, Callable[[str, str], str]]
"""The name of a file, and what gives its title in a language."""
CHARTS: Mapping[str, Mapping[str, str]] = {
    "png": {},
    "png_dark": {"theme": "dark"},
    "svg": {},
}
"""Kinds of chart, each with what its address asks for."""


def handouts() -> None:
    """List the handouts: of each topic, and of each page as it starts."""
    _section("paper", "print")
    names = [*_topics(), *((noun, _page_in) for noun in EXPLORE)]
    _links(_each(names, lambda name, tongue: f"/handout/{name}.pdf?lang={tongue}"))


def charts() -> None:
    """List the charts of each page, as it starts, in the reader's language."""
    said, language = _said(), locale().language
    _section("slide", "image")
    _links(
        said["line"].format(
            name=_page_in(noun, language),
            files=said["between"].join(
                _link(said[f"chart_{kind}"], _chart(noun, kind, language))
                for kind in CHARTS
            ),
        )
        for noun in EXPLORE
    )


def lessons() -> None:
    """List the lessons for an LMS."""
    _section("lms", "school")
    names = [(name, _lesson_in) for name in lesson_titles(locale().language)]
    _links(_each(names, lambda name, tongue: f"/scorm/{name}.{tongue}.zip"))
    with st.expander(_said()["scorm_2004"]):
        st.markdown(_said()["scorm_2004_how"])
        _links(_each(names, lambda name, tongue: f"/scorm2004/{name}.{tongue}.zip"))


def packs() -> None:
    """List the packs of the ready lessons."""
    _section("pack", "folder_zip")
    names = [(name, _lesson_in) for name in ready_lessons()]
    _links(_each(names, lambda name, tongue: f"/pack/{name}.{tongue}.zip"))


def question_bank(chosen: PageChoices) -> None:
    """List the formats of the question bank, whole or of the topic chosen."""
    said, topic = _said(), chosen["topic"]
    _section("bank", "quiz")
    chosen.select("topic", quiz_topics(), answers.topic_name)
    asked = f"?{query({'topic': topic})}" if topic else ""
    for kind, made in BANK_FILES.items():
        files = said["between"].join(
            _link(
                said["bank_link"].format(
                    format=said[f"bank_{kind}"], language=_named(tongue)
                ),
                f"/exports/{kind}.{tongue}.{made.ending}{asked}",
            )
            for tongue in _tongues()
        )
        st.markdown(f"{files}  \n{said[f'bank_{kind}_how']}")


def elsewhere() -> None:
    """Say where the rest is: shown live, played in class, asked by programs."""
    said = _said()
    _section("live", "cast")
    rows.link("class_session", said["to_class"])
    rows.link("quiz", said["to_quiz"])


def _said() -> Mapping[str, str]:
    return locale().words(NOUN)


def _section(name: str, icon: str) -> None:
    said = _said()
    st.header(f":material/{icon}: {said[f'{name}_title']}", anchor=name)
    st.markdown(said[f"{name}_how"])


def _links(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {line}" for line in lines))


def _topics() -> Iterable[Named]:
    return ((topic, _topic_in) for topic in TOPICS)


def _each(
    names: Iterable[Named],
    address: Callable[[str, str], str],
) -> Iterable[str]:
    """Yield a line for each name: its title in each language leads to that file."""
    for name, title in names:
        yield _said()["between"].join(
            _link(title(name, tongue), address(name, tongue)) for tongue in _tongues()
        )


def _tongues() -> Sequence[str]:
    """Return every language, the reader's own first."""
    return sorted(LANGUAGES, key=locale().language.__ne__)


def _link(text: str, address: str) -> str:
    return f"[{text}]({rooted(address)})"


def _topic_in(topic: str, language: str) -> str:
    return words("answers", language)[f"topics.{topic}"]


def _lesson_in(name: str, language: str) -> str:
    return lesson_titles(language)[name]


def _page_in(noun: str, language: str) -> str:
    return words(noun, language)["menu"]


def _named(language: str) -> str:
    return own_name(language)


def _chart(noun: str, kind: str, language: str) -> str:
    form = kind.partition("_")[0]
    return f"/charts/{noun}.{form}?{query({'lang': language, **CHARTS[kind]})}"
