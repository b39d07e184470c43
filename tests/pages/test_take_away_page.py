"""Take it with you: the page offers every file there is, and each can be had."""

import re
from pathlib import Path
from typing import get_args

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from after_overdue.catalog.interface import words
from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.questions import Topic
from after_overdue.models.registry import HOME, PAGE_MODELS
from after_overdue.teaching.exports.bank_files import BANK_FILES
from after_overdue.teaching.exports.lessons import lesson_titles
from after_overdue.web.take_away_routes import routes

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
FILES = ("/handout/", "/charts/", "/scorm/", "/scorm2004/", "/exports/", "/pack/")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def page(language: str, **address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update({"lang": language, **address})
    app.switch_page(str(Path(__file__).parents[2] / "pages/teach/take_away.py"))
    app.run()
    assert not app.exception
    return app


def links(app: AppTest) -> dict[str, str]:
    """Return the text of each link to a file by its address."""
    message = "\n".join(each.value for each in app.markdown)
    return {
        address: text
        for text, address in LINK.findall(message)
        if address.startswith(FILES)
    }


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_file_on_the_page_can_be_had(language: str) -> None:
    offered = links(page(language))
    with TestClient(Starlette(routes=routes)) as client:
        codes = {address: client.get(address).status_code for address in offered}
    assert set(codes.values()) == {200}
    topics, pages, formats = (
        len(get_args(Topic)),
        len(PAGE_MODELS.keys() - {HOME}),
        len(BANK_FILES),
    )
    played = len(lesson_titles(language))
    files = 2 * played + formats + len(lessons())
    assert len(codes) == 2 * (topics + pages) + 3 * pages + 2 * files


@pytest.mark.parametrize(("language", "other"), [("en", "zh"), ("zh", "en")])
def test_a_file_is_called_in_its_own_language(language: str, other: str) -> None:
    offered = links(page(language))
    for tongue in (language, other):
        title = words("apr", tongue)["menu"]
        assert offered[f"/handout/apr.pdf?lang={tongue}"] == title
    first = next(iter(offered))
    assert first.endswith(f"lang={language}")


def test_questions_of_one_topic_are_chosen_in_the_address() -> None:
    offered = links(page("en", topic="credit-record"))
    assert "/exports/gift.en.gift?topic=credit-record" in offered
    assert "/exports/gift.en.gift" not in offered


def test_an_unknown_topic_is_told_and_everything_is_offered() -> None:
    app = page("en", topic="luck")
    assert "luck" in app.warning[0].value
    assert "/exports/gift.en.gift" in links(app)
