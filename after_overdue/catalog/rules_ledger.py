"""Rules of the ledger of claims, facts and contradictions, AO-122 to AO-127."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from after_overdue.catalog.library import Library
from after_overdue.catalog.parameters import parameter_file
from after_overdue.errors import Problem

CLAIMS = "content/claims.yaml"
FACTS = "content/facts.yaml"
CONTRADICTIONS = "content/contradictions.yaml"
ARTICLE_CLAIMS = "article.claims"
"""The parameter that says how many claims the article makes."""
WITHOUT_SOURCE = ("general-knowledge", "computed")


def ledger_problems(library: Library) -> Iterator[Problem]:
    """Yield each rule that claims, facts and contradictions break together."""
    yield from _unknown_ids(library)
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


def _unknown_ids(library: Library) -> Iterator[Problem]:
    rows, facts, claims = library.contradictions, library.facts, library.claims
    for name, claim in (claims or {}).items():
        for key in ("supports", "against"):
            named = getattr(claim, key)
            yield from _unknown(CLAIMS, f"{name}.{key}", named, facts, FACTS)
        key = f"{name}.contradictions"
        yield from _unknown(CLAIMS, key, claim.contradictions, rows, CONTRADICTIONS)
        key, asked = f"{name}.questions", library.asked
        yield from _unknown(CLAIMS, key, claim.questions, asked, "content/questions")
    for name, row in (rows or {}).items():
        own_claims, own_facts = dict.fromkeys(row.claims), dict.fromkeys(row.facts)
        key, where = f"{name}.sides", CONTRADICTIONS
        yield from _unknown(where, f"{name}.claims", row.claims, claims, CLAIMS)
        yield from _unknown(where, f"{name}.facts", row.facts, facts, FACTS)
        for side in row.sides:
            yield from _unknown(where, key, side.claims, own_claims, f"{name}.claims")
            yield from _unknown(where, key, side.facts, own_facts, f"{name}.facts")


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
    """Yield each id that is left out of the numbering."""
    if ARTICLE_CLAIMS not in library.figures:
        remedy = "Say in it how many claims the article makes."
        where = parameter_file(ARTICLE_CLAIMS)
        yield Problem(where, "is missing.", remedy, "AO-124")
    for where, letter, held in (
        (CLAIMS, "S", library.claims),
        (FACTS, "F", library.facts),
        (CONTRADICTIONS, "X", library.contradictions),
    ):
        if held is None:
            continue
        last = max((int(name[1:]) for name in held), default=0)
        if letter == "S":
            last = max(last, _article_claims(library))
        for number in range(1, last + 1):
            if f"{letter}{number}" not in held:
                what = f"'{letter}{number}' is missing."
                remedy = (
                    f"Write it; the numbering runs from {letter}1 to {letter}{last}."
                )
                yield Problem(where, what, remedy, "AO-124")


def _article_claims(library: Library) -> int:
    parameter = library.parameters.get(ARTICLE_CLAIMS)
    if parameter is None or not parameter.values:
        return 0
    held = parameter.values[max(parameter.values)].value
    return held if isinstance(held, int) else 0


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
        if not fact.sources and fact.status not in WITHOUT_SOURCE:
            what = f"'{name}' is '{fact.status}' but cites no source."
            remedy = "List the source, or say status: general-knowledge."
            yield Problem(FACTS, what, remedy, "AO-127")
    for name, claim in (library.claims or {}).items():
        yield from _uncited(library, CLAIMS, name, claim.sources)
        line = f"article#L{claim.line}"
        if claim.sources[:1] != [line]:
            what = f"'{name}.sources' does not begin with '{line}', its own line."
            remedy = "Put the article's line first, or correct 'line'."
            yield Problem(CLAIMS, what, remedy, "AO-127")


def _uncited(
    library: Library, where: str, name: str, citations: Iterable[str]
) -> Iterator[Problem]:
    for citation in citations:
        if not library.is_cited(citation):
            what = f"'{name}.sources' has '{citation}', which is not a known source."
            remedy = "Correct the id or pin, or add it to content/sources.yaml."
            yield Problem(where, what, remedy, "AO-127")
