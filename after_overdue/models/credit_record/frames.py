"""The figure of a case of the credit record, and its paths for the main slider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.cases.worded import Worded
from after_overdue.figures.theme import Figure
from after_overdue.models.credit_record.arithmetic import MonthRecord
from after_overdue.models.credit_record.case import NOUN, RecordCase, read_later
from after_overdue.models.credit_record.chart import (
    BLANK,
    HIDDEN,
    LABEL_MOVES,
    MONTHS,
    OK,
    OLDER,
    THICK,
    THIN,
    WITHIN,
    Calendar,
    Cells,
    Deletion,
    deletion_label,
    record_figure,
)
from after_overdue.models.credit_record.status import PAID, severity
from after_overdue.models.credit_record.words import RecordWords
from after_overdue.units import months_after

DELETED = "×"
Paths = dict[str, Any]
"""By the place of a value in figure, headlines or takeaway: one value a position."""


@dataclass(frozen=True)
class RecordChart:
    """The calendar of one case, and what each reading of the report puts into it.

    Attributes
    ----------
    case : the case, read on the chosen day
    locale : the reader's language
    places : months of the calendar, counted from the chosen day's month
    """

    case: RecordCase
    locale: Locale
    places: range

    def wording(self, later: int) -> RecordWords:
        """Return the case in words, read so many months later."""
        return RecordWords(read_later(self.case, later), self.locale)

    def month(self, place: int) -> date:
        """Return a month of the calendar."""
        return months_after(self.case.as_of.replace(day=1), place)

    def month_words(self) -> Worded:
        """Return how every month of the calendar is called."""
        return Worded(self.months, self.locale.month)

    def slider_texts(self, positions: range) -> Worded:
        """Return the day of the reading in words, one a position of the slider."""
        return Worded(positions, lambda later: self.wording(later).read_on)

    @cached_property
    def months(self) -> list[date]:
        """Every month of the calendar."""
        return [self.month(place) for place in self.places]

    @property
    def lines(self) -> list[str]:
        """The rows in which a chosen month may be framed."""
        return [f"row_{row}" for row in range(len(self.calendar.years))]

    @cached_property
    def calendar(self) -> Calendar:
        """The months of the figure."""
        first, last = self.months[0], self.months[-1]
        names = [self.locale.short_month(month) for month in self.months]
        years = range(first.year, last.year + 1)
        return Calendar(self.places.start, first.month - 1, names, years)

    def figure(self, later: int, chosen: int) -> Figure:
        """Return the figure of one reading."""
        wording = self.wording(later)
        worst = self.case.numbers["worst_code"].number
        return record_figure(
            self.calendar,
            self.cells(wording),
            self.deletion(wording),
            chosen=chosen,
            worst=worst,
            words=_figure_words(wording, worst),
            alt=wording.takeaway(),
        )

    def cells(self, wording: RecordWords) -> Cells:
        """Return what the calendar shows of one reading."""
        record = wording.case.record
        shown = {
            late.month: (late.code, OLDER, THICK)
            for late in record.late_months
            if late.is_displayed
        }
        shown |= {month.month: _cell(month) for month in record.months}
        deleted_on = record.deleted_on
        if deleted_on is not None and deleted_on >= record.as_of:
            deleted_in = deleted_on.replace(day=1)
            shown.setdefault(deleted_in, (DELETED, BLANK, THICK))
        blank = ("", BLANK, THIN)
        cells = [shown.get(month, blank) for month in self.months]
        return Cells(*(list(each) for each in zip(*cells, strict=True)))

    def deletion(self, wording: RecordWords) -> Deletion:
        """Return the label of the deletion, below its month."""
        record = wording.case.record
        on, here = record.deleted_on, self.case.as_of
        if on is None or on <= record.as_of:
            return Deletion("", 0, 0, visible=False)
        place = MONTHS * (on.year - here.year) + on.month - here.month
        if place not in self.places:
            return Deletion("", 0, 0, visible=False)
        return Deletion(
            wording.say("label_deleted", date=wording.day(on)),
            self.calendar.column_of(place),
            self.calendar.row(place) + 1.5,
            visible=True,
        )

    def paths(self, positions: range) -> Paths:
        """Return what each position of the slider changes in the figure."""
        readings = [self.wording(later) for later in positions]
        cells = [self.cells(wording) for wording in readings]
        headlines = [wording.headlines() for wording in readings]
        takeaways = [wording.takeaway() for wording in readings]
        labels = [deletion_label(self.deletion(wording)) for wording in readings]
        return {
            "data.0.text": [each.codes for each in cells],
            "data.0.marker.color": [each.levels for each in cells],
            "data.0.marker.line.width": [each.borders for each in cells],
            **{
                f"layout.annotations.0.{name}": [each[name] for each in labels]
                for name in LABEL_MOVES
            },
            **{
                f"headlines.{row}.1": [each[row][1] for each in headlines]
                for row in range(len(headlines[0]))
            },
            "takeaway": takeaways,
            "layout.meta.alt": takeaways,
        }


def _cell(month: MonthRecord) -> tuple[str, int, int]:
    """Return code, level and border of a month that the report lists."""
    if month.is_late and month.is_displayed:
        return month.code, WITHIN + severity(month.code), THIN
    if month.is_late and month.is_covered:
        return month.code, HIDDEN, THICK
    return month.code, OK, THIN


def _figure_words(wording: RecordWords, worst: int) -> Mapping[str, str]:
    filled = {
        name: wording.say(name, code=PAID, worst=worst)
        for name in ("label_ok", "label_late", "label_hidden", "hover_month")
    }
    return {**wording.locale.words(NOUN), **filled}
