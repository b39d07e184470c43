"""The house rules: sizes, who imports whom, and that settings and commands are told."""

import ast
import gzip
import json
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from pydoc import locate

import pytest
import yaml

from after_overdue import __version__
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
CLAIMED = {350, 950, 650, 10_000, 0.0005}
MOST_SCRIPT_BYTES = {
    "read": 20_500,
    "taught": 11_500,
    "kept": 1_750,
    "explored": 500,
    "searched": 2_400,
}
"""The pad for a guess is a reader's script; a class that draws loads the same one. What
searches without a server is loaded by one page of a folder, or where answers are kept;
what keeps them by the list of questions; cases by the Explore pages of a folder."""
TAUGHT = {
    *("learner.js", "desk.js", "wall.js", "refresh.js", "print.js", "open_file.js"),
    *("countdown.js", "looking.js", "registered.js"),
    *("lesson.js", "lms.js"),
}
"""Scripts of a class and of a lesson inside an LMS; readers are sent the others."""
OTHERS = ("plotly-", "minisearch-")
"""Scripts of other makers, kept beside ours as they came."""
KIND_OF = dict.fromkeys(TAUGHT, "taught") | {
    "search.js": "searched",
    "keep.js": "kept",
    "worker.js": "kept",
    "cases.js": "explored",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = node.body[0]
    is_described = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno - first.lineno + 1) if is_described else 0
    return node.end_lineno - node.lineno + 1 - docstring


def test_a_page_reads_only_from_the_packages_made_for_pages() -> None:
    read = {
        (name_of(script), name)
        for script in PAGES
        for name in imports(script)
        if name.startswith("after_overdue.") and name.split(".")[1] not in MAY_IMPORT
    }
    assert read == set()


def test_files_can_be_read_in_one_sitting() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in PACKAGE}
    long = {name_of(each) for each, lines in lengths.items() if lines > LONGEST_FILE}
    pages = {
        name_of(each)
        for each in PAGES
        if len(each.read_text("utf-8").splitlines()) > LONGEST_PAGE
    }
    assert long | pages == set()


def test_functions_stay_short() -> None:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    long = {
        f"{name_of(path)}:{node.name}"
        for path in PACKAGE
        for node in ast.walk(parsed(path))
        if isinstance(node, kinds) and code_lines(node) > LONGEST_FUNCTION
    }
    assert long == set()


def test_what_is_kept_for_a_day_is_not_kept_for_ever() -> None:
    """A server that runs for a year would keep each day of it."""
    dated = {
        f"{name_of(path)}:{node.name}"
        for path in PACKAGE
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
        and "cache" in map(ast.unparse, node.decorator_list)
        and "date" in ast.unparse(node.args)
    }
    assert dated == set()


def test_only_the_clock_asks_the_machine_what_day_it_is() -> None:
    asks = re.compile(r"\.(today|now|utcnow|localtime|gmtime|strftime|ctime)\Z")
    folders = ("after_overdue", "pages", "bench", "scripts", "tests")
    found = {
        name_of(path)
        for path in [ROOT / "app.py", *(p for f in folders for p in walked(ROOT / f))]
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and asks.search(called := ast.unparse(node.func))
        and not called.startswith("clock.")
    }
    assert found == {"after_overdue/clock.py"}


def test_no_test_waits_by_text_that_the_policy_of_a_page_refuses() -> None:
    """The browser's own wait is refused as soon as its first look finds nothing."""
    waits = {
        name_of(path)
        for path in walked(ROOT / "tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr == "wait_for_function"
    }
    assert waits == set()


def walked(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*.py") if "node_modules" not in each.parts]


def test_no_claimed_gain_is_typed_into_python() -> None:
    """The floor, the ceiling and the retention of the world live in content/."""
    typed = {
        f"{name_of(path)}: {node.value}"
        for path in PACKAGE
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant)
        and type(node.value) in (int, float)
        and node.value in CLAIMED
    }
    assert typed == set()


def test_every_server_setting_is_explained() -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    text = (ROOT / "docs/server.md").read_text("utf-8")
    named = {
        f"{section}.{name}" if not isinstance(value, dict) else f"theme.{name}.*"
        for section, values in settings.items()
        for name, value in values.items()
    }
    assert {name for name in named if name not in text} == set()


def test_what_protects_a_reader_is_set() -> None:
    values = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert values["browser"]["gatherUsageStats"] is False
    assert values["client"]["showErrorDetails"] == "none"
    assert values["client"]["showErrorLinks"] is False
    assert values["client"]["allowedOrigins"] == []
    assert values["server"]["enableAgentApi"] is False
    loosened = {"enableCORS", "enableXsrfProtection", "trustedUserHeaders"}
    assert loosened.isdisjoint(values["server"])


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
    text = (ROOT / "docs/server.md").read_text("utf-8")
    rows = {f"| `{name}` | {default or 'none'} |" for name, default in DEFAULTS.items()}
    assert {row for row in rows if row not in text} == set()


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
    found = {}
    for line in (ROOT / "docs/server.md").read_text("utf-8").splitlines():
        if row := re.match(r"\| (`/[^|]*) \| `(\w+)` \|", line):
            found |= dict.fromkeys(re.findall(r"`(/[^`]*)`", row[1]), row[2])
    assert found == addresses()


def test_every_command_is_in_the_changelog_or_readme() -> None:
    text = "".join(
        (ROOT / name).read_text("utf-8") for name in ("README.md", "CHANGELOG.md")
    )
    for noun in MODELS:
        assert noun.replace("_", "-") in text


def test_the_changelog_names_the_version_under_its_newest_day() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## \d{4}-\d\d-\d\d\n\nVersion ([\d.]+)\.$", text, re.M)
    assert newest and newest[1] == __version__


def test_every_document_is_in_the_index_of_its_readers() -> None:
    index = (ROOT / "docs/README.md").read_text("utf-8")
    named = {each.name for each in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert {name for name in named if f"({name})" not in index} == set()
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert {name for name in named if not re.search(rf"\b{name}\b", site)} == set()


def test_the_citation_names_the_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == __version__


def test_every_library_is_named_with_why() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = (ROOT / "docs/dependencies.md").read_text("utf-8").lower()
    for expected in project["dependencies"]:
        assert re.split(r"[\[<>=~! ]", expected)[0].lower() in text


@pytest.mark.parametrize("folder", [ROOT / "tests/node", ROOT / "bench/node"])
def test_what_node_installs_is_pinned_and_names_no_registry(folder: Path) -> None:
    expected = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in expected.values())
    assert "resolved" not in (folder / "package-lock.json").read_text("utf-8")


def named_in_documents(pattern: str) -> list[tuple[Path, str]]:
    return [
        (document, named)
        for document in TOLD
        for named in re.findall(pattern, document.read_text("utf-8"))
    ]


def test_links_between_documents_lead_somewhere() -> None:
    links = named_in_documents(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
    lost = [(name_of(at), to) for at, to in links if not (at.parent / to).exists()]
    assert lost == []


def test_a_test_that_a_document_names_is_there() -> None:
    tests = named_in_documents(r"`(tests/[\w/.]+)`")
    assert [(name_of(at), to) for at, to in tests if not (ROOT / to).exists()] == []


def test_the_changelog_has_a_heading_of_a_kind_and_an_entry_once_a_release() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    twice = []
    for release in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        headings = re.findall(r"^### .*$", release, re.MULTILINE)
        entries = re.findall(r"^- .*?(?=^- |^### |\Z)", release, re.DOTALL | re.M)
        found = Counter(headings + [" ".join(each.split()) for each in entries])
        twice += [each for each, times in found.items() if times > 1]
    assert twice == []


def own_scripts() -> list[Path]:
    """Each script of ours that a browser is sent."""
    found = sorted((ROOT / "after_overdue").rglob("*.js"))
    return [path for path in found if not path.name.startswith(OTHERS)]


@pytest.mark.parametrize("kind", MOST_SCRIPT_BYTES)
def test_our_scripts_together_are_no_larger_than_a_small_picture(kind: str) -> None:
    packed = {
        name_of(path): len(gzip.compress(path.read_bytes(), 9))
        for path in own_scripts()
        if KIND_OF.get(path.name, "read") == kind
    }
    assert sum(packed.values()) <= MOST_SCRIPT_BYTES[kind], packed


def test_one_script_knows_how_to_mount_the_figure() -> None:
    mounting = re.compile(r"customElements|window\.Plotly|afterOverdue")
    found = [
        path.name for path in own_scripts() if mounting.search(path.read_text("utf-8"))
    ]
    assert found == ["live_figure.js"]


def test_every_slider_of_ours_is_watched() -> None:
    """A swipe that scrolls and a key of the browser move none of them."""
    sliders = [
        name_of(path)
        for path in sorted((ROOT / "after_overdue").rglob("*.html"))
        if re.search(r'type="(range|{{ field.kind)', path.read_text("utf-8"))
    ]
    figure = "after_overdue/figures/assets/live_figure.html"
    templates = "after_overdue/web/templates"
    assert sliders == [
        figure,
        "after_overdue/reading/templates/figure.html",
        f"{templates}/desk_body.html",
        f"{templates}/embed.html",
        f"{templates}/first_view.html",
    ]
    watching = [
        path.name
        for path in own_scripts()
        if re.search(r"^ *watchSliders\(", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert watching == ["live_figure.js", "desk.js", "embed.js"]


def test_the_two_ways_through_the_code_lead_through_what_there_is() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    _, _, text = text.partition("## Two ways through the code\n")
    rows = re.findall(r"^\| .* \| (`.*`) \|$", text.partition("\n## ")[0], re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([\w.]+)`", row)]
    assert rows
    assert [each for each in named if locate(f"after_overdue.{each}") is None] == []
