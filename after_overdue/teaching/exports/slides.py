"""Slides of a lesson as .pptx: each question, then what is right, with notes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from after_overdue.cases.locale import Locale
from after_overdue.errors import AfterOverdueError
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.predictions.guesses import RoomGuesses
from after_overdue.sharing.qr import qr_png
from after_overdue.teaching.asked import Asked, PredictionAsked, asked_step
from after_overdue.teaching.exports.chart import figure_png
from after_overdue.teaching.learned import asked_again
from after_overdue.teaching.lesson import Lesson, PageStep
from after_overdue.teaching.notes import step_notes
from after_overdue.teaching.own_step import PauseStep
from after_overdue.teaching.refusals import message_of
from after_overdue.teaching.reveal import texts

WIDE, HIGH, EDGE = 13.333, 7.5, 0.6
"""Inches of a slide, and of what is left free around it."""
CODE = 1.5
"""Inches of the QR code in its corner."""
TITLES, TEXTS = ((120, 32), (220, 24)), ((8, 22),)
"""Points of a title up to so many letters, and of a text up to so many rows."""
LEAST, ROW, LEAST_ROW = 16, 80, 100
"""Points of a longer one; letters of a row of text, and of one in those points."""
LINE, BETWEEN = 1.2, 0.5
"""How high a row is, and what is left free below a paragraph, in sizes of letters."""
POINTS = 72
"""Of an inch."""
WIDE_LETTER = 0x2E80
"""From here on a letter is as wide as two."""
TALL_TITLE = 1.5
TOP = 2 * EDGE + TALL_TITLE
TALL = HIGH - TOP - EDGE
"""Inches of what stands below a title: where it begins, and how high it may be."""
INK, RIGHT = "111111", "1B7A43"
"""Colours of letters."""
BLANK_LAYOUT = 6
"""The empty one of the layouts that come with the library."""


@dataclass(frozen=True)
class Slide:
    """One slide.

    Attributes
    ----------
    lines : with whether each is right
    picture : PNG; nothing where there is none
    """

    title: str
    lines: Sequence[tuple[str, bool]] = ()
    picture: bytes = b""
    notes: str = ""


def slides(lesson: Lesson, *, join: str, code: str, today: date) -> bytes:
    """Return a lesson as slides.

    Parameters
    ----------
    join : the address at which learners join, as the QR code of each question has it
    code : of the class; nothing without one
    today : the day whose numbers are told
    """
    locale, show = Locale(lesson.language), Presentation()
    show.slide_width, show.slide_height = Inches(WIDE), Inches(HIGH)
    qr = qr_png(join)
    for each in _slides(lesson, join, code, today, locale):
        for part in _parts(each):
            _add(show, part, qr)
    made = io.BytesIO()
    show.save(made)
    return made.getvalue()


def _slides(
    lesson: Lesson, join: str, code: str, today: date, locale: Locale
) -> Iterator[Slide]:
    lines = [(join, False), *([(code, False)] if code else [])]
    yield Slide(lesson.title, lines)
    for place in range(len(lesson.steps)):
        try:
            yield from _of(lesson, place, today, locale)
        except AfterOverdueError as error:
            yield Slide(message_of(error, locale.language))


def _of(lesson: Lesson, place: int, today: date, locale: Locale) -> Iterator[Slide]:
    """Yield the slides of a step; what is asked again later is answered then."""
    step, notes_on = lesson.steps[place], partial(_notes, lesson, place, locale=locale)
    if isinstance(step, PauseStep):
        lines = [(each, False) for each in step.text.splitlines()]
        yield Slide(step.heading, lines, notes=notes_on(""))
    elif isinstance(step, PageStep):
        given = {name: [each] for name, each in texts(step.settings).items()}
        values, _ = PAGE_MODELS[step.page].read(given, today)
        view = picture(step.page, values, today, locale)
        title, notes = locale.words(step.page)["title"], notes_on("")
        drawn = figure_png(view.figure)
        yield Slide(title, picture=drawn, notes=f"{view.takeaway}\n\n{notes}".strip())
    else:
        asked = asked_step(step, locale.language, today)
        right = asked.right_answer(None)
        yield Slide(asked.question, _options(asked), notes=notes_on(right))
        if asked.has_right and asked_again(lesson, place) is None:
            drawn = _drawn(asked)
            yield Slide(asked.question, _answers(asked, right), drawn, _why(asked))


def _options(asked: Asked) -> list[tuple[str, bool]]:
    if isinstance(asked, PredictionAsked):
        colon = asked.locale.words("answers")["colon"]
        given = asked.words.given()
        return [(f"{label}{colon}{value}", False) for label, value in given]
    return [(say, False) for _, say in asked.options]


def _answers(asked: Asked, right: str) -> list[tuple[str, bool]]:
    """Return the options with the right ones marked, or what is right."""
    if isinstance(asked, PredictionAsked):
        return [(each, True) for each in right.split(" · ")]
    if asked.kind == "numeric":
        return [(right, True)]
    if asked.kind == "order":
        says = dict(asked.options)
        return [(says[name], True) for name in asked.right_response["order"]]
    chosen = asked.right_response["options"]
    return [(say, name in chosen) for name, say in asked.options]


def _drawn(asked: Asked) -> bytes:
    """Return the model's own picture of what was predicted."""
    if not isinstance(asked, PredictionAsked):
        return b""
    return figure_png(RoomGuesses(asked.case, (), asked.locale).picture.figure)


def _why(asked: Asked) -> str:
    return "\n".join(each.because for each in asked.reasons(None))


def _notes(lesson: Lesson, place: int, right: str, *, locale: Locale) -> str:
    """Return what the trainer has in front of them at a step."""
    found, said = step_notes(lesson, place, right), locale.words("desk")
    if found is None:
        return ""
    told = ((said["point"], found.point), (said["wrong"], found.wrong))
    rows = (*told, (said["say"], found.say))
    return "\n".join(f"{label}\n{text}\n" for label, text in rows if text).strip()


def _parts(slide: Slide) -> Iterator[Slide]:
    """Yield a slide, then more of the same title for lines it has no room for."""
    held: list[tuple[str, bool]] = []
    free = TALL * POINTS
    for line in slide.lines:
        rows = 1 + _width(line[0]) // LEAST_ROW
        needs = LEAST * (rows * LINE + BETWEEN)
        if held and needs > free and not slide.picture:
            yield replace(slide, lines=held)
            held, free = [], TALL * POINTS
        held.append(line)
        free -= needs
    yield replace(slide, lines=held)


def _add(show: Any, slide: Slide, qr: bytes) -> None:  # noqa: ANN401  # ships no types
    made = show.slides.add_slide(show.slide_layouts[BLANK_LAYOUT])
    width = WIDE - 3 * EDGE - CODE
    size, place = _size(_width(slide.title), TITLES), (EDGE, EDGE, width, TALL_TITLE)
    _write(made, [(slide.title, False)], place, size, bold=True)
    corner = Inches(WIDE - EDGE - CODE), Inches(EDGE)
    made.shapes.add_picture(io.BytesIO(qr), *corner, Inches(CODE), Inches(CODE))
    if slide.picture:
        _picture(made, slide, TOP, TALL)
    else:
        _text(made, slide, (EDGE, TOP, WIDE - 2 * EDGE, TALL))
    if slide.notes:
        made.notes_slide.notes_text_frame.text = slide.notes


def _picture(made: Any, slide: Slide, top: float, high: float) -> None:  # noqa: ANN401
    """Put what is said beside the picture, which is as large as its place."""
    beside = 3.6 if slide.lines else 0
    placed = made.shapes.add_picture(
        io.BytesIO(slide.picture), Inches(EDGE + beside), Inches(top)
    )
    room = Inches(WIDE - 2 * EDGE - beside) / placed.width, Inches(high) / placed.height
    placed.width, placed.height = (
        int(each * min(room)) for each in (placed.width, placed.height)
    )
    if slide.lines:
        _text(made, slide, (EDGE, top, beside - EDGE / 2, high))


def _text(made: Any, slide: Slide, place: tuple[float, ...]) -> None:  # noqa: ANN401
    rows = sum(1 + _width(each) // ROW for each, _ in slide.lines)
    _write(made, slide.lines, place, _size(rows, TEXTS))


def _size(length: int, sizes: Sequence[tuple[int, int]]) -> int:
    return next((size for most, size in sizes if length <= most), LEAST)


def _width(text: str) -> int:
    return sum(2 if ord(each) >= WIDE_LETTER else 1 for each in text)


def _write(
    made: Any,  # noqa: ANN401  # ships no types
    lines: Sequence[tuple[str, bool]],
    place: tuple[float, ...],
    size: int,
    *,
    bold: bool = False,
) -> None:
    frame = made.shapes.add_textbox(*map(Inches, place)).text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    for number, (text, right) in enumerate(lines):
        line = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = line.add_run()
        run.text = f"✓ {text}" if right else text
        run.font.size, run.font.bold = Pt(size), bold or right
        colour = RIGHT if right else INK
        run.font.color.rgb = RGBColor.from_string(colour)  # type: ignore[no-untyped-call]
        line.space_after = Pt(size * BETWEEN)
