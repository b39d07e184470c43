"""Fill a translator's file in Traditional Chinese from its Simplified source.

``python -m scripts.traditional zh-Hant.xlf``, between export and import. OpenCC's table
``s2tw`` changes characters alone: a law and a term of the mainland keep their words,
which its other tables for Taiwan and Hong Kong would change. Somebody who writes the
language has to read what comes out.
"""

import sys
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring

from opencc import OpenCC

from after_overdue.catalog.translation.xliff import NAMESPACE

TABLE = "s2tw"
TO_REVIEW = "needs-review-translation"
UNIT, SOURCE, TARGET = (
    f"{{{NAMESPACE}}}{name}" for name in ("trans-unit", "source", "target")
)


def filled(text: bytes) -> bytes:
    """Return the file with a target for every text; codes stay as they are."""
    root, converter = fromstring(text), OpenCC(TABLE)
    for unit in root.iter(UNIT):
        source = unit.find(SOURCE)
        assert source is not None
        for old in unit.findall(TARGET):
            unit.remove(old)
        unit.insert(list(unit).index(source) + 1, _target(source, converter))
    for each in root.iter():
        each.tag = each.tag.removeprefix(f"{{{NAMESPACE}}}")
    root.set("xmlns", NAMESPACE)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _target(source: Element, converter: OpenCC) -> Element:
    made = Element(TARGET, state=TO_REVIEW)
    made.text = converter.convert(source.text or "")
    for code in source:
        kept = Element(code.tag, code.attrib)
        kept.text, kept.tail = code.text, converter.convert(code.tail or "")
        made.append(kept)
    return made


def main(path: Path) -> None:
    """Fill the file at a path."""
    path.write_bytes(filled(path.read_bytes()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
