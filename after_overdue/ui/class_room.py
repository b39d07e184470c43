"""The host's side of a class: whose page this is, and what its buttons do."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from after_overdue.errors import AfterOverdueError, ClassError
from after_overdue.reading.plain import plain
from after_overdue.teaching.class_session import HostView, command, host_view
from after_overdue.teaching.refusals import message_of
from after_overdue.teaching.store import now, store
from after_overdue.teaching.store_trouble import trouble_of
from after_overdue.ui.address import site_address
from after_overdue.ui.language import locale

LOG = logging.getLogger(__name__)
NOUN = "class_session"
HOST = "host"
"""The parameter of the address that holds the host's secret."""
KEPT_HOST = "_class_host"
"""Where the session state keeps it while the trainer looks at another page."""
SAID = "_class_said"
"""Where the session state keeps what a button has to say to the next run."""
JOIN = "/join"
RETRY_SECONDS = 2


def host_secret() -> str:
    """Return the secret of the address; that of a class left in this tab, if none."""
    asked = st.query_params.get(HOST, "").strip()
    if not asked and (kept := st.session_state.get(KEPT_HOST)):
        st.query_params[HOST] = asked = kept
    return asked


def view_of(secret: str) -> HostView | None:
    """Return the class that a host's secret opens; say so where it opens none."""
    if not secret:
        return None
    try:
        view = host_view(store(), secret, now=now())
    except ClassError as error:
        st.session_state.pop(KEPT_HOST, None)
        say(refusal(error))
        return None
    st.session_state[KEPT_HOST] = secret
    return view


def enter(secret: str) -> None:
    """Go to the board of a class; the address keeps the way to it."""
    st.session_state[KEPT_HOST] = secret
    st.query_params.from_dict({"lang": locale().language, HOST: secret})


def leave() -> None:
    """Go back to the form that opens a class."""
    st.session_state.pop(KEPT_HOST, None)
    st.query_params.from_dict({"lang": locale().language})


def press(secret: str, rev: int, name: str) -> None:
    """Do what a button of the board says, if the class is still where it was.

    Parameters
    ----------
    rev : of the view that the button stood on
    name : of the command
    """
    attempt(lambda: command(store(), secret, rev=rev, command=name, now=now()))


def attempt(work: Callable[[], object]) -> None:
    """Do some work; say in a sentence why it was refused."""
    try:
        work()
    except AfterOverdueError as error:
        say(refusal(error))
    except SQLAlchemyError as error:
        say(unreachable(error))


def unreachable(error: SQLAlchemyError) -> str:
    """Return what to say while the store does not answer; the log has the rest."""
    LOG.error("The store of classes does not answer: %s", trouble_of(error))
    return locale().words("learner")["no_store"]


@contextmanager
def reachable() -> Iterator[None]:
    """Say so while the store does not answer, and come back once it does."""
    try:
        yield
    except SQLAlchemyError as error:
        st.error(unreachable(error))
        _retry()


@st.fragment(run_every=RETRY_SECONDS)
def _retry() -> None:
    """Draw the page anew once the store answers."""
    try:
        with store().read():
            pass
    except SQLAlchemyError as error:
        LOG.info("The store of classes still does not answer: %s", trouble_of(error))
        return
    st.rerun()


def refusal(error: AfterOverdueError) -> str:
    """Return why something cannot be done, in the host's language."""
    return message_of(error, locale().language)


def say(text: str) -> None:
    """Keep a sentence for the top of the page."""
    st.session_state[SAID] = text


def notice() -> None:
    """Show what was to be said, once."""
    if text := st.session_state.pop(SAID, ""):
        st.warning(plain(text), icon=":material/info:")


def address_of(path: str) -> str:
    """Return the whole address of a path of this site, as the browser reaches it."""
    return f"{site_address()}{path}"
