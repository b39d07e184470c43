"""An embed: one figure alone, with the controls that its trainer chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from after_overdue.cases.inputs import Input, InputValue, Refusal
from after_overdue.cases.locale import Locale
from after_overdue.cases.permalinks import read_link, todays_name
from after_overdue.cases.refusals import page_sentences
from after_overdue.cases.view import View
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.sharing.form import Field, field

CONTROLS, THEME, SIZE = "controls", "theme", "size"
"""Parameters of an embed's address that are no inputs."""
THEMES = ("light", "dark")
"""Looks that may be asked for; the reader's own where none is."""
SLIDE = "slide"
"""The size of an embed that fits its frame; otherwise it is as high as it needs."""

Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Embed:
    """One figure and what may be moved in it.

    Attributes
    ----------
    drawn : the figure
    controls : names of the inputs that may be moved; the rest is fixed
    theme : light or dark; empty where it is as the reader's device is
    size : whether it fits its frame, as on a slide; empty where it does not
    notes : what has changed since the link, and what of it could not be used
    """

    drawn: View[Any]
    controls: tuple[str, ...]
    theme: str
    size: str
    notes: tuple[str, ...]

    @property
    def own(self) -> dict[str, str]:
        """Parameters of its address that are no inputs."""
        looks = {THEME: self.theme, SIZE: self.size}
        chosen = {name: text for name, text in looks.items() if text}
        return {CONTROLS: ",".join(self.controls), **chosen}

    @property
    def inside(self) -> tuple[str, ...]:
        """Names of the inputs that can be moved inside the figure."""
        drawn = self.drawn
        chosen = (drawn.chosen.name,) if drawn.chosen else ()
        return (drawn.slider.name, *chosen)

    @property
    def outside(self) -> tuple[str, ...]:
        """Names of the inputs with a control below the figure, in the order asked."""
        return tuple(name for name in self.controls if name not in self.inside)

    @property
    def fields(self) -> list[Field]:
        """The controls below the figure."""
        asked = self.drawn.asked
        return [
            field(asked.noun, asked.inputs[name], self._value(name), asked.locale)
            for name in self.outside
        ]

    @property
    def fixed(self) -> dict[str, str]:
        """Settings that no control below the figure moves, as the address has them."""
        settings = self.drawn.settings.items()
        return {name: text for name, text in settings if name not in self.outside}

    def _value(self, name: str) -> InputValue:
        """Return a value; one that was left open and is shown, as it was settled."""
        asked, drawn = self.drawn.asked, self.drawn
        value: InputValue = asked.values[name]
        left_open = value is None and not asked.inputs[name].optional
        return drawn.resolved[name] if left_open else value


def read_embed(noun: str, given: Texts, today: date, locale: Locale) -> Embed:
    """Return the embed that an address asks for.

    Parameters
    ----------
    noun : a key of `PAGE_MODELS`
    given : texts by name, as the address holds them, the language aside
    """
    model, texts = PAGE_MODELS[noun], dict(given)
    for name, each in model.inputs_on(today).items():
        if each.kind in ("choices", "events") and name in texts:
            texts[name] = [",".join(texts[name])]  # as a form without a script sends it
    controls = texts.pop(CONTROLS, None)
    theme, unknown_theme = option(THEME, texts.pop(THEME, ()), THEMES)
    size, unknown_size = option(SIZE, texts.pop(SIZE, ()), (SLIDE,))
    values, refusals = model.read(texts, today)
    drawn = picture(noun, values, today, locale)
    asked = drawn.asked
    shown, unknown = _controls(controls, noun, asked.inputs)
    refused = [*refusals, *unknown, *unknown_theme, *unknown_size]
    since = read_link(noun, texts).notice(locale)
    sentences = page_sentences(refused, asked.inputs, values, locale)
    notes = tuple(filter(None, [since, *sentences]))
    embed = Embed(drawn, shown, theme, size, notes)
    return embed if controls else replace(embed, controls=embed.inside)


def _controls(
    texts: Sequence[str] | None, noun: str, inputs: Mapping[str, Input]
) -> tuple[tuple[str, ...], list[Refusal]]:
    written = ",".join(texts or ()).split(",")
    names = [todays_name(noun, each.strip()) for each in written if each.strip()]
    options = {"options": ", ".join(inputs)}
    unknown = [
        Refusal("not_an_option", CONTROLS, name, options)
        for name in names
        if name not in inputs
    ]
    return tuple(dict.fromkeys(name for name in names if name in inputs)), unknown


def option(
    name: str, texts: Sequence[str], allowed: Sequence[str]
) -> tuple[str, list[Refusal]]:
    """Return which of a few words is asked for; empty where none is."""
    asked = texts[-1].strip().lower() if texts else ""
    if asked in ("", *allowed):
        return asked, []
    options = {"options": ", ".join(allowed)}
    return "", [Refusal("not_an_option", name, asked, options)]
