"""The log of a server: what went wrong and where, never a word of a learner.

Every line of every library passes here. Of an exception only its kind and its places
in the code are told, because its message may hold what a learner sent; how often and
by whom the site is asked is told nowhere.
"""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path
from threading import Lock
from typing import Any

from after_overdue.errors import ContentError, SettingError
from after_overdue.settings import choice

VISITS = ("uvicorn.access",)
"""Loggers that would keep a log of visits."""
OF_A_SOCKET = '"WebSocket %s"'
"""How the server's lines on visits by socket read."""
QUIET_SECONDS = 60
"""How long the same trouble is told once."""
MOST_KINDS = 1024
PLACES = 4
"""How many of the innermost places of an exception are told."""
ROOT = Path(__file__).parents[1]
OURS = (SettingError, ContentError)
"""Errors whose words are written by us, for the operator or an author."""
REQUEST: ContextVar[Callable[[], Mapping[str, str]] | None] = ContextVar(
    "request", default=None
)
"""What to say of the request that is being answered: its id, its route's template."""


def install() -> None:
    """Let every line that is logged from now on pass here."""
    made = logging.getLogRecordFactory()
    if getattr(made, "is_ours", False):
        return
    formatter, troubles = Lines(as_json=choice("LOG_FORMAT") == "json"), Troubles()

    def record(name: str, *given: Any, **named: Any) -> logging.LogRecord:  # noqa: ANN401
        line = made(name, *given, **named)
        _without_words(line)
        for handler in _handlers(name):
            if handler.formatter is not formatter:
                handler.setFormatter(formatter)
                handler.addFilter(troubles)
        return line

    record.is_ours = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(record)


def place_of(error: BaseException) -> str:
    """Return the kind of an error and where it was raised, without its message."""
    frames = traceback.extract_tb(error.__traceback__)[-PLACES:]
    places = [f"{_short(each.filename)}:{each.lineno}" for each in reversed(frames)]
    kind = type(error).__name__
    return f"{kind} at {' < '.join(places)}" if places else kind


def _short(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(ROOT) and "site-packages" not in path.parts:
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-2:])


def described(error: BaseException) -> str:
    """Return what may be said of an error: our own words, else its kind and place."""
    return str(error) if isinstance(error, OURS) else place_of(error)


def _without_words(line: logging.LogRecord) -> None:
    """Take the messages of exceptions out of a record."""
    if line.name == "asyncio":
        line.msg, line.args = str(line.msg).partition("\n")[0], None
    if isinstance(line.msg, BaseException):
        line.msg, line.args = described(line.msg), None
    if isinstance(line.args, tuple):
        line.args = tuple(
            described(each) if isinstance(each, BaseException) else each
            for each in line.args
        )
    if line.exc_info:
        error = line.exc_info[1]
        line.exc_info = line.exc_text = None
        if error is not None:
            line.trouble = " caused by ".join(map(described, _chain(error)))
    line.stack_info = None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        yield error
        error = error.__cause__ or error.__context__


def _handlers(name: str) -> Iterator[logging.Handler]:
    """Yield what writes the lines of a logger: its own handlers, and those above."""
    logger: logging.Logger | None = logging.getLogger(name)
    while logger is not None:
        yield from logger.handlers
        logger = logger.parent if logger.propagate else None
    if logging.lastResort is not None:
        yield logging.lastResort


class Troubles(logging.Filter):
    """Let each kind of trouble through once a minute, and nothing of a visit."""

    def __init__(self) -> None:
        super().__init__()
        self._described: dict[tuple[object, ...], tuple[float, int]] = {}
        self._lock = Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether this record is to be written."""
        if record.name in VISITS or OF_A_SOCKET in str(record.msg):
            return False
        if record.levelno < logging.WARNING:
            return True
        with self._lock:  # the first handler that a record passes decides for all
            due = getattr(record, "is_due", None)
            due = self._is_due(record, time.monotonic()) if due is None else due
            record.__dict__["is_due"] = due
        return due

    def _is_due(self, record: logging.LogRecord, now: float) -> bool:
        trouble = getattr(record, "trouble", "")
        kind = record.name, record.pathname, record.lineno, trouble
        last, missed = self._described.get(kind, (-float("inf"), 0))
        if now - last < QUIET_SECONDS:
            self._described[kind] = last, missed + 1
            return False
        if len(self._described) >= MOST_KINDS:
            self._described.clear()
        self._described[kind] = now, 0
        record.left_out = missed
        return True


class Lines(logging.Formatter):
    """A line for a record, as text or as JSON."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self.as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        about = REQUEST.get()
        fields = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "trouble": getattr(record, "trouble", ""),
            **(about() if about else {}),
            "left_out": getattr(record, "left_out", 0),
        }
        if self.as_json:
            kept = {name: value for name, value in fields.items() if value}
            return json.dumps(kept, ensure_ascii=False, default=str)
        return _as_text(fields)


def _as_text(fields: Mapping[str, Any]) -> str:
    message = " ".join(filter(None, (fields["message"], fields["trouble"])))
    line = f"{fields['time']} {fields['level']} {fields['logger']}: {message}"
    named = ("request", "route")
    about = [f"{name} {fields[name]}" for name in named if fields.get(name)]
    if fields["left_out"]:
        about.append(f"{fields['left_out']} more in the minutes before")
    return f"{line} ({', '.join(about)})" if about else line
