"""The timeline of consumer credit: our own entries, and what a broken one says."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from after_overdue.catalog.claims import claims
from after_overdue.catalog.facts import facts
from after_overdue.catalog.files import CONTENT
from after_overdue.catalog.sources import sources
from after_overdue.catalog.timeline import Event, timeline, timeline_problems
from after_overdue.errors import ContentError


def event(**changes: object) -> Event:
    standard = {
        "starts": "1856",
        "kind": "instalments",
        "status": "verified-b",
        "title": {"en": "Instalments", "zh": "分期"},
        "text": {"en": "They begin.", "zh": "开始了。"},
        "facts": ["F90"],
        "supports": [],
        "corrects": ["S62"],
        "sources": ["hbs-credit-history"],
    }
    return Event.model_validate(standard | changes)


def test_our_timeline_breaks_no_rule() -> None:
    assert list(timeline_problems(timeline(), sources())) == []


def test_every_fact_and_claim_it_names_is_in_the_ledger() -> None:
    for each in timeline().values():
        assert set(each.facts) <= facts().keys()
        assert {*each.supports, *each.corrects} <= claims().keys()


def test_instalments_stand_before_the_war_that_the_article_dates_them_after() -> None:
    events = timeline()
    article = events["after-the-war"]
    assert article.kind == "article"
    assert article.supports == ["S61", "S62"]
    for name in article.corrected_by:
        assert "S62" in events[name].corrects
        assert events[name].first_day < article.first_day


def test_general_purpose_cards_stand_after_it() -> None:
    events = timeline()
    for name in ("diners-club", "bankamericard"):
        assert events[name].first_day > events["after-the-war"].first_day


@pytest.mark.parametrize(
    ("starts", "day"),
    [
        ("1807", date(1807, 1, 1)),
        ("1985-03", date(1985, 3, 1)),
        ("2015-01-28", date(2015, 1, 28)),
    ],
)
def test_an_event_stands_on_the_first_day_it_names(starts: str, day: date) -> None:
    assert event(starts=starts).first_day == day


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ({"a": event(sources=["nowhere"])}, "cites 'nowhere'"),
        ({"a": event(corrected_by=["b"])}, "corrected by 'b'"),
        ({"a": event(starts="1958"), "b": event()}, "'b' stands after 'a' but was"),
    ],
)
def test_a_broken_timeline_says_what_is_wrong(
    events: dict[str, Event], words: str
) -> None:
    problems = list(timeline_problems(events, sources()))
    assert [words in str(problem) for problem in problems] == [True]


def test_an_entry_without_chinese_is_refused_with_its_place(tmp_path: Path) -> None:
    found = yaml.safe_load((CONTENT / "timeline.yaml").read_text("utf-8"))
    del found["huabei"]["title"]["zh"]
    (tmp_path / "timeline.yaml").write_text(yaml.safe_dump(found), "utf-8")
    with pytest.raises(ContentError, match=r"'huabei\.title\.zh'.*AO-151"):
        timeline(tmp_path)
