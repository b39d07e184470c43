"""A copy field: a text to take away, whole, with a button that copies it."""

from __future__ import annotations

from pathlib import Path

from after_overdue.ui.language import locale
from after_overdue.ui.packaged import packaged

HTML = """<div class="copy-field"><label for="text"></label>
<div class="row">
  <textarea id="text" readonly rows="2" spellcheck="false"></textarea>
  <button type="button"></button>
</div>
<p role="status"></p></div>"""
ASSETS = Path(__file__).parent / "assets"


def copy_field(label: str, text: str, *, key: str) -> None:
    """Draw a field with a text that can be copied, not changed."""
    texts = locale().words("copy")
    packaged("copy_field", ASSETS, html=HTML)(
        key=key, data={"label": label, "text": text, "words": dict(texts)}
    )
