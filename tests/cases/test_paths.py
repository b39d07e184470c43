"""The address of paths: all that they depend on, and nothing else."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from after_overdue.cases.paths import PATHS, paths_address
from after_overdue.cases.release import PARTS, name_of, release
from after_overdue.catalog.permalinks import permalinks

TODAY = date(2026, 11, 29)
FILES = {"a.py": b"1", "b.yaml": b"2"}


def test_an_address_says_language_day_release_and_every_setting() -> None:
    settings = {"months": "24", "amount": "7777", "settle_after": ""}
    path, query = urlsplit(paths_address(PATHS, "apr", "zh", TODAY, settings))[2:4]
    assert path == "/paths/apr"
    assert parse_qs(query) == {
        "lang": ["zh"],
        "on_day": ["2026-11-29"],
        "release": [release()],
        "v": [str(permalinks().newest)],
        "amount": ["7777"],
        "months": ["24"],
    }


def test_the_order_of_settings_does_not_matter() -> None:
    one, other = (
        paths_address(PATHS, "apr", "en", TODAY, settings)
        for settings in (
            {"months": "24", "amount": "7777"},
            {"amount": "7777", "months": "24"},
        )
    )
    assert one == other


def named(folder: Path, files: dict[str, bytes]) -> str:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return name_of(folder, folder.iterdir())


def test_the_same_files_have_the_same_name_wherever_they_lie(tmp_path) -> None:
    assert named(tmp_path / "one", FILES) == named(tmp_path / "two", FILES)


@pytest.mark.parametrize(
    "other",
    [
        {"a.py": b"1", "b.yaml": b"3"},
        {"a.py": b"1", "c.yaml": b"2"},
        {"a.py": b"1"},
        {"a.py": b"12", "b.yaml": b""},
    ],
)
def test_files_that_differ_have_another_name(tmp_path, other) -> None:
    assert named(tmp_path / "one", FILES) != named(tmp_path / "two", other)


def test_a_release_is_named_by_code_content_and_libraries() -> None:
    found = {path.name for root, part in PARTS for path in root.glob(part)}
    assert {"paths.py", "interface.zh.yaml", "requirements.txt"} <= found
