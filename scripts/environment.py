"""Make the project's own Python environment in .venv and install a list into it.

Runs on a bare Python: ``python3 scripts/environment.py requirements.txt``.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)


def make_environment() -> None:
    """Make .venv, with the system's help where Python lacks what that takes."""
    if (BIN / "pip").exists() or (BIN / "pip.exe").exists():
        return
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
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


def main(requirements: str) -> None:
    """Make the environment and install what `requirements` lists."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"This is Python {found}; After Overdue needs 3.11 or newer.")
    make_environment()
    pip = [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "-r", requirements], check=True)


if __name__ == "__main__":
    main(sys.argv[1])
