"""Permalinks: every old link opens as it did, and says what has changed since."""

import csv
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.cases.inputs import Input
from after_overdue.cases.locale import Locale
from after_overdue.cases.model import Model
from after_overdue.cases.permalinks import VERSION, read_link
from after_overdue.catalog import permalinks as catalog
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.parameters import parameters, value_of
from after_overdue.catalog.permalinks import Permalinks, permalink_problems
from after_overdue.cli import main
from after_overdue.models.registry import MODELS, PAGE_MODELS, picture
from after_overdue.sharing.embed import read_embed
from after_overdue.web.routes import routes

TODAY = date(2026, 11, 25)
LATER = date(2028, 1, 1)
NEW = {"en": "New.", "zh": "新。"}
TABLE = Path(__file__).parent / "old_links.csv"
FUTURE = {
    "versions": {
        1: {"since": date(2026, 11, 25)},
        2: {
            "since": date(2027, 3, 1),
            "changed": {
                "score_recovery": {"en": "A reading is gone.", "zh": "少了一种说法。"}
            },
        },
        3: {
            "since": date(2027, 6, 1),
            "changed": {
                "apr": {"en": "Fees start at half.", "zh": "手续费从一半起。"},
                "score_recovery": {"en": "It starts at 24.", "zh": "从24个月起。"},
            },
        },
    },
    "renamed": {"score_recovery": {"lost": "points_lost"}},
}


def table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def years_later(monkeypatch) -> Permalinks:
    """Two versions on, with one input renamed."""
    links = Permalinks.model_validate(FUTURE)
    monkeypatch.setattr(catalog, "permalinks", lambda: links)
    return links


@pytest.mark.parametrize("row", table(), ids=lambda row: row["link"][:60])
def test_an_old_link_opens_as_it_did(row: dict[str, str]) -> None:
    address = urlsplit(row["link"])
    page = PAGE_MODELS[address.path.strip("/")]
    given = parse_qs(address.query)
    del given["lang"]
    values, refusals = page.read(given, TODAY)
    assert refusals == []
    inputs = page.inputs_on(TODAY)
    promised = dict(each.split("=") for each in row["opens_as"].split())
    assert {name: inputs[name].write(values[name]) for name in promised} == promised


def test_the_table_has_links_to_every_page() -> None:
    assert {urlsplit(row["link"]).path.strip("/") for row in table()} == set(MODELS)


@pytest.mark.parametrize("noun", MODELS)
def test_the_link_of_a_picture_brings_it_back(noun: str) -> None:
    page = PAGE_MODELS[noun]
    values, _ = page.read({}, TODAY)
    drawn = picture(noun, values, TODAY, Locale("zh"))
    link = drawn.link
    assert link.pop("lang") == "zh"
    assert link[VERSION] == str(catalog.permalinks().newest)
    again, refusals = page.read({name: [text] for name, text in link.items()}, LATER)
    assert refusals == []
    assert {**values, **drawn.resolved} == again


@pytest.mark.usefixtures("years_later")
def test_a_renamed_setting_keeps_its_old_name() -> None:
    for name in ("lost", "points_lost", "points-lost"):
        values, refusals = MODELS["score_recovery"].read({name: ["33"]}, TODAY)
        assert (values["points_lost"], refusals) == (33, [])


@pytest.mark.usefixtures("years_later")
def test_a_setting_given_under_both_its_names_is_told() -> None:
    given = {"lost": ["33"], "points_lost": ["44"]}
    values, (refusal,) = MODELS["score_recovery"].read(given, TODAY)
    assert (refusal.kind, refusal.given) == ("repeated", "33 44")
    assert values["points_lost"] == 44


@pytest.mark.usefixtures("years_later")
def test_an_old_link_says_what_has_changed_since() -> None:
    found = {each: read_link("score_recovery", {VERSION: ["1"]}) for each in LANGUAGES}
    assert found["en"].notice(Locale("en")) == (
        "This link was made before 1 March 2027. What has changed on this page since: "
        "A reading is gone. It starts at 24."
    )
    assert found["zh"].notice(Locale("zh")) == (
        "这个链接是2027年3月1日以前生成的。此后本页的变化：少了一种说法。从24个月起。"
    )


@pytest.mark.usefixtures("years_later")
@pytest.mark.parametrize(
    ("noun", "version", "message"),
    [
        ("score_recovery", "2", "since: It starts at 24."),
        ("apr", "1", "since: Fees start at half."),
        ("credit_lag", "1", "Nothing on this page has changed since."),
        ("score_recovery", "3", ""),
    ],
)
def test_only_what_changed_on_this_page_is_told(noun, version, message) -> None:
    said = read_link(noun, {VERSION: [version]}).notice(Locale("en"))
    assert said.endswith(message) and bool(said) == bool(message)


def test_a_link_without_a_version_is_one_of_today() -> None:
    assert read_link("apr", {"months": ["12"]}).notice(Locale("en")) == ""


@dataclass(frozen=True)
class Changed(Model):
    """A model of which one input has changed."""

    changed: Input | None = None

    def inputs_on(self, today: date) -> dict[str, Input]:
        changed = {self.changed.name: self.changed} if self.changed else {}
        return {**super().inputs_on(today), **changed}


@pytest.mark.usefixtures("years_later")
def test_a_value_that_an_old_link_lacks_is_as_it_started_then() -> None:
    months = parameters()["score_recovery.months"]
    (first,) = months.values.values()
    changed = months.model_copy(
        update={
            "values": {
                **months.values,
                date(2027, 6, 1): first.model_copy(update={"value": 24}),
            }
        }
    )
    now = value_of("score_recovery.months", changed, LATER)
    usual = MODELS["score_recovery"]
    declared = {each.name: getattr(usual, each.name) for each in fields(usual)}
    model = Changed(**declared, changed=Input("months", now))
    opened = {
        version: model.read({VERSION: [version]}, LATER)[0]["months"]
        for version in ("1", "2", "3")
    }
    assert opened == {"1": first.value, "2": first.value, "3": 24}
    assert model.read({VERSION: ["1"], "months": ["36"]}, LATER)[0]["months"] == 36


@pytest.mark.usefixtures("years_later")
def test_a_setting_that_is_newer_than_a_link_is_as_it_starts_today() -> None:
    months = parameters()["score_recovery.months"]
    (first,) = months.values.values()
    newer = months.model_copy(update={"values": {date(2027, 6, 1): first}})
    now = Input("months", value_of("score_recovery.months", newer, LATER))
    link = read_link("score_recovery", {VERSION: ["1"]})
    assert link.filled({"months": now}) == {}


@pytest.mark.usefixtures("years_later")
def test_an_embed_says_what_has_changed_since() -> None:
    given = {VERSION: ["2"], "lost": ["33"], "controls": ["lost,months"]}
    found = read_embed("score_recovery", given, TODAY, Locale("en"))
    assert [each.endswith("since: It starts at 24.") for each in found.notes] == [True]
    assert found.controls == ("points_lost", "months")
    assert found.drawn.settings["points_lost"] == "33"


@pytest.mark.usefixtures("years_later")
def test_json_reads_a_link_as_the_pages_do() -> None:
    with TestClient(Starlette(routes=routes)) as client:
        found = client.get("/api/v1/score-recovery?v=2&lost=33")
    assert found.json()["inputs"]["points_lost"] == 33


def test_the_command_line_reads_a_link_as_the_pages_do(years_later, capsys) -> None:
    status = main(["score-recovery", "--v", "2", "--lost", "33", "--format", "csv"])
    printed = capsys.readouterr()
    assert status == 0
    assert printed.out.startswith("month,date,schedule")
    assert "617" in printed.out
    assert "It starts at 24." in printed.err


def test_old_names_and_versions_break_no_rule_of_ours() -> None:
    links = catalog.permalinks()
    assert list(permalink_problems(links, parameters())) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"versions": {2: {"since": TODAY}}}, "AO-601"),
        ({"versions": {1: {"since": TODAY}, 2: {"since": LATER}}}, "AO-601"),
        (
            {
                "versions": {
                    1: {"since": LATER},
                    2: {
                        "since": TODAY,
                        "changed": {"apr": {"en": "New.", "zh": "新。"}},
                    },
                }
            },
            "AO-601",
        ),
        ({"renamed": {"apr": {"sum": "amount", "months": "amount"}}}, "AO-602"),
        ({"renamed": {"apr": {"sum": "total"}}}, "AO-602"),
    ],
)
def test_permalinks_that_would_mislead_are_refused(changes: dict, rule: str) -> None:
    links = Permalinks.model_validate(FUTURE | changes)
    assert [each.rule for each in permalink_problems(links, parameters())] == [rule]


@pytest.mark.parametrize("version", ["0", "99", "-1", "soon", "", "1.0"])
def test_a_version_that_no_link_has_is_refused(version: str) -> None:
    _, refusals = MODELS["apr"].read({VERSION: [version]}, TODAY)
    assert [each.kind for each in refusals] == ["not_a_version"]
