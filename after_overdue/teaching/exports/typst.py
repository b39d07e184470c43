"""The press: pages and pictures set by Typst, with the font that we ship.

The font has Latin and Chinese letters, so that what a bare machine prints is what
every other one does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

from after_overdue.reading.markup import PRINTED_MARK

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parent / "fonts"
"""The part of Noto Sans CJK SC that the content needs; `make font` cuts it."""
WEIGHT = 500
PDF_STANDARD: Literal["ua-1"] = "ua-1"
"""PDF that a screen reader can walk through."""
ABSENT = "□"
"""Stands for a letter that no font here has."""


@cache
def fonts() -> typst.Fonts:
    """Return the font that we ship, and those inside Typst for a sign it lacks."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def pdf(template: str, data: Mapping[str, Any], day: date) -> bytes:
    """Return a tagged PDF.

    Parameters
    ----------
    template : a file of the templates, which finds `data` in ``sys.inputs.data``
    data : what JSON can hold
    day : the day the file says it was made; the same data make the same bytes
    """
    made = _compiler(data).compile(
        (TEMPLATES / template).read_bytes(),
        format="pdf",
        pdf_standards=PDF_STANDARD,
        timestamp=datetime.combine(day, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=256)
def displayable(text: str) -> str:
    """Return what somebody typed with a sign for each letter that the fonts lack.

    Only the words of people go through it. A letter of the content that is lacking has
    to fail, so that the font gets it.

    Examples
    --------
    >>> displayable("衢州 Кредит")
    '□州 Кредит'
    """
    if _is_displayed(text):
        return text
    shown = ""
    for each in text:
        shown += each if _is_displayed(shown + each) else ABSENT
    return shown


def _is_displayed(text: str) -> bool:
    try:
        _compiler({"words": text}).compile(
            (TEMPLATES / "words.typ").read_bytes(),
            format="pdf",
            pdf_standards=PDF_STANDARD,
        )
    except typst.TypstError:
        return False
    return True


def png(template: str, data: Mapping[str, Any], pixels_per_inch: float) -> bytes:
    """Return the first page of a template as a picture; see `pdf`."""
    made = _compiler(data).compile(
        (TEMPLATES / template).read_bytes(), format="png", ppi=pixels_per_inch
    )
    assert isinstance(made, bytes)
    return made


def printable(svg: str) -> str:
    """Return a drawing whose words have a weight, which the press asks for.

    The font has every weight in one file, and the thinnest where none is named.
    """
    return svg.replace("<svg ", f'<svg font-weight="{WEIGHT}" ', 1)


def _compiler(data: Mapping[str, Any]) -> typst.Compiler:
    written = json.dumps(data, ensure_ascii=False)
    given = {"data": written, "mark": PRINTED_MARK}
    return typst.Compiler(font_paths=fonts(), sys_inputs=given)
