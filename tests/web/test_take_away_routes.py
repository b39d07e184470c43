"""Files to take home over HTTP: what they are, what is refused, and what is kept."""

import io
from datetime import date
from typing import get_args
from zipfile import ZipFile

import pandas as pd
import pytest
from PIL import Image
from pypdf import PdfReader
from starlette.testclient import TestClient

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import Topic
from after_overdue.catalog.quizzes import quizzes
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.teaching.exports.bank_files import BANK_FILES
from after_overdue.teaching.exports.lessons import lesson_titles
from after_overdue.web import take_away_routes

FILES = [
    f"/exports/{kind}.{language}.{each.ending}"
    for kind, each in BANK_FILES.items()
    for language in ("en", "zh")
]


@pytest.mark.parametrize("name", [*PAGE_MODELS, *get_args(Topic)])
def test_a_handout_is_a_page_in_the_language_asked_for(
    client: TestClient, name: str
) -> None:
    found = client.get(f"/handout/{name}.pdf?lang=zh")
    assert found.status_code == 200
    assert found.headers["content-type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(found.content))
    assert len(reader.pages) == 1
    assert words("site", "zh")["name"] in reader.pages[0].extract_text()


def test_a_handout_has_the_settings_of_its_address(client: TestClient) -> None:
    found = client.get("/handout/score-recovery.pdf?points_lost=33&lang=en")
    text = PdfReader(io.BytesIO(found.content)).pages[0].extract_text()
    assert "The score falls from 650 to 617." in text
    assert "http://testserver/score_recovery?lang=en&v=2&points_lost=33" in text


def test_the_link_on_paper_has_the_address_that_the_site_goes_by(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_ADDRESS", "https://guide.example/")
    found = client.get("/handout/apr.pdf?lang=en")
    text = PdfReader(io.BytesIO(found.content)).pages[0].extract_text()
    assert "https://guide.example/apr?lang=en" in text


def test_what_carries_the_asked_name_is_kept_by_its_reader_alone(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks next may have asked by another name than a stranger did."""
    named = ["/exports/moodle.en.xml", "/handout/apr.pdf?lang=en"]
    nameless = ["/charts/apr.svg", "/tables/apr.csv"]
    stranger = {"host": "stranger.example"}

    def whose(path: str) -> str:
        return client.get(path, headers=stranger).headers["cache-control"].split(",")[0]

    assert [whose(path) for path in named] == ["private"] * 2
    assert [whose(path) for path in nameless] == ["public"] * 2
    monkeypatch.setenv("SITE_ADDRESS", "https://guide.example")
    assert [whose(path) for path in named] == ["public"] * 2


@pytest.mark.parametrize(
    "path",
    ["/handout/apr.pdf", "/charts/apr.svg", "/charts/apr.png", "/tables/apr.csv"],
)
def test_refused_settings_get_the_sentences_of_the_json(
    client: TestClient, path: str
) -> None:
    query = "?months=9999&amount=some&lang=zh"
    found = client.get(path + query)
    received = client.get("/api/v1/apr" + query).json()["refused"]
    assert found.status_code == 422
    assert found.headers["cache-control"] == "no-store"
    assert found.text.splitlines() == [each["sentence"] for each in received]
    assert len(received) == 2


def test_a_theme_that_is_unknown_is_refused_as_the_embed_refuses_it(
    client: TestClient,
) -> None:
    found = client.get("/charts/apr.svg?theme=pink&lang=en")
    assert found.status_code == 422
    assert found.text == "theme is “pink”, which is unknown; allowed is light, dark.\n"
    assert client.get("/charts/apr.svg?theme=Dark").status_code == 200
    assert client.get("/charts/apr.svg?theme=").status_code == 200


@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_a_chart_comes_as_a_drawing_and_as_pixels(
    client: TestClient, noun: str
) -> None:
    drawing = client.get(f"/charts/{noun}.svg?lang=zh&theme=dark")
    assert drawing.headers["content-type"] == "image/svg+xml"
    assert drawing.text.startswith("<svg ")
    with Image.open(io.BytesIO(client.get(f"/charts/{noun}.png").content)) as image:
        assert image.format == "PNG"


@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_a_table_holds_the_rows_of_the_command_line(
    client: TestClient, noun: str
) -> None:
    found = client.get(f"/tables/{noun}.csv?lang=zh")
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    message = found.headers["content-disposition"]
    assert message == f'attachment; filename="after-overdue-{noun}.zh.csv"'
    values, _ = PAGE_MODELS[noun].read({}, clock.today())
    case = picture(noun, values, clock.today(), Locale("zh"))
    assert found.text == case.answer.csv()
    frame = pd.read_csv(io.BytesIO(found.content))
    assert list(frame) == list(case.answer.frame)
    notes = client.get(f"/tables/{noun}.metadata.json?lang=zh").json()
    known = case.answer.document()
    assert notes["date"] == clock.today().isoformat()
    assert {name: notes[name] for name in ("inputs", "summary", "sources")} == {
        name: known[name] for name in ("inputs", "summary", "sources")
    }


@pytest.mark.parametrize("path", FILES)
def test_the_bank_comes_in_every_format(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 200
    name = path.rpartition("/")[2]
    message = found.headers["content-disposition"]
    assert message == f'attachment; filename="after-overdue-{name}"'
    language = name.split(".")[1]
    text = found.text
    if path.endswith(".zip"):
        with ZipFile(io.BytesIO(found.content)) as archive:
            text = "".join(archive.read(each).decode() for each in archive.namelist())
    assert all(each in text for each in quizzes(language))


def test_a_topic_has_its_own_questions_only(client: TestClient) -> None:
    found = client.get("/exports/gift.en.gift?topic=credit-record").text
    of_topic = {
        each.id: each.topic == "credit-record" for each in quizzes("en").values()
    }
    assert {name: f"[id:{name}-en]" in found for name in of_topic} == of_topic


@pytest.mark.parametrize(
    ("place", "version"), [("scorm", "1.2"), ("scorm2004", "2004 4th Edition")]
)
@pytest.mark.parametrize("name", lesson_titles("en"))
def test_every_lesson_is_a_package_for_an_lms(
    client: TestClient, name: str, place: str, version: str
) -> None:
    found = client.get(f"/{place}/{name}.zh.zip")
    assert found.headers["content-type"] == "application/zip"
    with ZipFile(io.BytesIO(found.content)) as archive:
        names = set(archive.namelist())
        page = archive.read("index.html").decode()
        manifest = archive.read("imsmanifest.xml").decode()
    scripts = {"lesson.js", "lms.js"}
    assert names == {"imsmanifest.xml", "index.html", "lesson.css", *scripts}
    assert f"<schemaversion>{version}</schemaversion>" in manifest
    assert 'lang="zh"' in page


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/scorm/luck.en.zip", "protection.en.zip"),
        ("/pack/protection.en.zip", "three-clocks.en.zip"),
        ("/scorm/protection.fr.zip", "There is no “protection.fr.zip”"),
        ("/handout/nothing.pdf?lang=en", "There is no “nothing” to take away"),
        ("/charts/apr.gif", "There is no “apr.gif” to take away"),
        ("/charts/protection.svg", "score_recovery.svg"),
        ("/tables/protection.csv", "score_recovery"),
        ("/exports/gift.fr.gift", "gift.en.gift"),
        ("/exports/moodle.en.zip", "moodle.en.xml"),
        ("/exports/moodle.en.xml?topic=luck", "credit-record"),
    ],
)
def test_what_there_is_not_is_said_with_what_there_is(
    client: TestClient, path: str, message: str
) -> None:
    found = client.get(path)
    assert found.status_code == 404
    assert message in found.text


@pytest.mark.parametrize(
    "path", ["/handout/apr.pdf", "/charts/apr.svg", "/exports/gift.en.gift"]
)
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert "max-age" in found.headers["cache-control"]
    again = client.get(path, headers={"if-none-match": found.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_file_is_made_once_for_the_same_settings(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[date] = []
    take_away_routes.png_file.cache_clear()
    drawn = take_away_routes.chart_png
    monkeypatch.setattr(
        take_away_routes,
        "chart_png",
        lambda *given: made.append(clock.today()) or drawn(*given),
    )
    for path in ("/charts/apr.png?months=24", "/charts/apr.png?months=24&theme=light"):
        assert client.get(path).status_code == 200
    assert len(made) == 1


def test_files_count_towards_the_limit_of_an_address(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIMIT_EXPORT", "2 per hour")
    codes = [client.get("/charts/apr.svg").status_code for _ in range(3)]
    assert codes == [200, 200, 429]
