"""Deep linking: a trainer chooses here what a link of the platform's course opens.

What has to be known when the choice is made stands in the form itself, sealed with a
secret that follows from our key, so that nothing is kept of who only looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import jwt
from pylti1p3.deep_link import DeepLink
from pylti1p3.deep_link_resource import DeepLinkResource
from pylti1p3.lineitem import LineItem

from after_overdue.errors import ClassError
from after_overdue.teaching.join_codes import hash_of
from after_overdue.teaching.lti.content import Content
from after_overdue.teaching.lti.key import derived
from after_overdue.teaching.lti.launch import Launch
from after_overdue.teaching.lti.outside import is_address
from after_overdue.teaching.lti.platforms import platform_of
from after_overdue.teaching.moments import ms
from after_overdue.teaching.store import Store

KEPT = timedelta(hours=2)
ALGORITHM, RETURN = "HS256", "deep_link_return_url"
MOST_POINTS = 100
"""Of the column that the platform makes; what we send is a share of its own."""


def sealed(launch: Launch, *, now: datetime) -> str:
    """Return what a form carries from the launch to the choice.

    Raises
    ------
    ClassError
        ``lti_message`` where the platform names no address to return to.
    """
    if not is_address(str(launch.choosing.get(RETURN, ""))):
        raise ClassError("lti_message")
    kept = {
        "platform": launch.platform_id,
        "deployment": launch.deployment,
        "choosing": {name: launch.choosing.get(name) for name in (RETURN, "data")},
        "until": ms(now + KEPT),
    }
    return jwt.encode(kept, _secret(), algorithm=ALGORITHM)


def unsealed(text: str, *, now: datetime) -> Mapping[str, Any]:
    """Return what a form carried.

    Raises
    ------
    ClassError
        ``lti_used`` where it is none of ours, or too old by the database's clock.
    """
    try:
        found: Mapping[str, Any] = jwt.decode(text, _secret(), algorithms=[ALGORITHM])
    except jwt.InvalidTokenError as error:
        raise ClassError("lti_used") from error
    if found["until"] <= ms(now):
        raise ClassError("lti_used")
    return found


def chosen(
    store: Store, text: str, content: Content, *, launch: str, now: datetime
) -> tuple[str, str]:
    """Return the platform's address for a choice, and the choice as we sign it.

    Parameters
    ----------
    launch : our address that the link will open
    """
    kept = unsealed(text, now=now)
    with store.read() as connection:
        platform = platform_of(connection, kept["platform"])
    item = DeepLinkResource().set_title(content.title).set_url(launch)
    item.set_custom_params(content.custom)
    if content.kind == "lesson":
        column = LineItem().set_label(content.title).set_score_maximum(MOST_POINTS)
        item.set_lineitem(column)
    choosing = kept["choosing"]
    link = DeepLink(platform.registration(), kept["deployment"], choosing)
    return choosing[RETURN], link.get_response_jwt([item])


def _secret() -> str:
    return hash_of(derived("choosing"))
