"""The figure of a case of the credit record, and its paths for the main slider."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from unicodedata import east_asian_width

from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.cases.worded import Worded
from after_overdue.figures.theme import Figure
from after_overdue.models.credit_record.arithmetic import MonthRecord
from after_overdue.models.credit_record.case import (
    NOUN,
    RecordCase,
    days_along,
    paid,
)
from after_overdue.models.credit_record.chart import (
    BLANK,
    HIDDEN,
    KEPT,
    MONTHS,
    OK,
    OLDER,
    THICK,
    THIN,
    WITHIN,
    Calendar,
    Cells,
    Deletion,
    record_figure,
)
from after_overdue.models.credit_record.status import PAID, severity
from after_overdue.models.credit_record.words import RecordWords
from after_overdue.units import months_after

DELETED = "×"
KEY_LINE = 47
"""What a phone's line has room for, as letters; a Chinese one counts twice."""
KEY_BETWEEN = " · "


@dataclass(frozen=True)
class RecordChart:
    """The calendar of one case, and what each reading of the report puts into it.

    Attributes
    ----------
    case : the case, as it is read
    locale : the reader's language
    places : months of the calendar, counted from the chosen day's month
    chosen_day : where it is not the day of the reading
    """

    case: RecordCase
    locale: Locale
    places: range
    chosen_day: date | None = None

    def wording(self, case: RecordCase) -> RecordWords:
        """Return a case in words."""
        return RecordWords(case, self.locale)

    @property
    def here(self) -> date:
        """The day that months are counted from."""
        return self.chosen_day or self.case.as_of

    def month(self, place: int) -> date:
        """Return a month of the calendar."""
        return months_after(self.here.replace(day=1), place)

    def month_words(self) -> Worded:
        """Return how every month of the calendar is called."""
        return Worded(self.months, self.locale.month)

    def slider_texts(self) -> Worded:
        """Return the day it is paid in words, one a position of the slider."""

        def say(after: int | None) -> str:
            return self.wording(paid(self.case, after)).slider_text()

        return Worded(days_along(self.case), say)

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

    def figure(self, case: RecordCase, chosen: int) -> Figure:
        """Return the figure of the overdue paid on some day."""
        wording, cells = self.wording(case), self.cells(case)
        worst = case.numbers["worst_code"].number
        return record_figure(
            self.calendar,
            cells,
            self.deletion(wording),
            chosen=chosen,
            worst=worst,
            words={**_figure_words(wording, worst), "key": self.key(wording, cells)},
            alt=wording.takeaway(),
        )

    def cells(self, case: RecordCase) -> Cells:
        """Return what the calendar shows of the overdue once it is paid."""
        record = case.read_at_the_end.record
        shown = {
            late.month: (late.code, OLDER, THICK)
            for late in record.late_months
            if late.is_displayed
        }
        shown |= {month.month: _cell(month) for month in record.months}
        deleted_on = self.wording(case).deleted_on
        if deleted_on is not None and deleted_on >= record.as_of and record.days_late:
            deleted_in = deleted_on.replace(day=1)
            shown.setdefault(deleted_in, (DELETED, BLANK, THICK))
            kept = ("", KEPT, THIN)
            for month in self.months:
                if record.as_of < month < deleted_in:
                    shown.setdefault(month, kept)
        blank = ("", BLANK, THIN)
        cells = [shown.get(month, blank) for month in self.months]
        return Cells(*(list(each) for each in zip(*cells, strict=True)))

    def key(self, wording: RecordWords, cells: Cells) -> str:
        """Return what the calendar's colours say, of those that it has."""
        levels, worst = set(cells.levels), wording.case.numbers["worst_code"].number
        there = {
            "label_ok": OK in levels,
            "label_late": max(levels) >= WITHIN,
            "label_older": OLDER in levels,
            "label_hidden": HIDDEN in levels,
            "label_kept": KEPT in levels,
        }
        said = [
            wording.say(name, code=PAID, worst=worst)
            for name, has in there.items()
            if has
        ]
        return "<br>".join(lines_of(said))

    def deletion(self, wording: RecordWords) -> Deletion:
        """Return the label of the deletion, below its month."""
        on, here = wording.deleted_on, self.here
        if on is None or on <= wording.case.as_of or not wording.case.paid_after:
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

    def paths(self, chosen: int) -> Paths:
        """Return what each position of the slider changes in the figure."""
        days = days_along(self.case)
        moved = [self.wording(paid(self.case, after)) for after in days]

        def draw(wording: RecordWords) -> Figure:
            return self.figure(wording.case, chosen)

        return paths_along(draw(self.wording(self.case)), moved, draw)


def _cell(month: MonthRecord) -> tuple[str, int, int]:
    """Return code, level and border of a month that the report lists."""
    if month.is_late and month.is_displayed:
        return month.code, WITHIN + severity(month.code), THIN
    if month.is_late and month.is_covered:
        return month.code, HIDDEN, THICK
    return month.code, OK, THIN


def _figure_words(wording: RecordWords, worst: int) -> Mapping[str, str]:
    filled = {
        name: wording.say(name, code=PAID, worst=worst) for name in ("hover_month",)
    }
    return {**wording.locale.words(NOUN), **filled}


def lines_of(parts: Sequence[str]) -> list[str]:
    """Return the parts of a key in as few lines as fit a phone.

    Examples
    --------
    >>> lines_of(["N as due", "1 to 7 late", "tint: the late months are still seen"])
    ['N as due · 1 to 7 late', 'tint: the late months are still seen']
    """
    lines = list(parts[:1])
    for part in parts[1:]:
        longer = KEY_BETWEEN.join([lines[-1], part])
        wide = sum(1 + (east_asian_width(each) in "WF") for each in longer)
        lines[-1:] = [longer] if wide <= KEY_LINE else [lines[-1], part]
    return lines
