"""Moves of a picture: its drawings at every position of the slider, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from after_overdue.cases.paths import MOVES, PAGE_MOVES
from after_overdue.cases.places import figure_at
from after_overdue.cases.view import View
from after_overdue.figures.static.moves import moves
from after_overdue.figures.static_svg import PAGE_WIDTHS, WIDTHS, drawings

TOLD = ("headlines", "takeaway", "sentence")
"""First parts of the places that are told in words beside the figure."""
WIDTHS_AT: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {MOVES: WIDTHS, PAGE_MOVES: PAGE_WIDTHS}
)
"""How wide the drawings are that move, by where their moves are had."""


def moves_address(drawn: View[Any], root: str = MOVES) -> str:
    """Return where the moves are had; a chosen place is drawn, and moves along."""
    is_drawn = drawn.follows_chosen or drawn.is_chosen
    return drawn.address(root, None if is_drawn else drawn.chosen)


def drawn_moves(drawn: View[Any], root: str = MOVES) -> dict[str, Any]:
    """Return every position of the slider as it is drawn, by width, and told."""
    paths = drawn.paths()
    places, count = paths["places"], len(drawn.slider.texts)
    figures = [figure_at(drawn.figure, places, at) for at in range(count)]
    every = drawings(figures, WIDTHS_AT[root])
    shown = {name: moves(each) for name, each in every.items()}
    told = {path: each for path, each in places.items() if path.startswith(TOLD)}
    return {**paths, "places": told, "moves": shown}
