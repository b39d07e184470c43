"""The room's guesses at a prediction, on the model's own chart and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from statistics import median
from typing import Any, ClassVar, Self, cast

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.figures.guessed_points import Points, points_figure
from after_overdue.figures.guesses import Guesses, Line, guesses_figure
from after_overdue.figures.theme import Figure
from after_overdue.models.registry import picture
from after_overdue.predictions.case import PredictionCase, Response
from after_overdue.predictions.words import PredictionWords
from after_overdue.units import months_after

Values = Mapping[str, Any]


@dataclass(frozen=True)
class RoomGuesses:
    """What a room answered to one prediction, in one language.

    Attributes
    ----------
    case : what was asked
    responses : of the room, as they were stored
    before : of those who answered the same before
    """

    case: PredictionCase
    responses: Sequence[Response]
    locale: Locale
    before: Sequence[Response] = ()
    is_room: ClassVar = True

    def after(self, pairs: Sequence[tuple[Response, Response]]) -> Self:
        """Return the same beside what the room answered before.

        Parameters
        ----------
        pairs : before and after, of each who answered twice
        """
        earlier = [each for each, _ in pairs if self.case.accepts(each)]
        return replace(self, before=earlier)

    @property
    def words(self) -> PredictionWords:
        """The prediction in words."""
        return PredictionWords(self.case, self.locale)

    @cached_property
    def right(self) -> list[bool]:
        """For each response, whether it is right."""
        return [self.case.is_right(each) for each in self.responses]

    @cached_property
    def picture(self) -> View[Any]:
        """The model's own picture at the settings."""
        values = {**self.case.values, **self.case.thing.fixed}
        return picture(self.case.page, values, self.case.today, self.locale)

    @property
    def _key(self) -> str:
        return "month" if self.case.thing.kind == "month" else "number"

    @cached_property
    def _values(self) -> list[float]:
        """Return the months or the numbers; those who said "none" are left out."""
        given = (each[self._key] for each in self.responses)
        return [each for each in given if each is not None]

    def _said(self, number: float) -> str:
        if self._key == "month":
            said = self.locale.number(round(number, 1))
            return self.words.say("month", month=said)
        return self.words.number(number)

    @property
    def median(self) -> float | None:
        """The middle of the room's months or numbers."""
        return median(self._values) if self._values else None

    @property
    def _model(self) -> str:
        """What is right; of a curve, in the middle month of the room."""
        if self.case.thing.kind != "point" or not self.responses:
            return self.words.right()
        return self.words.right(round(median(each["month"] for each in self.responses)))

    def summary(self) -> list[str]:
        """Return how many answered, the middle, what is right, and how many are."""
        say, said = self.words.say, self.words
        if not self.responses:
            return [say("guessed_none"), say("model", right=self._model)]
        count = len(self.responses)
        none = count - len(self._values)
        lines = [say("guessed_one" if count == 1 else "guessed", count=count)]
        if self.case.thing.kind != "point" and self.median is not None:
            lines.append(say("median", median=self._said(self.median)))
        if none:
            lines.append(
                say("said_none", count=self.locale.number(none), none=said.month(None))
            )
        lines.append(say("model", right=self._model))
        lines.append(self._share())
        return lines

    def _share(self, key: str = "right_share") -> str:
        good, count = sum(self.right), len(self.right)
        return self.words.say(
            key,
            right=self.locale.number(good),
            count=self.locale.number(count),
            share=self.locale.percent(good / count),
        )

    def headlines(self) -> list[tuple[str, str]]:
        """Return label and value of each key number, for a board."""
        say, said = self.words.say, self.words
        model = [(say("head_model"), self._model)]
        if not self.responses:
            return model
        rows = [(say("head_right"), self._share("right_of"))]
        if self.case.thing.kind != "point" and self.median is not None:
            rows.append((say("head_median"), self._said(self.median)))
        none = len(self.responses) - len(self._values)
        if none:
            rows.append((said.month(None), self.locale.number(none)))
        return [*rows, *model]

    @property
    def alt(self) -> str:
        """What the figure shows, for those who do not see it."""
        return " ".join([*self.summary(), self.picture.takeaway])

    @property
    def labels(self) -> Mapping[str, str]:
        """What stands on the figure."""
        return self.locale.words("predictions")

    def figure(self, *, dotted: bool = False) -> Figure:
        """Return the guesses on the model's own chart.

        Parameters
        ----------
        dotted : whether each guess is a dot, for a chart that is read from far away
        """
        drawn, alt, thing = self.picture.figure, self.alt, self.case.thing
        if thing.place in ("x", "y"):
            along = self._along(thing.place, thing.divisor(self.case.values))
            dots = replace(along, dotted=dotted)
            return guesses_figure(drawn, dots, words=self.labels, alt=alt)
        places = self._calendar(drawn) if thing.place == "calendar" else self._points()
        return points_figure(drawn, places, words=self.labels, alt=alt)

    def _along(self, axis: Any, by: float) -> Guesses:  # noqa: ANN401
        truth = self.case.truth.months or self.case.truth.numbers
        known = [each for each in truth if each is not None]
        right = [
            good
            for good, each in zip(self.right, self.responses, strict=True)
            if each[self._key] is not None
        ]
        marked = None
        if self.median is not None:
            text = self.labels["label_median"].format(median=self._said(self.median))
            marked = Line(self.median / by, text)
        return Guesses(
            axis=axis,
            values=[each / by for each in self._values],
            right=right,
            step=1 if self._key == "month" else 0,
            median=marked,
            truth=self._truth(known, by),
            zooms=axis == "y" and self.case.thing.zooms,
            keeps_chosen=axis == "y" and self.case.thing.keeps_cursor,
            counted=self.is_room,
        )

    def _truth(self, known: Sequence[float], by: float) -> Line | None:
        if not known:
            return None
        text = self.words.say("label_model", right=self._model)
        return Line(sum(known) / len(known) / by, text)

    def _points(self) -> Points:
        places = [(each["month"], each["number"]) for each in self.responses]
        return Points(places, self.right, grows=True)

    def _calendar(self, drawn: Figure) -> Points:
        """Return the cells of the calendar of the record that were guessed."""
        years = [int(year) for year in drawn["layout"]["yaxis"]["ticktext"]]
        due = cast("date", self.case.answer.inputs["due_on"])
        places, right = [], []
        for good, each in zip(self.right, self.responses, strict=True):
            if each["month"] is not None:
                on = months_after(due.replace(day=1), each["month"])
                row = min(on.year, years[-1]) - years[0]
                places.append((on.month - 1, row + 0.5))
                right.append(good)
        return Points(places, right, grows=False)
