"""The settings of a server, each checked before it starts: what cannot work is said."""

from __future__ import annotations

import ipaddress
import os
import re
import tempfile
from datetime import date
from urllib.parse import urlsplit

from after_overdue import clock
from after_overdue.catalog.parameters import parameters
from after_overdue.errors import SettingError
from after_overdue.insides import PATHS
from after_overdue.project import KEPT_IN
from after_overdue.settings import (
    BASE_PATH,
    CHOICES,
    DEFAULTS,
    choice,
    number,
    root_path,
    setting,
)
from after_overdue.teaching.lti.key import is_on, private_key
from after_overdue.teaching.lti.outside import is_address
from after_overdue.teaching.store_address import address, check_options, file_named
from after_overdue.web.framing import OF_PAGES, framed_by
from after_overdue.web.hosts import ANY, HOST
from after_overdue.web.limits import limits_of
from after_overdue.web.routes import ours
from after_overdue.web.same_origin import place_of

VALKEY = ("valkey", "valkeys")
CONTACT = re.compile(r"mailto:[^\s@]+@[^\s@]+|https://\S+")
DATABASE = re.compile(r"(/\d{0,4})?", re.ASCII)
PATH = re.compile(r"(/(?!\.{1,2}(/|$))[\w.~-]+)*/?", re.ASCII)
"""Of a site: no part of it leads upwards."""
OWN_PATHS = tuple(str(getattr(each, "path", "/")) for each in ours)
TOKEN = re.compile(r"[A-Za-z0-9_-]{16,}", re.ASCII)
LEAST = {
    "LONGEST_ADDRESS": 256,
    "MOST_PARAMETERS": 1,
    "LONGEST_HEADERS": 1024,
    "LONGEST_BODY": 1024,
    "MOST_STREAMS": 1,
    "MOST_STREAMS_LEARNER": 1,
}
"""Below these no browser could ask for a page or send a form."""
CLOCK = "The clock of this machine says"
LAST_DAY = date.max.replace(year=date.max.year - 100)
"""Up to it every date that a model reckons from a day is a date."""


def check_settings() -> None:
    """Read every setting; raise SettingError, so that a wrong one stops the start."""
    _day()
    framed_by()
    framed_by(OF_PAGES)
    check_options(address())
    for check in (
        _site_address,
        _root_path,
        _contact,
        _proxies,
        _hosts,
        _data_folder,
        _token,
        _valkey,
        _lti,
    ):
        check()
    for name in DEFAULTS:
        if name.startswith("LIMIT_"):
            limits_of(name.removeprefix("LIMIT_"))
        elif name in LEAST:
            number(name, least=LEAST[name])
        elif name in CHOICES:
            choice(name)


def _day() -> None:
    """Refuse a day on which some number of the guide has no value yet."""
    first = max(min(each.values) for each in parameters().values())
    if not first <= clock.today() <= LAST_DAY:
        given = setting(clock.TODAY)
        named = f"{clock.TODAY} is '{given}'" if given else f"{CLOCK} {clock.today()}"
        raise SettingError(
            f"{named}; the numbers of this guide hold from {first} to {LAST_DAY}, so "
            "set a day between."
        )


def _site_address() -> None:
    given = setting("SITE_ADDRESS")
    host, slash, path = given.partition("://")[2].partition("/")
    is_place = place_of(given) is not None and HOST.fullmatch(host) is not None
    if given and not (is_place and PATH.fullmatch(slash + path)):
        raise SettingError(
            f"SITE_ADDRESS is '{given}'; write scheme and host, with a port and a "
            "path if need be, such as https://guide.example or "
            "https://school.example/guide."
        )


def _root_path() -> None:
    base, named = setting(BASE_PATH), setting("SITE_ADDRESS")
    if not PATH.fullmatch(f"/{base.strip('/')}"):
        raise SettingError(
            f"{BASE_PATH} (server.baseUrlPath) is '{base}'; write a path of letters, "
            "digits, - and _, such as guide."
        )
    if base and named and urlsplit(named).path.strip("/") != base.strip("/"):
        raise SettingError(
            f"{BASE_PATH} (server.baseUrlPath) is '{base}' and SITE_ADDRESS is "
            f"'{named}'; write the same path in both, or leave one out."
        )
    first = root_path().split("/")[1:2]
    if first and first[0] in {each.split("/")[1] for each in (*OWN_PATHS, *PATHS)}:
        raise SettingError(
            f"{BASE_PATH if base else 'SITE_ADDRESS'} has the path '{root_path()}', "
            "whose beginning is an address of the guide; choose another."
        )


def _contact() -> None:
    given = setting("SECURITY_CONTACT")
    if given and not CONTACT.fullmatch(given):
        raise SettingError(
            f"SECURITY_CONTACT is '{given}'; write mailto:name@guide.example, or an "
            "address that begins with https://."
        )


def _proxies() -> None:
    parts = _parts("TRUSTED_PROXIES")
    if parts == [ANY]:
        return
    for each in parts:
        try:
            ipaddress.ip_network(each)
        except ValueError as error:
            raise SettingError(
                f"TRUSTED_PROXIES holds '{each}'; write addresses or networks such as "
                "10.0.0.7 or 10.0.0.0/8 with commas between, or * alone."
            ) from error


def _hosts() -> None:
    for each in _parts("ALLOWED_HOSTS"):
        named = HOST.fullmatch(each.removeprefix("*."))
        if each != ANY and (named is None or named[2] or not named[1].strip(".-")):
            raise SettingError(
                f"ALLOWED_HOSTS holds '{each}'; write names without scheme, port and "
                "path, such as guide.example or *.example.org, with commas between."
            )


def _token() -> None:
    for name in ("METRICS_TOKEN", "LTI_REGISTRATION"):
        if setting(name) and not TOKEN.fullmatch(setting(name)):
            raise SettingError(
                f"{name} is too short or has other characters than letters, digits, "
                "- and _; write 16 or more of them that nobody guesses."
            )


def _valkey() -> None:
    given = setting("VALKEY_URL")
    if given and not _is_valkey(given):
        raise SettingError(
            f"VALKEY_URL begins with '{given.partition(':')[0]}' or has a part that "
            "cannot be; write valkey://host:6379 (with /1 for a database of its own), "
            "or valkeys:// where it is encrypted."
        )


def _lti() -> None:
    """Refuse a key of no use, and a tool whose addresses nobody could register."""
    if not is_on():
        return
    private_key()
    if not is_address(setting("SITE_ADDRESS")):
        raise SettingError(
            f"SITE_ADDRESS is '{setting('SITE_ADDRESS')}' while LTI_KEY_FILE is set; "
            "write https:// and the host under which course platforms reach it."
        )


def _is_valkey(address: str) -> bool:
    try:
        split = urlsplit(address)
        is_place = split.scheme in VALKEY and bool(split.hostname) and split.port != 0
    except ValueError:
        return False
    return is_place and DATABASE.fullmatch(split.path + split.query) is not None


def _parts(name: str) -> list[str]:
    """Return what a setting lists; raise SettingError where commas are all it has."""
    given = setting(name)
    parts = [each.strip() for each in given.split(",") if each.strip()]
    if given and not parts:
        raise SettingError(f"{name} is '{given}', which lists nothing; leave it out.")
    return parts


def _data_folder() -> None:
    """Refuse a folder that was named and cannot be written.

    Where none was named, for example in a checkout that nobody may write to, a server
    starts and serves everything but classes.
    """
    named = os.environ.get("DATA_FOLDER", "").strip()
    if setting("DATABASE_URL"):
        _database_file()
        return
    if not named:
        return
    if trouble := trouble_with(named):
        raise SettingError(
            f"DATA_FOLDER is '{named}', which cannot be written ({trouble}); name a "
            "folder on a local disk that the server may write to."
        )


def _database_file() -> None:
    path = file_named(setting("DATABASE_URL"))
    trouble = path and ("a folder" if path.is_dir() else trouble_with(str(path.parent)))
    if trouble:
        raise SettingError(
            f"DATABASE_URL names '{path}', which cannot be written ({trouble}); name a "
            "file on a local disk that the server may write to."
        )


def trouble_with(folder: str) -> str:
    """Return why no file can be made in a folder; nothing where one can be made."""
    try:
        path = KEPT_IN / folder
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            return ""
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", "") or "no folder has such a name"
