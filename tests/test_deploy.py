"""The files of `deploy/`: they can be read, name real settings, and hold no secret."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from after_overdue.settings import DEFAULTS
from scripts.balancers import program

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
PLATFORM = {"STREAMLIT_SERVER_COOKIE_SECRET"}
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
KUBERNETES = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8")))


def steps() -> list[str]:
    """The instructions of the image, each on one line."""
    text = (DEPLOY / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_image_takes_what_the_server_reads_and_nothing_else(tmp_path) -> None:
    """Its copies, done in a plain folder, start the command line and check content."""
    for each in steps():
        if not each.startswith("COPY ") or "--from" in each:
            continue
        *sources, _target = shlex.split(each)[1:]
        for source in sources:
            if not (tmp_path / source).exists():
                (tmp_path / source).symlink_to(ROOT / source)
    ended = subprocess.run(
        [sys.executable, "-c", "import app; print(app.app)"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "DATA_FOLDER": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ended.returncode == 0, ended.stderr


def test_the_image_runs_as_nobody_in_particular_and_is_looked_at() -> None:
    words = [each.split()[0] for each in steps()]
    assert words.count("FROM") == 2
    assert words.index("USER") < words.index("CMD")
    assert "HEALTHCHECK" in words
    assert not re.search(r"ARG|--mount=type=secret|index-url", "\n".join(steps()))


def test_every_setting_that_is_named_is_one() -> None:
    (*_, container) = KUBERNETES[1]["spec"]["template"]["spec"]["containers"]
    named = set(COMPOSE["x-server"]["environment"]) - PLATFORM
    named |= {each["name"] for each in container["env"]}
    assert named <= set(DEFAULTS)


def test_lives_and_is_ready_are_two_questions() -> None:
    (container,) = KUBERNETES[1]["spec"]["template"]["spec"]["containers"]
    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert container["securityContext"]["readOnlyRootFilesystem"]


@pytest.mark.parametrize("name", ["compose.yaml", "kubernetes.yaml"])
def test_no_file_holds_a_password(name) -> None:
    text = (DEPLOY / name).read_text("utf-8")
    assert not re.search(r"password:\s*[\"']?[a-z0-9]{3,}", text, re.IGNORECASE)


def test_haproxy_reads_its_file() -> None:
    values = {"LISTEN": "127.0.0.1:9", "SERVER_ONE": "127.0.0.1:1"}
    values["SERVER_TWO"] = "127.0.0.1:2"
    given = [program("haproxy"), "-c", "-f", str(DEPLOY / "haproxy.cfg")]
    subprocess.run(given, check=True, env=values, capture_output=True)


def test_each_fault_that_is_told_of_is_shown_by_a_test() -> None:
    text = (ROOT / "docs/scale.md").read_text("utf-8")
    shown = re.findall(r"`(tests/[\w/.]+)`: `(test_\w+)`", text)
    assert len(shown) > 10
    for path, name in shown:
        assert f"def {name}(" in (ROOT / path).read_text("utf-8"), name
