"""Find the browser that the browser tests drive, or install Debian's chromium.

``CHROMIUM=/path/to/chromium`` names another one.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-cjk")


def browser() -> str | None:
    """Return the path of a browser that is there already."""
    named = os.environ.get("CHROMIUM")
    return (
        shutil.which(named)
        if named
        else next(filter(None, map(shutil.which, NAMES)), None)
    )


def install() -> None:
    """Install Debian's chromium, and fonts for Chinese, where we may."""
    apt = shutil.which("apt-get")
    root = os.name != "nt" and os.geteuid() == 0
    sudo = [] if root else ["sudo", "-n"]
    if not apt or not (root or shutil.which("sudo")):
        return
    subprocess.run([*sudo, apt, "update", "-qq"], check=False)
    subprocess.run([*sudo, apt, "install", "-y", "-qq", *PACKAGES], check=False)


if __name__ == "__main__":
    if browser() is None:
        install()
    found = browser()
    if found is None:
        sys.exit(
            "The browser tests need Chromium and none was found. Install it "
            "('apt-get install chromium'), or set CHROMIUM to its path."
        )
    print(f"Browser: {found}")
