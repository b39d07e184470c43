"""Share: on every page, the link, the frame and the QR code of what is shown."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.permalinks import permalinks
from after_overdue.models.registry import HOME, MODELS
from after_overdue.ui import share

ROOT = Path(__file__).parents[2]
APP = str(ROOT / "after_overdue/ui/main.py")
PAGES = {
    "home": "home",
    **{noun: f"explore/{noun}" for noun in MODELS if noun != HOME},
    **{noun: f"answers/{noun}" for noun in ("questions", "claims", "glossary")},
    **{noun: f"answers/{noun}" for noun in ("sources", "offer_check", "call_check")},
    **{noun: f"teach/{noun}" for noun in ("predict", "quiz")},
}


@pytest.fixture
def copied(monkeypatch) -> dict[str, str]:
    """What the dialog offers to copy, by the key of its field."""
    offered: dict[str, str] = {}

    def copy_field(label: str, text: str, *, key: str, title: str = "") -> None:
        assert label
        offered[key.removeprefix("share.")] = text

    monkeypatch.setattr(share, "copy_field", copy_field)
    return offered


def shared(page: str, **address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update(address)
    app.switch_page(str(ROOT / f"pages/{PAGES[page]}.py"))
    app.run()
    app.button(key="share").click().run()
    assert not app.exception
    return app


def settings(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_shared(page: str, language: str, copied) -> None:
    shared(page, lang=language)
    assert copied.keys() == {"link", "growing", "fixed"}
    link = settings(copied["link"])
    assert link["v"] == [str(permalinks().newest)]
    assert link["lang"] == [language]
    assert copied["growing"].startswith(copied["fixed"])
    assert copied["growing"].endswith('/assets/embed-host.js" async></script>')
    assert f'title="{words(page, language)["title"]}"' in copied["fixed"] or (
        page in (*MODELS, "home")
    )


def test_the_link_carries_every_value_of_the_case(copied) -> None:
    shared("score_recovery", lang="en", points_lost="33")
    link = settings(copied["link"])
    assert link["points_lost"] == ["33"]
    assert {"score_before", "months", "repaired_in", "target"} <= link.keys()


def test_the_link_to_an_answer_leads_to_that_answer(copied) -> None:
    shared("questions", lang="zh", q="part-payment")
    assert settings(copied["link"])["q"] == ["part-payment"]
    assert "q=part-payment" in copied["fixed"] and "embed=true" in copied["fixed"]


def test_a_figure_is_framed_alone_with_its_main_slider(copied) -> None:
    shared("apr", lang="en", months="24")
    assert "/embed/apr?" in copied["fixed"]
    assert "months=24" in copied["fixed"]
    assert "controls=monthly_fee,chosen_month" in copied["fixed"]


def test_a_trainer_chooses_what_the_frame_shows(copied) -> None:
    app = shared("apr", lang="en", months="24")
    app.multiselect(key="share.controls").set_value(["months", "fees"]).run()
    assert "controls=months,fees" in copied["fixed"]
    app.segmented_control(key="share.theme").set_value("dark").run()
    assert "theme=dark" in copied["fixed"]
    app.segmented_control(key="share.what").set_value(share.PAGE).run()
    assert "/apr?" in copied["fixed"] and "embed_options=dark_theme" in copied["fixed"]


def test_the_dialog_stays_open_over_a_run_nobody_asked_for(copied) -> None:
    app = shared("apr", lang="en")
    copied.clear()
    app.run()
    assert copied.keys() == {"link", "growing", "fixed"}


def test_the_dialog_closes_with_its_page(copied) -> None:
    app = shared("apr", lang="en")
    copied.clear()
    app.switch_page(str(ROOT / "pages/answers/glossary.py")).run()
    assert copied == {}


def test_the_hosts_page_of_a_class_is_not_shared() -> None:
    app = AppTest.from_file(APP, default_timeout=30)
    app.switch_page(str(ROOT / "pages/teach/class_session.py")).run()
    assert "share" not in [each.key for each in app.button]
