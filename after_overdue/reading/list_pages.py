"""The pages that list: the questions, the ledger of claims, the words, the sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from markupsafe import Markup

from after_overdue.catalog.claims import claims
from after_overdue.catalog.contradictions import Contradiction, contradictions
from after_overdue.catalog.facts import facts
from after_overdue.catalog.files import WRITTEN_IN
from after_overdue.catalog.glossary import Term, glossary, in_order, look_alikes
from after_overdue.catalog.questions import Topic, questions
from after_overdue.catalog.sources import Kind, date_in_words, sources
from after_overdue.reading.app_manifest import WORKER, app_file, prefix
from after_overdue.reading.page import Page
from after_overdue.reading.question_page import face, question_rows
from after_overdue.reading.structured import claims_data, glossary_data, list_data
from after_overdue.reading.text import html, inline

FIRST = ("what-to-do-first", "five-years-from-when", "does-repair-bring-points-back")
"""The questions that most readers come with."""


def index_page(page: Page) -> str:
    """Return every question under its topic."""
    asked = questions(page.language)
    topics = [
        (
            topic,
            page.said("answers")[f"topics.{topic}"],
            question_rows(page, [s for s, q in asked.items() if q.topic == topic]),
        )
        for topic in get_args(Topic)
    ]
    data = list_data(page, page.said("reading")["title"])
    first = question_rows(page, FIRST)
    kept = {
        "keep": page.links.beside(app_file("keep.js"), page.name),
        "worker": page.links.beside(page.name + WORKER, page.name),
        "prefix": prefix(page.language),
    }
    return _written(page, "index.html", topics=topics, first=first, data=data, **kept)


def _written(page: Page, template: str, **values: Any) -> str:  # noqa: ANN401
    """Return a list as HTML; one figure stands for each where it is shared."""
    return page.write(template, figure=face(page), **values)


def claims_page(page: Page) -> str:
    """Return every claim with its verdict, then what cannot both hold."""
    rows = [
        {
            "name": name,
            "claim": claim,
            "supports": _facts(page, claim.supports),
            "against": _facts(page, claim.against),
            "questions": question_rows(page, claim.questions),
            "sources": page.cited(claim.sources),
        }
        for name, claim in claims().items()
    ]
    pairs = [_contradiction(page, name, row) for name, row in contradictions().items()]
    values = {"claims": rows, "contradictions": pairs, "data": claims_data(page)}
    return _written(page, "claims.html", **values)


def _facts(page: Page, names: Iterable[str]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "text": inline(fact.text[page.language]),
            "status": fact.status,
            "sources": page.cited(fact.sources),
        }
        for name in names
        for fact in (facts()[name],)
    ]


def _contradiction(page: Page, name: str, row: Contradiction) -> dict[str, Any]:
    said, language = page.said("claims"), page.language
    return {
        "name": name,
        "title": row.title[language],
        "kind": said[f"kind.{row.kind}"],
        "sides": [
            (inline(side.say[language]), side.claims, side.facts) for side in row.sides
        ],
        "why": inline(said["why"].format(why=row.why[language])),
        "treatment": inline(
            said["treatment"].format(treatment=row.treatment[language])
        ),
    }


def glossary_page(page: Page) -> str:
    """Return the words of the trade, then those that are easily mixed up."""
    language = page.language
    terms = [
        {
            "slug": slug,
            "term": term.term[language],
            "others": [
                (each, term.term[each]) for each in WRITTEN_IN if each != language
            ],
            "means": inline(term.means[language]),
            "aliases": term.aliases[language],
            "alike": _alike(page, term),
            "sources": page.cited(term.sources),
        }
        for slug in in_order(language)
        for term in (glossary()[slug],)
    ]
    by_slug = {each["slug"]: each for each in terms}
    pairs = [(by_slug[one], by_slug[other]) for one, other in look_alikes()]
    return _written(
        page, "glossary.html", terms=terms, pairs=pairs, data=glossary_data(page)
    )


def _alike(page: Page, term: Term) -> Markup | None:
    if not term.look_alike:
        return None
    said = page.said("glossary")
    names = said["listing"].join(
        f"[{glossary()[slug].term[page.language]}](#{slug})" for slug in term.look_alike
    )
    return inline(said["not_the_same"].format(names=names))


def sources_page(page: Page) -> str:
    """Return every source under its kind."""
    said = page.said("sources")
    kinds = []
    for kind in get_args(Kind):
        names = [name for name, each in sources().items() if each.kind == kind]
        rows = [
            (name, line, _looked_up(page, name))
            for name, line in zip(names, page.cited(names), strict=True)
        ]
        if rows:
            kinds.append((kind, said[f"kinds.{kind}"], rows))
    grades = html(said["grades"])
    data = list_data(page, said["title"])
    return _written(page, "sources.html", kinds=kinds, grades=grades, data=data)


def _looked_up(page: Page, name: str) -> str:
    said, source = page.said("sources"), sources()[name]
    read = said[f"read_{source.read}"]
    accessed = date_in_words(source.accessed, page.language)
    return f"{read}{said['comma']}{said['accessed'].format(date=accessed)}"
