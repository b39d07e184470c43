"""Find Firefox and WebKit, which are tested beside Chromium, or install Debian's.

``FIREFOX=/path/to/firefox`` names another Firefox.
"""

import os
import shutil
import sys
from collections.abc import Mapping

from scripts.debian import install

NAMES: Mapping[str, tuple[str, ...]] = {
    "firefox": (os.environ.get("FIREFOX", "firefox-esr"), "firefox"),
    "webkit": ("WebKitWebDriver",),
    "display": ("Xvfb",),
}
PACKAGES: Mapping[str, str] = {
    "firefox": "firefox-esr",
    "webkit": "webkit2gtk-driver",
    "display": "xvfb",
}
MISSING = (
    "The tests of other browsers need {name}, which was not found. Install it "
    "('apt-get install {name}')."
)


def program(name: str) -> str | None:
    """Return the path of a program that is there already."""
    return next(filter(None, map(shutil.which, NAMES[name])), None)


if __name__ == "__main__":
    missing = [package for name, package in PACKAGES.items() if program(name) is None]
    if missing:
        install(*missing)
    for name, package in PACKAGES.items():
        if program(name) is None:
            sys.exit(MISSING.format(name=package))
    print("Engines:", *map(program, NAMES))
