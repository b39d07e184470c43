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
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", ", ".join(f"{each}=()" for each in UNUSED).encode()),
)


def headers_of(path: str, query: str) -> Iterator[tuple[bytes, bytes]]:
    """Yield the headers of the answer to an address."""
    yield from SAME
    directives = [*POLICY, frame_ancestors(path, query)]
    yield b"content-security-policy", "; ".join(filter(None, directives)).encode()
