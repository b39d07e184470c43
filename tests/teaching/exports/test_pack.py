"""A lesson pack: opened by libraries of other makers, and whole."""

import io
import math
import random
import unicodedata
from dataclasses import replace
from zipfile import ZipFile

import pytest
import zxingcpp
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from after_overdue.catalog.lessons import lessons
from after_overdue.teaching.checked_lesson import checked_lesson
from after_overdue.teaching.exports.pack import Pack
from after_overdue.teaching.exports.typst import ABSENT, displayable
from after_overdue.teaching.lesson import Lesson, is_shown_only
from after_overdue.teaching.lesson_file import read_lesson
from after_overdue.teaching.lesson_import import imported_lesson
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.own_step import ChoiceStep, NumberStep, Option, PauseStep
from tests.teaching import own_lesson
from tests.teaching.classes import NOW

BASE = "https://guide.example"
JOIN = f"{BASE}/join/secret"
OWN = own_lesson.LESSON
READY = [ready_lesson(slug, "zh") for slug in lessons()][:1]


def files(lesson) -> dict[str, bytes]:
    made = Pack(lesson, BASE, JOIN, "ABCD-EFGH", NOW.date()).zip()
    with ZipFile(io.BytesIO(made)) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def texts(slide) -> str:
    return "\n".join(e.text_frame.text for e in slide.shapes if e.has_text_frame)


@pytest.fixture(scope="module", params=[OWN, *READY], ids=["own", "ready"])
def packed(request):
    return request.param, files(request.param)


def test_the_slides_ask_every_step_and_tell_what_is_right_with_notes(packed) -> None:
    lesson, found = packed
    shown = list(Presentation(io.BytesIO(found["slides.pptx"])).slides)
    assert len(shown) > len(lesson.steps)
    assert texts(shown[0]).startswith(lesson.title)
    words = "\n".join(map(texts, shown))
    assert "None" not in words and "✓" in words
    notes = [e.notes_slide.notes_text_frame.text for e in shown if e.has_notes_slide]
    assert len(notes) >= len([each for each in lesson.steps if each.notes])
    for slide in shown:
        pictures = [each.image.blob for each in slide.shapes if hasattr(each, "image")]
        (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(pictures[0])))
        assert code.text == JOIN


def test_questions_and_lesson_come_back_from_the_pack(packed) -> None:
    lesson, found = packed
    assert read_lesson(found["lesson.yaml"]) == lesson
    bank = imported_lesson(found["questions.gift"], lesson.language)
    kinds = [each.kind for each in bank.lesson.steps]
    marked = ("single", "multiple", "order", "number", "quiz")
    asked = [each.kind for each in lesson.steps if each.kind in marked]
    assert {*asked} <= {*kinds} and bank.left_out == ()


def test_the_other_files_are_what_they_say(packed) -> None:
    lesson, found = packed
    page = PdfReader(io.BytesIO(found["join.pdf"])).pages[0].extract_text()
    assert "ABCD-EFGH" in page and "guide.example/join/secret" in page
    key = found["answer-key.html"].decode()
    assert "<img src=x" not in key and "None" not in key
    assert key.count("<section>") == len(lesson.steps)
    for edition in ("1.2", "2004"):
        with ZipFile(io.BytesIO(found[f"scorm-{edition}.zip"])) as package:
            assert "imsmanifest.xml" in package.namelist()
            assert "<img src=x" not in package.read("index.html").decode()
    handouts = [name for name in found if name.startswith("handout-")]
    assert handouts or all(is_shown_only(each.kind) for each in lesson.steps)


TITLES = (
    "衢州分行培训",
    "李雯老师的逾期课",
    "鑫源小贷",
    "T 😀",
    "한국어",
    "ไทย",
    "עברית 中\u0301",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_title_in_any_letters_breaks_no_file(title: str, language: str) -> None:
    own = replace(OWN.steps[0], ask=title, because=title)
    lesson = checked_lesson(Lesson(title, language, (own,)), NOW.date())
    found = files(lesson)
    page = PdfReader(io.BytesIO(found["join.pdf"])).pages[0].extract_text()
    lines = [*displayable(title).replace(ABSENT, " ").split()]
    assert all(each in page for each in lines)
    assert title in found["answer-key.html"].decode()
    assert title in texts(Presentation(io.BytesIO(found["slides.pptx"])).slides[0])


def test_what_people_type_keeps_every_letter_that_the_fonts_have() -> None:
    for text in ("", "Plain", "厦门 · 赣州", "Кредит", "* b _x_ #let $y$ @z <k>"):
        assert displayable(text) == text
    assert displayable("李雯😀课") == f"李{ABSENT}{ABSENT}课"
    dice = random.Random(7)
    for _ in range(20):
        typed = "".join(chr(dice.randrange(0x20, 0x2FFFF)) for _ in range(12))
        typed = "".join(e for e in typed if unicodedata.category(e) != "Cs")
        shown = displayable(typed)
        assert len(shown) == len(typed) and displayable(shown) == shown


def height(frame, width: float) -> float:
    """Return how many points a text is high, every letter as wide as half its size."""
    high = 0.0
    for each in frame.paragraphs:
        size = each.runs[0].font.size.pt
        wide = sum(1 if ord(e) >= 0x2E80 else 0.5 for e in each.text) * size
        high += math.ceil(wide / (width - 14.4)) * size * 1.2 + each.space_after.pt
    return high - frame.paragraphs[-1].space_after.pt


@pytest.mark.parametrize("letter", ["逾", "e"])
def test_no_text_is_higher_than_its_slide(letter: str) -> None:
    steps = [
        ChoiceStep(
            "single",
            letter * 240,
            tuple(Option(f"{at}{letter * long}", at == 0) for at in range(8)),
        )
        for long in (1, 30, 60, 119)
    ]
    pause = PauseStep("Read", "\n".join([letter] * 200))
    lesson = Lesson("Long", "zh", (*steps, pause))
    shown = Presentation(io.BytesIO(files(lesson)["slides.pptx"])).slides
    for slide in shown:
        for each in slide.shapes:
            if each.has_text_frame and each.text_frame.text:
                room = 7.5 * 72 - each.top.pt
                assert height(each.text_frame, each.width.pt) <= room
    words = "\n".join(map(texts, shown))
    for at in range(8):
        assert words.count(f"{at}{letter * 119}") == 2
    assert words.count(f"\n{letter}") >= 200


def test_an_order_is_told_line_by_line_whatever_signs_a_line_has() -> None:
    lines = ("A · B", "C", "D")
    order = ChoiceStep("order", "Order?", tuple(map(Option, lines)))
    number = NumberStep("How many?", 3, 0, "a · b")
    found = files(Lesson("Signs", "en", (order, number)))["slides.pptx"]
    shown = [texts(each) for each in Presentation(io.BytesIO(found)).slides]
    assert shown[2].splitlines() == ["Order?", *(f"✓ {each}" for each in lines)]
    assert shown[4].splitlines() == ["How many?", "✓ 3 a · b"]


def test_the_bank_files_own_questions_under_the_title_of_the_lesson() -> None:
    found = files(Lesson("Mine / yours", "en", OWN.steps))["questions.gift"].decode()
    paths = [e for e in found.splitlines() if e.startswith("$CATEGORY")]
    assert [each for each in paths if each.endswith("/Mine // yours")]
    assert not [each for each in paths if each.endswith("/own")]
