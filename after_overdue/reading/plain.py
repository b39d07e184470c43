"""Plain text: what a reader sent, shown as it is and never as Markdown."""

from __future__ import annotations

import re

MARKS = re.compile(r"[\\`*_\[\]<>$~|#:&]")
ADDRESS = re.compile(r"(://|www(?=\.)|@|:(?=material/))", re.IGNORECASE)
NO_LINK = "\u2060"
"""A joiner without width: it keeps an address from becoming a link, a name an icon."""


def plain(text: str) -> str:
    r"""Return `text` with everything escaped that Markdown would draw.

    Examples
    --------
    >>> plain("![x](y)")
    '!\\[x\\](y)'
    >>> plain(":red[x] &lt;")
    '\\:red\\[x\\] \\&lt;'
    """
    escaped = MARKS.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    return ADDRESS.sub(lambda found: f"{found[0]}{NO_LINK}", escaped)
