"""A guess drawn by hand: how a score comes back, beside the four readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from after_overdue.cases.inputs import InputValue
from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.figures.guesses import still_copy
from after_overdue.figures.marks import label, line
from after_overdue.figures.theme import Figure
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.predictions.curves import Curve, CurvePad, distance, pad_on
from after_overdue.predictions.pad import Drawing, sent_pad

PAGE = "score_recovery"
DRAW = "draw"
STEP = f"{DRAW}/{PAGE}"
"""How an address names it; the settings of the page may follow as its query."""
READINGS = ("schedule", "restored", "not_for_now")
"""The readings that are lines; where a score is worked out anew it may lie anywhere."""


@dataclass(frozen=True)
class DrawnGuess:
    """One case of the page, to be drawn before it is seen.

    Attributes
    ----------
    values : of the page's inputs, with every reading shown
    """

    values: Mapping[str, InputValue]
    today: date
    locale: Locale

    @cached_property
    def picture(self) -> View[Any]:
        """The model's own picture."""
        return picture(PAGE, self.values, self.today, self.locale)

    @property
    def _axes(self) -> Mapping[str, Any]:
        layout: Mapping[str, Any] = self.picture.figure["layout"]
        return layout

    @cached_property
    def curve_pad(self) -> CurvePad:
        """Where it is drawn."""
        return pad_on(self._axes, start=self.start)

    @property
    def start(self) -> int:
        """The score that is left, from which every curve begins."""
        return int(self.picture.answer.rows["not_for_now"][0])

    @property
    def months(self) -> tuple[int, ...]:
        """The months of its points."""
        return self.curve_pad.months

    def say(self, key: str, **values: object) -> str:
        """Return one of its words, filled in."""
        return self.locale.words("predict")[f"drawn.{key}"].format(**values)

    def points(self, score: float) -> str:
        """Return a score in words."""
        return self.locale.counted(round(score), "points")

    @property
    def question(self) -> str:
        """What is to be drawn."""
        lost = self.points(self.values["points_lost"])  # type: ignore[arg-type]  # a number
        return self.say("ask", lost=lost, after=self.points(self.start))

    @property
    def dates(self) -> list[str]:
        """The month of each point in words."""
        return [self.picture.wording.month(each) for each in self.months]

    def pad(self) -> dict[str, Any]:
        """Return what the pad is drawn from, with the axes of the model's chart."""
        along, words = self._axes["xaxis"], self.locale.words
        times = zip(along["tickvals"], along["ticktext"], strict=True)
        return sent_pad(
            self.curve_pad,
            name=self.question,
            ticks={each: str(each) for each in self._axes["yaxis"]["tickvals"]},
            times=dict(times),
            labels=self.dates,
            words={
                "points": words("units")["points.other"],
                "commit": words("predict")["commit"],
                **{key: self.say(key) for key in ("hint", "help")},
                "told": words("predict")["drawn.told"],
            },
        )

    @property
    def drawing(self) -> Drawing:
        """What a reader is asked to draw."""
        pad, words = self.curve_pad, self.locale.words("predictions")
        ends = {"low": self.points(pad.low), "high": self.points(pad.high)}
        return Drawing(pad, self.pad(), words["range"].format(**ends), self.locale)

    def nearest(self, curve: Curve) -> tuple[str, float]:
        """Return the reading that a curve lies nearest to, and how far off it is."""
        far = {name: self._distance(name, curve) for name in READINGS}
        name = min(far, key=lambda each: far[each])
        return name, far[name]

    def _distance(self, reading: str, curve: Curve) -> float:
        row = self.picture.answer.rows[reading]
        return distance(curve, self.months, row)

    def summary(self, curve: Curve) -> list[str]:
        """Return what was drawn, what each reading says there, and the nearest one."""
        names, end = self.locale.words(PAGE), self.months[-1]
        rows = self.picture.answer.rows
        said = [
            self.say("reading", reading=names[each], score=self.points(rows[each][end]))
            for each in READINGS
        ]
        name, far = self.nearest(curve)
        ends = {"score": self.points(curve[-1]), "date": self.dates[-1]}
        low, high = self.points(self.start), self.points(rows["restored"][end])
        anew = self.say("anew", reading=names["re_evaluated"], low=low, high=high)
        return [
            self.say("ends", **ends),
            self.say("readings", said=self.say("and").join([*said, anew])),
            self.say("nearest", reading=names[name], points=self.points(far)),
            self.say("nobody"),
        ]

    def figure(self, curve: Curve) -> Figure:
        """Return the model's figure with the drawn curve over it."""
        drawn = still_copy(self.picture.figure, keeps_chosen=False)
        along, scores = [0, *self.months], [self.start, *curve]
        look = {"color": "@guess", "width": 4}
        marker = {
            "size": 10,
            "color": "@guess",
            "line": {"color": "@paper", "width": 2},
        }
        trace = line("guess", self.say("you"), along, scores, line=look, marker=marker)
        drawn["data"].append({**trace, "mode": "lines+markers", "cliponaxis": False})
        layout = drawn["layout"]
        you = label("guess", f"<b>{self.say('you')}</b>", along[-2], scores[-2])
        above = {"xanchor": "center", "yshift": 8, "font": {"color": "@guess"}}
        layout["annotations"].append({**you, **above, "bgcolor": "@paper"})
        layout["meta"] = {"alt": " ".join(self.summary(curve))}
        return drawn


def step_of_drawing(settings: Mapping[str, str]) -> str:
    """Return the step that draws the page at settings."""
    return f"{STEP}?{urlencode(settings)}" if settings else STEP


def drawn_guess(step: str, today: date, locale: Locale) -> DrawnGuess | None:
    """Return what a step asks to be drawn; None where it asks for something else."""
    asked, model = urlsplit(step), PAGE_MODELS[PAGE]
    if asked.path != STEP:
        return None
    given = {name: [text] for name, text in parse_qsl(asked.query)}
    values, refusals = model.read(given, today)
    shown = model.inputs_on(today)["readings"].default
    return (
        None if refusals else DrawnGuess({**values, "readings": shown}, today, locale)
    )
