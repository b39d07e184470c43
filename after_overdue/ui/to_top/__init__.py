"""To the top: after a link from a page to itself, show the page from its title on.

The platform scrolls up when the page changes, and stays where it is when only the
address does. Without this component the page is whole, but shown from the middle.
"""

from __future__ import annotations

from pathlib import Path

from after_overdue.ui.packaged import packaged

ASSETS = Path(__file__).parent / "assets"


def to_top(place: str) -> None:
    """Scroll to the title and give it the focus, once for each `place`."""
    packaged("to_top", ASSETS, styled=False)(key="to_top", data=place)
