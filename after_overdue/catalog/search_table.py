"""The search as a table: what a page without a server needs to rank as we do.

Everything that is known beforehand is worked out here: words with what they may stand
for, stems, sounds, the weight of each feature in each document. What is left to the
page's script is to cut a query into words and to add up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from after_overdue.catalog import search as ranking
from after_overdue.catalog import search_cut, search_index, search_spelling
from after_overdue.catalog import search_lexicon as tokens
from after_overdue.catalog.search import Search
from after_overdue.catalog.search_sound import sounds, syllables
from after_overdue.catalog.search_text import LEAST_STEMMED, is_han, runs, stem

CHARACTERS = "gb2312"
"""The character set whose characters are known by their sound: those in daily use."""
ENDINGS = ("s", "ed", "ing")
"""What a known word may end in, where no text has it so."""
DECIMALS = 4
CONSTANTS = {
    ranking: "SAID LEAST_OF_BEST LONGEST_QUERY MOST_FOUND MOST_TOPICS BEST_OF_TOPIC",
    search_index: "PROMINENCE ANY_WORD LIKELY FLOOR",
    tokens: "SAME_SOUND LONE LETTERS_A_WORD NUMBER",
    search_cut: "UNKNOWN",
    search_spelling: "LEAST_BEGUN LEAST_MENDED LEAST_ALIKE BEGUN MOST_NEAR",
}
"""The numbers of each module."""


def search_table(search: Search, texts: Iterable[str]) -> dict[str, Any]:
    """Return a search as plain data.

    Parameters
    ----------
    texts : whose words are known by their stems, beside those that are typed
    """
    documents = search.questions.documents
    at = {slug: number for number, slug in enumerate(documents)}
    lexicon, asked = search.lexicon, search.asked_as
    typed = [each for some in asked.documents.values() for each in some]
    return {
        "slugs": list(documents),
        "topics": [search.topics[slug] for slug in documents],
        "holding": _holding(documents),
        "words": {name: _word(search, name) for name in sorted(lexicon.known)},
        "stems": _stems([*texts, *typed], search.spelling.known),
        "phrases": _phrases(asked.documents, at),
        "pinyin": _phrases(asked.in_pinyin, at),
        "sounds": _sounds(lexicon.known),
        "syllables": "|".join(syllables()),
        "constants": constants(),
    }


def constants() -> dict[str, Any]:
    """Return the numbers that the ranking rests on, by name."""
    found = {
        name: getattr(module, name)
        for module, names in CONSTANTS.items()
        for name in names.split()
    }
    low, high = tokens.SOUNDED.start, tokens.SOUNDED.stop - 1
    return found | {"LEAST_SOUNDED": low, "MOST_SOUNDED": high}


def _holding(documents: Mapping[str, Mapping[str, float]]) -> dict[str, list[float]]:
    """Return number and weight, one after the other, of what holds each feature."""
    found: dict[str, list[float]] = {}
    for number, features in enumerate(documents.values()):
        for feature, weight in features.items():
            found.setdefault(feature, []).extend((number, round(weight, DECIMALS)))
    return found


def _word(search: Search, name: str) -> Any:  # noqa: ANN401
    """Return what a known word stands for beside itself; 0 for one that tells nothing.

    It is 1 for a word of other matters. A size that is not one comes first.
    """
    token = search.lexicon.token(name)
    if token.is_filler:
        return 0
    if token.is_elsewhere:
        return 1
    beside = {each: like for each, like in token.readings.items() if each != name}
    return beside if token.size == 1 else [token.size, beside]


def _stems(texts: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Return the forms of each known stem that do not look like it."""
    met = {run for text in texts for run in runs(text)} | set(known)
    words = {each for each in met if each.isascii() and each.isalpha()}
    bases = words | {each.removesuffix("e") for each in words}
    forms = {*words, *(base + end for base in bases for end in ENDINGS)}
    found: dict[str, list[str]] = {}
    for form in sorted(each for each in forms if len(each) >= LEAST_STEMMED):
        if form != (mine := stem(form)) and mine in known:
            found.setdefault(mine, []).append(form)
    return {each: " ".join(forms) for each, forms in found.items()}


def _phrases(
    documents: Mapping[str, Iterable[str]], at: Mapping[str, int]
) -> list[list[Any]]:
    return [[at[slug], *phrases] for slug, phrases in documents.items()]


def _sounds(known: Iterable[str]) -> dict[str, str]:
    """Return the characters of each sound that some known word has."""
    daily = {
        bytes((high, low)).decode(CHARACTERS)
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
        if (high, low) < (0xD7, 0xFA) or high > 0xD7
    }
    spoken = {each for name in known if is_han(name) for each in name}
    heard = {sound for each in spoken for sound in sounds(each)}
    found: dict[str, str] = {}
    for each in sorted(spoken | daily):
        for place, sound in enumerate(sounds(each)):
            if sound in heard:
                key = sound if place == 0 else f"{sound}'"
                found[key] = found.get(key, "") + each
    return found
