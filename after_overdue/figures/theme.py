"""The look of every figure: colours by meaning, light and dark, and the layout.

A figure names a colour by what it means (``@debt``). Who draws it paints the
names with the palette of the reader's theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

Figure = dict[str, Any]
"""A Plotly figure as plain data: ``{"data": [...], "layout": {...}}``."""

ASSETS = Path(__file__).parent / "assets"
"""What a browser draws these figures with: the library, our script and its style."""

MODULES = ("drawn.js", "slider.js", "live_figure.js")
"""The live figure's script, what it imports first."""

PLOTLY_URL = "/assets/plotly-basic-4.1.1.min.js"
"""Where the browser finds the drawing library that fits these figures."""

PALETTES: Mapping[str, Mapping[str, str]] = {
    "light": {
        "text": "#1b1b1b",
        "quiet": "#5c5a55",
        "grid": "#e6e1d8",
        "paper": "#fdfcfa",
        "debt": "#b3261e",
        "debt-soft": "rgba(179, 38, 30, 0.16)",
        "score": "#0b5cad",
        "score-soft": "rgba(11, 92, 173, 0.20)",
        "record": "#7a3b8f",
        "record-faint": "rgba(122, 59, 143, 0.13)",
        "record-soft": "rgba(122, 59, 143, 0.25)",
        "record-deep": "rgba(122, 59, 143, 0.85)",
        "waited": "rgba(27, 27, 27, 0.16)",
        "bucket-1": "rgba(179, 38, 30, 0.22)",
        "bucket-2": "rgba(179, 38, 30, 0.40)",
        "bucket-3": "rgba(179, 38, 30, 0.58)",
        "bucket-4": "rgba(179, 38, 30, 0.76)",
        "lost": "#7d130d",
        "rolls": "rgba(179, 38, 30, 0.38)",
        "cures": "rgba(92, 90, 85, 0.30)",
        "cell": "rgba(92, 90, 85, 0.06)",
        "allowed": "rgba(92, 90, 85, 0.10)",
        "owed": "#c9c2b4",
        "guess": "#0a6f75",
        "guess-soft": "rgba(10, 111, 117, 0.42)",
        "guess-band": "rgba(10, 111, 117, 0.17)",
    },
    "dark": {
        "text": "#f2f0ec",
        "quiet": "#b4b0a8",
        "grid": "#2f343d",
        "paper": "#14161a",
        "debt": "#ff8a80",
        "debt-soft": "rgba(255, 138, 128, 0.20)",
        "score": "#7cb8ff",
        "score-soft": "rgba(124, 184, 255, 0.25)",
        "record": "#d09be3",
        "record-faint": "rgba(208, 155, 227, 0.15)",
        "record-soft": "rgba(208, 155, 227, 0.30)",
        "record-deep": "rgba(208, 155, 227, 0.85)",
        "waited": "rgba(242, 240, 236, 0.22)",
        "bucket-1": "rgba(255, 138, 128, 0.26)",
        "bucket-2": "rgba(255, 138, 128, 0.44)",
        "bucket-3": "rgba(255, 138, 128, 0.62)",
        "bucket-4": "rgba(255, 138, 128, 0.80)",
        "lost": "#ffd3cf",
        "rolls": "rgba(255, 138, 128, 0.45)",
        "cures": "rgba(180, 176, 168, 0.36)",
        "cell": "rgba(180, 176, 168, 0.08)",
        "allowed": "rgba(180, 176, 168, 0.14)",
        "owed": "#525a66",
        "guess": "#5ad1d6",
        "guess-soft": "rgba(90, 209, 214, 0.42)",
        "guess-band": "rgba(90, 209, 214, 0.19)",
    },
}
FONT = (
    "'Source Sans', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', "
    "'Noto Sans CJK SC', sans-serif"
)


def painted(figure: Any, palette: Mapping[str, str]) -> Any:  # noqa: ANN401
    """Return `figure` with every colour name replaced from `palette`."""
    if isinstance(figure, Mapping):
        return {key: painted(each, palette) for key, each in figure.items()}
    if isinstance(figure, list):
        return [painted(each, palette) for each in figure]
    if isinstance(figure, str) and figure.startswith("@"):
        return palette[figure[1:]]
    return figure


def layout(alt: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the layout every figure shares, with its sentence for screen readers."""
    return {
        "meta": {"alt": alt},
        "font": {"family": FONT, "size": 13, "color": "@text"},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {"bgcolor": "@paper", "font": {"color": "@text"}},
        "margin": {"l": 48, "r": 36, "t": 14, "b": 66},
        "showlegend": False,
        "dragmode": False,
        **more,
    }
