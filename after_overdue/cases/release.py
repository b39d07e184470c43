"""The release: a short name for this code and this content, made of every byte.

What is computed for the same settings on the same day is the same wherever the release
is, so that an address with its name may be kept for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from after_overdue.project import PACKAGE, ROOT

PARTS = (
    (PACKAGE.parent, "after_overdue/**/*.py"),
    (ROOT, "content/**/*.yaml"),
    (ROOT, "requirements*.txt"),
)
"""All that an answer depends on: code, content, and the versions of libraries."""


@cache
def release() -> str:
    """Return the name of the release that runs here."""
    found = [path for root, part in PARTS for path in root.glob(part)]
    return name_of(PACKAGE.parent, found)


def name_of(root: Path, files: Iterable[Path]) -> str:
    """Return a short name for files: it changes with any byte and any name."""
    seen = hashlib.blake2b(digest_size=6)
    for path in sorted(files):
        content = path.read_bytes()
        seen.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        seen.update(content)
    return seen.hexdigest()
