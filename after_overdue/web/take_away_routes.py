"""Files to take home: handouts, charts, the question bank, lessons."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, get_args

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.cases.refusals import sentence
from after_overdue.cases.view import View
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.questions import Topic
from after_overdue.catalog.quizzes import quizzes
from after_overdue.errors import InputError, ModelError
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.settings import public_address
from after_overdue.sharing.embed import THEME, THEMES, option
from after_overdue.teaching.exports.bank_files import BANK_FILES, bank_file
from after_overdue.teaching.exports.chart import chart_png, chart_svg
from after_overdue.teaching.exports.handout import case_handout, topic_handout
from after_overdue.teaching.exports.lessons import lesson, lesson_titles
from after_overdue.teaching.exports.pack import Pack
from after_overdue.teaching.exports.scorm import scorm_package
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.web.api_response import JSON
from after_overdue.web.discovery import origin_of
from after_overdue.web.limits import limited
from after_overdue.web.notice import notice
from after_overdue.web.shell import language_of
from after_overdue.web.static_files import encoded
from after_overdue.web.unchanged import is_known
from after_overdue.web.work import in_thread

LANGUAGE, TOPIC = "lang", "topic"
TOPICS: tuple[Topic, ...] = get_args(Topic)
KEPT, FEW = 64, 8
"""Files that are kept ready, and packs, which are large."""
Given = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class FileRequest:
    """What a file is asked of: all its bytes depend on; `base` where it links here."""

    name: str
    given: Given
    language: str
    theme: str
    base: str
    today: date

    @property
    def case(self) -> View[Any]:
        """The picture of a model at these settings; raise InputError for others."""
        locale, model = Locale(self.language), PAGE_MODELS[self.name]
        values, refused = model.read(dict(self.given), self.today)
        _, unknown = option(THEME, (self.theme,), THEMES)
        if refused := [*refused, *unknown]:
            raise InputError(
                [sentence(each, language=self.language, name=str) for each in refused]
            )
        return picture(self.name, values, self.today, locale)


@dataclass(frozen=True)
class Kind:
    """A kind of file: how it is made, its media type, and whether it is saved."""

    made: Callable[[FileRequest], bytes]
    media_type: str
    saved: bool = False


@lru_cache(maxsize=KEPT)
def handout_file(asked: FileRequest) -> bytes:
    """Return the PDF of a case of a model, or of a topic."""
    if asked.name in PAGE_MODELS:
        return case_handout(asked.case, base=asked.base).pdf(asked.today)
    topic = next(each for each in TOPICS if each == asked.name)
    locale = Locale(asked.language)
    made = topic_handout(topic, base=asked.base, today=asked.today, locale=locale)
    return made.pdf(asked.today)


@lru_cache(maxsize=KEPT)
def svg_file(asked: FileRequest) -> bytes:
    """Return a chart as SVG."""
    return chart_svg(asked.case, asked.theme).encode()


@lru_cache(maxsize=KEPT)
def png_file(asked: FileRequest) -> bytes:
    """Return a chart as PNG."""
    return chart_png(asked.case, asked.theme)


@lru_cache(maxsize=KEPT)
def table_file(asked: FileRequest, ending: str) -> bytes:
    """Return every row of a case as comma-separated values, or the notes on them."""
    case = asked.case
    return (case.answer.csv() if ending == "csv" else case.metadata()).encode()


HANDOUT = Kind(handout_file, "application/pdf", saved=True)
TABLES: Mapping[str, Kind] = {
    ending: Kind(partial(table_file, ending=ending), media_type, saved=True)
    for ending, media_type in (("csv", "text/csv"), ("metadata.json", JSON))
}
CHARTS: Mapping[str, Kind] = {
    "svg": Kind(svg_file, "image/svg+xml"),
    "png": Kind(png_file, "image/png"),
}


@limited("export")
async def handout(request: Request) -> Response:
    """Answer with the handout of a model's case, or of a topic."""
    known = (*PAGE_MODELS, *TOPICS)
    name = request.path_params["name"]
    noun = name.replace("-", "_")
    name = noun if noun in PAGE_MODELS else name
    asked = _asked(request, name, origin_of(request))
    if asked.name not in known:
        return _nothing(request, asked.name, known)
    return await _file(request, HANDOUT, asked, f"{asked.name}.{asked.language}.pdf")


@limited("export")
async def chart(request: Request) -> Response:
    """Answer with the chart of a case, as a drawing or as pixels."""
    asked = _asked(request, request.path_params["name"].replace("-", "_"))
    kind = CHARTS.get(request.path_params["form"])
    known = tuple(f"{noun}.{form}" for noun in PAGE_MODELS for form in CHARTS)
    if kind is None or asked.name not in PAGE_MODELS:
        return _nothing(request, request.url.path.rpartition("/")[2], known)
    name = f"{asked.name}.{asked.language}.{request.path_params['form']}"
    return await _file(request, kind, asked, name)


@limited("export")
async def table(request: Request) -> Response:
    """Answer with every row of a case, to take into a spreadsheet, or its notes."""
    asked = _asked(request, request.path_params["name"].replace("-", "_"))
    if asked.name not in PAGE_MODELS:
        return _nothing(request, asked.name, tuple(PAGE_MODELS))
    ending = request.url.path.partition(".")[2]
    name = f"{asked.name}.{asked.language}.{ending}"
    return await _file(request, TABLES[ending], asked, name)


@limited("export")
async def export(request: Request) -> Response:
    """Answer with the question bank, whole or of one topic, in one format."""
    name = request.path_params["name"]
    kind, _, rest = name.partition(".")
    language, _, ending = rest.partition(".")
    found = BANK_FILES.get(kind)
    topic = request.query_params.get(TOPIC, "")
    if found is None or found.ending != ending or language not in LANGUAGES:
        known = tuple(
            f"{kind}.{language}.{each.ending}"
            for kind, each in BANK_FILES.items()
            for language in LANGUAGES
        )
        return _nothing(request, name, known)
    topics = tuple(dict.fromkeys(each.topic for each in quizzes(language).values()))
    if topic and topic not in topics:
        return _nothing(request, topic, topics)
    asked = FileRequest(topic, (), language, "", origin_of(request), clock.today())
    made = Kind(lambda asked: _bank(kind, asked), found.media_type, saved=True)
    return await _file(request, made, asked, name)


@limited("export")
async def scorm(request: Request) -> Response:
    """Answer with a lesson for an LMS."""
    named, language = (request.path_params[each] for each in ("lesson", "language"))
    name = f"{named}.{language}.zip"
    names = lesson_titles(LANGUAGES[0])
    if named not in names or language not in LANGUAGES:
        known = (f"{each}.{tongue}.zip" for each in names for tongue in LANGUAGES)
        return _nothing(request, name, tuple(known))
    asked = FileRequest(named, (), language, "", origin_of(request), clock.today())
    edition = EDITIONS[request.url.path.split("/")[1]]
    return await _file(request, SCORM[edition], asked, f"scorm-{edition}-{name}")


@lru_cache(maxsize=KEPT)
def _scorm(asked: FileRequest, edition: str) -> bytes:
    locale = Locale(asked.language)
    value = lesson(asked.name, base=asked.base, today=asked.today, locale=locale)
    return scorm_package(value, edition)


@limited("export")
async def pack(request: Request) -> Response:
    """Answer with everything for a ready lesson in one file."""
    name, language = (request.path_params[each] for each in ("lesson", "language"))
    if name not in lessons() or language not in LANGUAGES:
        known = (f"{each}.{tongue}.zip" for each in lessons() for tongue in LANGUAGES)
        return _nothing(request, f"{name}.{language}.zip", tuple(known))
    asked = FileRequest(name, (), language, "", origin_of(request), clock.today())
    return await _file(request, PACK, asked, f"{name}.{language}.zip")


@lru_cache(maxsize=FEW)
def pack_file(asked: FileRequest) -> bytes:
    """Return the pack of a ready lesson; its codes lead to where classes are joined."""
    lesson = ready_lesson(asked.name, asked.language)
    return Pack(lesson, asked.base, f"{asked.base}/join", "", asked.today).zip()


PACK = Kind(pack_file, "application/zip", saved=True)
EDITIONS = {"scorm": "1.2", "scorm2004": "2004"}
"""The edition of SCORM by the first part of an address."""
SCORM = {
    edition: Kind(partial(_scorm, edition=edition), "application/zip", saved=True)
    for edition in EDITIONS.values()
}


@lru_cache(maxsize=KEPT)
def _bank(kind: str, asked: FileRequest) -> bytes:
    return bank_file(
        kind, asked.language, topic=asked.name, base=asked.base, today=asked.today
    )


def _asked(request: Request, name: str, base: str = "") -> FileRequest:
    given = request.query_params
    return FileRequest(
        name,
        tuple(
            (each, tuple(given.getlist(each)))
            for each in sorted(given.keys() - {LANGUAGE, THEME})
        ),
        language_of(request),
        given.get(THEME, "").strip().lower() or THEMES[0],
        base,
        clock.today(),
    )


async def _file(
    request: Request, kind: Kind, asked: FileRequest, name: str
) -> Response:
    """Answer with a file; with why there is none, in words, where it is refused."""
    try:
        content = await in_thread(kind.made, asked)
    except InputError as error:
        return _refused("\n".join(error.sentences))
    except ModelError as error:
        return notice(request, "no_such_case", status=422, problem=str(error))
    tag = f'"{hashlib.blake2b(content, digest_size=9).hexdigest()}"'
    shown = "attachment" if kind.saved else "inline"
    whose = "public" if asked.base in ("", public_address()) else "private"
    kept = {
        "etag": tag,
        "cache-control": f"{whose}, max-age={clock.seconds_left()}",
        "content-disposition": f'{shown}; filename="after-overdue-{name}"',
        "vary": "accept-encoding, accept-language",
    }
    if is_known(request, tag):
        return Response(status_code=304, headers=kept)
    response = Response(content, headers=kept, media_type=kind.media_type)
    is_text = kind.media_type.endswith(("xml", "plain", "csv", "json", "html"))
    return encoded(response, request.headers) if is_text else response


def _refused(message: str) -> Response:
    kept = {"cache-control": "no-store"}
    return PlainTextResponse(f"{message}\n", 422, kept)


def _nothing(request: Request, given: str, known: tuple[str, ...]) -> Response:
    options = ", ".join(known)
    return notice(request, "no_such_file", status=404, given=given, options=options)


routes = [
    Route("/handout/{name}.pdf", handout),
    Route("/charts/{name}.{form}", chart),
    *(Route(f"/tables/{{name}}.{ending}", table) for ending in TABLES),
    Route("/exports/{name}", export),
    Route("/pack/{lesson}.{language}.zip", pack),
    *(Route(f"/{each}/{{lesson}}.{{language}}.zip", scorm) for each in EDITIONS),
]
