"""A launch: a platform's login is begun here, and ends with a message that it signed.

State and nonce are kept in the database from the first step to the second, where they
are taken out in the same statement that finds them: a message serves once. The library
checks signature, audience, time and form.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import jwt
import requests
from pylti1p3.exception import LtiException, LtiKeyException, ToolConfException
from pylti1p3.message_launch import MessageLaunch
from sqlalchemy import delete, insert

from after_overdue.errors import ClassError
from after_overdue.teaching.join_codes import hash_of, new_secret
from after_overdue.teaching.lti.outside import Outside
from after_overdue.teaching.lti.platforms import (
    Platform,
    platform_id_of,
    platform_of,
)
from after_overdue.teaching.lti.roles import runs
from after_overdue.teaching.moments import ms
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import lti_logins

KEPT = timedelta(minutes=10)
ASKED = ("iss", "login_hint", "target_link_uri", "lti_message_hint", "client_id")
LONGEST_HINT = 8192
CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"
DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
LEEWAY = timedelta(minutes=1)
"""By how much a platform's clock may differ: servers keep time to seconds, and
a message is used within seconds of being signed."""
REQUIRED = ["exp", "iat", "nonce", "sub", "aud", "iss"]
KEYS: dict[str, tuple[Any, float]] = {}
"""The keys of platforms by their address, and until when they are not asked again."""
KEYS_SECONDS = 300
BROKEN = (
    LtiException,
    ToolConfException,
    AttributeError,
    KeyError,
    OverflowError,
    TypeError,
    ValueError,
)
"""What the library raises for a message that is none, whatever stands in it."""


@dataclass(frozen=True)
class Login:
    """A login that has begun.

    Attributes
    ----------
    address : of the platform, with what it needs to answer
    state : that its answer carries, known to one browser
    """

    address: str
    state: str


@dataclass(frozen=True)
class Begun:
    """What was kept of a login that a message now ends."""

    platform_id: int
    platform: Platform
    nonce_hash: str
    form: Mapping[str, str]


@dataclass(frozen=True)
class Launch:
    """Who was sent here, from where, to what, as the platform signed it.

    Attributes
    ----------
    user : the platform's own id of a person
    link : the platform's own id of the place in its course
    custom : what stands at that place
    services : where grades go and the roster comes from, by the claim's name
    """

    platform_id: int
    platform: Platform
    deployment: str
    user: str
    is_trainer: bool
    language: str = ""
    link: str = ""
    custom: Mapping[str, str] = field(default_factory=dict)
    services: Mapping[str, Any] = field(default_factory=dict)
    choosing: Mapping[str, Any] = field(default_factory=dict)


def begin_login(
    store: Store, form: Mapping[str, str], *, launch: str, now: datetime
) -> Login:
    """Begin the login that a platform asks for.

    Parameters
    ----------
    form : what the platform sent
    launch : our address to which it sends its message

    Raises
    ------
    ClassError
        ``lti_login`` where a part is missing, ``lti_platform`` where it is unknown.
    """
    kept = {name: form[name] for name in ASKED if form.get(name)}
    if not {"iss", "login_hint"} <= kept.keys():
        raise ClassError("lti_login")
    if any(len(each) > LONGEST_HINT for each in kept.values()):
        raise ClassError("lti_login")
    state, nonce = new_secret(), new_secret()
    with store.write() as connection:
        over = lti_logins.c.expires_ms <= ms(now)
        connection.execute(delete(lti_logins).where(over))
        found = platform_id_of(connection, kept["iss"], kept.get("client_id", ""))
        platform = platform_of(connection, found)
        row = {
            "state_hash": hash_of(state),
            "nonce_hash": hash_of(nonce),
            "platform_id": found,
            "expires_ms": ms(now + KEPT),
            "form": kept,
        }
        connection.execute(insert(lti_logins).values(row))
    query = {
        "scope": "openid",
        "response_type": "id_token",
        "response_mode": "form_post",
        "prompt": "none",
        "client_id": platform.client_id,
        "redirect_uri": launch,
        "login_hint": kept["login_hint"],
        "state": state,
        "nonce": nonce,
    }
    if hint := kept.get("lti_message_hint"):
        query["lti_message_hint"] = hint
    mark = "&" if "?" in platform.login_url else "?"
    return Login(f"{platform.login_url}{mark}{urlencode(query)}", state)


def end_login(store: Store, state: str, *, now: datetime) -> Begun:
    """Take what was kept of a login out of the database; it serves once.

    Raises
    ------
    ClassError
        ``lti_used`` where it was used before, or never begun.
    """
    mine = lti_logins.c.state_hash == hash_of(state)
    taken = delete(lti_logins).where(mine).returning(*lti_logins.c)
    with store.write() as connection:
        row = connection.execute(taken).first()
        if row is None or row.expires_ms <= ms(now):
            raise ClassError("lti_used")
        platform = platform_of(connection, row.platform_id)
    return Begun(row.platform_id, platform, row.nonce_hash, row.form)


class _Message(MessageLaunch[Any, Any, Any, Any]):
    """The library's message, of which we keep no session."""

    def __init__(self, id_token: str, platform: Platform) -> None:
        ours: Any = object()
        super().__init__(
            {"id_token": id_token},
            platform.known(),
            session_service=ours,
            cookie_service=ours,
            requests_session=Outside(),
        )
        self.set_auto_validation(False)
        self._ours = platform.client_id

    def _get_request_param(self, key: str) -> str:
        return str(self._request[key])

    def get_client_id(self) -> str:
        """Return our client id where the message is for us; the library looks it up."""
        body: Mapping[str, Any] = self._get_jwt_body()
        return self._ours if _is_for(self._ours, body) else ""

    def validate_jwt_signature(self) -> _Message:
        """Check the signature and the time; `get_client_id` has seen the audience."""
        key, algorithm = self.get_public_key()
        try:
            jwt.decode(
                self._get_id_token(),
                key,
                algorithms=[algorithm],
                options={"verify_aud": False, "require": REQUIRED},
                leeway=LEEWAY,
            )
        except jwt.InvalidTokenError as error:
            raise LtiException(str(error)) from error
        return self

    def fetch_public_key(self, key_set_url: str) -> Any:  # noqa: ANN401  # JSON
        """Return the platform's keys; a key that is not among those kept is asked for.

        A course that comes at once costs the platform one question.
        """
        kept, until = KEYS.get(key_set_url, ({}, 0.0))
        named = self._jwt["header"].get("kid")
        known = any(each.get("kid") == named for each in kept.get("keys", ()))
        if known and time.monotonic() < until:
            return kept
        found: Any = super().fetch_public_key(key_set_url)
        if isinstance(found, dict) and isinstance(found.get("keys"), list):
            KEYS[key_set_url] = found, time.monotonic() + KEYS_SECONDS
        return found


def _is_for(client_id: str, body: Mapping[str, Any]) -> bool:
    """Return whether a message is for a client, alone or as the one of several."""
    given, party = body.get("aud"), body.get("azp")
    audiences = {given} if isinstance(given, str) else set(given or ())
    named = party == client_id or (party is None and len(audiences) == 1)
    return client_id in audiences and named


def checked_message(begun: Begun, id_token: str) -> Launch:
    """Return what a message says that a platform signed for this login.

    Raises
    ------
    ClassError
        In the order in which it is looked at: ``lti_form``, ``lti_audience``,
        ``lti_signature``, ``lti_expired``, ``lti_early``, ``lti_keys``, ``lti_used``,
        ``lti_deployment`` or ``lti_message``.
    """
    message = _Message(id_token, begun.platform)
    _check(message.validate_jwt_format, "lti_form")
    _check(message.validate_registration, "lti_audience")
    _check(message.validate_jwt_signature, "lti_signature")
    body: dict[str, Any] = dict(message.get_launch_data())
    if hash_of(str(body.get("nonce"))) != begun.nonce_hash:
        raise ClassError("lti_used")
    if begun.platform.deployments:
        _check(message.validate_deployment, "lti_deployment")
    _check(message.validate_message, "lti_message")
    try:
        return _launch(begun, body)
    except BROKEN as error:
        raise ClassError("lti_message") from error


def _check(check: Callable[[], object], reason: str) -> None:
    try:
        check()
    except BROKEN as error:
        raise ClassError(_reason(error, reason)) from error


def _reason(error: Exception, otherwise: str) -> str:
    cause = error.__cause__
    if isinstance(cause, jwt.ExpiredSignatureError):
        return "lti_expired"
    if isinstance(cause, jwt.ImmatureSignatureError):
        return "lti_early"
    unread = isinstance(cause, (requests.RequestException, ValueError))
    is_key = isinstance(error, LtiKeyException)
    return "lti_keys" if is_key and unread else otherwise


def _launch(begun: Begun, body: Mapping[str, Any]) -> Launch:
    given = body.get(f"{CLAIM}custom") or {}
    link = body.get(f"{CLAIM}resource_link") or {}
    shown = body.get(f"{CLAIM}launch_presentation") or {}
    return Launch(
        platform_id=begun.platform_id,
        platform=begun.platform,
        deployment=str(body[f"{CLAIM}deployment_id"]),
        user=str(body["sub"]),
        is_trainer=runs(body.get(f"{CLAIM}roles") or ()),
        language=str(shown.get("locale") or "").lower()[:2],
        link=str(link.get("id") or ""),
        custom={str(name): str(value) for name, value in given.items()},
        services={name: body[name] for name in (AGS, NRPS) if body.get(name)},
        choosing=body.get(DEEP_LINKING) or {},
    )
