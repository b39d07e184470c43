"""Permalinks: a link carries every value and a version, and opens later as it was.

Every caller reads links here: pages, embeds, JSON and the command line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from urllib.parse import urlencode

from after_overdue.cases.inputs import Input, Refusal
from after_overdue.cases.locale import Locale
from after_overdue.catalog import permalinks as catalog
from after_overdue.catalog.parameters import value_of

VERSION = "v"
"""The parameter of an address that holds the version of the link."""

WHOLE = re.compile(r"[+-]?\d{1,15}")
Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Link:
    """What a link asks for, in the names of today.

    Attributes
    ----------
    texts : what it gives, by the name of the input
    version : the version it was made with; the newest where it does not say
    refusals : where its version is none
    """

    noun: str
    texts: Mapping[str, tuple[str, ...]]
    version: int
    refusals: tuple[Refusal, ...] = ()

    @property
    def is_old(self) -> bool:
        """Whether there has been a version since."""
        return self.version < catalog.permalinks().newest

    def filled(self, inputs: Mapping[str, Input]) -> dict[str, Sequence[str]]:
        """Return its texts, with each value it lacks as it started when it was made."""
        return {**self._as_then(inputs), **self.texts}

    def _as_then(self, inputs: Mapping[str, Input]) -> dict[str, Sequence[str]]:
        if not self.is_old:
            return {}
        until = catalog.permalinks().versions[self.version + 1].since
        day = until - timedelta(days=1)
        then = {
            name: value_of(each.value.name, each.value.parameter, day).dated.value
            for name, each in inputs.items()
            if min(each.value.parameter.values) <= day
        }
        return {
            name: [inputs[name].write(value)]
            for name, value in then.items()
            if value != inputs[name].default
        }

    def notice(self, locale: Locale) -> str:
        """Return a sentence on what has changed since; empty for a link of today."""
        if not self.is_old:
            return ""
        texts, known = locale.words("permalinks"), catalog.permalinks()
        changes = [
            each[locale.language] for each in known.changes(self.noun, self.version)
        ]
        until = locale.day(known.versions[self.version + 1].since)
        if not changes:
            return texts["unchanged"].format(date=until)
        message = reduce(
            lambda message, one: texts["and"].format(changes=message, change=one),
            changes,
        )
        return texts["changed"].format(date=until, changes=message)


def read_link(noun: str, given: Texts) -> Link:
    """Return what an address or a command asks of a page.

    Hyphens in names are as good as underscores; a name that an input once had is as
    good as the one it has.

    Parameters
    ----------
    noun : the page
    given : texts by name
    """
    texts: dict[str, tuple[str, ...]] = {}
    for written, each in given.items():
        name = todays_name(noun, written)
        texts[name] = (*texts.get(name, ()), *each)
    newest = catalog.permalinks().newest
    version, refusals = _version(texts.pop(VERSION, ()), newest)
    return Link(noun, texts, version, refusals)


def todays_name(noun: str, written: str) -> str:
    """Return what an input is called today, whichever way it is written."""
    name = written.replace("-", "_")
    return catalog.permalinks().renamed.get(noun, {}).get(name, name)


def _version(texts: Sequence[str], newest: int) -> tuple[int, tuple[Refusal, ...]]:
    if not texts:
        return newest, ()
    text = texts[-1].strip()
    if WHOLE.fullmatch(text) and 1 <= int(text) <= newest:
        return int(text), ()
    refusal = Refusal("not_a_version", VERSION, text, {"high": newest})
    return newest, (refusal,)


def query(settings: Mapping[str, str]) -> str:
    """Return settings as the query of an address; lists keep their commas and colons.

    Examples
    --------
    >>> query({"readings": "schedule,restored", "find": "a&b"})
    'readings=schedule,restored&find=a%26b'
    """
    return urlencode(settings, safe=",:")


def versioned(settings: Mapping[str, str]) -> dict[str, str]:
    """Return settings of a page with the version of today."""
    return {VERSION: str(catalog.permalinks().newest), **settings}
