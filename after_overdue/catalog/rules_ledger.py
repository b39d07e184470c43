"""Rules of the ledger of claims, facts and contradictions, AO-122 to AO-127."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from after_overdue.catalog.credit_types import Example
from after_overdue.catalog.facts import Fact
from after_overdue.catalog.library import Library
from after_overdue.catalog.parameters import parameter_file
from after_overdue.catalog.timeline import Event
from after_overdue.errors import Problem

CLAIMS = "content/claims.yaml"
FACTS = "content/facts.yaml"
CONTRADICTIONS = "content/contradictions.yaml"
ARTICLE_CLAIMS = "article.claims"
"""The parameter that says how many claims the article makes."""
WITHOUT_SOURCE = ("general-knowledge", "computed")


def ledger_problems(library: Library) -> Iterator[Problem]:
    """Yield each rule that claims, facts and contradictions break together."""
    yield from _unknown_in_claims(library)
    yield from _unknown_in_contradictions(library)
    yield from _unknown_in_events(library)
    yield from _one_sided(library)
    yield from _gaps(library)
    yield from _questions_of_claims(library)
    yield from _sources(library)


def _unknown(
    where: str,
    key: str,
    named: Iterable[str],
    known: Mapping[str, object] | None,
    shelf: str,
) -> Iterator[Problem]:
    for name in named:
        if known is not None and name not in known:
            what = f"'{key}' names '{name}', which is not in {shelf}."
            remedy = f"Correct the id, or write '{name}' into {shelf}."
            yield Problem(where, what, remedy, "AO-122")


def _unknown_in_claims(library: Library) -> Iterator[Problem]:
    for name, claim in (library.claims or {}).items():
        for key, named, known, shelf in (
            ("supports", claim.supports, library.facts, FACTS),
            ("against", claim.against, library.facts, FACTS),
            (
                "contradictions",
                claim.contradictions,
                library.contradictions,
                CONTRADICTIONS,
            ),
            ("questions", claim.questions, library.asked, "content/questions"),
        ):
            yield from _unknown(CLAIMS, f"{name}.{key}", named, known, shelf)


def _unknown_in_contradictions(library: Library) -> Iterator[Problem]:
    where = CONTRADICTIONS
    for name, row in (library.contradictions or {}).items():
        claims, facts = f"{name}.claims", f"{name}.facts"
        yield from _unknown(where, claims, row.claims, library.claims, CLAIMS)
        yield from _unknown(where, facts, row.facts, library.facts, FACTS)
        own_claims, own_facts = dict.fromkeys(row.claims), dict.fromkeys(row.facts)
        for side in row.sides:
            yield from _unknown(where, f"{name}.sides", side.claims, own_claims, claims)
            yield from _unknown(where, f"{name}.sides", side.facts, own_facts, facts)
        on_sides = {claim for side in row.sides for claim in side.claims}
        for claim in sorted(own_claims.keys() - on_sides):
            what = f"'{name}.sides' lacks {claim}, which '{claims}' lists."
            yield Problem(where, what, "Put it on its side.", "AO-122")


def _unknown_in_events(library: Library) -> Iterator[Problem]:
    where, claims = "content/timeline.yaml", library.claims
    for name, event in (library.timeline or {}).items():
        yield from _unknown(where, f"{name}.facts", event.facts, library.facts, FACTS)
        for key in ("supports", "corrects"):
            yield from _unknown(
                where, f"{name}.{key}", getattr(event, key), claims, CLAIMS
            )


def _one_sided(library: Library) -> Iterator[Problem]:
    """Yield each claim and contradiction of which only one lists the other."""
    rows, claims = library.contradictions or {}, library.claims or {}
    from_claims = {
        (name, row)
        for name, claim in claims.items()
        for row in claim.contradictions
        if row in rows
    }
    from_rows = {
        (claim, name)
        for name, row in rows.items()
        for claim in row.claims
        if claim in claims
    }
    for claim, row in sorted(from_claims - from_rows):
        what = f"'{row}.claims' lacks {claim}, which lists {row}."
        remedy = f"Add {claim} there, or take {row} out of '{claim}.contradictions'."
        yield Problem(CONTRADICTIONS, what, remedy, "AO-123")
    for claim, row in sorted(from_rows - from_claims):
        what = f"'{claim}.contradictions' lacks {row}, which lists {claim}."
        remedy = f"Add {row} there, or take {claim} out of '{row}.claims'."
        yield Problem(CLAIMS, what, remedy, "AO-123")


def _gaps(library: Library) -> Iterator[Problem]:
    """Yield each gap in the numbering."""
    yield from _missing(CLAIMS, "S", library.claims, _article_claims(library))
    yield from _missing(FACTS, "F", library.facts)
    yield from _missing(CONTRADICTIONS, "X", library.contradictions)
    if ARTICLE_CLAIMS in library.parameters and not _article_claims(library):
        what, remedy = "is no count.", "Say how many claims the article makes."
        yield Problem(parameter_file(ARTICLE_CLAIMS), what, remedy, "AO-124")
    if ARTICLE_CLAIMS not in library.figures:
        what, remedy = "is missing.", "Say how many claims the article makes."
        yield Problem(parameter_file(ARTICLE_CLAIMS), what, remedy, "AO-124")


def _missing(
    where: str, letter: str, values: Mapping[str, object] | None, last: int = 0
) -> Iterator[Problem]:
    if values is None:
        return
    numbers = sorted(int(name[1:]) for name in values)
    last = max([last, *numbers])
    for before, after in pairwise([0, *numbers, last + 1]):
        if after - before > 1:
            first = f"'{letter}{before + 1}'"
            gap = f"{first} is" if after - before == 2 else f"{first} and on are"
            remedy = f"Number {letter}1 to {letter}{last} without a gap."
            yield Problem(where, f"{gap} missing.", remedy, "AO-124")


def _article_claims(library: Library) -> int:
    """Return how many claims the article makes; 0 where that cannot be read."""
    parameter = library.parameters.get(ARTICLE_CLAIMS)
    dated = sorted(parameter.values.items()) if parameter else []
    value = dated[-1][1].value if dated else 0
    return value if type(value) is int and value > 0 else 0


def _questions_of_claims(library: Library) -> Iterator[Problem]:
    """Yield each claim without a question, and each that lists other questions."""
    unread = {slug for slug in library.asked if not library.questions[slug]}
    for name, claim in (library.claims or {}).items():
        treating = {
            question.slug
            for question in library.every_question()
            if name in question.article
        }
        listed = {slug for slug in claim.questions if slug in library.asked}
        if not treating and not listed & unread:
            what = f"no question treats {name}."
            remedy = f"Write {name} into 'article:' of the question that does."
            yield Problem(CLAIMS, what, remedy, "AO-125")
        for slug in sorted(treating - listed):
            what = f"'{name}.questions' lacks {slug}, which treats {name}."
            remedy = f"Add it, or take {name} out of 'article:' of that question."
            yield Problem(CLAIMS, what, remedy, "AO-126")
        for slug in sorted(listed - treating - unread):
            what = f"'{name}.questions' has {slug}, which does not treat {name}."
            remedy = f"Take it out, or add {name} to 'article:' of that question."
            yield Problem(CLAIMS, what, remedy, "AO-126")


def _sources(library: Library) -> Iterator[Problem]:
    for name, fact in (library.facts or {}).items():
        yield from _uncited(library, FACTS, name, fact.sources)
    for where, name, entry in _standing(library):
        if not entry.sources and entry.status not in WITHOUT_SOURCE:
            what = f"'{name}' is '{entry.status}' but cites no source."
            remedy = "List the source, or say status: general-knowledge."
            yield Problem(where, what, remedy, "AO-127")
    for name, claim in (library.claims or {}).items():
        yield from _uncited(library, CLAIMS, name, claim.sources)
        line = f"article#L{claim.line}"
        if claim.sources[:1] != [line]:
            what = f"'{name}.sources' does not begin with '{line}', its own line."
            remedy = "Put the article's line first, or correct 'line'."
            yield Problem(CLAIMS, what, remedy, "AO-127")


def _standing(library: Library) -> Iterator[tuple[str, str, Fact | Event | Example]]:
    """Yield file, name and entry of everything that says how sure it is."""
    for fact_id, fact in (library.facts or {}).items():
        yield FACTS, fact_id, fact
    for slug, event in (library.timeline or {}).items():
        yield "content/timeline.yaml", slug, event
    for pair, cell in (
        library.credit_types.cells.items() if library.credit_types else ()
    ):
        for example in cell.examples:
            yield "content/credit_types.yaml", f"{pair}: {example.name.en}", example


def _uncited(
    library: Library, where: str, name: str, citations: Iterable[str]
) -> Iterator[Problem]:
    for citation in citations:
        if not library.is_cited(citation):
            what = f"'{name}.sources' has '{citation}', which is not a known source."
            remedy = "Correct the id or pin, or add it to content/sources.yaml."
            yield Problem(where, what, remedy, "AO-127")
