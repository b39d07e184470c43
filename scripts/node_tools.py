"""Install the readers of other makers that the tests hand our exports to.

They are listed in tests/node/package.json, each with its version; another folder with
such a list may be named: ``python -m scripts.node_tools bench/node``.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from scripts.debian import install

ROOT = Path(__file__).parents[1]
NAMES = ("node", "npm")


def missing() -> list[str]:
    """Return which of Node.js and npm cannot be found."""
    return [name for name in NAMES if shutil.which(name) is None]


if __name__ == "__main__":
    if missing():
        install("nodejs", "npm")
    if missing():
        sys.exit(
            f"The tests of our exports need {' and '.join(missing())}. Install "
            "Node.js ('apt-get install nodejs npm'), then try again."
        )
    tools = ROOT / (sys.argv[1:] or ["tests/node"])[0]
    npm = str(shutil.which("npm"))
    subprocess.run([npm, "ci", "--ignore-scripts", "--silent"], cwd=tools, check=True)
    print(f"Readers: {tools}")
