"""What every page of a class stands in: its language, its switch, its links."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from after_overdue.catalog.files import next_language, own_name
from after_overdue.catalog.interface import words
from after_overdue.settings import rooted
from after_overdue.teaching.reply import Link
from after_overdue.web.templating import rendered


def switch(language: str, /, **query: str) -> dict[str, str]:
    """Return where the page stands in the next language, and its words for it."""
    other = next_language(language)
    return {
        "language": other,
        "query": urlencode(query | {"lang": other}),
        "name": own_name(other),
        "help": words("site", other)["switch_help"],
    }


def href(link: Link | None) -> str:
    """Return where a page stands at its settings; nothing for none."""
    return rooted(f"/{link[0]}?{urlencode(link[1])}") if link else ""


def page_html(
    template: str,
    language: str,
    title: str,
    other: Mapping[str, str] | None = None,
    *,
    refused: str = "",
    **values: object,
) -> str:
    """Return a whole page of a class, in a language."""
    return rendered(
        f"{template}.html",
        language=language,
        title=title,
        switch=other,
        refused=refused,
        site=words("site", language),
        said=words("learner", language),
        privacy=words("privacy", language)["menu"],
        **values,
    )
