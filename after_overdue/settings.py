"""Settings of a server: one environment variable each, with a default.

`docs/server.md` says what each is for.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType

from after_overdue.errors import SettingError

DEFAULTS: Mapping[str, str] = MappingProxyType(
    {
        "AFTER_OVERDUE_TODAY": "",
        "OPERATOR": "",
        "FRAMED_BY": "*",
        "SITE_ADDRESS": "",
        "DATABASE_URL": "",
        "DATA_FOLDER": "data",
        "TRUSTED_PROXIES": "",
        "ALLOWED_HOSTS": "*",
        "LONGEST_ADDRESS": "8192",
        "MOST_PARAMETERS": "100",
        "LONGEST_HEADERS": "32768",
        "LONGEST_BODY": "262144",
        "LIMIT_JSON": "3000 per minute",
        "LIMIT_FIGURE": "9000 per minute",
        "LIMIT_EXPORT": "600 per 10 minutes",
        "LIMIT_CLASS": "30000 per minute",
        "LIMIT_ANSWER": "6000 per minute",
        "LIMIT_JOIN": "1200 per minute",
        "LIMIT_WRONG_CODE": "20 per minute",
        "LIMIT_WRONG_CODE_ALL": "300 per minute",
    }
)
"""A class of 300 behind one address stays below all limits but that on wrong codes."""


def setting(name: str) -> str:
    """Return the setting `name` of this server, without spaces around it."""
    return os.environ.get(name, DEFAULTS[name]).strip()


def number(name: str) -> int:
    """Return the setting `name` as a whole number; raise SettingError if it is none."""
    text = setting(name)
    if not text.isdecimal() or not text.isascii():
        wanted = f"write a whole number such as {DEFAULTS[name]}."
        raise SettingError(f"{name} is '{text}'; {wanted}")
    return int(text)
