"""The entry script of every run: language, navigation, then the page asked for."""

from __future__ import annotations

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.routes import routes
from after_overdue.errors import AfterOverdueError
from after_overdue.reading.markup import ICON
from after_overdue.settings import rooted
from after_overdue.ui import route, share
from after_overdue.ui.address import note_page
from after_overdue.ui.bar import bar
from after_overdue.ui.language import choose_language, locale
from after_overdue.ui.pages import layout_of, navigation, noun_of

# A browser asks for an icon with an address again at every change of the address.
st.set_page_config(page_icon=ICON)
unknown_language = choose_language()
texts = locale().words("site")
page = navigation()
note_page(noun_of(page))
title = f"{page.title} · {texts['name']}"
st.set_page_config(page_title=title, layout=layout_of(page.url_path))

bar(page)
if (unknown_route := route.unknown_route()) is not None:
    options = ", ".join(routes())
    st.warning(texts["unknown_route"].format(given=unknown_route, options=options))
if unknown_language:
    options = ", ".join(LANGUAGES)
    said = texts["unknown_language"].format(given=unknown_language, options=options)
    st.warning(said)
try:
    page.run()
except AfterOverdueError as error:
    st.error(texts["broken"].format(problem=error))
route.foot(noun_of(page), clock.today())
share.share_dialog(page.url_path)
st.caption(locale().label(clock.today()))
privacy, language = locale().words("privacy")["menu"], locale().language
st.markdown(f":small[[{privacy}]({rooted(f'/read/{language}/privacy')})]")
