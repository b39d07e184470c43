"""Permalinks: the versions of a share link, and names that inputs once had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import Field

from after_overdue.catalog.files import CONTENT, Bilingual, Record, read_mapping, record
from after_overdue.catalog.parameters import Parameter
from after_overdue.errors import Problem

RULE = "AO-601"
WHERE = "content/permalinks.yaml"


class Version(Record):
    """The links made from one day on, until the next version.

    Attributes
    ----------
    since : its first day
    changed : what has changed on a page since the version before, by the page's noun
    """

    since: date
    changed: dict[str, Bilingual] = Field(default_factory=dict)


class Permalinks(Record):
    """Versions by number, from 1; and today's name of an input by its old ones."""

    versions: dict[int, Version]
    renamed: dict[str, dict[str, str]]

    @property
    def newest(self) -> int:
        """The version that a link made today carries."""
        return max(self.versions)

    def changes(self, noun: str, version: int) -> list[Bilingual]:
        """Return what has changed on a page since links of `version`, in order."""
        later = [number for number in sorted(self.versions) if number > version]
        changed_then = (self.versions[number].changed for number in later)
        return [changed[noun] for changed in changed_then if noun in changed]


@cache
def permalinks(content: Path = CONTENT) -> Permalinks:
    """Return the versions of share links and the old names of inputs."""
    path = content / "permalinks.yaml"
    found = read_mapping(path, content=content, rule=RULE)
    return record(Permalinks, found, where=WHERE, key="", rule=RULE)


def permalink_problems(
    permalinks: Permalinks, known: Mapping[str, Parameter]
) -> Iterator[Problem]:
    """Yield each rule that the permalinks break.

    Parameters
    ----------
    permalinks : versions and old names
    known : parameters by name
    """
    yield from _version_problems(permalinks.versions)
    yield from _name_problems(permalinks.renamed, known)
    yield from _default_problems(permalinks.versions, known)


def _version_problems(versions: Mapping[int, Version]) -> Iterator[Problem]:
    if list(versions) != list(range(1, len(versions) + 1)) or not versions:
        what = f"'versions' are {', '.join(map(str, versions)) or 'none'}."
        yield Problem(WHERE, what, "Number them 1, 2, 3 and so on.", RULE)
    for (_, before), (number, version) in pairwise(versions.items()):
        if version.since <= before.since:
            what = f"version {number} is no later than the one before it."
            yield Problem(WHERE, what, "Correct its day.", RULE)
        if not version.changed:
            what = f"version {number} does not say what has changed."
            remedy = "Say it under 'changed:', for each page that changed."
            yield Problem(WHERE, what, remedy, RULE)


def _name_problems(
    renamed: Mapping[str, Mapping[str, str]], known: Mapping[str, Parameter]
) -> Iterator[Problem]:
    for noun, names in renamed.items():
        for old, new in names.items():
            if not _is_input(f"{noun}.{new}", known):
                what = f"'{old}' of {noun} leads to '{new}', which is no input of it."
                yield Problem(WHERE, what, "Name the input as it is today.", "AO-602")
            if _is_input(f"{noun}.{old}", known):
                what = f"'{old}' of {noun} is an old name and an input of today."
                remedy = "Give the new input a name that no link has used."
                yield Problem(WHERE, what, remedy, "AO-602")


def _default_problems(
    versions: Mapping[int, Version], known: Mapping[str, Parameter]
) -> Iterator[Problem]:
    """Yield each starting value that changed with no version to tell of it."""
    first = min((each.since for each in versions.values()), default=date.max)
    announced = {
        (each.since, noun) for each in versions.values() for noun in each.changed
    }
    for name, parameter in known.items():
        noun = name.partition(".")[0]
        for (_, before), (day, dated) in pairwise(sorted(parameter.values.items())):
            changed = parameter.input and dated.value != before.value and day > first
            if changed and (day, noun) not in announced:
                what = f"no version of {day} tells that {name} starts elsewhere."
                remedy = f"Add one with that day, and {noun} under 'changed:'."
                yield Problem(WHERE, what, remedy, "AO-603")


def _is_input(name: str, known: Mapping[str, Parameter]) -> bool:
    return name in known and known[name].input is not None
