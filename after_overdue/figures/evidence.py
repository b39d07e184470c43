"""Evidence: how well a thing is backed, and the line that says so everywhere.

Law and what was read at first hand are solid, what was reported is dashed, what only
the article says is dotted, what nobody knows is hatched: in charts as lines, beside
words as the same line in one letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Evidence:
    """One degree of backing, and how it looks.

    Attributes
    ----------
    dash : of a line in a figure; None is solid
    letter : the same line beside words
    """

    dash: str | None
    letter: str


FIRST_HAND = Evidence(None, "━")
REPORTED = Evidence("dash", "╍")
ARTICLE_ONLY = Evidence("dot", "┈")
UNKNOWN = Evidence("dash", "▨")
"""What lies anywhere in a field: the field is hatched, and its edge is no limit."""

BY_STATUS: Mapping[str, Evidence] = {
    "verified-a": FIRST_HAND,
    "verified-b": FIRST_HAND,
    "computed": FIRST_HAND,
    "verified-c": REPORTED,
    "general-knowledge": REPORTED,
    "seed-only": ARTICLE_ONLY,
    "assumption": UNKNOWN,
}
"""Every status that content can have."""
