"""What results that are handed in ask of a learner, and what a learner takes home."""

import re
from html import unescape

import pytest

from after_overdue.catalog.interface import words
from after_overdue.teaching.class_session import open_class_session
from tests.teaching.classes import LESSON
from tests.web.class_room import alert, hidden, now


def test_the_last_page_has_what_is_right_why_and_the_handouts(room) -> None:
    phone = room.phone().join()
    room.press("open", "reveal", "next", "open")
    phone.answer(1, options="whole-loan", seq=1)
    room.press("reveal", "next", "next")
    page = phone.client.get(phone.place).text
    assert "You did not answer this step." in page
    assert "What is right: month 40 or month 41" in page
    assert "What is right: The instalment that fell due and was not paid" in page
    assert "score_recovery?lang=en" in page
    links = re.findall(r'href="(/handout/[^"]+)"', page)
    assert len(links) == len(LESSON.steps)
    for each in links:
        found = phone.client.get(unescape(each))
        assert found.headers["content-type"] == "application/pdf"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_certificate_has_the_name_that_was_typed_and_keeps_none(
    room, language: str
) -> None:
    phone = room.phone().join()
    place = f"{phone.place}certificate?lang={language}"
    assert phone.client.get(place).status_code == 409
    room.press("open")
    phone.answer(0, month=40, seq=1)
    room.press("reveal", *["next"] * len(LESSON.steps))
    assert 'name="name"' in phone.client.get(place).text
    for name in ("", "<b>Ann</b>", "A" * 61):
        refused = phone.client.post(place, data={"name": name})
        assert refused.status_code == 400
        assert "<b>Ann" not in refused.text
    page = phone.client.post(place, data={"name": " 王小明  12 "}).text
    assert "<h1>王小明 12</h1>" in page
    assert words("learner", language)["certificate_took"] in page
    assert "王小明" not in phone.client.get(phone.place).text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_class_that_asks_for_names_says_so_and_takes_nobody_without(
    room, language: str
) -> None:
    named = open_class_session(room.store, LESSON, now=now(), asks_name=True)
    phone, texts = room.phone(), words("learner", language)
    phone.opened = named
    page = phone.client.get(f"/join/{named.join_secret}?lang={language}").text
    assert texts["named"] in page and texts["kept_named"] in page
    form = {each: hidden(page, each) for each in ("secret", "token")}
    join = f"{phone.place}join?lang={language}"
    refused = phone.client.post(join, data={**form, "nickname": " "})
    assert refused.status_code == 400
    assert "24" in alert(refused.text)
    page = phone.client.post(join, data={**form, "nickname": "A-1024"}).text
    assert texts["kept_named"] in page and texts["kept"] not in page
