"""Embeds over HTTP: a figure that stands without a script, and what feeds it."""

import json
import re
import tomllib
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.catalog.files import CONTENT, LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.figures.static_svg import WIDTHS
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.sharing.frame import HOST_SCRIPT
from after_overdue.web.middleware import middleware
from after_overdue.web.routes import routes
from after_overdue.web.static_files import FOLDERS, asset_url

LARGEST_PAGE = 100_000


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes, middleware=middleware)) as it:
        yield it


def data(text: str) -> dict:
    found = re.search(
        r'<script type="application/json" data-part="sent">(.*?)</script>', text
    )
    return json.loads(found[1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_a_figure_stands_without_a_script(client, noun: str, language: str) -> None:
    found = client.get(f"/embed/{noun}?lang={language}")
    assert found.status_code == 200
    text = unescape(found.text)
    assert f'<html lang="{language}">' in text
    assert words(noun, language)["title"] in text
    assert re.findall(r'<div class="(\w+)"><svg', text) == list(WIDTHS)
    assert data(found.text)["figure"]["layout"]["meta"]["alt"] in text
    assert re.search(rf'<a id="page" href="/{noun}\?lang={language}&v=\d', text)
    assert len(found.content) < LARGEST_PAGE


def test_nothing_that_a_policy_forbids_stands_in_the_page(client) -> None:
    text = client.get("/embed/score_recovery?lang=en&controls=months,readings").text
    assert not re.search(r"<script(?![^>]*(src=|application/json))", text)
    assert not re.search(r"\son\w+=|javascript:", text)


def test_what_the_address_holds_is_shown_as_text(client) -> None:
    attack = "</script><script>alert(1)</script>"
    found = client.get("/embed/apr", params={"months": attack, "controls": attack})
    assert "<script>alert" not in found.text
    assert "&lt;script&gt;alert" in found.text


def test_the_controls_are_a_form_with_the_rest_fixed(client) -> None:
    text = client.get("/embed/score_recovery?lang=en&controls=months,points_lost").text
    assert '<input type="range" id="months" name="months" value="72"' in text
    hidden = dict(
        re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text)
    )
    assert hidden["score_before"] == "650"
    assert hidden["controls"] == "months,points_lost"
    assert "months" not in hidden


def test_what_is_fixed_is_not_moved_in_the_figure(client) -> None:
    sent = data(client.get("/embed/score_recovery?controls=months").text)
    assert sent["slider"] is None
    assert sent["chosen"]["fixed"] is True
    moved = data(client.get("/embed/score_recovery").text)
    assert moved["slider"]["name"] == "points_lost"
    assert "fixed" not in moved["chosen"]


def test_a_theme_asked_for_paints_the_drawing(client) -> None:
    dark = client.get("/embed/apr?theme=dark").text
    assert '<html lang="en" data-theme="dark">' in dark
    assert "prefers-color-scheme" not in dark
    assert "prefers-color-scheme" in client.get("/embed/apr").text


def test_another_setting_is_answered_with_the_next_picture(client) -> None:
    found = client.get(
        "/embed/score_recovery/picture?lang=en&points_lost=33&months=999"
    )
    assert found.headers["access-control-allow-origin"] == "*"
    answer = found.json()
    assert answer["sent"]["slider"]["value"] == 33
    assert "points_lost=33" in answer["page"]
    assert answer["notes"][0].startswith("Months shown is 999; allowed is 12 to 120")


def test_a_frame_without_an_origin_may_have_the_paths_of_its_slider(client) -> None:
    sent = data(client.get("/embed/apr?lang=en&amount=7777").text)
    found = client.get(sent["paths"])
    assert found.headers["access-control-allow-origin"] == "*"
    paths = found.json()
    assert len(paths["slider_texts"]) == sent["slider"]["count"]


@pytest.mark.parametrize("path", ["", "/picture"])
def test_a_figure_that_there_is_not_is_told(client, path: str) -> None:
    found = client.get(f"/embed/nothing{path}?lang=en")
    assert found.status_code == 404
    assert "There is no figure “nothing” here; allowed is three_clocks" in found.text


@pytest.mark.parametrize("noun", ["score-recovery", "Score_Recovery"])
def test_a_figure_may_be_named_as_the_command_line_does(client, noun: str) -> None:
    asked = client.get(f"/embed/{noun}?lang=en&months=24")
    assert asked.status_code == 200
    assert data(asked.text) == data(
        client.get("/embed/score_recovery?lang=en&months=24").text
    )
    page = client.get(f"/embed/page/{noun}", follow_redirects=False)
    assert page.headers["location"] == "/score_recovery?embed=true"


def test_a_whole_page_is_led_to_without_its_menu(client) -> None:
    found = client.get(
        "/embed/page/questions?q=part-payment&lang=zh&theme=dark",
        follow_redirects=False,
    )
    assert found.status_code == 307
    assert found.headers["location"] == (
        "/questions?q=part-payment&lang=zh&embed=true&embed_options=dark_theme"
    )


def test_no_cookie_is_set_and_anyone_may_frame_it(client) -> None:
    found = client.get("/embed/apr")
    assert "set-cookie" not in found.headers
    assert "frame-ancestors" not in found.headers.get("content-security-policy", "")


def test_the_address_of_our_own_files_changes_with_their_content(client) -> None:
    for name in ("embed.js", "embed.css", "live_figure.js", "height.js"):
        address = asset_url(name)
        assert re.fullmatch(rf"/assets/{name}\?v=[0-9a-f]{{12}}", address)
        found = client.get(address)
        assert found.status_code == 200
        assert found.headers["access-control-allow-origin"] == "*"
        assert "immutable" in found.headers["cache-control"]


def test_the_script_of_a_host_page_is_renewed_within_the_hour(client) -> None:
    found = client.get(HOST_SCRIPT)
    assert found.headers["cache-control"] == "public, max-age=3600"


def test_the_colours_around_the_figure_are_those_of_the_site() -> None:
    settings = (CONTENT.parent / ".streamlit/config.toml").read_text("utf-8")
    theme = tomllib.loads(settings)["theme"]
    style = (FOLDERS[0] / "embed.css").read_text("utf-8")
    for look in ("light", "dark"):
        for name in ("primaryColor", "backgroundColor", "textColor", "borderColor"):
            variable = re.sub("([A-Z])", r"-\1", name).lower()
            assert f"--st-{variable}: {theme[look][name]}" in style
