"""Two languages in one class: each phone reads its own, and answers are the same."""

import pytest

from after_overdue.web.class_events import Shown, shared_step
from tests.web.class_room import JSON, hidden

ENGLISH, CHINESE = {"accept-language": "en-GB"}, {"accept-language": "zh-CN,zh;q=0.9"}
ASKED = {"en": "Step 1 of 3", "zh": "第1步，共3步"}


def speaking(room, headers: dict[str, str]):
    phone = room.phone()
    phone.client.headers.update(headers)
    return phone


@pytest.mark.parametrize(
    ("headers", "language"),
    [(ENGLISH, "en"), (CHINESE, "zh"), ({"accept-language": "fr"}, "en"), ({}, "en")],
)
def test_a_page_follows_its_phone_and_else_the_class(room, headers, language) -> None:
    phone = speaking(room, headers).join()
    room.press("open")
    page = phone.client.get(phone.place).text
    assert f'<html lang="{language}">' in page
    assert ASKED[language] in page


def test_a_language_that_was_chosen_stays_from_the_code_to_the_answer(room) -> None:
    phone = speaking(room, ENGLISH)
    code = {"code": room.opened.join_code}
    invited = phone.client.post("/join?lang=zh", data=code)
    form = {name: hidden(invited.text, name) for name in ("secret", "token")}
    assert 'action="join?lang=zh"' in invited.text
    joined = phone.client.post(f"{phone.place}join?lang=zh", data=form)
    assert ASKED["zh"] in joined.text
    room.press("open")
    page = phone.client.get(f"{phone.place}?lang=zh").text
    assert 'action="answer?lang=zh"' in page
    sent = {"step": "0", "month": "25"}
    found = phone.client.post(f"{phone.place}answer?lang=zh", data=sent)
    assert str(found.url).endswith(f"{phone.place}?lang=zh")
    assert 'data-query="?lang=zh"' in found.text
    assert room.responses() == [{"month": 25}]


def test_the_switch_keeps_the_invitation(room) -> None:
    phone = speaking(room, ENGLISH)
    page = phone.client.get(f"/join/{room.opened.join_secret}").text
    other = f'href="?join={room.opened.join_secret}&amp;lang=zh"'
    assert other in page
    found = phone.client.get(f"{phone.place}?join={room.opened.join_secret}&lang=zh")
    assert '<html lang="zh">' in found.text


def test_everybody_answers_the_same_question_and_is_told_in_their_words(room) -> None:
    english, chinese = speaking(room, ENGLISH).join(), speaking(room, CHINESE).join()
    room.press("open")
    refused = chinese.answer(0, month=-1, seq=1).json()["refused"]
    assert refused != english.answer(0, month=-1, seq=1).json()["refused"]
    assert refused.isascii() is False
    for phone in (english, chinese):
        assert phone.answer(0, month=25, seq=1).json()["taken"]
    assert room.responses() == [{"month": 25}] * 2
    room.press("reveal")
    found = [
        each.client.get(f"{each.place}state", headers=JSON).json()["step"]
        for each in (english, chinese)
    ]
    assert found == [
        shared_step(Shown(room.opened.class_id, language))[1]
        for language in ("en", "zh")
    ]


def test_a_switch_is_no_unchanged_page(room) -> None:
    phone = speaking(room, ENGLISH).join()
    state = f"{phone.place}state"
    tag = phone.client.get(state, headers=JSON).headers["etag"]
    again = {**JSON, "if-none-match": tag}
    assert phone.client.get(state, headers=again).status_code == 304
    assert phone.client.get(f"{state}?lang=zh", headers=again).status_code == 200
