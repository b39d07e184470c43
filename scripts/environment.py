"""Make a Python environment of the project's own and install lists into it.

Runs on a bare Python: ``python3 scripts/environment.py .venv requirements.txt``.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = "Scripts" if os.name == "nt" else "bin"
OLDEST = (3, 11)
PACKAGE_MB = 10
"""What a package takes on the disk, about: 65 to serve take 780, 155 to test 1,400."""


def make_environment(folder: Path) -> None:
    """Make it, with the system's help where Python lacks what that takes."""
    if any((folder / BIN / name).exists() for name in ("pip", "pip.exe")):
        return
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    if subprocess.run(command, check=False).returncode == 0:
        return
    package = f"python3.{sys.version_info.minor}-venv"
    root = [] if os.name == "nt" or os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get"):
        apt = [*root, "apt-get"]
        subprocess.run([*apt, "update", "-qq"], check=False)
        subprocess.run([*apt, "install", "-y", "-qq", package], check=False)
        if subprocess.run(command, check=False).returncode == 0:
            return
    sys.exit(f"Python cannot make an environment. Install {package}, then try again.")


def announce(folder: Path, lists: list[Path]) -> None:
    """Say what comes and how large it is; end where the disk has no room for it."""
    lines = [line for each in lists for line in each.read_text("utf-8").splitlines()]
    count = sum("==" in line.partition(" ")[0] for line in lines)
    needed, free = count * PACKAGE_MB, shutil.disk_usage(folder.parent).free // 10**6
    print(f"Setting up {folder.name}: {count} packages, about {needed} MB, once.")
    if free < needed and not folder.exists():
        sys.exit(f"This disk has {free} MB free. Make room, then try again.")


def install(folder: Path, lists: list[Path]) -> None:
    """Install what the lists pin, checked by its hashes: with uv if there, else pip."""
    python = str(folder / BIN / "python")
    asked = ["--quiet", "--require-hashes"]
    asked += [option for each in lists for option in ("-r", str(each))]
    uv = shutil.which("uv")
    if uv and not subprocess.call([uv, "pip", "install", "--python", python, *asked]):
        return
    pip = [python, "-m", "pip", "--disable-pip-version-check", "install"]
    if subprocess.call([*pip, *asked]):
        sys.exit(
            "Not everything could be installed; the lines above say why. "
            "What is there is kept: try again once that is mended."
        )


def main(folder: Path, *requirements: str) -> None:
    """Make the environment and install what the files list."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"This is Python {found}; After Overdue needs 3.11 or newer.")
    lists = [ROOT / each for each in requirements]
    announce(folder, lists)
    make_environment(folder)
    install(folder, lists)


if __name__ == "__main__":
    main(ROOT / sys.argv[1], *sys.argv[2:])
