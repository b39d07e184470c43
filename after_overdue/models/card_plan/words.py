"""What a case of a card debt says: three ways, what each costs, what ends never."""

from __future__ import annotations

import pandas as pd

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.wording import CaseWording
from after_overdue.models.card_plan.arithmetic import Repayment
from after_overdue.models.card_plan.case import NOUN, CardPlanCase
from after_overdue.steps import Term

OUTCOMES = {"ends": "ends", "beyond": "beyond", "stands": "never", "grows": "never"}


class CardPlanWords(CaseWording[CardPlanCase]):
    """One case in the words of one language."""

    noun = NOUN

    def dressed(self, term: Term) -> str:
        """Return one number of a working with its unit."""
        locale = self.locale
        if term.unit == "monthly":
            return locale.percent(term.value, 4)
        if term.unit == "days":
            return locale.counted(int(term.value), "days")
        share, yuan = locale.exact_share, locale.yuan
        write = {"yuan": yuan, "share": share, "count": locale.number}
        return write[term.unit](term.value)

    @property
    def cycle(self) -> str:
        """The days of a cycle, in words."""
        return self.locale.counted(self.case.terms.cycle_days, "days")

    @property
    def pay(self) -> str:
        """The payment of one's own, in words."""
        return self.locale.yuan(self.case.pay_per_month)

    def months(self, way: Repayment) -> str:
        """Return how long a way takes, in words."""
        return self.locale.counted(way.months or 0, "months")

    def cost(self, way: Repayment) -> str:
        """Return the interest of a way that ends, in words."""
        return self.locale.yuan(way.interest_paid or 0)

    def slider_text(self) -> str:
        """Return the payment as the slider shows it."""
        return self.say("a_month", yuan=self.pay)

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        return [
            self._ending("minimum", self.case.minimum),
            self._ending("kept_up", self.case.kept_up),
            self._fixed(),
            self._plan(),
            self._ending("without_plan", self.case.without_plan, self._beside()),
            self.say("may_say_no"),
            self.say("assumed", days=self.cycle),
        ]

    def _ending(self, key: str, way: Repayment, beside: str = "") -> str:
        """Return a sentence on a way, or on why it does not end."""
        return self.say(
            key if way.months else f"{key}_never",
            first=self.locale.yuan(way.first_payment),
            months=self.months(way),
            interest=self.cost(way),
            beside=beside,
        )

    def _beside(self) -> str:
        """Return what a plan is worth beside the same sum without one."""
        plan, without = self.case.plan, self.case.without_plan.interest_paid
        if not self.case.plan_rate and without != 0:
            return self.say("plan_stops_interest")
        if without is None:
            return self.say("plan_ends")
        saved = round(without - (plan.interest_paid or 0), 2)
        key = "saves" if saved > 0 else "costs_more" if saved < 0 else "costs_the_same"
        return self.say(f"plan_{key}", difference=self.locale.yuan(abs(saved)))

    def _fixed(self) -> str:
        fixed = self.case.fixed
        return self.say(
            f"fixed_{fixed.course}",
            pay=self.pay,
            months=self.months(fixed),
            interest=self.cost(fixed),
            first=self.locale.yuan(fixed.first_interest),
            less=self.locale.yuan(fixed.first_payment - fixed.first_interest),
        )

    def _plan(self) -> str:
        case = self.case
        return self.say(
            "plan" if case.plan_rate else "plan_free",
            months=self.locale.counted(case.plan_months, "months"),
            rate=self.locale.share(case.plan_rate),
            first=self.locale.yuan(case.plan.first_payment),
            interest=self.cost(case.plan),
        )

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key numbers: how long each way takes."""
        case = self.case
        ways = {"minimum": case.minimum, "fixed": case.fixed, "plan": case.plan}
        return [
            (self.say(f"headline_{name}"), self._headline(way))
            for name, way in ways.items()
        ]

    def _headline(self, way: Repayment) -> str:
        return self.months(way) if way.months else self.say(OUTCOMES[way.course])

    def chips(self) -> list[tuple[str, float]]:
        """Return payments to try: what each is called, and how much it is."""
        sums = {
            "kept_up": self.case.minimum.first_payment,
            "plan": self.case.plan.first_payment,
        }
        return [
            (self.say(f"chip_{name}", yuan=self.locale.yuan(each)), each)
            for name, each in sums.items()
        ]

    def sentence(self) -> Parts:
        """Return the sentence that answers: when it is paid off, and at what cost."""
        fixed = self.case.fixed
        message = self.say(
            f"sentence_{fixed.course}",
            pay=self.pay,
            months=self.months(fixed),
            interest=self.cost(fixed),
        )
        return parts_of(message)

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        case = self.case
        return self.say(
            f"takeaway_{OUTCOMES[case.fixed.course]}",
            debt=self.locale.yuan(case.debt),
            minimum_months=self.months(case.minimum),
            minimum_interest=self.cost(case.minimum),
            pay=self.pay,
            months=self.months(case.fixed),
            interest=self.cost(case.fixed),
            plan_months=self.months(case.plan),
            plan_interest=self.cost(case.plan),
        )

    def figure_words(self) -> dict[str, str]:
        """Return the words of the figure with the case's numbers in them."""
        filled = {"label_fixed": self.say("label_fixed", pay=self.pay)}
        return {**self.locale.words(NOUN), **filled}

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        names = {name: self.say(f"table_{name}") for name in answer.rows}
        return answer.frame.rename(columns=names)
