"""The page on limitation: events that are added, changed, taken away and kept."""

from datetime import date

from after_overdue import clock
from tests.pages.opening import opened, text

PAGE = "limitation"
BOTH = "text:2023-01-10,part_payment:2025-12-01"


def test_events_of_the_address_stand_in_their_rows() -> None:
    app = opened(PAGE, events=BOTH)
    assert app.selectbox(key="events.0.kind").value == "text"
    assert app.date_input(key="events.1.day").value == date(2025, 12, 1)
    assert "until **1 December 2028**" in text(app)


def test_an_event_can_be_added_changed_and_taken_away() -> None:
    app = opened(PAGE, lang="zh")
    app.button(key="events.add").click().run()
    assert app.query_params["events"] == f"text:{clock.today().isoformat()}"
    app.date_input(key="events.0.day").set_value(date(2023, 1, 10)).run()
    app.selectbox(key="events.0.kind").select("letter").run()
    assert app.query_params["events"] == "letter:2023-01-10"
    assert "2026年1月10日" in text(app)
    app.button(key="events.0.remove").click().run()
    assert "events" not in app.query_params
    assert "2024年5月20日" in text(app)


def test_a_changed_day_brings_the_events_into_order() -> None:
    app = opened(PAGE, events=BOTH)
    app.date_input(key="events.1.day").set_value(date(2022, 1, 1)).run()
    assert app.query_params["events"] == "part_payment:2022-01-01,text:2023-01-10"


def test_what_is_no_event_is_named_and_the_others_are_kept() -> None:
    app = opened(PAGE, events="text:2023-01-10,gossip:2024-01-01")
    assert "2024-01-01”, which is no event" in app.warning[0].value
    assert len(app.selectbox) == 1
