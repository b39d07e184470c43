"""What a class is sent by mistake or on purpose: each has its sentence or its limit."""

import pytest
from sqlalchemy.exc import OperationalError

from after_overdue.catalog.interface import words
from after_overdue.teaching.class_session import delete_class_session
from tests.web.class_room import JSON, alert, hidden, now

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
MEGABYTES = 10
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@LANGUAGES
def test_a_wrong_code_is_named(room, phone, language) -> None:
    given = "WRONG<b>"
    found = room.phone().client.post(f"/join?lang={language}", data={"code": given})
    said = words("class_refused", language)["code"].format(given="WRONG&lt;b&gt;")
    assert (found.status_code, alert(found.text)) == (404, said)


@LANGUAGES
def test_a_link_to_a_removed_class_says_so(room, phone, language) -> None:
    delete_class_session(room.store, room.opened.host_secret, now=now())
    stranger = room.phone().client
    found = stranger.get(f"/join/{room.opened.join_secret}?lang={language}")
    said = words("class_refused", language)["link"]
    assert (found.status_code, alert(found.text)) == (404, said)


def test_a_code_whose_class_has_expired_says_so(room, phone, monkeypatch) -> None:
    monkeypatch.setattr(
        "after_overdue.teaching.learner.ms", lambda _moment: 10**15, raising=True
    )
    found = room.phone().client.post("/join", data={"code": room.opened.join_code})
    assert found.status_code == 410
    assert alert(found.text).startswith("The time of this class is over")


def test_one_who_mistypes_locks_nobody_out_who_has_the_link(room, phone) -> None:
    stranger = room.phone().client
    tries = [stranger.post("/join", data={"code": f"K7DR{at:04}"}) for at in range(25)]
    assert [each.status_code for each in tries] == [404] * 20 + [429] * 5
    refused = tries[-1]
    assert alert(refused.text).startswith("Too many wrong codes came from this network")
    assert 'value="K7DR0024"' in refused.text
    assert int(refused.headers["retry-after"]) <= 60
    room.phone().join()
    assert room.view().learners == 2
    assert room.goes_on(phone)


def test_whoever_types_the_right_code_spends_none_of_the_wrong_tries(room) -> None:
    client = room.phone().client
    for _ in range(30):
        found = client.post("/join", data={"code": room.opened.join_code})
        assert found.status_code == 200


def test_another_address_types_codes_while_one_is_locked(room, phone) -> None:
    for at in range(21):
        room.phone().client.post("/join", data={"code": f"K7DR{at:04}"})
    elsewhere = room.phone("198.51.100.7").client
    code = {"code": room.opened.join_code}
    assert elsewhere.post("/join", data=code).status_code == 200


@LANGUAGES
def test_a_nickname_with_markup_is_refused_and_stays_in_its_field(
    room, language
) -> None:
    phone = room.phone()
    page = phone.client.get(f"/join/{room.opened.join_secret}").text
    form = {name: hidden(page, name) for name in ("secret", "token")}
    name = '<img src="//evil.example/x">'
    path = f"{phone.place}join?lang={language}"
    found = phone.client.post(path, data={**form, "nickname": name})
    assert found.status_code == 400
    assert "&lt;img src=" in found.text
    assert "<img" not in found.text
    assert room.view().learners == 0


@pytest.mark.parametrize("name", ["![x](http://evil.example/x.png)", "=1+1", "x" * 25])
def test_no_nickname_gets_in_that_could_do_harm_later(room, name) -> None:
    phone = room.phone()
    page = phone.client.get(f"/join/{room.opened.join_secret}").text
    form = {key: hidden(page, key) for key in ("secret", "token")}
    found = phone.client.post(f"{phone.place}join", data={**form, "nickname": name})
    assert found.status_code == 400
    assert room.view().learners == 0


@pytest.mark.parametrize("secret", ["guessed", "x" * 22, "%00", "%F0%9F%98%80"])
def test_a_host_link_that_is_not_yours_opens_nothing(room, phone, secret) -> None:
    stranger = room.phone().client
    results = stranger.get(f"/trainer/{secret}/results.csv")
    pressed = stranger.post(
        f"/trainer/{secret}/command", data={"rev": 2, "command": "close"}, headers=JSON
    )
    for found in (results, pressed):
        assert found.status_code == 404
        assert "opens no class" in found.text
    assert room.view().scene.phase == "open"


@pytest.mark.parametrize("name", ["join_secret", "join_code", "class_id"])
def test_nothing_that_learners_know_opens_the_trainers_side(room, phone, name) -> None:
    known = getattr(room.opened, name)
    assert phone.client.get(f"/trainer/{known}/results.csv").status_code == 404


def test_a_learners_token_opens_no_other_class(room, phone) -> None:
    token = phone.joined["token"]
    assert phone.client.get(f"/class/other/me/{token}/").status_code == 404


@pytest.mark.parametrize("path", ["/join", "{place}join", "{place}answer"])
def test_ten_megabytes_of_text_are_refused_with_a_sentence(room, phone, path) -> None:
    text = "字" * (MEGABYTES * 2**20 // 3)
    where = path.format(place=phone.place)
    found = phone.client.post(where, data={"code": text, "nickname": text, "step": 0})
    assert found.status_code == 413
    assert "the most that is read" in found.text
    assert "能读取的上限" in found.text
    assert room.goes_on(phone)


@pytest.mark.parametrize(
    "body",
    [b"", b"\0\xff\xfe", b"step=0&month=" + b"9" * 5000, b"step=1e9", b"=&=&=", b"{}"],
)
def test_no_body_is_answered_with_a_traceback(room, phone, body) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    for path in ("/join", f"{phone.place}join", f"{phone.place}answer"):
        found = phone.client.post(path, content=body, headers=form)
        assert 400 <= found.status_code < 500
        assert "Traceback" not in found.text
        assert alert(found.text)
    assert room.goes_on(phone)


@pytest.mark.parametrize(
    "charset", ["undefined", "idna", "raw_unicode_escape", "utf-16"]
)
def test_a_form_in_another_charset_is_refused_with_a_sentence(
    room, phone, charset
) -> None:
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    field = b'Content-Disposition: form-data; name="code"'
    part = b"\r\n".join((b"--x", field, b"", b"\\ud800A", b"--x--", b""))
    for path in ("/join", f"{phone.place}join", f"{phone.place}answer"):
        found = phone.client.post(path, content=part, headers={"content-type": kind})
        assert found.status_code == 400
        assert f"“{charset}”" in found.text and "utf-8" in found.text
    assert room.goes_on(phone)


@pytest.mark.parametrize("step", ["", "x", "-1"])
def test_an_answer_to_no_step_says_how_many_there_are(room, phone, step) -> None:
    found = phone.answer(step, month=25)
    said = words("class_refused", "en")["no_step"].format(given=f"“{step}”", most=3)
    assert (found.status_code, found.json()["refused"]) == (404, said)


@pytest.mark.parametrize(
    "number", ["nan", "inf", "-1", "1e400", "0x10", "", "二十五", "2,5"]
)
def test_what_is_no_month_of_the_step_is_refused(room, phone, number) -> None:
    found = phone.answer(0, month=number)
    assert found.status_code == 400
    assert found.json()["refused"]
    assert room.responses() == []


def test_of_an_answer_only_what_was_asked_is_kept_each_option_once(room, phone) -> None:
    room.press("next", "open")
    option = "whole-loan"
    fields = {"options": [option] * 50, "number": "x" * 9999, "month": "1"}
    assert phone.answer(1, **fields).status_code == 200
    assert room.responses(1) == [{"options": [option]}]
    assert phone.client.get(phone.place).status_code == 200


def test_a_number_too_long_is_not_cut_to_another(room, phone) -> None:
    assert phone.answer(0, month="0" * 39 + "25").status_code == 400
    assert room.responses() == []


@pytest.mark.parametrize("seq", ["0", "-1", "x", "99999999999999999999", "1.5"])
def test_a_number_that_no_page_sends_breaks_nothing(room, phone, seq) -> None:
    assert phone.answer(0, month=25, seq=seq).status_code in (200, 400)
    assert room.goes_on(phone)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "https://evil.testserver"},
    ],
)
def test_a_form_on_another_site_changes_nothing(room, phone, headers) -> None:
    answer = {"step": 0, "month": "1"}
    secret = room.opened.host_secret
    command = {"rev": 2, "command": "close"}
    for path, form in (
        ("/join", {"code": room.opened.join_code}),
        (f"{phone.place}join", phone.joined),
        (f"{phone.place}answer", answer),
        (f"/trainer/{secret}/command", command),
    ):
        found = phone.client.post(path, data=form, headers=headers)
        assert found.status_code == 403
        assert alert(found.text).startswith("This was sent from a page of another site")
    assert room.responses() == []
    assert room.view().scene.phase == "open"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://testserver", "sec-fetch-site": "same-origin"},
        {"origin": "http://testserver"},
        {},
    ],
)
def test_our_own_form_is_taken(room, phone, headers) -> None:
    answer = {"step": 0, "month": "25"}
    found = phone.client.post(f"{phone.place}answer", data=answer, headers=headers)
    assert found.status_code == 200


def test_a_store_that_does_not_answer_is_a_sentence_and_a_retry(
    room, phone, monkeypatch
) -> None:
    monkeypatch.setattr(
        "after_overdue.web.class_answers.store", lambda: _Unreachable(), raising=True
    )
    for found in (phone.client.get(phone.place), phone.answer(0, month=25, seq=1)):
        assert found.status_code == 503
        assert "cannot be reached" in found.text
        assert found.headers["retry-after"] == "2"


class _Unreachable:
    def read(self):
        raise OperationalError("select 1", {}, ConnectionError("refused"))

    write = read
