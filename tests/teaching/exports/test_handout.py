"""Handouts: one page each, Chinese inside, tagged, with a way back."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from typst import Compiler

from after_overdue.cases.locale import Locale
from after_overdue.cases.permalinks import read_link
from after_overdue.cases.view import View
from after_overdue.catalog.files import CONTENT
from after_overdue.catalog.questions import Topic, questions
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.teaching.exports.handout import (
    Handout,
    case_handout,
    case_link,
    topic_handout,
)
from after_overdue.teaching.exports.typst import PDF_STANDARD, fonts

TODAY, BASE = date(2026, 11, 25), "https://guide.example"
TOPICS = get_args(Topic)
BOTH = ("en", "zh")
FAR = {
    "score_recovery": {
        "points_lost": "21",
        "score_before": "950",
        "readings": "schedule,schedule_from_26,re_evaluated,not_for_now",
        "target": "350",
        "on_time_share": "0.5",
        "points_per_relapse": "200",
        "relapse_month": "72",
        "chosen_month": "7",
    },
    "credit_record": {"due_on": "2023-01-15", "kind": "card"},
    "penalty_interest": {"kind": "card", "principal": "1000000", "days": "700"},
    "apr": {"amount": "1000000", "months": "60", "settle_after": "59"},
    "card_plan": {"debt": "20000", "pay_per_month": "500"},
    "pay_first": {"debts": "20000:0.24:600,3000:0:100:late"},
    "limitation": {"events": "text:2023-01-10,part_payment:2025-12-01"},
    "unlicensed_loan": {"received": "700", "days": "14"},
    "credit_lag": {"lag_days": "-90"},
    "three_clocks": {"amount": "100000000", "paid_after": "never"},
    "loan_book": {"months": "60", "stopped_by_inspection": "0.85"},
}


def case(noun: str, language: str, given: Mapping[str, str] | None = None) -> View[Any]:
    texts = {name: [text] for name, text in (given or {}).items()}
    values, _ = PAGE_MODELS[noun].read(texts, TODAY)
    return picture(noun, values, TODAY, Locale(language))


NAMES = [
    f"{what}-{language}"
    for language in BOTH
    for what in (*PAGE_MODELS, *(f"{noun}-far" for noun in PAGE_MODELS), *TOPICS)
]


@cache
def handout_of(name: str) -> Handout:
    """Return a handout by its name, made once for all tests."""
    what, _, language = name.rpartition("-")
    if what in TOPICS:
        locale = Locale(language)
        return topic_handout(what, base=BASE, today=TODAY, locale=locale)
    noun, _, far = what.partition("-")
    return case_handout(case(noun, language, FAR[noun] if far else None), base=BASE)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def handout(name: str) -> Handout:
    return handout_of(name)


@cache
def file_of(name: str) -> bytes:
    """Return a handout as its file, made once for all tests."""
    return handout_of(name).pdf(TODAY)


@pytest.fixture
def reader(name: str) -> PdfReader:
    return PdfReader(io.BytesIO(file_of(name)))


def bare(text: str) -> str:
    """Return a text without spaces and line ends, which a page sets as it likes."""
    return re.sub(r"\s", "", text)


def plain(handout: Handout) -> Iterator[str]:
    """Yield every text that has to stand on the page."""
    yield handout.title
    for label, value in (*handout.numbers, *handout.settings):
        yield from (label, value)
    for title, paragraphs in handout.sections:
        yield title
        for paragraph in paragraphs:
            yield "".join(words for words, _ in paragraph)
    yield from (*handout.sources, handout.link, handout.label)


def embedded(reader: PdfReader) -> dict[str, bool]:
    """Return each font of the page and its drawings, and whether it is inside."""
    found: dict[str, bool] = {}
    seen: set[int] = set()

    def walk(value: Any) -> None:
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                return
            seen.add(value.idnum)
            value = value.get_object()
        if isinstance(value, dict):
            if value.get("/Type") == "/FontDescriptor":
                files = {"/FontFile", "/FontFile2", "/FontFile3"}
                found[value["/FontName"]] = bool(files & value.keys())
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    walk(reader.pages[0]["/Resources"])
    return found


def test_a_handout_is_one_page_of_a4_with_every_word(
    handout: Handout, reader: PdfReader
) -> None:
    assert len(reader.pages) == 1
    width, height = (float(side) / 72 * 25.4 for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (210, 297)
    text = bare(reader.pages[0].extract_text())
    for said in plain(handout):
        assert bare(said) in text


def test_every_font_is_inside_and_is_the_one_we_ship(reader: PdfReader) -> None:
    fonts = embedded(reader)
    assert any("NotoSansCJKsc" in name for name in fonts)
    assert all(fonts.values())


def test_a_screen_reader_finds_language_tags_and_the_chart_in_words(
    handout: Handout, reader: PdfReader
) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith(handout.language)
    kinds, found = set(), set()

    def walk(node: Any) -> None:
        node = node.get_object()
        for each in node if isinstance(node, list) else [node]:
            each = each.get_object()
            if isinstance(each, dict) and "/S" in each:
                kinds.add(each["/S"])
                found.add(str(each.get("/Alt", "")))
            if isinstance(each, dict) and "/K" in each:
                walk(each["/K"])

    walk(root["/StructTreeRoot"]["/K"])
    assert {"/H1", "/H2", "/Figure", "/Link"} <= kinds
    assert handout.takeaway in found


def test_the_code_on_paper_leads_back_to_the_settings(
    name: str, handout: Handout
) -> None:
    page = pypdfium2.PdfDocument(file_of(name))[0]
    codes = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    assert [each.text for each in codes] == [handout.link]


@pytest.mark.parametrize("given", [{}, FAR], ids=["as it starts", "far"])
@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_the_short_link_opens_the_very_picture(
    noun: str, given: Mapping[str, Mapping[str, str]]
) -> None:
    drawn = case(noun, "en", given.get(noun))
    handout = case_handout(drawn, base=BASE)
    address = urlsplit(handout.link)
    asked = parse_qs(address.query)
    assert (address.path, asked.pop("lang")) == (f"/{noun}", ["en"])
    inputs = PAGE_MODELS[noun].inputs_on(TODAY)
    values, refused = PAGE_MODELS[noun].read(
        read_link(noun, asked).filled(inputs), TODAY
    )
    again = picture(noun, values, TODAY, Locale("en"))
    assert refused == []
    assert again.figure == drawn.figure
    assert again.settings == drawn.settings
    assert len(case_link(drawn)) < len(drawn.settings) + 2


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_tells_each_of_its_questions(topic: Topic) -> None:
    asked = [each for each in questions("zh").values() if each.topic == topic]
    handout = handout_of(f"{topic}-zh")
    assert len(handout.sections) == len(asked)


def test_a_topic_of_few_questions_answers_them_in_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("after_overdue.teaching.exports.handout.FEW", 99)
    made = topic_handout("protection", base=BASE, today=TODAY, locale=Locale("en"))
    asked = [each for each in questions("en").values() if each.topic == "protection"]
    found = dict(made.sections)
    assert list(found) == [each.title for each in asked]
    whole = ["".join(words for words, _ in each) for each in found[asked[0].title]]
    assert len(whole) > 3
    assert not re.search(r"\[\d+\]|\*\*", "".join(whole))


def test_every_character_of_the_content_can_be_printed() -> None:
    """The standard that we print by refuses a file with a character it cannot draw."""
    files = [each for each in CONTENT.rglob("*") if each.suffix in {".yaml", ".md"}]
    used = set("".join(each.read_text("utf-8") for each in files)) - set("\n\r\t")
    letters = json.dumps("".join(sorted(used)), ensure_ascii=False)
    source = f"""
        #set document(title: "All")
        #set text(font: ("Noto Sans CJK SC", "DejaVu Sans Mono"), lang: "zh")
        #{letters}
    """
    made = Compiler(font_paths=fonts()).compile(
        source.encode(), format="pdf", pdf_standards=PDF_STANDARD
    )
    assert len(used) > 1000
    assert made is not None


def test_the_same_case_on_the_same_day_makes_the_same_file() -> None:
    assert handout_of("apr-zh").pdf(TODAY) == file_of("apr-zh")
