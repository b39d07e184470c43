"""The declaration of a model: how it is asked, answered, drawn and predicted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from after_overdue.cases.inputs import Input, InputValue, Refusal, inputs, read_inputs
from after_overdue.cases.locale import Locale
from after_overdue.cases.permalinks import read_link
from after_overdue.cases.predictable import Predictable
from after_overdue.cases.result import AnyResult
from after_overdue.cases.view import View, ViewRequest
from after_overdue.figures.marks import unmarked

ResolveConflicts = Callable[
    [Mapping[str, InputValue]], tuple[dict[str, InputValue], list[Refusal]]
]

HOME_PAGE = "home"
"""The page that a site begins with."""
LOOKED_AT = "chosen_month"
"""The place looked at in detail; where nobody named it, it follows without a word."""


InTodaysTerms = Callable[[Mapping[str, InputValue], date], Mapping[str, InputValue]]


def as_given(
    values: Mapping[str, InputValue], _today: date
) -> Mapping[str, InputValue]:
    """Return the values as they are: each is said in one way only."""
    return values


def no_contradictions(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values as they are: no two of them contradict each other."""
    return dict(values), []


@dataclass(frozen=True)
class Model:
    """One model of the guide: all that others need to know of it.

    Attributes
    ----------
    slug : its noun: folder of its parameters, name of its page, words and address
    icon : of its page in the menu
    inputs : names of its inputs, each with a parameter file of that name
    page_inputs : inputs that only its page has: what is looked at, not what is asked
    case : the case of checked values on a day
    answer_of : what the command line and JSON say about a case
    draw : the picture of a case
    resolve_conflicts : settles contradictions between values, each one named
    one_way : says in one way what may be given in two, such as a day and its number
    predictable : what may be guessed before it is drawn
    paid_after : its input for the day on which the overdue is paid, if it has one:
        a reader who says it on one page has said it on all
    page_path : its page in the folder of pages; ``explore/<slug>`` unless it says
    """

    slug: str
    icon: str
    inputs: tuple[str, ...]
    case: Callable[[Mapping[str, InputValue], date], Any]
    result_of: Callable[[Any], AnyResult]
    draw: Callable[[ViewRequest], View[Any]]
    page_inputs: tuple[str, ...] = ()
    resolve_conflicts: ResolveConflicts = no_contradictions
    one_way: InTodaysTerms = as_given
    predictable: tuple[Predictable, ...] = ()
    paid_after: str = ""
    page_path: str = ""

    @property
    def is_home(self) -> bool:
        """Whether its page is the one that a site begins with."""
        return self.page_path == HOME_PAGE

    @cached_property
    def page(self) -> Model:
        """The model as its page asks it."""
        return replace(self, inputs=(*self.inputs, *self.page_inputs), page_inputs=())

    def inputs_on(self, today: date) -> Mapping[str, Input]:
        """Return its inputs as they stand on a day."""
        return inputs(self.slug, self.inputs, today)

    def read(
        self, given: Mapping[str, Sequence[str]], today: date
    ) -> tuple[dict[str, InputValue], list[Refusal]]:
        """Return usable values, and a refusal for each that was not usable as given."""
        inputs, link = self.inputs_on(today), read_link(self.slug, given)
        values, refused = read_inputs(inputs, link.filled(inputs))
        settled, contradictions = self.settled(values, today)
        contradicted = [
            each
            for each in contradictions
            if each.name in given or each.name != LOOKED_AT
        ]
        return settled, [*link.refusals, *refused, *contradicted]

    def settled(
        self, values: Mapping[str, InputValue], today: date
    ) -> tuple[dict[str, InputValue], list[Refusal]]:
        """Return the values said in one way, and each contradiction between them."""
        settled, contradictions = self.resolve_conflicts(values)
        return dict(self.one_way(settled, today)), contradictions

    def answer(self, values: Mapping[str, InputValue], today: date) -> AnyResult:
        """Return what the command line and JSON say about checked values."""
        return self.result_of(self.case(values, today))

    def picture(
        self, values: Mapping[str, InputValue], today: date, locale: Locale
    ) -> View[Any]:
        """Return the picture of the page's values.

        Parameters
        ----------
        values : values as ``page.read`` returns them
        today : the day whose numbers and rules are used
        locale : the language
        """
        asked = ViewRequest(
            self.slug, self.page.inputs_on(today), values, today, locale
        )
        drawn = self.draw(asked)
        if drawn.chosen is None or drawn.chosen.is_set:
            return drawn
        return replace(drawn, figure=unmarked(drawn.figure))
