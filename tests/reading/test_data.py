"""The data as files: tables that any program reads, what they are, and the feed."""

import io
import json
from datetime import date
from xml.etree import ElementTree

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.tables import TABLES
from after_overdue.cli import main
from after_overdue.reading.changes import ATOM, changes
from after_overdue.reading.data import FEEDS, FILES, PACKAGE, data_file
from after_overdue.reading.links import Links
from after_overdue.web.routes import routes

TODAY = date(2026, 11, 29)
LINKS = Links("https://guide.example")
NAME = r"[a-z0-9._-]+"
KINDS = {"any", "date", "integer", "string"}


def made(name: str) -> bytes:
    return data_file(name, LINKS, TODAY)


@pytest.fixture(scope="module")
def described() -> dict:
    return json.loads(made(PACKAGE))


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_in_one_line_and_is_what_the_package_says(
    name, described
) -> None:
    [resource] = [each for each in described["resources"] if each["name"] == name]
    table = pd.read_csv(io.BytesIO(made(resource["path"])))
    fields = {each["name"]: each["type"] for each in resource["schema"]["fields"]}
    assert list(table) == list(fields)
    assert set(fields.values()) <= KINDS
    key = resource["schema"]["primaryKey"]
    assert not table[key].isna().any(axis=None)
    assert not table.duplicated(key).any()
    for column, kind in fields.items():
        if kind == "date":
            pd.to_datetime(table[column], format="%Y-%m-%d")
        assert kind != "integer" or pd.api.types.is_integer_dtype(table[column])
    rows = json.loads(made(f"{name}.json"))
    assert [each["id"] for each in rows] == table["id"].tolist()
    for language in LANGUAGES:
        assert any(column.endswith(f"_{language}") for column in table)


def test_every_number_has_each_day_from_which_it_holds() -> None:
    table = pd.read_csv(io.BytesIO(made("parameters.csv")), index_col=["id", "since"])
    assert table.loc[("credit_report.counter_fee", "2016-01-01"), "value"] == "10"


def test_the_package_names_licence_version_and_files_that_are_there(described) -> None:
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert {each["path"] for each in described["resources"]} < set(FILES)
    assert all(each["title"] for each in described["resources"])


@pytest.mark.parametrize("name", FEEDS)
def test_the_feed_tells_each_change_once_the_latest_first(name) -> None:
    root, space = ElementTree.fromstring(made(name)), {"a": ATOM}
    entries = root.findall("a:entry", space)
    days = [each.findtext("a:updated", "", space) for each in entries]
    assert days == sorted(days, reverse=True)
    assert root.findtext("a:updated", "", space) == days[0]
    ids = [each.text for each in root.iterfind(".//a:id", space)]
    assert len(ids) == len({*ids}) == len(changes(TODAY)) + 1
    assert all(each.findtext("a:title", "", space) for each in entries)


def test_a_change_is_told_from_its_day_on_and_not_before() -> None:
    sentence = "10 yuan from 1 January 2016; before, it was 25 yuan."
    for day, is_told in ((date(2016, 1, 1), True), (date(2015, 12, 31), False)):
        told = data_file("changes.en.atom", LINKS, day).decode()
        assert (sentence in told) == is_told


@pytest.mark.parametrize("name", FILES)
def test_any_page_may_ask_for_a_file_and_keep_it(client, name) -> None:
    found = client.get(f"/data/{name}")
    assert found.status_code == 200
    assert found.headers["access-control-allow-origin"] == "*"
    again = client.get(
        f"/data/{name}", headers={"if-none-match": found.headers["etag"]}
    )
    assert again.status_code == 304
    assert client.get("/data/nothing.csv").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_data_leads_to_every_table(client, language) -> None:
    page = client.get("/data/", headers={"accept-language": language})
    for name in (*TABLES, PACKAGE):
        assert f'href="/data/{name.removesuffix(".json")}.' in page.text
    assert f'href="/data/changes.{language}.atom"' in page.text


def test_a_folder_has_the_data_too(tmp_path, monkeypatch) -> None:
    few = "after_overdue.reading.export.page_names"
    monkeypatch.setattr(few, lambda: ["en/data"])
    assert main(["export", str(tmp_path)]) == 0
    assert {each.name for each in (tmp_path / "data").iterdir()} == {*FILES}
    assert 'href="../data/claims.csv"' in (tmp_path / "en/data.html").read_text("utf-8")
