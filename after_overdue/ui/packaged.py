"""Packaged components: scripts of ours that Streamlit serves and mounts."""

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

PACKAGE = "after-overdue"


def packaged(
    name: str, assets: Path, *, html: str | None = None, styled: bool = True
) -> Callable[..., Any]:
    """Return the mount of a component.

    Parameters
    ----------
    name : of the component, of its script and of its style
    assets : the folder that holds both
    html : what it starts as
    styled : whether it has a style
    """
    return _mount(get_bidi_component_manager(), name, assets, html, styled)


@lru_cache(maxsize=16)
def _mount(
    manager: BidiComponentManager,
    name: str,
    assets: Path,
    html: str | None,
    styled: bool,
) -> Callable[..., Any]:
    """Return the mount; the server learns of the package where it has not yet."""
    package = f"{PACKAGE}.{name}"
    if manager.get_component_path(package) is None:
        config = ComponentConfig(name, assets.name)
        manifest = ComponentManifest(PACKAGE, "1", [config])
        manager.register_from_manifest(manifest, assets.parent)
    style = f"{name}.css" if styled else None
    return st.components.v2.component(package, html=html, js=f"{name}.js", css=style)
