"""Rules of wording: easy to read, short first, every term explained, AO-112 to -114."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from after_overdue.catalog.files import spoken
from after_overdue.catalog.library import Library
from after_overdue.catalog.question_text import FOOTNOTE, filled
from after_overdue.catalog.questions import Question
from after_overdue.catalog.rules_questions import where
from after_overdue.catalog.terms import ABBREVIATION, mentioned, without
from after_overdue.errors import ContentError, Problem, SettingError

HARDEST_TEXT, HARDEST_TITLE = 8, 6
LONGEST_MEAN_SENTENCE = 25
LONGEST_PHRASE = 12
"""Characters of a Chinese title between two marks: as many as a phone has in a line,
which then never ends inside a word."""
LONGEST_SHORT_ANSWER_WORDS, LONGEST_SHORT_ANSWER_CHARACTERS = 40, 80
WITHOUT_SPACES = ("zh",)
NOT_INSTALLED = (
    "textstat, which measures how hard English reads, is not installed; install "
    "requirements-dev.txt, as 'make check' does."
)
SENTENCE_ENDS = "。！？.!?"
PHRASE_ENDS = "，。：；、！？"
HEADING = re.compile(r"^#.*$", re.MULTILINE)
PARAGRAPH = re.compile(r"\n\s*\n|^\s*(?:[-+*]|\d+\.)\s+", re.MULTILINE)
"""What stands between two paragraphs or list items."""


def wording_problems(
    question: Question, library: Library, on: date
) -> Iterator[Problem]:
    """Yield each rule of wording that one question breaks."""

    def say(name: str, bare: bool) -> str:
        try:
            return library.figure(name, question.language, on, bare=bare)
        except ContentError:
            return name

    title, short_answer, text = (
        filled(FOOTNOTE.sub("", part), say)
        for part in (question.title, question.short_answer, question.text)
    )
    hard = READING.get(spoken(question.language), _nothing_measured)
    yield from (
        Problem(where(question), what, remedy, "AO-112")
        for what, remedy in hard(title, prose(text))
    )
    yield from _short_answer(question, short_answer)
    yield from _unexplained(question, f"{title}\n{short_answer}\n{text}", library)


def prose(text: str) -> str:
    r"""Return the sentences of a Markdown text, one paragraph or list item a line.

    Numbers lose their separators, which are no ends of sentences.

    Examples
    --------
    >>> prose("### Then\n\nAsk:\n\n- your **bank**\n- the app")
    'Ask:\nyour bank.\nthe app.'
    """
    whole_numbers = re.sub(r"(?<=\d)[.,](?=\d)", "", HEADING.sub("", text))
    parts = PARAGRAPH.split(whole_numbers)
    said = [" ".join(re.sub(r"[*_`]", "", part).split()) for part in parts]
    return "\n".join(
        each if each[-1] in f"{SENTENCE_ENDS}:：" else f"{each}."
        for each in said
        if each
    )


def _english(title: str, text: str) -> Iterator[tuple[str, str]]:
    try:
        from textstat import textstat  # slow to load, and only a check needs it
    except ModuleNotFoundError as missing:
        raise SettingError(NOT_INSTALLED) from missing
    for key, said, limit in (
        ("title", title, HARDEST_TITLE),
        ("the text", text, HARDEST_TEXT),
    ):
        grade = textstat.flesch_kincaid_grade(said)
        if grade > limit:
            what = f"{key} reads at grade {grade:.1f}, above {limit}."
            yield what, "Shorten the sentences; choose shorter words."


def _chinese(title: str, text: str) -> Iterator[tuple[str, str]]:
    for phrase in re.findall(rf"[^{PHRASE_ENDS}]+[{PHRASE_ENDS}]?", title):
        if len(phrase) > LONGEST_PHRASE:
            what = f"'title' has '{phrase}', {len(phrase)} characters without a pause."
            yield what, f"Divide it by a comma; {LONGEST_PHRASE} fit a phone's line."
    sentences = [
        length
        for sentence in re.split(rf"[{SENTENCE_ENDS}\n]", text)
        if (length := sum(letter.isalnum() for letter in sentence))
    ]
    mean = sum(sentences) / max(len(sentences), 1)
    if mean > LONGEST_MEAN_SENTENCE:
        what = (
            f"the text has {mean:.1f} characters a sentence, "
            f"above {LONGEST_MEAN_SENTENCE}."
        )
        yield what, "Split the long sentences."


def _nothing_measured(title: str, text: str) -> Iterator[tuple[str, str]]:
    yield from ()


Reading = Callable[[str, str], Iterator[tuple[str, str]]]
READING: Mapping[str, Reading] = MappingProxyType({"en": _english, "zh": _chinese})
"""How hard a text reads, by language; another language is not measured."""


def _short_answer(question: Question, said: str) -> Iterator[Problem]:
    if spoken(question.language) in WITHOUT_SPACES:
        length, limit = len("".join(said.split())), LONGEST_SHORT_ANSWER_CHARACTERS
        unit = "characters"
    else:
        length, limit, unit = len(said.split()), LONGEST_SHORT_ANSWER_WORDS, "words"
    if length > limit:
        what = f"'short_answer' has {length} {unit}, above {limit}."
        remedy = "Say the one thing the reader needs; the rest belongs below."
        yield Problem(where(question), what, remedy, "AO-113")


def _unexplained(question: Question, said: str, library: Library) -> Iterator[Problem]:
    if library.terms is None or library.glossary is None:
        return
    explained = {
        name
        for term in library.glossary.values()
        for language in library.languages
        for name in term.names(language)
    }
    left = without(said, explained)
    trade = mentioned(left, library.terms.trade.get(question.language, []))
    short = set(ABBREVIATION.findall(left)) - set(library.terms.everyday)
    for word in [*trade, *sorted(short)]:
        what = f"uses '{word}', which the glossary does not explain."
        remedy = "Say it in plain words, or explain it in content/glossary.yaml."
        yield Problem(where(question), what, remedy, "AO-114")
