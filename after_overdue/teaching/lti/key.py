"""The private key of this tool: made once, read from a file, never told.

What only this server may know and need not keep follows from the key: the host's
secret of a class that belongs to a platform's link, and the token of its learners.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
)
from pylti1p3.dynamic_registration import generate_key_pair

from after_overdue.errors import SettingError
from after_overdue.settings import setting

SETTING = "LTI_KEY_FILE"
BITS, LEAST_BITS = 3072, 2048
OWNERS, OTHERS = 0o600, 0o077
SECRET_BYTES = 16
MAKE = "make one with 'python -m after_overdue lti-key FILE'"


def is_on() -> bool:
    """Return whether this server takes launches of course platforms."""
    return bool(setting(SETTING))


def make_key(path: Path) -> None:
    """Write a new private key that its owner alone may read.

    Raises
    ------
    SettingError
        Where there is a file already, or none can be written.
    """
    private, _ = generate_key_pair(BITS)
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(path, flags, OWNERS), "w") as file:
            file.write(private)
    except OSError as error:
        raise SettingError(
            f"No key was written to '{path}' ({error.strerror}); name a new file in a "
            "folder that you may write to."
        ) from error


def private_key() -> str:
    """Return the private key as PEM; raise SettingError where it is of no use."""
    path = Path(setting(SETTING))
    try:
        found = path.stat()
        text = path.read_text("ascii")
    except (OSError, ValueError) as error:
        raise _refused(path, f"cannot be read; {MAKE}") from error
    if found.st_mode & OTHERS:
        raise _refused(path, "may be read by others; set its mode to 600")
    if _public(text) is None:
        raise _refused(path, f"holds no RSA key of {LEAST_BITS} bits or more; {MAKE}")
    return text


def public_key() -> str:
    """Return the public key as PEM, for whoever checks what we signed."""
    found = _public(private_key())
    assert found is not None
    return found


def derived(*parts: str) -> str:
    """Return a secret that follows from the key and from what it is for."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    made = hmac.new(private_key().encode(), text, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made[:SECRET_BYTES]).decode().rstrip("=")


@lru_cache(maxsize=2)
def _public(text: str) -> str | None:
    """Return the public half of a key; None where it is no key for signing."""
    try:
        key = load_pem_private_key(text.encode(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
    if not isinstance(key, RSAPrivateKey) or key.key_size < LEAST_BITS:
        return None
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return pem.decode()


def _refused(path: Path, why: str) -> SettingError:
    return SettingError(f"{SETTING} is '{path}', which {why}.")
