"""Memory under readers: fifty of them for ten minutes should leave it flat.

``python -m bench.soak`` runs the site on loopback, lets readers come, move a control
every few seconds and leave, and writes docs/soak.md. Bounded in readers and time.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from bench.servers import OURS, Running, running

REPORT = Path(__file__).parents[1] / "docs/soak.md"
VISIT_SECONDS = 60
PAUSE_SECONDS = (2.0, 4.0)
SAMPLE_SECONDS = 5
WARM_UP_SHARE = 0.3


@dataclass
class Tally:
    """What the readers met."""

    visits: int = 0
    changes: int = 0
    failures: list[str] = field(default_factory=list)
    waits_ms: list[float] = field(default_factory=list)


def connected(site: Running) -> connect:
    """Return a connection to a site, as a page of it has."""
    url = f"{site.address.replace('http', 'ws')}/_stcore/stream"
    platform = [Subprotocol("streamlit")]
    return connect(url, subprotocols=platform, max_size=None, ping_interval=None)


async def finished(socket: ClientConnection) -> dict[str, str]:
    """Return the sliders of a run by key once the run has ended."""
    sliders: dict[str, str] = {}
    while True:
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(socket.recv(decode=False), 20))
        element = message.delta.new_element
        if element.WhichOneof("type") == "slider":
            sliders[element.slider.id.rpartition("-")[2]] = element.slider.id
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(element.exception.message)
        if message.WhichOneof("type") == "script_finished" and (
            message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        ):
            return sliders


async def _visit(site: Running, tally: Tally, until: float) -> None:
    """Come to the page, move a slider now and then, and leave."""
    async with connected(site) as socket:
        await socket.send(run_message())
        sliders = await finished(socket)
        tally.visits += 1
        leave = min(until, time.monotonic() + VISIT_SECONDS)
        while time.monotonic() < leave:
            await asyncio.sleep(random.uniform(*PAUSE_SECONDS))
            start = time.monotonic()
            await socket.send(
                run_message(sliders["score_before"], random.randint(350, 950))
            )
            await finished(socket)
            tally.waits_ms.append(1000 * (time.monotonic() - start))
            tally.changes += 1


def run_message(slider: str = "", value: int = 0) -> bytes:
    """Return the message that asks for a run, with one slider moved."""
    message = BackMsg()
    message.rerun_script.query_string = "lang=en"
    message.rerun_script.page_name = "score_recovery"
    if slider:
        state = message.rerun_script.widget_states.widgets.add()
        state.id = slider
        state.double_array_value.data.append(value)
    return bytes(message.SerializeToString())


async def _reader(site: Running, tally: Tally, until: float) -> None:
    await asyncio.sleep(random.uniform(0, 10))
    while time.monotonic() < until:
        try:
            await _visit(site, tally, until)
        except (OSError, RuntimeError, TimeoutError, WebSocketException) as error:
            tally.failures.append(repr(error))
            await asyncio.sleep(1)


async def soak(
    site: Running, readers: int, seconds: float
) -> tuple[Tally, list[float]]:
    """Return what the readers met and the server's memory in MB, sampled."""
    tally, until = Tally(), time.monotonic() + seconds
    crowd = [asyncio.create_task(_reader(site, tally, until)) for _ in range(readers)]
    memory = []
    while time.monotonic() < until:
        memory.append(site.resident_bytes() / 1e6)
        await asyncio.sleep(SAMPLE_SECONDS)
    await asyncio.gather(*crowd)
    return tally, memory


def report(tally: Tally, memory: list[float], readers: int, seconds: float) -> str:
    """Return the page docs/soak.md."""
    warm = memory[int(WARM_UP_SHARE * len(memory)) :]
    third = max(len(warm) // 3, 1)
    early, late = statistics.mean(warm[:third]), statistics.mean(warm[-third:])
    waits = sorted(tally.waits_ms)
    return f"""# Memory under readers

`python -m bench.soak`: {readers} readers for {seconds:.0f} s on loopback. Each stays up to
{VISIT_SECONDS} s, moves a control every {PAUSE_SECONDS[0]:.0f} to {PAUSE_SECONDS[1]:.0f} s, leaves and comes again.

| What | Value |
|---|---|
| Visits, changes, failures | {tally.visits}, {tally.changes}, {len(tally.failures)} |
| Change → page complete, median and 95 % | {statistics.median(waits):.0f} ms, {waits[int(0.95 * len(waits))]:.0f} ms |
| Memory at the start | {memory[0]:.0f} MB |
| Memory, first third after warm-up | {early:.0f} MB |
| Memory, last third | {late:.0f} MB |
| Change between them | {late - early:+.1f} MB ({100 * (late - early) / early:+.1f} %) |
"""


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--readers", type=int, default=50)
    options.add_argument("--seconds", type=float, default=600)
    asked = options.parse_args()
    with running(OURS) as server:
        found = asyncio.run(soak(server, asked.readers, asked.seconds))
    text = report(*found, asked.readers, asked.seconds)
    print(text, *found[0].failures[:5], sep="\n")
    REPORT.write_text(text, encoding="utf-8")
