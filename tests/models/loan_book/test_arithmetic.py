"""Loan book: the published chain, the checkpoints, and what must always hold."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from after_overdue.errors import ModelError
from after_overdue.models.loan_book.arithmetic import LoanBook, loan_book
from after_overdue.models.loan_book.desk import CHECKPOINTS, Checkpoint, Desk
from after_overdue.models.loan_book.rates import (
    CARD_BUCKETS,
    RollRates,
    ladder,
    renormalised,
)
from after_overdue.models.loan_book.spread import path_quantile, simulated_books
from after_overdue.models.loan_book.values import checkpoint_values

PRINTED = np.asarray(
    [
        [0.79, 0.21, 0, 0, 0],
        [0.09, 0.73, 0.18, 0, 0],
        [0.09, 0.51, 0, 0.40, 0],
        [0.09, 0.38, 0, 0, 0.55],
        [0.06, 0.32, 0, 0, 0.62],
    ]
)
CARD, MENDED = renormalised(CARD_BUCKETS, PRINTED)
LADDER = ladder(0.055, collected_share=0.86, rolls=(0.4, 0.54, 0.62, 0.8))

shares = st.floats(0, 1)
checkpoints = st.builds(Checkpoint, shares, st.floats(0, 0.9), st.floats(0, 100))
desks = st.builds(
    lambda weak_share, odds, rates, *three: Desk(
        weak_share, rates, rates.with_odds(odds), *three
    ),
    st.floats(0, 0.9),
    st.floats(1, 10),
    st.sampled_from((CARD, LADDER)),
    checkpoints,
    checkpoints,
    checkpoints,
)


ROUNDED = ladder(0.055, collected_share=0.86, rolls=(0.5049, 0.7768, 0.2, 0.8))
"""Stopping all its worsening moves adds up to a hair more than 1."""


def untouched(rates: RollRates, months: int) -> LoanBook:
    return loan_book(Desk(0.0, rates, rates), months=months)


def desk(**changes: object) -> Desk:
    each = Checkpoint(0.4, 0.05, 5)
    standard = Desk(0.2, LADDER, LADDER.with_odds(3), each, each, each)
    return replace(standard, **changes)


@pytest.mark.parametrize(
    ("month", "published"),
    [
        (2, (0.643, 0.319, 0.038, 0, 0)),
        (4, (0.468, 0.431, 0.070, 0.023, 0.008)),
    ],
)
def test_the_published_chain_gives_the_published_shares(
    month: int, published: tuple[float, ...]
) -> None:
    found = untouched(CARD, 10).shares[month]
    assert found.tolist() == pytest.approx(published, abs=0.0005)


def test_after_ten_months_the_mended_row_moves_the_published_figure_a_little() -> None:
    assert untouched(CARD, 10).loss_share[10] == pytest.approx(0.046, abs=0.001)
    as_printed = np.linalg.matrix_power(PRINTED, 10)[0, 4]
    assert as_printed == pytest.approx(0.046, abs=0.0005)


def test_the_misprinted_row_is_divided_by_its_sum_and_named() -> None:
    assert MENDED == ("overdue_2",)
    assert CARD.matrix[3].tolist() == pytest.approx((PRINTED[3] / 1.02).tolist())
    assert CARD.matrix[3, 4] == pytest.approx(0.54, abs=0.001)
    assert np.abs(CARD.matrix.sum(axis=1) - 1).max() < 1e-15


def test_the_misprinted_row_itself_is_refused_in_the_theorys_words() -> None:
    with pytest.raises(ModelError, match=r"out of 'overdue_2' sum to 1\.020, not 1"):
        RollRates(CARD_BUCKETS, PRINTED)


def test_the_ladder_climbs_by_the_assumed_steps() -> None:
    assert np.diag(LADDER.matrix, k=1).tolist() == pytest.approx(
        [0.0077, 0.4, 0.54, 0.62, 0.8]
    )
    assert LADDER.matrix[-1].tolist() == [0, 0, 0, 0, 0, 1]
    fifth = untouched(LADDER, 5)
    assert fifth.loss_share[4] == 0
    assert fifth.loss_share[5] == pytest.approx(0.0077 * 0.4 * 0.54 * 0.62 * 0.8)


def test_a_weak_borrower_has_the_odds_asked_for() -> None:
    weak = CARD.with_odds(3).matrix
    for row, column in ((1, 2), (2, 3), (3, 4), (4, 4)):
        share, was = weak[row, column], CARD.matrix[row, column]
        assert share / (1 - share) == pytest.approx(3 * was / (1 - was))
    assert weak[0].tolist() == CARD.matrix[0].tolist()


def test_taking_up_a_balance_is_no_missed_payment() -> None:
    assert CARD.worsens[0].tolist() == [False, False, True, True, True]
    assert CARD.worsens[4].tolist() == [False, False, False, False, True]
    assert not LADDER.worsens[-1].any()


def test_checkpoints_that_stop_every_weak_applicant_leave_a_good_book() -> None:
    perfect = desk(review=Checkpoint(stopped=1))
    assert loan_book(perfect, months=12).weak_share == 0


def test_inspection_that_turns_back_every_loan_leaves_none_overdue() -> None:
    watched = loan_book(desk(inspection=Checkpoint(stopped=1)), months=24)
    assert watched.overdue_share.max() == watched.loss_share.max() == 0


def test_checks_cost_what_each_checkpoint_sees() -> None:
    each = Checkpoint(0.5, 0.1, 10)
    book = loan_book(Desk(0.2, LADDER, LADDER, each, each, each), months=12)
    kept = 0.8 * 0.9**3 + 0.2 * 0.5**2
    assert book.applicants_per_loan == pytest.approx(1 / kept)
    assert book.cost_of_control["review"] == pytest.approx(10 / kept)
    passed = 0.8 * 0.9 + 0.2 * 0.5
    assert book.cost_of_control["committee"] == pytest.approx(10 * passed / kept)
    assert book.cost_of_control["inspection"] == pytest.approx(120)
    assert book.good_turned_away_share == pytest.approx(1 - 0.9**3)


def test_the_last_checkpoint_is_worth_less_on_top_of_the_others_than_alone() -> None:
    found = checkpoint_values(desk(), months=12)
    assert 0 < found.inspection_on_top < found.alone["inspection"]
    assert found.together < sum(found.alone.values())


def test_turning_people_away_at_random_is_worth_nothing() -> None:
    blind = Checkpoint(0.3, 0.3)
    off = Checkpoint()
    found = checkpoint_values(
        desk(review=blind, committee=blind, inspection=off), months=12
    )
    assert found.together == pytest.approx(0, abs=1e-15)


def test_the_flows_of_a_month_lead_from_its_beginning_to_its_end() -> None:
    book = loan_book(desk(), months=6)
    for month in (1, 4, 6):
        before = dict.fromkeys(book.buckets, 0.0)
        after = dict.fromkeys(book.buckets, 0.0)
        for flow in book.flows(month):
            assert flow.share > 0
            before[flow.source] += flow.share
            after[flow.target] += flow.share
        assert list(before.values()) == pytest.approx(book.shares[month - 1].tolist())
        assert list(after.values()) == pytest.approx(book.shares[month].tolist())


@given(desks, st.integers(0, 120))
def test_every_loan_stands_somewhere_every_month(desk: Desk, months: int) -> None:
    book = loan_book(desk, months=months)
    assert np.abs(book.shares.sum(axis=1) - 1).max() < 1e-12
    assert book.parts.min() >= 0
    assert np.abs(desk.inspected.sum(axis=-1) - 1).max() < 1e-12


@given(desks, st.integers(0, 60))
def test_the_month_by_month_book_is_the_power_of_the_matrix(
    desk: Desk, months: int
) -> None:
    book = loan_book(desk, months=months)
    values = checkpoint_values(desk, months=months)
    none = loan_book(desk.only(), months=months)
    assert values.together == pytest.approx(
        float(none.loss_share[-1] - book.loss_share[-1]), abs=1e-12
    )


@given(desks, st.integers(1, 60), shares)
def test_a_stricter_review_never_raises_the_loss(
    desk: Desk, months: int, stricter: float
) -> None:
    stopped = max(stricter, desk.review.stopped)
    strict = replace(desk, review=replace(desk.review, stopped=stopped))
    before, after = (loan_book(each, months=months) for each in (desk, strict))
    assert after.loss_share[-1] <= before.loss_share[-1] + 1e-12
    assert after.weak_share <= before.weak_share + 1e-12


@given(st.sampled_from((CARD, LADDER)), st.floats(1, 10), st.integers(0, 60))
def test_weak_borrowers_never_lose_less_than_good_ones(
    rates: RollRates, odds: float, months: int
) -> None:
    good = untouched(rates, months).loss_share[-1]
    assert untouched(rates.with_odds(odds), months).loss_share[-1] >= good - 1e-12


@settings(max_examples=30)
@given(desks, st.integers(0, 24), st.sampled_from((1, 7, 1_000, 10**9)))
def test_no_loan_is_lost_or_made_on_a_random_path(
    desk: Desk, months: int, loans: int
) -> None:
    counts = simulated_books(
        loan_book(desk, months=months),
        loans=loans,
        paths=5,
        generator=np.random.default_rng(1),
    )
    assert counts.min() >= 0
    assert set(counts.sum(axis=-1).ravel().tolist()) == {loans}


def test_a_hair_of_rounding_does_not_keep_a_book_from_being_drawn() -> None:
    rates = ROUNDED.with_odds(3).with_rolls_stopped(1)
    assert rates.matrix.max() == 1
    book = loan_book(Desk(0.0, rates, rates), months=3)
    seed = np.random.default_rng(1)
    assert simulated_books(book, loans=9, paths=2, generator=seed).sum() == 72


def test_the_spread_of_the_paths_is_that_of_independent_loans() -> None:
    book = loan_book(desk(), months=12)
    counts = simulated_books(
        book, loans=10_000, paths=4_000, generator=np.random.default_rng(7)
    )
    overdue = counts[..., LADDER.is_overdue].sum(axis=-1)
    exact = binom(10_000, float(book.overdue_share[-1]))
    mean = exact.mean()
    assert overdue[-1].mean() == pytest.approx(mean, abs=4 * exact.std() / 4_000**0.5)
    for share in (0.1, 0.5, 0.9):
        found = path_quantile(overdue, share)[-1]
        assert exact.ppf(share - 0.03) <= found <= exact.ppf(share + 0.03)


def test_the_same_seed_draws_the_same_paths() -> None:
    book = loan_book(desk(), months=6)
    first, again, other = (
        simulated_books(
            book, loans=500, paths=20, generator=np.random.default_rng(seed)
        )
        for seed in (1, 1, 2)
    )
    assert first.tolist() == again.tolist() != other.tolist()


@pytest.mark.parametrize(
    ("matrix", "words"),
    [
        ([[0.9, 0.0], [0.0, 1.0]], r"out of 'up_to_date' sum to 0\.900, not 1"),
        ([[1.1, -0.1], [0.0, 1.0]], "a share is 0 or more"),
        ([[1.0], [1.0]], "2 rows of 2 shares"),
    ],
)
def test_a_matrix_that_breaks_its_law_is_refused(
    matrix: list[list[float]], words: str
) -> None:
    with pytest.raises(ModelError, match=words):
        RollRates(("up_to_date", "overdue_1"), np.asarray(matrix))


def test_a_row_of_nothing_cannot_be_renormalised() -> None:
    with pytest.raises(ModelError, match="makes no distribution"):
        renormalised(("up_to_date", "overdue_1"), np.asarray([[0.0, 0.0], [0.0, 1.0]]))


def test_a_desk_that_turns_everybody_away_is_refused() -> None:
    everyone = Checkpoint(stopped=1, good_turned_away=1)
    with pytest.raises(ModelError, match="nobody is left to lend to"):
        desk(review=everyone)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Checkpoint(stopped=30), "stopped is 30"),
        (lambda: Checkpoint(good_turned_away=-0.1), "good_turned_away is -0.1"),
        (lambda: Checkpoint(cost_per_check=-1), "cost_per_check is -1"),
        (lambda: desk(weak_share=20), "weak_share is 20"),
        (lambda: desk(weak=CARD), "other buckets"),
        (lambda: LADDER.with_odds(0), "times is 0"),
        (lambda: LADDER.with_rolls_stopped(2), "share is 2"),
        (lambda: loan_book(desk(), months=-1), "months is -1"),
        (lambda: loan_book(desk(), months=3).flows(4), "month is 4"),
        (
            lambda: simulated_books(
                untouched(LADDER, 1),
                loans=0,
                paths=1,
                generator=np.random.default_rng(1),
            ),
            "loans is 0",
        ),
    ],
)
def test_numbers_that_describe_no_book_are_refused(make, words: str) -> None:
    with pytest.raises(ModelError, match=words):
        make()


def test_a_checkpoint_alone_leaves_the_others_out() -> None:
    for name in CHECKPOINTS:
        alone = desk().only(name)
        assert getattr(alone, name) == getattr(desk(), name)
        others = {getattr(alone, other) for other in CHECKPOINTS if other != name}
        assert others == {Checkpoint()}
