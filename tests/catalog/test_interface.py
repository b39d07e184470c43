"""Interface words: text in every language, with braces that can be filled in."""

from pathlib import Path

import pytest

from after_overdue.catalog.interface import interface, words
from after_overdue.errors import ContentError


def written(folder: Path, text: str) -> Path:
    (folder / "interface.en.yaml").write_text(text, "utf-8")
    return folder


def test_words_are_found_by_their_dotted_key(tmp_path: Path) -> None:
    content = written(tmp_path, "site: {name: After Overdue}\nhome: {title: Start}\n")
    assert interface("en", content)["site.name"] == "After Overdue"
    assert dict(words("home", "en", content)) == {"title": "Start"}


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("5", "is 5, not text. Write text; put quotes around it"),
        ("2026-01-15", "not text."),
        ("[a]", "not text."),
        ("null", "is None, not text."),
        ("''", "is '', not text."),
        ("yes", "is True, not text."),
        ("'Hello, {name'", "with a brace too few or too many. Write {name}, or {{"),
        ("'Hello}'", "with a brace too few or too many."),
    ],
)
def test_a_word_that_cannot_be_said_is_refused(
    tmp_path: Path, word: str, message: str
) -> None:
    with pytest.raises(ContentError) as caught:
        interface("en", written(tmp_path, f"site: {{greeting: {word}}}\n"))
    assert str(caught.value).startswith("content/interface.en.yaml: 'site.greeting' ")
    assert message in str(caught.value)
