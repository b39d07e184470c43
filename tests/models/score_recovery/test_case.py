"""The score-recovery command: the vectors, the shape of its JSON, and refusals."""

import csv
import io
import json

import pytest

from after_overdue import clock
from after_overdue.cli import main

READINGS = ["schedule", "schedule_from_26", "restored", "re_evaluated", "not_for_now"]


@pytest.fixture
def ask(capsys):
    def asked(*options: str) -> dict:
        assert main(["score-recovery", "--format", "json", *options]) == 0
        return json.loads(capsys.readouterr().out)

    return asked


@pytest.fixture
def refused(capsys):
    def asked(*options: str) -> str:
        try:
            status = main(["score-recovery", *options])
        except SystemExit as stop:
            status = stop.code
        printed = capsys.readouterr()
        assert status == 2
        assert printed.out == ""
        return printed.err.strip()

    return asked


def test_the_starting_case_is_back_in_month_forty(ask) -> None:
    found = ask("--repaired-in", "2026-03")
    assert found["summary"]["schedule"] == {"back_in_month": 40, "back_on": "2029-07"}
    assert found["summary"]["schedule_from_26"]["back_in_month"] == 41
    assert found["summary"]["restored"] == {"back_in_month": 0, "back_on": "2026-03"}
    for name in ("re_evaluated", "not_for_now"):
        assert found["summary"][name] == {"back_in_month": None, "back_on": None}
    assert found["summary"]["credit_record_deleted_in"] == "2031-03"


def test_the_month_back_is_not_cut_off_by_the_horizon(ask) -> None:
    found = ask("--points-lost", "120", "--months", "12")
    assert found["summary"]["schedule"]["back_in_month"] == 60
    assert len(found["rows"]) == 13


def test_nought_points_lost_are_back_in_month_nought(ask) -> None:
    summary = ask("--points-lost", "0")["summary"]
    assert [summary[name]["back_in_month"] for name in READINGS] == [0] * 5


def test_a_row_has_month_date_and_one_column_a_reading(ask) -> None:
    rows = ask("--repaired-in", "2026-11")["rows"]
    assert list(rows[0]) == ["month", "date", *READINGS]
    assert rows[25]["date"] == "2028-12"
    assert rows[25]["schedule"] == 605
    assert rows[25]["schedule_from_26"] == 603


def test_late_months_add_quantiles_and_the_chance(ask) -> None:
    rows = ask("--on-time-share", "0.9")["rows"]
    assert list(rows[0])[-4:] == ["p10", "p50", "p90", "chance_back"]
    assert [rows[1][name] for name in ("p10", "p50", "p90")] == [570, 590, 590]


def test_only_the_readings_asked_for_are_answered(ask) -> None:
    found = ask("--readings", "restored,schedule")
    assert list(found["rows"][0]) == ["month", "date", "schedule", "restored"]
    assert "not_for_now" not in found["summary"]


def test_the_inputs_say_what_was_asked(ask) -> None:
    inputs = ask("--score-before", "700", "--relapse-month", "20")["inputs"]
    assert inputs["score_before"] == inputs["target"] == 700
    assert inputs["relapse_month"] == 20
    assert inputs["repaired_in"] == f"{clock.today():%Y-%m}"


def test_the_sources_can_be_judged_and_found(ask) -> None:
    sources = {source["id"]: source for source in ask()["sources"]}
    assert sources["credit-reporting-regulation"]["grade"] == "A"
    assert sources["article"]["pin"] == "L5"


def test_the_csv_has_the_rows_of_the_json(ask, capsys) -> None:
    rows = ask("--months", "24")["rows"]
    assert main(["score-recovery", "--months", "24", "--format", "csv"]) == 0
    printed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert printed == [{key: str(each) for key, each in row.items()} for row in rows]


def test_the_table_names_inputs_and_answers(capsys) -> None:
    assert main(["score-recovery", "--months", "12"]) == 0
    printed = capsys.readouterr().out
    assert "points_lost: 60" in printed
    assert "schedule: back_in_month 40" in printed


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--points-lost", "201"], "--points-lost is 201; allowed is 0 to 200."),
        (["--points-lost", "-1"], "--points-lost is -1; allowed is 0 to 200."),
        (["--points-lost", "6.5"], "must be a whole number from 0 to 200."),
        (["--points-lost", "many"], "“many”, which is not a number"),
        (["--points-lost", ""], "was left empty; write a number"),
        (["--score-before", "349"], "--score-before is 349; allowed is 350 to 950."),
        (["--score-before", "nan"], "“nan”, which is not a number"),
        (
            ["--on-time-share", "98"],
            "allowed is 0.5 to 1 (98 per cent is written 98%).",
        ),
        (["--on-time-share", "inf"], "“inf”, which is not a share"),
        (["--repaired-in", "2026-13"], "“2026-13”, which is not a month"),
        (["--repaired-in", "1999-12"], "allowed is 2000-01 to 2099-12."),
        (["--readings", "magic"], "“magic”, which is unknown; allowed is schedule"),
        (["--months", "121"], "--months is 121; allowed is 12 to 120."),
        (["--relapse-month", "73"], "after the last month shown; allowed is 1 to 72."),
        (["--target", "951"], "--target is 951; allowed is 350 to 950."),
        (["--points-lost", "1", "--points-lost", "2"], "given more than once"),
        (["--points-lots", "1"], "did you mean --points-lost"),
        (["--format", "xml"], "--format is xml; allowed are table, csv, json."),
        (["--points-lost"], "expected one argument."),
    ],
)
def test_a_bad_option_gets_one_sentence(refused, options, words) -> None:
    said = refused(*options)
    assert words in said
    assert len(said.splitlines()) == 1


def test_an_unknown_command_gets_one_sentence(capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["score-recover"])
    assert stop.value.code == 2
    assert "invalid choice: 'score-recover'" in capsys.readouterr().err


def test_help_gives_unit_range_and_default(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["score-recovery", "--help"])
    printed = " ".join(capsys.readouterr().out.split())
    assert "Points lost; in points; from 0 to 200; default 60" in printed
