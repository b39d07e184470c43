"""The class that belongs to a platform's link: opened by whoever comes first.

The host's secret and the learner's token follow from our key and the platform's own
ids, so that nobody has to keep them and the same person comes back as the same learner,
on any device.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import host_view
from after_overdue.teaching.join_codes import hash_of
from after_overdue.teaching.learner import join
from after_overdue.teaching.lti.changed_link import (
    keep_link,
    open_class,
    opens_now,
    remove_unanswered,
)
from after_overdue.teaching.lti.content import Content
from after_overdue.teaching.lti.key import derived
from after_overdue.teaching.lti.launch import Launch
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import learners

LONGEST_ID = 255
"""Characters of an id of a platform; the standard's own limit."""


@dataclass(frozen=True)
class Entered:
    """Where somebody came in: a learner with a token, a trainer with the secret.

    Attributes
    ----------
    is_changed : whether the link opens something else than the class that goes on
    """

    class_id: str = ""
    token: str = ""
    host_secret: str = ""
    is_changed: bool = False


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
    open_class(store, secret, content, now=now)
    view = host_view(store, secret, now=now)
    changed = launch.is_trainer and opens_now(view.scene, launch.custom) is not None
    if changed and remove_unanswered(store, secret, now=now):
        open_class(store, secret, content, now=now)
        view, changed = host_view(store, secret, now=now), False
    here = view.scene.session_id
    keep_link(store, here, launch.platform_id, launch.link, launch.services)
    if launch.is_trainer:
        return Entered(host_secret=secret, is_changed=changed)
    token = derived("learner", view.scene.class_id, launch.user)
    joined = join(store, secret=view.join_secret, token=token, now=now)
    _keep_learner(store, launch, token)
    return Entered(joined.class_id, joined.token)


def _host_secret(launch: Launch) -> str:
    place = launch.platform.issuer, launch.platform.client_id, launch.deployment
    return derived("host", *place, launch.link)


def _keep_learner(store: Store, launch: Launch, token: str) -> None:
    mine = learners.c.token_hash == hash_of(token)
    with store.write() as connection:
        named = update(learners).where(mine).values(platform_user=launch.user)
        connection.execute(named)
