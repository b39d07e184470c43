"""Ways: the points of lines in pixels, and where they turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby, zip_longest

from after_overdue.figures.static.axes import Axis, PlotFrame
from after_overdue.figures.static.elements import Point, corners
from after_overdue.figures.theme import Figure


@dataclass(frozen=True)
class Way:
    """The way of a line that is shown.

    Attributes
    ----------
    trace : the line, put on those below it where it is one of a stack
    """

    trace: Figure
    frame: PlotFrame

    @cached_property
    def runs(self) -> list[list[Point]]:
        """Its points in pixels, without its gaps."""
        x, y = axes_of(self.trace, self.frame)
        found, pairs = [], zip(self.trace["x"], self.trace["y"], strict=False)
        for is_gap, run in groupby(pairs, lambda pair: pair[1] is None):
            if not is_gap:
                across, up = zip(*run, strict=True)
                found.append(list(zip(x.pixels(across), y.pixels(up), strict=True)))
        return found

    @cached_property
    def turns(self) -> list[list[Point]]:
        """The points at which each run turns, with its ends."""
        return [corners(run) for run in self.runs]

    @property
    def edge(self) -> list[Point]:
        """Where it turns, as the edge of an area."""
        return list(chain(*self.turns))


def ways(
    lines: Sequence[Figure], frame: PlotFrame
) -> Iterator[tuple[Figure, Way | None, Way | None]]:
    """Yield each line, its way and that of the next one, of those that are shown."""
    shown = [each for each in lines if each.get("visible", True)]
    found = [Way(each, frame) for each in _stacked(shown)]
    pairs = zip_longest(found, found[1:])
    for line in lines:
        is_shown = line.get("visible", True)
        yield line, *(next(pairs) if is_shown else (None, None))


def axes_of(trace: Figure, frame: PlotFrame) -> tuple[Axis, Axis]:
    """Return the axes that a trace is drawn on."""
    return frame.axes[trace.get("xaxis", "x")], frame.axes[trace.get("yaxis", "y")]


def _stacked(lines: Sequence[Figure]) -> list[Figure]:
    """Return lines with those of a stack put on one another."""
    found: list[Figure] = []
    below: dict[str, list[float]] = {}
    for trace in lines:
        stack = trace.get("stackgroup")
        if stack is None:
            found.append(trace)
            continue
        under = below.get(stack, [0] * len(trace["y"]))
        top = [a + b for a, b in zip(under, trace["y"], strict=True)]
        fill = "tonexty" if stack in below else "tozeroy"
        found.append({**trace, "y": top, "fill": fill})
        below[stack] = top
    return found
