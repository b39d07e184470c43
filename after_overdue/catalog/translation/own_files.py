"""Files of one language each: the interface, the questions and the quizzes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from after_overdue.catalog.questions import FENCE
from after_overdue.catalog.translation.units import FIRST, Pair, Unit
from after_overdue.catalog.translation.yaml_texts import (
    Edit,
    Piece,
    edited,
    pieces,
)

HEADINGS = re.compile(r"title|short_answer|asked_as|text\.\d+")
QUIZ_TEXTS = re.compile(
    r"[^.]+\.(ask|options\.[^.]+\.(say|because)|number\.(right|low|high))"
)
UNITS, LOCALE = "units.", "units.locale"
HEAD = re.compile(r"(?:#.*\n)+\n*")
BETWEEN = re.compile(r"\n{2,}")
"""What stands between two paragraphs."""


def _is_interface_word(piece: Piece) -> bool:
    return piece.form == ("plurals" if piece.key.startswith(UNITS) else "text")


def _is_of_question(piece: Piece) -> bool:
    return bool(HEADINGS.fullmatch(piece.key))


def _is_of_quiz(piece: Piece) -> bool:
    return bool(QUIZ_TEXTS.fullmatch(piece.key))


FILES: Mapping[str, Callable[[Piece], bool]] = {
    "interface.{language}.yaml": _is_interface_word,
    "questions/*.{language}.md": _is_of_question,
    "quizzes/*.{language}.yaml": _is_of_quiz,
}
"""The files of a language, and which of their texts are words of it."""


@dataclass(frozen=True)
class OwnFile:
    """A file of the source language; the others have one of the same name."""

    path: Path
    is_word: Callable[[Piece], bool]

    @property
    def stem(self) -> Path:
        """The file without language and ending."""
        return self.path.with_name(self.path.name.partition(".")[0])

    def of(self, language: str) -> Path:
        """Return the file of a language."""
        return self.path.with_name(f"{self.stem.name}.{language}{self.path.suffix}")

    def pieces(self, language: str) -> list[Piece]:
        """Return each text of the file of a language; none where it has none."""
        path = self.of(language)
        if not path.is_file():
            return []
        text = path.read_text("utf-8")
        return _of_question(text) if path.suffix == ".md" else pieces(text)

    def words(self, language: str) -> list[Piece]:
        """Return each of its texts that is a word of the language."""
        return [each for each in self.pieces(language) if self.is_word(each)]


def own_files(pair: Pair) -> Iterator[OwnFile]:
    """Yield each file of the source language alone."""
    for pattern, is_word in FILES.items():
        for path in sorted(pair.content.glob(pattern.format(language=pair.source))):
            yield OwnFile(path, is_word)


def own_units(pair: Pair) -> Iterator[Unit]:
    """Yield each text of the files of the source language."""
    for file in own_files(pair):
        others = {
            each: dict(
                item for piece in file.words(each) for item in pair.named(piece).items()
            )
            for each in (pair.language, FIRST)
        }
        for piece in file.words(pair.source):
            for key in pair.named(piece):
                yield pair.unit(piece, key, file.stem, others)


def own_texts(pair: Pair, said: Mapping[str, str]) -> dict[Path, str]:
    """Return each file of the language as it is to be: the source, with other words.

    Parameters
    ----------
    said : the translation of each unit by its id
    """
    made = {}
    for file in own_files(pair):
        there, text = file.of(pair.language), file.path.read_text("utf-8")
        was = there.read_text("utf-8") if there.is_file() else ""
        made[there] = (
            _head(was) + edited(text, _edits(pair, file, said))[len(_head(text)) :]
        )
    return made


def _head(text: str) -> str:
    """Return what the head of a file says to the author of its language."""
    found = HEAD.match(text)
    return found[0] if found else ""


def _edits(pair: Pair, file: OwnFile, said: Mapping[str, str]) -> Iterator[Edit]:
    place = file.stem.relative_to(pair.content).as_posix()
    for piece in file.words(pair.source):
        new = {key: said[f"{place}#{key}"] for key in pair.named(piece)}
        if piece.form == "plurals":
            by_plural = dict(zip(pair.plurals, new.values(), strict=True))
            yield piece.edit(by_plural)
        elif (word := new[piece.key]) != piece.said:
            yield piece.edit(word)
    if file.is_word is _is_interface_word:
        yield from _locale(pair, file)


def _locale(pair: Pair, file: OwnFile) -> Iterator[Edit]:
    """Yield the edit that sets the locale: as the language has it, or by its tag."""
    found = {
        language: piece
        for language in (pair.language, pair.source)
        for piece in file.pieces(language)
        if piece.key == LOCALE
    }
    said = found.get(pair.language)
    here = found[pair.source]
    yield Edit(here.start, here.end, str(said.said if said else pair.locale))


def _of_question(text: str) -> list[Piece]:
    """Return the texts above an answer, and each of its paragraphs."""
    above, fence, below = text.partition(f"\n{FENCE}\n")
    start = len(FENCE) + 1
    found = [
        replace(each, start=each.start + start, end=each.end + start)
        for each in pieces(above[start:])
    ]
    at = len(above) + len(fence)
    for number, paragraph in enumerate(filter(None, BETWEEN.split(below.strip())), 1):
        at = text.index(paragraph, at)
        end = at + len(paragraph)
        found.append(Piece(f"text.{number}", "markdown", paragraph, at, end))
        at = end
    return found
