"""The data package, validated by frictionless in an environment of its own."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from after_overdue.catalog.tables import TABLES
from after_overdue.reading.data import PACKAGE, tables

PYTHON = Path(__file__).parents[2] / ".venv-lms/bin/python"
VALIDATE = """
import json, sys
from frictionless import validate
print(json.dumps([validate(each).to_descriptor() for each in sys.argv[1:]]))
"""


def reports(*packages: Path) -> list[dict[str, Any]]:
    """Return what frictionless says of each package."""
    if not PYTHON.exists():
        pytest.fail("frictionless is not there: run 'make .venv-lms/ready'.")
    command = [PYTHON, "-c", VALIDATE, *packages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_package_is_valid_and_a_broken_one_is_not(tmp_path) -> None:
    good, broken = tmp_path / "good", tmp_path / "broken"
    good.mkdir()
    for name, text in tables(date(2026, 11, 29)).items():
        (good / name).write_bytes(text)
    shutil.copytree(good, broken)
    claims = (broken / "claims.csv").read_text("utf-8").splitlines(keepends=True)
    (broken / "claims.csv").write_text("".join([*claims, claims[-1]]), "utf-8")
    (broken / "parameters.csv").write_text("id,since\nx,soon\n", "utf-8")
    valid, invalid = reports(good / PACKAGE, broken / PACKAGE)
    assert valid["valid"], valid
    assert [each["name"] for each in valid["tasks"]] == list(TABLES)
    assert all(each["stats"]["rows"] for each in valid["tasks"])
    wrong = {each["name"] for each in invalid["tasks"] if not each["valid"]}
    assert wrong == {"claims", "parameters"}
