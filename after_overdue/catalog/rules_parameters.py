"""Rules of the parameters, AO-202 to AO-207."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from after_overdue.catalog.files import location
from after_overdue.catalog.library import Library
from after_overdue.catalog.parameters import Control, Dated, Parameter, parameter_file
from after_overdue.errors import Problem

NAME = re.compile(r"[a-z0-9_]+\.[a-z0-9_]+")
WORD = re.compile(r"[a-z]+")
CONTROLS: Mapping[str | None, tuple[Control | None, ...]] = {
    None: (None,),
    "integer": ("slider", "number"),
    "share": ("slider", "number"),
    "number": ("number", "slider"),
    "month": ("month",),
    "date": ("day",),
    "choice": ("choice",),
    "choices": ("choices",),
    "flag": ("switch",),
    "debts": ("debts",),
    "events": ("events",),
}
"""The controls that can move an input of each kind."""
WITHOUT_SOURCE = ("assumption", "general-knowledge")


def parameter_problems(library: Library) -> Iterator[Problem]:
    """Yield each rule that the parameters break."""
    yield from _stray_files(library)
    for name, parameter in library.parameters.items():
        yield from _one(library, parameter, parameter_file(name))


def _stray_files(library: Library) -> Iterator[Problem]:
    folder = library.content / "parameters"
    for path in sorted(folder.rglob("[!.]*.*")):
        name = ".".join(path.relative_to(folder).with_suffix("").parts)
        if path.suffix != ".yaml" or not NAME.fullmatch(name):
            what = "lies where nothing reads it."
            remedy = (
                "Name it parameters/<noun>/<name>.yaml, in lower-case letters, "
                "digits and underscores."
            )
            yield Problem(location(path, library.content), what, remedy, "AO-205")


def _one(library: Library, parameter: Parameter, where: str) -> Iterator[Problem]:
    if not parameter.values:
        remedy = "Give one day and the value from then on."
        yield Problem(where, "'values' is empty.", remedy, "AO-201")
    yield from _control_problems(parameter, where)
    yield from _none_problems(parameter, where)
    for day, dated in parameter.values.items():
        yield from _range_problems(where, day, dated)
        for citation in dated.sources:
            if not library.is_cited(citation):
                what = (
                    f"value of {day} cites '{citation}', which is not a known source."
                )
                remedy = "Correct the id, or add it to content/sources.yaml."
                yield Problem(where, what, remedy, "AO-203")
        if not dated.sources and parameter.status not in WITHOUT_SOURCE:
            what = f"value of {day} is '{parameter.status}' but cites no source."
            remedy = "List the source, or say status: assumption."
            yield Problem(where, what, remedy, "AO-204")


def _control_problems(parameter: Parameter, where: str) -> Iterator[Problem]:
    allowed = CONTROLS[parameter.input]
    if parameter.control in allowed:
        return
    if parameter.input is None:
        what = f"control '{parameter.control}' moves no input."
        yield Problem(where, what, "Say 'input:', or drop 'control:'.", "AO-206")
        return
    what = (
        f"'control:' is missing, and 'input: {parameter.input}' needs one."
        if parameter.control is None
        else f"control '{parameter.control}' cannot move an input '{parameter.input}'."
    )
    remedy = f"Say 'control:' with one of: {', '.join(map(str, allowed))}."
    yield Problem(where, what, remedy, "AO-206")


def _none_problems(parameter: Parameter, where: str) -> Iterator[Problem]:
    if parameter.none is None:
        return
    if not (parameter.input and parameter.optional):
        what = f"'none: {parameter.none}' names what cannot be left out."
        yield Problem(where, what, "Say 'optional: true', or drop 'none:'.", "AO-207")
    if not WORD.fullmatch(parameter.none):
        what = f"'none: {parameter.none}' is no word of small letters."
        yield Problem(where, what, "Write one such as 'never'.", "AO-207")


def _range_problems(where: str, day: date, dated: Dated) -> Iterator[Problem]:
    given = dated.value if isinstance(dated.value, list) else [dated.value]
    for each in given:
        if dated.options is not None and each is not None and each not in dated.options:
            what = f"value of {day} is {each!r}, which is not among its options."
            yield Problem(
                where, what, "Add the option, or correct the value.", "AO-202"
            )
    if dated.range is None or dated.value is None:
        return
    low, high = dated.range
    value = str(dated.value) if isinstance(dated.value, date) else dated.value
    try:
        outside = not low <= value <= high  # type: ignore[operator]
    except TypeError:
        what = (
            f"value of {day} is {dated.value!r}, which cannot lie in {low} to {high}."
        )
        yield Problem(where, what, "Give value and range the same kind.", "AO-202")
        return
    if outside:
        what = f"value of {day} is {dated.value}, outside its range {low} to {high}."
        yield Problem(where, what, "Correct the value or the range.", "AO-202")
