"""Texts of a YAML file with the place where each stands, so that one can be changed.

The rest of the file stays as its author wrote it, comments and layout included.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import yaml

from after_overdue.catalog.figures_in_words import PLURALS

Form = Literal["text", "list", "plurals", "markdown"]
"""A text; several, one a line; one for each plural; a paragraph of Markdown."""
BLOCK = ("|", ">")
"""Styles of a text that ends where the next line begins."""
STRING = "tag:yaml.org,2002:str"
Said = str | Mapping[str, str]


@dataclass(frozen=True)
class Edit:
    """What is to stand between two places of a file."""

    start: int
    end: int
    written: str


@dataclass(frozen=True)
class Piece:
    """A text of a file.

    Attributes
    ----------
    key : the keys that lead to it, with dots between them
    said : its words; for plurals, the words of each
    start, end : where it stands in the file
    indent : what goes before other words there; an entry a line may stand further out
    """

    key: str
    form: Form
    said: Said
    start: int
    end: int
    indent: str = ""

    def edit(self, said: Said) -> Edit:
        """Return the edit that says something else here."""
        return Edit(self.start, self.end, self.indent + written(self.form, said))


@dataclass(frozen=True)
class Spoken:
    """A mapping from languages to one text.

    Attributes
    ----------
    pieces : by language
    at : where a further language is added
    before : what then stands before it
    """

    key: str
    pieces: Mapping[str, Piece]
    at: int
    before: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with each edit made."""
    for each in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: each.start] + each.written + text[each.end :]
    return text


def written(form: Form, said: Said) -> str:
    r"""Return words as a file holds them.

    Examples
    --------
    >>> written("list", "late\noverdue"), written("plurals", {"other": "{number} 年"})
    ('["late", "overdue"]', '{other: "{number} 年"}')
    """
    if isinstance(said, str):
        if form == "markdown":
            return said
        if form == "list":
            return f"[{', '.join(map(_quoted, said.splitlines()))}]"
        return _quoted(said)
    return f"{{{', '.join(f'{key}: {_quoted(each)}' for key, each in said.items())}}}"


def _quoted(said: str) -> str:
    return json.dumps(said, ensure_ascii=False)


def pieces(text: str) -> list[Piece]:
    """Return every text of a YAML file; an entry of a list goes by its id."""
    every = (_piece(text, key, node) for key, node in _nodes(_root(text), ""))
    return [each for each in every if each]


def spoken(text: str, *languages: str) -> list[Spoken]:
    """Return each mapping that says one thing in all of these languages."""
    return [
        _spoken(text, key, node)
        for key, node in _nodes(_root(text), "")
        if isinstance(node, yaml.MappingNode)
        and set(languages) <= {name.value for name, _ in node.value}
    ]


def _root(text: str) -> yaml.Node:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert root is not None, "a content file holds something"
    return root


def _nodes(node: yaml.Node, key: str) -> Iterator[tuple[str, yaml.Node]]:
    """Yield a node and each below it, with the keys that lead to it."""
    yield key, node
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _nodes(value, f"{key}.{name.value}" if key else name.value)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            name = _id(value) or str(number)
            yield from _nodes(value, f"{key}.{name}" if key else name)


def _id(node: yaml.Node) -> str:
    named = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value.value for name, value in named if name.value == "id"), "")


def _piece(text: str, key: str, node: yaml.Node) -> Piece | None:
    start, end = node.start_mark.index, _end(text, node)
    if isinstance(node, yaml.ScalarNode) and node.tag == STRING:
        return Piece(key, "text", node.value, start, end)
    if isinstance(node, yaml.SequenceNode):
        said = [each.value for each in node.value if isinstance(each, yaml.ScalarNode)]
        if len(said) == len(node.value):
            indent = "" if node.flow_style else "  "
            return Piece(key, "list", "\n".join(said), start, end, indent)
    if isinstance(node, yaml.MappingNode) and node.value:
        plurals = {name.value: value.value for name, value in node.value}
        if set(plurals) <= set(PLURALS):
            return Piece(key, "plurals", plurals, start, end)
    return None


def _spoken(text: str, key: str, node: yaml.MappingNode) -> Spoken:
    found = {
        name.value: piece
        for name, value in node.value
        if (piece := _piece(text, key, value))
    }
    end = _end(text, node.value[-1][1])
    if node.flow_style:
        return Spoken(key, found, end, ", ")
    line_end = text.find("\n", end)
    indent = " " * node.start_mark.column
    return Spoken(key, found, line_end if line_end > 0 else end, f"\n{indent}")


def _end(text: str, node: yaml.Node) -> int:
    """Return where a node ends, without the space and comments behind it."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())
