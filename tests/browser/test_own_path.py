"""The guide below a path of its own, beside other things on the same server."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx2 as httpx
import pytest
from playwright.sync_api import Page, Response, expect

from after_overdue.clock import now
from after_overdue.teaching.class_session import command, host_view, open_class_session
from after_overdue.teaching.store import Store
from scripts.balancers import balancer
from tests.browser.moving import LIVE, moved_to
from tests.running_site import Site
from tests.teaching.classes import LESSON

PLACE = "/guide"
TAKEN_OFF = {
    "location / {": f"location {PLACE}/ {{",
    "proxy_pass http://servers;": "proxy_pass http://servers/;",
}
"""What an operator changes in nginx.conf (docs/deploy.md); it takes the path off."""
LEFT_ON = {
    "default_backend servers": "use_backend servers if { path -m reg ^/guide(/|$) }"
}
"""What an operator changes in haproxy.cfg; it leaves the path on."""
WAYS = {"nginx": TAKEN_OFF, "haproxy": LEFT_ON}
QUESTION = "read/en/questions/what-it-costs"
SPOKEN = (
    "",
    "apr?lang=en",
    "read/en/",
    QUESTION,
    "embed/apr",
    "join",
    "data/",
    "data/changes.en.atom",
    "api/v1",
    "api/v1/openapi.json",
    "oembed?url=/guide/apr",
    "sitemap.xml",
    "robots.txt",
    "nothing",
)
"""Pages and files of each kind, all of whose addresses are looked at."""
PATH = re.compile(r"""(?:["'(>]|: )(/[a-z_][\w./-]*+)(?!":)""")
"""A path in a page or a file; not the name of an operation of the API."""


class Below(Site):
    """A site that the platform is told to serve below a path."""

    @property
    def address(self) -> str:
        return f"{super().address}{PLACE}"

    @property
    def command(self) -> str:
        return f"{super().command} --server.baseUrlPath {PLACE.strip('/')}"


@dataclass
class Watched:
    """What a page asks for, and what of it fails."""

    page: Page
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))
        self.page.on("response", self.answered)
        self.page.on("pageerror", lambda error: self.failed.append(str(error)))

    def answered(self, response: Response) -> None:
        if response.status >= httpx.codes.BAD_REQUEST:
            self.failed.append(f"{response.status} {response.url}")

    def outside(self, address: str) -> list[str]:
        ours = (f"{address}/", f"{address}/".replace("http", "ws"), "data:", "blob:")
        return [url for url in self.asked[1:] if not url.startswith(ours)]


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[tuple[Site, Store]]:
    """The site below its path, whose database the tests can reach too."""
    folder = tmp_path_factory.mktemp("data")
    store = Store(f"sqlite:///{folder / 'class.sqlite3'}")
    site = Below(DATA_FOLDER=str(folder), TRUSTED_PROXIES="127.0.0.1")
    site.start()
    try:
        store.migrate()
        yield site, store
    finally:
        store.close()
        site.end()


@pytest.fixture(params=WAYS)
def address(request, served) -> Iterator[str]:
    """Where readers find the site."""
    site, _ = served
    name = request.param
    with balancer(name, site.port, site.port, WAYS[name]) as found:
        yield f"{found}{PLACE}"


def press(store: Store, secret: str, name: str) -> None:
    """Press a button of the class's board."""
    rev = host_view(store, secret, now=now()).scene.rev
    command(store, secret, rev=rev, command=name, now=now())


def test_a_reader_and_a_class_never_leave_the_path(page, served, address) -> None:
    store, watched = served[1], Watched(page)
    page.goto(address)
    expect(page.locator("#first-view")).to_have_count(0)
    page.get_by_role("link", name="Find an answer").first.click()
    expect(page).to_have_url(re.compile(f"^{address}/questions"))
    explores(page, address)
    reads(page, address)
    answers(page, address, store)
    assert watched.outside(address) == []
    assert watched.failed == []


def explores(page: Page, address: str) -> None:
    page.goto(f"{address}/apr?lang=en")
    expect(page.locator("#first-view")).to_have_count(0)
    slider = page.locator("#main-slider")
    slider.press("ArrowRight")
    expect(page).to_have_url(re.compile(rf"^{address}/apr\?.*monthly_fee="))
    page.goto(f"{address}/embed/apr")
    before = page.locator("output").inner_text()
    slider.press("ArrowRight")
    expect(page.locator("output")).not_to_have_text(before)
    expect(page.locator("#page")).to_have_attribute("href", re.compile(f"^{PLACE}/apr"))


def reads(page: Page, address: str) -> None:
    page.goto(f"{address}/{QUESTION}")
    moved_to(page, 1)
    expect(page.locator(LIVE)).to_have_count(1)
    page.get_by_role("link", name="Questions", exact=True).first.click()
    expect(page).to_have_url(f"{address}/read/en/")


def answers(page: Page, address: str, store: Store) -> None:
    opened = open_class_session(store, LESSON, now=now())
    page.goto(f"{address}/class_session?lang=en&host={opened.host_secret}")
    invitation = f"{address}/join/{opened.join_secret}"
    expect(page.get_by_text(invitation).first).to_be_attached()
    page.goto(invitation)
    page.locator("form button").click()
    expect(page.locator("#step [data-phase=waiting]")).to_be_visible()
    press(store, opened.host_secret, "open")
    page.locator("#month").fill("7")
    page.locator("#answer button").click()
    expect(page.locator("#mine")).to_contain_text("7")
    personal = page.locator("#personal").get_attribute("href")
    assert personal.startswith(f"{address}/class/")
    key = host_view(store, opened.host_secret, now=now()).wall_key
    page.goto(f"{address}/wall/{opened.class_id}/{key}/")
    expect(page.locator("#wall")).to_contain_text("1")


def test_every_address_that_the_site_speaks_stands_below_the_path(served) -> None:
    site, _ = served
    server = site.address.removesuffix(PLACE)
    for path in SPOKEN:
        text = httpx.get(f"{site.address}/{path}", follow_redirects=True).text
        named = {*PATH.findall(text), *re.findall(rf"{server}(/\w*)", text)}
        assert [each for each in named if not f"{each}/".startswith(f"{PLACE}/")] == []


def test_a_redirect_stays_below_the_path(served) -> None:
    site, _ = served
    for path, target in {
        "": "/",
        "/home?lang=zh": "/?lang=zh",
        "/read": "/read/en/",
        "/apr/": "/apr",
        "/class": "/class_session",
    }.items():
        found = httpx.get(f"{site.address}{path}")
        assert found.headers["location"] == f"{PLACE}{target}"
