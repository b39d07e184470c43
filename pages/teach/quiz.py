"""Quiz: questions that answer back, one at a time, alone and without any storage."""

import streamlit as st

from after_overdue import clock
from after_overdue.ui import quiz
from after_overdue.ui.language import locale

TITLES = {"": "title", quiz.RESULT: "result_title"}
texts = locale().words(quiz.NOUN)
chosen = quiz.quiz_choices()
place = chosen["q"]

st.title(texts[TITLES.get(place, "menu")], anchor=False)
chosen.notices()
if not place:
    quiz.start(chosen)
elif place == quiz.RESULT:
    quiz.result(chosen, clock.today())
else:
    quiz.question(chosen, clock.today())
chosen.finish()
