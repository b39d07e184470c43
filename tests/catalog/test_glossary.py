"""Glossary: every way to say a term."""

from after_overdue.catalog.glossary import Term, glossary

APR = Term.model_validate(
    {
        "term": {"en": "annual percentage rate (APR)", "zh": "年化利率"},
        "aliases": {"en": ["annualised rate"], "zh": []},
        "means": {"en": "What a loan costs a year.", "zh": "借款一年的成本。"},
        "look_alike": [],
        "sources": [],
    }
)


def test_a_term_is_said_whole_in_full_in_short_and_by_its_aliases() -> None:
    assert APR.names("en") == (
        "annual percentage rate (APR)",
        "annual percentage rate",
        "APR",
        "annualised rate",
    )


def test_a_term_may_have_no_aliases_in_a_language() -> None:
    assert APR.names("zh") == ("年化利率",)


def test_a_language_without_the_term_says_it_in_english() -> None:
    assert APR.names("fr")[0] == "annual percentage rate (APR)"


def test_look_alikes_of_the_guide_name_each_other() -> None:
    terms = glossary()
    for slug, term in terms.items():
        for other in term.look_alike:
            assert slug in terms[other].look_alike
