"""The grid of credit types: our own cells, and what a broken grid says."""

from pathlib import Path
from typing import get_args

import pytest
import yaml

from after_overdue.catalog.credit_types import (
    CreditTypes,
    Lender,
    Repayment,
    credit_type_problems,
    credit_types,
)
from after_overdue.catalog.facts import facts
from after_overdue.catalog.files import CONTENT
from after_overdue.catalog.sources import sources
from after_overdue.errors import ContentError

FOUND = yaml.safe_load((CONTENT / "credit_types.yaml").read_text("utf-8"))


def test_our_grid_breaks_no_rule() -> None:
    assert list(credit_type_problems(credit_types(), sources())) == []


def test_every_pair_of_lender_and_repayment_has_an_example() -> None:
    for lender in get_args(Lender):
        for repayment in get_args(Repayment):
            assert credit_types().cell(lender, repayment).examples


def test_every_fact_it_names_is_in_the_ledger() -> None:
    types = credit_types()
    named = [
        *types.lenders.values(),
        *types.repayments.values(),
        *(each for cell in types.cells.values() for each in cell.examples),
        types.beside,
    ]
    assert {fact for each in named for fact in each.facts} <= facts().keys()


def test_an_example_without_a_source_is_general_knowledge() -> None:
    for cell in credit_types().cells.values():
        for example in cell.examples:
            assert example.sources or example.status == "general-knowledge"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda found: found["cells"].pop("cash-single"), "cash and single have 0"),
        (
            lambda found: found["cells"].update(twice=found["cells"]["cash-single"]),
            "cash and single have 2",
        ),
        (lambda found: found["lenders"].pop("cash"), "'cash' has no entry"),
        (
            lambda found: found["beside"].update(sources=["nowhere"]),
            "cites 'nowhere'",
        ),
    ],
)
def test_a_broken_grid_says_what_is_wrong(spoil, words: str) -> None:
    found = yaml.safe_load((CONTENT / "credit_types.yaml").read_text("utf-8"))
    spoil(found)
    types = CreditTypes.model_validate(found)
    problems = list(credit_type_problems(types, sources()))
    assert [words in str(problem) for problem in problems] == [True]


def test_a_cell_without_examples_is_refused_with_its_place(tmp_path: Path) -> None:
    found = FOUND | {
        "cells": {"a": {"lender": "cash", "repayment": "single", "examples": []}}
    }
    (tmp_path / "credit_types.yaml").write_text(yaml.safe_dump(found), "utf-8")
    with pytest.raises(ContentError, match=r"'cells\.a\.examples'.*AO-154"):
        credit_types(tmp_path)
