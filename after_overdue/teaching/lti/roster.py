"""The roster of a course (NRPS): who belongs to it, asked when a trainer looks.

Names are shown beside the results and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import requests
from pylti1p3.names_roles import NamesRolesProvisioningService
from sqlalchemy import select

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import session_row
from after_overdue.teaching.lti.launch import BROKEN, NRPS
from after_overdue.teaching.lti.platforms import platform_of
from after_overdue.teaching.lti.roles import learns
from after_overdue.teaching.lti.services import Connector
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import lti_links

MOST_PAGES = 20


@dataclass(frozen=True)
class Member:
    """Somebody who learns in the course; `user` is the platform's own id."""

    user: str
    name: str


def roster(store: Store, host_secret: str, *, now: datetime) -> list[Member]:
    """Return the learners of the course to which a class belongs.

    Raises
    ------
    ClassError
        ``lti_no_roster`` where the platform gives none, ``lti_roster`` where it does
        not answer.
    """
    with store.read() as connection:
        row = session_row(connection, host_secret, now=now)
        mine = lti_links.c.session_id == row.id
        link = connection.execute(select(lti_links).where(mine)).first()
        if link is None or NRPS not in link.services:
            raise ClassError("lti_no_roster")
        platform = platform_of(connection, link.platform_id)
    connector = Connector(platform.registration())
    try:
        asked = NamesRolesProvisioningService(connector, link.services[NRPS])
        return [_member(each) for each in _members(asked) if _learns(each)]
    except (*BROKEN, requests.RequestException) as error:
        raise ClassError("lti_roster") from error


def _members(asked: NamesRolesProvisioningService) -> Iterator[Mapping[str, Any]]:
    """Yield everybody, page by page; a course has no more pages than that."""
    page: str | None = None
    for _ in range(MOST_PAGES):
        members, page = asked.get_members_page(page)
        yield from members
        if page is None:
            return


def _learns(member: Mapping[str, Any]) -> bool:
    active = member.get("status", "Active") == "Active"
    return active and learns(member["roles"])


def _member(member: Mapping[str, Any]) -> Member:
    named = member.get("name") or member.get("given_name") or ""
    return Member(str(member["user_id"]), str(named))
