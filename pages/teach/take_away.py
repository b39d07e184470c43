"""Take it with you: handouts, charts, lessons and questions, as files."""

import streamlit as st

from after_overdue.catalog.quizzes import quiz_topics
from after_overdue.ui import take_away
from after_overdue.ui.choices import Choice, page_choices
from after_overdue.ui.language import locale

texts = locale().words(take_away.NOUN)
chosen = page_choices(take_away.NOUN, Choice("topic", quiz_topics()))

st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
chosen.notices()
take_away.handouts()
take_away.charts()
take_away.lessons()
take_away.packs()
take_away.question_bank(chosen)
take_away.elsewhere()
chosen.finish()
