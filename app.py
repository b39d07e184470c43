"""Serve After Overdue: the site, its HTTP routes and its headers."""

import os

import streamlit as st

from after_overdue.errors import SettingError
from after_overdue.insides import take_base_path
from after_overdue.logs import install as log_without_words
from after_overdue.project import PACKAGE, ROOT
from after_overdue.settings import BASE_PATH
from after_overdue.ui.live_figure import register
from after_overdue.web.checked_settings import check_settings
from after_overdue.web.lifespan import lifespan
from after_overdue.web.middleware import middleware
from after_overdue.web.routes import routes

os.chdir(ROOT)  # Streamlit reads .streamlit/config.toml from the working directory
os.environ[BASE_PATH] = take_base_path()
try:
    check_settings()
except SettingError as error:
    raise SystemExit(f"After Overdue does not start. {error}") from None
log_without_words()

app = st.App(
    PACKAGE / "ui/main.py",
    routes=routes,
    middleware=middleware,
    lifespan=lifespan(register),
)

if __name__ == "__main__":
    app.run()
