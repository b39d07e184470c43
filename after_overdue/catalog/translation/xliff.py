"""XLIFF 1.2: the units as a translator's program opens them, and back.

OmegaT, Poedit, Virtaal, Weblate and most others read this version. What a text fills in
and the marks of its footnotes are inline codes, which such a program keeps whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import (
    Element,
    ParseError,
    SubElement,
    fromstring,
    tostring,
)

from after_overdue.catalog.translation.units import Unit
from after_overdue.errors import TranslationError

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CODE = re.compile(r"\{[^{}\s]+\}|\[\^[^\]\s]+\]")
"""What a text fills in, such as ``{months}``, and the mark of a footnote."""
NOT_YET = ("new", "needs-translation")
HOW = {
    "text": "",
    "list": "One entry a line; as many as the language has.",
    "plurals": "The plural that the id ends with; {number} is the number.",
    "markdown": "A paragraph of Markdown.",
}
"""What a translator is told of a form."""


@dataclass(frozen=True)
class Read:
    """What a translator's file holds.

    Attributes
    ----------
    said : source and target of each unit by its id; no target where none is written
    """

    source: str
    language: str
    said: dict[str, tuple[str, str]]


def xliff(units: Sequence[Unit], *, source: str, language: str) -> bytes:
    """Return units as a file to translate; what is said already is filled in."""
    root = Element("xliff", xmlns=NAMESPACE, version="1.2")
    for name, each in groupby(units, lambda unit: unit.file):
        file = SubElement(root, "file", original=name, datatype="plaintext")
        file.attrib |= {"source-language": source, "target-language": language}
        body = SubElement(file, "body")
        for unit in each:
            _write(body, unit)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _write(body: Element, unit: Unit) -> None:
    made = SubElement(body, "trans-unit", id=unit.id)
    made.set(SPACE, "preserve")
    _fill(SubElement(made, "source"), unit.source)
    if unit.target:
        _fill(SubElement(made, "target", state="translated"), unit.target)
    for note in filter(None, (HOW[unit.form], unit.beside)):
        SubElement(made, "note").text = note
    made.tail = "\n"


def _fill(parent: Element, text: str) -> None:
    """Write a text, each code in an element of its own."""
    at, last = 0, None
    for number, found in enumerate(CODE.finditer(text), 1):
        _append(parent, last, text[at : found.start()])
        last = SubElement(parent, "ph", id=str(number))
        last.text = found[0]
        at = found.end()
    _append(parent, last, text[at:])


def _append(parent: Element, last: Element | None, text: str) -> None:
    if last is None:
        parent.text = text
    else:
        last.tail = text


def read_xliff(text: bytes) -> Read:
    """Return what a translator's file holds; raise TranslationError if it is none."""
    try:
        root = fromstring(text)
    except (ParseError, LookupError, ValueError) as error:  # an encoding unknown here
        what = f"The file is not readable XML: {error}"
        raise TranslationError([f"{what}; export it anew, or mend it."]) from None
    files = root.findall(_tag("file"))
    languages = {
        (file.get("source-language", ""), file.get("target-language", ""))
        for file in files
    }
    if len(languages) != 1:
        what = f"The file has {len(languages)} pairs of languages, not one"
        raise TranslationError([f"{what}; give an XLIFF 1.2 file that was exported."])
    [(source, language)] = languages
    return Read(source, language, dict(_units(root)))


def _units(root: Element) -> Iterator[tuple[str, tuple[str, str]]]:
    for unit in root.iter(_tag("trans-unit")):
        source, target = (unit.find(_tag(each)) for each in ("source", "target"))
        is_new = target is not None and target.get("state") in NOT_YET
        said = "" if is_new else _text(target)
        yield unit.get("id", ""), (_text(source), said)


def _text(element: Element | None) -> str:
    return "" if element is None else "".join(element.itertext())
