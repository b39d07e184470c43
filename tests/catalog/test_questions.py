"""Questions: what a file holds, and what is refused."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from after_overdue.catalog.questions import Figure, questions, read_question
from after_overdue.errors import ContentError

GOOD = Path(__file__).parents[1] / "broken" / "good"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


def refusal(content: Path, old: str, new: str, name: str = "late-mark.en.md") -> str:
    path = content / "questions" / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError) as caught:
        read_question(path, content)
    return str(caught.value)


def test_a_question_has_the_keys_of_its_front_matter_and_a_text() -> None:
    question = questions("en", GOOD)["late-mark"]
    assert question.title == "Does a late mark go away?"
    assert question.article == ["S1", "S2"]
    assert question.claims == {"fixed-term": ["record-rules#art-3"]}
    assert question.reviewed == date(2026, 1, 15)
    assert question.text.startswith("The credit record must")
    assert question.text.endswith("the clock starts.")


def test_each_language_has_its_own_words() -> None:
    assert questions("zh", GOOD)["late-mark"].title == "逾期记录会消失吗？"
    assert questions("zh", GOOD).keys() == questions("en", GOOD).keys()


def test_windows_line_ends_and_marks_are_read_alike(content: Path) -> None:
    path = content / "questions" / "late-mark.en.md"
    expected = read_question(path, content)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_question(path, content) == expected


def test_settings_stand_as_the_address_holds_them() -> None:
    settings = {
        "kind": "loan",
        "amount": 1500,
        "rate": 0.12,
        "on": date(2026, 5, 20),
        "waived": True,
    }
    figure = Figure(page="apr", settings=settings)
    assert figure.address == {
        "kind": "loan",
        "amount": "1500",
        "rate": "0.12",
        "on": "2026-05-20",
        "waived": "yes",
    }


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("---\n", "", "has no front matter"),
        ("\n---\n\n", "\n", "has no front matter"),
        ("topic: credit-record", "topic: tips", "'topic' (it is 'tips')"),
        ("topic: credit-record\n", "", "'topic': field required."),
        ("reviewed: 2026-01-15", 'reviewed: "soon"', "'reviewed' (it is 'soon')"),
        ("[late-score]", "[a, b, c, d]", "'related' (it is ['a', 'b', 'c', 'd'])"),
        ('["record-rules#art-3"]', "[]", "'claims.fixed-term' (it is [])"),
        ("points_lost: 60", "points_lost: [60]", "'figure.settings.points_lost."),
        ("topic:", "slug: other\ntopic:", "'slug' (it is 'other')"),
        ("topic:", "title: Twice?\ntopic:", "line 5, key 'title' stands twice."),
    ],
)
def test_a_malformed_question_is_told_by_file_and_key(
    content: Path, old: str, new: str, sentence: str
) -> None:
    message = refusal(content, old, new)
    assert message.startswith("content/questions/late-mark.en.md: ")
    assert sentence in message


@pytest.mark.parametrize("name", ["late-mark.md", "Late_Mark.en.md", "notes.txt"])
def test_a_file_that_is_named_otherwise_is_refused(content: Path, name: str) -> None:
    path = content / "questions" / name
    path.touch()
    with pytest.raises(ContentError, match="is not named as a question"):
        read_question(path, content)


def test_every_malformed_question_is_told_at_once(content: Path) -> None:
    for path in (content / "questions").glob("late-mark.*"):
        path.write_text("nothing")
    with pytest.raises(ContentError) as caught:
        questions("en", content)
    assert len(caught.value.problems) == 2
