"""Where the guide's files lie: the top of a checkout, or inside the package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
CARRIED = PACKAGE / "carried"
"""Where a wheel has what stands beside the package in a checkout; setup.py puts it."""
IS_INSTALLED = CARRIED.is_dir()
ROOT = CARRIED if IS_INSTALLED else PACKAGE.parent
"""The folder of app.py, pages/, content/ and .streamlit/."""
APP = ROOT / "app.py"
KEPT_IN = Path.cwd() if IS_INSTALLED else ROOT
"""The folder that a relative DATA_FOLDER lies in: nobody looks for a database among
installed packages, and the next version would take it away."""
