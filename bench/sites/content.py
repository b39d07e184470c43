"""What every candidate page shows: the same case, figure, words and table."""

from __future__ import annotations

from typing import Any

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.registry import MODELS
from after_overdue.models.score_recovery.case import ScoreCase, score_case
from after_overdue.models.score_recovery.frames import score_figure
from after_overdue.models.score_recovery.words import ScoreWords

MONTH = 36


def case_of(**given: object) -> ScoreCase:
    """Return the case of these inputs."""
    texts = {name: [str(each)] for name, each in given.items()}
    values, _ = MODELS["score_recovery"].read(texts, clock.today())
    return score_case(values, clock.today())


def wording(**given: object) -> ScoreWords:
    """Return the case in English."""
    return ScoreWords(case_of(**given), Locale("en"))


def figure(words: ScoreWords) -> dict[str, Any]:
    """Return the figure as any Plotly can draw it."""
    found: dict[str, Any] = painted(score_figure(words, MONTH), PALETTES["light"])
    return found


def texts(words: ScoreWords) -> list[str]:
    """Return every paragraph of the page."""
    said = [words.say("title"), words.say("lead"), *words.answers()]
    for reading in words.case.readings:
        said += words.working(reading, MONTH)
    return [*said, words.say("readings_text")]
