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


def main(folder: Path, *requirements: str) -> None:
    """Make the environment and install what the files list."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"This is Python {found}; After Overdue needs 3.11 or newer.")
    make_environment(folder)
    pip = [str(folder / BIN / "python"), "-m", "pip", "--disable-pip-version-check"]
    lists = [option for each in requirements for option in ("-r", each)]
    subprocess.run([*pip, "install", "--quiet", "--require-hashes", *lists], check=True)


if __name__ == "__main__":
    main(ROOT / sys.argv[1], *sys.argv[2:])
