"""Handouts: one printed page about a case of a model, or about a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from html import unescape
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.cases.permalinks import query, versioned
from after_overdue.cases.setting_words import setting_in_words
from after_overdue.cases.view import View
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import Question, Topic, questions
from after_overdue.catalog.routes import routes
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.reading.markup import markdown
from after_overdue.sharing.qr import qr_svg
from after_overdue.teaching.exports.chart import drawn_svg, proportion
from after_overdue.teaching.exports.citing import cited
from after_overdue.teaching.exports.typst import pdf, printable

MARKDOWN = markdown()
FEW = 2
"""Questions of a topic that are answered in full; of more the short answers."""
POINT = "• "
Run = tuple[str, bool]
"""Words, and whether they are bold."""


@dataclass(frozen=True)
class Handout:
    """What stands on one page.

    Attributes
    ----------
    numbers : label and value of each key number
    chart, takeaway : SVG, and the sentence that says the same; empty without one
    caption : what the chart shows, where the title does not say it
    sections : each a title, which may be empty, and paragraphs of runs of words
    settings : label and value of each setting that is not as the guide starts
    sources : one line each
    link : the address at which the same is to be seen, with the same settings
    label : what kind of model this is, and the day whose rules it knows
    words : the titles of the parts
    """

    language: str
    name: str
    title: str
    lead: str
    numbers: Sequence[tuple[str, str]]
    chart: str
    takeaway: str
    caption: str
    sections: Sequence[tuple[str, Sequence[Sequence[Run]]]]
    settings: Sequence[tuple[str, str]]
    sources: Sequence[str]
    link: str
    label: str
    words: Mapping[str, str]

    def pdf(self, day: date) -> bytes:
        """Return it as one tagged page of A4, made on a day."""
        data = {
            **asdict(self),
            "chart": printable(self.chart) if self.chart else "",
            "tall": proportion(self.chart) if self.chart else 0,
            "code": qr_svg(self.link),
        }
        return pdf("handout.typ", data, day)


def case_handout(case: View[Any], *, base: str) -> Handout:
    """Return the handout of a case: what its page says, at its settings.

    Parameters
    ----------
    base : the address of the site, without a slash at its end
    """
    locale, noun = case.asked.locale, case.noun
    texts, first = locale.words(noun), _first(case)
    answers = ("", [_runs(answer) for answer in case.answers])
    steps = [_answered(each, case.asked.today, whole=False) for each in first]
    return Handout(
        language=locale.language,
        name=locale.words("site")["name"],
        title=texts["title"],
        lead=texts["lead"],
        numbers=case.headlines,
        chart=drawn_svg(case),
        takeaway=case.takeaway,
        caption="",
        sections=[answers, *steps],
        settings=list(_settings(case)),
        sources=cited([*case.answer.citations, *_claimed(first)], locale),
        link=f"{base}/{noun}?{query(case_link(case))}",
        label=locale.label(case.asked.today),
        words=dict(locale.words("take_away")),
    )


def _first(case: View[Any]) -> list[Question]:
    """Return the questions of a route that ends with this page on paper."""
    asked = questions(case.asked.locale.language)
    closed = [each for each in routes().values() if each.closing == case.noun]
    slugs = [step.settings.get("q", "") for route in closed for step in route.steps]
    return [asked[slug] for slug in dict.fromkeys(slugs) if slug in asked]


def topic_handout(topic: Topic, *, base: str, today: date, locale: Locale) -> Handout:
    """Return the handout of a topic: its questions, each with its short answer."""
    asked = [
        each for each in questions(locale.language).values() if each.topic == topic
    ]
    case = _case(asked, today, locale)
    texts = locale.words("answers")
    return Handout(
        language=locale.language,
        name=locale.words("site")["name"],
        title=texts[f"topics.{topic}"],
        lead="",
        numbers=case.headlines if case else [],
        chart=drawn_svg(case) if case else "",
        takeaway=case.takeaway if case else "",
        caption=_caption(case) if case else "",
        sections=[_answered(each, today, len(asked) <= FEW) for each in asked],
        settings=[],
        sources=cited(_claimed(asked), locale),
        link=f"{base}/questions?{query({'lang': locale.language, 'topic': topic})}",
        label=locale.label(today),
        words=dict(locale.words("take_away")),
    )


def case_link(case: View[Any]) -> dict[str, str]:
    """Return the short link to a case, which opens later as it does today.

    It carries what is not as the guide starts, what was left open, and the version
    that tells the rest.
    """
    kept = {name: case.settings[name] for name in _lines(case) if name in case.settings}
    return {"lang": case.asked.locale.language, **versioned(kept)}


def _lines(case: View[Any]) -> list[str]:
    values = case.asked.values
    return [
        name
        for name, input_ in case.asked.inputs.items()
        if name in case.resolved or values[name] != input_.default
    ]


def _settings(case: View[Any]) -> Iterator[tuple[str, str]]:
    locale, values = case.asked.locale, {**case.asked.values, **case.resolved}
    for name in dict.fromkeys((case.slider.name, *_lines(case))):
        input_ = case.asked.inputs[name]
        label = input_.value.parameter.label[locale.language]
        yield label, setting_in_words(input_, values[name], case.noun, locale)


def _caption(case: View[Any]) -> str:
    said = case.asked.locale.words
    return f"{said(case.noun)['menu']}{said('answers')['colon']}{case.takeaway}"


def _case(asked: Sequence[Question], today: date, locale: Locale) -> View[Any] | None:
    """Return the picture of the first question of a topic that has one."""
    figure = next((each.figure for each in asked if each.figure), None)
    if figure is None:
        return None
    given = {name: [text] for name, text in figure.address.items()}
    values, _ = PAGE_MODELS[figure.page].read(given, today)
    return picture(figure.page, values, today, locale)


def _answered(
    question: Question, today: date, whole: bool
) -> tuple[str, list[list[Run]]]:
    """Return the title of a question and its answer: the short one, or all of it."""
    text = question_text(question, today, mark=lambda _number: "")
    if whole:
        return text.title, list(_paragraphs(text.text))
    return text.title, [_runs(text.short_answer)]


def _claimed(asked: Iterable[Question]) -> list[str]:
    return [
        citation
        for question in asked
        for citations in question.claims.values()
        for citation in citations
    ]


def _paragraphs(text: str) -> Iterator[list[Run]]:
    """Yield each paragraph of Markdown, and each point of a list with its mark."""
    inside = ""
    for token in MARKDOWN.parse(text):
        inside = {"list_item_open": POINT, "list_item_close": ""}.get(
            token.type, inside
        )
        if token.type == "inline":
            mark: list[Run] = [(inside, False)] if inside else []
            yield [*mark, *_runs(token.content)]


def _runs(text: str) -> list[Run]:
    """Return Markdown on one line as runs of words.

    Examples
    --------
    >>> _runs("**Restored**: back at once.")
    [('Restored', True), (': back at once.', False)]
    """
    runs, bold = [], False
    for token in MARKDOWN.parseInline(" ".join(text.split()))[0].children or ():
        bold = {"strong_open": True, "strong_close": False}.get(token.type, bold)
        if token.content:
            runs.append((unescape(token.content), bold))
    return runs
