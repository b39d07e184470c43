"""What the static drawing knows of a figure; anything else is refused, not guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from after_overdue.errors import FigureError
from after_overdue.figures.marks import HATCHED, MONEY_TICKS
from after_overdue.figures.theme import Figure

ANY = None
"""Any value is drawn as it stands."""
Known = Mapping[str, Sequence[Any] | None]

_SAID: Known = dict.fromkeys(("uid", "name", "hovertemplate", "customdata"), ANY) | {
    "hoverinfo": ["skip"],
    "visible": [True, False],
    "xaxis": ANY,
    "yaxis": ANY,
}
SCATTER: Known = {
    **_SAID,
    "type": ["scatter"],
    "text": ANY,
    "mode": ["lines", "markers", "lines+markers"],
    "x": ANY,
    "y": ANY,
    "fill": ["none", "tonexty", "toself", "tozeroy"],
    "fillcolor": ANY,
    "fillpattern.shape": ["/"],
    "fillpattern.size": ANY,
    "fillpattern.solidity": ANY,
    "fillpattern.fgcolor": ANY,
    "stackgroup": ANY,
    "cliponaxis": [True, False],
    "line.color": ANY,
    "line.width": ANY,
    "line.dash": [None, "dot", "dash", HATCHED],
    "marker.color": ANY,
    "marker.size": ANY,
    "marker.symbol": ["circle", "diamond"],
    "marker.line.color": ANY,
    "marker.line.width": ANY,
}
BAR: Known = {
    **_SAID,
    "type": ["bar"],
    "x": ANY,
    "y": ANY,
    "base": ANY,
    "offset": ANY,
    "width": ANY,
    "orientation": ["v", "h"],
    "text": ANY,
    "textposition": ["inside", "none"],
    "insidetextanchor": ["middle"],
    "constraintext": ["none"],
    "textangle": [0],
    "insidetextfont.color": ANY,
    "insidetextfont.size": ANY,
    "marker.color": ANY,
    "marker.cmin": ANY,
    "marker.cmax": ANY,
    "marker.colorscale": ANY,
    "marker.line.color": ANY,
    "marker.line.width": ANY,
}
AXIS: Known = {
    "anchor": ANY,
    "domain": ANY,
    "dtick": ANY,
    "fixedrange": [True],
    "gridcolor": ANY,
    "nticks": ANY,
    "range": ANY,
    "showgrid": [True, False],
    "side": ["top", "bottom", "left"],
    "tick0": ANY,
    "tickformat": [MONEY_TICKS, ".1~%", ".2~%"],
    "ticklabelstandoff": ANY,
    "ticklabeloverflow": ["allow"],
    "ticktext": ANY,
    "tickvals": ANY,
    "title.standoff": ANY,
    "title.text": ANY,
    "unifiedhovertitle.text": ANY,
    "visible": [True, False],
    "zeroline": [True, False],
    "zerolinecolor": ANY,
}
SHAPE: Known = {
    "type": ["line", "rect", "path"],
    "name": ANY,
    "visible": [True, False],
    "layer": ["below", "above"],
    "xref": ANY,
    "yref": ANY,
    "x0": ANY,
    "x1": ANY,
    "y0": ANY,
    "y1": ANY,
    "path": ANY,
    "xsizemode": ["pixel"],
    "ysizemode": ["pixel"],
    "xanchor": ANY,
    "yanchor": ANY,
    "fillcolor": ANY,
    "opacity": ANY,
    "line.color": ANY,
    "line.width": ANY,
    "line.dash": ["dot", "dash", HATCHED],
}
ANNOTATION: Known = {
    "name": ANY,
    "text": ANY,
    "visible": [True, False],
    "x": ANY,
    "y": ANY,
    "xref": ANY,
    "yref": ANY,
    "xshift": ANY,
    "yshift": ANY,
    "xanchor": ["left", "center", "right"],
    "yanchor": ["top", "middle", "bottom"],
    "align": ["left", "center", "right"],
    "showarrow": [False],
    "textangle": [-90, 0],
    "bgcolor": ["@paper"],
    "borderpad": ANY,
    "font.color": ANY,
    "font.size": ANY,
}
LAYOUT: Known = {
    "meta.alt": ANY,
    "meta.grows": [True],
    "font.family": ANY,
    "font.color": ANY,
    "font.size": ANY,
    "paper_bgcolor": ["rgba(0,0,0,0)"],
    "plot_bgcolor": ["rgba(0,0,0,0)"],
    "hoverlabel.bgcolor": ANY,
    "hoverlabel.font.color": ANY,
    "hovermode": ANY,
    "margin.l": ANY,
    "margin.r": ANY,
    "margin.t": ANY,
    "margin.b": ANY,
    "height": ANY,
    "showlegend": [False],
    "dragmode": [False],
    "bargap": ANY,
    "barmode": ["overlay"],
}
TRACES: Mapping[str, Known] = {"scatter": SCATTER, "bar": BAR}


def refuse_unknown(figures: Sequence[Figure]) -> None:
    """Raise `FigureError` at the first property that would be drawn wrong.

    What figures share is looked at once.
    """
    seen = set[int]()
    for figure in figures:
        for values, known, where in _parts(figure):
            if id(values) not in seen:
                _refuse(values, known, where)
                seen.add(id(values))


def _parts(figure: Figure) -> Iterator[tuple[Figure, Known, str]]:
    """Yield each part of a figure, what is known of it, and how it is called."""
    for trace in figure["data"]:
        known = TRACES.get(trace["type"])
        if known is None:
            raise FigureError(
                f"Trace '{trace.get('uid')}' has type '{trace['type']}'; the static "
                f"drawing knows {', '.join(TRACES)}. Teach it the type, or use another."
            )
        yield trace, known, f"trace '{trace.get('uid')}'"
    rest = dict(figure["layout"])
    for name, known in (("shapes", SHAPE), ("annotations", ANNOTATION)):
        for each in rest.pop(name):
            yield each, known, f"{name[:-1]} '{each.get('name')}'"
    for name in [each for each in rest if each.startswith(("xaxis", "yaxis"))]:
        yield rest.pop(name), AXIS, name
    _refuse(rest, LAYOUT, "layout")


def _refuse(values: Mapping[str, Any], known: Known, where: str) -> None:
    for name, value in _leaves(values):
        if name not in known:
            raise FigureError(
                f"{where} has '{name}', which the static drawing does not know. "
                "Teach it the property, or leave it out."
            )
        allowed = known[name]
        if allowed is not ANY and value not in allowed:
            raise FigureError(
                f"{where} has '{name}' {value!r}; the static drawing knows "
                f"{', '.join(map(repr, allowed))}. Teach it the value, or use another."
            )


def _leaves(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, dict):
            for inner, leaf in _leaves(value):
                yield f"{name}.{inner}", leaf
        else:
            yield name, value
