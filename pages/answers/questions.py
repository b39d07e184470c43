"""Questions: browse them by topic, search them, or read one as a whole."""

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.questions import questions
from after_overdue.ui import answers, rows
from after_overdue.ui.choices import Choice, page_choices
from after_overdue.ui.language import locale

NOUN, FIRST = "questions", "what-to-do-first"
today = clock.today()
texts, site = locale().words(NOUN), locale().words("site")
asked = questions(locale().language)
chosen = page_choices(
    NOUN, Choice("q", asked), Choice("topic", answers.TOPICS), Choice("find")
)

if chosen["q"]:
    question = asked[chosen["q"]]
    text = rows.text_of(question.slug, today)
    st.set_page_config(page_title=f"{text.title} · {site['name']}")
    rows.back(NOUN)
    chosen.notices()
    answers.whole_question(question, text, today)
    rows.back(NOUN)
else:
    st.title(texts["title"], anchor=False)
    st.markdown(texts["lead"])
    chosen.notices()
    chosen.search("find")
    if chosen["find"]:
        answers.found_questions(chosen["find"], today)
        rows.back(NOUN)
    else:
        with st.container(key="first_step"):
            rows.link(NOUN, asked[FIRST].title, q=FIRST)
        chosen.pills("topic", answers.TOPICS, answers.topic_name)
        answers.questions_by_topic(chosen["topic"], today)
chosen.finish()
