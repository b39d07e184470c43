"""Pages of ours shown in a browser without a server: the routes answer."""

from collections.abc import Callable

from playwright.sync_api import Page, Route
from starlette.testclient import TestClient

SITE = "http://guide.example"


def serve(
    page: Page, client: TestClient, *, scripts: bool = False
) -> Callable[..., Page]:
    """Return what shows an address of the routes, or some HTML at ``/shown/``."""
    values: dict[str, str] = {}

    def answer(route: Route) -> None:
        address = route.request.url
        if not address.startswith(f"{SITE}/") or (".js" in address and not scripts):
            route.abort()
        elif address == f"{SITE}/shown/state":
            route.fulfill(status=304)
        elif address == f"{SITE}/shown/":
            route.fulfill(body=values["html"], content_type="text/html; charset=utf-8")
        else:
            found = client.get(address)
            route.fulfill(
                status=found.status_code,
                body=found.content,
                headers={"content-type": found.headers["content-type"]},
            )

    page.route("**/*", answer)

    def shown(address: str = "/shown/", *, html: str = "") -> Page:
        values["html"] = html
        page.goto(f"{SITE}{address}")
        return page

    return shown
