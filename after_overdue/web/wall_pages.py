"""The wall as HTML: every state of a class, to be read from the last row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.catalog.check_stories import story_of
from after_overdue.catalog.interface import words
from after_overdue.errors import AfterOverdueError
from after_overdue.figures.guesses import still_copy
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import PALETTES, Figure
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.predictions.room_curves import RoomCurves, room_guesses
from after_overdue.predictions.room_shift import RoomShift
from after_overdue.sharing.qr import qr_svg
from after_overdue.teaching.asked import Asked, PredictionAsked, QuestionAsked
from after_overdue.teaching.class_state import ClassState, shows_room
from after_overdue.teaching.join_codes import shown_join_code
from after_overdue.teaching.lesson import PageStep
from after_overdue.teaching.own_asked import OwnAsked
from after_overdue.teaching.own_room import OwnRoom
from after_overdue.teaching.own_step import PauseStep
from after_overdue.teaching.refusals import message_of
from after_overdue.teaching.reveal import texts
from after_overdue.teaching.room_quiz import RoomQuiz
from after_overdue.teaching.wall import WallView
from after_overdue.web.templating import rendered

CHART = 560, 226
"""Pixels of a chart before it is made larger: its letters are then as high on the wall
as letters there have to be (`wall.css`)."""
BESIDE = 368, 184
"""Pixels of a chart and of what the room learned, beside one another."""
LEAST_FONT = 13
SMALL_FONT = re.compile(r'font-size="(\d+(?:\.\d+)?)"')
MOST_DOTS = 60
"""Learners that are a dot each; more of them are a number alone."""
FACTS = 2
"""Key numbers of a page beside where its slider stands."""
FEW, LINE = 3, 80
"""Lines that fit anyway, and how many letters each more of them counts as."""
TIGHT, TIGHTER, CROWDED = 240, 420, 640
"""Widths of letters above which options are written smaller, and in two columns."""
NOTHING: Mapping[str, Any] = MappingProxyType(
    dict.fromkeys(("facts", "given", "options", "bars", "lines"), ())
    | dict.fromkeys(("chart", "beside", "broken", "fit", "story", "text", "more"), "")
)
"""What may stand on a wall, where it does not."""
TITLE_ROW, LONG = 34, 170
"""Letters of a row of a title; a title of more than so many is written smaller."""
TITLE_HIGH, CHART_LESS = 7.9, 32
"""Hundredths of the height that a row of a title takes; pixels of a chart for it."""
ROW, ROW_HIGH, ROOM = 72, 5.9, 76
"""Letters of a row of what learners wrote, its height, and that of all of them."""
WIDE = 0x2E80
"""From here on a letter is as wide as two."""


def wall_page(view: WallView, *, base: str, tag: str) -> str:
    """Return the whole page of a wall.

    Parameters
    ----------
    base : address of the site, without a slash at its end
    tag : of what is shown
    """
    language = view.scene.lesson.language
    return rendered(
        "wall.html",
        language=language,
        title=view.scene.lesson.title,
        site=words("site", language),
        said=words("wall", language),
        tag=tag,
        stage=Markup(wall_html(view, base=base)),
    )


def wall_html(view: WallView, *, base: str) -> str:
    """Return what stands on the wall now."""
    scene = view.scene
    language = scene.lesson.language
    values = {**NOTHING, "state": _state(view), "heading": scene.lesson.title}
    try:
        values |= _stage(view)
    except AfterOverdueError as error:
        values |= {"state": "broken", "broken": message_of(error, language)}
    return rendered(
        "wall_stage.html",
        scene=scene,
        said=words("wall", language),
        place=f"{base.partition('://')[2]}/join",
        code=shown_join_code(view.join_code),
        qr=Markup(qr_svg(f"{base}/join/{view.join_secret}", grows=True)),
        long=_width(str(values["heading"])) > LONG,
        view=view,
        plain=Locale(language).number,
        dots=_dots(view),
        **values,
    )


def _state(view: WallView) -> str:
    scene = view.scene
    if scene.phase == "waiting" and scene.position == 0:
        return "join"
    if isinstance(scene.step, PageStep | PauseStep):
        return scene.step.kind if scene.phase == "open" else "waiting"
    return scene.phase


def _dots(view: WallView) -> Sequence[bool]:
    """Return for each learner whether they have answered; nothing for a crowd."""
    if not 0 < view.learners <= MOST_DOTS:
        return ()
    return [place < view.answered for place in range(view.learners)]


def _stage(view: WallView) -> dict[str, Any]:
    scene, state = view.scene, _state(view)
    if state == "ended":
        return _learned(view)
    if state in ("join", "waiting"):
        return {}
    if isinstance(scene.step, PageStep):
        return _explored(view, scene.step)
    if isinstance(scene.step, PauseStep):
        text = scene.step.text
        return {"heading": scene.step.heading, "text": text, "fit": fit([text])}
    asked = scene.asked(scene.position)
    if shows_room(scene):
        return _revealed(view, asked)
    if isinstance(asked, PredictionAsked):
        given = asked.words.given()
        lines = [f"{label} {value}" for label, value in given]
        return {"heading": asked.question, "given": given, "fit": fit(lines)}
    options = [text for _, text in getattr(asked, "options", ())]
    return {**_titled(asked, scene), "options": options, "fit": fit(options)}


def explored(scene: ClassState, step: PageStep, shown: Mapping[str, str]) -> View[Any]:
    """Return the picture of a page that a class explores, as the desk has moved it."""
    settings = {**texts(step.settings), **shown}
    given = {name: [text] for name, text in settings.items()}
    values, _ = PAGE_MODELS[step.page].read(given, scene.day)
    return picture(step.page, values, scene.day, Locale(scene.lesson.language))


def _explored(view: WallView, step: PageStep) -> dict[str, Any]:
    seen = explored(view.scene, step, view.shown)
    moved = (seen.slider.label, seen.slider.word)
    return {
        "heading": words(step.page, view.scene.lesson.language)["menu"],
        "facts": [moved, *seen.headlines[:FACTS]],
        "chart": drawn(still_copy(seen.figure, keeps_chosen=True)),
    }


def _revealed(view: WallView, asked: Asked) -> dict[str, Any]:
    locale = Locale(view.scene.lesson.language)
    if isinstance(asked, PredictionAsked):
        return _predicted(view, asked, locale)
    quiz: RoomQuiz | OwnRoom
    if isinstance(asked, OwnAsked):
        quiz = OwnRoom.of(asked.step, view.room, locale)
    else:
        name = asked.item.id
        quiz = RoomQuiz.of(name, view.room, today=view.scene.day, locale=locale)
    shown = {**_titled(asked, view.scene), "facts": quiz.headlines()}
    if asked.kind == "text" and isinstance(quiz, OwnRoom):
        return {**shown, **_lines(quiz.lines(), quiz.name)}
    figure = quiz.figure()
    if asked.kind == "numeric" and figure:
        less = CHART_LESS * _more_rows(quiz.name)
        return {**shown, "chart": drawn(figure, less=less)}
    bars = quiz.bars()
    return {**shown, "bars": bars, "fit": fit([each.text for each in bars])}


def _predicted(
    view: WallView, asked: PredictionAsked, locale: Locale
) -> dict[str, Any]:
    """Return a prediction: what the room answered, and once revealed the model."""
    case, twice = asked.case, view.learned.get(view.scene.position, ())
    taken = [each for each in view.room if case.accepts(each)]
    guesses = room_guesses(case, taken, locale).after(twice)
    heading = {"heading": guesses.words.name}
    if view.scene.phase != "revealed" and isinstance(guesses, RoomCurves):
        chart = drawn(guesses.figure(shows_model=False))
        return {**heading, "state": "drawn", "chart": chart}
    figure, shift = guesses.figure(dotted=True), RoomShift.of(case, twice, locale)
    if shift is None:
        return {**heading, "facts": guesses.headlines(), "chart": drawn(figure)}
    if not isinstance(guesses, RoomCurves):
        facts = [*guesses.headlines()[-1:], *shift.headlines()]
        return {**heading, "facts": facts, "chart": drawn(figure)}
    return {
        **heading,
        "facts": shift.headlines(),
        "chart": drawn(figure, width=BESIDE[0]),
        "beside": drawn(shift.figure(), width=BESIDE[1]),
    }


def _learned(view: WallView) -> dict[str, Any]:
    """Return what a class learned, at the end of its lesson."""
    scene, shifts = view.scene, []
    locale = Locale(scene.lesson.language)
    for place, twice in view.learned.items():
        asked = scene.asked(place)
        if isinstance(asked, PredictionAsked):
            shift = RoomShift.of(asked.case, twice, locale)
            shifts += [shift] if shift else []
    heading = {"heading": words("wall", scene.lesson.language)["learned"]}
    if len(shifts) == 1:
        chart = drawn(shifts[0].figure())
        return {**heading, "facts": shifts[0].headlines(), "chart": chart}
    rows = [(each.words.name, each.learned) for each in shifts]
    lines = [f"{label} {value}" for label, value in rows]
    return {**heading, "given": rows, "fit": fit(lines)} if rows else {}


def _lines(texts: Sequence[str], heading: str) -> dict[str, Any]:
    """Return as many texts as fit, the last written first, and how many do not."""
    shown: list[str] = []
    left = ROOM - TITLE_HIGH * _more_rows(heading) - ROW_HIGH
    for each in reversed(texts):
        left -= ROW_HIGH * (1 + _width(each) // ROW)
        if left < 0:
            break
        shown.append(each)
    return {"lines": shown, "more": len(texts) - len(shown), "fit": fit(shown)}


def drawn(figure: Figure, *, less: float = 0, width: float = CHART[0]) -> Markup:
    """Return a chart whose letters are all as high as the wall wants them.

    Parameters
    ----------
    less : pixels by which it is lower, below a title of several rows
    width : pixels
    """
    light = PALETTES["light"]  # as the wall is, whatever the projector's computer likes
    text = svg(figure, width=width, height=CHART[1] - less, palette=light)
    return Markup(SMALL_FONT.sub(_larger, text))


def _larger(found: re.Match[str]) -> str:
    return f'font-size="{max(float(found[1]), LEAST_FONT):g}"'


def _titled(asked: QuestionAsked | OwnAsked, scene: ClassState) -> dict[str, str]:
    """Return a question as a title, and the story that it is asked of."""
    if isinstance(asked, OwnAsked):
        return {"heading": asked.question}
    story = story_of(asked.item.id, scene.language)
    return {"heading": asked.question.removeprefix(story).strip(), "story": story}


def fit(lines: Sequence[str]) -> str:
    """Return how tightly lines have to be set so that they all fit.

    Examples
    --------
    >>> fit(["Yes", "No"]), fit(["long " * 30] * 2), fit(["到期后的第一天" * 8] * 4)
    ('', 'tight', 'tighter')
    """
    length = sum(map(_width, lines))
    length += LINE * max(len(lines) - FEW, 0)
    found = sum(length > most for most in (TIGHT, TIGHTER, CROWDED))
    return ("", "tight", "tighter", "tighter crowded")[found]


def _more_rows(heading: str) -> int:
    """Return how many rows a title has beyond the first."""
    return (min(_width(heading), LONG) - 1) // TITLE_ROW


def _width(text: str) -> int:
    return sum(2 if ord(each) >= WIDE else 1 for each in text)
