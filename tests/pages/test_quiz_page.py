"""The quiz page: every kind is asked, answered and told why; nothing is kept."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue import clock
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import questions
from after_overdue.catalog.quizzes import QuizItem, quiz_topics, quizzes
from tests.pages.number_fields import number_fields

ROOT = Path(__file__).parents[2]
APP = str(ROOT / "after_overdue/ui/main.py")
PAGE = str(ROOT / "pages/teach/quiz.py")
SAID = words("quiz", "en")


def opened(lang: str = "en", **address: str | list[str]) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update({"lang": lang, **address})
    app.switch_page(PAGE)
    app.run()
    assert not app.exception
    assert not app.error
    return app


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def links(app: AppTest) -> dict[str, str]:
    bar = words("site", "en")["name"], words("site", "en")["find"]
    return {
        each.proto.label: f"{each.proto.page}?{each.proto.query_string}"
        for each in app.get("page_link")
        if each.proto.label not in bar
    }


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    assert not app.error
    return app


def answer(app: AppTest, item: QuizItem, *, right: bool, lang: str = "en") -> AppTest:
    """Answer the question shown, rightly or with what is wrong."""
    wrong = [option.id for option in item.options if not option.right]
    if item.kind == "single":
        app.radio[0].set_value(item.right[0] if right else wrong[0])
    elif item.kind == "multiple":
        for option in item.options:
            tick = app.checkbox(key=f"quiz.tick.{item.id}.{option.id}")
            tick.set_value(option.right == right)
    elif item.kind == "number":
        number = number_fields(app)[0]
        number.type_in(truth(item) if right else 99999)
    else:
        for name in item.right if right else reversed(item.right):
            app.button(key=f"quiz.line.{item.id}.{name}").click().run()
    return press(app, words("quiz", lang)["answer"])


def truth(item: QuizItem) -> float:

    from after_overdue.teaching.quiz import truth as told

    found = told(item, clock.today())
    return int(found) if found == int(found) else found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_opens_in_both_languages_without_a_complaint(lang) -> None:
    app = opened(lang)
    assert app.title[0].value == words("quiz", lang)["title"]
    assert not app.warning
    assert words("quiz", lang)["private"] in [each.value for each in app.caption]


@pytest.mark.parametrize(("place", "name"), list(enumerate(quizzes("en"))))
def test_each_question_is_answered_wrongly_then_rightly(place, name) -> None:
    lang = LANGUAGES[place % len(LANGUAGES)]
    texts, item = words("quiz", lang), quizzes(lang)[name]
    app = opened(lang, q=name)
    assert texts["not_yet"] not in text(app)
    answer(app, item, right=False, lang=lang)
    assert texts["not_yet"] in text(app)
    sees = [option.see for option in item.options if not option.right] or [item.number]
    shown = links(app).values()
    assert any(see.page in link for see in sees if see for link in shown)
    if item.kind == "order":
        for _ in item.options:
            app.button(key=f"quiz.undo.{name}").click().run()
    answer(app, item, right=True, lang=lang)
    assert f"**{texts['right']}**" in text(app)
    assert texts["not_yet"] not in text(app)
    assert not app.warning


def test_a_wrong_answer_leads_to_the_page_at_the_settings_that_disprove_it() -> None:
    app = opened(q="code-of-the-month")
    app.radio[0].set_value("code-n")
    press(app, SAID["answer"])
    (link,) = links(app).values()
    assert link.startswith("credit_record?")
    assert "due_on=2026-02-15" in link
    assert "as_of=2026-03-22" in link
    assert "lang=en" in link


def test_an_answer_left_empty_is_told_and_not_counted() -> None:
    app = opened(q="what-is-late")
    press(app, SAID["answer"])
    assert [each.value for each in app.warning] == ["Choose one option, then answer."]
    press(app, SAID["next"])
    app = press(opened(q="what-is-late", topic="overdue-basics"), SAID["answer"])
    assert SAID["not_yet"] not in text(app)


def test_the_right_answer_is_shown_only_on_demand() -> None:
    app = opened(q="what-is-late")
    app.radio[0].set_value("whole-loan")
    press(app, SAID["answer"])
    assert SAID["show_right"] in [each.label for each in app.expander]
    app.radio[0].set_value("missed-part")
    press(app, SAID["answer"])
    assert SAID["show_right"] not in [each.label for each in app.expander]


def test_one_topic_from_its_first_question_to_its_result() -> None:
    app = opened(topic="credit-concepts")
    items = [i for i in quizzes("en").values() if i.topic == "credit-concepts"]
    press(app, SAID["start"].format(count=len(items)))
    for place, item in enumerate(items):
        assert app.query_params["q"] == item.id
        assert app.query_params["topic"] == "credit-concepts"
        assert app.header[0].value.startswith(item.ask[:9].partition("{")[0])
        answer(app, item, right=place > 0)
        press(app, SAID["next"])
    assert app.query_params["q"] == "result"
    assert f"{len(items)} of {len(items)} questions answered, 4 of them" in text(app)
    assert SAID["read_next"] in [each.value for each in app.header]
    rows = [each.label for each in app.expander]
    assert f"**{questions('en')[items[0].read].title}**" in rows
    press(app, SAID["again"])
    assert app.query_params["q"] == items[0].id
    assert SAID["not_yet"] not in text(app)


def test_a_first_answer_counts_and_the_second_teaches() -> None:
    app = opened(topic="checkpoints", q="the-only-defence")
    item = quizzes("en")["the-only-defence"]
    answer(app, item, right=False)
    answer(app, item, right=True)
    for _ in range(5):
        press(app, SAID["next"])
    assert "**1 of 5 questions answered, 0 of them right" in text(app)
    press(app, SAID["go_on"])
    assert app.query_params["q"] == "three-checks-in-order"


def test_a_result_without_answers_says_so() -> None:
    app = opened(q="result")
    assert app.title[0].value == SAID["result_title"]
    assert SAID["result_none"] in text(app)
    press(app, SAID["other_topic"])
    assert "q" not in app.query_params


def test_the_first_question_leads_back_to_the_start() -> None:
    app = opened(q="what-is-late", topic="overdue-basics")
    press(app, SAID["next"])
    assert app.query_params["q"] != "what-is-late"
    press(app, SAID["back"])
    press(app, SAID["back"])
    assert app.title[0].value == SAID["title"]


def test_a_line_of_an_order_is_taken_back() -> None:
    app = opened(q="order-of-payment")
    assert not any(each.label == SAID["answer"] for each in app.button)
    app.button(key="quiz.line.order-of-payment.interest").click().run()
    assert "1. The interest that has run up" in text(app)
    app.button(key="quiz.undo.order-of-payment").click().run()
    assert "1. The interest" not in text(app)
    assert not any(each.label == SAID["undo"] for each in app.button)


def test_an_answer_and_the_place_survive_the_language_but_no_address_holds_it() -> None:
    app = opened(q="what-is-late")
    app.radio[0].set_value("whole-loan")
    press(app, SAID["answer"])
    app.button(key="switch_language").click().run()
    assert dict(app.query_params) == {"lang": "zh", "q": "what-is-late"}
    assert words("quiz", "zh")["not_yet"] in text(app)
    assert app.radio[0].value == "whole-loan"


def test_an_answer_survives_the_way_to_a_page_and_back() -> None:
    app = opened(q="what-is-late")
    app.radio[0].set_value("whole-loan")
    press(app, SAID["answer"])
    app.switch_page(str(ROOT / "pages/explore/penalty_interest.py")).run()
    app.switch_page(PAGE).run()
    press(app, SAID["go_on"])
    assert app.query_params["q"] != "what-is-late"
    press(app, SAID["back"])
    assert app.radio[0].value == "whole-loan"
    assert SAID["not_yet"] in text(app)


def test_another_visitor_finds_no_answer() -> None:
    app = opened(q="what-is-late")
    app.radio[0].set_value("whole-loan")
    press(app, SAID["answer"])
    assert opened(q="what-is-late").radio[0].value is None


def test_a_footnote_is_explained_by_its_source() -> None:
    app = opened(q="order-of-payment")
    assert "[1]" in app.header[0].value
    assert r"\[1\]" in text(app)
    assert "Article 561" in text(app)


@pytest.mark.parametrize("topic", quiz_topics())
def test_every_topic_has_its_questions(topic) -> None:
    count = sum(item.topic == topic for item in quizzes("en").values())
    labels = [each.label for each in opened(topic=topic).button]
    assert SAID["start"].format(count=count) in labels


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"q": "nowhere"}, "There is no quiz question “nowhere” here, so this page"),
        (
            {"q": "what-is-late", "topic": "protection"},
            "There is no quiz question “what-is-late” here",
        ),
        ({"topic": "weather"}, "Topic is “weather”, which is unknown; allowed is"),
        ({"colour": "red"}, "colour (“red”) is not a setting here; it has topic, q."),
        ({"q": ["what-is-late", "a-true-mark"]}, "Question is given more than once"),
        ({"q": "![x](https://example.org/x.png)"}, r"“!\[x\](https\://"),
    ],
    ids=str,
)
def test_a_bad_address_gets_one_sentence(address, sentence) -> None:
    app = opened(**address)
    assert len(app.warning) == 1
    assert sentence in app.warning[0].value
