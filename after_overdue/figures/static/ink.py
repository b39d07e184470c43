"""Ink: the colours of one drawing, literal or as custom properties of its style."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from after_overdue.figures.theme import PALETTES

PREFIX = "--ink-"
Channels = tuple[float, float, float, float]


class Ink:
    """Writes colours; remembers which names were used, for the style of the drawing.

    Parameters
    ----------
    palette : colour by meaning; None writes custom properties instead
    """

    def __init__(self, palette: Mapping[str, str] | None) -> None:
        self.palette = palette
        self.used: dict[str, dict[str, str]] = {}

    def __call__(self, colour: str) -> str:
        """Return a colour, a meaning such as ``@late`` or itself, as SVG takes it."""
        if not colour.startswith("@"):
            return colour
        name = colour[1:]
        if self.palette is not None:
            return self.palette[name]
        if name not in self.used:
            self.used[name] = {key: each[name] for key, each in PALETTES.items()}
        return _property(name)

    def scaled(self, level: float, scale: Sequence[Sequence[float | str]]) -> str:
        """Return the colour at `level` of a scale of (level, colour) pairs."""
        for (low, first), (high, second) in pairwise(scale):
            if float(low) <= level <= float(high):
                share = (level - float(low)) / (float(high) - float(low))
                return self.mixed(str(first), str(second), share)
        raise ValueError(f"Level {level} is not on the scale of this figure.")

    def mixed(self, first: str, second: str, share: float) -> str:
        """Return the colour that has gone `share` of the way to the second one."""
        if share in (0, 1):
            return self(second if share else first)
        if self.palette is not None:
            return mixture(self(first), self(second), share)
        name = f"{first[1:]}-{second[1:]}-{round(100 * share)}"
        if name not in self.used:
            self.used[name] = {
                key: mixture(each[first[1:]], each[second[1:]], share)
                for key, each in PALETTES.items()
            }
        return _property(name)

    def take_all(self, node: Any) -> None:  # noqa: ANN401
        """Use every colour that a figure names, also of what is not shown now."""
        if isinstance(node, str) and node.startswith("@"):
            self(node)
        elif isinstance(node, Mapping):
            if "colorscale" in node:
                low, high = node["cmin"], node["cmax"]
                for level in range(math.ceil(low), math.floor(high) + 1):
                    self.scaled((level - low) / (high - low), node["colorscale"])
            for each in node.values():
                self.take_all(each)
        elif isinstance(node, list):
            for each in node:
                self.take_all(each)

    def style(self, scope: str, look: str = "") -> str:
        """Return the style that gives every used name its light and dark colour.

        Parameters
        ----------
        look : light or dark on every screen; empty where that is the device's to say
        """
        names = sorted(self.used)
        light, dark = (
            ";".join(f"{PREFIX}{name}:{self.used[name][key]}" for name in names)
            for key in ("light", "dark")
        )
        if look == "light":
            return f"{scope}{{{light}}}"
        when = "" if look else " and (prefers-color-scheme:dark)"
        return f"{scope}{{{light}}}@media screen{when}{{{scope}{{{dark}}}}}"


def _property(name: str) -> str:
    return f"var({PREFIX}{name})"


def mixture(first: str, second: str, share: float) -> str:
    """Return the colour between two others, as ``rgba(…)``.

    Examples
    --------
    >>> mixture("#000000", "rgba(100, 200, 50, 0.5)", 0.5)
    'rgba(50,100,25,0.75)'
    """
    pairs = zip(_channels(first), _channels(second), strict=True)
    red, green, blue, alpha = (a + share * (b - a) for a, b in pairs)
    return f"rgba({red:.0f},{green:.0f},{blue:.0f},{alpha:.3g})"


def _channels(colour: str) -> Channels:
    if colour.startswith("#"):
        red, green, blue = (float(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        return (red, green, blue, 1.0)
    red, green, blue, alpha = map(float, re.findall(r"[\d.]+", colour))
    return (red, green, blue, alpha)
