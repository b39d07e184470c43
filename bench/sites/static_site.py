"""A static plotly.js page with every answer in it: ``… static_site PORT``."""

import json
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from after_overdue.figures.theme import PLOTLY_URL
from after_overdue.models.score_recovery.frames import score_paths
from after_overdue.web.static_files import asset
from bench.sites.content import figure, texts, wording

PAGE = """<!doctype html><meta charset="utf-8"><title>Static</title>
<script src="{plotly}"></script>
<label>Points lost <input type="range" id="main-slider" min="0" max="200" value="60"></label>
<div id="plot"></div><div id="texts">{texts}</div>
<script>
const figure = {figure}, paths = {paths}, plot = document.getElementById("plot");
function place(root, path, value) {{
  const keys = path.split("."), last = keys.pop();
  keys.reduce((node, key) => (node[key] ??= []), root)[last] = value;
}}
function draw(position) {{
  const shown = {{ data: figure.data.map((each) => ({{ ...each }})),
    layout: structuredClone(figure.layout) }};
  for (const [path, answers] of Object.entries(paths)) place(shown, path, answers[position]);
  Plotly.react(plot, shown.data, shown.layout, {{ displayModeBar: false }});
}}
draw(60);
document.getElementById("main-slider").oninput = (event) => draw(Number(event.target.value));
</script>"""


async def page(_request: Request) -> HTMLResponse:
    """Return the whole page."""
    words = wording()
    drawn = figure(words)
    return HTMLResponse(
        PAGE.format(
            plotly=PLOTLY_URL,
            texts="".join(f"<p>{text}</p>" for text in texts(words)),
            figure=json.dumps(drawn),
            paths=json.dumps(score_paths(words, drawn, 200)),
        )
    )


app = Starlette(
    routes=[Route("/", page), Route("/assets/{name}", asset)],
    middleware=[Middleware(GZipMiddleware)],
)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
