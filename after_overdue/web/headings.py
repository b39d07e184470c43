"""Headings: what the page at an address is called, and where it can be read whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from after_overdue import clock
from after_overdue.catalog.claims import claims
from after_overdue.catalog.interface import words
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import Figure, questions
from after_overdue.reading.question_page import FACE, FOLDER
from after_overdue.reading.site import LISTS


@dataclass(frozen=True)
class Heading:
    """How a page introduces itself.

    Attributes
    ----------
    reading : the reading page that says the same, without its language; None where
        there is none
    """

    title: str
    description: str
    reading: str | None = None


def heading_of(noun: str, language: str, query: Mapping[str, str]) -> Heading:
    """Return the heading of a page, and of one question or claim in it.

    Parameters
    ----------
    noun : the page
    query : parameters of its address
    """
    slug, name = query.get("q", ""), query.get("claim", "")
    site = words("site", language)
    if noun == "questions" and slug in questions(language):
        return _question(slug, language)
    if noun == "claims" and name in claims():
        claim = claims()[name]
        title = f"{name}: {claim.text[language]}"
        return Heading(title, site["of_place"] + claim.verdict[language], noun)
    texts = words(noun, language)
    about = texts.get("description")
    reading = noun if noun in LISTS else None
    return Heading(
        texts["menu"],
        site["of_place"] + about if about else site["tagline"],
        "" if noun == "questions" else reading,
    )


def figure_of(heading: Heading, language: str) -> Figure:
    """Return the figure that stands for a page where it is shared."""
    slug, asked = (heading.reading or "").removeprefix(FOLDER), questions(language)
    own = asked.get(slug, asked[FACE]).figure or asked[FACE].figure
    if own is None:
        raise LookupError(f"'{FACE}' has no figure, and stands for the pages without.")
    return own


def _question(slug: str, language: str) -> Heading:
    text = question_text(questions(language)[slug], clock.today())
    about = words("site", language)["of_place"] + text.short_answer
    return Heading(text.title, about, FOLDER + slug)
