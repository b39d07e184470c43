"""A class, its trainer and a learner."""

from collections.abc import Callable

import pytest

from after_overdue.teaching.class_session import (
    HostView,
    Opened,
    command,
    host_view,
    open_class_session,
)
from after_overdue.teaching.learner import join
from tests.teaching.classes import LESSON, NOW


@pytest.fixture
def opened(store) -> Opened:
    """A class session that has just been opened."""
    return open_class_session(store, LESSON, now=NOW)


@pytest.fixture
def token(store, opened) -> str:
    """A learner of the class."""
    return join(store, code=opened.join_code, now=NOW).token


@pytest.fixture
def press(store, opened) -> Callable[..., HostView]:
    """Press buttons as the trainer, each on the view of the moment."""

    def pressed(*names: str) -> HostView:
        secret = opened.host_secret
        for name in names:
            rev = host_view(store, secret, now=NOW).scene.rev
            command(store, secret, rev=rev, command=name, now=NOW)
        return host_view(store, secret, now=NOW)

    return pressed
