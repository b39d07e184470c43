"""Words for many places, of which most are never asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, overload


@dataclass(frozen=True)
class Worded(Sequence[str]):
    """Each of some places in words, said when it is asked for.

    Examples
    --------
    >>> Worded(range(200), "{} points".format)[60]
    '60 points'
    """

    places: Sequence[Any]
    say: Callable[[Any], str]

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self.say(place) for place in self.places[at]]
        return self.say(self.places[at])
