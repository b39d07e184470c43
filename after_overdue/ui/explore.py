"""What every Explore page draws: its live figure, and the slider's paths behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from after_overdue.cases.inputs import Given
from after_overdue.cases.paths import offer, paths_id
from after_overdue.figures.theme import Figure
from after_overdue.ui.address import whole_link
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import (
    Chosen,
    Shown,
    Slider,
    live_figure,
)
from after_overdue.ui.page_inputs import PageInputs


def slider(
    inputs: PageInputs, name: str, texts: Sequence[str], now: str = ""
) -> Slider:
    """Return the main slider of a page: an input, and its value in words.

    Parameters
    ----------
    texts : its value in words, one a position
    now : its present value in words, where that may lie between two positions
    """
    wanted: Any = inputs.wanted[name]
    held: Any = inputs.held[name]
    kind: Any = float if wanted.kind in ("share", "number") else int
    return Slider(
        name=name,
        label=inputs.label(name),
        min=kind(wanted.low),
        max=kind(wanted.high),
        step=kind(wanted.value.dated.step or 1),
        value=kind(held),
        texts=texts,
        now=now,
    )


@dataclass(frozen=True)
class LivePage:
    """The live figure of one page: what can be moved in it, and what it shows.

    Attributes
    ----------
    noun : the page
    inputs : its inputs
    main : the slider inside the figure
    chosen : the place that the reader looks at in detail
    follows_chosen : whether the slider's paths differ from place to place
    """

    noun: str
    inputs: PageInputs
    main: Slider | None = None
    chosen: Chosen | None = None
    follows_chosen: bool = False

    def show(
        self,
        figure: Figure,
        *,
        headlines: Sequence[tuple[str, str]],
        origin: str,
        resolved: Mapping[str, Given] = MappingProxyType({}),
    ) -> None:
        """Draw the figure.

        Parameters
        ----------
        figure : the figure of the case
        headlines : label and value of each key number
        origin : the line that a saved picture carries
        resolved : inputs left open, with the value they took; for the link
        """
        own, general = speech().words(self.noun), speech().words("figure")
        keys = own.get("keys", general["keys"])
        held = {**self.inputs.held, **resolved}
        link = whole_link(self.inputs.wanted, held, lang=speech().language)
        live_figure(
            Shown(
                figure=figure,
                name=own["figure_name"],
                headlines=headlines,
                words={**general, "keys": keys, "origin": origin},
                link=urlencode(link),
                filename=self.noun.replace("_", "-"),
                slider=self.main,
                chosen=self.chosen,
                paths_id=self._case,
            ),
            key=self.noun,
        )

    def hand_over(self, paths: Callable[[], Mapping[str, Any]]) -> None:
        """Offer every position of the slider; the browser fetches them afterwards.

        Parameters
        ----------
        paths : computes them, by place in the figure; called once a case, outside
            of any run, so that it may use nothing of the session
        """
        words = {
            "slider_texts": self.main.texts if self.main else [],
            "chosen_words": self.chosen.words if self.chosen else [],
        }
        offer(self._case, lambda: {"places": paths(), **words})

    @property
    def _case(self) -> str:
        """Name the case by every input that its paths depend on."""
        chosen = None if self.follows_chosen else self.chosen
        moved = {each.name for each in (self.main, chosen) if each}
        texts = {
            name: self.inputs.wanted[name].write(held)
            for name, held in self.inputs.held.items()
            if name not in moved
        }
        return paths_id(
            self.noun, speech().language, self.inputs.today, sorted(texts.items())
        )
