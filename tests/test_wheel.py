"""The wheel: built from the source archive, it works in an empty folder, far away."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import httpx2 as httpx
import pytest

from after_overdue import __version__
from tests.running_site import Site

ROOT = Path(__file__).parents[1]
BESIDE = ("app.py", "pages", "content", ".streamlit", "requirements.txt")
ABOUT = ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")
BUILT = shutil.ignore_patterns("__pycache__", "data")
EACH = """
from after_overdue.cli import main
from after_overdue.models.registry import MODELS
from after_overdue.reading import export
export.page_names = lambda: ["en/questions/what-is-credit", "zh/data"]
commands = [[noun.replace("_", "-")] for noun in MODELS]
raise SystemExit(any(map(main, [*commands, ["export", "site"], ["migrate"]])))
"""
"""Each model, and few pages of an export, in one process."""


def run(*command: str | Path, folder: Path) -> str:
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def files(folder: Path, *names: str) -> set[str]:
    """The files of a folder that are written by hand, by their path in it."""
    found = (
        each for name in names for each in (folder / name, *folder.glob(f"{name}/**/*"))
    )
    return {
        path.relative_to(folder).as_posix()
        for path in found
        if path.is_file() and path.suffix != ".pyc"
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """A wheel made from the archive of the source, without a network."""
    source, made = (tmp_path_factory.mktemp(each) for each in ("source", "made"))
    for name in (*ABOUT, *BESIDE, "after_overdue"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(
            ROOT / name,
            source / name,
            **({"ignore": BUILT} if copy is shutil.copytree else {}),
        )
    build = f"import setuptools.build_meta as made; made.build_sdist({str(made)!r})"
    run(sys.executable, "-c", build, folder=source)
    [archive] = made.glob("*.tar.gz")
    alone = ("--no-deps", "--no-index", "--no-build-isolation", "--quiet")
    run(sys.executable, "-m", "pip", "wheel", *alone, archive, folder=made)
    return next(made.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """An environment with the wheel in it, which borrows the libraries of this one."""
    made = tmp_path_factory.mktemp("environment")
    venv.create(made, symlinks=os.name != "nt")
    place = {"base": str(made), "platbase": str(made)}
    libraries = Path(sysconfig.get_path("purelib", "venv", place))
    (libraries / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    scripts = Path(sysconfig.get_path("scripts", "venv", place))
    pip = (sys.executable, "-m", "pip", "--python", next(scripts.glob("python*")))
    run(*pip, "install", "--no-deps", "--no-index", "--quiet", wheel, folder=made)
    return scripts


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("empty")


def test_the_wheel_carries_every_file_of_the_guide(wheel) -> None:
    with zipfile.ZipFile(wheel) as opened:
        carried = set(opened.namelist())
    beside = {f"after_overdue/carried/{each}" for each in files(ROOT, *BESIDE)}
    assert beside | files(ROOT, "after_overdue") <= carried
    assert not any(name.endswith(".pyc") for name in carried)


def test_every_command_answers_from_an_empty_folder(installed, folder) -> None:
    command = installed / "after-overdue"
    assert run(command, "--version", folder=folder) == f"{__version__}\n"
    assert "no problems" in run(command, "check", folder=folder)
    assert "files written to" in run(installed / "python", "-c", EACH, folder=folder)
    assert {each.name for each in folder.iterdir()} == {"site", "data"}


class InstalledSite(Site):
    """The guide as the installed command serves it."""

    def __init__(self, command: Path, folder: Path) -> None:
        super().__init__()
        self.installed, self.folder = command, folder

    @property
    def argv(self) -> list[str]:
        port = ["--port", str(self.port), "--address", "127.0.0.1"]
        return [str(self.installed), "serve", *port]


def test_the_installed_command_serves_the_guide(installed, tmp_path) -> None:
    site = InstalledSite(installed / "after-overdue", tmp_path)
    site.start()
    try:
        for path in ("/", "/apr?lang=zh", "/read/en/", "/api/v1/apr", "/embed/apr"):
            assert httpx.get(site.address + path, timeout=60).status_code == 200, path
        assert httpx.get(f"{site.address}/readyz", timeout=60).status_code == 200
    finally:
        site.end()
