"""What a class leaves behind: its results to take home, and its removal."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from after_overdue.teaching.class_session import HostView, delete_class_session
from after_overdue.teaching.exports.pack import Pack
from after_overdue.teaching.join_codes import shown_join_code
from after_overdue.teaching.moments import local
from after_overdue.teaching.result_files import results_csv, results_xlsx
from after_overdue.teaching.store import now, store
from after_overdue.teaching.summary import summary_page
from after_overdue.ui import class_room
from after_overdue.ui.class_join import invitation
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.language import locale

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES = {
    "xlsx": ("table_view", ".xlsx", XLSX),
    "csv": ("table", ".csv", "text/csv"),
    "summary": ("print", ".html", "text/html"),
    "pack": ("folder_zip", "-pack.zip", "application/zip"),
}
"""Icon, ending and media type of each file."""
BOM = "\ufeff"
"""Tells a spreadsheet that the text is UTF-8."""
SURE = "class_removal_sure"


def results(secret: str, view: HostView, *, opened: bool) -> None:
    """Offer the results as a table and as a page to print."""
    texts, language = locale().words(NOUN), locale().language
    with st.expander(texts["results"], icon=":material/download:", expanded=opened):
        st.markdown(texts["results_about"].format(zone=view.scene.zone))
        st.markdown(texts["pack_about"])
        name = f"after-overdue-class-{view.join_code.lower()}"
        with st.container(horizontal=True):
            for file, made in _files(secret, view, language).items():
                icon, ending, mime = FILES[file]
                st.download_button(
                    texts[file],
                    data=made,
                    file_name=f"{name}{ending}",
                    mime=mime,
                    icon=f":material/{icon}:",
                    on_click="ignore",
                )


def _files(
    secret: str, view: HostView, language: str
) -> dict[str, Callable[[], bytes | str]]:
    """Return what makes each file, once it is asked for: then no page is at hand."""
    pack = _pack(view)
    return {
        "xlsx": lambda: results_xlsx(store(), secret, now=now()),
        "csv": lambda: BOM + results_csv(store(), secret, now=now()),
        "summary": lambda: summary_page(store(), secret, now=now(), language=language),
        "pack": pack.zip,
    }


def _pack(view: HostView) -> Pack:
    """Return the lesson pack, whose codes lead into this class."""
    return Pack(
        lesson=view.lesson,
        base=class_room.address_of(""),
        join=invitation(view),
        code=shown_join_code(view.join_code),
        today=view.scene.day,
    )


def kept(view: HostView) -> None:
    """Say until when the class is kept, and what of a learner."""
    texts = locale().words(NOUN)
    until = locale().day(local(view.expires, view.scene.zone).date())
    st.caption(f"{texts['kept_until'].format(date=until)} {_kept(view)}")


def _kept(view: HostView) -> str:
    return locale().words(NOUN)["kept_named" if view.scene.asks_name else "kept"]


def removal(secret: str, view: HostView) -> None:
    """Remove the class once the trainer has said twice that it shall go."""
    texts = locale().words(NOUN)
    with st.popover(texts["remove"], icon=":material/delete:"):
        st.markdown(texts["remove_about"].format(count=locale().number(view.learners)))
        sure = st.checkbox(texts["remove_sure"], key=SURE)
        st.button(
            texts["remove_now"],
            disabled=not sure,
            icon=":material/delete_forever:",
            on_click=_remove,
            args=(secret,),
        )


def _remove(secret: str) -> None:
    def work() -> None:
        delete_class_session(store(), secret, now=now())
        class_room.leave()
        class_room.say(locale().words(NOUN)["removed"])

    class_room.attempt(work)
