"""The machine on which something was measured."""

from __future__ import annotations

import platform
from pathlib import Path


def processor() -> str:
    """Return its processors, as the system names them."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = [line.partition(":")[2].strip() for line in lines if "model name" in line]
    return f"{len(models)} × {models[0]}" if models else platform.processor()
