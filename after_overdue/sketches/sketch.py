"""What every sketch is: a figure with its sentences, and the numbers it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from after_overdue.cases.locale import Locale
from after_overdue.catalog.parameters import Value, value
from after_overdue.figures.theme import Figure

NOUN = "sketches"


@dataclass(frozen=True)
class Sketch:
    """A figure in which nothing moves, in the words of one language.

    Attributes
    ----------
    name : accessible name
    label : that it is a sketch, and what it is not
    sentences : what the figure shows, in words
    """

    name: str
    label: str
    figure: Figure
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class SketchRequest:
    """The day and the language in which a sketch is asked for."""

    slug: str
    today: date
    locale: Locale

    def say(self, key: str, **values: object) -> str:
        """Return one of the sketch's sentences with its values filled in."""
        return self.locale.words(NOUN)[f"{self.slug}.{key}"].format(**values)

    def value(self, name: str) -> Value:
        """Return a parameter as it stands on the day."""
        return value(name, self.today)

    def sketch(self, figure: Figure, *sentences: str) -> Sketch:
        """Return the sketch of a figure, told as the language tells it."""
        label = self.locale.words(NOUN)["label"]
        alt = figure["layout"]["meta"]["alt"]
        return Sketch(self.say("name"), label, figure, (alt, *sentences))
