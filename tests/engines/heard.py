"""The site with an ear in every page: what goes wrong in a script is kept there.

No driver of WebKitGTK tells what a page writes on its console, and none tells an
error that comes before the page has loaded. So the first script of each page listens.
"""

from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

EAR = "/ear.js"
LISTENS = (Path(__file__).parent / "ear.js").read_bytes()
HEAD = b"<head>"


class Heard:
    """Puts the script that listens before all others of a page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"] == EAR:
            answer = PlainTextResponse(LISTENS, media_type="text/javascript")
            await answer(scope, receive, send)
            return
        if "html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]

        async def listened(message: Message) -> None:
            if message["type"] == "http.response.start":
                del MutableHeaders(raw=message["headers"])["content-length"]
            else:
                ear = HEAD + f'<script src="{EAR}"></script>'.encode()
                message = {**message, "body": message["body"].replace(HEAD, ear, 1)}
            await send(message)

        await self.app({**scope, "headers": headers}, receive, listened)


def heard() -> ASGIApp:
    """Return the site, which only a server of its own may start."""
    from app import app

    return Heard(app)
