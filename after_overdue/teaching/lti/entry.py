"""The class that belongs to a platform's link: opened by whoever comes first.

The host's secret and the learner's token follow from our key and the platform's own
ids, so that nobody has to keep them and the same person comes back as the same learner,
on any device.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import host_view, open_class_session
from after_overdue.teaching.join_codes import hash_of
from after_overdue.teaching.learner import join
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.lti.content import OWN, Content
from after_overdue.teaching.lti.key import derived
from after_overdue.teaching.lti.launch import Launch
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import learners, lti_links

LONGEST_ID = 255
"""Characters of an id of a platform; the standard's own limit."""


@dataclass(frozen=True)
class Entered:
    """Where somebody came in: a learner with a token, a trainer with the secret."""

    class_id: str = ""
    token: str = ""
    host_secret: str = ""


def enter(store: Store, launch: Launch, content: Content, *, now: datetime) -> Entered:
    """Bring who was launched into the class of the link.

    Raises
    ------
    ClassError
        ``lti_message`` where the platform names no place or an id is too long; as
        `join`.
    """
    if not launch.link or max(len(launch.link), len(launch.user)) > LONGEST_ID:
        raise ClassError("lti_message")
    secret = _host_secret(launch)
    _open(store, secret, content, now=now)
    view = host_view(store, secret, now=now)
    _keep_link(store, launch, view.scene.session_id)
    if launch.is_trainer:
        return Entered(host_secret=secret)
    token = derived("learner", view.scene.class_id, launch.user)
    joined = join(store, secret=view.join_secret, token=token, now=now)
    _keep_learner(store, launch, token)
    return Entered(joined.class_id, joined.token)


def _host_secret(launch: Launch) -> str:
    place = launch.platform.issuer, launch.platform.client_id, launch.deployment
    return derived("host", *place, launch.link)


def _open(store: Store, secret: str, content: Content, *, now: datetime) -> None:
    """Open the class where there is none; of two at once, one does."""
    try:
        host_view(store, secret, now=now)
    except ClassError:
        lesson = ready_lesson(content.name, content.language)
        try:
            open_class_session(
                store,
                lesson,
                now=now,
                own_pace=content.pace == OWN,
                host_secret=secret,
            )
        except IntegrityError:
            return


def _keep_link(store: Store, launch: Launch, session_id: int) -> None:
    new = {
        "platform_id": launch.platform_id,
        "session_id": session_id,
        "link": launch.link,
        "services": dict(launch.services),
    }
    kept = store.insert(lti_links).values(new)
    with store.write() as connection:
        connection.execute(
            kept.on_conflict_do_update(
                index_elements=["session_id"],
                set_={"services": kept.excluded.services},
            )
        )


def _keep_learner(store: Store, launch: Launch, token: str) -> None:
    mine = learners.c.token_hash == hash_of(token)
    with store.write() as connection:
        named = update(learners).where(mine).values(platform_user=launch.user)
        connection.execute(named)
