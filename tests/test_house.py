"""The house rules: sizes, who imports whom, and that settings and commands are told."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest

from after_overdue.models.registry import MODELS
from after_overdue.settings import DEFAULTS
from after_overdue.web.pages import NOUNS
from after_overdue.web.routes import routes

ROOT = Path(__file__).parents[1]
PACKAGE = sorted((ROOT / "after_overdue").rglob("*.py"))
PAGES = sorted((ROOT / "pages").rglob("*.py"))
TOLD = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))
MAY_IMPORT = {
    "cases",
    "catalog",
    "models",
    "figures",
    "teaching",
    "ui",
    "errors",
    "units",
}
LONGEST_FUNCTION, LONGEST_FILE, LONGEST_PAGE = 40, 300, 80
MOST_COMMENTS = 0.08


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = node.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno - first.lineno + 1) if told else 0
    return node.end_lineno - node.lineno + 1 - docstring


@pytest.mark.parametrize("script", PAGES, ids=name_of)
def test_a_page_reads_only_from_the_packages_made_for_pages(script: Path) -> None:
    ours = {name for name in imports(script) if name.startswith("after_overdue.")}
    assert {name.split(".")[1] for name in ours} <= MAY_IMPORT


@pytest.mark.parametrize("script", PAGES, ids=name_of)
def test_a_page_fits_on_one_screen(script: Path) -> None:
    assert len(script.read_text("utf-8").splitlines()) <= LONGEST_PAGE


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_a_function_stays_short(path: Path) -> None:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    functions = [node for node in tree if isinstance(node, kinds)]
    long = {node.name for node in functions if code_lines(node) > LONGEST_FUNCTION}
    assert long == set()


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_what_is_kept_for_a_day_is_not_kept_for_ever(path: Path) -> None:
    """A server that runs for a year would keep each day of it."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    functions = [each for each in nodes if isinstance(each, ast.FunctionDef)]
    kept = [
        each
        for each in functions
        if any(ast.unparse(mark) == "cache" for mark in each.decorator_list)
    ]
    dated = {each.name for each in kept if "date" in ast.unparse(each.args)}
    assert dated == set()


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_comments_are_rare(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    comments = [line for line in lines if line.strip().startswith("#")]
    assert len(comments) <= max(1, MOST_COMMENTS * len(lines))


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_no_claimed_gain_is_typed_into_python(path: Path) -> None:
    """The floor, the ceiling and the retention of the world live in content/."""
    numbers = {
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and type(node.value) in (int, float)
    }
    assert numbers.isdisjoint({350, 950, 650, 10_000, 0.0005})


def test_every_server_setting_is_explained() -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    told = (ROOT / "docs/server.md").read_text("utf-8")
    for section, held in settings.items():
        for name, value in held.items():
            wildcard = f"theme.{name}.*" if isinstance(value, dict) else ""
            assert f"`{section}.{name}`" in told or (wildcard and wildcard in told)


def test_what_protects_a_reader_is_set() -> None:
    held = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert held["browser"]["gatherUsageStats"] is False
    assert held["client"]["showErrorDetails"] == "none"
    assert held["client"]["showErrorLinks"] is False
    assert held["client"]["allowedOrigins"] == []
    assert held["server"]["enableAgentApi"] is False
    loosened = {"enableCORS", "enableXsrfProtection", "trustedUserHeaders"}
    assert loosened.isdisjoint(held["server"])


def test_only_the_board_writes_html_and_fills_in_what_is_escaped() -> None:
    unsafe = re.compile(r"unsafe_allow|st\.html\(|components\.v1|st\.iframe\(")
    found = {
        script: script.read_text("utf-8")
        for script in [*PACKAGE, *PAGES]
        if unsafe.search(script.read_text("utf-8"))
    }
    assert {path.name for path in found} == {"class_join.py"}
    for text in found.values():
        html = text[text.index("st.html(") :]
        filled = re.findall(r"\{(\w+)", html[: html.index("\n        )")])
        assert {name for name in filled if not name.isupper()} == {"escape"}


def test_every_setting_of_our_own_is_explained_with_its_default() -> None:
    told = (ROOT / "docs/server.md").read_text("utf-8")
    for name, default in DEFAULTS.items():
        assert f"| `{name}` | {default or 'none'} |" in told


def addresses() -> dict[str, str]:
    """Each address we answer, with the module that does; pages are one."""
    found = {}
    for route in routes:
        inner = getattr(route, "routes", [])
        for each in inner or [route]:
            path = route.path + each.path if inner else each.path
            name = "/{page}" if path.strip("/") in NOUNS else path
            found[name] = each.endpoint.__module__.rpartition(".")[2]
    return found


def test_every_address_is_told_with_the_module_that_answers() -> None:
    told = {}
    for line in (ROOT / "docs/server.md").read_text("utf-8").splitlines():
        if row := re.match(r"\| (`/[^|]*) \| `(\w+)` \|", line):
            told |= dict.fromkeys(re.findall(r"`(/[^`]*)`", row[1]), row[2])
    assert told == addresses()


def test_every_command_is_in_the_changelog_or_readme() -> None:
    told = "".join(
        (ROOT / name).read_text("utf-8") for name in ("README.md", "CHANGELOG.md")
    )
    for noun in MODELS:
        assert noun.replace("_", "-") in told


def test_every_library_is_named_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    told = (ROOT / "README.md").read_text("utf-8").lower()
    for wanted in project["dependencies"]:
        assert re.split(r"[\[<>=~! ]", wanted)[0].lower() in told


def test_what_is_installed_is_pinned() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text("utf-8").splitlines():
            assert re.match(r"[\w.-]+(\[[\w,-]+\])?==", line), line


@pytest.mark.parametrize("folder", [ROOT / "tests/node", ROOT / "bench/node"])
def test_what_node_installs_is_pinned_and_names_no_registry(folder: Path) -> None:
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in wanted.values())
    assert "resolved" not in (folder / "package-lock.json").read_text("utf-8")


@pytest.mark.parametrize("document", TOLD, ids=name_of)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(
        r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8")
    ):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", TOLD, ids=name_of)
def test_a_test_that_a_document_names_is_there(document: Path) -> None:
    for named in re.findall(r"`(tests/[\w/.]+)`", document.read_text("utf-8")):
        assert (ROOT / named).exists(), named
