"""The look of every figure: colours by meaning, light and dark, and the layout.

A figure names a colour by what it means (``@schedule``). Who draws it paints the
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

MODULES = ("drawn.js", "paths.js", "slider.js", "live_figure.js")
"""The live figure's script, what it imports first."""

PLOTLY_URL = "/assets/plotly-basic-4.1.1.min.js"
"""Where the browser finds the drawing library that fits these figures."""

PALETTES: Mapping[str, Mapping[str, str]] = {
    "light": {
        "text": "#1b1b1b",
        "quiet": "#5c5a55",
        "grid": "#e6e1d8",
        "paper": "#fdfcfa",
        "schedule": "#0b5cad",
        "schedule-soft": "rgba(11, 92, 173, 0.20)",
        "restored": "#1b7a43",
        "re-evaluated": "#8a5a00",
        "re-evaluated-soft": "rgba(214, 150, 20, 0.13)",
        "not-for-now": "#6b6b6b",
        "record": "#7a3b8f",
        "record-soft": "rgba(122, 59, 143, 0.25)",
        "late": "#b3261e",
        "late-soft": "rgba(179, 38, 30, 0.16)",
        "late-deep": "rgba(179, 38, 30, 0.60)",
        "ok-soft": "rgba(27, 122, 67, 0.13)",
        "cell": "rgba(92, 90, 85, 0.06)",
        "true": "#0b5cad",
        "owed": "#c9c2b4",
        "given": "#0b5cad",
        "returned": "#8a5a00",
        "credit-seller": "rgba(11, 92, 173, 0.20)",
        "credit-buyer": "rgba(214, 150, 20, 0.25)",
        "bucket-1": "#f6dfa8",
        "bucket-2": "#f2bd7c",
        "bucket-3": "#ec9a63",
        "bucket-4": "#e27a55",
        "lost": "#d49ab4",
        "rolls": "rgba(179, 38, 30, 0.30)",
        "cures": "rgba(27, 122, 67, 0.28)",
        "guess": "#0a6f75",
        "guess-soft": "rgba(10, 111, 117, 0.42)",
    },
    "dark": {
        "text": "#f2f0ec",
        "quiet": "#b4b0a8",
        "grid": "#2f343d",
        "paper": "#14161a",
        "schedule": "#7cb8ff",
        "schedule-soft": "rgba(124, 184, 255, 0.25)",
        "restored": "#6fd39a",
        "re-evaluated": "#f0b64a",
        "re-evaluated-soft": "rgba(240, 182, 74, 0.14)",
        "not-for-now": "#a8a8a8",
        "record": "#d09be3",
        "record-soft": "rgba(208, 155, 227, 0.30)",
        "late": "#ff8a80",
        "late-soft": "rgba(255, 138, 128, 0.20)",
        "late-deep": "rgba(255, 110, 98, 0.52)",
        "ok-soft": "rgba(111, 211, 154, 0.14)",
        "cell": "rgba(180, 176, 168, 0.08)",
        "true": "#7cb8ff",
        "owed": "#525a66",
        "given": "#7cb8ff",
        "returned": "#f0b64a",
        "credit-seller": "rgba(124, 184, 255, 0.25)",
        "credit-buyer": "rgba(240, 182, 74, 0.22)",
        "bucket-1": "#6b5420",
        "bucket-2": "#7d4a22",
        "bucket-3": "#8f3f28",
        "bucket-4": "#9c3a38",
        "lost": "#7d3a5c",
        "rolls": "rgba(255, 138, 128, 0.38)",
        "cures": "rgba(111, 211, 154, 0.32)",
        "guess": "#5ad1d6",
        "guess-soft": "rgba(90, 209, 214, 0.42)",
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
