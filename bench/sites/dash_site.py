"""A Dash page of the same content: ``python -m bench.sites.dash_site PORT``."""

import sys

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from bench.sites.content import figure, texts, wording

app = Dash(__name__)
start = texts(wording())
app.layout = html.Div(
    [
        html.H1(start[0]),
        dcc.Slider(0, 200, 1, value=60, id="points_lost", marks=None),
        dcc.Slider(350, 950, 1, value=650, id="score_before", marks=None),
        dcc.Slider(0, 200, 1, value=20, id="points_per_relapse", marks=None),
        dcc.Slider(12, 120, 1, value=72, id="months", marks=None),
        html.Div(id="answers"),
        dcc.Graph(id="figure"),
    ]
)


@app.callback(  # type: ignore[untyped-decorator]
    Output("answers", "children"),
    Output("figure", "figure"),
    Input("points_lost", "value"),
    Input("score_before", "value"),
    Input("points_per_relapse", "value"),
    Input("months", "value"),
)
def update(lost: int, before: int, cost: int, months: int) -> tuple[object, go.Figure]:
    """Return the words and the figure of the sliders."""
    words = wording(
        points_lost=lost, score_before=before, points_per_relapse=cost, months=months
    )
    paragraphs = [dcc.Markdown(text) for text in texts(words)]
    return paragraphs, go.Figure(figure(words))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
