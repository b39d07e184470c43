"""What a case of penalty interest says: answers, headlines, takeaway and tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.wording import CaseWording
from after_overdue.models.penalty_interest.case import NOUN, PenaltyCase
from after_overdue.models.penalty_interest.compound import fen
from after_overdue.models.penalty_interest.risk_class import CLASSES
from after_overdue.steps import Term


class PenaltyWords(CaseWording[PenaltyCase]):
    """One case in the words of one language."""

    noun = NOUN

    def joined(self, one: str, two: str) -> str:
        """Return two sentences in a row."""
        return self.say("joined", one=one, two=two)

    def yuan(self, amount: float) -> str:
        """Return money to the fen, with its unit."""
        return self.locale.yuan(float(fen(amount)))

    def share(self, share: float) -> str:
        """Return a rate or a share as per cent."""
        return self.locale.share(share)

    def dressed(self, term: Term) -> str:
        """Return one number of a working with its unit."""
        if term.unit == "days":
            return self.locale.counted(term.value, "days")
        write = {"yuan": self.yuan, "share": self.share, "count": self.locale.number}
        return write[term.unit](term.value)

    def part(self, term: Term) -> str:
        """Return one part of what is owed, by its name."""
        amount = self.dressed(term)
        return self.say(f"part_{term.name}", yuan=amount) if term.name else amount

    def risk_class(self, code: str) -> str:
        """Return the name of a risk class."""
        return self.say(f"class_{code}")

    @property
    def is_card(self) -> bool:
        """Whether the card illustration is shown."""
        return self.case.kind == "card"

    def slider_text(self) -> str:
        """Return what the main slider stands at."""
        return self.say("slider_day", day=self.case.days)

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        if self.is_card:
            order = self.payment_order()
            lines = [self._class(), order, self.payment(), self.say("card_ceiling")]
            return [*self._card(), *lines]
        return [*self._loan(), self._class(), *self._ceiling(), self.payment()]

    def _loan(self) -> Iterator[str]:
        case, arrears = self.case, self.case.path.arrears
        if case.basis == "instalment":
            yield self.instalment()
        yield self.say(
            "penalty_now",
            days=self.locale.counted(case.days, "days"),
            penalty=self.yuan(arrears.penalty[-1]),
            principal=self.yuan(case.overdue_principal),
            rate=self.share(case.rate),
            uplift=self.share(case.uplift),
            overdue_rate=self.share(case.terms.penalty_rate_per_year),
        )
        if case.terms.compound_days and case.overdue_interest:
            yield self.say(
                "compound_now",
                compound=self.yuan(arrears.compound_interest[-1]),
                interest=self.yuan(case.overdue_interest),
            )
        owed, added = self.yuan(arrears.owed[-1]), self.yuan(arrears.added[-1])
        yield self.say("owed_now", owed=owed, added=added)

    def instalment(self) -> str:
        """Return what of the missed instalment is principal and what is interest."""
        case, found = self.case, self.case.instalment
        message = self.say(
            "instalment_of",
            number=found.number,
            months=case.loan_months,
            payment=self.yuan(found.payment),
            principal=self.yuan(found.principal),
            interest=self.yuan(found.interest),
        )
        parts = self.yuan(fen(found.principal) + fen(found.interest))
        if parts == self.yuan(found.payment):
            return message
        return self.joined(message, self.say("instalment_rounded", parts=parts))

    def _card(self) -> Iterator[str]:
        case, card = self.case, self.case.path.card
        yield self.say(
            "card_now" if case.days else "card_now_free",
            days=self.locale.counted(case.days, "days"),
            principal=self.yuan(case.principal),
            owed=self.yuan(card.owed[-1]),
            interest=self.yuan(card.interest[-1]),
            fees=self.yuan(card.late_fees[-1]),
        )
        yield self.say(
            "card_rate",
            rate=self.share(case.card_rate_per_day),
            year=case.day_count,
            per_year=self.share(case.card_rate_per_day * case.day_count),
        )

    def _class(self) -> str:
        case = self.case
        bands = case.class_rule(case.kind).bands()
        here = CLASSES.index(str(case.path.classes[-1]))
        exact = here in (0, len(bands) - 1) and not self.is_card
        message = self.say(
            "class_now_exact" if exact else f"class_now_{case.kind}",
            risk_class=self.risk_class(bands[here][0]),
            year=case.numbers[f"class_last_days_{case.kind}"].since.year,
        )
        if here + 1 == len(bands):
            return message
        name, first, _ = bands[here + 1]
        following = self.say("class_next", day=first, risk_class=self.risk_class(name))
        return self.joined(message, following)

    def _ceiling(self) -> Iterator[str]:
        case, ceiling = self.case, self.case.ceiling
        overdue_rate = case.terms.penalty_rate_per_year
        rule = {"lender": self.lender, "ceiling": self.share(ceiling.rate_per_year)}
        if case.ceiling_kind == "lpr_multiple":
            known = cast("date", case.numbers["lpr_last_known_on"].dated.value)
            rule |= {
                "known": self.locale.day(known),
                "times": self.locale.number(case.numbers["lpr_multiple"].decimal),
                "lpr": self.share(case.lpr_per_year),
            }
        key = "within"
        if ceiling.is_below(overdue_rate):
            key = "above"
        elif case.charges_above_ceiling:
            key = "charges_above"
        verdict = self.say(
            f"ceiling_{key}",
            overdue_rate=self.share(overdue_rate),
            over=self.yuan(case.charges_above_ceiling),
        )
        yield self.joined(self.say(f"ceiling_{case.ceiling_kind}", **rule), verdict)
        if case.guidance_per_year is not None:
            yield self.say("guidance", rate=self.share(case.guidance_per_year))

    @property
    def lender(self) -> str:
        """The kind of lender, inside a sentence."""
        return self.say(f"lender_{self.case.lender}")

    def payment_order(self) -> str:
        """Return what a part payment on a card covers first, before and after."""
        first = self.case.principal_first_from
        late = self.case.days >= first
        key = "payment_card_principal" if late else "payment_card_charges"
        return self.say(key, first=first, last=first - 1, day=self.case.days)

    def payment(self) -> str:
        """Return where a part payment goes on the chosen day."""
        case, payment = self.case, self.case.payment
        if not case.paid:
            principal = case.purchase if self.is_card else case.overdue_principal
            before = case.owed - principal
            key = "payment_card_none" if self.is_card else "payment_none"
            return self.say(key, before=self.yuan(before))
        message = self.say(
            "payment_now",
            paid=self.yuan(case.paid),
            costs=self.yuan(payment.to_costs),
            interest=self.yuan(payment.to_interest),
            principal=self.yuan(payment.to_principal),
            owed=self.yuan(case.owed - payment.applied),
        )
        if self.is_card and not case.days and case.paid < case.purchase:
            return self.joined(message, self.say("payment_card_due"))
        if not fen(payment.left_over):
            return message
        over = self.say("payment_over", over=self.yuan(payment.left_over))
        return self.joined(message, over)

    def added(self, days: ArrayLike) -> list[str]:
        """Return what has been added to the debt by the end of each day."""
        path = self.case.paths(int(np.max(days)))
        added = path.card.added if self.is_card else path.arrears.added
        return [self.yuan(each) for each in added[np.asarray(days)]]

    @property
    def marked_days(self) -> list[int]:
        """The first day late, the last before a loan is called bad, and before loss."""
        last_days = self.case.class_rule(self.case.kind).last_days
        return [1, last_days[1], last_days[-1]]

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key numbers of the case: label and value."""
        case = self.case
        owed = case.path.card.owed if self.is_card else case.path.arrears.owed
        here = self.risk_class(str(case.path.classes[-1]))
        facts = [
            (self.say("headline_owed"), self.yuan(owed[-1])),
            (self.say("headline_class"), here),
        ]
        if self.is_card:
            rate = self.share(case.card_rate_per_day * case.day_count)
            return [*facts, (self.say("headline_card_rate"), rate)]
        key = "headline_above" if case.is_above_ceiling else "headline_within"
        limit = self.say(key, ceiling=self.share(case.ceiling.rate_per_year))
        return [*facts, (self.say("headline_ceiling", lender=self.lender), limit)]

    def sentence(self) -> Parts:
        """Return the sentence that answers: what being late has cost."""
        case = self.case
        rate = (
            case.card_rate_per_day if self.is_card else case.terms.penalty_rate_per_year
        )
        key = "sentence_loan"
        if self.is_card:
            key = "sentence_card" if case.days else "sentence_card_free"
        message = self.say(
            key,
            day=case.days,
            added=self.added([case.days])[0],
            rate=self.share(rate),
        )
        return parts_of(message)

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        case = self.case
        first, bad, lost = self.added(self.marked_days)
        _, bad_day, lost_day = self.marked_days
        values = {
            "first": first,
            "bad": bad,
            "lost": lost,
            "bad_day": bad_day,
            "lost_day": lost_day,
        }
        if self.is_card:
            rate = self.share(case.card_rate_per_day)
            principal = self.yuan(case.principal)
            return self.say("takeaway_card", rate=rate, principal=principal, **values)
        ceiling = case.ceiling.rate_per_year
        return self.say(
            "takeaway",
            rate=self.share(case.terms.penalty_rate_per_year),
            principal=self.yuan(case.overdue_principal),
            ceiling=self.share(ceiling),
            lender=self.lender,
            **values,
        )

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        frame = answer.frame
        frame["class"] = [self.risk_class(code) for code in frame["class"]]
        return frame.rename(columns=dict(self.locale.words(NOUN)))
