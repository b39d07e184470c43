"""Pages read the clock: each test of them is tried on further days as well."""

from zlib import crc32

import pytest

from after_overdue.clock import TODAY
from tests.days import DAYS

SAY_THE_DAY = {"test_score_page", "test_credit_record_page"}
"""Their cases begin today unless the address says otherwise: all days."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try a test on two of the days; on all where the case begins today."""
    if metafunc.module.__name__.rpartition(".")[2] in SAY_THE_DAY:
        metafunc.parametrize("day", DAYS, indirect=True)
        return
    turn = crc32(metafunc.function.__name__.encode()) % (len(DAYS) - 1)
    metafunc.parametrize("day", (DAYS[0], DAYS[1 + turn]), indirect=True)


@pytest.fixture(autouse=True)
def day(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The day that a test takes place on."""
    monkeypatch.setenv(TODAY, request.param)
    return request.param
