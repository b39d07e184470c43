"""What every Explore page draws: its live figure, and the slider's paths behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from after_overdue.cases.inputs import Given
from after_overdue.figures.theme import Figure
from after_overdue.ui.address import whole_link
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import (
    Chosen,
    Shown,
    Slider,
    live_figure,
    live_paths,
    packed_paths,
    paths_id,
)
from after_overdue.ui.page_inputs import PageInputs

PATHS_KEPT = 64


def slider(inputs: PageInputs, name: str, texts: Sequence[str]) -> Slider:
    """Return the main slider of a page: an input, and its value in words."""
    wanted: Any = inputs.wanted[name]
    held: Any = inputs.held[name]
    return Slider(
        name=name,
        label=inputs.label(name),
        min=wanted.low,
        max=wanted.high,
        step=wanted.value.dated.step or 1,
        value=held,
        texts=texts,
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
    """

    noun: str
    inputs: PageInputs
    main: Slider | None = None
    chosen: Chosen | None = None

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
        held = {**self.inputs.held, **resolved}
        link = whole_link(self.inputs.wanted, held, lang=speech().language)
        live_figure(
            Shown(
                figure=figure,
                name=speech().words(self.noun)["figure_name"],
                headlines=headlines,
                words={**speech().words("figure"), "origin": origin},
                link=urlencode(link),
                filename=self.noun.replace("_", "-"),
                slider=self.main,
                chosen=self.chosen,
                paths_id=self._case,
            ),
            key=self.noun,
        )

    def hand_over(self, paths: Callable[[], Mapping[str, Any]]) -> None:
        """Hand over every position of the slider; last, so that nothing waits.

        Parameters
        ----------
        paths : computes them, by place in the figure; called once a case
        """

        def computed() -> Mapping[str, Any]:
            words = {
                "slider_texts": self.main.texts if self.main else [],
                "chosen_words": self.chosen.words if self.chosen else [],
            }
            return {"places": paths(), **words}

        packed = _packed(self._case, _Computed(computed))
        live_paths(self._case, packed, key=self.noun)

    @property
    def _case(self) -> str:
        """Name the case by every input that its paths depend on."""
        moved = {each.name for each in (self.main, self.chosen) if each}
        held = {
            name: each for name, each in self.inputs.held.items() if name not in moved
        }
        return paths_id(
            self.noun, speech().language, self.inputs.today, sorted(held.items())
        )


class _Computed:
    """A computation as a cached function's argument that its key leaves out."""

    def __init__(self, paths: Callable[[], Mapping[str, Any]]) -> None:
        self.paths = paths

    def __eq__(self, _other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=PATHS_KEPT)
def _packed(_case: str, computed: _Computed) -> str:
    return packed_paths(computed.paths())
