"""Packaged components: scripts of ours that Streamlit serves and mounts."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from after_overdue.insides import register_component

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
    return _mount(register_component(PACKAGE, name, assets), name, html, styled)


@lru_cache(maxsize=16)
def _mount(
    _manager: object, name: str, html: str | None, styled: bool
) -> Callable[..., Any]:
    """Return the mount; a server that is another has another manager."""
    style = f"{name}.css" if styled else None
    package = f"{PACKAGE}.{name}"
    return st.components.v2.component(package, html=html, js=f"{name}.js", css=style)
