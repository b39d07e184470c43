"""What a case of the credit record says: answers, headlines, takeaway and tables."""

from __future__ import annotations

from datetime import date

import pandas as pd

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.wording import CaseWording
from after_overdue.models.credit_record.arrears import MONTHS_PER_YEAR
from after_overdue.models.credit_record.case import (
    NOUN,
    RecordCase,
)
from after_overdue.models.credit_record.status import (
    severity,
)
from after_overdue.steps import Term
from after_overdue.units import day_after, months_after


class RecordWords(CaseWording[RecordCase]):
    """One case, as it is read on one day, in the words of one language."""

    noun = NOUN

    def day(self, day: date | None) -> str:
        """Return a day in full; nothing where there is none."""
        return "" if day is None else self.locale.day(day)

    def dressed(self, term: Term) -> str:
        """Return one number of a working with its unit."""
        written = self.locale.number(term.value)
        return self.say("yuan", number=written) if term.unit == "yuan" else written

    def number(self, name: str) -> str:
        """Return a number of the case, with the language's separators."""
        return self.locale.number(self.case.numbers[name].decimal)

    @property
    def read_on(self) -> str:
        """The day the report is read."""
        return self.say("read_on", day=self.day(self.case.as_of))

    @property
    def last_month(self) -> str:
        """The last month of the report."""
        return self.locale.month(self.case.as_of)

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        lines = [self._state(), *self._until()]
        if self.case.record.late_months:
            lines += [self._one_off(), *self._first()]
        return lines

    def _state(self) -> str:
        case, record = self.case, self.case.record
        key = f"state_{record.state}"
        if record.state == "overdue":
            key = f"{key}_{case.kind}"
        return self.say(
            key,
            day=self.day(case.as_of),
            due=self.day(case.due_on),
            month=self.last_month,
            code=record.status_code,
            days=self.locale.counted(record.days_past_due, "days"),
            missed=self._missed(record.arrears.due_dates_missed(case.as_of)),
            count=self.displayed,
            worst=record.worst_code,
        )

    def _missed(self, count: int) -> str:
        key = "codes_one_minimum" if count == 1 else "codes_minimums"
        return self.say(key, missed=count)

    @property
    def displayed(self) -> int:
        """How many late months the report displays, in the grid or before it."""
        return sum(month.is_displayed for month in self.case.record.late_months)

    def _until(self) -> list[str]:
        case, record = self.case, self.case.record
        if not record.days_late and not case.planned_deletion:
            return []
        cured, deleted = record.arrears.cured_on, record.deleted_on
        key = "until_gone" if record.state == "gone" else "until_paid"
        if case.planned_deletion:
            key, cured, deleted = (
                "until_planned",
                case.cured_on,
                case.planned_deletion,
            )
        elif cured is None:
            key, deleted = "until_unpaid", self.deletion_if_paid_now
        return [
            self.say(
                key,
                day=self.day(case.as_of),
                years=case.retention_years,
                cured=self.day(cured),
                deleted=self.day(deleted),
                gone=self.day(day_after(deleted)),
            )
        ]

    @property
    def deletion_if_paid_now(self) -> date:
        """The deletion that a payment on the day of the reading would bring."""
        case = self.case
        return months_after(case.as_of, MONTHS_PER_YEAR * case.retention_years)

    def _one_off(self) -> str:
        case, record, rule = self.case, self.case.record, self.case.one_off
        return self.say(
            f"one_off_{self._one_off_key()}",
            announced=self.day(rule.announced_on),
            by=self.day(rule.repaid_by),
            first=self.day(rule.first_day),
            last=self.day(rule.last_day),
            most=self.number("one_off_amount"),
            day=self.day(case.as_of),
            hidden=self.day(record.hidden_from),
            covered=record.covered_months,
            count=len(record.late_months),
        )

    def _one_off_key(self) -> str:
        case, record, rule = self.case, self.case.record, self.case.one_off
        if rule.stage(case.as_of) == "not_announced":
            return "not_announced"
        if record.covered_months:
            return "all" if record.covered_months == len(record.late_months) else "some"
        days = [late.month for late in record.late_months]
        if not any(rule.first_day <= day <= rule.last_day for day in days):
            return "window"
        if rule.hidden_from(record.arrears.cured_on) is None:
            return "not_yet" if case.as_of <= rule.repaid_by else "unpaid"
        return "amount"

    def _first(self) -> list[str]:
        """Return which comes first: the payment, a hidden mark, or the deletion."""
        record = self.case.record
        if record.deleted_on is None:
            return [self.say("first_unpaid")]
        if record.state == "gone":
            return []
        grid = len(record.months)
        hides_all = record.covered_months == len(record.late_months)
        return [
            self.say(
                "first_hidden" if hides_all else "first_grid",
                hidden=self.day(record.hidden_from),
                gone=self.day(record.gone_from),
                months=grid,
                left=self.locale.month(
                    months_after(record.late_months[-1].month, grid)
                ),
            )
        ]

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key numbers of the case: label and value."""
        return [
            (self.say("headline_worst"), self._headline_worst()),
            (self.say("headline_until"), self._headline_until()),
            (self.say("headline_sooner"), self._headline_sooner()),
        ]

    def _headline_worst(self) -> str:
        """Return the worst code once it is paid; of what is unpaid, so far."""
        case = self.case
        record = case.read_at_the_end.record
        if not record.late_months:
            return self.say("headline_no_code")
        days = self.locale.counted(record.days_late, "days")
        worst = max((each.code for each in record.late_months), key=severity)
        return self.say("headline_code_late", code=worst, days=days)

    def _headline_until(self) -> str:
        record, deleted = self.case.record, self.deleted_on
        if record.state == "gone":
            return self.say("headline_gone", gone=self.day(record.gone_from))
        if deleted is not None:
            return self.day(deleted)
        return self.say("headline_no_date" if record.days_late else "headline_nothing")

    def _headline_sooner(self) -> str:
        """Return that nothing ends it sooner, or that the one-off repair hides it."""
        case = self.case
        if self.deleted_on is None and not case.record.days_late:
            return self.say("headline_nothing")
        record = case.read_at_the_end.record
        if case.one_off.stage(case.as_of) == "not_announced" or not record.hidden_from:
            return self.say("headline_cannot")
        is_all = record.covered_months == len(record.late_months)
        key = "headline_hidden" if is_all else "headline_hidden_in_part"
        return self.say(key, hidden=self.day(record.hidden_from))

    def slider_text(self) -> str:
        """Return the day on which it is paid, as the slider calls it."""
        after = self.case.paid_after
        return self.say("never") if after is None else self.say("on_day", day=after)

    @property
    def deleted_on(self) -> date | None:
        """The last day of the record, also where the payment is yet to come."""
        return self.case.record.deleted_on or self.case.planned_deletion

    def sentence(self) -> Parts:
        """Return the sentence that answers: until when it stays."""
        case = self.case
        key = "planned" if case.planned_deletion else "paid"
        if case.record.state == "gone":
            key = "gone"
        if case.paid_after is None:
            key = "unpaid" if case.record.days_late else "not_due"
        elif not case.paid_after:
            key = "nothing"
        deleted = self.deleted_on or self.deletion_if_paid_now
        message = self.say(
            f"sentence_{key}",
            years=case.retention_years,
            paid=self.slider_text(),
            due=self.day(case.due_on),
            read=self.day(case.as_of),
            deleted=self.day(deleted),
            gone=self.day(day_after(deleted)),
        )
        return parts_of(message)

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        answer = "".join(text for text, _ in self.sentence())
        return self.say("takeaway", answer=answer, report=self._report())

    def _report(self) -> str:
        """Return what the report shows on the day it is read."""
        case, record, deleted = self.case, self.case.record, self.deleted_on
        if case.planned_deletion:
            until = "planned"
        elif deleted is None:
            until = "unpaid" if record.days_late else "nothing"
        else:
            until = "gone" if record.state == "gone" else "date"
        return self.say(
            "takeaway_report",
            day=self.day(case.as_of),
            code=record.status_code,
            count=self.displayed,
            worst=record.worst_code,
            until=self.say(
                f"takeaway_{until}",
                deleted=self.day(deleted),
                gone=self.day(record.gone_from),
            ),
        )

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the report's months under the reader's own headings."""
        frame = answer.frame
        frame["month"] = [
            self.locale.short_month(month.month) for month in self.case.record.months
        ]
        for name in ("displayed", "one_off_covers"):
            frame[name] = [self.say("yes" if each else "no") for each in frame[name]]
        for name in ("overdue_amount", "reported_amount"):
            frame[name] = [self.locale.number(each) for each in frame[name]]
        return frame.rename(columns=dict(self.locale.words(NOUN)))
