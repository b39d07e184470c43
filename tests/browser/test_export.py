"""An exported folder in a browser: from a plain web server, and from a disk."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import Page, expect

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.presets import presets
from after_overdue.catalog.questions import questions
from after_overdue.catalog.search import site_search
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.reading import explore_page, kept_pages
from after_overdue.reading import export as exporting
from after_overdue.reading.export import export
from after_overdue.reading.links import file_of
from tests.browser.boxes import until
from tests.browser.moving import assert_drawn, assert_drawn_as_computed

FEW = [
    f"{language}/{about}"
    for language in LANGUAGES
    for about in (
        *("", "claims", "glossary", "questions/minimum-payment"),
        *("questions/what-it-costs", "questions/does-repair-bring-points-back"),
        "questions/what-collectors-may-not-do",
    )
]
EXPLORED = {"credit_lag": 1, "penalty_interest": 2}
"""A model whose cases all move alike and one whose cases do not, each with a case."""
MISTYPED = {
    "en": [
        *("minimun payment", "payment card minimum", "minimum paym", "credit repor"),
        *("colector calls my mother", "bankrupcy", "can i go to prision"),
        *("how long does the record stay", "negociate with the bank"),
        *("intrest after late", "repair company", "mortgage refus"),
        *("guarantor friend", "huabei late", "suicidal because of online loans"),
        *("too many queris", "lawsuit", "court sumons", "zhengxin", "cuishou"),
    ],
    "zh": [
        *("最底还款额", "还款额最低", "被催收怎么办", "征信修复", "逾期三天"),
        *("催收打电话给家里人", "坐牢会不会", "芝麻分怎么提高", "花呗 逾期", "失信人"),
        *("协商还款", "被起诉", "罚息 计算", "我还不起了怎么办", "压力太大想死"),
        *(
            "zhengxin",
            "cuishou",
            "huabei yuqi",
            "hui zuo lao ma",
            "cuishou zenme tousu",
        ),
    ],
}
"""What readers type with errors, unfinished, in another order or in pinyin."""
NONSENSE = ["qwzxkj", "banana smoothie", "番茄炒鸡蛋", "彩虹独角兽", "constructor"]
FIND = """queries => queries.map((query) => {
  const field = document.querySelector("#query");
  field.value = query;
  field.dispatchEvent(new Event("input"));
  return [...document.querySelectorAll("#found a")].map((each) => each.textContent);
})"""
MOVED = ["en/questions/what-it-costs", "zh/questions/does-repair-bring-points-back"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The pages asked for here, exported without a server behind them."""
    made = tmp_path_factory.mktemp("export") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exporting, "page_names", lambda: FEW)
        patch.setattr(kept_pages, "page_names", lambda: FEW)
        patch.setattr(explore_page, "MODELS", EXPLORED)
        export(made, address="", today=clock.today())
    return made


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of Python's own web server, which knows nothing of the guide."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "http.server", port, "--bind", "127.0.0.1"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                httpx.get(address)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        try:
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def plain_server(folder: Path) -> Iterator[str]:
    """The address of the folder, served."""
    with served(folder) as address:
        yield address


@pytest.fixture(params=["web server", "disk"])
def base(request, folder: Path) -> str:
    """Where the folder is opened from."""
    if request.param == "disk":
        return folder.as_uri()
    return request.getfixturevalue("plain_server")


@pytest.mark.parametrize("name", MOVED)
def test_the_slider_moves_and_shows_what_python_computes(page, base, name) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda each: said.append(each.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda each: asked.append(each.url))
    page.goto(f"{base}/{file_of(name)}")
    assert_drawn_as_computed(page, name)
    assert said == []
    assert all(each.startswith((base, "data:")) for each in asked)


def test_a_reader_walks_from_the_top_to_an_answer_and_over_to_chinese(
    page: Page, base
) -> None:
    page.goto(f"{base}/index.html")
    page.get_by_role("link", name="All questions").click()
    page.get_by_role("link", name="What does each late day cost me?").click()
    page.get_by_role("link", name="中文").click()
    expect(page.locator("h1")).to_have_text("逾期一天要多付多少？")
    page.get_by_role("link", name="名词解释").click()
    expect(page.locator("h1")).to_have_text("这些词是什么意思")


@pytest.mark.parametrize(("language", "link"), [("en", "Search"), ("zh", "搜索")])
def test_a_search_from_a_disk_finds_every_way_of_asking(
    page: Page, folder: Path, language, link
) -> None:
    said: list[str] = []
    page.on("console", lambda each: said.append(each.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((folder / language / "claims.html").as_uri())
    page.get_by_role("link", name=link, exact=True).click()
    page.get_by_role("searchbox").fill(MISTYPED[language][0])
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q="))
    expect(page.get_by_role("status")).to_contain_text(MISTYPED[language][0])
    asked, search = questions(language), site_search(clock.today())
    known = {
        phrase: each.title
        for each in asked.values()
        for phrase in (each.title, *each.asked_as)
    }
    typed = MISTYPED[language]
    queries = [*known, *typed, *NONSENSE]
    found = dict(zip(queries, page.evaluate(FIND, queries), strict=True))
    first = {each: titles[:1] for each, titles in found.items()}
    assert {each for each in known if first[each] != [known[each]]} == set()
    best = {each: search.found(each).questions[0] for each in typed}
    lost = {each for each in typed if asked[best[each]].title not in found[each][:3]}
    assert lost == set()
    assert [found[each] for each in NONSENSE] == [[]] * len(NONSENSE)
    expect(page.locator("#near nav a")).to_have_count(3)
    expect(page.locator("#found")).to_be_hidden()
    page.get_by_role("searchbox").fill(typed[0])
    page.locator("#found a").first.click()
    expect(page.locator("h1")).to_have_text(found[typed[0]][0])
    assert said == []


@pytest.mark.parametrize(("noun", "at"), EXPLORED.items())
def test_a_case_is_drawn_and_moves_as_python_computes_it(
    page: Page, base, noun, at
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    said: list[str] = []
    page.on("console", lambda each: said.append(each.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{base}/zh/index.html")
    page.get_by_role("link", name="动手试", exact=True).click()
    page.get_by_role("link", name=words(noun, "zh")["menu"], exact=True).click()
    case = presets(noun)[at]
    chip = page.get_by_role("button", name=case.label["zh"], exact=True)
    locale, today = Locale("zh"), clock.today()
    began, _ = PAGE_MODELS[noun].read({}, today)
    assert_drawn(page, picture(noun, began, today, locale), 1)
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    given = {name: [text] for name, text in case.settings.items()}
    drawn = picture(noun, PAGE_MODELS[noun].read(given, today)[0], today, locale)
    expect(page.locator(".takeaway")).to_have_text(drawn.takeaway)
    expect(page.locator("output")).to_have_text(drawn.slider.word)
    assert_drawn(page, drawn)
    expect(chip).to_have_attribute("aria-pressed", "false")
    chip.click()
    expect(page.locator("output")).to_have_text(drawn.slider.word)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert said == []


def test_a_newer_export_takes_the_place_of_the_answers_that_were_kept(
    page: Page, folder: Path, tmp_path
) -> None:
    site = shutil.copytree(folder, tmp_path / "site")
    answer, worker = site / "en/questions/what-it-costs.html", site / "en/worker.js"
    title = questions("en")["what-it-costs"].title
    with served(site) as address:
        page.goto(f"{address}/en/")
        expect(page.locator("link[rel=manifest]")).to_have_count(1)
        page.get_by_role("button", name="Keep on this device").click()
        expect(page.locator(".keep [role=status]")).to_contain_text("kept on this")
        (before,) = page.evaluate("caches.keys()")
        for path, new in ((answer, f"{title} Newer"), (worker, f"{before}-newer")):
            old = title if path is answer else before
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        page.goto(f"{address}/en/questions/what-it-costs.html")
        expect(page.locator("h1")).to_have_text(f"{title} Newer")
        until(page, lambda: page.evaluate("caches.keys()") == [f"{before}-newer"])
    page.goto(f"{address}/en/")
    page.get_by_role("link", name="What does each late day cost me?").click()
    expect(page.locator("h1")).to_have_text(f"{title} Newer")


def test_a_place_that_does_not_exist_leads_back(page: Page, folder: Path) -> None:
    page.goto((folder / "404.html").as_uri())
    expect(page.locator("h1")).to_contain_text("There is no page here")
    links = page.locator("a.way").evaluate_all(
        "found => found.map((each) => each.getAttribute('href'))"
    )
    assert links == ["/read/en/", "/read/zh/"]
