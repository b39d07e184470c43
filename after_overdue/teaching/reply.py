"""What is told of an answer, and where it can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Link = tuple[str, Mapping[str, str]]
"""A page and the settings in its address."""


@dataclass(frozen=True)
class Replied:
    """The reply to one part of an answer, and where it can be seen.

    `say` is the part in words; nothing where the answer has but one.
    """

    say: str
    because: str
    right: bool
    see: Link | None
