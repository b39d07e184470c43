"""How soon a change is answered whole, with the event loop that we add and without it.

``python -m bench.round_trip`` sends changes back to back over one connection to each,
in turns, and prints the table; half a minute. What a browser sees: bench.latency.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from contextlib import ExitStack
from dataclasses import replace

from bench.servers import OURS, PLAIN_STREAMLIT, Running, running
from bench.soak import connected, finished, run_message

ROUNDS, CHANGES, LOWEST_SCORE = 4, 75, 360
WITHOUT = replace(
    OURS, name="After Overdue without uvloop", command=[*PLAIN_STREAMLIT, "app.py"]
)


async def changes(site: Running, first: int) -> list[float]:
    """Return milliseconds from each change sent to the end of its answer."""
    waits = []
    async with connected(site) as socket:
        await socket.send(run_message())
        sliders = await finished(socket)
        for score in range(first, first + CHANGES):
            start = time.monotonic()
            await socket.send(run_message(sliders["score_before"], score))
            await finished(socket)
            waits.append(1000 * (time.monotonic() - start))
    return waits


def measured() -> dict[str, tuple[float, float]]:
    """Return the median wait and the server's time a change, ms, by candidate."""
    with ExitStack() as stack:
        sites = [stack.enter_context(running(each)) for each in (OURS, WITHOUT)]
        waits: dict[str, list[float]] = {site.candidate.name: [] for site in sites}
        spent = dict.fromkeys(waits, 0.0)
        for turn in range(ROUNDS):
            for site in sites:
                name, before = site.candidate.name, site.cpu_seconds()
                waits[name] += asyncio.run(changes(site, LOWEST_SCORE + CHANGES * turn))
                spent[name] += site.cpu_seconds() - before
    return {
        name: (statistics.median(each), 1000 * spent[name] / len(each))
        for name, each in waits.items()
    }


if __name__ == "__main__":
    print("| Server | Change → answer whole, median | Server time a change |")
    print("|---|---|---|")
    for name, (wait, cpu) in measured().items():
        print(f"| {name} | {wait:.1f} ms | {cpu:.1f} ms |")
