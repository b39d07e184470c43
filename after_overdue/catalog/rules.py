"""The content rules: every rule that a file under content/ can break.

Each has a number, a sentence in docs/content-rules.md and a broken example under
tests/broken/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from after_overdue.catalog.files import LANGUAGES, location
from after_overdue.catalog.interface import language_problems
from after_overdue.catalog.parameters import Dated, Parameter, read_parameter
from after_overdue.catalog.sources import Source, is_cited, sources
from after_overdue.errors import ContentError, Problem

Read = TypeVar("Read")


@dataclass(frozen=True)
class Report:
    """What a check read, and every rule that was broken."""

    counts: dict[str, int]
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        read = ", ".join(f"{count} {noun}" for noun, count in self.counts.items())
        broken = len(self.problems)
        verdict = f"{broken} problem{'s' * (broken != 1)}" if broken else "no problems"
        return f"{read}: {verdict}."


def checked(content: Path) -> Report:
    """Return what is under `content` and every rule it breaks."""
    if not content.is_dir():
        what, remedy = "is not a folder.", "Name the folder that holds the content."
        return Report({"files": 0}, (Problem(str(content), what, remedy, "AO-001"),))
    problems: list[Problem] = []
    known = _collected(lambda: sources(content), problems) or {}
    paths = sorted((content / "parameters").glob("*/*.yaml"))
    for path in paths:
        parameter = _collected(
            lambda path=path: read_parameter(path, content), problems
        )
        if parameter:
            problems += parameter_problems(parameter, location(path, content), known)
    _collected(lambda: problems.extend(language_problems(content)), problems)
    counts = {
        "parameters": len(paths),
        "sources": len(known),
        "languages": len(LANGUAGES),
    }
    return Report(counts, tuple(problems))


def _collected(read: Callable[[], Read], problems: list[Problem]) -> Read | None:
    """Return what `read` returns, or add what it found broken to `problems`."""
    try:
        return read()
    except ContentError as error:
        problems.extend(error.problems)
        return None


def parameter_problems(
    parameter: Parameter, where: str, known: dict[str, Source]
) -> Iterator[Problem]:
    """Yield each rule that a parameter breaks."""
    if not parameter.values:
        remedy = "Give one day and the value from then on."
        yield Problem(where, "'values' is empty.", remedy, "AO-201")
    for day, dated in parameter.values.items():
        yield from _range_problems(where, day, dated)
        for citation in dated.sources:
            if not is_cited(citation, known):
                what = (
                    f"value of {day} cites '{citation}', which is not a known source."
                )
                remedy = "Correct the id, or add it to content/sources.yaml."
                yield Problem(where, what, remedy, "AO-203")
        if not dated.sources and parameter.status not in (
            "assumption",
            "general-knowledge",
        ):
            what = f"value of {day} is '{parameter.status}' but cites no source."
            remedy = "List the source, or say status: assumption."
            yield Problem(where, what, remedy, "AO-204")


def _range_problems(where: str, day: date, dated: Dated) -> Iterator[Problem]:
    held = dated.value if isinstance(dated.value, list) else [dated.value]
    for each in held:
        if dated.options is not None and each is not None and each not in dated.options:
            what = f"value of {day} is {each!r}, which is not among its options."
            yield Problem(
                where, what, "Add the option, or correct the value.", "AO-202"
            )
    if dated.range is None or dated.value is None:
        return
    low, high = dated.range
    try:
        outside = not low <= dated.value <= high  # type: ignore[operator]
    except TypeError:
        what = (
            f"value of {day} is {dated.value!r}, which cannot lie in {low} to {high}."
        )
        yield Problem(where, what, "Give value and range the same kind.", "AO-202")
        return
    if outside:
        what = f"value of {day} is {dated.value}, outside its range {low} to {high}."
        yield Problem(where, what, "Correct the value or the range.", "AO-202")
