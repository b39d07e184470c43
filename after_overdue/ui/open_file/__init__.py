"""A button that reads a small file of the reader's: its text comes to the page alone.

Nothing is uploaded: the text travels as what is typed into a field does, and nothing
keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from after_overdue.ui.packaged import packaged

HTML = """<label><span></span><input type="file"></label><p role="status"></p>"""
ASSETS = Path(__file__).parent / "assets"


def open_file(
    label: str,
    *,
    key: str,
    endings: str,
    most: int,
    too_large: str,
    opened: Callable[[], None],
) -> None:
    """Draw the button; once a file is chosen, `opened` finds it in the session state.

    Parameters
    ----------
    endings : of the files to offer, such as ``.yaml,.json``
    most : bytes of a file
    too_large : what is said of a larger one
    opened : is called; the state of `key` then has the text as `file`
    """
    found = {"label": label, "endings": endings, "most": most, "tooLarge": too_large}
    packaged("open_file", ASSETS, html=HTML)(key=key, data=found, on_file_change=opened)
