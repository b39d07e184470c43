"""Axes: where a value stands, which ticks are shown, and what they say."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from after_overdue.figures.marks import MONEY_TICKS
from after_overdue.figures.theme import Figure

PIXELS_PER_TICK = {"x": 80, "y": 40}
BAR_GAP = 0.2
"""Room between bars, as a share of their distance, where a figure says none."""
FEWEST, MOST = 4, 9
"""How many steps an axis has where it does not say."""
SUFFIXES = {0: "", 3: "k", 6: "M", 9: "B"}
"""Powers of ten that are written as a letter."""


@dataclass(frozen=True)
class Axis:
    """One axis in pixels of the drawing.

    Attributes
    ----------
    name : such as ``xaxis2``
    start, end : pixels at the two ends of its range
    said : the axis as the figure has it
    """

    name: str
    start: float
    end: float
    said: Mapping[str, Any]

    @property
    def is_across(self) -> bool:
        """Return whether it runs from left to right."""
        return self.name.startswith("x")

    @property
    def is_drawn(self) -> bool:
        """Return whether grid, ticks and title are shown."""
        return bool(self.said.get("visible", True))

    def pixel(self, value: float) -> float:
        """Return where a value stands."""
        return self.pixels([value])[0]

    def pixels(self, values: Iterable[float]) -> list[float]:
        """Return where each of some values stands."""
        low, high = self.said["range"]
        start, span, length = self.start, self.end - self.start, high - low
        return [start + (value - low) / length * span for value in values]

    def inside(self, value: float) -> bool:
        """Return whether a value lies within the range."""
        low, high = sorted(self.said["range"])
        return bool(low <= value <= high)

    @cached_property
    def ticks(self) -> list[tuple[float, str]]:
        """Values with a tick, and what each says."""
        if "tickvals" in self.said:
            values = self.said["tickvals"]
            texts = self.said.get("ticktext") or map(self.text, values)
            pairs = zip(values, texts, strict=True)
            return [(value, text) for value, text in pairs if self.inside(value)]
        step, first = self.step, self.said.get("tick0", 0)
        low, high = sorted(self.said["range"])
        begin = math.ceil((low - first) / step - 1e-9)
        stop = math.floor((high - first) / step + 1e-9)
        steps = [first + at * step for at in range(begin, stop + 1)]
        return [(value, self.text(value)) for value in steps]

    @cached_property
    def step(self) -> float:
        """Distance of two ticks: given, or 1, 2 or 5 times a power of ten."""
        if "dtick" in self.said:
            return float(self.said["dtick"])
        length, (low, high) = abs(self.end - self.start), self.said["range"]
        usual = length / PIXELS_PER_TICK[self.name[0]]
        count = self.said.get("nticks") or min(max(usual, FEWEST), MOST) + 1
        return round_step(abs(high - low) / count)

    def text(self, value: float) -> str:
        """Return what the tick at a value says."""
        pattern = self.said.get("tickformat")
        if pattern == MONEY_TICKS:
            return _trimmed(value, 2, ",")
        if pattern:
            return f"{_trimmed(100 * value, int(pattern[1]))}%"
        biggest = max(map(abs, self.said["range"]))
        size = math.floor(math.log10(biggest) + 0.01)
        power = 3 * round((size - 1) / 3) if size > 3 else 0
        digits = max(0, power + 1 - math.floor(math.log10(self.step) + 0.01))
        shown = _trimmed(value / 10**power, digits)
        return shown if shown == "0" else f"{shown}{SUFFIXES[power]}"

    @property
    def has_zero_line(self) -> bool:
        """Return whether nought is marked by a line of its own."""
        return bool(self.said.get("zeroline", True)) and self.inside(0)

    @property
    def grid(self) -> list[float]:
        """Pixels of the grid's lines, without those at the ends or at nought."""
        if not self.said.get("showgrid", True):
            return []
        ends = sorted((self.start, self.end))
        places = [
            self.pixel(value)
            for value, _ in self.ticks
            if not (self.has_zero_line and abs(value) < self.step / 100)
        ]
        return [place for place in places if ends[0] + 1 < place < ends[1] - 1]


def round_step(rough: float) -> float:
    """Return the next step above `rough` that is 2, 5 or 10 times a power of ten.

    Examples
    --------
    >>> round_step(2.35), round_step(0.2), round_step(7)
    (5.0, 0.5, 10.0)
    """
    base = 10 ** math.floor(math.log10(rough) + 1e-12)
    times = next(each for each in (2, 5, 10) if rough / base < each - 1e-9)
    return float(f"{times * base:.12g}")


def _trimmed(value: float, digits: int, grouped: str = "") -> str:
    text = f"{value:{grouped}.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−") if text != "-0" else "0"


@dataclass(frozen=True)
class PlotFrame:
    """The drawing's size, its field inside the margins, and its axes."""

    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    bar_gap: float
    axes: Mapping[str, Axis]

    def x(self, ref: str, value: float) -> float:
        """Return the pixel of a value of an axis, or of a share of the field."""
        if ref == "paper":
            return self.left + value * self.across
        return self.axes[ref].pixel(value)

    def y(self, ref: str, value: float) -> float:
        """Return the pixel of a value of an axis, or of a share of the field."""
        if ref == "paper":
            return self.top + (1 - value) * self.down
        return self.axes[ref].pixel(value)

    def field(self, x: str, y: str) -> tuple[float, float, float, float]:
        """Return left, top, width and height of what two axes span."""
        across, down = self.axes[x], self.axes[y]
        width, height = across.end - across.start, down.start - down.end
        return across.start, down.end, width, height


def frame_of(figure: Figure, width: float, height: float) -> PlotFrame:
    """Return the frame of a figure that is drawn at a size in pixels."""
    layout = figure["layout"]
    margin = layout["margin"]
    left, top = margin["l"], margin["t"]
    across, down = width - left - margin["r"], height - top - margin["b"]
    axes = {}
    for name, said in layout.items():
        first, last = said.get("domain", (0, 1)) if "axis" in name else (0, 1)
        if name.startswith("xaxis"):
            ends = (left + first * across, left + last * across)
        elif name.startswith("yaxis"):
            ends = (top + (1 - first) * down, top + (1 - last) * down)
        else:
            continue
        axes[name[0] + name[5:]] = Axis(name, *ends, said)
    gap = layout.get("bargap", BAR_GAP)
    return PlotFrame(width, height, left, top, across, down, gap, axes)
