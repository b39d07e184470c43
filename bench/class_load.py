"""A class under load: hundreds of learners answer within seconds and see the reveal.

``python -m bench.class_load`` runs the site on loopback, on SQLite and on a PostgreSQL
of its own, lets 300 and then 1,000 learners join, listen and answer within ten seconds,
and writes docs/class-load.md. Bounded in learners and time.
"""

from __future__ import annotations

import argparse
import asyncio
import platform
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from after_overdue import clock
from after_overdue.clock import now
from after_overdue.teaching.class_session import (
    Opened,
    command,
    host_view,
    open_class_session,
)
from after_overdue.teaching.lesson import Lesson, Prediction
from after_overdue.teaching.results import results
from after_overdue.teaching.store import Store
from bench.machine import processor
from bench.phone import Phone
from bench.servers import OURS, Running, running
from scripts.postgres import server

REPORT = Path(__file__).parents[1] / "docs/class-load.md"
LESSON = Lesson("Load", "en", (Prediction("score_recovery", {}, "month"),))
STORES = ("SQLite", "PostgreSQL")
ADDRESSES, AT_ONCE = 4, 20
"""Addresses that the learners share; how many of them join at a time."""
TWICE = 0.2
"""Share of the learners who press twice."""
MONTHS = 72
LOOK_SECONDS = 0.8
"""Within this span after a reveal a learner's page asks for its own reply."""
PATIENCE_SECONDS = 30
TARGETS = {300: (0.3, 1.0), 1000: (2.0, 2.0)}
"""Seconds within which 95 % are acknowledged, and see the reveal, by learners."""


@dataclass(frozen=True)
class Measured:
    """What one class went through; waits in seconds, one for each learner."""

    store: str
    learners: int
    failures: list[str]
    lost: int
    doubled: int
    answered: list[float]
    opened: list[float]
    revealed: list[float]
    own: list[float]
    server_cores: float
    foreign_cores: float
    memory_mb: float


async def press(store: Store, opened: Opened, name: str) -> tuple[int, float]:
    """Press a button as the trainer; return the rev after it, and when it was done."""

    def pressed() -> int:
        rev = host_view(store, opened.host_secret, now=now()).scene.rev
        desk = command(store, opened.host_secret, rev=rev, command=name, now=now())
        return desk.scene.rev

    rev = await asyncio.to_thread(pressed)
    return rev, time.monotonic()


async def waits(phones: list[Phone], rev: int, since: float) -> list[float]:
    """Return how long each learner waited for a rev; the patience if it never came."""
    until = since + PATIENCE_SECONDS
    while time.monotonic() < until and not all(rev in each.seen for each in phones):
        await asyncio.sleep(0.05)
    return [max(0.0, each.seen.get(rev, until) - since) for each in phones]


async def join(phone: Phone, opened: Opened, turn: asyncio.Semaphore) -> None:
    """Join when it is this learner's turn."""
    async with turn:
        await phone.join(opened.class_id, opened.join_secret)


async def answer(phone: Phone, seconds: float) -> None:
    """Answer at some moment of the next seconds; some press twice."""
    await asyncio.sleep(random.uniform(0, seconds))
    month = random.randint(0, MONTHS)
    presses = 2 if random.random() < TWICE else 1
    await asyncio.gather(*(phone.answer(0, month, 1) for _ in range(presses)))


async def look(phone: Phone) -> float:
    """Ask for the own reply at some moment of the next second, as our script does."""
    await asyncio.sleep(random.uniform(0, LOOK_SECONDS))
    return await phone.look()


async def play(
    site: Running, store: Store, name: str, learners: int, seconds: float
) -> Measured:
    """Play one step with this many learners, who answer within some seconds."""
    opened = await asyncio.to_thread(open_class_session, store, LESSON, now=now())
    hosts = [f"127.0.0.{2 + at % ADDRESSES}" for at in range(learners)]
    phones = [Phone(site.address, host) for host in hosts]
    turn = asyncio.Semaphore(AT_ONCE)
    await asyncio.gather(*(join(each, opened, turn) for each in phones))
    ears = [asyncio.create_task(each.listen()) for each in phones]
    await waits(phones, 1, time.monotonic())
    with spent(site) as cores:
        shown = await waits(phones, *await press(store, opened, "open"))
        await asyncio.gather(*(answer(each, seconds) for each in phones))
        waited = await waits(phones, *await press(store, opened, "reveal"))
        own = await asyncio.gather(*(look(each) for each in phones))
    for ear in ears:
        ear.cancel()
    cut_off = await asyncio.gather(*ears, return_exceptions=True)
    failures = [said for each in phones for said in each.failures]
    failures += [repr(e) for e in cut_off if not isinstance(e, asyncio.CancelledError)]
    kept = results(store, opened.host_secret, now=now())
    stored = sum(each.response is not None for each in kept)
    confirmed = sum(each.acknowledged > 0 for each in phones)
    return Measured(
        store=name,
        learners=learners,
        failures=failures,
        lost=max(0, confirmed - stored),
        doubled=max(0, len(kept) - learners),
        answered=[wait for each in phones for wait in each.waits],
        opened=shown,
        revealed=waited,
        own=list(own),
        server_cores=cores["server"],
        foreign_cores=cores["foreign"],
        memory_mb=site.resident_bytes() / 1e6,
    )


@contextmanager
def spent(site: Running) -> Iterator[dict[str, float]]:
    """Give the cores that the server used, and those that neither it nor we used."""
    cores: dict[str, float] = {}
    began, before = time.monotonic(), _seconds(site)
    yield cores
    elapsed, after = time.monotonic() - began, _seconds(site)
    used = {name: (after[name] - before[name]) / elapsed for name in after}
    cores |= {"server": used["server"], "foreign": used["all"] - used["known"]}


def _seconds(site: Running) -> dict[str, float]:
    everything, own = psutil.cpu_times(), psutil.Process().cpu_times()
    served = site.cpu_seconds()
    busy = sum(everything) - everything.idle - everything.iowait
    return {"all": busy, "server": served, "known": served + own.user + own.system}


@contextmanager
def database(name: str) -> Iterator[str]:
    """Give the address of an empty database of a kind."""
    if name == "PostgreSQL":
        with server() as address:
            yield address
        return
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/class.sqlite3"


def at_95(values: list[float]) -> float:
    """Return what 95 % stay below."""
    return sorted(values)[int(0.95 * (len(values) - 1))] if values else float("inf")


def row(found: Measured) -> str:
    """Return a line of the table."""
    answer_target, reveal_target = TARGETS.get(found.learners, (2.0, 2.0))
    met = (
        not (found.lost or found.doubled or found.failures)
        and at_95(found.answered) <= answer_target
        and at_95(found.revealed) <= reveal_target
    )
    cells = [
        found.store,
        str(found.learners),
        f"{len(found.answered)}",
        f"{found.lost}, {found.doubled}, {len(found.failures)}",
        f"{at_95(found.answered):.3f} ({max(found.answered, default=0):.3f})",
        f"{answer_target:g}",
        f"{at_95(found.revealed):.2f} ({max(found.revealed):.2f})",
        f"{reveal_target:g}",
        f"{at_95(found.own):.2f}",
        f"{at_95(found.opened):.2f}",
        f"{found.server_cores:.2f}, {found.foreign_cores:.2f}",
        f"{found.memory_mb:.0f}",
        "yes" if met else "no",
    ]
    return f"| {' | '.join(cells)} |"


def report(found: list[Measured], seconds: float) -> str:
    """Return the page docs/class-load.md."""
    rows = "\n".join(map(row, found))
    return f"""# A class under load

Measured by `python -m bench.class_load` on {clock.today().isoformat()}: {processor()},
{platform.system()} {platform.machine()}, Python {platform.python_version()}. The generator and the database
share the machine with the server, which is one process. Each learner joins, listens for events, and answers
once within {seconds:g} s, each time over a connection of its own; {TWICE:.0%} press twice. The trainer is another
process on the same database. After the reveal each asks for its own reply within {LOOK_SECONDS:g} s.

Seconds; 95 % stay below, and the longest in parentheses. *Lost* was acknowledged and is not in the results; *doubled*
is in them twice; *failed* was not acknowledged. *Foreign* are the cores that neither the server nor the
generator used: the database, and whatever else ran.

| Store | Learners | Sent | Lost, doubled, failed | Acknowledged | Target | Reveal seen | Target | Own reply | Opening seen | Cores: server, foreign | MB | Met |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
{rows}
"""


def measured(learners: list[int], stores: list[str], seconds: float) -> list[Measured]:
    """Return what each class on each store went through, each on a fresh server."""
    found = []
    for name in stores:
        for count in learners:
            with database(name) as url, running(OURS, DATABASE_URL=url) as site:
                store = Store(url)
                store.migrate()
                found.append(asyncio.run(play(site, store, name, count, seconds)))
                store.close()
            print(row(found[-1]), *found[-1].failures[:3], sep="\n", flush=True)
    return found


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--learners", type=int, nargs="+", default=[*TARGETS])
    options.add_argument("--stores", nargs="+", default=[*STORES], choices=STORES)
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--report", type=Path, default=REPORT)
    asked = options.parse_args()
    message = report(
        measured(asked.learners, asked.stores, asked.seconds), asked.seconds
    )
    asked.report.write_text(message, encoding="utf-8")
