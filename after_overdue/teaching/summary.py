"""The summary of a class: one page to print, with every step that was played."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from after_overdue.cases.locale import Locale
from after_overdue.errors import AfterOverdueError
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import PALETTES
from after_overdue.predictions.words import PredictionWords
from after_overdue.reading.markup import markdown, templates
from after_overdue.teaching.class_session import host_view, responses
from after_overdue.teaching.learned import Pairs, paired_responses
from after_overdue.teaching.lesson import AskedStep, PageStep, Prediction, Step
from after_overdue.teaching.moments import local
from after_overdue.teaching.own_step import PauseStep
from after_overdue.teaching.refusals import message_of
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
    lines: Sequence[str] = ()


@dataclass(frozen=True)
class Room:
    """What a room answered to a step, and before and after where it was asked twice."""

    given: Sequence[object]
    before_and_after: Pairs


def summary_page(store: Store, secret: str, *, now: datetime, language: str) -> str:
    """Return the summary as one HTML page that needs nothing else.

    It has no learner's name in it.

    Raises
    ------
    ClassError
        Where the host's secret opens no class.
    """
    view, locale = host_view(store, secret, now=now), Locale(language)
    texts = locale.words("class_session")
    today = view.scene.day
    steps = []
    for place, step in enumerate(view.lesson.steps):
        if view.phases[place] != "waiting":
            room = Room(
                responses(store, secret, place, now=now),
                paired_responses(store, secret, place, now=now),
            )
            steps.append(_lines(place + 1, step, room, today=today, locale=locale))
    learners = texts["learners_said"].format(count=locale.number(view.learners))
    return _template().render(
        language=language,
        said=texts,
        site=locale.words("site"),
        title=view.lesson.title,
        about=texts["summary_about"].format(
            date=locale.day(local(view.opened, view.scene.zone).date()),
            learners=learners,
        ),
        label=locale.label(now.date()),
        steps=steps,
        colon=locale.words("answers")["colon"],
    )


def _lines(
    number: int, step: Step, room: Room, *, today: date, locale: Locale
) -> Played:
    """Return a step; one that the guide can no longer ask says so in its place."""
    try:
        if not isinstance(step, PageStep | PauseStep):
            return _answered(number, step, room, today=today, locale=locale)
        line = step_said(step, today=today, locale=locale)
    except AfterOverdueError as error:
        line = message_of(error, locale.language)
    return Played(number, line, [], [], Markup(), [])


def _answered(
    number: int,
    step: AskedStep,
    room: Room,
    *,
    today: date,
    locale: Locale,
) -> Played:
    seen = reveal(
        step, room.given, today=today, locale=locale, pairs=room.before_and_after
    )
    name, given = seen.name, []
    if isinstance(step, Prediction):
        words = PredictionWords(asked(step, today), locale)
        name, given = words.question, words.given()
    light = PALETTES["light"]
    figures = [each for each in (seen.figure, seen.shift) if each]
    drawn = "".join(svg(each, width=WIDTH, palette=light) for each in figures)
    return Played(
        number,
        name,
        given,
        list(seen.summary),
        Markup(drawn),
        [_inline(each) for each in seen.explanation],
        seen.lines,
    )


def _inline(text: str) -> Markup:
    """Return a sentence of ours, written in Markdown, as HTML."""
    return Markup(MARKDOWN.renderInline(text))


@cache
def _template() -> Template:
    return templates(HERE).get_template("summary.html")
