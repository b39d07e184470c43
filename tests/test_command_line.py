"""The command line itself: its version, its language, and where its output goes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from after_overdue import __version__
from after_overdue.cli import CLOSED, FAILED, REFUSED, main

ROOT = Path(__file__).parents[1]


def test_it_says_its_version(capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"{__version__}\n"


def test_it_refuses_in_the_language_asked_for(capsys) -> None:
    assert main(["apr", "--months", "0", "--lang", "zh"]) == 2
    assert capsys.readouterr().err == "--months是0，允许的范围是1到60。\n"
    assert main(["apr", "--lang", "fr"]) == 2
    assert capsys.readouterr().err == "--lang is fr; allowed are en, zh.\n"


def test_a_day_that_is_none_is_told_without_a_traceback(monkeypatch, capsys) -> None:
    monkeypatch.setenv("AFTER_OVERDUE_TODAY", "tomorrow")
    assert main(["apr"]) == 2
    assert capsys.readouterr().err.startswith("AFTER_OVERDUE_TODAY is 'tomorrow'")


def test_whoever_reads_no_further_ends_it_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "after_overdue", "apr"]
    ended = subprocess.run(command, cwd=ROOT, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (CLOSED, b"")


def ran(
    arguments: str, redirected: str = "", encoding: str = "utf-8"
) -> subprocess.CompletedProcess[bytes]:
    """Run a command by the shell, with its output led elsewhere."""
    command = f"exec '{sys.executable}' -m after_overdue {arguments} {redirected}"
    known = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env=known, capture_output=True
    )


@pytest.mark.parametrize(
    ("arguments", "status"),
    [("apr", CLOSED), ("apr --format json", CLOSED), ("apr --months 0", REFUSED)],
)
def test_an_output_that_is_closed_ends_it_quietly(arguments, status) -> None:
    ended = ran(arguments, ">&-")
    assert ended.returncode == status
    assert ended.stderr.count(b"\n") == (status == REFUSED)
    assert ran(arguments, ">&- 2>&-").returncode == status


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk")
@pytest.mark.parametrize("arguments", ["apr", "apr --format csv"])
def test_a_full_disk_is_told_in_one_sentence(arguments) -> None:
    ended = ran(arguments, ">/dev/full")
    assert ended.returncode == FAILED
    assert ended.stderr == b"It could not be done: No space left on device.\n"
    assert ran(arguments, ">/dev/full 2>/dev/full").returncode == FAILED


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_any_encoding_of_a_terminal_takes_what_is_printed(encoding) -> None:
    answer = ran("credit-record --format json", encoding=encoding)
    sources = json.loads(answer.stdout.decode("utf-8"))["sources"]
    assert not sources[0]["title"]["zh"].isascii()
    for arguments in ("apr", "apr --help", "check"):
        ended = ran(arguments, encoding=encoding)
        assert (ended.returncode, ended.stderr) == (0, b""), arguments
        assert ended.stdout.decode(encoding)
