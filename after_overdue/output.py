"""The output of a command: closed, full, or in an encoding that lacks characters."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path


def has_output() -> bool:
    """Return whether anybody may read; what nobody can goes nowhere (as of `>&-`)."""
    missing = [name for name in ("stdout", "stderr") if getattr(sys, name) is None]
    for name in missing:
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # to the end
        setattr(sys, name, nowhere)
    return "stdout" not in missing


def drop_output() -> None:
    """Drop what cannot be written: Python flushes once more as it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_with(*, errors: str, encoding: str | None = None) -> None:
    """Print with other marks for what an encoding has not, or in another encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)
