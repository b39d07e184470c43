"""Units: every text that a translator writes, by the path to it in the content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from babel import Locale, UnknownLocaleError

from after_overdue.catalog.files import LANGUAGE_TAG, WRITTEN_IN
from after_overdue.catalog.translation.yaml_texts import Form, Piece
from after_overdue.errors import TranslationError

FIRST = WRITTEN_IN[0]


@dataclass(frozen=True)
class Unit:
    """One text for a translator.

    Attributes
    ----------
    id : the file without its language, and the keys, such as ``claims#S1.text``
    file : where the source stands, from ``content/`` on
    target : what it says in the language translated into; empty where nothing yet
    beside : the same in the first language, where that is not the source
    """

    id: str
    form: Form
    file: str
    source: str
    target: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Pair:
    """Two languages of a content folder: the one translated from, and the other.

    Raises
    ------
    TranslationError
        Where the content has no such source, or Babel knows no such language.
    """

    content: Path
    source: str
    language: str

    def __post_init__(self) -> None:
        if not (self.content / f"interface.{self.source}.yaml").is_file():
            what = f"{self.content} has no file interface.{self.source}.yaml"
            raise TranslationError([f"{what}; name a source that it is written in."])
        _ = self.locale

    @cached_property
    def locale(self) -> Locale:
        """The locale of the language, whose dates, numbers and plurals it uses."""
        if re.fullmatch(LANGUAGE_TAG, self.language):
            try:
                return Locale.parse(self.language, sep="-")
            except (ValueError, UnknownLocaleError):
                pass
        what = f"The language is “{self.language}”, whose dates and plurals Babel lacks"
        raise TranslationError([f"{what}; write a tag such as fr or zh-Hant."])

    @property
    def plurals(self) -> tuple[str, ...]:
        """The plurals of the language, such as ``one`` and ``other``."""
        return (*sorted(self.locale.plural_form.tags), "other")

    def named(self, piece: Piece) -> dict[str, str]:
        """Return the words of a piece by their key: of plurals each that is needed."""
        said = piece.said
        if isinstance(said, str):
            return {piece.key: said}
        return {
            f"{piece.key}.{each}": said.get(each, said["other"])
            for each in self.plurals
        }

    def unit(
        self,
        piece: Piece,
        key: str,
        stem: Path,
        others: Mapping[str, Mapping[str, str]],
    ) -> Unit:
        """Return the unit of a text.

        Parameters
        ----------
        key : the keys that lead to it
        stem : its file, without language and ending
        others : the words of other languages by key, by language
        """
        place = stem.relative_to(self.content).as_posix()
        beside = {} if self.source == FIRST else others.get(FIRST, {})
        return Unit(
            f"{place}#{key}",
            piece.form,
            f"content/{place}",
            self.named(piece)[key],
            others.get(self.language, {}).get(key, ""),
            beside.get(key, ""),
        )
