"""A figure at each position of its slider, put together as the browser does it."""

import json
from collections.abc import Mapping
from typing import Any


def plain(value: Any) -> Any:
    """Return `value` as it arrives in the browser; what is no number is refused."""
    return json.loads(json.dumps(value, allow_nan=False))


def shown_at(
    position: int, figure: Any, headlines: Any, paths: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what stands on the screen once the slider is at `position`."""
    shown = {**plain(figure), "headlines": plain(headlines), "takeaway": ""}
    for path, answers in paths.items():
        _place(shown, path, answers[position])
    return shown


def _place(root: Any, path: str, value: Any) -> None:
    *keys, last = path.split(".")
    for key in keys:
        root = root[int(key)] if isinstance(root, list) else root[key]
    root[int(last) if isinstance(root, list) else last] = value
