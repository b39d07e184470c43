"""Find the browser that the browser tests drive, or install Debian's chromium.

Debian's shell of it, without windows, comes with it: the tests prefer it.

``CHROMIUM=/path/to/chromium`` names another one.
"""

import os
import shutil
import sys

from scripts.debian import install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHELL = "chromium-headless-shell"
PACKAGES = ("chromium", SHELL, "fonts-noto-cjk")


def browser() -> str | None:
    """Return the path of a browser that is there already."""
    named = os.environ.get("CHROMIUM")
    return (
        shutil.which(named)
        if named
        else next(filter(None, map(shutil.which, NAMES)), None)
    )


def shell() -> str | None:
    """Return the path of one without windows, a third of the work for each page.

    Where there is none, or another one is named, it is the `browser`.
    """
    named = os.environ.get("CHROMIUM")
    return (None if named else shutil.which(SHELL)) or browser()


if __name__ == "__main__":
    if browser() is None:
        install(*PACKAGES)
    found = browser()
    if found is None:
        sys.exit(
            "The browser tests need Chromium and none was found. Install it "
            "('apt-get install chromium'), or set CHROMIUM to its path."
        )
    print(f"Browser: {found}")
