"""A platform's link that was changed while its class is open.

Where nobody has answered yet, a new class takes the place of the old one at the
trainer's next launch; else the trainer is told and decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import (
    host_view,
    open_class_session,
    remove,
    session_row,
)
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.lti.content import LESSON, OWN, Content, content_of
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import answers, lti_links

PARAMETERS = (LESSON, "pace", "language")
"""What a link says of a lesson."""


def parameters(given: Mapping[str, str]) -> dict[str, str]:
    """Return of what was given what a link says of a lesson."""
    return {name: given[name] for name in PARAMETERS if given.get(name)}


def opens_now(scene: ClassState, given: Mapping[str, str]) -> Content | None:
    """Return what a link opens where that is not this class; None where it is.

    Parameters
    ----------
    given : the link's custom parameters
        A link that names no language fits a class in any: whoever came first gave it
        theirs.
    """
    try:
        content = content_of(given, scene.lesson.language)
    except ClassError:
        return None
    if content.kind != LESSON:
        return None
    now_opens = content.title, content.language, content.pace == OWN
    opened = scene.lesson.title, scene.lesson.language, scene.own_pace
    return None if now_opens == opened else content


def open_class(store: Store, secret: str, content: Content, *, now: datetime) -> None:
    """Open a class where there is none; of two at once, one does."""
    try:
        host_view(store, secret, now=now)
    except ClassError:
        lesson = ready_lesson(content.name, content.language)
        own = content.pace == OWN
        try:
            open_class_session(store, lesson, now=now, own_pace=own, host_secret=secret)
        except IntegrityError:
            return


def remove_unanswered(store: Store, secret: str, *, now: datetime) -> bool:
    """Remove a class in which nobody has answered; return whether it was one."""
    with store.write() as connection:
        row = session_row(connection, secret, now=now, lock=True)
        given = select(answers.c.step).where(answers.c.session_id == row.id).limit(1)
        if connection.execute(given).first() is not None:
            return False
        remove(connection, row)
    return True


def open_in_its_place(
    store: Store, secret: str, content: Content, *, now: datetime
) -> None:
    """Remove a link's class with all answers, and open a new one for that link.

    Raises
    ------
    ClassError
        ``host`` where the secret opens no class of a link, ``lti_content`` where the
        content is no lesson.
    """
    if content.kind != LESSON:
        raise ClassError("lti_content")
    with store.write() as connection:
        row = session_row(connection, secret, now=now, lock=True)
        mine = lti_links.c.session_id == row.id
        link = connection.execute(select(lti_links).where(mine)).first()
        if link is None:
            raise ClassError("host")
        remove(connection, row)
    open_class(store, secret, content, now=now)
    opened = host_view(store, secret, now=now).scene.session_id
    keep_link(store, opened, link.platform_id, link.link, link.services)


def keep_link(
    store: Store,
    session_id: int,
    platform_id: int,
    link: str,
    services: Mapping[str, object],
) -> None:
    """Keep to which place of a course a class belongs, and its newest services."""
    new = {
        "platform_id": platform_id,
        "session_id": session_id,
        "link": link,
        "services": dict(services),
    }
    kept = store.insert(lti_links).values(new)
    with store.write() as connection:
        connection.execute(
            kept.on_conflict_do_update(
                index_elements=["session_id"],
                set_={"services": kept.excluded.services},
            )
        )
