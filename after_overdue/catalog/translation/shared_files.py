"""Files that hold their texts in every language, such as the claims and the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from after_overdue.catalog.translation.own_files import FILES
from after_overdue.catalog.translation.units import FIRST, Pair, Unit
from after_overdue.catalog.translation.yaml_texts import (
    Edit,
    Piece,
    Spoken,
    edited,
    spoken,
    written,
)


def shared_paths(content: Path) -> list[Path]:
    """Return every file that is of no language alone."""
    own = {path for each in FILES for path in content.glob(each.format(language="*"))}
    return sorted(set(content.rglob("*.yaml")) - own)


def shared_units(pair: Pair) -> Iterator[Unit]:
    """Yield each text that stands in the source language among the others."""
    for path in shared_paths(pair.content):
        for place, piece in _said(pair, path.read_text("utf-8")):
            if not piece.said:
                continue
            others = {
                language: {piece.key: str(found.said)}
                for language, found in place.pieces.items()
            }
            yield pair.unit(piece, piece.key, path.with_suffix(""), others)


def shared_texts(pair: Pair, said: Mapping[str, str]) -> dict[Path, str]:
    """Return each file as it is to be: the language written beside the others.

    Parameters
    ----------
    said : the translation of each unit by its id
    """
    made = {}
    for path in shared_paths(pair.content):
        text = path.read_text("utf-8")
        name = path.with_suffix("").relative_to(pair.content).as_posix()
        edits = [
            _edit(pair, place, piece, said.get(f"{name}#{piece.key}", ""))
            for place, piece in _said(pair, text)
        ]
        made[path] = edited(text, filter(None, edits))
    return made


def _said(pair: Pair, text: str) -> Iterator[tuple[Spoken, Piece]]:
    """Yield each place with what it says in the source; a list may be empty."""
    for place in spoken(text, FIRST, pair.source):
        piece = place.pieces.get(pair.source)
        if piece:
            yield place, piece


def _edit(pair: Pair, place: Spoken, piece: Piece, new: str) -> Edit | None:
    was = place.pieces.get(pair.language)
    if was is not None:
        return None if was.said == new else was.edit(new)
    entry = f"{place.before}{pair.language}: {written(piece.form, new)}"
    return Edit(place.at, place.at, entry)
