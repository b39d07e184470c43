"""A reader's tab that goes from page to page, and all that it asked and said."""

import re
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, expect

from tests.browser.boxes import until

PLATFORM = ["[data-testid=stSidebar]", "[data-testid=stSkipToContent]"]
"""The platform's own menu, whose lists hold headings, and its link past the menu."""
CLOSED = "[data-testid=stExpander] details:not([open]) summary"
UNFOLDED = """(closed) => {
    const found = [...document.querySelectorAll(closed)];
    found.forEach((summary) => summary.click());
    return found.length === 0;
}"""
WIDTH = """Math.max(
    ...[...document.querySelectorAll("[data-testid=stMain], main, html")]
        .map((each) => each.scrollWidth))"""
LISTEN = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
STORED = """async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map((each) => each.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
COOKIES = {"_streamlit_xsrf"}
"""Guards the platform's own forms; a random number that lasts as long as the window."""
KEPT = re.compile(r"stActiveTheme-.*-v2|stSidebarSectionsState-")
"""What the platform keeps in the browser: light or dark, and open parts of the menu."""
POLICY = re.compile("Content Security Policy|Permissions-Policy|Refused|COOP")
QUIET_MS = 500


@dataclass
class Visit:
    """A tab, and what it asked and said since it opened its page."""

    page: Page
    site: str
    asked: list[str] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTEN)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("request", lambda request: self.requests.append(request))
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))
        self.page.on("console", lambda each: self.said.append((each.type, each.text)))
        self.page.on("pageerror", lambda each: self.said.append(("error", str(each))))

    def open(self, path: str) -> None:
        """Open a page, and return once it stands still."""
        for message in (self.asked, self.said, self.requests):
            message.clear()
        self.page.goto(f"{self.site}{path}")
        self.page.locator("h1, figure, .plot").first.wait_for()
        if self.page.locator("#root").count():
            self.page.locator("#first-view").wait_for(state="detached")
            self.stands()
        else:
            self.page.wait_for_timeout(QUIET_MS)

    def unfold(self) -> None:
        """Open on a page of the platform everything that opens."""
        until(self.page, lambda: self.page.evaluate(UNFOLDED, CLOSED), QUIET_MS)
        self.stands()

    def stands(self) -> None:
        """Wait until the platform has run, and nothing it drew has grown old."""
        self.page.locator("[data-test-script-state=notRunning]").wait_for()
        expect(self.page.locator("[data-stale=true]")).to_have_count(0)
        self.page.wait_for_timeout(QUIET_MS)  # it fades in what it has drawn

    @property
    def width(self) -> int:
        """How wide the page is, with what sticks out sideways."""
        wide: int = self.page.evaluate(WIDTH)
        return wide

    @property
    def barriers(self) -> dict[str, list[str]]:
        """The rules of accessibility that the page breaks, and where."""
        without = {"exclude": [[each] for each in PLATFORM]}
        found = Axe().run(self.page, without).response["violations"]
        return {
            rule["id"]: [node["html"][:120] for node in rule["nodes"]] for rule in found
        }

    @property
    def foreign(self) -> list[str]:
        """Addresses asked for that are not this site's."""
        ours = (self.site, self.site.replace("http", "ws"), "data:", "blob:")
        return [url for url in self.asked if not url.startswith(ours)]

    @property
    def named(self) -> set[str]:
        """What the browser told of the page's address, request by request."""
        headers = [each.all_headers() for each in self.requests]
        return {each["referer"] for each in headers if each.get("referer")}

    @property
    def errors(self) -> list[str]:
        """What went wrong in its scripts.

        The platform looks for its own root first, which a deep link does not have.
        """
        lines = [text for kind, text in self.said if kind == "error"]
        return [each for each in lines if "404 (Not Found)" not in each]

    @property
    def complaints(self) -> list[str]:
        """What the browser had to say about the policy of the page."""
        lines = [text for _, text in self.said if POLICY.search(text)]
        return [*lines, *self.page.evaluate("violations")]

    @property
    def kept(self) -> list[str]:
        """What stays in the browser and is not told of on the page of privacy."""
        found = self.page.evaluate(STORED)
        cookies = self.page.context.cookies()
        return [
            *(key for key in found["local"] if not KEPT.fullmatch(key)),
            *(each["name"] for each in cookies if each["name"] not in COOKIES),
            *(each["name"] for each in cookies if each["expires"] != -1),
            *(found["session"] + found["databases"] + found["caches"]),
            *["a service worker"] * found["workers"],
        ]
