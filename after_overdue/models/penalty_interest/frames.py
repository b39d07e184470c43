"""The figure of a case of penalty interest, and its paths for the main slider."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.cases.worded import Worded
from after_overdue.figures.theme import Figure
from after_overdue.models.penalty_interest.case import NOUN, PenaltyCase
from after_overdue.models.penalty_interest.chart import (
    LABEL_MOVES,
    PenaltyView,
    line_labels,
    penalty_figure,
)
from after_overdue.models.penalty_interest.compound import fen
from after_overdue.models.penalty_interest.words import PenaltyWords

Paths = dict[str, Any]
"""By the place of a value in figure, headlines or takeaway: one value a position."""


@dataclass(frozen=True)
class PenaltyChart:
    """The figure of one case, and what the main slider makes of it.

    Attributes
    ----------
    case : the case
    locale : the reader's language
    last_day : days
        Where the axis ends.
    rates : decimal
        Every position of the main slider.
    """

    case: PenaltyCase
    locale: Locale
    last_day: int
    rates: Sequence[float]

    @property
    def slider(self) -> str:
        """The input that the main slider moves: what is charged."""
        return slider_of(self.case)

    @property
    def lines(self) -> list[str]:
        """The lines drawn, by uid."""
        if self.case.kind == "card":
            return ["card", "card_interest"]
        return ["charges", "ceiling"]

    def wording(self, rate: float) -> PenaltyWords:
        """Return the case in words, with the main slider at a rate."""
        if self.case.kind == "card":
            case = replace(self.case, card_rate_per_day=rate)
        else:
            case = replace(self.case, rate=rate)
        return PenaltyWords(case, self.locale)

    def slider_texts(self) -> Worded:
        """Return the rate in words, one a position of the slider."""
        return Worded(self.rates, lambda rate: self.wording(rate).slider_text())

    def figure(self) -> Figure:
        """Return the figure of the case."""
        wording = PenaltyWords(self.case, self.locale)
        return penalty_figure(
            self.view(wording), words=_figure_words(wording), alt=wording.takeaway()
        )

    def view(self, wording: PenaltyWords) -> PenaltyView:
        """Return what the figure shows of a case."""
        return PenaltyView(
            self.yuan(wording),
            wording.case.class_rule(wording.case.kind).bands(),
            wording.case.days,
            self.most,
        )

    @cached_property
    def most(self) -> float:
        """The most yuan that any position of the main slider draws.

        A dearer rate adds more every day to the same principal; but of an instalment
        it leaves less principal, so that any rate may add the most.
        """
        dearest = [self.wording(rate) for rate in (self.rates[-1], *self._instalments)]
        return max(
            each[-1] for wording in dearest for each in self.yuan(wording).values()
        )

    @property
    def _instalments(self) -> Sequence[float]:
        return self.rates if self.case.basis == "instalment" else ()

    def yuan(self, wording: PenaltyWords) -> dict[str, list[float]]:
        """Return the yuan added by the end of each day, by line."""
        path = wording.case.paths(self.last_day)
        if wording.is_card:
            yuan = [path.card.interest + path.card.late_fees, path.card.interest]
        else:
            arrears = path.arrears
            yuan = [arrears.penalty + arrears.compound_interest, path.allowed]
        return dict(zip(self.lines, (fen(each).tolist() for each in yuan), strict=True))

    def paths(self) -> Paths:
        """Return what each position of the slider changes in the figure."""
        cases = [self.wording(rate) for rate in self.rates]
        views = [self.view(wording) for wording in cases]
        headlines = [wording.headlines() for wording in cases]
        takeaways = [wording.takeaway() for wording in cases]
        labels = [
            line_labels(view, _figure_words(wording))
            for view, wording in zip(views, cases, strict=True)
        ]
        moved = {
            f"data.{row}.y": [view.lines[uid] for view in views]
            for row, uid in enumerate(self.lines)
        }
        return {
            **{place: each for place, each in moved.items() if _moves(each)},
            **{
                f"layout.annotations.{row}.{name}": [each[row][name] for each in labels]
                for row in range(len(self.lines))
                for name in LABEL_MOVES
            },
            **{
                f"headlines.{row}.1": [each[row][1] for each in headlines]
                for row in range(len(headlines[0]))
            },
            "takeaway": takeaways,
            "layout.meta.alt": takeaways,
        }


def slider_of(case: PenaltyCase) -> str:
    """Return the input that the main slider moves: what is charged."""
    return "card_rate_per_day" if case.kind == "card" else "rate"


def rates_of(low: float, high: float, step: float) -> list[float]:
    """Return every position of a slider of rates.

    Examples
    --------
    >>> rates_of(0, 0.015, 0.005)
    [0.0, 0.005, 0.01, 0.015]
    """
    count = round((high - low) / step)
    return [round(low + step * position, 10) for position in range(count + 1)]


def _moves(each: Sequence[Sequence[float]]) -> bool:
    return any(line != each[0] for line in each)


def _figure_words(wording: PenaltyWords) -> Mapping[str, str]:
    case = wording.case
    rate = wording.share(case.terms.penalty_rate_per_year)
    ceiling = wording.share(case.ceiling.rate_per_year)
    filled = {
        "label_charges": wording.say("label_charges", rate=rate),
        "label_ceiling": wording.say("label_ceiling", rate=ceiling),
    }
    return {**wording.locale.words(NOUN), **filled}
