"""A lesson pack: opened by libraries of other makers, and whole."""

import io
from zipfile import ZipFile

import pytest
import zxingcpp
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from after_overdue.catalog.lessons import lessons
from after_overdue.teaching.exports.pack import Pack
from after_overdue.teaching.lesson import is_shown_only
from after_overdue.teaching.lesson_file import read_lesson
from after_overdue.teaching.lesson_import import imported_lesson
from after_overdue.teaching.lesson_text import ready_lesson
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
