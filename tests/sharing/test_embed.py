"""Embeds: one figure with the controls a trainer chose; the rest is fixed."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.permalinks import permalinks
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.sharing.embed import read_embed
from after_overdue.sharing.form import field
from after_overdue.sharing.frame import figure_frame, page_frame

TODAY = date(2026, 11, 25)
ENGLISH = Locale("en")


def embedded(noun: str = "score_recovery", language: str = "en", **given: str):
    texts = {name: [text] for name, text in given.items()}
    return read_embed(noun, texts, TODAY, Locale(language))


def test_as_it_comes_an_embed_has_the_main_slider_and_the_place_on_the_axis() -> None:
    found = embedded(points_lost="30")
    assert found.controls == ("points_lost", "chosen_month")
    assert found.fields == []
    assert found.drawn.settings["points_lost"] == "30"


def test_a_trainer_chooses_the_controls_and_their_order() -> None:
    found = embedded(controls="months,points-lost,readings")
    assert found.controls == ("months", "points_lost", "readings")
    assert [each.name for each in found.fields] == ["months", "readings"]
    assert "points_lost" in found.fixed and "months" not in found.fixed


def test_an_embed_may_have_no_controls() -> None:
    found = embedded(controls="")
    assert (found.controls, found.fields) == ((), [])


def test_a_shown_day_that_was_left_open_stands_in_its_field() -> None:
    (month,) = embedded(controls="repaired_in").fields
    assert (month.kind, month.text, month.needed) == ("month", "2026-11", True)


def test_a_value_that_may_be_left_out_stays_out_of_its_field() -> None:
    (target,) = embedded(controls="target").fields
    assert (target.kind, target.text, target.needed) == ("number", "", False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_every_input_of_every_page_can_be_a_control(noun: str, language: str) -> None:
    every = ",".join(PAGE_MODELS[noun].inputs_on(TODAY))
    found = embedded(noun, language, controls=every)
    assert found.notes == ()
    for each in found.fields:
        assert each.label
        assert each.kind != "range" or each.word
        if each.options:
            assert any(option.chosen for option in each.options)
        else:
            input_ = found.drawn.asked.inputs[each.name]
            assert input_.read(each.text)[1] is None


def test_a_share_is_said_as_per_cent() -> None:
    input_ = PAGE_MODELS["score_recovery"].inputs_on(TODAY)["on_time_share"]
    assert field("score_recovery", input_, 0.85, ENGLISH).word == "85%"


def test_what_a_form_without_a_script_sends_of_several_choices_is_read() -> None:
    given = {"readings": ["schedule", "restored"], "controls": ["readings"]}
    found = read_embed("score_recovery", given, TODAY, ENGLISH)
    assert found.notes == ()
    assert found.drawn.settings["readings"] == "schedule,restored"


def test_what_cannot_be_used_is_told() -> None:
    found = embedded(controls="months,moths", theme="pink", points_lost="999")
    assert found.controls == ("months",)
    points, control, theme = found.notes
    assert points == (
        "Points lost is 999; allowed is 0 to 200, so this page shows 200."
    )
    assert control.startswith("controls is “moths”, which is unknown; allowed is ")
    assert theme == "theme is “pink”, which is unknown; allowed is light, dark."


def test_the_frame_of_a_figure_carries_every_value_and_the_version() -> None:
    frame = figure_frame(embedded("apr", "zh", controls="months", theme="dark"))
    assert frame.path.startswith("/embed/apr?lang=zh&v=")
    for part in (f"v={permalinks().newest}", "amount=12000", "controls=months"):
        assert part in frame.path
    assert frame.path.endswith("theme=dark")


def test_a_frame_without_controls_stays_without() -> None:
    path = figure_frame(embedded("apr", controls="")).path
    assert path.endswith("&controls=")


def test_a_frame_on_a_slide_has_the_height_of_the_slide() -> None:
    slide, page = (
        figure_frame(embedded(size=size, controls="points_lost,months,target"))
        for size in ("slide", "")
    )
    assert (slide.fits, page.fits) == (True, False)
    assert slide.height < page.height
    assert slide.path.endswith("&size=slide") and "size" not in page.path


def test_the_code_of_a_frame_cannot_be_broken_out_of() -> None:
    frame = page_frame("questions", {"find": '"><script>'}, ENGLISH)
    code = frame.growing_code('https://a.example"')
    assert code.count("<script") == 1
    assert "find=%22%3E%3Cscript%3E" in code
