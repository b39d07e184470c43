"""Search: questions and glossary terms found by a query in any language.

A word is also taken for every other that means the same: one of its row in
``content/search.yaml``, or another name of its glossary term. Where no question holds
enough of what a query tells, the guide has no answer, and the nearest topics are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from after_overdue.catalog.files import CONTENT, languages, spoken
from after_overdue.catalog.glossary import Term, glossary
from after_overdue.catalog.question_text import QuestionText, question_text
from after_overdue.catalog.questions import Question, questions
from after_overdue.catalog.search_index import FLOOR, SearchIndex, weighted
from after_overdue.catalog.search_lexicon import ELSEWHERE, Lexicon
from after_overdue.catalog.search_phrases import Phrases
from after_overdue.catalog.search_sound import is_pinyin
from after_overdue.catalog.search_spelling import Spelling
from after_overdue.catalog.search_text import is_han, normal, runs
from after_overdue.catalog.search_words import SearchWords, search_words

TITLE, ASKED_AS, SHORT_ANSWER, TEXT = 6.0, 5.0, 3.0, 1.0
SAID = 4.0
"""What it adds to a score that a phrase is said which takes up the whole query."""
TERM_FLOOR = 0.65
LEAST_OF_BEST = 0.5
"""Share of the best score below which a match is none beside it."""
LONGEST_QUERY = 100
"""Characters of a query that are read."""
MOST_FOUND, MOST_TOPICS, BEST_OF_TOPIC = 8, 3, 3


@dataclass(frozen=True)
class Found:
    """What a query finds, best first.

    Attributes
    ----------
    questions : slugs of the questions that answer it; none where the guide does not
    terms : slugs of glossary terms
    topics : the nearest topics, whether or not anything answers
    """

    questions: tuple[str, ...]
    terms: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Search:
    """Questions and terms ready to be searched.

    Attributes
    ----------
    asked_as : what readers type for each question, its titles included
    topics : the topic of each question, in the order of the guide
    """

    lexicon: Lexicon
    questions: SearchIndex
    terms: SearchIndex
    asked_as: Phrases
    topics: Mapping[str, str]

    @cached_property
    def spelling(self) -> Spelling:
        """What a word may stand for that was typed wrong."""
        value = (
            feature
            for index in (self.questions, self.terms)
            for document in index.documents.values()
            for feature in document
            if not is_han(feature)
            and not feature.startswith("#")
            and " " not in feature
        )
        return Spelling({*value, *self.lexicon.stems})

    def found(self, query: str) -> Found:
        """Return what `query` finds, and its nearest topics."""
        tokens = self.lexicon.tokens(query[:LONGEST_QUERY], self.spelling)
        weights = [self.questions.telling(each) for each in tokens]
        said = self.asked_as.said(tokens, weights)
        fits = self.questions.fits(tokens, said)
        total = sum(weights) or 1.0
        scores = {
            slug: fit.score
            + SAID * sum(weights[at] for at in said.get(slug, ())) / total
            for slug, fit in fits.items()
        }
        answers = {
            slug: scores[slug] for slug, fit in fits.items() if fit.covered >= FLOOR
        }
        answers = _near_the_best(answers)
        if named := self.asked_as.named(query):
            answers[named] = max(scores.values(), default=0.0) + 1
        terms = {
            slug: fit.score
            for slug, fit in self.terms.fits(tokens, {}).items()
            if fit.covered >= TERM_FLOOR
        }
        return Found(
            _ranked(answers), _ranked(_near_the_best(terms)), self._nearest(scores)
        )

    def sentence(self, query: str, sentences: Sequence[str]) -> str:
        """Return the sentence that holds most of a query; the first where all do alike.

        Parameters
        ----------
        sentences : at least one
        """
        tokens = self.lexicon.tokens(query[:LONGEST_QUERY], self.spelling)
        told = [(self.questions.telling(each), each.readings) for each in tokens]

        def held(text: str) -> float:
            features = frozenset(self.lexicon.features(text))
            return sum(
                telling
                * max(
                    (like for name, like in readings.items() if name in features),
                    default=0.0,
                )
                for telling, readings in told
            )

        return max(sentences, key=held)

    def _nearest(self, scores: Mapping[str, float]) -> tuple[str, ...]:
        """Return the topics whose best questions come nearest."""
        near = dict.fromkeys(self.topics.values(), 0.0)
        best: Counter[str] = Counter()
        for slug in _ranked(scores):
            topic = self.topics[slug]
            best[topic] += 1
            if best[topic] <= BEST_OF_TOPIC:
                near[topic] += scores[slug] / best[topic]
        return tuple(sorted(near, key=lambda topic: -near[topic])[:MOST_TOPICS])


def _near_the_best(scores: Mapping[str, float]) -> dict[str, float]:
    least = max(scores.values(), default=0.0) * LEAST_OF_BEST
    return {slug: score for slug, score in scores.items() if score >= least}


def _ranked(scores: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(scores, key=lambda slug: (-scores[slug], slug)))


def search(
    asked: Iterable[QuestionText],
    terms: Mapping[str, Term],
    asked_as: Mapping[str, Sequence[str]],
    *,
    in_pinyin: Mapping[str, Sequence[str]],
    words: SearchWords,
    topics: Mapping[str, str],
) -> Search:
    """Return questions, in all their languages, and terms ready to be searched.

    Parameters
    ----------
    asked_as : what readers type for a question, by its slug
    in_pinyin : the same, where it is pinyin
    words : what is known of everyday words
    topics : the topic of each question
    """
    known = lexicon(words, terms)
    known = known.with_phrases(each for typed in asked_as.values() for each in typed)
    fields: dict[str, list[tuple[str, float]]] = {}
    phrases = {slug: list(each) for slug, each in asked_as.items()}
    for each in asked:
        fields.setdefault(each.slug, []).extend(
            [
                (each.title, TITLE),
                (each.short_answer, SHORT_ANSWER),
                (each.text, TEXT),
            ]
        )
        phrases.setdefault(each.slug, []).append(each.title)
    for slug, typed in asked_as.items():
        fields[slug].extend((phrase, ASKED_AS) for phrase in typed)
    meanings = {
        slug: [
            *((name, TITLE) for name in _names(term)),
            *((means, TEXT) for means in term.means.by_language().values()),
        ]
        for slug, term in terms.items()
    }
    return Search(
        known,
        SearchIndex({slug: weighted(known, *each) for slug, each in fields.items()}),
        SearchIndex({slug: weighted(known, *each) for slug, each in meanings.items()}),
        Phrases(phrases, known, in_pinyin),
        topics,
    )


def lexicon(words: SearchWords, terms: Mapping[str, Term]) -> Lexicon:
    """Return the words that the search knows, with their meanings."""
    meanings: dict[str, frozenset[str]] = {}
    rows = [*words.meanings().items()]
    rows += [
        (name, frozenset({f"#term:{slug}"}))
        for slug, term in terms.items()
        for name in _names(term)
    ]
    for name, meant in rows:
        key = normal(name)
        meanings[key] = meanings.get(key, frozenset()) | meant
    for name in words.elsewhere:
        meanings.setdefault(normal(name), frozenset({ELSEWHERE}))
    filler = frozenset(map(normal, words.filler.every()))
    foremost = frozenset(f"#{row}" for row in words.foremost)
    return Lexicon(meanings, filler - meanings.keys(), foremost)


def _names(term: Term) -> tuple[str, ...]:
    tongues = term.term.by_language()
    return tuple(dict.fromkeys(name for each in tongues for name in term.names(each)))


@lru_cache(maxsize=2)
def site_search(on: date, content: Path = CONTENT) -> Search:
    """Return every question, as it reads on a day, and every term to be searched."""
    asked = [
        question
        for language in languages(content)
        for question in questions(language, content).values()
    ]
    texts = [question_text(each, on, content, mark=lambda _: "") for each in asked]
    return search(
        texts,
        glossary(content),
        _asked_as(asked, in_pinyin=False),
        in_pinyin=_asked_as(asked, in_pinyin=True),
        words=search_words(content),
        topics={each.slug: each.topic for each in asked},
    )


def _asked_as(asked: Iterable[Question], *, in_pinyin: bool) -> dict[str, list[str]]:
    """Return what is typed for each question, in words or in pinyin."""
    phrases: dict[str, list[str]] = {}
    for each in asked:
        phrases.setdefault(each.slug, []).extend(
            phrase
            for phrase in each.asked_as
            if in_pinyin
            == (spoken(each.language) == "zh" and all(map(is_pinyin, runs(phrase))))
        )
    return phrases
