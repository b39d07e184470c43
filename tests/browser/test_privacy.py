"""What a page does behind a reader's back: nothing. Each page, in both languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from after_overdue.web.pages import NOUNS
from tests.browser.class_host import Host

DEEP = ["/questions?q=five-years-from-when", "/claims?claim=S41"]
FRAMED = ["/score_recovery?embed=true"]
PLAIN = ["/read/en/", "/read/zh/privacy", "/embed/apr", "/join", "/nothing"]
PAGES = ["/", *(f"/{noun}" for noun in NOUNS if noun != "home"), *DEEP, *FRAMED]
COOKIES = {"_streamlit_xsrf"}
"""Guards the platform's own forms; a random number that lasts as long as the window."""
KEPT = re.compile(r"stActiveTheme-.*-v2|stSidebarSectionsState-")
"""What the platform keeps in the browser: light or dark, and open parts of the menu."""
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
CLOSED = "[data-testid=stExpander] details:not([open]) summary"


@dataclass
class Visit:
    """A page, and all that it asked and said."""

    page: Page
    site: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTEN)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("request", lambda request: self.requests.append(request))
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))
        self.page.on("console", lambda each: self.said.append(each.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, path: str) -> None:
        """Open a page, and on it everything that opens."""
        self.page.goto(f"{self.site}{path}")
        self.page.locator("h1, figure, .plot").first.wait_for()
        self.page.wait_for_timeout(500)
        closed = self.page.locator(CLOSED)
        closed.evaluate_all("each => each.forEach((summary) => summary.click())")
        expect(closed).to_have_count(0)
        self.page.wait_for_timeout(1500)

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
    def complaints(self) -> list[str]:
        """What the browser had to say about the policy of the page."""
        about = re.compile("Content Security Policy|Permissions-Policy|Refused|COOP")
        return [text for text in self.said if about.search(text)]


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """A browser that has never been here."""
    context = browser.new_context(locale="en-GB")
    yield Visit(context.new_page(), site)
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_and_keeps_nothing_that_is_not_told(visit, path) -> None:
    for language in ("en", "zh"):
        visit.open(f"{path}{'&' if '?' in path else '?'}lang={language}")
        assert visit.page.evaluate("violations") == []
        shown = visit.page.locator(f'a[href$="/read/{language}/privacy"]')
        assert shown.count() == 1
    assert visit.foreign == []
    assert visit.complaints == []
    cookies = visit.page.context.cookies()
    assert {each["name"] for each in cookies} <= COOKIES
    assert {each["expires"] for each in cookies} <= {-1}
    stored = visit.page.evaluate(STORED)
    assert [key for key in stored["local"] if not KEPT.fullmatch(key)] == []
    assert stored == {**stored, "session": [], "databases": [], "caches": []}
    assert stored["workers"] == 0


@pytest.mark.parametrize("path", PLAIN)
def test_a_plain_page_keeps_nothing_at_all(visit, path) -> None:
    visit.open(path)
    assert visit.foreign == []
    assert visit.page.evaluate("violations") == []
    assert visit.complaints == []
    assert visit.page.context.cookies() == []
    stored = visit.page.evaluate(STORED)
    assert (stored["local"], stored["session"]) == ([], [])


def test_a_class_keeps_one_key_on_a_phone_and_asks_nobody_else(
    browser, site, visit
) -> None:
    board = Host(visit.page)
    board.opens(site)
    invitation = board.invitation
    board.presses("Open for answers")
    phone = browser.new_context(locale="en-GB", viewport={"width": 390, "height": 844})
    learner = Visit(phone.new_page(), site)
    learner.page.goto(invitation)
    learner.page.get_by_role("button", name="Join").click()
    learner.page.get_by_label("Month", exact=False).first.fill("40")
    learner.page.locator("#answer button").click()
    expect(learner.page.get_by_text("Your answer is kept.")).to_be_visible()
    board.presses("Reveal")
    visit.page.reload()
    visit.page.locator("figure, .plot").first.wait_for()
    expect(learner.page.locator("figure svg").first).to_be_visible()
    for each in (visit, learner):
        assert each.page.evaluate("violations") == []
        assert each.foreign == []
        assert each.complaints == []
    assert visit.named == set()
    assert learner.named <= {f"{site}/"}
    (cookie,) = phone.cookies()
    assert re.fullmatch(r"class_[\w-]{22}", cookie["name"])
    assert cookie["httpOnly"]
    stored = learner.page.evaluate(STORED)
    place = f"after-overdue/class/{cookie['name'].removeprefix('class_')}/"
    assert [key for key in stored["local"] if not key.startswith(place)] == []
    assert stored["session"] == []
    assert {each["name"] for each in visit.page.context.cookies()} <= COOKIES
    phone.close()


def test_a_script_that_somebody_smuggles_in_does_not_run(visit) -> None:
    visit.open("/read/en/")
    visit.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            const picture = new Image();
            picture.src = "https://tracker.example/pixel.png";
            document.body.append(picture);
        }"""
    )
    visit.page.wait_for_timeout(500)
    assert visit.page.evaluate("window.ran") is None
    assert [each.split()[0] for each in visit.page.evaluate("violations")] == [
        "script-src-elem",
        "img-src",
    ]
