"""QTI 1.2: the question bank as Canvas's Classic Quizzes, and older systems, read it.

Canvas knows an item's kind by its field ``question_type`` and its feedback by how the
idents end. It reads words such as *wrong* in an ident too, so options go by numbers.
It has no question of order and no reply for too low or too high: an order is asked as
matching lines with places, and a wrong number is told both replies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from after_overdue.catalog.interface import words
from after_overdue.teaching.exports.bank import BankQuestion, Target
from after_overdue.teaching.exports.qti import LANGUAGE, SCHEMA, Dialect
from after_overdue.teaching.exports.qti_package import MANIFEST, manifest, resource
from after_overdue.teaching.exports.zipped import zipped

QTI_12 = Dialect(
    namespace="http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
    schema="http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd",
    package="http://www.imsglobal.org/xsd/imscp_v1p1",
    package_schema="http://www.imsglobal.org/xsd/imscp_v1p1.xsd",
    named={
        "schema": "IMS Content",
        "version": "1.1.3",
        "test": "imsqti_xmlv1p2",
        "settings": "associatedcontent/imscc_xmlv1p1/learning-application-resource",
    },
    kebab=False,
)
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
SETTINGS = "assessment_meta.xml"
TYPES = {
    "single": "multiple_choice_question",
    "multiple": "multiple_answers_question",
    "number": "numerical_question",
    "order": "matching_question",
}
RESPONSE, SCORE = "response1", "SCORE"
WHOLE = 100
"""Per cent of the mark."""
GENERAL, WRONG, RIGHT = "general_fb", "general_incorrect_fb", "1_fb"
"""What is told after any answer, after a wrong number, after the right one."""


def qti_12_package(questions: Sequence[BankQuestion]) -> bytes:
    """Return the bank in one language as a zipped content package of one quiz."""
    name = _name(questions)
    quiz, settings = f"{name}/{name}.xml", f"{name}/{SETTINGS}"
    root, resources = manifest(QTI_12)
    test = resource(resources, name, quiz, QTI_12.named["test"])
    SubElement(test, "dependency", identifierref=f"{name}-settings")
    resource(resources, f"{name}-settings", settings, QTI_12.named["settings"])
    return zipped(
        {
            MANIFEST: _written(root),
            quiz: _quiz(questions, name),
            settings: _settings(questions, name),
        }
    )


def _name(questions: Sequence[BankQuestion]) -> str:
    """Return the quiz's own name: one imported twice under one name is replaced."""
    topics = {each.topic for each in questions}
    of_topic = [f"-{topic}" for topic in topics] if len(topics) == 1 else []
    return "".join(("after-overdue", *of_topic, f"-{questions[0].language}"))


def _title(questions: Sequence[BankQuestion]) -> str:
    return words("site", questions[0].language)["name"]


def _quiz(questions: Sequence[BankQuestion], name: str) -> bytes:
    root = Element("questestinterop", xmlns=QTI_12.namespace)
    root.set(SCHEMA, f"{QTI_12.namespace} {QTI_12.schema}")
    quiz = SubElement(root, "assessment", ident=name, title=_title(questions))
    quiz.set(LANGUAGE, questions[0].language)
    section = SubElement(quiz, "section", ident="root_section")
    section.extend(_Item(each).element() for each in questions)
    return _written(root)


def _settings(questions: Sequence[BankQuestion], name: str) -> bytes:
    """Return what Canvas is told of the quiz beside its questions."""
    root = Element("quiz", xmlns=CANVAS, identifier=name)
    SubElement(root, "title").text = _title(questions)
    SubElement(root, "shuffle_answers").text = "true"
    SubElement(root, "points_possible").text = str(len(questions))
    return _written(root)


def _written(root: Element) -> bytes:
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


@dataclass(frozen=True)
class _Item:
    """Writes one item, from its metadata to its feedback."""

    question: BankQuestion

    @property
    def numbers(self) -> dict[str, str]:
        """What each option goes by, from 1, in the order in which they stand."""
        choices = self.question.choices
        return {each.id: str(number) for number, each in enumerate(choices, 1)}

    def element(self) -> Element:
        """Return the item."""
        question = self.question
        made = Element("item", ident=f"{question.id}-{question.language}")
        made.set("title", question.title)
        metadata = SubElement(SubElement(made, "itemmetadata"), "qtimetadata")
        for label, entry in (
            ("question_type", TYPES[question.kind]),
            ("points_possible", "1"),
        ):
            field = SubElement(metadata, "qtimetadatafield")
            SubElement(field, "fieldlabel").text = label
            SubElement(field, "fieldentry").text = entry
        self._present(SubElement(made, "presentation"))
        self._process(SubElement(made, "resprocessing"))
        for ident, text in self._replies():
            reply = SubElement(made, "itemfeedback", ident=ident)
            _html(SubElement(reply, "flow_mat"), text)
        return made

    def _present(self, shown: Element) -> None:
        question = self.question
        unit = f"<p>{question.target.unit}</p>" if question.target else ""
        _html(shown, f"<div>{question.ask}{unit}</div>")
        if question.kind == "number":
            asked = _asked(shown, "response_str", RESPONSE)
            field = SubElement(asked, "render_fib", fibtype="Decimal")
            SubElement(field, "response_label", ident="answer1")
        elif question.kind == "order":
            self._places(shown)
        else:
            many = "Multiple" if question.kind == "multiple" else "Single"
            asked = _asked(shown, "response_lid", RESPONSE, many)
            offered = SubElement(asked, "render_choice", shuffle="Yes")
            for each in question.choices:
                _offer(offered, self.numbers[each.id], each.say)

    @property
    def lines(self) -> dict[str, str]:
        """What each line of an order is answered under, in the order shown."""
        return {
            each: f"response_{number}"
            for number, each in enumerate(self.question.shown, 1)
        }

    def _places(self, shown: Element) -> None:
        """Ask for the place of each line."""
        place = words("take_away", self.question.language)["place"]
        said = {each.id: each.say for each in self.question.choices}
        for name, line in self.lines.items():
            asked = _asked(shown, "response_lid", line)
            _html(asked, said[name])
            offered = SubElement(asked, "render_choice")
            for number in self.numbers.values():
                _offer(offered, number, place.format(number=number))

    def _process(self, processing: Element) -> None:
        """Choose the replies, and score the answer."""
        score = SubElement(SubElement(processing, "outcomes"), "decvar")
        score.attrib |= {
            "varname": SCORE,
            "vartype": "Decimal",
            "minvalue": "0",
            "maxvalue": str(WHOLE),
        }
        question = self.question
        replies = dict(self._replies())
        if GENERAL in replies:
            condition = _condition(processing, goes_on=True)
            SubElement(condition, "other")
            _show(processing, GENERAL)
        if question.kind == "order":
            self._each_place(processing)
            return
        for number in self.numbers.values():
            _equal(_condition(processing, goes_on=True), number)
            _show(processing, f"{number}_fb")
        self._whole(_condition(processing))
        _score(processing, "Set", str(WHOLE))
        if question.kind == "number":
            _show(processing, RIGHT)
            SubElement(_condition(processing), "other")
            _show(processing, WRONG)

    def _whole(self, condition: Element) -> None:
        """Write the condition under which the whole answer is right."""
        target, right = self.question.target, self.question.right
        if target is not None:
            _near(condition, target)
        elif self.question.kind == "single":
            _equal(condition, self.numbers[right[0]])
        else:
            every = SubElement(condition, "and")
            for name, number in self.numbers.items():
                _equal(every if name in right else SubElement(every, "not"), number)

    def _each_place(self, processing: Element) -> None:
        """Give each line at its place its part of the mark."""
        part = f"{WHOLE / len(self.numbers):.2f}"
        for name, number in self.numbers.items():
            _equal(_condition(processing, goes_on=True), number, self.lines[name])
            _score(processing, "Add", part)

    def _replies(self) -> Iterator[tuple[str, str]]:
        question, target = self.question, self.question.target
        if target is not None:
            yield RIGHT, f"<p>{target.right}</p>"
            yield WRONG, f"<p>{target.low}</p><p>{target.high}</p>"
        elif question.kind == "order":
            lines = "".join(f"<li>{each.reply}</li>" for each in question.choices)
            yield GENERAL, f"<ol>{lines}</ol>{question.sources}"
            return
        for each in question.choices:
            yield f"{self.numbers[each.id]}_fb", f"<p>{each.reply}</p>"
        if question.sources:
            yield GENERAL, question.sources


def _html(parent: Element, text: str) -> None:
    material = SubElement(parent, "material")
    SubElement(material, "mattext", texttype="text/html").text = text


def _asked(parent: Element, kind: str, ident: str, many: str = "Single") -> Element:
    return SubElement(parent, kind, ident=ident, rcardinality=many)


def _offer(parent: Element, ident: str, text: str) -> None:
    _html(SubElement(parent, "response_label", ident=ident), text)


def _condition(processing: Element, *, goes_on: bool = False) -> Element:
    """Add a condition; return where it is written."""
    made = SubElement(processing, "respcondition")
    made.set("continue", "Yes" if goes_on else "No")
    return SubElement(made, "conditionvar")


def _equal(parent: Element, value: str, respident: str = RESPONSE) -> None:
    SubElement(parent, "varequal", respident=respident).text = value


def _near(condition: Element, target: Target) -> None:
    either = SubElement(condition, "or")
    _equal(either, f"{target.value:.10g}")
    both = SubElement(either, "and")
    for name, end in (
        ("vargte", target.value - target.tolerance),
        ("varlte", target.value + target.tolerance),
    ):
        SubElement(both, name, respident=RESPONSE).text = f"{end:.10g}"


def _score(processing: Element, action: str, value: str) -> None:
    SubElement(processing[-1], "setvar", action=action, varname=SCORE).text = value


def _show(processing: Element, ident: str) -> None:
    """Show a reply under the condition added last."""
    shown = SubElement(processing[-1], "displayfeedback", feedbacktype="Response")
    shown.set("linkrefid", ident)
