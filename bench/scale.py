"""Learners and readers at once, on one database and one or two server processes.

``python -m bench.scale`` runs the site on loopback and lets a class answer every few
seconds while readers move a control once a second. It prints a line of docs/scale.md
for each combination. Bounded in learners, readers and time.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
import time
from contextlib import ExitStack
from dataclasses import dataclass, field

from websockets.exceptions import WebSocketException

from after_overdue.clock import now
from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.results import results
from after_overdue.teaching.store import Store
from bench.class_load import (
    ADDRESSES,
    AT_ONCE,
    LESSON,
    MONTHS,
    STORES,
    at_95,
    database,
    join,
    press,
    waits,
)
from bench.phone import Phone
from bench.servers import OURS, Running, running
from bench.soak import connected, finished, run_message

ANSWER_SECONDS = 10.0
"""Within this span each learner answers once, again and again."""
CHANGE_SECONDS = 1.0
"""Between two changes of a reader that reach the server."""
HEAD = """\
| Store | Processes | Learners | Readers | Seconds | Answers, 95 % | Changes, 95 % \
| Reveal, 95 % | Lost, failed | Cores of servers | MB a process |
|---|---|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Load:
    """Who comes, to what, for how long."""

    store: str
    processes: int
    learners: int
    readers: int
    seconds: float
    change_seconds: float


@dataclass
class Met:
    """What they met; waits in seconds."""

    changes: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    reveal: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    lost: int = 0
    cores: float = 0
    memory_mb: float = 0
    open: int = 0
    begins: asyncio.Event = field(default_factory=asyncio.Event)


async def read(site: Running, met: Met, load: Load, turn: asyncio.Semaphore) -> None:
    """Open a page and, once everybody has, move a control of it once in a while."""
    pause = load.change_seconds
    try:
        async with connected(site) as socket:
            async with turn:
                await socket.send(run_message())
                sliders = await finished(socket)
            met.open += 1
            await met.begins.wait()
            until = time.monotonic() + load.seconds
            await asyncio.sleep(random.uniform(0, pause))
            while (began := time.monotonic()) < until:
                value = random.randint(350, 950)
                await socket.send(run_message(sliders["score_before"], value))
                await finished(socket)
                met.changes.append(time.monotonic() - began)
                await asyncio.sleep(max(0, began + pause - time.monotonic()))
    except (OSError, RuntimeError, TimeoutError, WebSocketException) as error:
        met.failures.append(repr(error))


async def learn(phone: Phone, until: float) -> None:
    """Answer once in each span, at some moment of it."""
    for seq in itertools.count(1):
        wait = random.uniform(0, ANSWER_SECONDS)
        if time.monotonic() + wait > until:
            return
        await asyncio.sleep(wait)
        await phone.answer(0, random.randint(0, MONTHS), seq)
        await asyncio.sleep(ANSWER_SECONDS - wait)


async def play(load: Load, sites: list[Running], store: Store) -> Met:
    """Let everybody come; each stays with one of the processes."""
    met, turn = Met(), asyncio.Semaphore(AT_ONCE)
    opened = await asyncio.to_thread(open_class_session, store, LESSON, now=now())
    dealt = itertools.cycle(sites)
    phones = [
        Phone(next(dealt).address, f"127.0.0.{2 + at % ADDRESSES}")
        for at in range(load.learners)
    ]
    await asyncio.gather(*(join(each, opened, turn) for each in phones))
    ears = [asyncio.create_task(each.listen()) for each in phones]
    readers = [
        asyncio.create_task(read(next(dealt), met, load, turn))
        for _ in range(load.readers)
    ]
    while met.open + len(met.failures) < load.readers:
        await asyncio.sleep(0.05)
    await waits(phones, *await press(store, opened, "open"))
    began, spent = time.monotonic(), sum(each.cpu_seconds() for each in sites)
    until = began + load.seconds
    met.begins.set()
    await asyncio.gather(*(learn(each, until) for each in phones), *readers)
    met.cores = sum(each.cpu_seconds() for each in sites) - spent
    met.cores /= time.monotonic() - began
    met.reveal = await waits(phones, *await press(store, opened, "reveal"))
    for ear in ears:
        ear.cancel()
    await asyncio.gather(*ears, return_exceptions=True)
    met.memory_mb = max(each.resident_bytes() for each in sites) / 1e6
    met.answers = [wait for each in phones for wait in each.waits]
    met.failures += [what for each in phones for what in each.failures]
    kept = results(store, opened.host_secret, now=now())
    stored = sum(each.response is not None for each in kept)
    met.lost = max(0, sum(each.acknowledged > 0 for each in phones) - stored)
    return met


def row(load: Load, met: Met) -> str:
    """Return a line of the table."""

    def waited(values: list[float]) -> str:
        median = statistics.median(values) if values else float("nan")
        return f"{len(values)}: {median:.3f}, {at_95(values):.3f}" if values else "-"

    cells = [
        load.store,
        str(load.processes),
        str(load.learners),
        str(load.readers),
        f"{load.seconds:g}",
        waited(met.answers),
        waited(met.changes),
        waited(met.reveal),
        f"{met.lost}, {len(met.failures)}",
        f"{met.cores:.2f}",
        f"{met.memory_mb:.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def measured(load: Load) -> Met:
    """Return what a load meets on fresh servers with one database."""
    with ExitStack() as stack:
        url = stack.enter_context(database(load.store))
        store = Store(url)
        store.migrate()
        stack.callback(store.close)
        sites = [
            stack.enter_context(running(OURS, DATABASE_URL=url))
            for _ in range(load.processes)
        ]
        return asyncio.run(play(load, sites, store))


def main() -> None:
    """Print a line for each combination of what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--learners", type=int, nargs="+", default=[300, 1000])
    options.add_argument("--readers", type=int, nargs="+", default=[0, 100])
    options.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    options.add_argument("--stores", nargs="+", default=[*STORES], choices=STORES)
    options.add_argument("--change-seconds", type=float, default=CHANGE_SECONDS)
    options.add_argument("--seconds", type=float, default=600)
    asked = options.parse_args()
    print(HEAD)
    every = asked.stores, asked.processes, asked.learners, asked.readers
    for store, processes, learners, readers in itertools.product(*every):
        load = Load(
            store, processes, learners, readers, asked.seconds, asked.change_seconds
        )
        met = measured(load)
        print(row(load, met), *met.failures[:3], sep="\n", flush=True)


if __name__ == "__main__":
    main()
