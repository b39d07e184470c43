"""The headers of every answer: what a browser may do with it."""

from __future__ import annotations

from collections.abc import Iterator

from after_overdue.web.framing import frame_ancestors

POLICY = (
    "default-src 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
)
"""Everything from this server alone; no script in a page, none that is made up."""
UNUSED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
"""What no page here ever asks a device for."""
SAME = (
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", ", ".join(f"{each}=()" for each in UNUSED).encode()),
)


FORMS = ("class", "join", "trainer", "desk", "remote", "lti")
"""First parts of paths whose pages send forms. Told to name nothing, a browser that
sends one would hide its origin too, and could not be told from another site's."""


def referrer_policy(path: str) -> bytes:
    """Return what a page says of itself where it leads: nothing, at most its origin.

    Examples
    --------
    >>> referrer_policy("/class_session"), referrer_policy("/class/x/")
    (b'no-referrer', b'strict-origin')
    """
    first = path.strip("/").partition("/")[0]
    return b"strict-origin" if first in FORMS else b"no-referrer"


def headers_of(path: str, query: str) -> Iterator[tuple[bytes, bytes]]:
    """Yield the headers of the answer to an address."""
    yield from SAME
    yield b"referrer-policy", referrer_policy(path)
    directives = [*POLICY, frame_ancestors(path, query)]
    yield b"content-security-policy", "; ".join(filter(None, directives)).encode()
