"""A prediction in words: the question, what is given, and what somebody answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from after_overdue.cases.inputs import Input, InputValue
from after_overdue.cases.locale import Locale
from after_overdue.cases.predictable import PERCENT
from after_overdue.cases.refusals import LONGEST_SHOWN
from after_overdue.cases.setting_words import setting_in_words
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.predictions.case import PredictionCase, Response
from after_overdue.written import number_of

NEAR = 100
"""Below it a distance has a tenth."""


@dataclass(frozen=True)
class PredictionWords:
    """One prediction in one language."""

    case: PredictionCase
    locale: Locale

    @property
    def key(self) -> str:
        """The heading of its words, under ``predictions``."""
        return f"{self.case.page}.{self.case.thing.kind}"

    def say(self, key: str, **values: object) -> str:
        """Return one of the words of predictions, filled in."""
        return self.locale.words("predictions")[key].format(**values)

    @property
    def name(self) -> str:
        """What is predicted, in a few words."""
        return self.say(f"{self.key}.name")

    @property
    def question(self) -> str:
        """The question."""
        return self.say(f"{self.key}.ask", **dict(self._given()))

    def given(self) -> list[tuple[str, str]]:
        """Return label and value of each setting that a learner has to know.

        What differs from a page's starting values is always among them.
        """
        inputs = PAGE_MODELS[self.case.page].inputs_on(self.case.today)
        language = self.locale.language
        return [
            (inputs[name].value.parameter.label[language], said)
            for name, said in self._given()
            if said
        ]

    def _given(self) -> list[tuple[str, str]]:
        inputs = PAGE_MODELS[self.case.page].inputs_on(self.case.today)
        values, shows = {**self.case.values, **self._open()}, self.case.thing.shows
        return [
            (name, self._setting(each, values[name]))
            for name, each in inputs.items()
            if name in shows or values[name] != each.default
        ]

    def _open(self) -> Mapping[str, InputValue]:
        """Return what settings left open stand for."""
        used = self.case.answer.inputs
        return {
            name: used[name]
            for name in self.case.thing.shows
            if self.case.values[name] is None and name in used
        }

    def _setting(self, input_: Input, value: InputValue) -> str:
        return setting_in_words(input_, value, self.case.page, self.locale)

    def range(self) -> str:
        """Return what may be answered."""
        if pad := self.case.pad:
            low, high = self.number(pad.low), self.number(pad.high)
            return self.say("range_points", low=low, high=high, count=len(pad.months))
        ends = [
            self.say("range", low=write(each.low), high=write(each.high))
            for each, write in (
                (self.case.months, self._month),
                (self.case.numbers, self.number),
            )
            if each
        ]
        return self.say("between").join(ends)

    def number(self, number: float) -> str:
        """Return a number with the unit of the prediction."""
        unit = self.case.thing.unit
        if unit == "percent":
            return self.locale.share(round(number / PERCENT, 4))
        if unit == "yuan":
            return self.locale.yuan(number)
        if unit == "yuan-days":
            return self.say("yuan_days", number=self.locale.number(round(number, 2)))
        return self.locale.counted(round(number, 2), unit)

    def gap(self, distance: float) -> str:
        """Return how far an answer lies from another one."""
        near = _near(distance)
        if self.case.thing.kind == "month":
            return self.locale.counted(near, "months")
        if self.case.thing.unit == "percent":
            return self.say("percent_points", number=self.locale.number(near))
        return self.number(near)

    def gap_number(self, distance: float) -> str:
        """Return how far an answer lies from another one, without its unit."""
        return self.locale.number(_near(distance))

    @property
    def gap_unit(self) -> str:
        """The unit of how far an answer lies from another one."""
        if self.case.thing.kind == "month":
            unit = self.locale.words("units")["months.other"].format(number="")
        elif self.case.thing.unit == "percent":
            unit = self.say("percent_points", number="")
        else:
            unit = self.blank("")
        return unit.strip()

    def blank(self, mark: str) -> str:
        """Return `mark` with the unit around it, for somebody to fill in."""
        unit = self.case.thing.unit
        if self.case.thing.kind == "month":
            return self.say("month", month=mark)
        if unit == "percent":
            return f"{mark} %"
        if unit == "yuan-days":
            return self.say("yuan_days", number=mark)
        return self.locale.words("units")[f"{unit}.other"].format(number=mark)

    def _month(self, month: float) -> str:
        return self.say("month", month=int(month))

    def month(self, month: int | None) -> str:
        """Return a month, or that there is none."""
        return self.say(f"{self.key}.none") if month is None else self._month(month)

    def response(self, response: Response) -> str:
        """Return what somebody answered."""
        if self.case.thing.kind == "month":
            return self.month(response["month"])
        if self.case.thing.kind == "curve":
            return self.curve(response["curve"])
        number = self.number(response["number"])
        if self.case.thing.kind == "number":
            return number
        return self.say("point", month=self._month(response["month"]), number=number)

    def curve(self, curve: Sequence[float]) -> str:
        """Return the points of a curve, the last one with its unit."""
        numbers = [self.locale.number(round(each, 1)) for each in curve[:-1]]
        return " → ".join([*numbers, self.number(round(curve[-1], 1))])

    def right(self, month: int | None = None) -> str:
        """Return what is right by the model.

        Parameters
        ----------
        month : of a curve, at which it is read; the middle one that may be predicted
            where none is given
        """
        truth, either = self.case.truth, self.say("or")
        if self.case.thing.kind == "month":
            return either.join(map(self.month, dict.fromkeys(truth.months)))
        if self.case.thing.kind == "number":
            return either.join(dict.fromkeys(map(self.number, truth.numbers)))
        if pad := self.case.pad:
            points = [[each[at] for at in pad.months] for each in self.case.modelled]
            return either.join(dict.fromkeys(map(self.curve, points)))
        ends = self.case.months
        assert ends is not None  # a point has a month
        at = int(ends.low + ends.high) // 2 if month is None else month
        there = [curve[at] for curve in truth.curves if at < len(curve)]
        number = either.join(dict.fromkeys(map(self.number, there)))
        return self.say("point", month=self._month(at), number=number)

    def refusal(self, response: object) -> str:
        """Return why a response cannot be taken; nothing where it can."""
        if self.case.accepts(response):
            return ""
        if texts := _texts_in(response):
            return self.say("not_a_number", given=texts[0], range=self.range())
        given = isinstance(response, Mapping) and None not in response.values()
        key = "out_of_range" if response and given else "nothing_given"
        return self.say(key, range=self.range())


def _texts_in(response: object) -> list[str]:
    """Return what was typed into a response for numbers and is none."""
    if not isinstance(response, Mapping):
        return []
    lists = (each if isinstance(each, list) else [each] for each in response.values())
    return [text[:LONGEST_SHOWN] for each in lists for text in each if _is_text(text)]


def _is_text(given: object) -> bool:
    """Return whether somebody wrote what is no number; an empty field is nothing."""
    if not isinstance(given, str) or not given.strip():
        return False
    return isinstance(number_of(given), str)


def _near(distance: float) -> float:
    return round(distance, 1 if distance < NEAR else None)
