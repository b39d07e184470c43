"""What a room learned between two answers to one prediction: drawn and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from after_overdue.cases.locale import Locale
from after_overdue.figures.slope import Slope, slope_figure
from after_overdue.figures.theme import Figure
from after_overdue.predictions.case import PredictionCase, Response
from after_overdue.predictions.shift import Middle, Pair, Shift, shift_of
from after_overdue.predictions.words import PredictionWords


@dataclass(frozen=True)
class RoomShift:
    """A room that answered twice, in one language.

    Attributes
    ----------
    pairs : distance of each to the model, before and after; one or more
    """

    case: PredictionCase
    pairs: Sequence[Pair]
    locale: Locale

    @classmethod
    def of(
        cls,
        case: PredictionCase,
        answers: Sequence[tuple[Response, Response]],
        locale: Locale,
    ) -> RoomShift | None:
        """Return what a room learned; None where nobody can be compared.

        Parameters
        ----------
        answers : before and after, of each who answered twice
        """
        far = [
            (case.distance(before), case.distance(after))
            for before, after in answers
            if case.accepts(before) and case.accepts(after)
        ]
        pairs = [(a, b) for a, b in far if a is not None and b is not None]
        return cls(case, pairs, locale) if pairs else None

    @cached_property
    def shift(self) -> Shift:
        """How the room moved."""
        return shift_of(self.pairs)

    @property
    def words(self) -> PredictionWords:
        """The prediction in words."""
        return PredictionWords(self.case, self.locale)

    def _say(self, key: str, **values: object) -> str:
        return self.words.say(f"shift.{key}", **values)

    def _middle(self, middle: Middle) -> str:
        """Return a middle in words, with its interval where there is one."""
        said = self.words.gap(middle.median)
        if not self.shift.is_sure:
            return said
        low, high = (self.words.gap_number(each) for each in (middle.low, middle.high))
        return self._say("interval", median=said, low=low, high=high)

    @property
    def closer(self) -> str:
        """How many came closer, of how many."""
        shift, number = self.shift, self.locale.number
        share = self.locale.percent(shift.closer / shift.count)
        counts = {"right": number(shift.closer), "count": number(shift.count)}
        return self.words.say("right_of", **counts, share=share)

    def summary(self) -> list[str]:
        """Return the middle before and after, and how many came closer."""
        ends = {"before": self.shift.before, "after": self.shift.after}
        said = {name: self._middle(each) for name, each in ends.items()}
        lines = [
            self._say("told", **said),
            self._say("closer_told", closer=self.closer),
        ]
        return [*lines, self._say("sure")] if self.shift.is_sure else lines

    def headlines(self) -> list[tuple[str, str]]:
        """Return label and value of each key number, for a board."""
        before = self.words.gap_number(self.shift.before.median)
        moved = self._say(
            "moved", before=before, after=self.words.gap(self.shift.after.median)
        )
        usual = self.words.say("head_distance")
        return [(usual, moved), (self._say("closer"), self.closer)]

    @property
    def learned(self) -> str:
        """What the room learned, on one line."""
        (_, moved), (label, closer) = self.headlines()
        colon = self.locale.words("answers")["colon"]
        return f"{moved} · {label}{colon}{closer}"

    def figure(self) -> Figure:
        """Return each one's way from before to after."""
        ends = (self.shift.before, self.shift.after)
        before, after = (self.words.gap_number(each.median) for each in ends)
        slope = Slope(
            pairs=self.pairs,
            medians=(ends[0].median, ends[1].median),
            intervals=[(e.low, e.high) for e in ends] if self.shift.is_sure else [],
            said=(before, after),
        )
        names = ("before", "after", "on_model", "distance")
        words = {name: self._say(name) for name in names}
        words["middle"] = self.words.say("head_median")
        return slope_figure(slope, words=words, alt=" ".join(self.summary()))
