"""Reading pages as a validator reads them: html-validate, its recommended rules."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from after_overdue.catalog.files import LANGUAGES
from after_overdue.models.registry import MODELS
from after_overdue.reading.explore_page import (
    EXPLORE,
    cases,
    explore_list,
    explore_page,
)
from after_overdue.reading.export import start_page
from after_overdue.reading.links import Links, file_of
from after_overdue.reading.page import Page
from after_overdue.reading.search_page import (
    SEARCH,
    scripted_search_page,
    search_page,
)
from after_overdue.reading.site import html_of, missing_page, page_names, page_of
from after_overdue.teaching.exports.bank_files import bank_file

NODE = Path(__file__).parents[1] / "node"
SCRIPT = NODE / "node_modules/html-validate/bin/html-validate.mjs"
LINKS, TODAY = Links("https://guide.example"), date(2026, 11, 25)
SECONDS = 120


def complaints(folder: Path) -> list[str]:
    """Return what the validator says about the pages in a folder."""
    if not SCRIPT.exists():
        pytest.fail("html-validate is not there: run 'python -m scripts.node_tools'.")
    config = ["--config", str(NODE / "html-validate.json"), "--formatter", "text"]
    done = subprocess.run(
        [str(shutil.which("node")), str(SCRIPT), *config, str(folder)],
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.stderr == b""
    found = done.stdout.decode().splitlines()
    assert bool(found) == bool(done.returncode)
    return found


def test_every_page_is_valid_html(tmp_path) -> None:
    for name in page_names():
        path = tmp_path / file_of(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html_of(page_of(name, LINKS, TODAY)), encoding="utf-8")
    first = page_of("en/", LINKS, TODAY)
    for is_missing in (False, True):
        start = start_page(first, is_missing=is_missing)
        (tmp_path / f"start-{is_missing}.html").write_text(start, encoding="utf-8")
    missing = missing_page("zh", "/nowhere", LINKS, TODAY)
    (tmp_path / "missing.html").write_text(missing, encoding="utf-8")
    for language in LANGUAGES:
        search = Page(language, SEARCH, Links(is_folder=True), TODAY)
        (tmp_path / f"search.{language}.html").write_text(
            scripted_search_page(search), encoding="utf-8"
        )
        explored = Page(language, EXPLORE, search.links, TODAY)
        (tmp_path / f"explore.{language}.html").write_text(
            explore_list(explored), encoding="utf-8"
        )
        for noun in MODELS:
            page = replace(explored, about=EXPLORE + noun)
            path = tmp_path / f"explore.{noun}.{language}.html"
            path.write_text(explore_page(page, cases(page, noun)), encoding="utf-8")
        found = search_page(replace(search, links=LINKS), "征信")
        (tmp_path / f"found.{language}.html").write_text(found, encoding="utf-8")
        given = {"topic": "", "base": LINKS.address, "today": TODAY}
        (tmp_path / f"paper.{language}.html").write_bytes(
            bank_file("paper", language, **given)
        )
    assert complaints(tmp_path) == []


def test_the_validator_sees_what_is_broken(tmp_path) -> None:
    text = html_of(page_of("en/", LINKS, TODAY)).replace('id="text"', 'id="start"', 1)
    (tmp_path / "broken.html").write_text(text, encoding="utf-8")
    assert any("Duplicate ID" in each for each in complaints(tmp_path))
