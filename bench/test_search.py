"""What a query costs: ``pytest bench --benchmark-only``."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from after_overdue.catalog.search import LONGEST_QUERY, Found, site_search

TODAY = date(2026, 11, 25)
SAID = (
    "催收一直给家人打电话怎么办我会不会坐牢银行起诉我了能不能协商还款征信花了还能买房吗"
)
QUERIES = {
    "one Chinese word": "罚息",
    "100 Chinese characters": SAID * 3,
    "100 rare Chinese characters": "".join(chr(0x4E00 + 37 * at) for at in range(100)),
    "one character 100 times": "逾" * 100,
    "100 letters of English": "will i go to jail if they call my boss about a late card payment "
    * 2,
    "100 letters of pinyin": "wo huan bu qi le cuishou tiantian da dianhua zenme ban "
    * 2,
    "misspelt words": "pennalty intrest creidt reprot colector bankrupcy mortgauge "
    * 2,
    "mixed scripts": "a逾b期" * 25,
    "control characters": "\x00\u202e\u200b逾" * 25,
    "one word without end": "x" * 100,
}


@pytest.mark.parametrize("name", QUERIES)
def test_search(benchmark: BenchmarkFixture, name: str) -> None:
    """A query that was never asked before."""
    search, turns = site_search(TODAY), count(1)
    query = QUERIES[name][:LONGEST_QUERY]
    search.found("罚息")  # what every query needs is made once

    def ask() -> Found:
        at = next(turns) % len(query)
        search.spelling.guesses.clear()
        return search.found(query[at:] + query[:at])

    assert len(benchmark(ask).topics) == 3
