"""The commands for whoever runs a server: its key, and the platforms it knows."""

from __future__ import annotations

import argparse
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

from after_overdue.teaching.lti.key import SETTING, make_key
from after_overdue.teaching.lti.platforms import (
    Platform,
    add_platform,
    platforms,
    remove_platform,
)
from after_overdue.teaching.store import Store
from after_overdue.teaching.store_address import address

ADDRESSES = {"login": "login_url", "token": "token_url", "keys": "keys_url"}
COMMANDS = ("lti-key", "lti-add", "lti-list", "lti-remove")


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the commands of LTI to a command line."""
    key = commands.add_parser("lti-key", help="make the private key of this LTI tool")
    key.add_argument("file", type=Path, metavar="FILE", help="a new file")
    adding = commands.add_parser("lti-add", help="register a course platform (LTI 1.3)")
    removing = commands.add_parser("lti-remove", help="forget a course platform")
    for each in (adding, removing):
        each.add_argument("issuer", metavar="ISSUER", help="as the platform signs it")
        each.add_argument("client_id", metavar="CLIENT", help="its client id for us")
    for option, name in ADDRESSES.items():
        adding.add_argument(f"--{option}", dest=name, required=True, metavar="ADDRESS")
    adding.add_argument("--audience", default="", help="of its tokens, if another")
    adding.add_argument(
        "--deployment",
        dest="deployments",
        action="append",
        default=[],
        metavar="ID",
        help="take this deployment alone; may be given again; default all",
    )
    commands.add_parser("lti-list", help="list the course platforms that are known")


def run(arguments: argparse.Namespace) -> int:
    """Do a command, and say what was done; return the exit status."""
    if arguments.command == "lti-key":
        make_key(arguments.file)
        print(f"The key is in {arguments.file}. Set {SETTING} to it, and back it up.")
        return 0
    with closing(Store(address())) as store:
        store.migrate()
        return _changed(store, arguments)


def _changed(store: Store, arguments: argparse.Namespace) -> int:
    if arguments.command == "lti-list":
        for each in platforms(store):
            only = ", ".join(each.deployments) or "all deployments"
            print(f"{each.issuer} · {each.client_id} · {only}")
        return 0
    named = f"{arguments.issuer} · {arguments.client_id}"
    if arguments.command == "lti-remove":
        known = remove_platform(store, arguments.issuer, arguments.client_id)
        print(f"{named} is forgotten." if known else f"{named} was not known.")
        return 0 if known else 1
    given = {each.name: getattr(arguments, each.name) for each in fields(Platform)}
    add_platform(store, Platform(**given))
    print(f"{named} may send people here.")
    return 0
