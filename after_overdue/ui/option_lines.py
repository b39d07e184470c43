"""Options as a trainer types them: one a line, right ones starred, replies after #."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from after_overdue.teaching.own_step import Option

RIGHT, REPLY = "*", " # "


def options_in(text: str) -> list[dict[str, Any]]:
    r"""Return the options in the lines of a text, as plain values.

    Examples
    --------
    >>> options_in("* Five years # From the day it is paid.\nTwo years")[0]["right"]
    True
    >>> options_in("Yes\n\n No ")
    [{'say': 'Yes'}, {'say': 'No'}]
    """
    return [_option(each) for each in text.splitlines() if each.strip()]


def _option(line: str) -> dict[str, Any]:
    say, _, because = line.strip().partition(REPLY)
    found: dict[str, Any] = {"say": say.removeprefix(RIGHT).strip()}
    if say.startswith(RIGHT):
        found["right"] = True
    return {**found, "because": because.strip()} if because.strip() else found


def lines_of(options: Sequence[Option]) -> str:
    r"""Return options as lines.

    Examples
    --------
    >>> lines_of([Option("Five years", right=True, because="Paid."), Option("Two")])
    '* Five years # Paid.\nTwo'
    """
    return "\n".join(map(_line, options))


def _line(option: Option) -> str:
    star = f"{RIGHT} " if option.right else ""
    reply = f"{REPLY}{option.because}" if option.because else ""
    return f"{star}{option.say}{reply}"
