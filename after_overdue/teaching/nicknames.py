"""Nicknames: optional, short, and of letters, digits and a few marks only.

What is allowed in makes neither HTML nor Markdown, and hides no characters.
"""

from __future__ import annotations

import re
import unicodedata

from after_overdue.errors import ClassError

LONGEST = 24
MARKS = " -_.'·"
KINDS, ACCENT = "LMN", "M"
"""Letters, the accents on them, and numbers, of every script."""
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Letters and accents that nobody sees; they are left out."""


def checked_nickname(given: str, longest: int = LONGEST) -> str | None:
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
    seen = UNSEEN.sub("", unicodedata.normalize("NFKC", given))
    name = " ".join(seen.split())
    if len(name) > longest:
        raise ClassError("long_nickname", given=len(name), most=longest)
    for each in name:
        if each not in MARKS and unicodedata.category(each)[0] not in KINDS:
            raise ClassError("nickname", given=_shown(each))
    if name and unicodedata.category(name[0])[0] == ACCENT:
        raise ClassError("nickname", given=name[0])
    return name or None


def _shown(character: str) -> str:
    """Return a refused character so that it can be seen."""
    hidden = unicodedata.category(character).startswith("C")
    return f"U+{ord(character):04X}" if hidden else character
