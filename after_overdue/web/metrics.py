"""What an operator's monitoring reads: counts and times, nothing of any reader.

``/metrics`` in the OpenMetrics format, once `METRICS_TOKEN` is set; its reader sends
the token as ``Authorization: Bearer …``.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.openmetrics.exposition import (
    CONTENT_TYPE_LATEST,
    generate_latest,
)
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from after_overdue.settings import setting
from after_overdue.web.notice import notice

REGISTRY = CollectorRegistry()
SOCKETS = Gauge(
    "after_overdue_sessions",
    "Interactive pages that are open: one socket each.",
    registry=REGISTRY,
)
STREAMS = Gauge(
    "after_overdue_streams",
    "Learners' pages that listen to a class.",
    registry=REGISTRY,
)
ANSWERS = Counter(
    "after_overdue_answers",
    "Answers by the template of their route and their status.",
    ["route", "status"],
    registry=REGISTRY,
)
STORE_SECONDS = Histogram(
    "after_overdue_store_seconds",
    "Time of a task with the store, its wait for a thread included.",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 8),
    registry=REGISTRY,
)
STORE_REFUSED = Counter(
    "after_overdue_store_failures",
    "Tasks with the store that failed or got no turn.",
    registry=REGISTRY,
)


class Cached(Protocol):
    """A function that keeps what it made."""

    __name__: str

    def cache_info(self) -> Any:  # noqa: ANN401
        """Return how often it had to make something anew."""


class Looked(Collector):
    """What is only looked at when somebody asks."""

    def __init__(self) -> None:
        self.gauges: dict[str, tuple[str, Callable[[], float]]] = {}

    def collect(self) -> Iterator[Metric]:
        """Yield each as it is now."""
        for name, (about, now) in self.gauges.items():
            yield GaugeMetricFamily(name, about, value=now())


LOOKED = Looked()
REGISTRY.register(LOOKED)


def look_at(name: str, about: str, now: Callable[[], float]) -> None:
    """Let a number be read whenever somebody asks for the metrics."""
    LOOKED.gauges[f"after_overdue_{name}"] = (about, now)


def counts_made(made: tuple[Cached, ...]) -> float:
    """Return how often these functions had to make what they keep."""
    return float(sum(each.cache_info().misses for each in made))


async def metrics(request: Request) -> Response:
    """Answer who has the token; nobody else learns that there is anything."""
    token, given = setting("METRICS_TOKEN"), request.headers.get("authorization", "")
    expected = f"Bearer {token}".encode()
    if not token or not hmac.compare_digest(given.encode("utf-8", "replace"), expected):
        return notice(request, "nothing_here", status=404)
    text = generate_latest(REGISTRY)  # type: ignore[no-untyped-call]
    headers = {"cache-control": "no-store", "content-type": CONTENT_TYPE_LATEST}
    return Response(text, headers=headers)


routes = [Route("/metrics", metrics)]
