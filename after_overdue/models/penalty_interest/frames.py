"""The figure of a case of penalty interest, and its paths for the main slider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.cases.worded import Worded
from after_overdue.figures.theme import Figure
from after_overdue.models.penalty_interest.case import NOUN, PenaltyCase
from after_overdue.models.penalty_interest.chart import PenaltyView, penalty_figure
from after_overdue.models.penalty_interest.compound import fen
from after_overdue.models.penalty_interest.words import PenaltyWords


@dataclass(frozen=True)
class PenaltyChart:
    """The figure of one case, and what the main slider makes of it.

    Attributes
    ----------
    case : the case
    locale : the reader's language
    last_day : days
        Where the axis ends.
    """

    case: PenaltyCase
    locale: Locale
    last_day: int

    @property
    def lines(self) -> list[str]:
        """The lines drawn, by uid."""
        if self.case.kind == "card":
            return ["card", "card_interest"]
        return ["charges", "ceiling"]

    def wording(self, day: int) -> PenaltyWords:
        """Return the case in words, paid on a day."""
        return PenaltyWords(replace(self.case, days=day), self.locale)

    def slider_texts(self) -> Worded:
        """Return the day in words, one a position of the slider."""
        return Worded(
            range(self.last_day + 1), lambda day: self.wording(day).slider_text()
        )

    def figure(self) -> Figure:
        """Return the figure of the case."""
        return self._figure(PenaltyWords(self.case, self.locale))

    def _figure(self, wording: PenaltyWords) -> Figure:
        view = PenaltyView(
            self.yuan,
            wording.case.class_rule(wording.case.kind).bands(),
            wording.case.days,
        )
        words = _figure_words(wording)
        return penalty_figure(view, words=words, alt=wording.takeaway())

    @cached_property
    def yuan(self) -> dict[str, list[float]]:
        """The yuan added by the end of each day, by line."""
        path = self.case.paths(self.last_day)
        if self.case.kind == "card":
            yuan = [path.card.added, path.card.interest]
        else:
            yuan = [path.arrears.added, path.allowed]
        return dict(zip(self.lines, (fen(each).tolist() for each in yuan), strict=True))

    def paths(self) -> Paths:
        """Return what each position of the slider changes in the figure."""
        moved = [self.wording(day) for day in range(self.last_day + 1)]
        return paths_along(self.figure(), moved, self._figure)


def _figure_words(wording: PenaltyWords) -> Mapping[str, str]:
    case = wording.case
    ceiling = wording.share(case.ceiling.rate_per_year)
    filled = {
        "label_ceiling": wording.say("label_ceiling", rate=ceiling),
        "label_paid": wording.added([case.days])[0],
    }
    return {**wording.locale.words(NOUN), **filled}
