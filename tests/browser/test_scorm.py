"""A lesson in an LMS: it reports, resumes, and asks nobody outside for anything."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Literal
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, Route, expect

from after_overdue.cases.locale import Locale
from after_overdue.teaching.exports.lesson_page import AskedQuestion, Lesson
from after_overdue.teaching.exports.lessons import lesson
from after_overdue.teaching.exports.scorm import scorm_package
from tests.browser.boxes import until
from tests.teaching.exports.readers import NODE, package

LMS = "http://lms.example/"

TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".xml": "text/xml",
}
BASE, TODAY = "https://guide.example", date(2026, 11, 25)
Open = Callable[..., Frame]


def made(name: str, language: str = "en") -> Lesson:
    return lesson(name, base=BASE, today=TODAY, locale=Locale(language))


LESSON = made("overdue-basics")


@pytest.fixture
def open_course(page: Page) -> Open:
    """Serve a lesson from its package inside an LMS; nothing else can be reached."""
    outside: list[str] = []
    problems: list[str] = []
    runtime = package("scorm-again") / "dist"
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda said: problems.append(said.text) if said.type == "error" else None,
    )

    def opened(
        lesson: Lesson = LESSON,
        page_of_lms: str = "lms.html",
        *,
        edition: str = "1.2",
        mark: str = "",
    ) -> Frame:
        with ZipFile(io.BytesIO(scorm_package(lesson, edition))) as archive:
            files = {
                f"course/{each}": archive.read(each) for each in archive.namelist()
            }
        if mark:
            manifest = files["course/imsmanifest.xml"]
            judged = f"<adlcp:masteryscore>{mark}</adlcp:masteryscore></item>"
            held_to = manifest.replace(b"</item>", judged.encode())
            files["course/imsmanifest.xml"] = held_to
        for name in ("scorm12.min.js", "scorm2004.min.js"):
            files |= {name: (runtime / name).read_bytes()}
        files |= {"lms.html": (NODE / "lms.html").read_bytes()}

        def answer(route: Route) -> None:
            name = route.request.url.removeprefix(LMS)
            if name not in files:
                outside.append(route.request.url)
                route.abort()
                return
            kind = TYPES[PurePosixPath(name).suffix]
            route.fulfill(body=files[name], content_type=f"{kind}; charset=utf-8")

        page.unroute_all()
        page.route("**/*", answer)
        page.goto(LMS + page_of_lms)
        frame = page.frame(url="**/course/index.html")
        assert frame is not None
        frame.locator("#result:not(:empty)").wait_for()
        return frame

    yield opened
    assert (outside, problems) == ([], [])


def answer(frame: Frame, asked: AskedQuestion, given: str) -> None:
    """Answer a question as a learner does; `given` is letters, or a number."""
    form = frame.locator(f'form[data-id="{asked.question.id}"]')
    if asked.question.kind == "number":
        form.locator("input").fill(given)
    elif asked.question.kind == "order":
        for place, letter in enumerate(given.split(","), 1):
            form.locator(f'select[name="{letter}"]').select_option(str(place))
    else:
        for letter in given.split(","):
            form.locator(f'input[value="{letter}"]').check()
    form.get_by_role("button").click()


def wrong(asked: AskedQuestion) -> str:
    """Return an answer that is not right."""
    if asked.question.kind == "number":
        return str(float(asked.right) + 1000)
    letters = list(asked.letters.values())
    if asked.question.kind == "order":
        return ",".join(reversed(asked.right.split(",")))
    return next(each for each in letters if each not in asked.right.split(","))


def cmi(page: Page) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(page.evaluate("JSON.stringify(lms.cmi)"))
    return values


def test_right_answers_pass_with_the_whole_score(open_course: Open, page: Page) -> None:
    frame = open_course()
    asked = LESSON.asked
    assert {each.question.kind for each in asked} == {
        *("single", "multiple", "number", "order")
    }
    for each in asked:
        answer(frame, each, each.right)
    values = cmi(page)
    assert values["core"]["score"]["raw"] == "100"
    assert values["core"]["lesson_status"] == "passed"
    assert page.evaluate("lms.LMSGetLastError()") == "0"
    expect(frame.locator("#result")).to_contain_text("Your course has been told.")


def test_every_answer_is_reported_as_an_interaction(
    open_course: Open, page: Page
) -> None:
    frame = open_course()
    asked = LESSON.asked
    given = [
        each.right if place % 2 else wrong(each) for place, each in enumerate(asked)
    ]
    for each, response in zip(asked, given, strict=True):
        answer(frame, each, response)
    found = dict(page.evaluate("told"))
    types = {"number": "numeric", "order": "sequencing"}
    for place, (each, response) in enumerate(zip(asked, given, strict=True)):
        at = f"cmi.interactions.{place}"
        assert found[f"{at}.id"] == each.question.id
        assert found[f"{at}.type"] == types.get(each.question.kind, "choice")
        assert found[f"{at}.student_response"] == response
        assert found[f"{at}.correct_responses.0.pattern"] == each.right
        assert found[f"{at}.result"] == (
            "correct" if response == each.right else "wrong"
        )
    right = sum(
        each.right == response for each, response in zip(asked, given, strict=True)
    )
    values = cmi(page)
    assert values["core"]["score"]["raw"] == str(round(100 * right / len(asked)))
    assert values["core"]["lesson_status"] == "failed"


def test_a_learner_who_comes_back_goes_on_where_they_left(
    open_course: Open, page: Page
) -> None:
    frame = open_course()
    first, second, third, *_ = LESSON.asked
    answer(frame, first, first.right)
    answer(frame, second, wrong(second))
    before = cmi(page)
    assert before["core"]["lesson_status"] == "incomplete"
    assert before["core"]["exit"] == "suspend"
    leave(page)
    frame = open_course()
    expect(frame.locator("#result")).to_contain_text("1 of 8 right, 2 answered.")
    form = frame.locator(f'form[data-id="{second.question.id}"]')
    assert (
        form.locator(".verdict").inner_text() == "This does not hold. Read the replies."
    )
    expect(form.get_by_role("button")).to_have_count(0)
    answer(frame, third, third.right)
    assert cmi(page)["core"]["score"]["raw"] == str(round(100 * 2 / 8))


def leave(page: Page) -> dict[str, Any]:
    """Leave the course, and return what the LMS keeps then."""
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    until(page, lambda: page.evaluate("lms.isTerminated()"))
    kept: dict[str, Any] = json.loads(page.evaluate("window.name"))
    return kept


@pytest.mark.parametrize("mark", ["", "80"])
def test_who_answers_one_question_and_leaves_can_come_back(
    open_course: Open, page: Page, mark: str
) -> None:
    """An LMS with a mark of its own judges by any score that it was told."""
    first = LESSON.asked[0]
    answer(open_course(mark=mark), first, first.right)
    assert leave(page)["core"]["lesson_status"] == "incomplete"
    frame = open_course(mark=mark)
    expect(frame.locator("#result")).to_contain_text("1 of 8 right, 1 answered.")
    assert page.evaluate("core().lesson_mode") == "normal"
    for each in LESSON.asked[1:]:
        answer(frame, each, each.right)
    assert leave(page)["core"]["lesson_status"] == "passed"
    frame = open_course(mark=mark)
    expect(frame.locator("#result")).to_contain_text("not counted")


def test_the_lms_of_these_tests_fails_who_leaves_a_score_below_the_mark(
    open_course: Open, page: Page
) -> None:
    open_course(mark="80")
    page.evaluate("lms.LMSSetValue('cmi.core.score.raw', '14')")
    assert leave(page)["core"]["lesson_status"] == "failed"


def test_completion_and_success_are_told_apart_in_scorm_2004(
    open_course: Open, page: Page
) -> None:
    frame = open_course(edition="2004")
    last = LESSON.asked[-1]
    for each in LESSON.asked[:-1]:
        answer(frame, each, wrong(each))
    kept = leave(page)
    assert (kept["completion_status"], kept["success_status"]) == (
        *("incomplete", "unknown"),
    )
    frame = open_course(edition="2004")
    answer(frame, last, last.right)
    assert page.evaluate("lms.GetLastError()") == "0"
    expect(frame.locator("#result")).to_contain_text("Your course has been told.")
    kept = leave(page)
    assert (kept["completion_status"], kept["success_status"]) == (
        *("completed", "failed"),
    )
    assert float(kept["score"]["scaled"]) == round(1 / len(LESSON.asked), 4)
    found = dict(page.evaluate("told"))
    at = f"cmi.interactions.{len(LESSON.asked) - 1}"
    assert found[f"{at}.id"] == last.question.id
    assert found[f"{at}.result"] == "correct"


def test_right_answers_pass_in_scorm_2004(open_course: Open, page: Page) -> None:
    frame = open_course(edition="2004")
    for each in LESSON.asked:
        answer(frame, each, each.right)
        assert page.evaluate("lms.GetLastError()") == "0"
    kept = leave(page)
    assert (kept["completion_status"], kept["success_status"]) == (
        *("completed", "passed"),
    )


@pytest.mark.parametrize(
    "broken",
    [
        "lms.LMSCommit = () => 'false'",
        "lms.LMSCommit = () => { throw new Error('gone'); }",
        "lms.LMSSetValue = () => 'false'",
    ],
)
def test_the_course_has_been_told_only_once_it_says_so(
    open_course: Open, page: Page, broken: str
) -> None:
    frame = open_course()
    result = frame.locator("#result")
    page.evaluate(
        f"[lms.whole, lms.sets] = [lms.LMSCommit, lms.LMSSetValue]; {broken}; 0"
    )
    first = LESSON.asked[0]
    answer(frame, first, first.right)
    expect(result).to_contain_text("could not be told yet")
    page.evaluate("lms.LMSCommit = lms.whole; lms.LMSSetValue = lms.sets; 0")
    expect(result).to_contain_text("Your course has been told.")


def test_leaving_ends_the_session(open_course: Open, page: Page) -> None:
    open_course()
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    until(page, lambda: page.evaluate("lms.isTerminated()"))
    spent = dict(page.evaluate("told"))["cmi.core.session_time"]
    assert len(spent.split(":")) == 3


def test_an_order_with_one_place_twice_is_not_taken(open_course: Open) -> None:
    frame = open_course()
    asked = next(each for each in LESSON.asked if each.question.kind == "order")
    form = frame.locator(f'form[data-id="{asked.question.id}"]')
    for letter in asked.letters.values():
        form.locator(f'select[name="{letter}"]').select_option("1")
    form.get_by_role("button", name="Answer").click()
    expect(form.locator(".verdict")).to_contain_text("a place of its own")
    assert form.get_by_role("button", name="Answer").is_enabled()


def test_without_a_course_it_runs_and_says_so(open_course: Open, page: Page) -> None:
    frame = open_course(page_of_lms="course/index.html")
    first = LESSON.asked[0]
    answer(frame, first, first.right)
    text = frame.locator("#result").inner_text()
    assert "1 of 8 right" in text
    assert "nothing is reported" in text


def test_the_chinese_lesson_reads_and_marks_in_chinese(open_course: Open) -> None:
    frame = open_course(made("credit-record", "zh"))
    form = frame.locator("form.question").first
    expect(form.get_by_role("button")).to_have_text("作答")
    expect(frame.locator("html")).to_have_attribute("lang", "zh")
    expect(frame.locator("details[open] figure > svg")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_lesson_can_be_used_by_everybody_on_a_phone(
    open_course: Open, page: Page, language: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    ready = made("overdue-basics", language)
    frame = open_course(ready, page_of_lms="course/index.html")
    for each in ready.asked:
        answer(frame, each, wrong(each))
    frame.evaluate("document.querySelectorAll('details').forEach((e) => e.open = true)")
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found] == []
    assert frame.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_ready_lesson_is_guessed_before_it_is_read(
    open_course: Open, page: Page
) -> None:
    value = made("what-being-late-costs")
    frame = open_course(value)
    kinds = [type(step).__name__ for part in value.parts for step in part.steps]
    assert kinds.index("AskedQuestion") < kinds.index("Reading")
    guess = next(each for each in value.asked if "prediction" in each.question.id)
    answer(frame, guess, guess.right)
    form = frame.locator(f'form[data-id="{guess.question.id}"]')
    expect(form.locator(".verdict")).to_have_text("Right.")
    expect(form.locator(".reply:visible")).to_contain_text("The model says: ")
    for each in value.asked:
        if each != guess:
            answer(frame, each, each.right)
    assert cmi(page)["core"]["lesson_status"] == "passed"


def test_an_empty_answer_is_told_what_its_own_kind_takes(open_course: Open) -> None:
    frame, words_of = open_course(), Locale("en").words("quiz_refused")
    for asked in LESSON.asked:
        form = frame.locator(f'form[data-id="{asked.question.id}"]')
        form.evaluate("form => (form.noValidate = true)")
        form.get_by_role("button").click()
        shown = form.locator(".verdict")
        kind = asked.question.kind
        if kind != "order":  # its lines all stand in the same place
            assert shown.inner_text() == words_of[f"no_{kind}"]
        assert shown.inner_text() != ""
