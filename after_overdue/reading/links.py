"""Links: how reading pages find each other, on a server and in a folder.

A page is named by its path without an ending, such as ``en/questions/late-mark``; the
index of a language is ``en/``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

OEMBED_PATH = "/oembed"
"""Where a server says how its pages are shown elsewhere."""
ROOT = "/read/"
"""Where a server has the reading pages."""
INDEX = "index"
KEPT = "kept"
"""The parameter that asks a server for the search that will need none."""
DATA = "data/"
"""The folder of the data: below the address of a server, and in an export."""


@dataclass(frozen=True)
class Links:
    """How the pages of one site are linked.

    Attributes
    ----------
    address : of the guide, such as ``https://guide.example``; its path alone, or
        nothing, where its server is not named
    is_folder : whether the pages are files that find each other by relative links
    """

    address: str = ""
    is_folder: bool = False

    @property
    def _root(self) -> str:
        """The path that the guide stands below."""
        return urlsplit(self.address).path

    @property
    def _is_homeless(self) -> bool:
        return self.is_folder and not self.address

    def page(self, name: str, here: str, anchor: str = "") -> str:
        """Return the link from the page `here` to the page `name`."""
        mark = f"#{anchor}" if anchor else ""
        if self.is_folder:
            return relative(file_of(name), here) + mark
        return f"{self._root}{ROOT}{name}{mark}"

    @property
    def scope(self) -> str:
        """The path that holds the whole guide, from the folder of a language."""
        return "../" if self.is_folder else f"{self._root}/"

    def kept_search(self, language: str, here: str) -> str:
        """Return the link to the search that needs no server."""
        address = self.page(f"{language}/search", here)
        return address if self.is_folder else f"{address}?{KEPT}"

    def beside(self, name: str, here: str) -> str:
        """Return the link from a page to a file that is no page."""
        return relative(name, here) if self.is_folder else f"{self._root}{ROOT}{name}"

    def data(self, name: str, here: str) -> str:
        """Return the link from a page to a file of the data."""
        if self.is_folder:
            return relative(DATA + name, here)
        return f"{self._root}/{DATA}{name}"

    def canonical(self, name: str) -> str | None:
        """Return the one address of a page, from its root where no server is named.

        None in a folder of nobody's server.
        """
        return None if self._is_homeless else f"{self.address}{ROOT}{name}"

    def oembed(self, name: str) -> str | None:
        """Return where to ask for the frame of a page; None as with `canonical`."""
        asked = urlencode({"url": self.canonical(name), "format": "json"})
        return None if self._is_homeless else f"{self.address}{OEMBED_PATH}?{asked}"

    def app(self, noun: str, query: Mapping[str, str]) -> str | None:
        """Return the link to an interactive page; None where there is no server."""
        if self.is_folder and not self.address:
            return None
        server = self.address if self.is_folder else self._root
        return f"{server}/{noun}?{urlencode(query)}"


def file_of(name: str) -> str:
    """Return the file of a page in a folder.

    Examples
    --------
    >>> file_of("en/"), file_of("en/claims")
    ('en/index.html', 'en/claims.html')
    """
    return f"{name}{INDEX if name.endswith('/') else ''}.html"


def relative(target: str, here: str) -> str:
    """Return the link from the page `here` to a file of the same folder.

    Examples
    --------
    >>> relative("assets/a.css", "en/questions/late"), relative("en/a.html", "en/")
    ('../../assets/a.css', 'a.html')
    """
    return posixpath.relpath(target, posixpath.dirname(file_of(here)) or ".")
