"""Firefox and WebKit beside Chromium: pages, an embed and a lesson, in one pass."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from after_overdue.catalog.interface import words
from after_overdue.clock import now
from after_overdue.models.registry import MODELS
from after_overdue.teaching.class_session import command, host_view, responses
from after_overdue.teaching.store import Store
from after_overdue.web.pages import NOUNS
from tests.browser.hosts import host
from tests.engines.tabs import FOUND, Tab, firefox, webkit
from tests.running_site import Site

DESK, PHONE = (1280, 900), (390, 844)
READERS = [("en", DESK), ("zh", PHONE)]
"""Each page has one of them, in turn; a window stays as wide as its engine needs."""
RIGHT, ENTER = "\ue014", "\ue007"
SLIDER = "#main-slider"
PREDICTION = quote("predict/score_recovery/month?points_lost=60", safe="/=")
RAN = """return !document.querySelector("#first-view, [data-stale=true]")
    && document.querySelector("[data-test-script-state=notRunning]") !== null"""
WIDER = """return Math.max(...[document.documentElement, document.body,
    ...document.querySelectorAll("[data-testid=stMain], main")]
    .map((each) => each.scrollWidth - each.clientWidth))"""
TROUBLE = """return [...document.querySelectorAll(
    "[data-testid=stException], .stBidiComponent [role=alert]")]
    .map((each) => each.textContent)"""
DRAWN = ".plot [role=img], .plot .main-svg"
MOUNTED = dict.fromkeys(MODELS, DRAWN) | {"predict": ".draw input, #month"}
"""What a component of ours brings to a page, which is left once it is there."""


class HeardSite(Site):
    """A site each of whose pages keeps what its scripts complain of."""

    @property
    def command(self) -> str:
        app = "--app-dir tests/engines --factory heard:heard"
        return f"uvicorn {app} --host 127.0.0.1 --port {self.port}"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[HeardSite]:
    folder: Path = tmp_path_factory.mktemp("data")
    running = HeardSite(DATA_FOLDER=str(folder))
    running.start()
    yield running
    running.end()


@pytest.fixture(scope="module")
def store(site) -> Iterator[Store]:
    opened = Store(f"sqlite:///{site.settings['DATA_FOLDER']}/class.sqlite3")
    yield opened
    opened.close()


@pytest.fixture(
    scope="module", params=[firefox, webkit], ids=lambda each: each.__name__
)
def engine(request) -> Iterator[Tab]:
    """One browser for all that is tried in it."""
    with request.param() as it:
        yield it


@pytest.fixture
def tab(engine: Tab) -> Iterator[Tab]:
    """Its tab; no script in it may complain."""
    engine.sized(*DESK)
    yield engine
    assert engine.complaints() == []


def test_an_error_of_a_script_is_heard(engine: Tab, site: HeardSite) -> None:
    engine.open(f"{site.address}/read/en/")
    engine.run("setTimeout(() => { throw new Error('It went wrong.'); })")
    engine.until("return window.complaints.length === 1")
    (told,) = engine.complaints()
    assert "It went wrong." in told


def test_every_page_comes_to_its_end(tab: Tab, site: HeardSite) -> None:
    found = {}
    for place, noun in enumerate(NOUNS):
        language, size = READERS[place % 2]
        tab.sized(*size)
        tab.open(f"{site.address}/{noun}?lang={language}")
        tab.until(RAN)
        title = tab.shown("[data-testid=stMain] h1")
        trouble = tab.run(TROUBLE)
        if noun in MOUNTED:
            tab.shown(MOUNTED[noun])
        if (wider := tab.run(WIDER)) > 0:
            trouble.append(f"{wider} pixels wider than the window")
        if trouble or not title:
            found[noun] = trouble
    assert found == {}


def test_figure_and_sentence_of_a_page_follow_its_slider(tab, site) -> None:
    tab.open(f"{site.address}/apr?lang=zh&monthly_fee=0.01")
    tab.until(RAN)
    tab.shown(".plot .main-svg")
    follows(tab, ".sentence", ".headlines")
    tab.until("return !location.search.endsWith('monthly_fee=0.01')")


def test_a_reading_page_follows_its_slider(tab: Tab, site: HeardSite) -> None:
    tab.open(f"{site.address}/read/zh/questions/what-it-costs")
    follows(tab, ".headlines")


def test_an_embed_follows_its_slider_in_a_page_of_another_site(tab, site) -> None:
    address = f"{site.address}/embed/score_recovery?lang=en"
    frame = f'<iframe src="{address}" title="figure" width="700" height="90"></iframe>'
    grows = f'<script src="{site.address}/assets/embed-host.js" async></script>'
    with host({}) as elsewhere:
        tab.open(elsewhere.shows(frame + grows))
        tab.until("return document.querySelector('iframe').offsetHeight > 300")
        tab.enter()
        tab.click("main")
        follows(tab, ".headlines")
        assert tab.complaints() == []
        tab.leave()


def follows(tab: Tab, *parts: str) -> None:
    """Press a key on the slider; its figure, its number and these parts follow."""
    parts = (".plot", "output", *parts)
    before = [tab.seen(each) for each in parts]
    tab.press(SLIDER, RIGHT)
    for part, old in zip(parts, before, strict=True):
        tab.until(
            f"{FOUND} return seen && seen.outerHTML !== arguments[2]", part, "", old
        )


def test_a_lesson_is_opened_answered_and_revealed(tab, site, store) -> None:
    secret = opened(tab, site)
    join = tab.shown("[data-testid=stMain] *", "/join/").split()[-1]

    def press(name: str) -> None:
        rev = host_view(store, secret, now=now()).scene.rev
        command(store, secret, rev=rev, command=name, now=now())

    tab.open(f"{join}?lang=zh")
    tab.click("form button")
    tab.shown("#step [data-phase=waiting]")
    press("open")
    tab.press("#month", "40")
    tab.click("#answer button")
    tab.shown("#mine", "40")
    press("reveal")
    tab.shown("#step figure > svg")
    tab.shown("#mine", words("learner", "zh")["right"])
    assert responses(store, secret, 0, now=now()) == [{"month": 40}]
    view = host_view(store, secret, now=now())
    tab.open(f"{site.address}/wall/{view.scene.class_id}/{view.wall_key}/")
    tab.shown("figure > svg")
    tab.open(f"{site.address}/desk/{secret}/")
    tab.shown("h2")
    tab.open(f"{site.address}/class_session?lang=zh&host={secret}")
    tab.shown("[data-testid=stMain] .plot [role=img], .main-svg")


def opened(tab: Tab, site: HeardSite) -> str:
    """Open a class, and return the secret of its host."""
    tab.open(f"{site.address}/class_session?lang=zh&step={PREDICTION}")
    tab.until(RAN)
    tab.press("[data-testid=stMain] input[type=text]", f"逾期{ENTER}")
    tab.click("button", words("class_session", "zh")["open_class"])
    tab.until("return location.search.includes('host=')")
    tab.shown("[data-testid=stImage]")
    return parse_qs(urlsplit(tab.run("return location.href")).query)["host"][0]
