"""The first byte of a page: its language, title, and what to fetch at once."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from after_overdue.cases.models import MODELS
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.figures.theme import PLOTLY_URL
from after_overdue.web.discovery import discovery
from after_overdue.web.static_files import STREAMLIT, asset_url, encoded

HOME = "home"
COMPONENT = "/_stcore/bidi-components/after-overdue.live_figure/live_figure"
ELEMENTS = (
    "BidiComponent",
    "Button",
    "ButtonGroup",
    "DownloadButton",
    "NumberInput",
    "Selectbox",
    "Slider",
)
"""Elements of an Explore page, whose scripts come only once it is connected."""
IMPORTED = re.compile(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")


def language_of(request: Request) -> str:
    """Return the language of the address, else of the browser, else English."""
    known = LANGUAGES
    asked = request.query_params.get("lang")
    if asked and asked in known:
        return asked
    spoken = re.findall(r"[a-z]{2}", request.headers.get("accept-language", "").lower())
    return next((each for each in spoken if each in known), known[0])


async def shell(request: Request) -> Response:
    """Serve the frame of a page; the platform's scripts then fill it."""
    noun = request.url.path.strip("/") or HOME
    links = "".join(
        f'<link rel="alternate" type="{kind}" href="{html.escape(address)}" />\n'
        for kind, address in discovery(request)
    )
    text = page_shell(noun, language_of(request))
    text = text.replace("</head>", f"{links}</head>", 1)
    return encoded(
        HTMLResponse(text, headers={"cache-control": "no-cache"}), request.headers
    )


@lru_cache(maxsize=64)
def page_shell(noun: str, language: str) -> str:
    """Return the frame of a page in a language."""
    said, site = words(noun, language), words("site", language)
    title = html.escape(f"{said['menu']} · {site['name']}")
    about = html.escape(said.get("description", site["tagline"]), quote=True)
    head = [f'<meta name="description" content="{about}" />']
    head.append('<script src="/assets/shell.js"></script>')
    head.append(f'<script defer src="{asset_url("height.js")}"></script>')
    text = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r'<link rel="service-desc"[^>]*>', "", text)
    text = re.sub(r"<noscript>.*?</noscript>", "", text, flags=re.DOTALL)
    text = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    text = text.replace('<html lang="en">', f'<html lang="{language}">', 1)
    text = text.replace("<title>Streamlit</title>", f"<title>{title}</title>", 1)
    noscript = f"<noscript><h1>{title}</h1><p>{about}</p></noscript>"
    text = text.replace('<div id="root">', f'{noscript}<div id="root">', 1)
    early = _early() if noun in MODELS else []
    text = text.replace("<script", "\n    ".join([*head, "<script"]), 1)
    return text.replace("</head>", "\n    ".join([*early, "</head>"]), 1)


def _early() -> list[str]:
    """Return what an Explore page needs and would otherwise ask for last."""
    return [
        f'<script async src="{PLOTLY_URL}"></script>',
        f'<link rel="modulepreload" href="{COMPONENT}.js">',
        f'<link rel="preload" as="style" href="{COMPONENT}.css">',
        *(
            f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'
            for name in _scripts_of(ELEMENTS)
        ),
    ]


def _scripts_of(elements: Sequence[str]) -> list[str]:
    """Return the scripts of these elements, with all that they import."""
    folder = STREAMLIT / "static/js"
    first = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    found: list[str] = []
    wanted = [path.name for each in elements for path in folder.glob(f"{each}.*.js")]
    while wanted:
        name = wanted.pop()
        if name not in found and name not in first:
            found.append(name)
            wanted += IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
    return found
