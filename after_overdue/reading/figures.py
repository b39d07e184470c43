"""Figures: the picture of an answer, drawn still, and what makes it move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from after_overdue.cases.json_bytes import json_bytes
from after_overdue.cases.locale import Locale
from after_overdue.cases.moves import drawn_moves, moves_address
from after_overdue.cases.view import Slider, View
from after_overdue.catalog.questions import Figure
from after_overdue.figures.static_svg import WIDTHS, svg
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.reading.links import Links
from after_overdue.reading.text import inline
from after_overdue.sharing.sent_figure import sent_figure

CALL = "afterOverdue.show"
"""The function of the page's script that takes what the figure needs to move."""


@dataclass(frozen=True)
class StillFigure:
    """The figure of a question on its page.

    Attributes
    ----------
    asked : the page of the model, and its settings
    here : the page it stands on
    """

    asked: Figure
    language: str
    today: date
    links: Links
    here: str

    @cached_property
    def picture(self) -> View[Any]:
        """The case that the answer tells."""
        asked = self.asked
        given = {name: [text] for name, text in asked.address.items()}
        values, _ = PAGE_MODELS[asked.page].read(given, self.today)
        return picture(asked.page, values, self.today, Locale(self.language))

    @property
    def drawings(self) -> dict[str, Markup]:
        """The drawing for each width."""
        figure = self.picture.figure
        return {
            name: Markup(svg(figure, width=width)) for name, width in WIDTHS.items()
        }

    @property
    def slider(self) -> Slider:
        """The slider that moves it."""
        return self.picture.slider

    @property
    def share(self) -> int:
        """How far along its way the slider stands, per cent."""
        slider = self.slider
        return round(100 * (slider.value - slider.min) / (slider.max - slider.min))

    @property
    def sentences(self) -> list[Markup]:
        """What the figure shows, in words."""
        return [inline(each) for each in self.picture.answers]

    @property
    def app(self) -> str | None:
        """The link to the same case with every setting."""
        return self.links.app(self.picture.noun, self.picture.link)

    @property
    def image(self) -> str | None:
        """The address of the figure as a picture; None where there is no server."""
        address, query = self.links.address, {**self.picture.link, "theme": "light"}
        way = self.picture.files["png"]
        return f"{address}{way}?{urlencode(query)}" if address else None

    @property
    def has_library(self) -> bool:
        """Whether the drawing library may take the drawing's place."""
        return not self.links.is_folder

    @property
    def script_name(self) -> str:
        """The file with all that makes the figure move."""
        return f"{self.here}.figure.js"

    @property
    def moves(self) -> str:
        """What says which drawings it moves through, wherever its slider stands."""
        return moves_address(self.picture)

    @property
    def script(self) -> str:
        """What makes the drawings move, as a script."""
        return self.told(is_drawn=False, is_moved=True)

    def told(self, *, is_drawn: bool, is_moved: bool) -> str:
        """Return the figure as a script.

        A page that was opened from a disk may load a script, but fetch nothing.

        Parameters
        ----------
        is_drawn : whether its drawings come along, as they do not stand on the page
        is_moved : whether every position of the slider comes along
        """
        drawn = self.picture
        sent = sent_figure(drawn) | {"moves": self.moves}
        sent["page"] = (self.app or "").partition("?")[0]
        if not self.app:  # a link that leads nowhere is not offered
            sent["link"] = ""
        if drawn.follows_chosen:  # its place moves the numbers, which Python computes
            sent["chosen"] = None
        if not self.has_library:
            sent |= {"figure": None, "chosen": None, "tries": []}
        if is_drawn:
            shown = (f'<div class="{x}">{y}</div>' for x, y in self.drawings.items())
            sent["drawing"] = "".join(shown)
        content = {"sent": sent, "paths": drawn_moves(drawn) if is_moved else None}
        return f"{CALL}({json_bytes(content).decode()});\n"
