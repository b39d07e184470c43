"""Punctuation behind an address: the sentence that a link was copied from goes on.

Chinese is written without spaces, so that programs which make links of addresses take
the comma or the full stop behind them along, often with the words that follow.
"""

from __future__ import annotations

import re
from string import printable
from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from after_overdue.insides import PATHS

MARKS = "，。；：、！？…—·～（）《》〈〉【】「」『』〔〕“”‘’＂＇｡､"
"""Marks of Chinese text, none of which is in an address of ours."""
ASCII_MARKS = ",;:!?.)]}>'\""
"""What ends an address only where a sentence goes on behind it."""
IN_PATH = re.compile(
    rf"[{re.escape(MARKS)}].*$|[{re.escape(ASCII_MARKS)}]+$", re.DOTALL
)
AFTER_VALUE = re.compile(rf"(?:{'|'.join(map(quote, MARKS))})+(?=&|$)", re.IGNORECASE)
"""Only at its end: within a value a mark may be part of a number or of a search."""
DOTS = re.compile(r"(?:^|/)\.+(?:/|$)")
"""A folder above, or the same one: no mark of a sentence."""
METHODS = ("GET", "HEAD")


def meant(path: str, query: str) -> str:
    """Return the address that was meant; empty where it is the one that was given.

    Parameters
    ----------
    path : decoded
    query : as it was sent, percent-encoded

    Examples
    --------
    >>> meant("/read/zh/，", ""), meant("/apr", "months=6%E3%80%82")
    ('/read/zh/', '/apr?months=6')
    >>> meant("/read/zh/", "")
    ''
    """
    shorter, rest = IN_PATH.sub("", path), AFTER_VALUE.sub("", query)
    if (shorter, rest) == (path, query) or DOTS.search(path):
        return ""
    one = quote("/" + shorter.lstrip("/"))  # two would be the name of another server
    return f"{one}?{rest}" if rest else one


class PunctuationBehind:
    """Lead from an address with punctuation behind it to the one that was meant."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect a reader, or pass the request on."""
        if scope["type"] != "http" or scope["method"] not in METHODS:
            await self.app(scope, receive, send)
            return
        path, query = scope["path"], quote(scope["query_string"], safe=printable)
        other = "" if path.startswith(PATHS) else meant(path, query)
        answer = RedirectResponse(other, status_code=308) if other else self.app
        await answer(scope, receive, send)
