"""Guess first: commit to a guess, then see it beside the model's own curve."""

import streamlit as st

from after_overdue import clock
from after_overdue.ui import predict
from after_overdue.ui.language import locale

texts = locale().words(predict.NOUN)
chosen = predict.predict_choices()

st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
chosen.notices()
predict.prediction(chosen, clock.today())
st.caption(texts["private"])
chosen.finish()
