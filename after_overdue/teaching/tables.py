"""The tables of a class: its sessions, its learners, and one answer for each step.

A change here needs a numbered migration beside it; a test compares the two.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
)

NAMES = {
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
}
metadata = MetaData(naming_convention=NAMES)
UTC, FIRST = "UTC", "0"
ID = BigInteger().with_variant(Integer, "sqlite")


def _reference(table: str, name: str, **more: Any) -> Column[int]:  # noqa: ANN401
    """Return a column that refers to a row of another table, and goes with it."""
    to = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, ID, to, **{"nullable": False, **more})


class_sessions = Table(
    "class_session",
    metadata,
    Column("id", ID, primary_key=True),
    Column("class_id", String(32), nullable=False, unique=True),
    Column("lesson", JSON, nullable=False),
    Column("join_code", String(16), nullable=False, unique=True),
    Column("join_secret", String(32), nullable=False, unique=True),
    Column("host_hash", String(64), nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("phases", JSON, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("opened_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False, index=True),
    Column("locked", Boolean, nullable=False, server_default=false()),
    Column("shown", JSON(none_as_null=True)),
    Column("zone", String(64), nullable=False, server_default=UTC),
    Column("asks_name", Boolean, nullable=False, server_default=false()),
    Column("ends_ms", BigInteger),
    Column("own_pace", Boolean, nullable=False, server_default=false()),
)
"""One sitting of a class. `phases` has one phase for each step of the lesson.

`locked` lets nobody join any more. `shown` has the settings to which the trainer moved
the page that is explored together; nothing where it stands as the lesson has it.
`zone` is where the trainer's clock stands, for the times of the results; where
`asks_name` is set, nobody joins without a name or a staff number. `ends_ms` is when the
countdown of the step ends. Where `own_pace` is set every learner goes at their own
speed, from the step in `learners.position`, and the class itself does not move.
"""

learners = Table(
    "learner",
    metadata,
    Column("id", ID, primary_key=True),
    _reference("class_session", "session_id", index=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("nickname", String(24)),
    Column("joined_ms", BigInteger, nullable=False),
    Column("removed_ms", BigInteger),
    Column("position", Integer, nullable=False, server_default=FIRST),
    Column("platform_user", String(255)),
)
"""Who joined: a hash of a random token, and a nickname if one was given.

Who was taken out of the class keeps a row, so that it can be undone. `position` counts
where learners go at their own speed. `platform_user` is the id of who came from a
course platform, under which it takes a grade.
"""
present = learners.c.removed_ms.is_(None)
"""Whether a learner is in the class."""

answers = Table(
    "answer",
    metadata,
    _reference("class_session", "session_id", primary_key=True),
    Column("step", Integer, primary_key=True),
    _reference("learner", "learner_id", primary_key=True, index=True),
    Column("response", JSON, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("answered_ms", BigInteger, nullable=False),
    Column("hidden", Boolean, nullable=False, server_default=false()),
)
"""The answer of a learner to a step; the key makes it the only one.

The room does not see one that is `hidden`: a text that the trainer took off the list.
"""

clocks = Table(
    "clock",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seen_ms", BigInteger, nullable=False),
    Column("doubted_ms", BigInteger, nullable=False),
    Column("sure_ms", BigInteger, nullable=False),
)
"""When the clock was last looked at: one row, as `expiry` keeps it."""

lti_platforms = Table(
    "lti_platform",
    metadata,
    Column("id", ID, primary_key=True),
    Column("issuer", String(255), nullable=False),
    Column("client_id", String(255), nullable=False),
    Column("login_url", String(255), nullable=False),
    Column("token_url", String(255), nullable=False),
    Column("keys_url", String(255), nullable=False),
    Column("deployments", JSON, nullable=False),
    Column("audience", String(255), nullable=False),
    UniqueConstraint("issuer", "client_id"),
)
"""The course platforms that may send people here."""

lti_logins = Table(
    "lti_login",
    metadata,
    Column("state_hash", String(64), primary_key=True),
    Column("nonce_hash", String(64), nullable=False),
    _reference("lti_platform", "platform_id"),
    Column("expires_ms", BigInteger, nullable=False),
    Column("form", JSON, nullable=False),
)
"""Logins that have begun: gone once used, or after a few minutes."""

lti_links = Table(
    "lti_link",
    metadata,
    Column("id", ID, primary_key=True),
    _reference("lti_platform", "platform_id"),
    _reference("class_session", "session_id", unique=True),
    Column("link", String(255), nullable=False),
    Column("services", JSON, nullable=False),
)
"""The place in a platform's course to which a class belongs.

`services` has where grades go and the roster comes from, as the last launch said.
"""

lti_grades = Table(
    "lti_grade",
    metadata,
    _reference("learner", "learner_id", primary_key=True, autoincrement=False),
    Column("changed", Integer, nullable=False),
    Column("due_ms", BigInteger, index=True),
    Column("tries", Integer, nullable=False),
    Column("trouble", String(32)),
    Column("sent_ms", BigInteger),
    Column("given", Integer),
    Column("most", Integer),
)
"""The outbox of grades: `changed` counts, `due_ms` is when it is sent next, if at all.

`given` of `most` is what the platform took last.
"""
