"""Was this call allowed: ticks, their texts and routes, and the note to print."""

import io
from datetime import date, time
from itertools import cycle
from pathlib import Path

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.catalog.call_signs import call_signs
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.offer_signs import said_on
from after_overdue.catalog.sources import sources
from after_overdue.teaching.exports.call_note import call_note

ROOT = Path(__file__).parents[2]
PAGE = str(ROOT / "pages/answers/call_check.py")
TODAY = date(2026, 11, 29)


def opened(language: str = "en") -> AppTest:
    app = AppTest.from_file(str(ROOT / "after_overdue/ui/main.py"), default_timeout=30)
    app.query_params["lang"] = language
    app.switch_page(PAGE)
    return app.run()


def text(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(each.value for each in (*app.markdown, *app.caption))


def test_a_page_without_a_tick_says_what_to_tick_and_makes_no_note() -> None:
    app = opened()
    assert "Nothing is ticked yet" in text(app)
    assert "the note is made from it" in text(app)
    assert len(app.checkbox) == len(call_signs().signs)
    assert "This is not legal advice." in text(app)


@pytest.mark.parametrize(
    ("slug", "lang"), list(zip(call_signs().signs, cycle(LANGUAGES), strict=False))
)
def test_a_tick_is_answered_with_each_text_its_strength_and_its_source(
    slug: str, lang: str
) -> None:
    app, sign = opened(lang), call_signs().signs[slug]
    app.checkbox(key=f"call:{slug}").check().run()
    shown, texts = text(app), words("call_check", lang)
    for each in sign.against:
        assert said_on(each.breaks, lang, clock.today()) in shown
        assert texts[f"strength_{each.strength}"] in shown
        for citation in each.sources:
            assert sources()[citation.partition("#")[0]].title[lang] in shown
    assert texts[f"strongest_{sign.strongest}"] in shown


def test_the_strongest_text_of_several_ticks_is_named_once() -> None:
    app = opened()
    app.checkbox(key="call:night").check().run()
    assert "The strongest text against it is a **national standard**" in text(app)
    app.checkbox(key="call:threat").check().run()
    assert "2 things are ticked." in text(app)
    assert "The strongest text against it is the **law**" in text(app)


def test_ticks_of_a_call_stay_out_of_the_address_and_survive_the_language() -> None:
    app = opened()
    app.checkbox(key="call:night").check().run()
    assert dict(app.query_params) == {"lang": "en"}
    app.button(key="switch_language").click().run()
    assert "勾选了1条" in text(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_holds_what_was_ticked_when_it_was_and_blanks(language: str) -> None:
    note = call_note(
        ("night", "threat"),
        day=date(2026, 11, 20),
        hour=time(23, 5),
        today=TODAY,
        locale=Locale(language),
    )
    shown = "".join(page.extract_text() for page in PdfReader(io.BytesIO(note)).pages)
    flat, texts = "".join(shown.split()), words("call_check", language)
    said = [
        texts["note_caller"],
        texts["strength_law"],
        texts["advice"],
        said_on(call_signs().signs["night"].happened, language, TODAY),
        Locale(language).day(date(2026, 11, 20)),
        "23:05",
    ]
    assert [each for each in said if "".join(each.split()) not in flat] == []


def test_a_note_without_a_day_leaves_room_for_it_and_is_the_same_each_time() -> None:
    made = [
        call_note(("posed",), day=None, hour=None, today=TODAY, locale=Locale("en"))
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert len(PdfReader(io.BytesIO(made[0])).pages) == 1
