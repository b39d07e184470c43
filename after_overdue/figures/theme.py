"""The look of every figure: colours by meaning, light and dark, and the layout.

A figure names a colour by what it means (``@schedule``). Who draws it paints the
names with the palette of the reader's theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Figure = dict[str, Any]
"""A Plotly figure as plain data: ``{"data": [...], "layout": {...}}``."""

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
