"""The Explore pages of a folder: each figure with its main slider and its cases.

A server has the interactive pages for that; a folder has what needs no Python.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.presets import presets
from after_overdue.catalog.questions import Figure
from after_overdue.models.registry import MODELS
from after_overdue.reading.figures import StillFigure
from after_overdue.reading.files import named_by_content, script
from after_overdue.reading.links import Links
from after_overdue.reading.page import Page
from after_overdue.reading.structured import list_data

EXPLORE = "explore/"
"""Where they are among the pages of a language, and the name of their list."""


def explore_files(links: Links, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each page without its ending, and of each script, with it."""
    yield explore_script()
    for language in LANGUAGES:
        lists = Page(language, EXPLORE, links, today)
        yield lists.name, explore_list(lists).encode()
        for noun in MODELS:
            page = Page(language, EXPLORE + noun, links, today)
            found = cases(page, noun)
            yield page.name, explore_page(page, found).encode()
            yield from _scripts(found)


@cache
def explore_script() -> tuple[str, bytes]:
    """Return the script of every page with cases, by the name that changes with it."""
    content = script("cases.js").encode()
    return named_by_content("explore.js", content), content


def explore_list(page: Page) -> str:
    """Return the list of the figures."""
    rows = [
        {
            "title": page.said(noun)["menu"],
            "short": page.said(noun)["description"],
            "link": page.to(EXPLORE + noun),
        }
        for noun in MODELS
    ]
    data = list_data(page, page.said("site")["explore"])
    return page.write("explore_list.html", found=rows, data=data)


def explore_page(page: Page, found: Mapping[str, StillFigure]) -> str:
    """Return the page of one figure.

    Parameters
    ----------
    found : the `cases` of the page
    """
    figure = found[""]
    return page.write(
        "explore.html",
        model=page.said(figure.asked.page),
        figure=figure,
        script=page.links.beside(explore_script()[0], page.name),
        figure_script=page.links.beside(figure.script_name, page.name),
        cases=[
            (label, page.links.beside(each.script_name, page.name))
            for label, each in found.items()
            if label
        ],
        data=list_data(page, page.said(figure.asked.page)["title"]),
    )


def cases(page: Page, noun: str) -> dict[str, StillFigure]:
    """Return the figure as it begins, without a name, then each case by its own."""

    def still(settings: Mapping[str, str], here: str) -> StillFigure:
        asked = Figure(page=noun, settings=dict(settings))
        return StillFigure(asked, page.language, page.today, page.links, here)

    named = {
        each.label[page.language]: still(each.settings, f"{page.name}.{at}")
        for at, each in enumerate(presets(noun), 1)
    }
    return {"": still({}, page.name), **named}


def _scripts(found: Mapping[str, StillFigure]) -> Iterator[tuple[str, bytes]]:
    """Yield what makes each case move; those that move alike share it."""
    first = found[""]
    for each in found.values():
        is_first = each is first
        shares = not is_first and each.moves == first.moves
        text = each.told(is_drawn=not is_first, is_moved=not shares)
        yield each.script_name, text.encode()
