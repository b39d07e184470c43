"""Check stories: a call or an offer, told, as a question that a class ticks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from after_overdue.catalog.call_signs import call_signs
from after_overdue.catalog.files import CONTENT, Bilingual
from after_overdue.catalog.interface import words
from after_overdue.catalog.offer_signs import Story, offer_signs
from after_overdue.catalog.questions import Figure, Topic
from after_overdue.catalog.quizzes import Option, QuizItem

TOPICS: Mapping[str, tuple[Topic, str]] = MappingProxyType(
    {
        "offer_check": ("protection", "paid-repair-is-a-fraud"),
        "call_check": ("collection", "what-collectors-may-not-do"),
    }
)
"""The topic of each check, and the question to read after it."""


class _Told(NamedTuple):
    """A sign: what is ticked, and the text against it with its sources."""

    say: Bilingual
    breaks: Bilingual
    sources: Sequence[str]


@cache
def check_items(language: str, content: Path = CONTENT) -> Mapping[str, QuizItem]:
    """Return each story of the checks as a question with several right ticks.

    Its id is ``<page>-<story>``, with hyphens.
    """
    offers, calls = offer_signs(content), call_signs(content)
    found = {
        "offer_check": {
            slug: _Told(each.offer, each.breaks, each.sources)
            for slug, each in offers.signs.items()
        },
        "call_check": {
            slug: _Told(each.happened, text.breaks, text.sources)
            for slug, each in calls.signs.items()
            for text in each.against[:1]
        },
    }
    stories = {"offer_check": offers.stories, "call_check": calls.stories}
    items = (
        _item(page, slug, story, found[page], language, content)
        for page in found
        for slug, story in stories[page].items()
    )
    return MappingProxyType({each.id: each for each in items})


def check_of(item: str) -> str:
    """Return the page of the check that a question's id belongs to; else nothing.

    Examples
    --------
    >>> check_of("call-check-close-to-midnight"), check_of("what-is-late")
    ('call_check', '')
    """
    pages = (page for page in TOPICS if item.startswith(f"{_kebab(page)}-"))
    return next(pages, "")


def story_of(item: str, language: str) -> str:
    """Return the story that a question's id belongs to; else nothing.

    Examples
    --------
    >>> story_of("call-check-close-to-midnight", "en")[:17], story_of("no-story", "en")
    ('Close to midnight', '')
    """
    page = check_of(item)
    if not page:
        return ""
    signs = offer_signs() if page == "offer_check" else call_signs()
    return signs.stories[item.removeprefix(f"{_kebab(page)}-")].text[language]


def _kebab(page: str) -> str:
    return page.replace("_", "-")


def _item(
    page: str,
    slug: str,
    story: Story,
    signs: Mapping[str, _Told],
    language: str,
    content: Path,
) -> QuizItem:
    texts, (topic, read) = words(page, language, content), TOPICS[page]
    return QuizItem(
        id=f"{_kebab(page)}-{slug}",
        kind="multiple",
        ask=texts["class_ask"].format(story=story.text[language]),
        case=Figure(page=page, settings={}),
        options=list(_options(story, signs, texts, language)),
        claims={
            sign: list(signs[sign].sources) for sign in (*story.signs, *story.others)
        },
        topic=topic,
        read=read,
        slug=page,
        language=language,
    )


def _options(
    story: Story,
    signs: Mapping[str, _Told],
    texts: Mapping[str, str],
    language: str,
) -> Iterator[Option]:
    """Yield the signs to tick in the order of the check's own page."""
    for sign, each in signs.items():
        if sign in (*story.signs, *story.others):
            is_told = sign in story.signs
            reply = texts["class_told" if is_told else "class_not_told"]
            against = reply.replace("{breaks}", each.breaks[language])
            yield Option(
                id=sign,
                say=each.say[language],
                right=is_told,
                because=f"{against}[^{sign}]",
            )
