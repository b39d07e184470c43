"""The score-recovery page: answers first, every control in the address."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue.catalog import permalinks
from after_overdue.catalog.permalinks import Permalinks

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/explore/score_recovery.py")


def opened(**address: str | list[str]) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update(address)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def warnings(app: AppTest) -> list[str]:
    return [each.value for each in app.warning]


def test_the_starting_state_already_teaches() -> None:
    app = opened(lang="en")
    assert app.title[0].value == "How does a score come back after an overdue loan?"
    assert "back at 650 in month 40 or 41" in text(app)
    assert "no date is promised" in text(app)
    assert warnings(app) == []


def test_the_address_chooses_language_and_case() -> None:
    app = opened(lang="zh", points_lost="30", score_before="700")
    assert app.title[0].value == "逾期之后，芝麻分多久能回来？"
    assert "分数从700降到670" in text(app)


def test_the_menu_leads_back_to_the_case_that_was_left() -> None:
    app = opened(lang="en", points_lost="30")
    for page in (PAGE.replace("score_recovery", "apr"), PAGE):
        app.query_params.clear()
        app.query_params["lang"] = "en"
        app.switch_page(page).run()
        assert not app.exception
    assert app.query_params["points_lost"] == "30"
    assert "falls from 650 to 620" in text(app)


def test_the_answers_change_with_a_control() -> None:
    app = opened(lang="en")
    app.slider(key="score_before").set_value(700).run()
    assert "falls from 700 to 640" in text(app)
    assert app.query_params["score_before"] == "700"


def test_a_starting_value_stays_out_of_the_address() -> None:
    app = opened(lang="en", score_before="700")
    app.slider(key="score_before").set_value(650).run()
    assert "score_before" not in app.query_params


def test_one_click_changes_the_language_and_keeps_the_case() -> None:
    app = opened(lang="en", points_lost="30")
    app.button(key="switch_language").click().run()
    assert app.query_params["lang"] == "zh"
    assert "分数从650降到620" in text(app)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            {"points_lost": "900"},
            "Points lost is 900; allowed is 0 to 200, so this page shows 200.",
        ),
        ({"points_lost": "x"}, "which is not a number; allowed is 0 to 200, so"),
        ({"months": "13.5"}, "it must be a whole number from 12 to 120, so"),
        ({"colour": "red"}, "colour (“red”) is not a setting here"),
        ({"readings": "magic"}, "“magic”, which is unknown; allowed is schedule"),
        ({"repaired_in": "soon"}, "which is not a month; write year and month"),
        ({"on_time_share": "98"}, "is 98; allowed is 0.5 to 1, so this page shows 1."),
        ({"relapse_month": "90"}, "after the last month shown; allowed is 1 to 72"),
        ({"points_lost": ["1", "2"]}, "is given more than once, as 1 2; give it once"),
        ({"lang": "fr"}, "“fr” is no language of this guide; it has en and zh"),
    ],
    ids=str,
)
def test_a_bad_address_opens_the_nearest_case_and_says_so(address, sentence) -> None:
    app = opened(**({"lang": "en"} | address))
    assert len(warnings(app)) == 1
    assert sentence in warnings(app)[0]


def test_the_sentence_goes_once_something_is_moved() -> None:
    app = opened(lang="en", points_lost="900")
    app.slider(key="score_before").set_value(700).run()
    assert warnings(app) == []
    assert app.query_params["points_lost"] == "200"


def test_hyphens_in_the_address_are_understood() -> None:
    assert "falls from 650 to 620" in text(opened(lang="en", **{"points-lost": "30"}))


def test_a_shorter_horizon_takes_a_late_month_along_and_says_so() -> None:
    app = opened(lang="en", relapse_month="60")
    app.slider(key="months").set_value(48).run()
    assert (
        "One new late payment in month is 60, after the last month shown"
        in (warnings(app)[0])
    )


def test_leaving_every_reading_out_is_refused_and_nothing_is_lost() -> None:
    app = opened(lang="en")
    app.button_group(key="readings").set_value([]).run()
    assert "had nothing chosen; choose at least one" in warnings(app)[0]
    assert "back at 650 in month 40 or 41" in text(app)


def test_a_short_horizon_says_nothing_of_a_month_that_nobody_chose() -> None:
    assert not opened(lang="en", months="24").warning
    app = opened(lang="en", months="24", chosen_month="30")
    assert "is 30, after the last month shown" in app.warning[0].value


def test_the_working_of_the_chosen_month_is_written_out() -> None:
    app = opened(lang="en", chosen_month="25", repaired_in="2026-11")
    assert "Month 25, December 2028" in text(app)
    assert "month 25: +3 → 605" in text(app)
    app.number_input(key="chosen_month").set_value(13).run()
    assert "month 13: +1 → 591" in text(app)


def test_the_plain_chart_has_the_slider_and_the_sentence() -> None:
    app = opened(lang="en", plain="yes", points_lost="30")
    app.slider(key="points_lost").set_value(100).run()
    assert "falls from 650 to 550" in text(app)


def test_a_year_and_a_month_make_the_month_of_the_repair() -> None:
    app = opened(lang="en", repaired_in="2024-02")
    app.number_input(key="repaired_in.year").set_value(2025).run()
    assert app.query_params["repaired_in"] == "2025-02"
    assert "is kept through February 2030" in text(app)


def test_a_page_opened_through_the_menu_has_its_starting_case() -> None:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params["lang"] = "en"
    app.run()
    assert "three clocks" in app.title[0].value
    app.switch_page(PAGE).run()
    assert "back at 650 in month 40 or 41" in text(app)


def test_an_old_link_says_what_has_changed_until_a_control_moves(monkeypatch) -> None:
    links = Permalinks.model_validate(
        {
            "versions": {
                1: {"since": date(2026, 11, 25)},
                2: {
                    "since": date(2027, 3, 1),
                    "changed": {"score_recovery": {"en": "It is new.", "zh": "新的。"}},
                },
            },
            "renamed": {"score_recovery": {"lost": "points_lost"}},
        }
    )
    monkeypatch.setattr(permalinks, "permalinks", lambda: links)
    app = opened(lang="en", v="1", lost="30")
    assert "falls from 650 to 620" in text(app)
    assert app.info[0].value.endswith("since: It is new.")
    assert warnings(app) == []
    app.button(key="switch_language").click().run()
    assert app.info[0].value.endswith("新的。")
    app.slider(key="score_before").set_value(700).run()
    assert not any("新的。" in each.value for each in app.info)


def test_a_version_that_no_link_has_is_told() -> None:
    app = opened(lang="en", v="99", points_lost="30")
    assert "falls from 650 to 620" in text(app)
    assert warnings(app) == [
        "v is “99”, which is no version of a link; allowed is 1 to 2."
    ]


@pytest.mark.parametrize(("lang", "name"), [("en", "February"), ("zh", "2月")])
def test_months_are_named_as_in_the_text(lang: str, name: str) -> None:
    app = opened(lang=lang, repaired_in="2024-02")
    assert app.selectbox(key="repaired_in.month").options[1] == name
