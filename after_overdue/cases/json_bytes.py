"""JSON as it is sent to a browser: figures, and the paths of their sliders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson


def json_bytes(values: Mapping[str, Any]) -> bytes:
    """Return plain data as JSON; numbers may be NumPy's."""
    return orjson.dumps(values, option=orjson.OPT_SERIALIZE_NUMPY)
