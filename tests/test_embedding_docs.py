"""What a trainer follows: the same steps in both languages, complete, with pictures."""

import re
from pathlib import Path

import pytest

from after_overdue.catalog.interface import words
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.sharing.embed import CONTROLS, SIZE, SLIDE, THEME, THEMES
from after_overdue.sharing.frame import HOST_SCRIPT, WHOLE_PAGES

DOCS = Path(__file__).parents[1] / "docs"
GUIDES = {"en": DOCS / "embedding.md", "zh": DOCS / "embedding.zh.md"}
LARGEST_PICTURE = 150_000
PICTURE = re.compile(r"!\[([^\]]+)\]\((pictures/[^)]+)\)")


@pytest.mark.parametrize("language", GUIDES)
def test_every_parameter_and_page_of_an_embed_is_told(language: str) -> None:
    text = GUIDES[language].read_text("utf-8")
    for name in (CONTROLS, THEME, SIZE, SLIDE, *THEMES, *PAGE_MODELS, *WHOLE_PAGES):
        assert f"`{name}`" in text


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_names_the_buttons_as_they_are(language: str) -> None:
    text, texts = GUIDES[language].read_text("utf-8"), words("share", language)
    for name in ("share", "figure", "slide", "page", "png", "qr_save", "handout"):
        assert f"**{texts[name]}**" in text


def test_both_languages_show_the_same_pictures() -> None:
    named = {
        language: [path for _, path in PICTURE.findall(guide.read_text("utf-8"))]
        for language, guide in GUIDES.items()
    }
    assert [path.replace(".zh.", ".") for path in named["zh"]] == named["en"]


def test_what_is_taken_away_is_told_alike_in_both_languages() -> None:
    english, chinese = (DOCS / f"take-away{end}.md" for end in ("", ".zh"))
    written, told_zh = english.read_text("utf-8"), chinese.read_text("utf-8")
    assert f"({chinese.name})" in written
    assert f"({english.name})" in told_zh
    alike = re.compile(r"\]\(([^)#]+)\)|^(\||- |\d\. |##? )|`(\w+)\.(?:en|zh)\.", re.M)
    linked = re.sub(r"(embedding|lessons)\.zh", r"\1", told_zh)
    shapes = [
        [found for found in alike.findall(text) if "take-away" not in found[0]]
        for text in (written, linked)
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize(
    "path", sorted((DOCS / "pictures").iterdir()), ids=lambda path: path.name
)
def test_a_picture_is_shown_and_light(path: Path) -> None:
    guides = [*DOCS.glob("*.md"), DOCS.parent / "README.md"]
    shown = "".join(guide.read_text("utf-8") for guide in guides)
    assert f"pictures/{path.name}" in shown
    assert path.stat().st_size < LARGEST_PICTURE


def test_the_script_of_a_host_page_is_where_its_code_says() -> None:
    name = HOST_SCRIPT.rpartition("/")[2]
    script = DOCS.parent / "after_overdue/web/assets" / name
    assert "postMessage" not in script.read_text("utf-8")
