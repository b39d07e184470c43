"""What a case of limitation says: three clocks, each event, and what stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

import pandas as pd

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.setting_words import event_in_words
from after_overdue.cases.wording import CaseWording
from after_overdue.models.limitation.arithmetic import Restart, after_weekend
from after_overdue.models.limitation.case import NOUN, LimitationCase
from after_overdue.steps import Term
from after_overdue.units import day_after

LAWSUIT = "lawsuit"
CLOSING: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "running": ("trade_off", "complete", "next_step", "not_advice"),
        "over": ("trade_off", "complete", "next_step", "not_advice"),
        "judged": ("next_step", "not_advice"),
        "paid": ("complete", "next_step", "not_advice"),
    }
)
"""What is said last, by how the time to sue stands."""


class LimitationWords(CaseWording[LimitationCase]):
    """One case in the words of one language."""

    noun = NOUN

    def slider_text(self) -> str:
        """Return the months in words."""
        return self.locale.counted(self.case.months_later, "months")

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key days: the time to sue, how it stands, and the mark."""
        return [
            (
                self.say("headline_ends"),
                self.locale.day(self.case.time_to_sue.moved_to),
            ),
            (self.say("headline_state"), self._filled(self.state)),
            (self.say("headline_mark"), self._mark("headline")),
        ]

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        case, time = self.case, self.case.time_to_sue
        lines = [self._filled(self._sue)]
        if time.moved_to != time.ends_on:
            lines.append(self._filled("weekend"))
        lines += [self.restart(each) for each in time.restarts]
        if any(each.kind == LAWSUIT and each.new_end for each in time.restarts):
            lines.append(self._filled("lawsuit_note"))
        lines.append(self._filled(f"answer_{self.state}"))
        lines.append(
            self._filled("enforce_judged" if case.perform_by else "enforce_none")
        )
        lines.append(self._mark("answer"))
        return [*lines, *map(self._filled, CLOSING[self.state])]

    @property
    def _sue(self) -> str:
        """How the answer about the time to sue is worded."""
        time = self.case.time_to_sue
        if time.is_capped:
            return "sue_capped"
        return "sue" if time.ends_on.day == time.starts_on.day else "sue_month_end"

    @property
    def state(self) -> str:
        """How the time to sue stands on the day it is looked at."""
        case = self.case
        if case.paid_on and case.paid_on <= case.looked_at_on:
            return "paid"
        if case.perform_by:
            return "judged"
        return "over" if case.has_run_out else "running"

    @property
    def _enforceable(self) -> str:
        """How the time to enforce stands on the day it is looked at."""
        case = self.case
        if case.perform_by is None or case.enforce_until is None:
            return ""
        if case.looked_at_on <= case.perform_by:
            return self.say("enforce_not_begun")
        is_over = case.looked_at_on > case.enforce_until
        return self.say("enforce_over" if is_over else "enforce_running")

    def restart(self, event: Restart) -> str:
        """Return what an event does to the time to sue."""
        written = f"{event.kind}:{event.day.isoformat()}"
        return self.say(
            f"restart_{event.why_not or 'yes'}",
            event=event_in_words(written, self.locale.words(NOUN), self.locale),
            end=self._last(event.new_end or self.case.time_to_sue.ends_on),
            paid=self.locale.day(self.case.paid_on) if self.case.paid_on else "",
        )

    def sentence(self) -> Parts:
        """Return the sentence that answers: until when, and how it stands."""
        return parts_of(self._filled(f"sentence_{self.state}"))

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        return self._filled(f"takeaway_{self.state}")

    def figure_words(self) -> dict[str, str]:
        """Return the words of the figure with the case's days in them."""
        judged = "label_enforce" if self.case.perform_by else "label_enforce_none"
        filled = {
            "sue": self._filled("label_sue"),
            "enforce": self._filled(judged),
            "mark": self._mark("label"),
        }
        return {**self.locale.words(NOUN), **filled}

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings, codes in words."""
        words = self.locale.words(NOUN)
        frame = pd.DataFrame(
            {
                "kind": [words[f"events_{each}"] for each in answer.rows["kind"]],
                "day": answer.rows["day"],
                "new_end": [
                    after_weekend(each) if each else ""
                    for each in answer.rows["new_end"]
                ],
                "why_not": [
                    words[f"why_{each}"] if each else ""
                    for each in answer.rows["why_not"]
                ],
            }
        )
        return frame.rename(columns={name: words[f"table_{name}"] for name in frame})

    def dressed(self, term: Term) -> str:
        """Return one number of a working with its unit."""
        locale = self.locale
        if term.unit == "year":
            return str(int(term.value))
        if term.unit in ("days", "years"):
            return locale.counted(term.value, term.unit)
        write = {"yuan": locale.yuan, "share": locale.share}
        return write[term.unit](term.value)

    def _mark(self, where: str) -> str:
        paid = "in_time" if self.case.is_paid_in_time else "paid"
        return self._filled(f"{where}_mark_{paid if self.case.paid_on else 'unpaid'}")

    def _last(self, day: date | None) -> str:
        """Return a last day in words: past a weekend, and that this is why."""
        if day is None:
            return ""
        last, day_in_words = after_weekend(day), self.locale.day(day)
        if last == day:
            return day_in_words
        return self.say("last_moved", moved=self.locale.day(last), ends=day_in_words)

    def _filled(self, key: str) -> str:
        case, locale, time = self.case, self.locale, self.case.time_to_sue

        def day(day: date | None) -> str:
            return locale.day(day) if day else ""

        def years(name: str) -> str:
            return locale.counted(case.numbers[name].number, "years")

        return self.say(
            key,
            due=day(case.due_on),
            start=day(time.starts_on),
            ends=day(time.ends_on),
            moved=day(time.moved_to),
            looked=day(case.looked_at_on),
            to_sue=years("to_sue"),
            longest=years("longest"),
            to_enforce=years("to_enforce"),
            retention=years("retention"),
            perform=day(case.perform_by),
            last=self._last(time.ends_on),
            enforce=day(case.enforce_until),
            enforce_last=self._last(case.enforce_ends_on),
            enforceable=self._enforceable,
            judged=locale.yuan(case.judged),
            days=locale.counted(case.days_unperformed, "days"),
            doubled=locale.yuan(case.doubled_part or 0),
            paid=day(case.paid_on),
            kept=day(case.mark_until),
            gone=day(day_after(case.mark_until)),
        )
