"""The course platforms that may send people here, as they were registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from pylti1p3.registration import Registration
from pylti1p3.tool_config.dict import ToolConfDict
from sqlalchemy import Connection, delete, select

from after_overdue.errors import ClassError, SettingError
from after_overdue.teaching.lti.key import private_key, public_key
from after_overdue.teaching.lti.outside import is_address
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import lti_platforms

LONGEST = 255
"""Characters of an issuer, of a client's id and of an address."""


@dataclass(frozen=True)
class Platform:
    """A course platform, and under which name it knows us.

    Attributes
    ----------
    deployments : the only ones that are taken; all where it is empty
    """

    issuer: str
    client_id: str
    login_url: str
    token_url: str
    keys_url: str
    deployments: Sequence[str] = ()
    audience: str = ""

    def known(self) -> ToolConfDict:
        """Return it as the library looks it up, with our own key."""
        made = ToolConfDict(
            {
                self.issuer: {
                    "client_id": self.client_id,
                    "auth_login_url": self.login_url,
                    "auth_token_url": self.token_url,
                    "auth_audience": self.audience or None,
                    "key_set_url": self.keys_url,
                    "deployment_ids": list(self.deployments),
                }
            }
        )
        made.set_private_key(self.issuer, private_key())
        made.set_public_key(self.issuer, public_key())
        return made

    def registration(self) -> Registration:
        """Return what the library wants to know to ask for its services."""
        found: Registration = self.known().find_registration_by_issuer(self.issuer)
        return found


COLUMNS = [lti_platforms.c[each.name] for each in fields(Platform)]


def add_platform(store: Store, platform: Platform) -> None:
    """Register a platform, or change how it is reached.

    Raises
    ------
    SettingError
        Where an address or a name is of no use.
    """
    for name, text in asdict(platform).items():
        if name.endswith("_url") and not is_address(text):
            raise SettingError(f"{name} is '{text}'; write one that begins https://.")
        if isinstance(text, str) and len(text) > LONGEST:
            raise SettingError(f"{name} is longer than {LONGEST} characters.")
    if not platform.issuer or not platform.client_id:
        raise SettingError("A platform needs an issuer and a client id; write both.")
    row = asdict(platform) | {"deployments": list(platform.deployments)}
    added = store.insert(lti_platforms).values(row)
    with store.write() as connection:
        connection.execute(
            added.on_conflict_do_update(
                index_elements=["issuer", "client_id"],
                set_={name: added.excluded[name] for name in row},
            )
        )


def remove_platform(store: Store, issuer: str, client_id: str) -> bool:
    """Forget a platform and its links; return whether it was known."""
    mine = lti_platforms.c.issuer == issuer, lti_platforms.c.client_id == client_id
    with store.write() as connection:
        return bool(connection.execute(delete(lti_platforms).where(*mine)).rowcount)


def platforms(store: Store) -> list[Platform]:
    """Return every platform that is registered."""
    with store.read() as connection:
        found = connection.execute(select(*COLUMNS).order_by(lti_platforms.c.id))
        return [Platform(*row) for row in found]


def platform_of(connection: Connection, platform_id: int) -> Platform:
    """Return the platform of a row."""
    mine = lti_platforms.c.id == platform_id
    return Platform(*connection.execute(select(*COLUMNS).where(mine)).one())


def platform_id_of(connection: Connection, issuer: str, client_id: str) -> int:
    """Return the id of a platform's row; the client may be left out if it is one.

    Raises
    ------
    ClassError
        ``lti_platform`` where it is not registered.
    """
    query = select(lti_platforms.c.id).where(lti_platforms.c.issuer == issuer)
    if client_id:
        query = query.where(lti_platforms.c.client_id == client_id)
    found = connection.scalars(query).all()
    if len(found) != 1:
        raise ClassError("lti_platform")
    return int(found[0])
