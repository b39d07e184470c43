"""The Explore pages of a folder: every figure with its slider and its cases."""

import json
import re
from datetime import date

import pytest

from after_overdue.catalog.presets import presets
from after_overdue.models.registry import MODELS
from after_overdue.reading import explore_page
from after_overdue.reading.explore_page import (
    EXPLORE,
    explore_files,
    explore_list,
    explore_script,
)
from after_overdue.reading.figures import CALL
from after_overdue.reading.links import Links
from after_overdue.reading.page import Page

TODAY = date(2026, 11, 25)
LINKS = Links(is_folder=True)


def told(script: bytes) -> dict:
    return json.loads(script.decode().removeprefix(f"{CALL}(").rstrip(";\n)"))


def test_every_figure_of_the_guide_is_in_the_list() -> None:
    for language in ("en", "zh"):
        page = Page(language, EXPLORE, LINKS, TODAY)
        links = re.findall(r'<li><a href="([^"]+)"', explore_list(page))
        assert links == [f"{noun}.html" for noun in MODELS]


@pytest.mark.parametrize("noun", ["credit_lag", "limitation"])
def test_a_page_has_a_script_for_each_case_and_shares_what_moves_alike(
    noun, monkeypatch
) -> None:
    monkeypatch.setattr(explore_page, "MODELS", [noun])
    files = dict(explore_files(LINKS, TODAY))
    name, script = explore_script()
    assert files[name] == script
    for language in ("en", "zh"):
        name = f"{language}/explore/{noun}"
        page = files[name].decode()
        scripts = {f"{name}.{at}" for at in range(1, len(presets(noun)) + 1)}
        sent = {each: told(files[f"{each}.figure.js"]) for each in [name, *scripts]}
        began = sent.pop(name)
        assert began["paths"]
        assert "drawing" not in began["sent"]
        for each, case in zip(presets(noun), sorted(sent.items()), strict=True):
            src = f"{case[0].rpartition('/')[2]}.figure.js"
            assert (
                f'data-case="{src}" aria-pressed="false">{each.label[language]}<'
                in page
            )
            assert case[1]["sent"]["drawing"].count('role="img"') == 2
            alike = case[1]["sent"]["moves"] == began["sent"]["moves"]
            assert bool(case[1]["paths"]) != alike
        assert noun != "credit_lag" or not any(each["paths"] for each in sent.values())
