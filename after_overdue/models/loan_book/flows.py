"""The moves of one month as a flow: buckets left and right, bands in between.

Bands are shapes with Bezier edges, so that a moved slider sends one short text a band.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from after_overdue.figures.marks import label
from after_overdue.figures.theme import Figure

NODE = 0.025
"""Width of a node, where the nodes stand 1 apart."""
GAP = 0.075
"""Room between two nodes, as a share of the height."""
DIGITS = 5


@dataclass(frozen=True)
class Band:
    """A move drawn: its share of the book, and whether a payment more is missed."""

    source: str
    target: str
    share: float
    is_worse: bool


@dataclass(frozen=True)
class FlowView:
    """The moves of one month that concern late loans; best bucket first.

    Attributes
    ----------
    buckets : names, best to worst
    bands : every possible move, in the order of the buckets; a share may be 0
    most : decimal
        The most that moves at any position of the main slider.
    """

    buckets: Sequence[str]
    bands: Sequence[Band]
    most: float

    @property
    def width(self) -> tuple[float, float]:
        """Ends of the axis: the nodes stand at 0 and 1, with room for their names.

        Names on the left are shorter: nothing is late there that was paid as due.
        """
        return (-0.72, 1.86)

    @cached_property
    def sizes(self) -> dict[str, dict[str, float]]:
        """Share that leaves (`source`) and enters (`target`) each bucket."""
        return {
            side: {
                name: sum(
                    band.share for band in self.bands if getattr(band, side) == name
                )
                for name in self.buckets
                if name in {getattr(band, side) for band in self.bands}
            }
            for side in ("source", "target")
        }

    @cached_property
    def top(self) -> float:
        """Height of the axis, which stands still."""
        gaps = GAP * max(len(side) for side in self.sizes.values())
        return self.most / (1 - gaps) or 1.0

    @cached_property
    def heads(self) -> dict[str, dict[str, float]]:
        """Height of the upper edge of each node."""
        found: dict[str, dict[str, float]] = {}
        for side, sizes in self.sizes.items():
            at, found[side] = self.top * (1 - GAP / 2), {}
            for name, size in sizes.items():
                found[side][name] = at
                at -= size + GAP * self.top
        return found


def flow_shapes(view: FlowView) -> list[Figure]:
    """Return the bands and the nodes on either side."""
    left, right = dict(view.heads["source"]), dict(view.heads["target"])
    shapes = []
    for band in view.bands:
        ends = (left[band.source], right[band.target])
        shapes.append(_band(band, *ends))
        left[band.source] -= band.share
        right[band.target] -= band.share
    for side, at in (("source", -NODE), ("target", 1.0)):
        for name, head in view.heads[side].items():
            size = view.sizes[side][name]
            shapes.append(_node(f"{side}_{name}", at, head, size))
    return shapes


def _band(band: Band, left: float, right: float) -> Figure:
    a, b = round(left, DIGITS), round(right, DIGITS)
    c, d = round(right - band.share, DIGITS), round(left - band.share, DIGITS)
    return {
        "type": "path",
        "name": f"{band.source}-{band.target}",
        "path": f"M0,{a} C0.5,{a} 0.5,{b} 1,{b} L1,{c} C0.5,{c} 0.5,{d} 0,{d} Z",
        "fillcolor": "@rolls" if band.is_worse else "@cures",
        "line": {"width": 0},
        "visible": band.share > 0,
    }


def _node(name: str, at: float, head: float, size: float) -> Figure:
    return {
        "type": "rect",
        "name": name,
        "x0": at,
        "x1": at + NODE,
        "y0": round(head - size, DIGITS),
        "y1": round(head, DIGITS),
        "fillcolor": "@text",
        "line": {"width": 0},
        "visible": size > 0,
    }


def flow_labels(view: FlowView, words: Mapping[str, str]) -> list[Figure]:
    """Name each node and its share; `words` has ``source_<bucket>`` and the like."""
    sides = (("source", -2 * NODE, "right"), ("target", 1 + 2 * NODE, "left"))
    return [
        label(f"{side}_{name}", words[f"{side}_{name}"], at, round(middle, DIGITS))
        | {"xanchor": anchor, "yanchor": "middle"}
        | {"font": {"size": 12}, "visible": view.sizes[side][name] > 0}
        for side, at, anchor in sides
        for name, head in view.heads[side].items()
        for middle in (head - view.sizes[side][name] / 2,)
    ]
