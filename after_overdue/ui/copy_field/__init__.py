"""A copy field: a text to take away, whole, with a button that copies it."""

from __future__ import annotations

from pathlib import Path

from after_overdue.ui.language import locale
from after_overdue.ui.packaged import packaged

HTML = """<div class="copy-field"><label for="text"></label>
<div class="row">
  <textarea id="text" readonly rows="2" spellcheck="false"></textarea>
  <span><button type="button" data-part="copy"></button>
  <button type="button" data-part="send" hidden></button></span>
</div>
<p role="status"></p></div>"""
ASSETS = Path(__file__).parent / "assets"


def copy_field(label: str, text: str, *, key: str, title: str = "") -> None:
    """Draw a field with a text that can be copied, not changed.

    Parameters
    ----------
    title : what a device that can send a link calls it; empty for a text that is none
    """
    words = dict(locale().words("copy"))
    found = {"label": label, "text": text, "title": title, "words": words}
    packaged("copy_field", ASSETS, html=HTML)(key=key, data=found)
