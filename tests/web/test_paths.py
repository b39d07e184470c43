"""The positions of a slider over HTTP: any server makes them from their address."""

import asyncio
import json
from collections import Counter
from datetime import timedelta
from itertools import cycle
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from after_overdue import clock
from after_overdue.cases.json_bytes import json_bytes
from after_overdue.cases.locale import Locale
from after_overdue.cases.moves import WIDTHS_AT, drawn_moves, moves_address
from after_overdue.cases.paths import PATHS
from after_overdue.cases.view import View
from after_overdue.catalog.files import LANGUAGES
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.sharing.asked_paths import AskedPaths, asked_paths
from after_overdue.web import paths
from after_overdue.web.paths import packed
from tests.loops import run
from tests.models.test_registry import ANOTHER_CASE


def drawn(noun: str, given=None, language: str = "en") -> View:
    values, _ = PAGE_MODELS[noun].read(given or {}, clock.today())
    return picture(noun, values, clock.today(), Locale(language))


def changed(address: str, **other: str | None) -> str:
    """An address with other parameters; those that are None are left out."""
    split = urlsplit(address)
    texts = {**dict(parse_qsl(split.query)), **other}
    kept = {name: text for name, text in texts.items() if text is not None}
    return f"{split.path}?{urlencode(kept)}"


@pytest.mark.parametrize(("noun", "language"), [*zip(PAGE_MODELS, cycle(LANGUAGES))])
def test_the_address_of_a_picture_gives_every_position_of_its_slider(
    client, noun: str, language: str
) -> None:
    here = drawn(noun, ANOTHER_CASE[noun], language)
    for address, made in (
        (here.paths_address, here.paths()),
        *((moves_address(here, each), drawn_moves(here, each)) for each in WIDTHS_AT),
    ):
        found = client.get(address)
        assert found.status_code == 200, found.text
        assert found.json() == json.loads(json_bytes(made))


@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_whatever_may_be_chosen_has_positions_that_can_be_had(noun: str) -> None:
    """No setting of a page makes an address that a server would refuse."""
    inputs = PAGE_MODELS[noun].inputs_on(clock.today())
    for name, each in inputs.items():
        ends = each.options or (each.write(each.low), each.write(each.high))
        if each.kind == "flag":
            ends = ("yes", "no")
        for end in ends:
            address = drawn(noun, {name: [end]}).paths_address
            given = {name: [text] for name, text in parse_qsl(urlsplit(address).query)}
            assert asked_paths(PATHS, noun, given, clock.today()).noun == noun


def test_any_cache_may_keep_them_for_ever(client) -> None:
    found = client.get(drawn("apr").paths_address)
    assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert found.headers["vary"] == "accept-encoding"
    assert "set-cookie" not in found.headers


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_they_are_packed_as_a_reader_takes_them(client, encoding: str) -> None:
    address = drawn("credit_lag").paths_address
    found = client.get(address, headers={"accept-encoding": encoding})
    assert found.headers.get("content-encoding", "identity") == encoding
    assert found.json()["slider_texts"]


def test_they_are_made_once_however_the_address_is_written(client) -> None:
    packed.cache_clear()
    address = drawn("apr").paths_address
    path, _, query = address.partition("?")
    backwards = "&".join(reversed(query.split("&")))
    default = changed(address, amount=None)
    hyphens = path.upper().replace("/PATHS", "/paths")
    for each in (address, f"{path}?{backwards}", default, f"{hyphens}?{query}"):
        assert client.get(each).status_code == 200
    assert packed.cache_info().misses == 1


def test_a_crowd_that_asks_at_once_has_them_made_once(monkeypatch) -> None:
    made: Counter[str] = Counter()

    def counted(asked: AskedPaths, encoding: str) -> bytes:
        made[encoding] += 1
        return b"{}"

    async def crowd() -> list[bytes]:
        asked = AskedPaths(PATHS, "apr", "en", clock.today(), ())
        all_of_them = (paths._packed_once(asked, "br") for _ in range(30))
        return await asyncio.gather(*all_of_them)

    monkeypatch.setattr(paths, "packed", counted)
    assert run(crowd()) == [b"{}"] * 30
    assert made == {"br": 1}


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"nonsense": "1"}, "nonsense (“1”) is not a setting here"),
        ({"amount": "lots"}, "amount is “lots”, which is not a number"),
        ({"lang": "fr"}, "lang is “fr”, which is unknown; allowed is en, zh"),
        ({"lang": None}, "lang is “”, which is unknown; allowed is en, zh"),
        ({"release": "older"}, "release is “older”, which is unknown; allowed is"),
        ({"on_day": None}, "on_day is “”, which is unknown; allowed is"),
        ({"v": "99"}, "v is “99”, which is no version of a link"),
    ],
)
def test_what_no_page_asks_is_refused_in_a_sentence(
    client, other, message: str
) -> None:
    found = client.get(changed(drawn("apr").paths_address, **other))
    assert found.status_code == 422
    assert found.text.startswith(message)
    assert found.text.count("\n") == 1
    assert found.headers["cache-control"] == "no-store"


def test_a_parameter_given_twice_is_refused(client) -> None:
    address = drawn("apr").paths_address
    for twice in ("amount=1000", "lang=en", "on_day=2026-11-29"):
        assert client.get(f"{address}&{twice}").status_code == 422


@pytest.mark.parametrize(
    ("days", "status"), [(-2, 422), (-1, 200), (0, 200), (1, 200), (2, 422)]
)
def test_the_days_beside_today_are_answered_and_no_others(
    client, days: int, status: int
) -> None:
    day = (clock.today() + timedelta(days=days)).isoformat()
    address = changed(drawn("credit_lag").paths_address, on_day=day)
    assert client.get(address).status_code == status


def test_a_refusal_is_told_in_the_language_asked_for(client) -> None:
    address = changed(drawn("apr", language="zh").paths_address, nonsense="1")
    assert client.get(address).text.startswith("nonsense（“1”）不是这里的设置")


def test_paths_of_a_figure_that_there_is_not_are_told(client) -> None:
    found = client.get("/paths/nothing?lang=en")
    assert found.status_code == 404
    assert "There is no figure “nothing” here; allowed is three_clocks" in found.text
