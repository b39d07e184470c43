"""QTI packages: the items, the test that holds them, and the manifest, zipped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from after_overdue.catalog.interface import words
from after_overdue.teaching.exports.bank import BankQuestion
from after_overdue.teaching.exports.qti import LANGUAGE, SCHEMA, Dialect, item
from after_overdue.teaching.exports.zipped import zipped

MANIFEST, TEST = "imsmanifest.xml", "test.xml"


def qti_package(questions: Sequence[BankQuestion], dialect: Dialect) -> bytes:
    """Return the bank in one language as a zipped content package."""
    items = {f"items/{each.id}.xml": item(each, dialect) for each in questions}
    return zipped(
        {
            MANIFEST: _manifest(list(items), dialect),
            TEST: _test(questions, items, dialect),
            **items,
        }
    )


def _manifest(items: Sequence[str], dialect: Dialect) -> bytes:
    root, resources = manifest(dialect)
    test = resource(resources, "test", TEST, dialect.named["test"])
    for number, href in enumerate(items, 1):
        resource(resources, f"item-{number}", href, dialect.named["item"])
        SubElement(test, "dependency", identifierref=f"item-{number}")
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def manifest(dialect: Dialect) -> tuple[Element, Element]:
    """Return a manifest that holds nothing yet, and its list of resources."""
    root = Element("manifest", xmlns=dialect.package, identifier="after-overdue")
    root.set(SCHEMA, f"{dialect.package} {dialect.package_schema}")
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = dialect.named["schema"]
    SubElement(metadata, "schemaversion").text = dialect.named["version"]
    SubElement(root, "organizations")
    return root, SubElement(root, "resources")


def resource(resources: Element, name: str, href: str, kind: str) -> Element:
    """Add a resource of one file to a manifest."""
    made = SubElement(resources, "resource", identifier=name, type=kind, href=href)
    SubElement(made, "file", href=href)
    return made


def _test(
    questions: Sequence[BankQuestion], items: Mapping[str, bytes], dialect: Dialect
) -> bytes:
    """Return the test that asks every question once, in the order of the bank."""
    language = questions[0].language
    title = words("site", language)["name"]
    root = Element(dialect.element("assessmentTest"), xmlns=dialect.namespace)
    root.set(SCHEMA, f"{dialect.namespace} {dialect.schema}")
    root.set(LANGUAGE, language)
    root.set("identifier", "after-overdue")
    root.set("title", title)
    part = SubElement(root, dialect.element("testPart"), identifier="all")
    part.set(dialect.attribute("navigationMode"), "nonlinear")
    part.set(dialect.attribute("submissionMode"), "individual")
    section = SubElement(part, dialect.element("assessmentSection"))
    section.set("identifier", "questions")
    section.set("title", title)
    section.set("visible", "true")
    for question, href in zip(questions, items, strict=True):
        SubElement(
            section,
            dialect.element("assessmentItemRef"),
            identifier=question.id,
            href=href,
        )
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))
