"""The guides about classes: the same claims in both languages, linked both ways."""

import re
from pathlib import Path

import pytest

from after_overdue.catalog.interface import words

DOCS = Path(__file__).parents[1] / "docs"
GUIDES = ["class", "class-board", "lessons"]
CODE = re.compile(r"`([^`\n]+)`")
HEADING = re.compile(r"^#+ ", re.MULTILINE)
ROW = re.compile(r"^\|", re.MULTILINE)


def text_of(guide: str, language: str) -> str:
    name = f"{guide}.md" if language == "en" else f"{guide}.{language}.md"
    return (DOCS / name).read_text("utf-8")


@pytest.mark.parametrize("guide", GUIDES)
def test_both_languages_name_the_same_settings_files_and_steps(guide: str) -> None:
    en, zh = (set(CODE.findall(text_of(guide, language))) for language in ("en", "zh"))
    assert en == zh


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("mark", [HEADING, ROW], ids=["headings", "rows"])
def test_both_languages_have_the_same_parts(guide: str, mark: re.Pattern[str]) -> None:
    en, zh = (len(mark.findall(text_of(guide, language))) for language in ("en", "zh"))
    assert en == zh > 0


@pytest.mark.parametrize("guide", GUIDES)
def test_each_language_leads_to_the_other(guide: str) -> None:
    assert f"[中文]({guide}.zh.md)" in text_of(guide, "en")
    assert f"[English]({guide}.md)" in text_of(guide, "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_guide_of_the_board_names_buttons_as_they_are(language: str) -> None:
    texts, guide = words("class_session", language), text_of("class-board", language)
    for name in ("reveal", "next", "csv", "summary"):
        assert texts[name] in guide
    for name in ("waiting", "open", "closed", "revealed"):
        assert texts[f"phase_{name}"] in guide
