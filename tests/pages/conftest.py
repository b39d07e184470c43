"""Pages read the clock: their tests take place on all the days, each on its own."""

from collections.abc import Iterator
from functools import cache
from zlib import crc32

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import element_tree

from after_overdue.clock import TODAY
from tests.days import DAYS
from tests.pages.number_fields import element

SAY_THE_DAY = {"test_score_page", "test_credit_record_page"}
"""Their cases begin today unless the address says otherwise: two days a test."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try a test on one of the days in turn; on a further one where a case has one."""
    turn = crc32(metafunc.function.__name__.encode()) % len(DAYS)
    says = metafunc.module.__name__.rpartition(".")[2] in SAY_THE_DAY
    days = (DAYS[turn], DAYS[turn - 1]) if says else (DAYS[turn],)
    metafunc.parametrize("day", days, indirect=True)


@pytest.fixture(autouse=True)
def day(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The day that a test takes place on."""
    monkeypatch.setenv(TODAY, request.param)
    return request.param


@pytest.fixture(scope="session", autouse=True)
def installed_once() -> Iterator[None]:
    """Look once, not at each opened page, which installed packages hold components."""
    scan = "scan_component_manifests"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, scan, cache(getattr(manifest_scanner, scan)))
        yield


@pytest.fixture(scope="session", autouse=True)
def fields_are_known() -> Iterator[None]:
    """Let a page in a test hold our fields for numbers beside the platform's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(element_tree, "UnknownElement", element)
        yield
