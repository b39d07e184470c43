"""Readers of other makers, as tests/node/package.json lists them."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

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
    node = shutil.which("node") or pytest.fail("Node.js is not there.")
    done = subprocess.run(
        [node, "gift.cjs"],
        cwd=NODE,
        input=text,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return read
