"""SCORM 1.2 and 2004: a lesson as a package for an LMS, which runs without us.

No manifest names a mark to pass. An LMS that finds one there judges by it whenever a
learner leaves, so that one answer of four, and gone, would be kept as failed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, tostring

from after_overdue.teaching.exports.lesson_page import Lesson
from after_overdue.teaching.exports.typst import TEMPLATES
from after_overdue.teaching.exports.zipped import zipped

MANIFEST, PAGE = "imsmanifest.xml", "index.html"
BESIDE = ("lesson.css", "lms.js", "lesson.js")
SEQUENCING = "http://www.imsglobal.org/xsd/imsss"


@dataclass(frozen=True)
class Edition:
    """How one edition of SCORM writes its manifest."""

    version: str
    packages: str
    adl: str
    kind: str


EDITIONS: Mapping[str, Edition] = MappingProxyType(
    {
        "1.2": Edition(
            "1.2",
            "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
            "http://www.adlnet.org/xsd/adlcp_rootv1p2",
            "adlcp:scormtype",
        ),
        "2004": Edition(
            "2004 4th Edition",
            "http://www.imsglobal.org/xsd/imscp_v1p1",
            "http://www.adlnet.org/xsd/adlcp_v1p3",
            "adlcp:scormType",
        ),
    }
)
"""The editions that are written, by the name in an address."""


def scorm_package(lesson: Lesson, edition: str = "1.2") -> bytes:
    """Return a lesson as a zipped package: manifest, page, style and scripts.

    Parameters
    ----------
    edition : a key of `EDITIONS`
    """
    files = {PAGE: lesson.html().encode()}
    files |= {name: (TEMPLATES / name).read_bytes() for name in BESIDE}
    written = _manifest(lesson, list(files), EDITIONS[edition])
    return zipped({MANIFEST: written, **files})


def _manifest(lesson: Lesson, files: Sequence[str], edition: Edition) -> bytes:
    name = f"after-overdue-{lesson.name}-{lesson.locale.language}"
    root = Element("manifest", identifier=name, version="1.0", xmlns=edition.packages)
    root.set("xmlns:adlcp", edition.adl)
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "ADL SCORM"
    SubElement(metadata, "schemaversion").text = edition.version
    every = SubElement(root, "organizations", default="lessons")
    organization = SubElement(every, "organization", identifier="lessons")
    SubElement(organization, "title").text = lesson.locale.words("site")["name"]
    item = SubElement(organization, "item", identifier="lesson", identifierref="page")
    SubElement(item, "title").text = lesson.title
    if edition is EDITIONS["2004"]:
        _content_decides(root, item)
    resources = SubElement(root, "resources")
    page = SubElement(resources, "resource", identifier="page", type="webcontent")
    page.set("href", PAGE)
    page.set(edition.kind, "sco")
    for each in files:
        SubElement(page, "file", href=each)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _content_decides(root: Element, item: Element) -> None:
    """Let the lesson alone say that it is completed, and that it is passed."""
    root.set("xmlns:imsss", SEQUENCING)
    sequencing = SubElement(item, "imsss:sequencing")
    decides = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    SubElement(sequencing, "imsss:deliveryControls", decides)
