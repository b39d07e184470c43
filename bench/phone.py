"""A learner's phone without a screen: joins, listens, answers, over bare sockets.

A thousand of them have to leave most of the machine to the server, so that they speak
just enough HTTP; each request is a connection of its own, as after a pause in class.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

PATIENCE_SECONDS = 60
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answered:
    """What a server answered to one request."""

    status: int
    location: str
    body: str
    seconds: float


@dataclass
class Phone:
    """One learner.

    Attributes
    ----------
    site : address of the server
    host : own address on loopback
    seen : when each rev of the class arrived, in seconds of `time.monotonic`
    acknowledged : seq of the newest answer that the server has confirmed
    """

    site: str
    host: str
    place: str = ""
    seen: dict[int, float] = field(default_factory=dict)
    acknowledged: int = 0
    waits: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    async def join(self, class_id: str, secret: str) -> None:
        """Become a learner of the class; the answer leads to the personal link."""
        found = await self.post(f"/class/{class_id}/join", {"secret": secret})
        if found.status != 303:
            raise RuntimeError(f"Joining was answered {found.status}: {found.body}")
        self.place = found.location

    async def listen(self) -> None:
        """Note when each rev arrives, until cancelled; come back if cut off."""
        while True:
            reader, writer = await self._sent("GET", f"{self.place}events", "")
            try:
                while line := await reader.readline():
                    if line.startswith(b"data: {"):
                        rev = json.loads(line[6:])["rev"]
                        self.seen.setdefault(rev, time.monotonic())
            finally:
                writer.close()

    async def answer(self, step: int, month: int, seq: int) -> None:
        """Send an answer as often as it takes; note how long the server took."""
        form = {"step": step, "month": month, "seq": seq}
        found = await self.post(f"{self.place}answer", form)
        if found.status != 200:
            self.failures.append(f"{found.status}: {found.body[:80]}")
            return
        self.waits.append(found.seconds)
        self.acknowledged = max(self.acknowledged, json.loads(found.body)["seq"])

    async def look(self) -> float:
        """Ask for the own reply, as our script does after a reveal; return the wait."""
        began = time.monotonic()
        reader, writer = await self._sent("GET", f"{self.place}state", "")
        try:
            text = await asyncio.wait_for(reader.read(), PATIENCE_SECONDS)
        finally:
            writer.close()
        if b" 200 " not in text[:20]:
            self.failures.append(f"own reply: {text[:80]!r}")
        return time.monotonic() - began

    async def post(self, path: str, form: Mapping[str, object]) -> Answered:
        """Send a form and return the whole answer."""
        began = time.monotonic()
        reader, writer = await self._sent("POST", path, urlencode(form))
        try:
            text = (await asyncio.wait_for(reader.read(), PATIENCE_SECONDS)).decode()
        finally:
            writer.close()
        head, _, body = text.partition("\r\n\r\n")
        lines = head.split("\r\n")
        named = dict(line.split(": ", 1) for line in lines[1:])
        status = int(lines[0].split()[1])
        seconds = time.monotonic() - began
        return Answered(status, named.get("location", ""), body, seconds)

    async def _sent(
        self, method: str, path: str, body: str
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        server = urlsplit(self.site)
        reader, writer = await asyncio.open_connection(
            server.hostname, server.port, local_addr=(self.host, 0), limit=2**20
        )
        accept = "text/event-stream" if path.endswith("events") else "application/json"
        writer.write(
            f"{method} {path} HTTP/1.1\r\nhost: {server.netloc}\r\n"
            f"accept: {accept}\r\nconnection: close\r\ncontent-type: {FORM}\r\n"
            f"content-length: {len(body)}\r\n\r\n{body}".encode()
        )
        await writer.drain()
        return reader, writer
