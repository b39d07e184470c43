"""Frames: what a trainer pastes to show a figure or a page in a page of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from after_overdue.cases.locale import Locale
from after_overdue.cases.permalinks import query, versioned
from after_overdue.sharing.embed import Embed

HOST_SCRIPT = "/assets/embed-host.js"
"""Gives the frames of a host page the height that they ask for."""
WIDTH = 720
"""Width of a frame where nothing else is said, pixels."""
PAGE_HEIGHT = 900
"""Height of a frame with a whole page, which scrolls inside it, pixels."""
SLIDE_HEIGHT = 560
"""Height of a frame on a slide, which the figure fits, pixels."""
AROUND_FIGURE, PER_CONTROL = 600, 84
"""Height of what stands above and below a figure; of one control; pixels."""
WHOLE_PAGES = (
    "questions",
    "claims",
    "glossary",
    "sources",
    "offer_check",
    "call_check",
    "predict",
    "quiz",
)
"""Pages without one main figure, which are framed whole."""


@dataclass(frozen=True)
class Frame:
    """Something of ours in a page of somebody else.

    Attributes
    ----------
    path : its address, without the site
    title : its accessible name
    height : that it needs at most, pixels
    fits : whether it fits a frame of any height
    """

    path: str
    title: str
    height: int
    fits: bool = False

    def code(self, site: str, width: str = "100%", most_high: int | None = None) -> str:
        """Return the HTML of the frame.

        Examples
        --------
        >>> Frame("/embed/apr?v=1", "True cost", 900).code("https://a.example")
        '<iframe src="https://a.example/embed/apr?v=1" title="True cost" width="100%" \
height="900" style="border:0" loading="lazy" allow="clipboard-write"></iframe>'
        """
        height = min(self.height, most_high or self.height)
        return (
            f'<iframe src="{escape(site + self.path)}" title="{escape(self.title)}" '
            f'width="{width}" height="{height}" style="border:0" loading="lazy" '
            'allow="clipboard-write"></iframe>'
        )

    def growing_code(self, site: str) -> str:
        """Return the HTML of a frame that is always as high as what it shows."""
        script = f'<script src="{escape(site + HOST_SCRIPT)}" async></script>'
        return f"{self.code(site)}\n{script}"


def figure_frame(embed: Embed) -> Frame:
    """Return the frame of a figure alone."""
    drawn = embed.drawn
    path = f"/embed/{drawn.noun}?{query({**drawn.link, **embed.own})}"
    if embed.size:
        return Frame(path, drawn.name, SLIDE_HEIGHT, fits=True)
    high: int = drawn.figure["layout"]["height"]
    around = AROUND_FIGURE + PER_CONTROL * len(embed.outside)
    return Frame(path, drawn.name, high + around)


def page_frame(
    noun: str, settings: Mapping[str, str], locale: Locale, theme: str = ""
) -> Frame:
    """Return the frame of a whole page without its menu."""
    title = locale.words(noun or "home")["title"]
    path = whole_page({"lang": locale.language, **versioned(settings)}, noun, theme)
    return Frame(path, title, PAGE_HEIGHT)


def whole_page(settings: Mapping[str, str], noun: str, theme: str = "") -> str:
    """Return the address of a page without its menu, without the site."""
    look = {"embed_options": f"{theme}_theme"} if theme else {}
    return f"/{noun}?{query({**settings, 'embed': 'true', **look})}"
