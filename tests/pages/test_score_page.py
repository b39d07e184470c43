"""The score-recovery page: answers first, every control in the address."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue.catalog import permalinks
from after_overdue.catalog.permalinks import Permalinks
from tests.pages.number_fields import number_field
from tests.pages.opening import APP, opened, page_of, text, unfolded, warnings

PAGE = "score_recovery"


def test_the_menu_leads_back_to_the_case_that_was_left() -> None:
    app = opened(PAGE, points_lost="30")
    for page in ("apr", PAGE):
        app.query_params.clear()
        app.query_params["lang"] = "en"
        app.switch_page(page_of(page)).run()
        assert not app.exception
    assert app.query_params["points_lost"] == "30"
    assert "falls from 650 to 620" in text(app)


def test_the_answers_change_with_a_control() -> None:
    app = opened(PAGE)
    app.slider(key="score_before").set_value(700).run()
    assert "falls from 700 to 640" in text(app)
    assert app.query_params["score_before"] == "700"


def test_a_starting_value_stays_out_of_the_address() -> None:
    app = opened(PAGE, score_before="700")
    app.slider(key="score_before").set_value(650).run()
    assert "score_before" not in app.query_params


def test_one_click_changes_the_language_and_keeps_the_case() -> None:
    app = opened(PAGE, points_lost="30")
    app.button(key="switch_language").click().run()
    assert app.query_params["lang"] == "zh"
    assert "分数从650降到620" in text(app)


def test_the_sentence_goes_once_something_is_moved() -> None:
    app = opened(PAGE, points_lost="900")
    app.slider(key="score_before").set_value(700).run()
    assert warnings(app) == []
    assert app.query_params["points_lost"] == "200"


def test_hyphens_in_the_address_are_understood() -> None:
    assert "falls from 650 to 620" in text(opened(PAGE, **{"points-lost": "30"}))


def test_a_shorter_horizon_takes_a_late_month_along_and_says_so() -> None:
    app = opened(PAGE, relapse_month="60")
    app.slider(key="months").set_value(48).run()
    assert (
        "One new late payment in month is 60, after the last month shown"
        in (warnings(app)[0])
    )


def test_leaving_every_reading_out_is_refused_and_nothing_is_lost() -> None:
    app = opened(PAGE)
    app.button_group(key="readings").set_value([]).run()
    assert "had nothing chosen; choose at least one" in warnings(app)[0]
    assert "back at 650 in month 40 or 41" in text(app)


def test_a_short_horizon_says_nothing_of_a_month_that_nobody_chose() -> None:
    assert not opened(PAGE, months="24").warning
    app = opened(PAGE, months="24", chosen_month="30")
    assert "is 30, after the last month shown" in app.warning[0].value


def test_the_working_of_the_chosen_month_is_written_out() -> None:
    app = opened(PAGE, chosen_month="25", repaired_in="2026-11")
    assert "Month 25, December 2028" in text(app)
    assert "month 25: +3 → 605" in text(app)
    number_field(app, "chosen_month").type_in(13).run()
    assert "month 13: +1 → 591" in text(app)


def test_a_fold_is_filled_once_it_is_opened() -> None:
    closed, said = text(opened(PAGE)), text(unfolded(PAGE))
    assert "falls from 650 to 590" in closed
    for kept in ("650 − 60 = 590", "| Timetable | S2, S3, S4 |"):
        assert (kept in closed, kept in said) == (False, True)


def test_the_month_of_the_repair_is_read_as_people_write_it() -> None:
    app = opened(PAGE, repaired_in="2024-02")
    number_field(app, "repaired_in").type_in("2025年2月").run()
    assert app.query_params["repaired_in"] == "2025-02"
    assert "is kept through February 2030" in text(app)
    sent = number_field(app, "repaired_in").sent
    assert (sent["text"], sent["said"]) == ("2025年2月", "February 2025")


def test_a_page_opened_through_the_menu_has_its_starting_case() -> None:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params["lang"] = "en"
    app.run()
    assert "three clocks" in app.title[0].value
    app.switch_page(page_of(PAGE)).run()
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
    app = opened(PAGE, v="1", lost="30")
    assert "falls from 650 to 620" in text(app)
    assert app.info[0].value.endswith("since: It is new.")
    assert warnings(app) == []
    app.button(key="switch_language").click().run()
    assert app.info[0].value.endswith("新的。")
    app.slider(key="score_before").set_value(700).run()
    assert not any("新的。" in each.value for each in app.info)


def test_a_version_that_no_link_has_is_told() -> None:
    app = opened(PAGE, v="99", points_lost="30")
    assert "falls from 650 to 620" in text(app)
    assert warnings(app) == [
        "v is “99”, which is no version of a link; allowed is 1 to 2."
    ]


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "February 2024"), ("zh", "2024年2月")]
)
def test_months_are_named_as_in_the_text(lang: str, name: str) -> None:
    app = opened(PAGE, lang=lang, repaired_in="2024-02")
    assert number_field(app, "repaired_in").value == name
