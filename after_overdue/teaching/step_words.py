"""A step of a lesson in words, and what keeps it from being played."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

from after_overdue.cases.locale import Locale
from after_overdue.cases.permalinks import read_link
from after_overdue.cases.refusals import sentence
from after_overdue.catalog.check_stories import check_of
from after_overdue.errors import ClassError, InputError
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.predictions.words import PredictionWords
from after_overdue.teaching.lesson import PageStep, Prediction, QuizStep, Setting, Step
from after_overdue.teaching.own_step import PauseStep
from after_overdue.teaching.quiz import question_of
from after_overdue.teaching.quiz_text import quiz_text
from after_overdue.teaching.reveal import asked, texts
from after_overdue.teaching.room_quiz import no_mark

LANGUAGE = "lang"


def step_said(step: Step, *, today: date, locale: Locale) -> str:
    """Return a step in one line; raise as `playable`."""
    texts = locale.words("class_session")
    playable(step, today=today, locale=locale)
    if isinstance(step, QuizStep):
        item = question_of(step.question, locale.language)
        line = "line_check" if check_of(step.question) else "line_quiz"
        return texts[line].format(ask=quiz_text(item, today, mark=no_mark).ask)
    if not isinstance(step, PageStep | Prediction):
        line = step.heading if isinstance(step, PauseStep) else step.ask
        return texts["line_own"].format(kind=texts[f"kind_{step.kind}"], ask=line)
    page = locale.words(step.page)["menu"]
    if isinstance(step, PageStep):
        return texts["line_page"].format(page=page)
    words = PredictionWords(asked(step, today), locale)
    return texts["line_prediction"].format(page=page, ask=words.question)


def playable(step: Step, *, today: date, locale: Locale) -> None:
    """Raise ClassError or InputError where a step cannot be played."""
    if isinstance(step, QuizStep):
        question_of(step.question, locale.language)
        return
    if not isinstance(step, PageStep | Prediction):
        return
    if step.page not in PAGE_MODELS:
        raise ClassError("page_unknown", given=step.page)
    read_settings(step.page, texts(step.settings), today=today, locale=locale)
    if not isinstance(step, PageStep):
        asked(step, today)


def read_settings(
    page: str, given: dict[str, str], *, today: date, locale: Locale
) -> None:
    """Raise InputError, in the trainer's language, where settings open no page."""
    model = PAGE_MODELS[page]
    inputs = model.inputs_on(today)
    _, refusals = model.read({name: [text] for name, text in given.items()}, today)

    def name(each: str) -> str:
        known = inputs.get(each)
        return known.value.parameter.label[locale.language] if known else each

    if refusals:
        raise InputError(
            [sentence(each, language=locale.language, name=name) for each in refusals]
        )


def link_settings(
    link: str, page: str, *, today: date, locale: Locale
) -> dict[str, Setting]:
    """Return the settings that a link to a page carries; none for an empty link.

    Raises
    ------
    ClassError
        Where it is a link of another page, or of none.
    InputError
        Where the page cannot be opened with its settings.
    """
    if not link.strip():
        return {}
    parts = urlsplit(link.strip())
    noun = parts.path.rstrip("/").rpartition("/")[2]
    if noun != page:
        names = {each: locale.words(each)["menu"] for each in PAGE_MODELS}
        if noun not in names:
            raise ClassError("link_unknown", given=link.strip()[:80])
        raise ClassError("link_other", given=names[noun], wanted=names[page])
    query = parse_qs(parts.query)
    query.pop(LANGUAGE, None)
    asked_for = read_link(page, query)
    filled = asked_for.filled(PAGE_MODELS[page].inputs_on(today))
    given = {name: each[-1] for name, each in filled.items()}
    read_settings(page, given, today=today, locale=locale)
    return dict(given)
