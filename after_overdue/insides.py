"""Streamlit's insides: all that leans on how it is made, not on what it documents.

Read from Streamlit 1.67; `tests/test_insides.py` is the canary, and
`docs/streamlit.md` says what to do when a release changes one of them. The scripts
and the style that name its elements (`TEST_IDS`) are listed there too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

READ_FROM = "1.67"
"""The minor release that all of this was read from."""
STREAMLIT = Path(str(find_spec("streamlit").origin)).parent / "static"  # type: ignore[union-attr]
"""Where its page and its scripts are."""

CORE, STATIC = "/_stcore/", "/static/"
PATHS = (CORE, "/media/", "/component/", STATIC)
"""How the paths begin that belong to it."""
NEEDED = ("health", "host-config", "stream", "bidi-components/")
"""What its pages need below `CORE`; the rest is nobody's business."""

PLACE = '<div id="root">'
"""Where it draws a page."""
NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
LOADED = re.compile(
    r'<script type="module" crossorigin[^>]*></script>|<link\s+rel="modulepreload"'
    r' crossorigin[^>]*>|<link\s+rel="(?:stylesheet|preload)"[^>]*>'
)
"""What its page asks for: its scripts, its style, its font."""
TONGUE, TITLE = '<html lang="en">', "<title>Streamlit</title>"
DROPPED = (
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r'<link rel="service-desc"[^>]*>'),
    NO_SCRIPT,
    re.compile(r"<script>.*?</script>", re.DOTALL),
)
"""What its page says about itself, and what looks for its server."""
IMPORTED = re.compile(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")
ELEMENTS = (
    "BidiComponent",
    "Button",
    "ButtonGroup",
    "Selectbox",
    "Slider",
)
"""Elements of an Explore page, whose scripts come only once it is connected."""
TEST_IDS = (
    "stApp",
    "stAppViewContainer",
    "stBidiComponent",
    "stButton",
    "stButtonGroup",
    "stColumn",
    "stDownloadButton",
    "stElementContainer",
    "stExpandSidebarButton",
    "stExpander",
    "stHeader",
    "stHorizontalBlock",
    "stIconMaterial",
    "stLayoutWrapper",
    "stLinkButton",
    "stMain",
    "stMainBlockContainer",
    "stMarkdownContainer",
    "stPageLink",
    "stPlotlyChart",
    "stSelectbox",
    "stSidebar",
    "stSidebarCollapseButton",
    "stSlider",
    "stSliderThumbValue",
    "stTable",
    "stTextInput",
    "stToolbar",
    "stVerticalBlock",
)
"""Names of its elements that our scripts and styles look for."""
MARKS = (
    "stBidiComponent",
    "data-test-connection-state",
    "data-test-script-state",
    "stActiveTheme",
)
"""Other words of its own that our scripts and styles look for."""


def component_url(package: str, name: str) -> str:
    """Return where it serves a packaged component, without the ending of a file."""
    return f"{CORE}bidi-components/{package}.{name}/{name}"


def take_base_path() -> str:
    """Return the path that it was told to stand below; it then stands at the root.

    We take that path off a request before any route, its own too, looks at it.
    """
    from streamlit import config

    path = str(config.get_option("server.baseUrlPath") or "")
    config.set_option("server.baseUrlPath", "")
    return path


@cache
def index_html() -> str:
    """Return the frame that it fills with a page, without what we do without."""
    text = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    for each in DROPPED:
        text = each.sub("", text)
    return text


def scripts_of(elements: Sequence[str]) -> list[str]:
    """Return the scripts of these elements, with all that they import."""
    folder, first = STREAMLIT / "static/js", index_html()
    found: list[str] = []
    pending = [path.name for each in elements for path in folder.glob(f"{each}.*.js")]
    while pending:
        name = pending.pop()
        if name not in found and name not in first:
            found.append(name)
            pending += IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
    return found


def register_component(package: str, name: str, assets: Path) -> object:
    """Make a packaged component known to the running server; return whose it is.

    Parameters
    ----------
    package : of all our components
    assets : the folder that holds its script and its style
    """
    from streamlit.components.v2.get_bidi_component_manager import (
        get_bidi_component_manager,
    )
    from streamlit.components.v2.manifest_scanner import (
        ComponentConfig,
        ComponentManifest,
    )

    manager = get_bidi_component_manager()
    if manager.get_component_path(f"{package}.{name}") is None:
        config = ComponentConfig(name, assets.name)
        manifest = ComponentManifest(package, "1", [config])
        manager.register_from_manifest(manifest, assets.parent)
    return manager
