"""Fetch the plotly.js bundle that our figures need, by version, with its licence.

``python scripts/plotly_bundle.py 4.1.1`` needs npm on the PATH. Then change the name in
after_overdue/figures/theme.py and delete the old file.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "plotly.js-basic-dist-min"
ASSETS = Path(__file__).parents[1] / "after_overdue/figures/assets"


def main(version: str) -> None:
    """Put the bundle of this version and its licence into the assets."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm was not found. Install Node.js, then try again.")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", "--silent", f"{PACKAGE}@{version}"]
        packed = subprocess.run(
            command, cwd=folder, check=True, capture_output=True, text=True
        ).stdout.strip()
        with tarfile.open(Path(folder) / packed) as archive:
            archive.extractall(folder, filter="data")
        package = Path(folder) / "package"
        bundle = ASSETS / f"plotly-basic-{version}.min.js"
        shutil.copyfile(package / "plotly-basic.min.js", bundle)
        shutil.copyfile(package / "LICENSE", ASSETS / "plotly-LICENSE.txt")
    print(f"{bundle.name}: {bundle.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
