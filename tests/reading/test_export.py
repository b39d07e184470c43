"""Export: the reading pages as a folder, whole and by itself."""

from datetime import date
from pathlib import Path

import pytest

from after_overdue.cli import main
from after_overdue.errors import InputError
from after_overdue.reading import explore_page
from after_overdue.reading import export as exporting
from after_overdue.reading.export import export
from after_overdue.reading.links import Links, file_of
from after_overdue.reading.site import figure_script, html_of, page_of

TODAY = date(2026, 11, 25)
FEW = ["en/", "zh/", "en/questions/what-is-credit", "zh/questions/what-is-credit"]


@pytest.fixture
def few_pages(monkeypatch) -> None:
    """As if the guide had few pages."""
    monkeypatch.setattr(exporting, "page_names", lambda: FEW)
    monkeypatch.setattr(explore_page, "MODELS", ["limitation"])


def written(folder: Path) -> set[str]:
    return {
        each.relative_to(folder).as_posix()
        for each in folder.rglob("*")
        if each.is_file()
    }


def test_a_folder_has_every_page_its_figure_and_what_they_load(
    tmp_path, few_pages
) -> None:
    count = export(tmp_path / "site", address="", today=TODAY)
    names = written(tmp_path / "site")
    assert len(names) == count
    assert {file_of(name) for name in FEW} <= names
    assert "en/questions/what-is-credit.figure.js" in names
    assert {"index.html", "404.html"} <= names
    loaded = {each.partition(".")[0] for each in names if "assets/" in each}
    assert loaded - {each for each in loaded if "icon" in each} == {
        "assets/reading",
        "assets/search",
        "assets/keep",
        "assets/explore",
    }
    assert {"en/app.webmanifest", "zh/worker.js"} <= names
    assert {"en/search.html", "zh/search.html"} <= names
    assert "sitemap.xml" not in names


def test_a_file_is_what_the_site_writes(tmp_path, few_pages) -> None:
    address = "https://school.example/guide"
    export(tmp_path, address=f"{address}/", today=TODAY)
    page = page_of("zh/questions/what-is-credit", Links(address, True), TODAY)
    text = (tmp_path / "zh/questions/what-is-credit.html").read_text("utf-8")
    assert text == html_of(page)
    assert f'href="{address}/credit_lag?' in text
    script = tmp_path / "zh/questions/what-is-credit.figure.js"
    assert script.read_text("utf-8") == figure_script(page)


def test_an_address_brings_the_sitemap_and_what_robots_may_read(
    tmp_path, few_pages
) -> None:
    export(tmp_path, address="https://guide.example", today=TODAY)
    assert "https://guide.example/sitemap.xml" in (tmp_path / "robots.txt").read_text()
    sitemap = (tmp_path / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://guide.example/read/zh/</loc>" in sitemap


def test_exporting_again_replaces_and_deletes_nothing(tmp_path, few_pages) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("kept")
    (tmp_path / "index.html").write_text("old")
    export(tmp_path, address="", today=TODAY)
    assert mine.read_text() == "kept"
    assert (tmp_path / "index.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    "address", ["guide", "ftp://a.example", "https://a.example/?x", "https://a b"]
)
def test_an_address_that_is_none_is_refused(tmp_path, address) -> None:
    with pytest.raises(InputError, match=r"--address is .* write one such as https://"):
        export(tmp_path, address=address, today=TODAY)


def test_a_folder_that_is_a_file_is_refused(tmp_path, few_pages) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    with pytest.raises(InputError, match=r"cannot be written .* name another folder"):
        export(taken, address="", today=TODAY)


def test_the_command_says_how_much_it_wrote_and_where(
    tmp_path, few_pages, capsys
) -> None:
    assert main(["export", str(tmp_path)]) == 0
    text = capsys.readouterr().out
    count = len(written(tmp_path))
    assert (
        text
        == f"{count} files written to {tmp_path}. Open {tmp_path / 'index.html'}.\n"
    )


def test_the_command_refuses_in_one_sentence(tmp_path, capsys) -> None:
    assert main(["export", str(tmp_path), "--address", "guide"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
