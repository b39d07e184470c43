"""What a court leaves: two incomes, each cut in living costs and the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.evidence import UNKNOWN
from after_overdue.figures.marks import MONEY_TICKS, SILENT, hatching, label, line
from after_overdue.figures.theme import Figure, layout
from after_overdue.sketches.arithmetic import takeable
from after_overdue.sketches.sketch import Sketch, SketchRequest

HEIGHT = 220
THICK, LIFT = 0.36, 0.06
"""Height of a bar, and room between it and the words above, in rows."""
FOOT, TOP = 0.1, 0.72
"""Rows below the lowest bar, and from the foot of the highest to the top."""
TICKS = 5


@dataclass(frozen=True)
class IncomeView:
    """One income a month, cut in two; money."""

    income: float
    takeable: float

    @property
    def left(self) -> float:
        """What is left to the household."""
        return self.income - self.takeable


def court_leaves(asked: SketchRequest) -> Sketch:
    """Return the sketch of what a court leaves of wages."""
    values = {
        name: asked.value(f"court_sketch.{name}").decimal
        for name in ("income", "low_income", "minimum", "people")
    }
    incomes = [
        IncomeView(
            income,
            takeable(
                income, living_minimum=values["minimum"], people=int(values["people"])
            ),
        )
        for income in (values["income"], values["low_income"])
    ]
    rows = [_described(asked, each) for each in incomes]
    people, minimum = values["people"], asked.locale.yuan(values["minimum"])
    alt = asked.say(
        "takeaway",
        people=asked.locale.number(people),
        income=asked.locale.yuan(incomes[0].income),
        takeable=asked.locale.yuan(incomes[0].takeable),
    )
    figure = court_figure(incomes, rows=rows, axis=asked.say("axis"), alt=alt)
    sentences = [asked.say("between").join(each.values()) for each in rows]
    return asked.sketch(figure, *sentences, asked.say("local", minimum=minimum))


def _described(asked: SketchRequest, view: IncomeView) -> dict[str, str]:
    """Return what stands above an income's bar, and in each of its parts."""
    shares = {"income": view.income, "left": view.left, "takeable": view.takeable}
    return {
        part: asked.say(part, amount=asked.locale.yuan(amount))
        for part, amount in shares.items()
        if amount
    }


def court_figure(
    incomes: Sequence[IncomeView],
    *,
    rows: Sequence[Mapping[str, str]],
    axis: str,
    alt: str,
) -> Figure:
    """Draw each income as a bar: what is left is filled, the rest is hatched.

    Parameters
    ----------
    incomes : from the top down
    rows : words above each bar, and of each of its parts
    axis : name of the axis
    alt : the takeaway, for screen readers
    """
    heights = range(len(incomes) - 1, -1, -1)
    placed = list(zip(incomes, rows, heights, strict=True))
    return {
        "data": [
            _part(part, view, said[part], row)
            for view, said, row in placed
            for part in LOOKS
            if part in said
        ],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode=False,
            margin={"l": 8, "r": 24, "t": 8, "b": 52},
            annotations=[each for said in placed for each in _words(*said)],
            shapes=[],
            xaxis={
                "range": [0, max(each.income for each in incomes)],
                "fixedrange": True,
                "zeroline": False,
                "showgrid": False,
                "nticks": TICKS,
                "tickformat": MONEY_TICKS,
                "title": {"text": axis, "standoff": 8},
            },
            yaxis={
                "range": [-FOOT, len(incomes) - 1 + TOP],
                "visible": False,
                "fixedrange": True,
            },
        ),
    }


LOOKS: Mapping[str, dict[str, Any]] = {
    "left": {"fillcolor": "@owed", "line": {"width": 0}},
    "takeable": {
        "fillcolor": "rgba(0,0,0,0)",
        "fillpattern": hatching("@debt"),
        "line": {"width": 1, "color": "@debt", "dash": UNKNOWN.dash},
    },
}
"""What only the court can say has the look of what nobody knows."""


def _part(part: str, view: IncomeView, said: str, row: int) -> Figure:
    start, end = (0, view.left) if part == "left" else (view.left, view.income)
    return line(
        f"{part}_{row}",
        said,
        [start, end, end, start, start],
        [row, row, row + THICK, row + THICK, row],
        fill="toself",
        cliponaxis=False,
        **SILENT,
        **LOOKS[part],
    )


def _words(view: IncomeView, texts: Mapping[str, str], row: int) -> list[Figure]:
    """Return the words above a bar, and those in the middle of each part."""
    middles = {"left": view.left / 2, "takeable": view.left + view.takeable / 2}
    inside = {"xanchor": "center", "yanchor": "middle", "bgcolor": "@paper"}
    above = label("income", texts["income"], 0, row + THICK + LIFT)
    return [above | {"xshift": -2}] + [
        label(part, texts[part], at, row + THICK / 2, **inside, borderpad=2)
        for part, at in middles.items()
        if part in texts
    ]
