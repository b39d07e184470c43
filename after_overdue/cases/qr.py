"""QR codes: an address that a phone can read from a wall."""

from __future__ import annotations

import segno

QUIET_MODULES, PIXELS_PER_MODULE = 4, 4


def qr_svg(address: str) -> str:
    """Return the QR code of an address as SVG: black on white in any theme."""
    code = segno.make(address, error="l", micro=False)
    return str(
        code.svg_inline(
            scale=PIXELS_PER_MODULE, border=QUIET_MODULES, dark="#000", light="#fff"
        )
    )
