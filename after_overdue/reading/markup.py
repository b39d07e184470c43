"""How our words become pages: Markdown without HTML, templates that escape.

Both are made here alone, so that no page can be one that lets foreign markup through.
"""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

_PIXELS = (Path(__file__).parent / "icon.png").read_bytes()
ICON = f"data:image/png;base64,{b64encode(_PIXELS).decode()}"
"""The icon of every page, inside it: nothing is fetched, from a disk either."""
MARK = Markup((Path(__file__).parent / "mark.svg").read_text("utf-8").strip())
"""The mark beside the name: a debt that stops, a record that ends, a score without."""
PRINTED_MARK = re.sub(r"<style>.*</style>", "", MARK)
MARK_URL = f"data:image/svg+xml,{quote(MARK)}"


def markdown() -> MarkdownIt:
    """Return a new reader of Markdown; HTML inside it stays text."""
    return MarkdownIt("commonmark", {"html": False})


def templates(folder: Path) -> Environment:
    """Return what fills the templates of a folder: escaped, nothing left undefined."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["icon"] = ICON
    made.globals["mark"] = MARK
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return made
