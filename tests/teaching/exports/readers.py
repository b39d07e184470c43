"""Readers of other makers, as tests/node/package.json lists them."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from after_overdue.teaching.exports.typst import TEMPLATES

NODE = Path(__file__).parents[2] / "node"
MODULES = NODE / "node_modules"
SECONDS = 60


def package(name: str) -> Path:
    """Return where a reader lies; fail where it is not installed."""
    path = MODULES / name
    if not path.exists():
        pytest.fail(f"{name} is not there: run 'python -m scripts.node_tools'.")
    return path


def read_gift(text: bytes) -> list[dict[str, Any]]:
    """Return what gift-pegjs reads."""
    package("gift-pegjs")
    read: list[dict[str, Any]] = _run("gift.cjs", given=text)
    return read


def opened_lesson(edition: str) -> dict[str, Any]:
    """Return what an LMS is told by a lesson in which nothing is asked."""
    told: dict[str, Any] = _run("lesson.cjs", str(TEMPLATES), edition)
    return told


def _run(*script: str, given: bytes = b"") -> Any:
    node = shutil.which("node") or pytest.fail("Node.js is not there.")
    done = subprocess.run(
        [node, *script],
        cwd=NODE,
        input=given,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
