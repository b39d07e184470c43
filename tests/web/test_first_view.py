"""The first view of an Explore page: the right numbers, before any script has run."""

import re
import tomllib

import pytest

from after_overdue.catalog.files import CONTENT
from after_overdue.figures.theme import PALETTES
from after_overdue.models.registry import MODELS
from after_overdue.web.static_files import FOLDERS


def text_of(client, address: str) -> str:
    return client.get(address).text


@pytest.mark.parametrize("noun", MODELS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_answers_in_its_first_byte(client, noun, language) -> None:
    text = text_of(client, f"/{noun}?lang={language}")
    assert 'id="first-view"' in text
    assert text.count("<h1>") == 1
    assert text.count('class="figure-drawn"') == 2
    held = re.search(r'<template id="platform">.*?</template>', text, re.DOTALL)
    assert "./static/" in held[0]  # the platform's own; nothing else of it is asked for
    assert "static/" not in text.replace(held[0], "")


def test_the_first_view_shows_the_settings_of_the_address(client) -> None:
    text = text_of(client, "/score_recovery?lang=en&points-lost=33&v=2")
    assert "33 points lost, 617 now." in text
    assert ">33 points</output>" in text
    assert "<dd>617 now</dd>" in text


def test_the_browsers_language_is_the_first_views(client) -> None:
    found = client.get("/score_recovery", headers={"accept-language": "zh-CN"})
    assert "掉了60分" in found.text


@pytest.mark.parametrize(
    "address",
    [
        "/score_recovery?plain=1",
        "/score_recovery?points_lost=many",
        "/score_recovery?no_such_setting=1",
        "/apr?lang=en&amount=0",
        "/quiz",
    ],
)
def test_a_page_that_shows_more_than_its_figure_has_no_first_view(
    client, address
) -> None:
    found = client.get(address)
    assert found.status_code == 200
    assert "data-first-view" not in found.text
    assert "<template" not in found.text


def test_without_a_first_view_a_reader_without_scripts_sees_the_title(client) -> None:
    assert "<noscript><h1>" in text_of(client, "/quiz?lang=en")
    assert "<noscript><style>" in text_of(client, "/score_recovery?lang=en")


def test_a_theme_in_the_address_colours_the_drawing(client) -> None:
    plain = text_of(client, "/apr?embed=true&embed_options=hide_loading_screen")
    dark = text_of(client, "/apr?embed=true&embed_options=dark_theme")
    assert 'data-first-view data-look="dark" data-framed>' in dark
    assert PALETTES["dark"]["text"] in dark
    assert "data-first-view data-framed>" in plain


def test_its_colours_are_those_of_the_theme() -> None:
    config = (CONTENT.parent / ".streamlit/config.toml").read_text("utf-8")
    theme = tomllib.loads(config)["theme"]
    style = (FOLDERS[0] / "first_view.css").read_text("utf-8")
    used = set(re.findall(r"#[0-9a-f]{6}", style))
    colours = set(re.findall(r"#[0-9a-f]{6}", str(theme)))
    assert used <= colours
