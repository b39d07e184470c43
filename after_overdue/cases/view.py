"""A picture: one case drawn and told, with what can be moved in it.

Pages, reading pages, embeds, handouts and classes all show a case from here, so
that the same settings give the same figure and the same words everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from after_overdue.cases.inputs import Input, InputValue
from after_overdue.cases.locale import Locale
from after_overdue.cases.paths import PATHS, paths_address
from after_overdue.cases.permalinks import versioned
from after_overdue.cases.places import Paths
from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts
from after_overdue.cases.travel import Travel
from after_overdue.cases.wording import PageWording
from after_overdue.figures.theme import Figure

Wording = TypeVar("Wording", covariant=True)
Headlines = Sequence[tuple[str, str]]
"""Label and value of each key number."""


@dataclass(frozen=True)
class Slider:
    """The main slider of a figure.

    Attributes
    ----------
    name : the input it moves
    texts : its value with unit, in words, one a position
    none : how the input is written where it has no number, which the last position
        then stands for; empty where every position is a number
    now : its value in words where it stands between two positions
    """

    name: str
    label: str
    min: float
    max: float
    step: float
    value: float
    texts: Sequence[str]
    now: str = ""
    none: str = ""

    @property
    def word(self) -> str:
        """Its present value in words."""
        return self.now or self.texts[round((self.value - self.min) / self.step)]

    def on(self, way: Travel) -> Slider:
        """Return it with the ends that its case gives it."""
        return replace(
            self,
            min=way.low,
            max=way.high,
            step=way.step,
            value=way.nearest(self.value),
        )


@dataclass(frozen=True)
class Try:
    """Something a reader may try on the figure, which changes no input.

    Attributes
    ----------
    label : of its button
    told : what came of it, in a sentence
    shows : marks of the figure that it shows, by uid or name
    """

    label: str
    told: str
    shows: Sequence[str]


@dataclass(frozen=True)
class Cursor:
    """The place on the time axis that the reader looks at in detail.

    Attributes
    ----------
    name : the input it moves
    value, min : whole numbers on the axis; the lines start at `min`
    words : how each place is called, from `min` on
    lines : uids of the lines that carry a marker there
    is_set : whether the reader chose it; nothing is marked until then
    """

    name: str
    value: int
    min: int
    words: Sequence[str]
    lines: Sequence[str]
    is_set: bool = True

    @property
    def word(self) -> str:
        """How the present place is called."""
        return self.words[self.value - self.min]


@dataclass(frozen=True)
class ViewRequest:
    """What a reader asked of a model: values by input, on a day, in a language.

    Attributes
    ----------
    inputs : the inputs of the model's page
    values : their values, checked and settled
    """

    noun: str
    inputs: Mapping[str, Input]
    values: Mapping[str, Any]
    today: date
    locale: Locale

    def slider(self, name: str, texts: Sequence[str], now: str = "") -> Slider:
        """Return the slider that moves an input.

        Parameters
        ----------
        texts : its value in words, one a position
        now : its present value in words, where that may lie between two positions
        """
        input_: Any = self.inputs[name]
        kind: Any = float if input_.kind in ("share", "number") else int
        step, value = kind(input_.value.dated.step or 1), self.values[name]
        end = kind(input_.high) + (step if input_.none else 0)
        return Slider(
            name=name,
            label=input_.value.parameter.label[self.locale.language],
            min=kind(input_.low),
            max=end,
            step=step,
            value=end if value is None else kind(value),
            texts=texts,
            now=now,
            none=input_.none,
        )

    def texts(self, **resolved: InputValue) -> dict[str, str]:
        """Return every value as the address holds it; those left open as resolved."""
        values = {**self.values, **resolved}
        return {name: each.write(values[name]) for name, each in self.inputs.items()}


@dataclass(frozen=True)
class View(Generic[Wording]):
    """One case drawn and told.

    Attributes
    ----------
    asked : what was asked
    wording : the case in words, as its page needs them
    figure : Plotly figure with colours by meaning; with a trace ``chosen`` and a
        shape ``chosen`` where a place can be chosen
    answers : one sentence for each thing the reader asked
    origin : the line that a saved picture carries
    draw_paths : computes what every position of the slider changes, by place
    ask : computes the rows and the summary
    follows_chosen : whether the slider's paths differ from place to place
    resolved : inputs left open, with the value they took
    sentence : the answer in one sentence, which follows the slider
    tries : what may be tried on the figure
    """

    asked: ViewRequest
    wording: Wording
    figure: Figure
    headlines: Headlines
    answers: Sequence[str]
    origin: str
    slider: Slider
    draw_paths: Callable[[], Paths]
    ask: Callable[[], AnyResult]
    chosen: Cursor | None = None
    follows_chosen: bool = False
    resolved: Mapping[str, Any] = field(default_factory=dict)
    sentence: Parts = ()
    tries: Sequence[Try] = ()

    @property
    def noun(self) -> str:
        """The model."""
        return self.asked.noun

    @property
    def is_chosen(self) -> bool:
        """Whether the reader chose the place that is looked at."""
        return self.chosen is not None and self.chosen.is_set

    @property
    def name(self) -> str:
        """The accessible name of the figure."""
        return self.asked.locale.words(self.noun)["figure_name"]

    @property
    def takeaway(self) -> str:
        """The sentence that says what the figure shows."""
        alt: str = self.figure["layout"]["meta"]["alt"]
        return alt

    @cached_property
    def answer(self) -> AnyResult:
        """What the command line and JSON say about the case."""
        return self.ask()

    def metadata(self) -> str:
        """Return the notes on its table: title, day, inputs, answers, sources."""
        said = self.asked.locale.words
        about = said("site")["csv_about"].format(
            title=said(self.noun)["title"], name=said("site")["name"]
        )
        return self.answer.metadata(self.asked.today, about)

    @cached_property
    def settings(self) -> dict[str, str]:
        """Every value as a link carries it."""
        texts = self.asked.texts(**self.resolved)
        return {name: text for name, text in texts.items() if text}

    @cached_property
    def link(self) -> dict[str, str]:
        """Every parameter of a link that opens the same case, now and later."""
        return {"lang": self.asked.locale.language, **versioned(self.settings)}

    @property
    def files(self) -> dict[str, str]:
        """Where each file of it is had, by form, without site and parameters."""
        return {
            "png": f"/charts/{self.noun}.png",
            "svg": f"/charts/{self.noun}.svg",
            "csv": f"/tables/{self.noun}.csv",
            "metadata": f"/tables/{self.noun}.metadata.json",
            "pdf": f"/handout/{self.noun}.pdf",
        }

    @cached_property
    def paths_address(self) -> str:
        """Where its paths are had, by every input that they depend on."""
        return self.address(PATHS, None if self.follows_chosen else self.chosen)

    def address(self, folder: str, chosen: Cursor | None) -> str:
        """Return where positions are had, by every input but what they move."""
        asked = self.asked
        moved = {each.name for each in (self.slider, chosen) if each}
        texts = {key: text for key, text in asked.texts().items() if key not in moved}
        language, noun = asked.locale.language, self.noun
        return paths_address(folder, noun, language, asked.today, texts)

    def paths(self) -> dict[str, Any]:
        """Return every position of the slider: what moves, and how it is called."""
        return {
            "places": self.draw_paths(),
            "slider_texts": list(self.slider.texts),
            "chosen_words": list(self.chosen.words) if self.chosen else [],
        }


PlainWording = TypeVar("PlainWording", bound=PageWording)


def plain_view(
    asked: ViewRequest,
    wording: PlainWording,
    figure: Figure,
    *,
    slider: Slider,
    draw_paths: Callable[[], Paths],
    ask: Callable[[], AnyResult],
    chosen: Cursor | None = None,
) -> View[PlainWording]:
    """Return a case as every page shows it; what a model has besides is put into it.

    Its arguments are the fields of `View`.
    """
    return View(
        asked=asked,
        wording=wording,
        figure=figure,
        headlines=wording.headlines(),
        answers=wording.answers(),
        sentence=wording.sentence(),
        origin=asked.locale.origin(asked.today),
        slider=slider,
        draw_paths=draw_paths,
        ask=ask,
        chosen=chosen,
    )
