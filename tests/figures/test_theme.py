"""The theme: three colours are the three clocks, and a control is in ink."""

import re
import tomllib
from pathlib import Path

import pytest

from after_overdue.figures.theme import PALETTES

CLOCKS = ("debt", "record", "score")
STYLES = ("web/assets/first_view.css", "web/assets/embed.css")


@pytest.mark.parametrize("theme", PALETTES)
def test_the_colour_of_a_clock_means_nothing_else(theme) -> None:
    palette = PALETTES[theme]
    for clock in CLOCKS:
        same = {name for name, colour in palette.items() if colour == palette[clock]}
        assert same == {clock}


@pytest.mark.parametrize("theme", PALETTES)
def test_controls_and_links_of_the_app_are_in_no_clocks_colour(theme) -> None:
    config = tomllib.loads(Path(".streamlit/config.toml").read_text())
    clocks = {palette[clock] for palette in PALETTES.values() for clock in CLOCKS}
    shown = config["theme"][theme]
    assert not clocks & {shown["primaryColor"], shown["linkColor"]}


@pytest.mark.parametrize("style", STYLES)
def test_controls_of_other_pages_are_in_no_clocks_colour(style) -> None:
    text = (Path("after_overdue") / style).read_text()
    clocks = {palette[clock] for palette in PALETTES.values() for clock in CLOCKS}
    used = set(re.findall(r"--st-(?:primary|link)-color: (#\w+)", text))
    assert used
    assert not clocks & used


def test_every_colour_a_figure_names_has_a_value() -> None:
    named = {
        name
        for path in Path("after_overdue").rglob("chart.py")
        for name in re.findall(r'"@([a-z0-9-]+)"', path.read_text())
    }
    assert named - set(PALETTES["light"]) == set()
