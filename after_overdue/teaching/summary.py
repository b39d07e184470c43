"""The summary of a class: one page to print, with every step that was played."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from after_overdue.cases.prediction_words import PredictionWords
from after_overdue.cases.speech import Speech
from after_overdue.errors import AfterOverdueError
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import PALETTES
from after_overdue.reading.markup import markdown, templates
from after_overdue.teaching.class_session import HostView, host_view, responses
from after_overdue.teaching.lesson import PageStep, Prediction
from after_overdue.teaching.refusals import told
from after_overdue.teaching.reveal import asked, reveal
from after_overdue.teaching.step_words import step_said
from after_overdue.teaching.store import Store

HERE = Path(__file__).parent
MARKDOWN = markdown()
WIDTH = 680
"""Pixels: what a sheet of paper takes."""


@dataclass(frozen=True)
class Played:
    """One step as it stands on paper; `drawn` and `explained` are HTML of ours."""

    number: int
    asked: str
    given: list[tuple[str, str]]
    summary: list[str]
    drawn: Markup
    explained: list[Markup]


def summary_page(store: Store, secret: str, *, now: datetime, language: str) -> str:
    """Return the summary as one HTML page that needs nothing else.

    It has no learner's name in it.

    Raises
    ------
    ClassError
        Where the host's secret opens no class.
    """
    view, speech = host_view(store, secret, now=now), Speech(language)
    said = speech.words("class_session")
    steps = [
        _told(store, secret, place, view, now=now, speech=speech)
        for place, phase in enumerate(view.phases)
        if phase != "waiting"
    ]
    learners = said["learners_said"].format(count=speech.number(view.learners))
    return _template().render(
        language=language,
        said=said,
        site=speech.words("site"),
        title=view.lesson.title,
        about=said["summary_about"].format(
            date=speech.day(now.date()), learners=learners
        ),
        label=speech.label(now.date()),
        steps=steps,
        colon=speech.words("answers")["colon"],
    )


def _told(
    store: Store,
    secret: str,
    place: int,
    view: HostView,
    *,
    now: datetime,
    speech: Speech,
) -> Played:
    """Return a step; one that the guide can no longer ask says so in its place."""
    try:
        return _step(store, secret, place, view, now=now, speech=speech)
    except AfterOverdueError as error:
        line = told(error, speech.language)
        return Played(place + 1, line, [], [], Markup(), [])


def _step(
    store: Store,
    secret: str,
    place: int,
    view: HostView,
    *,
    now: datetime,
    speech: Speech,
) -> Played:
    step, today = view.lesson.steps[place], view.scene.day
    if isinstance(step, PageStep):
        line = step_said(step, today=today, speech=speech)
        return Played(place + 1, line, [], [], Markup(), [])
    room = responses(store, secret, place, now=now)
    seen = reveal(step, room, today=today, speech=speech)
    name, given = seen.name, []
    if isinstance(step, Prediction):
        words = _words(step, today, speech)
        name, given = words.question, words.given()
    drawn = svg(seen.figure, width=WIDTH, palette=PALETTES["light"])
    return Played(
        place + 1,
        name,
        given,
        list(seen.summary),
        Markup(drawn),
        [_inline(each) for each in seen.explanation],
    )


def _words(step: Prediction, today: date, speech: Speech) -> PredictionWords:
    return PredictionWords(asked(step, today), speech)


def _inline(text: str) -> Markup:
    """Return a sentence of ours, written in Markdown, as HTML."""
    return Markup(MARKDOWN.renderInline(text))


@cache
def _template() -> Template:
    return templates(HERE).get_template("summary.html")
