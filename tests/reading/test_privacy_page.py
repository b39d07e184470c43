"""What the privacy page says, held against what the code does."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from after_overdue.catalog.parameters import value
from after_overdue.reading.links import Links
from after_overdue.reading.privacy_page import KEPT
from after_overdue.reading.site import html_of, page_of
from after_overdue.teaching.tables import metadata

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 25)
LANGUAGES = ("en", "zh")


def text(language: str) -> str:
    return html_of(page_of(f"{language}/privacy", Links(), TODAY))


@pytest.mark.parametrize(("language", "days"), [("en", "{} days"), ("zh", "{}天")])
def test_the_page_says_how_long_a_class_is_kept(language, days) -> None:
    assert days.format(value(KEPT, TODAY).number) in text(language)


def test_the_page_names_all_that_the_tables_keep() -> None:
    """A new column has to be told on the page before it is added here."""
    kept = {
        table.name: {column.name for column in table.columns if column.name != "id"}
        for table in metadata.sorted_tables
    }
    assert kept["learner"] == {
        "session_id",
        "token_hash",
        "nickname",
        "joined_ms",
        "removed_ms",
        "position",
        "platform_user",
    }
    assert kept["answer"] == {
        "session_id",
        "step",
        "learner_id",
        "response",
        "seq",
        "answered_ms",
        "hidden",
    }
    assert kept["class_session"] == {
        "class_id",
        "lesson",
        "join_code",
        "join_secret",
        "host_hash",
        "position",
        "phases",
        "rev",
        "opened_ms",
        "expires_ms",
        "zone",
        "asks_name",
        "ends_ms",
        "locked",
        "shown",
        "own_pace",
    }
    assert set(kept) == {
        "class_session",
        "learner",
        "answer",
        "clock",
        "lti_platform",
        "lti_login",
        "lti_link",
        "lti_grade",
    }
    assert kept["lti_login"] == {
        "state_hash",
        "nonce_hash",
        "platform_id",
        "expires_ms",
        "form",
    }
    assert kept["lti_grade"] == {
        "learner_id",
        "changed",
        "due_ms",
        "tries",
        "trouble",
        "sent_ms",
        "given",
        "most",
    }


def test_settings_are_forgotten_as_soon_as_the_page_says() -> None:
    server = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert server["server"]["disconnectedSessionTTL"] == 2 * 60
    assert "two minutes" in text("en")
    assert "两分钟" in text("zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_the_one_cookie_of_the_pages(language) -> None:
    assert "<code>_streamlit_xsrf</code>" in text(language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "This server is run by The School &lt;desk@school.example&gt;."),
        ("zh", "这台服务器由The School &lt;desk@school.example&gt;运行。"),
    ],
)
def test_who_runs_the_server_is_named_where_it_is_told(monkeypatch, language, said):
    assert said not in text(language)
    monkeypatch.setenv("OPERATOR", "The School <desk@school.example>")
    assert said in text(language)
