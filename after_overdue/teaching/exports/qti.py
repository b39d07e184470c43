"""QTI: the question bank as a content package, in version 2.1 and in version 3.

Both versions say the same with other names: version 3 writes ``qti-choice-interaction``
where 2.1 writes ``choiceInteraction``. So an item is built once, in a dialect.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from after_overdue.teaching.exports.bank import BankQuestion, Target

RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"
RIGHT, LOW, HIGH, TOLD = "right", "low", "high", "told"
"""Identifiers of the replies to a number, and of what is told after any answer."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
ANY_NUMBER = 16
"""Characters of the field for a number."""


@dataclass(frozen=True)
class Dialect:
    """How one version of QTI calls things.

    Attributes
    ----------
    namespace, schema : of an item and of the test, with where its schema lies
    package, package_schema : of the manifest
    named : the words of the manifest: schema, its version, types of the resources
    kebab : whether elements and attributes are written in kebab case
    """

    namespace: str
    schema: str
    package: str
    package_schema: str
    named: Mapping[str, str]
    kebab: bool

    def element(self, name: str) -> str:
        """Return how an element of QTI is called."""
        return f"qti-{_kebab(name)}" if self.kebab else name

    def attribute(self, name: str) -> str:
        """Return how an attribute of QTI is called."""
        return _kebab(name) if self.kebab else name


QTI_21 = Dialect(
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    package="http://www.imsglobal.org/xsd/imscp_v1p1",
    package_schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    named={
        "schema": "QTIv2.1 Package",
        "version": "1.0.0",
        "item": "imsqti_item_xmlv2p1",
        "test": "imsqti_test_xmlv2p1",
    },
    kebab=False,
)
QTI_3 = Dialect(
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    package="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    package_schema=(
        "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd"
    ),
    named={
        "schema": "QTI Package",
        "version": "3.0.0",
        "item": "imsqti_item_xmlv3p0",
        "test": "imsqti_test_xmlv3p0",
    },
    kebab=True,
)


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: f"-{found[1].lower()}", name)


def identifier(name: str) -> str:
    """Return a name as QTI takes it: it may not begin with a digit."""
    return f"o-{name}"


def item(question: BankQuestion, dialect: Dialect) -> bytes:
    """Return one question as an assessment item."""
    return _Item(question, dialect).written()


@dataclass(frozen=True)
class _Item:
    """Writes one item, from its declarations to its replies."""

    question: BankQuestion
    dialect: Dialect

    def written(self) -> bytes:
        root = self._root()
        self._declare(root)
        body = self._add(root, "itemBody")
        body.extend(_xhtml(self.question.ask))
        {"number": self._field, "order": self._lines}.get(
            self.question.kind, self._choices
        )(body)
        self._process(root)
        for name, text in self._replies():
            self._reply(root, name, text)
        return bytes(tostring(root, encoding="utf-8", xml_declaration=True))

    def _root(self) -> Element:
        dialect, question = self.dialect, self.question
        root = Element(dialect.element("assessmentItem"), xmlns=dialect.namespace)
        root.set(SCHEMA, f"{dialect.namespace} {dialect.schema}")
        root.set("identifier", question.id)
        root.set("title", question.title)
        root.set(LANGUAGE, question.language)
        root.set("adaptive", "false")
        root.set(dialect.attribute("timeDependent"), "false")
        return root

    def _add(
        self, parent: Element, name: str, text: str = "", **values: str
    ) -> Element:
        made = SubElement(parent, self.dialect.element(name))
        for key, value in values.items():
            made.set(self.dialect.attribute(key), value)
        made.text = text or None
        return made

    def _value(self, parent: Element, kind: str, value: str) -> None:
        self._add(parent, "baseValue", value, baseType=kind)

    def _declare(self, root: Element) -> None:
        target = self.question.target
        cardinality = {"multiple": "multiple", "order": "ordered"}
        declared = self._add(
            root,
            "responseDeclaration",
            identifier=RESPONSE,
            cardinality=cardinality.get(self.question.kind, "single"),
            baseType="identifier" if target is None else "float",
        )
        right = self._add(declared, "correctResponse")
        for value in self._right(target):
            self._add(right, "value", value)
        score = self._outcome(root, SCORE, "single", "float")
        self._add(self._add(score, "defaultValue"), "value", "0")
        self._outcome(root, FEEDBACK, "multiple", "identifier")

    def _outcome(self, root: Element, name: str, many: str, kind: str) -> Element:
        return self._add(
            root,
            "outcomeDeclaration",
            identifier=name,
            cardinality=many,
            baseType=kind,
        )

    def _right(self, target: Target | None) -> list[str]:
        if target is not None:
            return [f"{target.value:.10g}"]
        return [identifier(name) for name in self.question.right]

    def _choices(self, body: Element) -> None:
        most = "1" if self.question.kind == "single" else "0"
        asked = self._add(
            body,
            "choiceInteraction",
            responseIdentifier=RESPONSE,
            shuffle="true",
            maxChoices=most,
            minChoices="1",
        )
        self._offer(asked, [each.id for each in self.question.choices])

    def _lines(self, body: Element) -> None:
        asked = self._add(
            body, "orderInteraction", responseIdentifier=RESPONSE, shuffle="false"
        )
        self._offer(asked, self.question.shown)

    def _offer(self, asked: Element, ids: Sequence[str]) -> None:
        said = {each.id: each.say for each in self.question.choices}
        for name in ids:
            made = self._add(asked, "simpleChoice", identifier=identifier(name))
            _fill(made, said[name])

    def _field(self, body: Element) -> None:
        assert self.question.target is not None
        before, _, after = self.question.target.unit.partition("…")
        line = SubElement(body, "p")
        line.text = before
        field = self._add(
            line,
            "textEntryInteraction",
            responseIdentifier=RESPONSE,
            expectedLength=str(ANY_NUMBER),
        )
        field.tail = after

    def _process(self, root: Element) -> None:
        """Score the answer, and choose the replies to it."""
        processing = self._add(root, "responseProcessing")
        either = self._add(processing, "responseCondition")
        right = self._add(either, "responseIf")
        self._matches(right)
        self._value(self._set(right, SCORE), "float", "1")
        if self.question.target is None:
            self._choose(processing)
        else:
            self._place(processing)

    def _matches(self, parent: Element) -> None:
        target = self.question.target
        if target is None:
            matches = self._add(parent, "match")
        else:
            off = f"{target.tolerance:.10g} {target.tolerance:.10g}"
            matches = self._add(parent, "equal", toleranceMode="absolute")
            matches.set(self.dialect.attribute("tolerance"), off)
        self._add(matches, "variable", identifier=RESPONSE)
        self._add(matches, "correct", identifier=RESPONSE)

    def _set(self, parent: Element, name: str) -> Element:
        return self._add(parent, "setOutcomeValue", identifier=name)

    def _choose(self, processing: Element) -> None:
        """Show the replies to the chosen options, and what is told after any."""
        condition = self._add(self._set(processing, FEEDBACK), "multiple")
        if self.question.kind != "order":
            self._add(condition, "variable", identifier=RESPONSE)
        self._value(condition, "identifier", TOLD)

    def _place(self, processing: Element) -> None:
        """Show the reply to a number that is right, low or high; none to no number."""
        either = self._add(processing, "responseCondition")
        right = self._add(either, "responseIf")
        self._matches(right)
        self._show(right, RIGHT)
        for compared, reply in (("lt", LOW), ("gt", HIGH)):
            branch = self._add(either, "responseElseIf")
            off = self._add(branch, compared)
            self._add(off, "variable", identifier=RESPONSE)
            self._add(off, "correct", identifier=RESPONSE)
            self._show(branch, reply)
        self._show(self._add(either, "responseElse"))

    def _show(self, parent: Element, *replies: str) -> None:
        shown = self._add(self._set(parent, FEEDBACK), "multiple")
        for name in (*replies, TOLD):
            self._value(shown, "identifier", name)

    def _replies(self) -> list[tuple[str, str]]:
        question, target = self.question, self.question.target
        if target is not None:
            replies = [(RIGHT, target.right), (LOW, target.low), (HIGH, target.high)]
        elif question.kind == "order":
            lines = "".join(f"<li>{each.reply}</li>" for each in question.choices)
            return [(TOLD, f"<ol>{lines}</ol>{question.sources}")]
        else:
            replies = [(identifier(each.id), each.reply) for each in question.choices]
        every_reply = [(name, f"<p>{text}</p>") for name, text in replies]
        return (
            [*every_reply, (TOLD, question.sources)]
            if question.sources
            else every_reply
        )

    def _reply(self, root: Element, name: str, text: str) -> None:
        reply = self._add(
            root,
            "modalFeedback",
            outcomeIdentifier=FEEDBACK,
            identifier=name,
            showHide="show",
        )
        inside = self._add(reply, "contentBody") if self.dialect.kebab else reply
        inside.extend(_xhtml(text))


def _xhtml(text: str) -> list[Element]:
    """Return the elements of an XHTML fragment."""
    return list(fromstring(f"<div>{text}</div>"))


def _fill(parent: Element, text: str) -> None:
    """Put an XHTML fragment of words and elements into an element."""
    read = fromstring(f"<div>{text}</div>")
    parent.text = read.text
    parent.extend(read)
