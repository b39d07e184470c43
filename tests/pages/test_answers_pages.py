"""The pages under Answers: deep links, bad addresses, search and filters."""

import re
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue import clock
from after_overdue.catalog.claims import claims
from after_overdue.catalog.contradictions import contradictions
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.glossary import glossary
from after_overdue.catalog.interface import words
from after_overdue.catalog.offer_signs import offer_signs, said_on
from after_overdue.catalog.questions import questions
from after_overdue.catalog.sources import sources
from after_overdue.models.registry import MODELS
from after_overdue.ui.address import without_starting_values

ROOT = Path(__file__).parents[2]
APP = str(ROOT / "after_overdue/ui/main.py")
PAGES = ("questions", "claims", "glossary", "sources", "offer_check", "call_check")


def opened(page: str, lang: str = "en", **address: str | list[str]) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update({"lang": lang, **address})
    app.switch_page(str(ROOT / f"pages/answers/{page}.py"))
    app.run()
    assert not app.exception
    assert not app.error
    return app


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def rows(app: AppTest) -> list[str]:
    return [each.label for each in app.expander]


def links(app: AppTest) -> dict[str, str]:
    found = {}
    for each in app.get("page_link"):
        found[each.proto.label] = f"{each.proto.page}?{each.proto.query_string}"
    return found


def warnings(app: AppTest) -> list[str]:
    return [each.value for each in app.warning]


def first_of(records: Mapping[str, object], field: str) -> list[str]:
    """One record of each kind; the reading pages show the words of all of them."""
    return list({getattr(each, field): name for name, each in records.items()}.values())


def row_of(app: AppTest, title: str) -> bool:
    return any(title in label for label in rows(app))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_both_languages_without_a_complaint(page, lang) -> None:
    app = opened(page, lang)
    assert app.title[0].value == words(page, lang)["title"]
    assert warnings(app) == []


def test_a_language_may_be_written_with_its_country() -> None:
    app = opened("questions", "zh-CN")
    assert app.title[0].value == words("questions", "zh")["title"]
    assert app.query_params["lang"] in ("zh", ["zh"])
    assert warnings(app) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_is_in_the_list(lang) -> None:
    app = opened("questions", lang)
    assert len(rows(app)) == len(questions(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", first_of(questions("en"), "topic"))
def test_a_question_opens_by_its_own_link_with_all_that_belongs_to_it(
    slug, lang
) -> None:
    app = opened("questions", lang, q=slug)
    texts, question = words("questions", lang), questions(lang)[slug]
    assert "{" not in app.title[0].value
    assert texts["short"] in text(app)
    assert texts["sources"] in [each.value for each in app.header]
    for claim in question.article:
        assert row_of(app, f"**{claim}**")
    assert len(question.related) <= 3
    for other in question.related:
        if "{" not in questions(lang)[other].title:
            assert row_of(app, questions(lang)[other].title)
    assert any(texts["reviewed"][:4] in each.value for each in app.caption)


def test_a_question_links_to_its_figure_with_the_case_in_the_text() -> None:
    app = opened("questions", q="does-repair-bring-points-back")
    address = links(app)["Open “Score recovery”"]
    assert address.startswith("score_recovery?")
    assert "lang=en" in address


def test_a_link_to_a_figure_names_what_differs_from_the_start_alone() -> None:
    app = opened("questions", q="what-it-costs")
    address = links(app)["Open “Penalty interest”"]
    figure = questions("en")["what-it-costs"].figure.address
    assert {"days", "rate"} <= figure.keys()
    assert f"days={figure['days']}" in address
    assert "rate=" not in address


def test_an_answer_that_no_page_shows_links_to_no_figure() -> None:
    app = opened("questions", q="will-i-go-to-jail")
    assert not [label for label in links(app) if label.startswith("Open “")]


def test_the_links_to_figures_open_the_cases_of_the_questions() -> None:
    today = clock.today()
    for slug, question in questions("en").items():
        if question.figure is None:
            continue
        model, wished = MODELS[question.figure.page], question.figure.address
        link = without_starting_values(model.page.inputs_on(today), wished)
        given, asked = ({k: [v] for k, v in each.items()} for each in (link, wished))
        assert model.read(given, today) == model.read(asked, today), slug


def test_footnotes_lead_to_numbered_sources() -> None:
    app = opened("questions", q="five-years-from-when")
    assert r"[\[1\]](#sources)" in text(app)
    cited = re.search(r"\[(.*?)\] State Council: \[Regulation.*", text(app))
    assert cited is not None
    assert cited[1].startswith("1, ")
    assert "Article 16, Article 25 (grade A)" in cited[0]


def test_an_unknown_question_is_told_and_all_are_listed() -> None:
    app = opened("questions", q="nowhere")
    assert warnings(app) == [
        "There is no question “nowhere” here, so this page shows all of them."
    ]
    assert len(rows(app)) == len(questions("en"))


def test_a_question_stays_open_when_the_language_changes() -> None:
    app = opened("questions", q="record-is-wrong")
    app.button(key="switch_language").click().run()
    assert app.query_params["lang"] == "zh"
    assert app.query_params["q"] == "record-is-wrong"
    assert app.title[0].value == questions("zh")["record-is-wrong"].title


def test_a_topic_leaves_its_own_questions() -> None:
    app = opened("questions", topic="checkpoints")
    expected = [q for q in questions("en").values() if q.topic == "checkpoints"]
    assert len(rows(app)) == len(expected)


def test_a_topic_is_chosen_and_goes_to_the_address() -> None:
    app = opened("questions")
    app.button_group(key="questions.topic").set_value("protection").run()
    lines = [each for each in questions("en").values() if each.topic == "protection"]
    assert app.query_params["topic"] == "protection"
    assert len(rows(app)) == len(lines) < len(questions("en"))


@pytest.mark.parametrize(
    ("lang", "query", "slug"),
    [
        ("en", "credit bureau", "record-is-wrong"),
        ("en", "creidt reprot", "free-reports"),
        ("en", "征信报告", "free-reports"),
        ("zh", "征信", "record-is-wrong"),
        ("zh", "芝麻粒", "grains-and-repair-right"),
        ("zh", "default interest", "what-it-costs"),
    ],
)
def test_a_search_finds_what_is_meant(lang, query, slug) -> None:
    app = opened("questions", lang)
    app.text_input(key="questions.find").set_value(query).run()
    assert app.query_params["find"] == query
    title = questions(lang)[slug].title
    assert row_of(app, title)
    assert len(rows(app)) <= 8


@pytest.mark.parametrize(
    ("lang", "query", "said"),
    [
        ("en", "xylophone", "The guide has no answer to “xylophone”."),
        ("zh", "怎么换护照", "指南里没有“怎么换护照”的答案。"),
    ],
)
def test_a_search_without_an_answer_says_so_and_names_three_topics(lang, query, said):
    app = opened("questions", lang, find=query)
    assert app.info[0].value == said
    assert rows(app) == []
    topics = [label for label, to in links(app).items() if "topic=" in to]
    names = {value for key, value in words("answers", lang).items() if "topics." in key}
    assert len(topics) == 3
    assert set(topics) <= names


@pytest.mark.parametrize(
    ("page", "address", "sentence"),
    [
        ("questions", {"topic": "weather"}, "Topic is “weather”, which is unknown; "),
        ("questions", {"colour": "red"}, "colour (“red”) is not a setting here"),
        ("questions", {"q": ["a", "b"]}, "Question is given more than once, as a b"),
        ("questions", {"find": "x" * 101}, "longer than 100 characters, so this page"),
        ("claims", {"claim": "S99"}, "There is no claim “S99”, so this page shows"),
        ("claims", {"contradiction": "X0"}, "There is no contradiction “X0”, so"),
        ("claims", {"status": "true"}, "How well it is backed is “true”, which is"),
        ("claims", {"view": "all"}, "View is “all”, which is unknown; allowed is"),
        ("glossary", {"term": "pizza"}, "There is no word “pizza” in this glossary"),
        ("sources", {"grade": "D"}, "Grade is “D”, which is unknown; allowed is A,"),
        ("sources", {"kind": "blog"}, "Kind of source is “blog”, which is unknown"),
        ("call_check", {"call": "x"}, "call (“x”) is not a setting here"),
        ("offer_check", {"offer": "x"}, "offer (“x”) is not a setting here"),
    ],
    ids=str,
)
def test_a_bad_address_gets_one_sentence(page, address, sentence) -> None:
    app = opened(page, **address)
    assert len(warnings(app)) == 1
    assert sentence in warnings(app)[0]


def test_a_sentence_about_the_address_draws_no_foreign_image_or_link() -> None:
    app = opened("questions", q="![x](https://example.org/x.png)", topic="www.x.org")
    assert r"!\[x\](https\://" + "\u2060" in warnings(app)[0]
    assert "www.x.org" not in warnings(app)[0]


def test_the_sentence_goes_once_something_is_chosen() -> None:
    app = opened("claims", claim="S99")
    app.selectbox(key="claims.status").select("verified-a").run()
    assert warnings(app) == []


def test_the_ledger_shows_every_claim() -> None:
    app = opened("claims")
    assert len(rows(app)) == len(claims()) == 66
    assert any(each.value == "66 of 66 claims" for each in app.caption)


def test_claims_are_filtered_by_status_and_topic() -> None:
    app = opened("claims", status="seed-only", topic="sesame-repair")
    expected = [
        name
        for name, claim in claims().items()
        if (claim.status, claim.topic) == ("seed-only", "sesame-repair")
    ]
    assert [label.split("**")[1] for label in rows(app)] == expected
    app.selectbox(key="claims.topic").select("").run()
    assert "topic" not in app.query_params
    assert app.query_params["status"] == "seed-only"
    assert len(rows(app)) > len(expected)


@pytest.mark.parametrize("name", first_of(claims(), "status"))
def test_a_claim_has_its_verdict_its_ways_and_its_sources(name) -> None:
    lang = LANGUAGES[int(name[1:]) % len(LANGUAGES)]
    app, claim = opened("claims", lang, claim=name), claims()[name]
    assert app.title[0].value == claim.text[lang]
    assert claim.verdict[lang] in text(app)
    for fact in (*claim.supports, *claim.against):
        assert f"**{fact}**" in text(app)
    for row in claim.contradictions:
        assert contradictions()[row].why[lang] in text(app)
    assert len(rows(app)) == len(claim.questions) >= 1
    assert words("claims", lang)["sources"] in [each.value for each in app.header]


def test_a_claim_links_to_the_pages_that_show_it() -> None:
    assert "Go to “Score recovery”" in links(opened("claims", claim="S2"))


def test_a_claim_is_understood_in_small_letters() -> None:
    app = opened("claims", claim="s41")
    assert app.title[0].value == claims()["S41"].text.en
    assert app.query_params["claim"] == "S41"


def test_contradictions_open_on_their_sides() -> None:
    app = opened("claims", view="contradictions")
    assert len(rows(app)) == len(contradictions()) == 22
    app.session_state["row:X1"] = True
    app.run()
    for side in contradictions()["X1"].sides:
        assert side.say.en in text(app)


def test_a_contradiction_opens_by_its_own_link_with_its_claims() -> None:
    app = opened("claims", "zh", contradiction="X12")
    row = contradictions()["X12"]
    assert app.title[0].value == row.title.zh
    assert [label.split("**")[1] for label in rows(app)] == row.claims


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_glossary_holds_every_word_in_both_languages(lang) -> None:
    shown = text(opened("glossary", lang))
    for term in glossary().values():
        assert f"**{term.term[lang]}**" in shown
        assert term.means[lang] in shown


def test_the_glossary_is_filtered_and_forgives_a_typo() -> None:
    app = opened("glossary", find="sesame grian")
    assert "**sesame grain** 芝麻粒" in text(app)
    assert "**charge-off**" not in text(app)


def test_look_alikes_stand_side_by_side() -> None:
    app = opened("glossary", view="pairs", find="sesame grain")
    shown = [each.value.split("  ")[0].split("\n")[0] for each in app.markdown]
    at = next(n for n, each in enumerate(shown) if each.startswith("**sesame grain**"))
    assert "芝麻分" in shown[at + 1] + shown[at - 1]


def test_a_word_opens_by_its_own_link() -> None:
    app = opened("glossary", "zh", term="penalty-interest")
    assert "**罚息** penalty interest" in text(app)
    assert "**违约金** late fee" in text(app)


def test_a_source_is_linked_only_where_it_has_an_address() -> None:
    shown = text(opened("sources"))
    for source in sources().values():
        linked = f"[{source.title.en}]({source.url})"
        assert (linked if source.url else source.title.en) in shown
        if not source.url:
            assert f"[{source.title.en}](" not in shown


def test_sources_are_filtered_by_kind_and_grade() -> None:
    app = opened("sources", kind="law", grade="A")
    count = sum((each.kind, each.grade) == ("law", "A") for each in sources().values())
    assert any(f"{count} of {len(sources())}" in each.value for each in app.caption)
    assert [each.value for each in app.header] == ["Laws"]
    app.selectbox(key="sources.grade").select("C").run()
    assert any("No source is like that" in each.value for each in app.caption)


def test_an_offer_without_a_tick_says_what_to_tick() -> None:
    app = opened("offer_check")
    assert "Nothing is ticked yet" in text(app)
    assert "Credit Reference Center" in text(app)
    assert len(app.checkbox) == len(offer_signs().signs)


@pytest.mark.parametrize(
    ("slug", "lang"), list(zip(offer_signs().signs, cycle(LANGUAGES), strict=False))
)
def test_a_tick_is_answered_with_what_it_breaks_and_its_source(slug, lang) -> None:
    app, sign = opened("offer_check", lang), offer_signs().signs[slug]
    breaks = said_on(sign.breaks, lang, clock.today())
    assert breaks not in text(app)
    app.checkbox(key=f"offer:{slug}").check().run()
    assert breaks in text(app)
    for citation in sign.sources:
        assert sources()[citation.partition("#")[0]].title[lang] in text(app)
    assert words("offer_check", lang)["routes"] in [each.value for each in app.header]


def test_ticks_stay_out_of_the_address_and_survive_the_language() -> None:
    app = opened("offer_check")
    app.checkbox(key="offer:pay-first").check().run()
    app.checkbox(key="offer:hurry").check().run()
    assert "2 parts of this offer are ticked" in text(app)
    assert dict(app.query_params) == {"lang": "en"}
    app.button(key="switch_language").click().run()
    assert "勾选了2条" in text(app)


def test_ticks_are_gone_after_leaving_the_page() -> None:
    app = opened("offer_check")
    app.checkbox(key="offer:hurry").check().run()
    app.switch_page(str(ROOT / "pages/answers/sources.py")).run()
    app.switch_page(str(ROOT / "pages/answers/offer_check.py")).run()
    assert not any(each.value for each in app.checkbox)


def test_an_explore_page_can_show_what_the_article_says() -> None:
    def script() -> None:
        import streamlit as st

        from after_overdue.ui import elements

        st.session_state["lang"] = "en"
        st.session_state["claims:apr"] = True
        elements.claims("apr")

    app = AppTest.from_function(script).run()
    here = {name: claim for name, claim in claims().items() if "apr" in claim.pages}
    for name, claim in here.items():
        assert f"**{name}** {claim.text.en}" in text(app)
        assert claim.verdict.en in text(app)


@pytest.mark.parametrize(
    ("lang", "when"),
    [("en", "looked up 23 November 2026"), ("zh", "查阅于2026年11月23日")],
)
def test_dates_of_sources_are_written_as_the_language_writes_dates(lang, when) -> None:
    shelf = text(opened("sources", lang=lang))
    assert when in shelf
    shown = re.sub(r"\]\([^)]*\)", "", shelf)  # addresses have dates of their own
    assert re.findall(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])", shown) == []


def test_all_about_the_address_stands_in_one_box() -> None:
    app = opened("sources", grade="D", utm_source="chat", fbclid="x")
    (box,) = warnings(app)
    unknown, grade = box.split("\n\n")
    assert "fbclid are not settings here" in unknown
    assert grade.startswith("Grade is “D”")
