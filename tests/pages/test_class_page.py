"""The host's page of a class: opened, played, removed, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy.exc import OperationalError
from streamlit.testing.v1 import AppTest

from after_overdue.catalog.interface import words
from after_overdue.catalog.lessons import lessons
from after_overdue.clock import now
from after_overdue.reading.plain import plain
from after_overdue.teaching import store as stores
from after_overdue.teaching.class_session import command, host_view
from after_overdue.teaching.learner import answer, join
from after_overdue.teaching.lesson_file import read_lesson
from after_overdue.teaching.lesson_text import step_text

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
PAGE = str(Path(__file__).parents[2] / "pages/teach/class_session.py")
OPEN = {each: words("class_session", each)["open_class"] for each in ("en", "zh")}
STEPS = ["predict/score_recovery/month?points_lost=60", "quiz/what-is-late"]


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch) -> Iterator[None]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'class.sqlite3'}")
    stores.OPENED.clear()
    yield
    stores.store().close()
    stores.OPENED.clear()


def opened(**address: str | list[str]) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params.update(address)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception
    return app


def button(app: AppTest, label: str):
    return next(each for each in app.button if each.label == label)


def labels(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


def pressed(app: AppTest, label: str) -> AppTest:
    button(app, label).click().run()
    assert not app.exception
    return app


def board(language: str = "en", steps: list[str] = STEPS) -> AppTest:
    app = opened(lang=language, step=steps)
    return pressed(app, OPEN[language])


def own_board() -> AppTest:
    app = opened(lang="en", step=STEPS)
    app.text_input(key="class_title").set_value("Late payments").run()
    return pressed(app, OPEN["en"])


def secret_of(app: AppTest) -> str:
    return shown(app, "host")[0]


def shown(app: AppTest, name: str) -> list[str]:
    """What the address holds under a name."""
    found = app.query_params[name]
    return [found] if isinstance(found, str) else list(found)


def metrics(app: AppTest) -> dict[str, str]:
    return {each.label: each.value for each in app.metric}


def warnings(app: AppTest) -> list[str]:
    return [each.value for each in app.warning]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("place", range(len(lessons())))
def test_a_ready_lesson_is_opened_and_played_to_its_end(
    language: str, place: int
) -> None:
    app = opened(lang=language)
    slug = list(lessons())[place]
    app.radio(key="class_lesson").set_value(slug).run()
    pressed(app, OPEN[language])
    assert app.title[0].value == plain(lessons()[slug].title[language])
    texts = words("class_session", language)
    pressable = [texts[key] for key in ("open", "reveal", "next", "finish")]
    for _ in lessons()[slug].steps:
        for word in pressable:
            if word in labels(app):
                pressed(app, word)
    assert app.title[0].value == texts["ended"]


def test_the_address_holds_the_host_link_and_a_reload_loses_nothing() -> None:
    app = own_board()
    pressed(app, "Open for answers")
    again = opened(lang="en", host=secret_of(app))
    assert "Close" in labels(again)
    assert "in which month after the repair" in again.title[0].value


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "This host link opens no class."), ("zh", "这个讲师链接打不开任何课堂")],
)
def test_a_wrong_host_link_gets_its_sentence_and_the_form(
    language: str, sentence: str
) -> None:
    app = opened(lang=language, host="not-a-secret")
    assert warnings(app)[0].startswith(sentence)
    assert OPEN[language] in labels(app)


def test_learners_and_answers_are_counted() -> None:
    app = own_board()
    pressed(app, "Open for answers")
    view = host_view(stores.store(), secret_of(app), now=now())
    for month in (24, 40, None):
        joined = join(stores.store(), secret=view.join_secret, now=now())
        answer(
            stores.store(), joined.token, step=0, response={"month": month}, now=now()
        )
    app.run()
    assert metrics(app) == {"Learners": "3", "Answers": "3"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_class_at_ones_own_speed_counts_how_far_everybody_is(language) -> None:
    app = opened(lang=language, step=STEPS)
    app.text_input(key="class_title").set_value("Alone").run()
    app.toggle(key="class_own_pace").set_value(True).run()
    app = pressed(app, OPEN[language])
    code = host_view(stores.store(), secret_of(app), now=now()).join_code
    learner = join(stores.store(), code=code, now=now())
    answer(stores.store(), learner.token, step=0, response={"month": 25}, now=now())
    app.run()
    texts = words("class_session", language)
    assert {each.label: each.value for each in app.metric} == {
        texts["learners"]: "1",
        texts["pace_done"]: "0",
    }
    assert not {texts["next"], texts["open"]} & set(labels(app))


def test_a_reveal_shows_who_was_right_the_middle_and_the_model() -> None:
    app = own_board()
    pressed(app, "Open for answers")
    view = host_view(stores.store(), secret_of(app), now=now())
    for month in (24, 40, 60):
        joined = join(stores.store(), secret=view.join_secret, now=now())
        answer(
            stores.store(), joined.token, step=0, response={"month": month}, now=now()
        )
    pressed(app, "Reveal")
    shown = metrics(app)
    assert shown["Right"] == "1 of 3 (33%)"
    assert shown["Room's middle"] == "month 40"
    assert shown["By the model"] == "month 40 or month 41"
    assert any("back at 650 in month 40 or 41" in each.value for each in app.markdown)


def test_a_stale_button_of_a_second_tab_is_refused_and_shows_where_the_class_is() -> (
    None
):
    first = own_board()
    second = opened(lang="en", host=secret_of(first))
    pressed(first, "Open for answers")
    pressed(second, "Open for answers")
    assert warnings(second)[0].startswith("The class has moved on in another tab")
    assert "Close" in labels(second)
    view = host_view(stores.store(), secret_of(first), now=now())
    assert view.phases == ("open", "waiting")


def test_a_question_that_is_gone_is_told_and_the_class_goes_on(monkeypatch) -> None:
    app = pressed(own_board(), "Next step")
    monkeypatch.setattr("after_overdue.teaching.quiz.quizzes", lambda _language: {})
    for word in ("Open for answers", "Reveal"):
        pressed(app, word)
        (lines,) = [each.value for each in app.error]
        assert lines.startswith("The quiz has no question “what-is-late”.")
    pressed(app, "End the lesson")
    assert not app.error
    assert app.title[0].value == words("class_session", "en")["ended"]


def test_a_button_pressed_twice_moves_one_step() -> None:
    app = own_board()
    pressed_once = button(app, "Next step")
    pressed_once.click().run()
    pressed_once.click().run()
    view = host_view(stores.store(), secret_of(app), now=now())
    assert (view.scene.position, view.scene.rev) == (1, 2)


def test_the_board_says_what_is_kept_and_until_when() -> None:
    message = "\n".join(each.value for each in own_board().caption)
    assert re.search(r"is kept until \d+ \w+ \d{4}, then removed", message)
    assert "No name, no e-mail, no account, no address of a device." in message


def test_a_class_is_removed_only_once_it_was_said_twice() -> None:
    app = own_board()
    secret = secret_of(app)
    assert button(app, "Remove it now").disabled
    app.checkbox(key="class_removal_sure").check().run()
    pressed(app, "Remove it now")
    assert warnings(app) == ["The class and everything in it is removed."]
    assert "host" not in app.query_params
    again = opened(lang="en", host=secret)
    assert warnings(again)[0].startswith("This host link opens no class.")


def test_a_class_removed_in_another_tab_leaves_the_form_and_a_sentence() -> None:
    app = own_board()
    other = opened(lang="en", host=secret_of(app))
    other.checkbox(key="class_removal_sure").check().run()
    pressed(other, "Remove it now")
    app.run()
    assert warnings(app)[0].startswith("This host link opens no class.")


def test_one_comes_back_to_the_board_by_the_menu() -> None:
    app = own_board()
    secret = secret_of(app)
    app.query_params.clear()
    app.query_params["lang"] = "en"
    app.run()
    assert secret_of(app) == secret


def test_another_class_can_be_opened_beside_the_first() -> None:
    app = own_board()
    first = secret_of(app)
    pressed(app, "Open another class")
    assert "host" not in app.query_params
    pressed(app, OPEN["en"])
    assert secret_of(app) != first


def test_a_title_with_markup_is_shown_as_it_was_written() -> None:
    app = opened(lang="en")
    title = "![x](http://evil.example/x.png) **bold**"
    app.text_input(key="class_title").set_value(title).run()
    pressed(app, OPEN["en"])
    assert "![x](" not in app.title[0].value
    assert "\\*\\*bold\\*\\*" in app.title[0].value


def test_own_steps_stand_in_the_address_and_can_be_moved_and_taken_out() -> None:
    app = opened(lang="en", step=STEPS)
    assert app.radio(key="class_lesson").value == "own"
    app.button(key="class:up:1").click().run()
    assert shown(app, "step") == [STEPS[1], STEPS[0]]
    app.button(key="class:remove_step:0").click().run()
    assert shown(app, "step") == [STEPS[0]]


def test_a_step_starts_from_a_link_of_an_explore_page() -> None:
    app = opened(lang="en")
    app.radio(key="class_lesson").set_value("own").run()
    app.selectbox(key="class_step_what:prediction").set_value("apr/number").run()
    link = "https://guide.example/apr?lang=zh&v=1&monthly_fee=0.007&months=24"
    app.text_input(key="class_step_link").set_value(link).run()
    pressed(app, "Add this step")
    step = shown(app, "step")[0]
    assert step.startswith("predict/apr/number?")
    assert "monthly_fee=0.007" in step and "months=24" in step


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("https://guide.example/loan_book?months=24", "This link is of “Loan book”"),
        ("https://evil.example/", "is no link of a page under Explore"),
        ("/apr?months=900", "allowed is"),
    ],
)
def test_a_link_that_cannot_be_used_gets_its_sentence_and_is_kept(
    link: str, sentence: str
) -> None:
    app = opened(lang="en")
    app.radio(key="class_lesson").set_value("own").run()
    app.selectbox(key="class_step_what:prediction").set_value("apr/number").run()
    app.text_input(key="class_step_link").set_value(link).run()
    pressed(app, "Add this step")
    assert sentence in warnings(app)[0]
    assert app.text_input(key="class_step_link").value == link
    assert "step" not in app.query_params


@pytest.mark.parametrize(
    "step", ["nonsense", "quiz/no-such", "explore/../x", "predict/apr/month"]
)
def test_a_bad_step_in_the_address_is_told_and_breaks_nothing(step: str) -> None:
    app = opened(lang="en", step=[step, STEPS[0]])
    assert any(":red[" in each.value for each in app.markdown)
    app.text_input(key="class_title").set_value("x").run()
    pressed(app, OPEN["en"])
    view = host_view(stores.store(), secret_of(app), now=now())
    assert len(view.lesson.steps) == 1


def test_a_lesson_without_steps_is_refused_in_a_sentence() -> None:
    app = opened(lang="en")
    app.radio(key="class_lesson").set_value("own").run()
    app.text_input(key="class_title").set_value("x").run()
    pressed(app, OPEN["en"])
    assert warnings(app) == ["The lesson has 0 steps; allowed are 1 to 60."]


def test_a_command_from_elsewhere_moves_the_board_on() -> None:
    app = own_board()
    secret = secret_of(app)
    rev = host_view(stores.store(), secret, now=now()).scene.rev
    command(stores.store(), secret, rev=rev, command="next", now=now())
    app.run()
    assert "What is overdue on the next day" in app.title[0].value


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_form_says_what_is_kept_before_a_class_is_opened(language: str) -> None:
    message = "\n".join(each.value for each in opened(lang=language).markdown)
    assert words("class_session", language)["kept"] in message


def test_a_class_that_asks_for_names_says_so_before_and_on_the_board() -> None:
    app = opened(lang="en", step=STEPS)
    app.text_input(key="class_title").set_value("Late payments").run()
    app.toggle(key="class_asks_name").set_value(True).run()
    texts = words("class_session", "en")
    assert texts["kept_named"] in "\n".join(each.value for each in app.markdown)
    pressed(app, OPEN["en"])
    assert texts["kept_named"] in "\n".join(each.value for each in app.caption)
    assert host_view(stores.store(), secret_of(app), now=now()).scene.asks_name


def test_each_file_is_made_later_when_no_page_is_at_hand(monkeypatch, caplog) -> None:
    made = {}

    def download_button(label: str, *, data, **_: object) -> None:
        made[label] = data

    monkeypatch.setattr(st, "download_button", download_button)
    own_board()
    texts = words("class_session", "en")
    saved = made.pop(texts["save_file"])
    steps = read_lesson(saved.encode()).steps
    assert [step_text(each) for each in steps] == STEPS
    names = ("xlsx", "csv", "summary", "pack")
    assert [*made] == [texts[each] for each in names]
    caplog.clear()
    assert all(data() for data in made.values())
    assert caplog.text == ""


def test_a_store_that_does_not_answer_is_told_and_the_class_comes_back(
    monkeypatch,
) -> None:
    app = own_board()
    engine = stores.store().engine

    def broken(*_: object, **__: object) -> None:
        raise OperationalError("select", {}, Exception("the server is gone"))

    with monkeypatch.context() as gone:
        gone.setattr(engine, "begin", broken)
        app.run()
        assert not app.exception
        assert app.error[0].value.startswith("The classes cannot be reached")
    app.run()
    assert "Open for answers" in labels(app)


def test_a_button_that_finds_no_store_says_so_and_changes_nothing(monkeypatch) -> None:
    app = own_board()

    def broken(*_: object, **__: object) -> None:
        raise OperationalError("update", {}, Exception("the disk is full"))

    with monkeypatch.context() as gone:
        gone.setattr(stores.Store, "write", broken)
        pressed(app, "Open for answers")
    assert warnings(app)[0].startswith("The classes cannot be reached")
    assert "Open for answers" in labels(app)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_back_at_a_page_that_was_left_every_button_that_is_named_is_there(
    language: str,
) -> None:
    texts = words("class_session", language)
    app = opened(lang=language, step=["explore/apr", "quiz/what-is-late"])
    app.text_input(key="class_title").set_value("Late payments").run()
    app = pressed(app, OPEN[language])
    for name in ("open_page", "next", "back"):
        app = pressed(app, texts[name])
    message = " ".join(each.value for each in app.markdown)
    named = re.findall("“([^”]+)”", message)
    assert texts["open_page"] in named
    assert set(named) <= set(labels(app))
    app = pressed(app, texts["open_page"])
    assert texts["explore_shown"] in [each.value for each in app.markdown]
