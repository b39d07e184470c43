"""Answers: the list of questions, what a search finds, and one question as a whole."""

from __future__ import annotations

from datetime import date
from typing import get_args

import streamlit as st

from after_overdue.catalog.glossary import glossary, terms_in
from after_overdue.catalog.question_text import QuestionText
from after_overdue.catalog.questions import CHECKS, Question, Topic, questions
from after_overdue.catalog.search import MOST_FOUND, site_search
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.reading.plain import plain
from after_overdue.settings import rooted
from after_overdue.sketches.registry import drawn_sketch
from after_overdue.ui import elements, rows
from after_overdue.ui.citations import merged_notes
from after_overdue.ui.language import locale
from after_overdue.ui.live_figure import live_figure, still_figure
from after_overdue.ui.page_inputs import lent_inputs
from after_overdue.ui.pages import page_of

TOPICS = get_args(Topic)
MOST_WORDS = 2


def topic_name(topic: str) -> str:
    """Return a topic of questions and claims in words."""
    return locale().words("answers")[f"topics.{topic}"]


def questions_by_topic(topic: str, today: date) -> None:
    """Draw every question under its topic; those of one topic where it is chosen."""
    asked = questions(locale().language)
    for each in (topic,) if topic else TOPICS:
        st.header(topic_name(each), anchor=False)
        slugs = [slug for slug, question in asked.items() if question.topic == each]
        with st.container(key=f"list_{each}"):
            rows.question_rows(slugs, today)


def found_questions(query: str, today: date) -> None:
    """Draw what a search finds, best first; or say that nothing answers it."""
    texts = locale().words("questions")
    found = site_search(today).found(query)
    if found.questions:
        st.header(texts["found"].format(query=plain(query)), anchor=False)
        rows.question_rows(found.questions[:MOST_FOUND], today)
    else:
        st.info(texts["found_none"].format(query=plain(query)))
        st.markdown(texts["near_topics"])
        for topic in found.topics:
            rows.link("questions", topic_name(topic), topic=topic)
    if found.terms:
        st.markdown(f"**{texts['words_found']}**")
        st.markdown(meanings(found.terms[:MOST_WORDS]))


def meanings(slugs: tuple[str, ...] | list[str]) -> str:
    """Return glossary terms with what they mean, one an item."""
    language = locale().language
    colon = locale().words("answers")["colon"]
    terms = (glossary()[slug] for slug in slugs)
    return "\n".join(
        f"- **{each.term[language]}**{colon}{each.means[language]}" for each in terms
    )


def whole_question(question: Question, text: QuestionText, today: date) -> None:
    """Draw one question: the short answer, its figure, the whole answer, its sources.

    At a desk the figure and what lies around stand beside the answer; on a phone the
    figure comes before the whole of it, which the style of the page sees to.
    """
    left, right = st.columns([7, 5], gap="large")
    with left.container(key="answer_head"):
        _head(question, text)
    with left.container(key="answer_body"):
        st.markdown(text.text)
        _sources(question, text)
    with right.container(key="answer_figure"):
        _sketch(question, today)
        _figure(question, today)
    with right.container(key="answer_around"):
        around(question, today)


def _head(question: Question, text: QuestionText) -> None:
    texts = locale().words("questions")
    st.caption(topic_name(question.topic))
    st.title(text.title, anchor=False)
    with st.container(key="short_answer"):
        st.markdown(f"**{texts['short']}**  \n{text.short_answer}")


def _sources(question: Question, text: QuestionText) -> None:
    texts = locale().words("questions")
    st.header(texts["sources"], anchor="sources")
    with st.expander(texts["sources_open"]):
        st.markdown(merged_notes(text.notes))
    _words(question)
    if text.figures:
        elements.sources(text.figures, label=texts["numbers"])


def around(question: Question, today: date) -> None:
    """Draw what lies around a question: the article's claims and related questions."""
    texts = locale().words("questions")
    if question.article:
        st.header(texts["claims"], anchor=False)
        st.markdown(texts["claims_lead"])
        rows.claim_rows(question.article)
    if question.related:
        st.header(texts["related"], anchor=False)
        rows.question_rows(question.related, today)
    check = CHECKS.get(question.topic)
    if check:
        name = locale().words(check)["menu"]
        rows.link(check, texts["check_link"].format(page=name))
    day = locale().day(question.reviewed)
    page = rooted(f"/read/{question.language}/questions/{question.slug}")
    plain = f"[{locale().words('reading')['plain']}]({page})"
    st.caption(texts["reviewed"].format(date=day))
    st.markdown(plain)


def _sketch(question: Question, today: date) -> None:
    """Draw the sketch inside an answer, with what it shows in words."""
    if question.sketch is None:
        return
    drawn = drawn_sketch(question.sketch, today, locale())
    st.header(drawn.name, anchor=False)
    st.caption(drawn.label)
    still_figure(
        drawn.figure,
        name=drawn.name,
        words={**locale().words("figure"), "origin": locale().origin(today)},
        filename=question.slug,
        key=f"questions.{question.slug}",
    )
    with st.expander(locale().words("reading")["figure_words"]):
        st.markdown("\n".join(f"- {each}" for each in drawn.sentences))


@st.fragment(key="figure")
def _figure(question: Question, today: date) -> None:
    """Draw the figure of an answer, live, with the way to its page as it stands."""
    figure = question.figure
    if figure is None or page_of(figure.page, locale()) is None:
        return
    texts = {name: [text] for name, text in figure.address.items()}
    model, holder = PAGE_MODELS[figure.page], f"questions:{question.slug}"
    inputs = lent_inputs(model, texts, today, holder=holder)
    drawn = picture(figure.page, inputs.values, today, locale())
    live_figure(drawn)
    name = locale().words(figure.page)["menu"]
    label = locale().words("questions")["figure_link"].format(page=name)
    rows.model_link(figure.page, label, drawn.settings)


def _words(question: Question) -> None:
    """Offer the words of the trade that a question uses."""
    used = terms_in(f"{question.short_answer}\n{question.text}", question.language)
    if used:
        with st.expander(locale().words("questions")["terms"]):
            st.markdown(meanings(used))
