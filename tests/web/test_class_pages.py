"""The learners' pages: what real classrooms do to them, and what strangers try."""

import re

import pytest

from after_overdue.sharing.qr import qr_svg
from after_overdue.teaching.class_session import (
    delete_class_session,
    open_class_session,
)
from after_overdue.teaching.store import OPENED
from after_overdue.web.class_pages import form_of
from tests.teaching.classes import LESSON
from tests.web.class_room import JSON, PREVIEW, alert, hidden, now


def test_a_learner_joins_with_code_and_nickname_and_sees_the_step(room) -> None:
    phone = room.phone()
    page = phone.client.post("/join", data={"code": room.opened.join_code.lower()}).text
    form = {name: hidden(page, name) for name in ("secret", "token")}
    page = phone.client.post(
        f"{phone.place}join", data={**form, "nickname": "小王"}
    ).text
    assert "Step 1 of 3" in page
    assert "You are here as 小王." in page
    assert room.view().learners == 1


def test_a_class_is_kept_until_a_day_of_the_place_where_it_is(room) -> None:
    """Where two places are a day apart, so are the days that their pages name."""

    def days(zone: str) -> list[str]:
        opened = open_class_session(room.store, LESSON, now=now(), zone=zone)
        phone = room.phone()
        phone.opened = opened
        pages = [phone.client.get(f"/join/{opened.join_secret}").text]
        pages.append(phone.join().client.get(phone.place).text)
        return [re.search(r"\d{1,2} \w+ \d{4}", each)[0] for each in pages]

    (east, joined_east), (west, joined_west) = map(days, ("Etc/GMT-14", "Etc/GMT+11"))
    assert east == joined_east != west == joined_west


def test_a_form_without_scripts_answers_and_shows_what_is_kept(room) -> None:
    phone = room.phone().join()
    room.press("open")
    assert 'name="month"' in phone.client.get(phone.place).text
    found = phone.client.post(f"{phone.place}answer", data={"step": 0, "month": "25"})
    assert (found.status_code, str(found.url)) == (
        200,
        f"http://testserver{phone.place}",
    )
    assert "Kept: month 25" in found.text
    assert 'value="25"' in found.text
    assert room.responses() == [{"month": 25}]


def test_a_page_without_scripts_looks_again_while_nothing_is_filled_in(room) -> None:
    phone = room.phone().join()
    refresh = 'http-equiv="refresh" content="{}; url=."'.format
    assert refresh(2) in phone.client.get(phone.place).text
    room.press("open")
    assert "http-equiv" not in phone.client.get(phone.place).text
    room.press("reveal")
    assert refresh(10) in phone.client.get(phone.place).text


def test_a_refresh_keeps_the_learner(room) -> None:
    phone = room.phone().join()
    room.press("open")
    phone.answer(0, month=25, seq=1)
    for _ in range(3):
        assert "Kept: month 25" in phone.client.get(phone.place).text
    assert room.view().learners == 1


def test_a_phone_that_slept_through_steps_is_where_the_class_is(room) -> None:
    phone = room.phone().join()
    room.press("open")
    phone.answer(0, month=25, seq=1)
    room.press("reveal", "next", "open")
    found = phone.client.get(f"{phone.place}state").json()
    assert found["rev"] == room.view().scene.rev
    assert "What is overdue on the next day?" in found["step"]
    assert found["seq"] == 0


def test_without_cookies_the_personal_link_does_everything(room) -> None:
    phone = room.phone().join()
    other = room.phone()
    other.client.cookies.clear()
    room.press("open")
    page = other.client.get(phone.link, follow_redirects=False)
    assert page.status_code == 200
    other.client.cookies.clear()
    assert other.answer(0, to=phone.link, month=30, seq=1).status_code == 200
    other.client.cookies.clear()
    assert other.client.get(f"{phone.link}state").json()["seq"] == 1
    assert room.view().learners == 1


def test_the_personal_link_moves_a_learner_to_another_device(room) -> None:
    phone, laptop = room.phone().join(), room.phone()
    room.press("open")
    phone.answer(0, month=25, seq=1)
    page = laptop.client.get(phone.link)
    assert str(page.url) == f"http://testserver{phone.link}"
    assert "Kept: month 25" in page.text
    assert "Kept: month 25" in laptop.client.get(phone.place).text
    laptop.answer(0, month=26, seq=2)
    assert room.responses() == [{"month": 26}]


def test_a_learner_of_one_class_is_a_stranger_in_another(room) -> None:
    token = room.phone().join().joined["token"]
    other = open_class_session(room.store, LESSON, now=now())
    stranger = room.phone().client
    for name in ("", "state", "personal.svg"):
        found = stranger.get(f"/class/{other.class_id}/me/{token}/{name}")
        assert found.status_code == 404


def test_where_cookies_work_the_address_can_be_shown_to_others(room) -> None:
    phone = room.phone().join()
    assert str(phone.client.get(phone.link).url) == f"http://testserver{phone.place}"
    stranger = room.phone()
    found = stranger.client.get(phone.place)
    assert found.status_code == 404
    assert "does not know this device" in alert(found.text)


def test_the_personal_link_is_there_as_a_qr_code(room) -> None:
    phone = room.phone().join()
    drawn = phone.client.get(f"{phone.place}personal.svg")
    assert drawn.headers["content-type"] == "image/svg+xml"
    link = f"http://testserver{phone.link}"
    assert drawn.content == qr_svg(link).encode()
    assert room.phone().client.get(f"{phone.place}personal.svg").status_code == 404


@pytest.mark.parametrize("path", ["/join/{secret}/", "/class/{class_id}", "{link}"])
def test_a_link_that_lost_its_last_slash_leads_to_the_same(room, path) -> None:
    phone, opened = room.phone().join(), room.opened
    link, secret = phone.link.rstrip("/"), opened.join_secret
    where = path.format(secret=secret, class_id=opened.class_id, link=link)
    assert "Step 1 of 3" in phone.client.get(where).text
    assert room.view().learners == 1


def test_a_learning_platform_frames_a_class_only_where_the_server_says_so(
    room, monkeypatch
) -> None:
    monkeypatch.setenv("FRAMED_BY", "https://lms.example")
    headers = room.phone().client.get("/join").headers
    policies = headers.get_list("content-security-policy")
    assert "frame-ancestors https://lms.example" in policies
    assert any("form-action 'self'" in each for each in policies)


def test_a_refresh_of_the_trainer_does_not_end_the_class(room) -> None:
    phone = room.phone().join()
    room.press("open")
    for _ in range(3):
        assert room.view().scene.phase == "open"
    assert phone.answer(0, month=25, seq=1).status_code == 200


def test_a_double_press_joins_once(room) -> None:
    phone = room.phone().join(presses=3)
    assert room.view().learners == 1
    assert phone.client.get(phone.place).status_code == 200


def test_scanning_the_code_again_leads_back_to_the_same_learner(room) -> None:
    phone = room.phone().join()
    page = phone.client.get(f"/join/{room.opened.join_secret}")
    assert "Step 1 of 3" in page.text
    assert room.view().learners == 1


def test_a_double_press_answers_once(room) -> None:
    phone = room.phone().join()
    room.press("open")
    for _ in range(3):
        answered = phone.answer(0, month=25, seq=1)
    assert answered.json()["seq"] == 1
    assert room.responses() == [{"month": 25}]


def test_an_answer_that_another_device_overtook_is_told_from_one_that_is_kept(
    room,
) -> None:
    phone = room.phone().join()
    room.press("open")
    assert phone.answer(0, month=25, seq=1).json()["taken"] is True
    overtaken = phone.answer(0, month=26, seq=1).json()
    assert overtaken["taken"] is False
    assert "Kept: month 25" in overtaken["mine"]


def test_a_preview_of_a_link_makes_no_learner(room) -> None:
    bot = room.phone()
    for path in (
        f"/join/{room.opened.join_secret}",
        f"/join?code={room.opened.join_code}",
        f"{bot.place}?join={room.opened.join_secret}",
    ):
        for method in ("GET", "HEAD"):
            found = bot.client.request(method, path, headers=PREVIEW)
            assert found.status_code == 200
    assert bot.client.get(f"{bot.place}join").status_code == 405
    assert room.view().learners == 0


def test_an_answer_after_the_end_is_refused_and_what_was_taken_stays(room) -> None:
    phone = room.phone().join()
    room.press("open")
    phone.answer(0, month=25, seq=1)
    room.press("close")
    late = phone.answer(0, month=26, seq=2)
    assert late.status_code == 409
    assert late.json()["refused"].startswith("This step is closed")
    page = phone.client.post(f"{phone.place}answer", data={"step": 0, "month": "26"})
    assert page.status_code == 409
    assert alert(page.text).startswith("This step is closed")
    assert room.responses() == [{"month": 25}]


def test_a_refused_answer_stays_in_the_form(room) -> None:
    phone = room.phone().join()
    room.press("open")
    page = phone.client.post(f"{phone.place}answer", data={"step": 0, "month": "9999"})
    assert page.status_code == 400
    assert "lies outside what can be answered" in alert(page.text)
    assert 'value="9999"' in page.text


def test_after_the_reveal_a_learner_sees_the_room_and_the_own_reply(room) -> None:
    phones = [room.phone().join() for _ in range(3)]
    room.press("open")
    for phone, month in zip(phones, (40, 25, 30), strict=True):
        phone.answer(0, month=month, seq=1)
    room.press("reveal")
    right, wrong = (each.client.get(each.place).text for each in phones[:2])
    for page in (right, wrong):
        assert "The middle of the room: month 30." in page
        assert (
            "Room&#39;s middle: month 30" in page or "Room's middle: month 30" in page
        )
        assert "<svg" in page
        assert "/score_recovery?lang=en&amp;" in page
    assert 'class="mark">Right<' in right
    assert 'class="mark">Not right<' in wrong


def test_a_wrong_choice_has_its_reply_and_the_settings_that_disprove_it(room) -> None:
    phone = room.phone().join()
    room.press("next", "open")
    phone.answer(1, options="whole-loan", seq=1)
    room.press("reveal")
    mine = phone.client.get(f"{phone.place}state").json()["mine"]
    assert "The rest has not fallen due" in mine
    assert "/penalty_interest?lang=en&amp;v=2&amp;basis=instalment" in mine


def test_a_page_to_explore_opens_at_the_settings_of_the_trainer(room) -> None:
    phone = room.phone().join()
    room.press("next", "next", "open")
    page = phone.client.get(phone.place).text
    assert 'href="/penalty_interest?lang=en' in page


def test_at_the_end_a_learner_sees_all_answers_and_marks_of_what_was_revealed(
    room,
) -> None:
    phone = room.phone().join()
    room.press("open")
    phone.answer(0, month=40, seq=1)
    room.press("reveal", "next", "open")
    phone.answer(1, options="whole-loan", seq=1)
    room.press("next", "next")
    page = phone.client.get(phone.place).text
    assert "Right: 1 of 1." in page
    assert page.count('class="mark"') == 1
    assert "Your answer: month 40" in page
    assert "Your answer: The whole loan, down to the last instalment" in page


def test_nothing_new_is_told_in_a_few_bytes(room) -> None:
    phone = room.phone().join()
    found = phone.client.get(f"{phone.place}state")
    tag = {"if-none-match": found.headers["etag"]}
    assert phone.client.get(f"{phone.place}state", headers=tag).status_code == 304
    room.press("open")
    assert phone.client.get(f"{phone.place}state", headers=tag).status_code == 200


def test_the_server_may_restart_between_any_two_requests(room) -> None:
    phone = room.phone().join("小王")
    room.press("open")
    phone.answer(0, month=25, seq=1)
    OPENED.popitem()[1].close()
    assert "Kept: month 25" in phone.client.get(phone.place).text
    assert phone.answer(0, month=26, seq=2).json()["seq"] == 2


def test_what_is_kept_is_said_before_joining_and_after(room) -> None:
    phone = room.phone()
    before = phone.client.get(f"/join/{room.opened.join_secret}").text
    after = phone.join().client.get(phone.place).text
    for page in (before, after):
        assert "No name, no e-mail, no account" in page
        assert "removed on" in page


def test_a_removed_class_is_forgotten_by_the_browser(room) -> None:
    phone = room.phone().join()
    delete_class_session(room.store, room.opened.host_secret, now=now())
    for path in (phone.place, phone.link):
        found = phone.client.get(path)
        assert found.status_code == 404
        assert f'data-forget="{room.opened.class_id}"' in found.text


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_cookie_works_where_the_page_stands(room, scheme) -> None:
    phone = room.phone()
    phone.client.base_url = f"{scheme}://testserver"
    phone.join()
    page = phone.client.get(phone.link, follow_redirects=False)
    phone.client.cookies.clear()
    cookie = phone.client.get(phone.link).headers["set-cookie"]
    assert page.status_code == 303
    assert "HttpOnly" in cookie
    assert f"Path={phone.place}" in cookie
    framed = "Secure; SameSite=None; Partitioned"
    assert (framed in cookie) == (scheme == "https")


def test_pages_of_a_class_may_stand_in_a_course_and_the_trainers_may_not(room) -> None:
    phone = room.phone().join()
    policies = phone.client.get(phone.place).headers.get_list("content-security-policy")
    assert not any("frame-ancestors" in each for each in policies)
    assert any("default-src 'none'" in each for each in policies)


def test_no_page_of_a_class_is_kept_by_anybody(room) -> None:
    phone = room.phone().join()
    for path in ("/join", phone.place, f"{phone.place}state"):
        assert phone.client.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_way_in_speaks_the_language_of_the_browser(room, language) -> None:
    phone = room.phone()
    page = phone.client.get("/join", headers={"accept-language": language}).text
    assert re.search(r'<html lang="(\w+)"', page)[1] == language
    found = phone.client.post(f"/join?lang={language}", data={"code": "ABCD-EFGH"})
    assert found.status_code == 404
    words = {"en": "There is no class with the code", "zh": "没有加入码为"}
    assert alert(found.text).startswith(words[language])
    assert 'value="ABCD-EFGH"' in found.text


def test_a_press_without_the_answer_is_told_what_to_choose(room) -> None:
    phone = room.phone().join()
    room.press("next", "open")
    answered = phone.client.post(f"{phone.place}answer", data={"step": 1}, headers=JSON)
    assert answered.status_code == 400
    assert answered.json()["refused"]


def test_a_form_comes_back_with_every_digit_of_its_number() -> None:
    assert form_of({"number": 1234567.89})["number"] == "1234567.89"
