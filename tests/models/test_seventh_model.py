"""A new model: a folder, its lines in the registry, and what `check` then asks for.

The list in CONTRIBUTING.md is followed to the letter, in a copy of the project.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from after_overdue.catalog.files import CONTENT, LANGUAGES

ROOT = CONTENT.parent
OLD, NEW = "credit_lag", "first_sale"
PARTS = ("after_overdue", "content", "pages", ".streamlit", "app.py")
OPEN_THE_PAGE = f"""
from pathlib import Path
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("after_overdue/ui/main.py", default_timeout=60)
app.query_params["lang"] = "en"
app.switch_page(str(Path("pages/explore/{NEW}.py").resolve()))
app.run()
assert not app.exception, app.exception
print(app.title[0].value)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project."""
    made = tmp_path_factory.mktemp("project")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(
                source, made / part, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(source, made / part)
    return made


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=project, capture_output=True, text=True
    )


def copied(project: Path, folder: str) -> None:
    """Copy what the old noun has in a folder, under the new noun's name."""
    source, target = project / folder / OLD, project / folder / NEW
    if source.is_dir():
        shutil.copytree(source, target)
        paths = [path for path in target.rglob("*") if path.suffix in (".py", ".yaml")]
    else:
        paths = [shutil.copy(source.with_suffix(".py"), target.with_suffix(".py"))]
    for path in paths:
        text = Path(path).read_text("utf-8")
        Path(path).write_text(text.replace(OLD, NEW), "utf-8")


def section(text: str, name: str, indent: str = "") -> str:
    """The lines of a section of a YAML file."""
    found = re.search(rf"(?m)^{indent}{name}:\n(?:{indent} +.*\n|\n)*", text)
    assert found
    return found[0]


def test_a_seventh_model_is_a_folder_a_line_and_content(project: Path) -> None:
    copied(project, "after_overdue/models")
    registry = project / "after_overdue/models/registry.py"
    text = registry.read_text("utf-8")
    for indent in ("    ", "            "):
        line = f"\n{indent}{OLD},\n"
        text = text.replace(line, f"{line}{indent}{NEW},\n", 1)
    registry.write_text(text, "utf-8")

    lacking = run(project, "-m", "after_overdue", "check")
    assert lacking.returncode == 1, lacking.stderr
    for rule in ("AO-701", "AO-702", "AO-703", "AO-704"):
        assert re.search(rf"{NEW}.*\[{rule}\]", lacking.stdout), lacking.stdout

    copied(project, "content/parameters")
    tolerance = project / f"content/parameters/prediction/{OLD}_number.yaml"
    shutil.copy(tolerance, tolerance.with_name(f"{NEW}_number.yaml"))
    for language in LANGUAGES:
        path = project / f"content/interface.{language}.yaml"
        text = path.read_text("utf-8")
        asked = section(text, OLD, "  ")
        text = text.replace(asked, asked + asked.replace(OLD, NEW, 1), 1)
        path.write_text(text + "\n" + section(text, OLD).replace(OLD, NEW, 1), "utf-8")
    copied(project, "pages/explore")

    whole = run(project, "-m", "after_overdue", "check")
    assert whole.returncode == 0, whole.stdout

    command = ("-m", "after_overdue", NEW.replace("_", "-"), "--lag-days", "7")
    found = run(project, *command, "--format", "json")
    assert json.loads(found.stdout)["summary"]["lag_days"] == 7, found.stderr
    opened = run(project, "-c", OPEN_THE_PAGE)
    assert opened.stdout.strip(), opened.stderr


def test_contributing_lists_what_a_new_model_is_made_of() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    listed = text[text.index("- **A new model**") : text.index("- **A renamed input")]
    for part in (
        "after_overdue/models/<noun>/",
        "after_overdue/models/registry.py",
        "content/parameters/<noun>/",
        "content/parameters/prediction/",
        "content/interface.<lang>.yaml",
        "pages/explore/<noun>.py",
        "tests/models/<noun>/",
    ):
        assert f"`{part}`" in listed, part
