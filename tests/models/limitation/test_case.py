"""A case of limitation: what the command answers and what it refuses."""

import json

import pytest

from after_overdue.cli import main


def asked(capsys: pytest.CaptureFixture[str], *options: str) -> dict:
    command = ["limitation", "--due-on", "2021-05-20", *options, "--format", "json"]
    assert main(command) == 0
    return json.loads(capsys.readouterr().out)


def test_a_text_and_a_part_payment_are_answered_event_by_event(capsys) -> None:
    events = "part_payment:2025-12-01,text:2023-01-10"
    summary = asked(capsys, "--events", events)["summary"]
    assert summary["ends_on"] == "2028-12-01"
    assert summary["restarts"] == [
        {
            "kind": "text",
            "day": "2023-01-10",
            "new_end": "2026-01-10",
            "why_not": None,
        },
        {
            "kind": "part_payment",
            "day": "2025-12-01",
            "new_end": "2028-12-01",
            "why_not": None,
        },
    ]
    assert summary["mark_gone_from"] is None


def test_without_events_the_rows_hold_the_due_day_alone(capsys) -> None:
    document = asked(capsys)
    assert document["summary"]["ends_on"] == "2024-05-20"
    assert document["summary"]["restarts"] == []
    assert [row["kind"] for row in document["rows"]] == ["due"]


def test_the_mark_follows_the_payment_and_no_other_clock(capsys) -> None:
    paid = asked(capsys, "--paid-on", "2026-03-15")["summary"]
    assert paid["mark_gone_from"] == "2031-03-16"
    texted = asked(capsys, "--paid-on", "2026-03-15", "--events", "text:2024-05-20")[
        "summary"
    ]
    assert texted["mark_gone_from"] == paid["mark_gone_from"]
    assert texted["ends_on"] != paid["ends_on"]


def test_a_judgment_starts_two_years_and_a_doubled_part(capsys) -> None:
    judged = asked(
        capsys,
        *("--perform-by", "2026-03-10", "--judged", "30000"),
        *("--paid-on", "2026-09-26"),
    )["summary"]
    assert judged["enforce_until"] == "2028-03-10"
    assert round(judged["doubled_interest"], 2) == 1_050


def test_what_is_paid_on_the_due_day_has_no_mark(capsys) -> None:
    summary = asked(capsys, "--paid-on", "2021-05-20")["summary"]
    assert summary["mark_gone_from"] is None
    late = asked(capsys, "--paid-on", "2021-05-21")["summary"]
    assert late["mark_gone_from"] == "2026-05-22"


def test_an_event_after_the_payment_says_that_it_was_paid(capsys) -> None:
    paid = ("--paid-on", "2022-01-01", "--events", "text:2023-01-01")
    summary = asked(capsys, *paid)["summary"]
    assert summary["ends_on"] == "2024-05-20"
    assert summary["restarts"][0]["why_not"] == "paid"


def test_the_last_day_to_enforce_moves_past_a_weekend(capsys) -> None:
    summary = asked(capsys, "--perform-by", "2024-03-08")["summary"]
    assert summary["enforce_until"] == "2026-03-09", "8 March 2026 is a Sunday"


def test_events_may_be_left_empty(capsys) -> None:
    assert asked(capsys, "--events", "")["inputs"]["events"] is None


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--events", "text"), "--events has “text”, which is no event"),
        (("--events", "gossip:2023-01-10"), "has “gossip:2023-01-10”, which is no"),
        (("--events", "text:2023-01-10,text:2023-02-30"), "has “text:2023-02-30”"),
        (("--events", "text:1999-01-01"), "a day from 2000-01-01 to 2099-12-31"),
        (
            ("--events", ",".join(f"text:2022-01-{day:02}" for day in range(1, 23))),
            "more than 20 events",
        ),
        (("--paid-on", "2020-01-01"), "before the due date 2021-05-20"),
        (("--perform-by", "2020-01-01"), "a judgment on this debt comes later"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    capsys, options: tuple[str, ...], words: str
) -> None:
    assert main(["limitation", *options]) == 2
    text = capsys.readouterr().err
    assert words in text
    assert text.count("\n") == 1
