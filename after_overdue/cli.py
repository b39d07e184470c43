"""The command line: a command a model, and those that serve, check and export."""

from __future__ import annotations

import argparse
import difflib
import os
import runpy
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

from sqlalchemy.exc import SQLAlchemyError

from after_overdue import __version__, clock
from after_overdue.cases.inputs import Input
from after_overdue.cases.model import Model
from after_overdue.cases.permalinks import VERSION
from after_overdue.cases.result import FORMATS
from after_overdue.catalog import permalinks
from after_overdue.catalog.files import CONTENT, LANGUAGES
from after_overdue.catalog.rules import checked
from after_overdue.catalog.translation import commands as translation
from after_overdue.errors import AfterOverdueError
from after_overdue.models.registry import MODELS, NEEDS
from after_overdue.output import drop_output, has_output, print_with
from after_overdue.project import APP, ROOT
from after_overdue.reading.export import export
from after_overdue.sharing.figure_settings import figure_problems
from after_overdue.sharing.reply import reply
from after_overdue.teaching.lti.commands import COMMANDS, add_commands
from after_overdue.teaching.lti.commands import run as run_lti
from after_overdue.teaching.store import Store
from after_overdue.teaching.store_address import address
from after_overdue.teaching.store_trouble import trouble_of

OWN = ("command", "format", "lang")
"""Arguments that are no inputs of a model."""
FAILED = 1
REFUSED = 2
CLOSED = 141
"""What a shell says of a command whose output nobody reads any more."""
TO_STREAMLIT = {"port": "server.port", "address": "server.address"}
"""Options of ``serve`` with a shorter name than Streamlit gives them."""
CONTENT_ALONE = (["check"], [translation.COMMAND])
"""Commands about the content, which need not be sound for them."""
DASHES = "--"
"""What argparse takes away where it is a value, and leaves an empty list."""


def option(name: str) -> str:
    """Return the option of the command line for an input."""
    return f"--{name.replace('_', '-')}"


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{message[0].upper()}{message[1:].rstrip('.')}.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command named in `argv`; return the exit status."""
    done = 0 if has_output() else CLOSED
    print_with(errors="backslashreplace")
    try:
        return _run_or_refuse(sys.argv[1:] if argv is None else argv) or done
    except BrokenPipeError:  # such as `| head`
        drop_output()
        return CLOSED
    except OSError as error:  # such as a full disk
        drop_output()
        named = f"{error.filename}: " if error.filename else ""
        with suppress(OSError):  # where a refusal cannot be written either
            text = f"It could not be done: {named}{error.strerror or error}."
            print(text, file=sys.stderr)
        return FAILED


def _run_or_refuse(given: Sequence[str]) -> int:
    """Run the command given, and write all that it says, also where it ends early."""
    try:
        return _run(given, clock.today())
    except AfterOverdueError as error:
        print(error, file=sys.stderr)
        return REFUSED
    finally:
        sys.stdout.flush()


def _run(given: Sequence[str], today: date) -> int:
    """Run the command given; only that of the models needs content/ to be sound."""
    parser, commands = _parser()
    for model in () if given[:1] in CONTENT_ALONE else MODELS.values():
        _add_model(commands, model, today)
    arguments, unknown = parser.parse_known_args(given)
    if arguments.command == "serve":
        return _serve(arguments, unknown)
    if unknown:
        parser.error(_unknown(arguments.command, unknown[0], today))
    if arguments.command == "check":
        return _check(arguments.content, today)
    if arguments.command == translation.COMMAND:
        return translation.run(arguments)
    if arguments.command == "migrate":
        return _migrate()
    if arguments.command in COMMANDS:
        return run_lti(arguments)
    if arguments.command == "export":
        return _export(arguments.folder, arguments.address, today)
    return _ask(MODELS[arguments.command.replace("-", "_")], arguments, today)


def _parser() -> tuple[_Parser, argparse._SubParsersAction[_Parser]]:
    """Return the parser with the commands that are no model."""
    parser = _Parser(prog="after-overdue", description=__doc__, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    server = commands.add_parser(
        "serve",
        help="serve the guide; options of `streamlit run` are passed on",
        allow_abbrev=False,
    )
    server.add_argument("--port", metavar="PORT", help="default 8501")
    server.add_argument("--address", metavar="HOST", help="default every one it has")
    checker = commands.add_parser("check", help="check every file under content/")
    checker.add_argument("content", nargs="?", type=Path, default=CONTENT)
    _add_export(commands)
    translation.add_commands(commands)
    add_commands(commands)
    commands.add_parser("migrate", help="bring the database of classes to this version")
    return parser, commands


def _add_model(
    commands: argparse._SubParsersAction[_Parser], model: Model, today: date
) -> None:
    command = commands.add_parser(
        model.slug.replace("_", "-"),
        help=f"ask the {model.slug.replace('_', ' ')} model",
        allow_abbrev=False,
    )
    for each in model.inputs_on(today).values():
        command.add_argument(
            option(each.name), action="append", metavar="VALUE", help=_help(each)
        )
    known = permalinks.permalinks()
    for old in known.renamed.get(model.slug, ()):
        command.add_argument(option(old), action="append", help=argparse.SUPPRESS)
    command.add_argument(
        option(VERSION),
        action="append",
        metavar="VERSION",
        help=f"version of the link that the values are from, 1 to {known.newest}; "
        f"default {known.newest}",
    )
    command.add_argument(
        "--format",
        default="table",
        metavar="FORMAT",
        help="table, csv or json (default table)",
    )
    command.add_argument(
        "--lang",
        default=LANGUAGES[0],
        metavar="LANGUAGE",
        help=f"of refusals: {', '.join(LANGUAGES)} (default {LANGUAGES[0]})",
    )


def _add_export(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser(
        "export",
        help="write the reading pages into a folder",
        allow_abbrev=False,
    )
    command.add_argument("folder", type=Path, metavar="DIR", help="where to write")
    command.add_argument(
        "--address",
        default="",
        help="of the guide's server, such as https://guide.example, for links to its "
        "interactive pages, canonical links and sitemap; default none",
    )


def _help(each: Input) -> str:
    """Return label, unit, range and default of an input, safe for argparse."""
    parameter = each.value.parameter
    parts = [f"{parameter.label.en}; in {parameter.unit}"]
    if each.options:
        parts.append(f"of {', '.join(each.options)}")
    elif each.value.dated.range:
        end = f", or {each.none}" if each.none else ""
        parts.append(f"from {each.low} to {each.high}{end}")
    default = each.write(each.default) or "none"
    if parameter.note and not each.write(each.default):
        default = parameter.note.en
    parts.append(f"default {default}")
    return "; ".join(parts).replace("%", "%%")


def _unknown(command: str, given: str, today: date) -> str:
    model = MODELS.get(command.replace("-", "_"))
    if model is None:
        return f"{given} is not known to {command}; see {command} --help"
    names = (*model.inputs_on(today), VERSION, "format", "lang")
    options = [option(name) for name in names]
    near = difflib.get_close_matches(given.partition("=")[0], options, n=1)
    meant = f", did you mean {near[0]}" if near else ""
    return f"{given} is not an option of {command}{meant}; it has {', '.join(options)}"


def _ask(model: Model, arguments: argparse.Namespace, today: date) -> int:
    """Print the model's answer in the format asked for."""
    for name, allowed in (("format", FORMATS), ("lang", LANGUAGES)):
        if (chosen := getattr(arguments, name)) not in allowed:
            text = f"--{name} is {chosen}; allowed are {', '.join(allowed)}."
            print(text, file=sys.stderr)
            return REFUSED
    given = {
        name: [DASHES if text == [] else text for text in texts]
        for name, texts in vars(arguments).items()
        if name not in OWN and texts is not None
    }
    answered = reply(model, given, today, language=arguments.lang, name=option)
    if answered.since:
        print(answered.since, file=sys.stderr)
    for each in answered.refused:
        print(each.sentence, file=sys.stderr)
    if answered.answer is None:
        return REFUSED
    if arguments.format != FORMATS[0]:  # for programs, which read JSON and CSV so
        print_with(encoding="utf-8", errors="strict")
    sys.stdout.write(answered.answer.printed(arguments.format))
    return 0


def _serve(arguments: argparse.Namespace, further: Sequence[str]) -> int:
    """Serve the guide as ``streamlit run app.py`` does, from whichever folder."""
    short = [
        option
        for name, meant in TO_STREAMLIT.items()
        if (given := getattr(arguments, name)) is not None
        for option in (f"--{meant}", given)
    ]
    os.chdir(ROOT)  # Streamlit reads .streamlit/config.toml from the working directory
    sys.argv = ["streamlit", "run", str(APP), *short, *further]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
    return 0


def _migrate() -> int:
    """Bring the database of classes to this version; say what was done."""
    try:
        with closing(Store(address())) as opened:
            found, now = opened.migrate()
    except SQLAlchemyError as error:
        print(f"The tables were not changed: {trouble_of(error)}.", file=sys.stderr)
        return 1
    changed = "was so already" if found == now else f"was at {found or 'nothing'}"
    print(f"The database of classes is at version {now}; it {changed}.")
    return 0


def _export(folder: Path, address: str, today: date) -> int:
    """Write the reading pages; say how many files there are and where."""
    written = export(folder, address=address, today=today)
    print(f"{written} files written to {folder}. Open {folder / 'index.html'}.")
    return 0


def _check(content: Path, today: date) -> int:
    """Print every broken content rule and what was read; return the exit status."""
    opens = partial(figure_problems, today=today)
    needs = NEEDS if content.resolve() == CONTENT else ()
    report = checked(content, on=today, figure_problems=opens, models=needs)
    for warning in report.warnings:
        print(f"warning: {warning}")
    for problem in report.problems:
        print(problem)
    print(report)
    return 1 if report.problems else 0
