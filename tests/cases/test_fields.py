"""Fields: what the type of a result says about each of them."""

from collections.abc import Sequence
from typing import Annotated, Literal, TypedDict

from after_overdue.cases.fields import About, fields_of


class Stop(TypedDict):
    """One of several."""

    why: Annotated[Literal["late", "early"] | None, About("Why", "为什么")]


class Journey(TypedDict):
    """What holds several."""

    stops: Annotated[Sequence[Stop], About("Stops", "各站")]
    names: Annotated[Sequence[str], About("Names", "名称")]


def test_a_list_of_groups_has_the_fields_of_one_group() -> None:
    stops = fields_of(Journey)["stops"]
    assert stops.kind == "groups"
    assert list(stops.fields or {}) == ["why"]


def test_a_list_of_texts_is_no_list_of_groups() -> None:
    assert fields_of(Journey)["names"].kind == "codes"


def test_a_code_that_may_be_missing_keeps_its_options() -> None:
    why = fields_of(Stop)["why"]
    assert (why.options, why.empty) == (("late", "early"), True)
