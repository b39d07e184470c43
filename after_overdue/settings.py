"""Settings of a server: one environment variable each, with a default.

`docs/server.md` says what each is for.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from after_overdue.errors import SettingError

BASE_PATH = "STREAMLIT_SERVER_BASE_URL_PATH"
"""The platform's own name for the path that a site stands below."""
DEFAULTS: Mapping[str, str] = MappingProxyType(
    {
        "AFTER_OVERDUE_TODAY": "",
        "OPERATOR": "",
        "SECURITY_CONTACT": "",
        "FRAMED_BY": "*",
        "PAGES_FRAMED_BY": "none",
        "SITE_ADDRESS": "",
        BASE_PATH: "",
        "DATABASE_URL": "",
        "DATA_FOLDER": "data",
        "TRUSTED_PROXIES": "",
        "ALLOWED_HOSTS": "*",
        "LONGEST_ADDRESS": "8192",
        "MOST_PARAMETERS": "100",
        "LONGEST_HEADERS": "32768",
        "LONGEST_BODY": "262144",
        "LIMIT_READ": "6000 per minute",
        "LIMIT_JSON": "3000 per minute",
        "LIMIT_FIGURE": "9000 per minute",
        "LIMIT_WORK": "30000 per minute",
        "LIMIT_EXPORT": "600 per 10 minutes",
        "LIMIT_CLASS": "30000 per minute",
        "LIMIT_ANSWER": "6000 per minute",
        "LIMIT_JOIN": "1200 per minute",
        "LIMIT_WRONG_CODE": "20 per minute",
        "LIMIT_WRONG_CODE_ALL": "300 per minute",
        "LIMIT_WRONG_CODE_STILL": "3 per 10 minutes",
        "MOST_STREAMS": "2000",
        "MOST_STREAMS_LEARNER": "8",
        "MIGRATE": "start",
        "VALKEY_URL": "",
        "LOG_FORMAT": "text",
        "METRICS_TOKEN": "",
        "LTI_KEY_FILE": "",
        "LTI_REACH": "public",
        "LTI_REGISTRATION": "",
    }
)
"""A class of 300 behind one address stays below all limits but that on wrong codes."""


MOST_DIGITS = 12
CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "LOG_FORMAT": ("text", "json"),
        "MIGRATE": ("start", "command"),
        "LTI_REACH": ("public", "private"),
    }
)
"""Settings that are one of a few words."""


def setting(name: str) -> str:
    """Return the setting `name` of this server; one that is empty is not set."""
    return os.environ.get(name, "").strip() or DEFAULTS[name]


def public_address() -> str:
    """Return `SITE_ADDRESS` without a slash at its end; nothing where it is not set."""
    return setting("SITE_ADDRESS").rstrip("/")


def root_path() -> str:
    """Return the path that the whole site stands below, such as ``/guide``.

    Nothing where it has a name of its own. `SITE_ADDRESS` says it, or the platform's
    ``server.baseUrlPath``, which `app.py` puts among the settings.
    """
    base = setting(BASE_PATH)
    named = (base or urlsplit(setting("SITE_ADDRESS")).path).strip("/")
    return f"/{named}" if named else ""


def rooted(path: str) -> str:
    """Return the address of a path of this site, from the root of its server."""
    return f"{root_path()}{path}"


def number(name: str, *, least: int = 1) -> int:
    """Return the setting `name` as a whole number; raise SettingError if it is none."""
    text = setting(name)
    is_number = text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS
    if not is_number or int(text) < least:
        remedy = f"write a whole number from {least}, such as {DEFAULTS[name]}."
        raise SettingError(f"{name} is '{text}'; {remedy}")
    return int(text)


def choice(name: str) -> str:
    """Return the setting `name`, one of its words; raise SettingError if it is none."""
    given = setting(name).lower()
    if given not in CHOICES[name]:
        allowed = ", ".join(CHOICES[name])
        raise SettingError(f"{name} is '{given}'; allowed are {allowed}.")
    return given
