"""The curves that a room drew: as a fan beside the model, and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from statistics import median

from after_overdue.cases.locale import Locale
from after_overdue.figures.fan import Fan, fan_figure
from after_overdue.figures.theme import Figure
from after_overdue.predictions.case import PredictionCase, Response
from after_overdue.predictions.curves import CurvePad, fan
from after_overdue.predictions.guesses import RoomGuesses


class RoomCurves(RoomGuesses):
    """What a room drew, in one language."""

    @property
    def _pad(self) -> CurvePad:
        pad = self.case.pad
        assert pad  # a curve is asked for
        return pad

    @cached_property
    def _fan(self) -> tuple[list[list[float]], list[float]]:
        return fan([each["curve"] for each in self.responses])

    @cached_property
    def distance(self) -> float | None:
        """The middle of the room's distances to the model."""
        far = (self.case.distance(each) for each in self.responses)
        known = [each for each in far if each is not None]
        return median(known) if known else None

    def summary(self, *, shows_model: bool = True) -> list[str]:
        """Return how many drew, their middle, and how far it is to the model."""
        say = self.words.say
        model = [say("model", right=self.words.right())] if shows_model else []
        if not self.responses:
            return [say("guessed_none"), *model]
        count = len(self.responses)
        said = say("guessed_one" if count == 1 else "guessed", count=self._count)
        middle = say("median", median=self.words.curve(self._fan[1]))
        if not shows_model:
            return [said, middle]
        far = say("distance", distance=self._far())
        return [said, middle, *model, far, self._share()]

    @property
    def _count(self) -> str:
        return self.locale.number(len(self.responses))

    def _far(self) -> str:
        assert self.distance is not None  # somebody drew
        return self.words.gap(self.distance)

    def headlines(self) -> list[tuple[str, str]]:
        """Return label and value of each key number, for a board."""
        if not self.responses:
            return []
        say = self.words.say
        right = say("head_right"), self._share("right_of")
        return [right, (say("head_distance"), self._far())]

    def figure(self, *, dotted: bool = False, shows_model: bool = True) -> Figure:
        """Return the fan on the axes of the model's chart.

        Parameters
        ----------
        dotted : changes nothing: a curve is a line in any case
        shows_model : whether the model's curve stands beside it
        """
        del dotted
        lines = self.summary(shows_model=shows_model)
        lines += [self.picture.takeaway] if shows_model else []
        edges, middle = self._fan if self.responses else ([], None)
        before = (
            fan([each["curve"] for each in self.before])[1] if self.before else None
        )
        models = map(self._on_axis, self.case.modelled if shows_model else ())
        shown = Fan(
            months=[0, *self._pad.months],
            curves=[self._row(each["curve"]) for each in self.responses],
            edges=[self._row(each) for each in edges],
            middle=self._row(middle) if middle else None,
            before=self._row(before) if before else None,
            models=list(models),
            dash=self.case.thing.dash,
            ends=self._on_axis([self._pad.low, self._pad.high]),
            ticks=self._on_axis(self._pad.ticks),
        )
        alt = " ".join(lines)
        return fan_figure(self.picture.figure, shown, words=self._named, alt=alt)

    @property
    def _named(self) -> Mapping[str, str]:
        say = self.words.say
        return {
            "middle": say("head_median" if self.is_room else "own.middle"),
            "before": say("head_before"),
            "model": say(f"{self.words.key}.model"),
            "bands": say("bands"),
        }

    def _on_axis(self, values: Sequence[float]) -> list[float]:
        by = self.case.thing.divisor(self.case.values)
        return [round(each / by, 9) for each in values]

    def _row(self, curve: Sequence[float]) -> list[float]:
        return self._on_axis([self._pad.start, *curve])


def room_guesses(
    case: PredictionCase, responses: Sequence[Response], locale: Locale
) -> RoomGuesses:
    """Return what a room answered to a prediction of whichever kind."""
    kind = RoomCurves if case.thing.kind == "curve" else RoomGuesses
    return kind(case, responses, locale)
