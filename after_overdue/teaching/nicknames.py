"""Nicknames: optional, short, and of letters, digits and a few marks only.

What is allowed in makes neither HTML nor Markdown, and hides no characters.
"""

from __future__ import annotations

import unicodedata

from after_overdue.errors import ClassError

LONGEST = 24
MARKS = " -_.'·"
KINDS = "LMN"
"""Letters, the accents on them, and numbers, of every script."""


def checked_nickname(given: str) -> str | None:
    """Return the nickname as it is kept; None where none was given.

    Raises
    ------
    ClassError
        Where it is too long, or has a character that is not allowed.

    Examples
    --------
    >>> checked_nickname("  小王   No. 7 ")
    '小王 No. 7'
    """
    name = " ".join(unicodedata.normalize("NFKC", given).split())
    if len(name) > LONGEST:
        raise ClassError("long_nickname", given=len(name), most=LONGEST)
    for each in name:
        if each not in MARKS and unicodedata.category(each)[0] not in KINDS:
            raise ClassError("nickname", given=_shown(each))
    return name or None


def _shown(character: str) -> str:
    """Return a refused character so that it can be seen."""
    hidden = unicodedata.category(character).startswith("C")
    return f"U+{ord(character):04X}" if hidden else character
