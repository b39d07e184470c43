"""The models over HTTP: the same answers and refusals as at the command line."""

import gzip
import json
from datetime import date, datetime
from urllib.parse import unquote

import brotli
import pytest

from after_overdue import clock
from after_overdue.catalog.permalinks import permalinks
from after_overdue.cli import main
from after_overdue.models.registry import MODELS
from after_overdue.web import api, api_response

SETTINGS = {
    "score_recovery": {"points_lost": "33", "on_time_share": "0.9"},
    "credit_record": {"due_on": "2026-02-15", "cured_on": "2026-03-15"},
    "penalty_interest": {"kind": "card", "days": "45"},
    "apr": {"months": "24", "fees": "upfront"},
    "card_plan": {"debt": "50000", "pay_per_month": "833.33"},
    "pay_first": {"debts": "20000:0.24:600,3000:0:100", "budget": "2000"},
    "limitation": {"events": "text:2023-01-10,part_payment:2025-12-01"},
    "unlicensed_loan": {"received": "700", "asked": "1000", "days": "14"},
    "credit_lag": {"lag_days": "-30"},
    "three_clocks": {"paid_after": "never", "as_of": "2026-11-29"},
    "loan_book": {"matrix": "ladder", "loans": "1000"},
}


def printed(capfd, noun: str, settings: dict[str, str], form: str = "json") -> bytes:
    options = [
        f"--{name.replace('_', '-')}={value}" for name, value in settings.items()
    ]
    assert main([noun.replace("_", "-"), "--format", form, *options]) == 0
    return capfd.readouterr().out.encode()


def refused(found) -> list[dict[str, str]]:
    assert found.status_code == 422
    assert found.headers["cache-control"] == "no-store"
    return found.json()["refused"]


@pytest.mark.parametrize("noun", MODELS)
@pytest.mark.parametrize("changed", [False, True], ids=["defaults", "settings"])
def test_the_answer_is_what_the_command_line_prints(client, capfd, noun, changed):
    settings = SETTINGS[noun] if changed else {}
    found = client.get(f"/api/v1/{noun.replace('_', '-')}", params=settings)
    assert found.status_code == 200
    assert found.headers["content-type"] == "application/json"
    assert found.content == printed(capfd, noun, settings)


def test_underscores_are_as_good_as_hyphens(client) -> None:
    hyphens = client.get("/api/v1/score-recovery?points-lost=33")
    assert client.get("/api/v1/score_recovery?points_lost=33").content == (
        hyphens.content
    )


@pytest.mark.parametrize("given", ["", "--", "-", "--months"])
def test_what_looks_like_an_option_is_refused_as_a_value(client, capsys, given) -> None:
    (said,) = refused(client.get("/api/v1/apr", params={"amount": given}))
    assert main(["apr", f"--amount={given}"]) == 2
    at_the_terminal = capsys.readouterr().err.strip()
    assert said["sentence"] == at_the_terminal.replace("--amount", "amount", 1)


def test_a_refused_value_gets_the_sentence_of_the_command_line(client, capsys) -> None:
    (said,) = refused(client.get("/api/v1/score-recovery?points_lost=999"))
    assert main(["score-recovery", "--points-lost", "999"]) == 2
    at_the_terminal = capsys.readouterr().err.strip()
    assert said == {
        "name": "points_lost",
        "given": "999",
        "kind": "out_of_range",
        "nearest": "200",
        "sentence": at_the_terminal.replace("--points-lost", "points_lost"),
    }
    assert said["sentence"] == "points_lost is 999; allowed is 0 to 200."


def test_every_value_that_cannot_be_used_is_told_at_once(client) -> None:
    found = refused(client.get("/api/v1/apr?months=x&amount=1&colour=red"))
    assert {each["name"]: each["kind"] for each in found} == {
        "colour": "unknown",
        "amount": "out_of_range",
        "months": "not_a_number",
    }
    unknown = next(each for each in found if each["kind"] == "unknown")
    assert "amount, months, monthly_fee" in unknown["sentence"]
    assert unknown["nearest"] is None


def test_values_that_contradict_each_other_are_refused(client) -> None:
    (said,) = refused(client.get("/api/v1/apr?months=12&settle_after=24"))
    assert said["kind"] == "settle_after_end"


def test_a_value_given_twice_is_refused(client) -> None:
    (said,) = refused(client.get("/api/v1/apr?months=12&months=24"))
    assert said["sentence"] == "months is given more than once, as 12 24; give it once."


def test_the_sentence_is_chinese_where_that_is_asked(client) -> None:
    (said,) = refused(client.get("/api/v1/apr?months=99&lang=zh"))
    assert said["sentence"] == "months是99，允许的范围是1到60。"
    (said,) = refused(
        client.get("/api/v1/apr?months=99", headers={"accept-language": "zh-CN"})
    )
    assert said["sentence"] == "months is 99; allowed is 1 to 60."


def test_what_is_no_question_is_told_in_the_language_asked_for_too(client) -> None:
    spoken = {"accept-language": "zh-CN"}
    for path, word in (("/api/v1/none", "no model"), ("/api/v1/none?lang=zh", "模型")):
        (said,) = client.get(path, headers=spoken).json()["refused"]
        assert word in said["sentence"]


def test_a_language_we_do_not_speak_is_refused(client) -> None:
    (said,) = refused(client.get("/api/v1/apr?lang=fr"))
    assert said["name"] == "lang"
    assert said["sentence"] == "lang is “fr”, which is unknown; allowed is en, zh."


@pytest.mark.parametrize("path", ["/api/v1/house-price", "/api/v2/apr", "/api/v1/a/b"])
def test_an_unknown_model_is_told_with_those_there_are(client, path) -> None:
    found = client.get(path)
    assert found.status_code == 404
    (said,) = found.json()["refused"]
    assert said["kind"] == "no_such_model"
    assert "score-recovery, credit-record" in said["sentence"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_questions_are_asked_with_get_alone(client, method) -> None:
    found = client.request(method, "/api/v1/apr")
    assert found.status_code == 405
    assert found.headers["allow"] in ("GET, HEAD", "HEAD, GET")
    (said,) = found.json()["refused"]
    assert said["sentence"] == f"{method} is not possible here; ask with GET."


def test_head_tells_the_size_and_nothing_more(client) -> None:
    plain = {"accept-encoding": "identity"}
    found = client.head("/api/v1/apr", headers=plain)
    assert found.status_code == 200
    assert found.content == b""
    whole = client.get("/api/v1/apr", headers=plain)
    assert found.headers["content-length"] == str(len(whole.content))


def test_an_answer_is_kept_until_the_day_ends(client, monkeypatch) -> None:
    class Late(datetime):
        @classmethod
        def now(cls, _zone=None):
            return cls(2026, 11, 25, 23, 59, 30)

    monkeypatch.setattr(clock, "datetime", Late)
    assert client.get("/api/v1/apr").headers["cache-control"] == "public, max-age=30"


def test_an_answer_that_has_not_changed_is_not_sent_again(client) -> None:
    tag = client.get("/api/v1/apr").headers["etag"]
    same = client.get("/api/v1/apr", headers={"if-none-match": tag})
    assert same.status_code == 304
    assert same.content == b""
    assert same.headers["etag"] == tag
    other = client.get("/api/v1/apr?months=24", headers={"if-none-match": tag})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_an_answer_is_sent_compressed(client, encoding, unpack) -> None:
    asked = {"accept-encoding": encoding}
    with client.stream("GET", "/api/v1/score-recovery", headers=asked) as found:
        raw = b"".join(found.iter_raw())
    assert found.headers["content-encoding"] == encoding
    assert found.headers["vary"].split(", ")[0] == "accept-encoding"
    assert len(raw) < 4000
    assert json.loads(unpack(raw))["summary"]["score_after"] == 590


def test_what_fails_in_here_is_told_as_everywhere(client, monkeypatch) -> None:
    def failing(*_given: object) -> None:
        raise RuntimeError("a detail")

    monkeypatch.setattr(api, "answer", failing)
    found = client.get("/api/v1/apr")
    assert found.status_code == 500
    assert found.headers["cache-control"] == "no-store"
    assert found.headers["x-content-type-options"] == "nosniff"
    [said] = found.json()["refused"]
    assert found.headers["x-request-id"] in said["sentence"]
    assert "a detail" not in found.text


def test_any_page_may_ask_but_never_in_a_readers_name(client) -> None:
    origin = {"origin": "https://slides.example"}
    for path in ("/api/v1/apr", "/api/v1/apr?months=0", "/api/v1/nothing"):
        headers = client.get(path, headers=origin).headers
        assert headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in headers
    asks = {**origin, "access-control-request-method": "GET"}
    assert client.options("/api/v1/apr", headers=asks).status_code == 200
    asks["access-control-request-method"] = "POST"
    assert client.options("/api/v1/apr", headers=asks).status_code == 400


def test_who_asks_too_often_is_told_in_json(client, monkeypatch) -> None:
    monkeypatch.setenv("LIMIT_JSON", "2 per minute")
    found = [client.get("/api/v1/apr", params={"lang": "zh"}) for _ in range(3)]
    assert [each.status_code for each in found] == [200, 200, 429]
    assert int(found[-1].headers["retry-after"]) > 0
    assert "太频繁" in found[-1].json()["refused"][0]["sentence"]


def test_an_old_link_is_answered_and_what_changed_is_told(client, monkeypatch) -> None:
    newest = permalinks().newest
    assert api_response.SINCE not in client.get(f"/api/v1/apr?v={newest}").headers
    (said,) = refused(client.get("/api/v1/apr?v=999"))
    assert said["name"] == "v"
    since = api_response.ApiResponse(200, "{}", "“since”")
    monkeypatch.setattr(api, "answer", lambda *_: since)
    assert unquote(client.get("/api/v1/apr").headers[api_response.SINCE]) == "“since”"


def test_the_index_names_every_model_and_the_description(client) -> None:
    for path in ("/api/v1", "/api/v1/"):
        found = client.get(path).json()
        assert [each["name"] for each in found["models"]] == [
            noun.replace("_", "-") for noun in MODELS
        ]
        for each in found["models"]:
            assert client.get(each["address"]).status_code == 200
            assert set(each["title"]) == {"en", "zh"}
        assert client.get(found["description"]).status_code == 200


def test_two_days_have_two_answers() -> None:
    first = api.answer("credit_record", (), date(2026, 11, 25))
    assert first == api.answer("credit_record", (), date(2026, 11, 25))
    assert first != api.answer("credit_record", (), date(2026, 11, 26))
