"""SCORM 1.2: a lesson as a package for an LMS, which runs without us."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from after_overdue.teaching.exports.lesson_page import TO_PASS, Lesson
from after_overdue.teaching.exports.press import TEMPLATES
from after_overdue.teaching.exports.zipped import zipped

MANIFEST, PAGE = "imsmanifest.xml", "index.html"
BESIDE = ("lesson.css", "lesson.js")
PACKAGES = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"


def scorm_package(lesson: Lesson) -> bytes:
    """Return a lesson as a zipped package: manifest, page, style and script."""
    files = {PAGE: lesson.html().encode()}
    files |= {name: (TEMPLATES / name).read_bytes() for name in BESIDE}
    return zipped({MANIFEST: _manifest(lesson, list(files)), **files})


def _manifest(lesson: Lesson, files: Sequence[str]) -> bytes:
    name = f"after-overdue-{lesson.name}-{lesson.speech.language}"
    root = Element("manifest", identifier=name, version="1.0", xmlns=PACKAGES)
    root.set("xmlns:adlcp", ADL)
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "ADL SCORM"
    SubElement(metadata, "schemaversion").text = "1.2"
    every = SubElement(root, "organizations", default="lessons")
    held = SubElement(every, "organization", identifier="lessons")
    SubElement(held, "title").text = lesson.speech.words("site")["name"]
    item = SubElement(held, "item", identifier="lesson", identifierref="page")
    SubElement(item, "title").text = lesson.title
    SubElement(item, "adlcp:masteryscore").text = str(TO_PASS)
    resources = SubElement(root, "resources")
    page = SubElement(resources, "resource", identifier="page", type="webcontent")
    page.set("href", PAGE)
    page.set("adlcp:scormtype", "sco")
    for each in files:
        SubElement(page, "file", href=each)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))
