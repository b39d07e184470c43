"""The command ``check``: what it prints, and how it ends."""

import shutil
from pathlib import Path

import pytest

from after_overdue import clock
from after_overdue.cli import main

GOOD = Path(__file__).parent / "broken" / "good"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The good folder, reviewed so lately that no day of the test run is too late."""
    folder = Path(shutil.copytree(GOOD, tmp_path / "content"))
    for path in (folder / "questions").iterdir():
        text = path.read_text("utf-8")
        path.write_text(text.replace("2026-01-15", clock.today().isoformat()), "utf-8")
    return folder


def test_a_good_folder_ends_with_its_counts_and_no_problems(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(content)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed == [
        "2 claims, 1 fact, 1 contradiction, 2 questions, 2 quiz questions, "
        "1 lesson, 2 glossary terms, 4 parameters, 2 sources, 2 events, 2 languages: "
        "no problems."
    ]


def test_a_broken_folder_is_told_and_fails(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "terms.yaml").unlink()
    assert main(["check", str(content)]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("content/terms.yaml: is missing.")
    assert printed[0].endswith("[AO-415]")
    assert printed[-1].endswith(": 1 problem.")


def test_a_folder_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "is not a folder." in capsys.readouterr().out


def test_an_empty_folder_is_told_file_by_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    for name in ("claims", "facts", "glossary", "sources", "interface.en"):
        assert f"content/{name}.yaml: is missing." in printed
