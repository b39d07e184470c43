"""What a lesson's file says, as plain values: JSON, or YAML without its guesses.

A day, ``yes`` and ``12:30`` are words. A number knows how it was written, so that
``0.60`` stays as it is where a text is wanted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, TypeVar

import yaml

from after_overdue.errors import ClassError

_DIGITS = "[0-9]+(?:_[0-9]+)*"
WHOLE_NUMBER = rf"[-+]?{_DIGITS}"
BROKEN_NUMBER = (
    rf"[-+]?(?:{_DIGITS}\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?"
)
SIGNS = "-+.0123456789"
"""What a number begins with."""
HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which no file and no page can hold."""
LONGEST_SHOWN = 40
Place = tuple[str | int, ...]
AnyNumber = TypeVar("AnyNumber", "Whole", "Broken")


class Whole(int):
    """A whole number as it was written."""

    written: str

    def __str__(self) -> str:
        return self.written


class Broken(float):
    """A number as it was written."""

    written: str

    def __str__(self) -> str:
        return self.written


def _number(kind: type[AnyNumber], written: str) -> AnyNumber:
    made = kind(written)
    made.written = written
    return made


def _whole(written: str) -> Whole:
    return _number(Whole, written)


def _broken(written: str) -> Broken:
    return _number(Broken, written)


class Loader(yaml.SafeLoader):
    """YAML of plain values, without aliases."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  # as yaml has it
    yaml_constructors = {  # noqa: RUF012
        tag: made
        for tag, made in yaml.SafeLoader.yaml_constructors.items()
        if tag is None or tag.endswith((":null", ":seq", ":map"))
    }

    def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401  # yaml's
        """Refuse an alias: a few of them can stand for more than a machine holds."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("alias")
        return super().compose_node(parent, index)

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Hashable, Any]:
        """Refuse a key that stands twice: one of the two would be lost."""
        _each_once([(each.value, None) for each, _ in node.value if _is_plain(each)])
        return super().construct_mapping(node, deep)


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            given = HALF.sub("�", key[:LONGEST_SHOWN])
            raise ClassError("lesson_key_twice", given=given)
        made[key] = value
    return made


class Dumper(yaml.SafeDumper):
    """Writes what `Loader` reads: a text that looks like a number is quoted."""


_TAG = "tag:yaml.org,2002:"
for _kind, _written, _firsts in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|false", list("tf")),
    ("int", WHOLE_NUMBER, list(SIGNS)),
    ("float", BROKEN_NUMBER, list(SIGNS)),
):
    for _each in (Loader, Dumper):
        _pattern = re.compile(rf"^(?:{_written})$")
        _each.add_implicit_resolver(f"{_TAG}{_kind}", _pattern, _firsts)


def _text(loader: Loader, node: yaml.ScalarNode) -> str:
    r"""Return a text; JSON's ``\ud83d\ude00`` is one character in YAML too."""
    said = loader.construct_scalar(node)
    pairs = said.encode("utf-16-le", "surrogatepass")
    return pairs.decode("utf-16-le", "surrogatepass")


def _truth(loader: Loader, node: yaml.ScalarNode) -> bool:
    said = loader.construct_scalar(node)
    if said not in ("true", "false"):
        raise yaml.YAMLError(said)
    return said == "true"


def _whole_of(loader: Loader, node: yaml.ScalarNode) -> Whole:
    return _whole(loader.construct_scalar(node))


def _broken_of(loader: Loader, node: yaml.ScalarNode) -> Broken:
    return _broken(loader.construct_scalar(node))


Loader.add_constructor(f"{_TAG}str", _text)
Loader.add_constructor(f"{_TAG}bool", _truth)
Loader.add_constructor(f"{_TAG}int", _whole_of)
Loader.add_constructor(f"{_TAG}float", _broken_of)


def plain_values(content: bytes) -> object:
    """Return what a file says.

    Raises
    ------
    ClassError
        Where it cannot be read, or holds half of a character.
    """
    try:
        found = _values(content.decode("utf-8-sig"))
        half = next(_halves(found, ()), None)
    except (yaml.YAMLError, ValueError, RecursionError):
        raise ClassError("lesson_unreadable") from None
    if half:
        place, given = half
        where = named_place(place) or "·"
        raise ClassError("lesson_half", where=where, given=f"\\u{ord(given):04x}")
    return found


def _values(text: str) -> object:
    if text.lstrip().startswith("{"):
        try:
            return json.loads(
                text,
                parse_int=_whole,
                parse_float=_broken,
                object_pairs_hook=_each_once,
            )
        except ValueError:
            pass  # YAML may begin so too
    return yaml.load(text, Loader)  # safe


def _halves(found: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield each half of a character, and where it stands."""
    if isinstance(found, str):
        if half := HALF.search(found):
            yield place, half[0]
    elif isinstance(found, dict):
        for key, each in found.items():
            yield from _halves(key, place)
            yield from _halves(each, (*place, str(key)))
    elif isinstance(found, list):
        for at, each in enumerate(found):
            yield from _halves(each, (*place, at))


def named_place(place: Iterable[str | int]) -> str:
    """Return a place in a file as a reader counts.

    Examples
    --------
    >>> named_place(("steps", 1, "options", 0, "say"))
    'steps 2, options 1, say'
    """
    parts: list[str] = []
    for each in place:
        if isinstance(each, int):
            parts[-1:] = [f"{parts[-1]} {each + 1}"] if parts else [str(each + 1)]
        else:
            parts.append(each)
    return ", ".join(parts)
