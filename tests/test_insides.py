"""The canary: what we lean on inside Streamlit is still there, and named in one place.

Where one of these fails after an upgrade, docs/streamlit.md says what to do.
"""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from streamlit import config

from after_overdue.insides import (
    CORE,
    ELEMENTS,
    LOADED,
    MARKS,
    PLACE,
    READ_FROM,
    STREAMLIT,
    TEST_IDS,
    TITLE,
    TONGUE,
    index_html,
    register_component,
    scripts_of,
    take_base_path,
)

ROOT = Path(__file__).parents[1]
INSIDE = re.compile(
    r"_stcore|data-testid|find_spec\(.streamlit|streamlit\.(components\.v2\.\w+ import"
    r"|runtime|web|elements|proto)\b"
)


@pytest.fixture(scope="module")
def scripts() -> str:
    """All scripts of the platform, one after another."""
    found = sorted((STREAMLIT / "static/js").glob("*.js"))
    return "\n".join(path.read_text("utf-8") for path in found)


def test_the_release_that_is_installed_is_the_one_that_was_read() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert version("streamlit").startswith(f"{READ_FROM}.")
    assert f"streamlit~={READ_FROM}.0" in project["dependencies"]


@pytest.mark.parametrize(
    "part", [PLACE, TONGUE, TITLE, "<script", "</head>", "</body>"]
)
def test_its_page_has_each_part_that_we_fill_or_move(part: str) -> None:
    assert index_html().count(part) >= 1


def test_what_its_page_asks_for_is_known_and_it_looks_for_no_server() -> None:
    text = index_html()
    loaded = LOADED.findall(text)
    for kind in ('as="font"', 'rel="stylesheet"', 'rel="modulepreload"', "<script"):
        assert any(kind in each for each in loaded)
    rest = LOADED.sub("", text)
    assert "./static/" not in rest
    assert "<script" not in rest
    assert "<noscript>" not in text
    assert "<script>" not in text
    assert "service-desc" not in text


@pytest.mark.parametrize("element", ELEMENTS)
def test_each_element_of_a_page_has_a_script_to_ask_for_early(element: str) -> None:
    assert any(name.startswith(f"{element}.") for name in scripts_of([element]))


@pytest.mark.parametrize("name", [*TEST_IDS, *MARKS, f"{CORE}bidi-components"[1:]])
def test_each_name_that_we_look_for_is_in_its_scripts(scripts: str, name: str) -> None:
    assert name in scripts


def test_our_scripts_and_styles_look_for_the_names_that_are_listed() -> None:
    own = [
        path.read_text("utf-8")
        for kind in ("*.js", "*.css")
        for path in sorted((ROOT / "after_overdue").rglob(kind))
        if not path.name.startswith(("plotly-", "minisearch-"))
    ]
    named = re.findall(r"data-testid=\"?(\w+)", "\n".join(own))
    assert set(named) == set(TEST_IDS)
    assert all(mark in "\n".join(own) for mark in MARKS)


def test_no_other_module_leans_on_its_insides() -> None:
    python = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
    python += sorted((ROOT / "after_overdue").rglob("*.py"))
    found = [path.name for path in python if INSIDE.search(path.read_text("utf-8"))]
    assert found == ["insides.py"]


def test_the_path_that_it_stands_below_is_taken_from_it_once() -> None:
    config.set_option("server.baseUrlPath", "guide")
    assert [take_base_path(), take_base_path()] == ["guide", ""]


def test_a_component_is_made_known_once_and_found(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "canary.js").write_text("export default () => {};")
    for _ in range(2):
        manager = register_component("canary", "canary", tmp_path / "assets")
        path = manager.get_component_path("canary.canary")  # type: ignore[attr-defined]
        assert path is not None
