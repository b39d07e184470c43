"""The command line itself: its version, its language, and a reader who leaves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from after_overdue import __version__
from after_overdue.cli import CLOSED, main

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
