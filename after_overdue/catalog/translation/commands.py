"""The commands for a translator: every text out into a file, and the file back in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from after_overdue.catalog.files import CONTENT
from after_overdue.catalog.translation.content import imported, units
from after_overdue.catalog.translation.units import FIRST, Pair
from after_overdue.catalog.translation.xliff import xliff
from after_overdue.errors import TranslationError

COMMAND = "translation"


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the commands of translation to a command line."""
    parser = commands.add_parser(COMMAND, help="write or read a translator's file")
    actions = parser.add_subparsers(dest="action", required=True, metavar="action")
    out = actions.add_parser("export", help="write every text into an XLIFF file")
    out.add_argument(
        "--language", required=True, metavar="TAG", help="into which, such as zh-Hant"
    )
    out.add_argument(
        "--source", default=FIRST, metavar="TAG", help=f"from which; default {FIRST}"
    )
    back = actions.add_parser("import", help="take a translated XLIFF file in")
    for each in (out, back):
        each.add_argument("file", type=Path, metavar="FILE", help="the XLIFF file")
        each.add_argument(
            "--content",
            type=Path,
            default=CONTENT,
            metavar="DIR",
            help="the content folder; default that of the guide",
        )


def run(arguments: argparse.Namespace) -> int:
    """Do a command, and say what was done; return the exit status."""
    try:
        done = _export if arguments.action == "export" else _import
        print(done(arguments, arguments.file, arguments.content))
    except OSError as error:
        what = f"{error.filename} cannot be used: {error.strerror}"
        raise TranslationError([f"{what}; name another file or folder."]) from None
    return 0


def _export(arguments: argparse.Namespace, file: Path, content: Path) -> str:
    pair = Pair(content, arguments.source, arguments.language)
    texts = units(pair)
    file.write_bytes(xliff(texts, source=pair.source, language=pair.language))
    said = sum(bool(each.target) for each in texts)
    return f"{len(texts)} texts written to {file}; {said} are translated."


def _import(_: argparse.Namespace, file: Path, content: Path) -> str:
    made = imported(file.read_bytes(), content)
    for path, text in made.items():
        path.write_text(text, "utf-8")
    return f"{len(made)} files written to {content}. Now run: after-overdue check"
