"""What lets somebody in: a code to type, and secrets that links and QR codes carry.

A code has eight of 31 letters and digits that nobody mistakes for another, shown in
two groups: 850,000,000,000 codes. At the most wrong tries that a server takes in a
minute, guessing for as long as a class is kept stays hopeless (`docs/class.md`).
Secrets have 128 random bits; what they open is found by their hash.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".replace("L", "")
"""Without 0, O, 1, I and L."""
GROUP = 4
LENGTH = 2 * GROUP
SECRET_BYTES = 16
KEY_LENGTH = 32
"""Hexadecimal digits of a secret that follows from the host's: 128 bits."""
SECRET = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)
LONGEST_GIVEN = 64


def new_join_code() -> str:
    """Return a random join code, without the hyphen that it is shown with."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def shown_join_code(code: str) -> str:
    """Return a code as it is shown.

    Examples
    --------
    >>> shown_join_code("K7DRWXQM")
    'K7DR-WXQM'
    """
    return f"{code[:GROUP]}-{code[GROUP:]}"


def typed_join_code(given: str) -> str:
    """Return the code that somebody meant, whatever the keyboard made of it.

    Examples
    --------
    >>> typed_join_code(" k7dr – wxqm ")
    'K7DRWXQM'
    """
    plain = unicodedata.normalize("NFKC", given[:LONGEST_GIVEN]).upper()
    return "".join(each for each in plain if each.isalnum())


def new_secret() -> str:
    """Return a random secret for a link: 128 bits, 22 characters."""
    return secrets.token_urlsafe(SECRET_BYTES)


def is_secret(given: str) -> bool:
    """Return whether this has the form of a secret."""
    return SECRET.fullmatch(given) is not None


def hash_of(secret: str) -> str:
    """Return what is kept of a secret; it is random, so it needs no salt."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def wall_key(host_hash: str) -> str:
    """Return the secret of a class's wall.

    It follows from what is kept of the host's secret, so that every class has one, and
    nobody who knows it can find the host's.
    """
    return hash_of(f"wall:{host_hash}")[:KEY_LENGTH]
