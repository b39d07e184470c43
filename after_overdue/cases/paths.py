"""Paths on offer: the answers for every position of a slider, computed when asked for.

A page offers them while it runs and draws; the browser fetches them afterwards, so
that no answer waits for them.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

from after_overdue.cases.json_bytes import json_bytes

KEPT = 256
Compute = Callable[[], Mapping[str, Any]]

_offers: OrderedDict[str, Compute | bytes] = OrderedDict()
_lock = Lock()


def paths_id(*parts: object) -> str:
    """Return a short name for the case that paths belong to."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def offer(case: str, compute: Compute) -> None:
    """Offer the paths of a case; the oldest offers are forgotten."""
    with _lock:
        if case not in _offers:
            _offers[case] = compute
        _offers.move_to_end(case)
        while len(_offers) > KEPT:
            _offers.popitem(last=False)


def is_offered(case: str) -> bool:
    """Return whether the paths of a case can be had."""
    return case in _offers


def packed(case: str) -> bytes:
    """Return the paths of an offered case as compressed JSON, computed once.

    Raises
    ------
    KeyError
        Where the case is not on offer.
    """
    found = _offers[case]
    if not isinstance(found, bytes):
        found = _offers[case] = gzip.compress(json_bytes(found()), 6, mtime=0)
    return found
