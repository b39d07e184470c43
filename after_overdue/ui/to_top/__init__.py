"""To the top: after a link from a page to itself, show the page from its title on.

The platform scrolls up when the page changes, and stays where it is when only the
address does. Without this component the page is whole, but shown from the middle.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import (
    get_bidi_component_manager,
)
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

PACKAGE = "after-overdue-to-top"
NAME = "to_top"
QUALIFIED = f"{PACKAGE}.{NAME}"


def to_top(place: str) -> None:
    """Scroll to the title and give it the focus, once for each `place`."""
    _mount(get_bidi_component_manager())(key="to_top", data=place)


@lru_cache(maxsize=4)
def _mount(manager: BidiComponentManager) -> Callable[..., Any]:
    """Return the mount; the server learns of the package where it has not yet."""
    if manager.get_component_path(QUALIFIED) is None:
        config = ComponentConfig(NAME, "assets")
        manifest = ComponentManifest(PACKAGE, "1", [config])
        manager.register_from_manifest(manifest, Path(__file__).parent)
    return st.components.v2.component(QUALIFIED, js="to_top.js")
