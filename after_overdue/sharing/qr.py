"""QR codes: an address that a phone can read from a wall."""

from __future__ import annotations

import io

import segno

QUIET_MODULES, PIXELS_PER_MODULE = 4, 4


def qr_png(address: str) -> bytes:
    """Return the QR code of an address as pixels: black on white."""
    drawn = io.BytesIO()
    made = segno.make(address, error="l", micro=False)
    made.save(drawn, kind="png", scale=3 * PIXELS_PER_MODULE, border=QUIET_MODULES)
    return drawn.getvalue()


def qr_svg(address: str, *, grows: bool = False) -> str:
    """Return the QR code of an address as an SVG file: black on white in any theme.

    Parameters
    ----------
    grows : whether it is as large as what it stands in, rather than of its own size
    """
    drawn = io.BytesIO()
    segno.make(address, error="l", micro=False).save(
        drawn,
        kind="svg",
        xmldecl=False,
        nl=False,
        omitsize=grows,
        scale=PIXELS_PER_MODULE,
        border=QUIET_MODULES,
        dark="#000",
        light="#fff",
    )
    return drawn.getvalue().decode()
