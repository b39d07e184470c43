"""How a file of content/ is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple, TypeVar

import yaml
from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    ValidationError,
)

from after_overdue.errors import ContentError, Problem
from after_overdue.project import ROOT

CONTENT = ROOT / "content"
PAGES = ROOT / "pages"
"""The scripts of the site's pages."""
WRITTEN_IN = ("en", "zh")
"""Languages that no content may lack; the first is what the others are held to."""
LANGUAGE_TAG = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
"""How a language is written in the name of a file: ``fr``, ``zh-Hant``."""
LONGEST_SHOWN = 60


class Id(NamedTuple):
    """How an id is written: its pattern, and one to show an author."""

    pattern: str
    like: str


KEBAB = Id(r"[a-z0-9]+(-[a-z0-9]+)*", "late-fee")
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _once(ids: list[str]) -> list[str]:
    for twice in {name for name in ids if ids.count(name) > 1}:
        raise ValueError(f"'{twice}' stands twice")
    return ids


Ids = Annotated[list[str], AfterValidator(_once)]
"""Ids or citations, none of them twice."""


def languages(content: Path) -> tuple[str, ...]:
    """Return the languages of `content`: each has a file ``interface.<lang>.yaml``."""
    found = {path.name.split(".")[1] for path in content.glob("interface.*.yaml")}
    return (*WRITTEN_IN, *sorted(found - set(WRITTEN_IN)))


LANGUAGES = languages(CONTENT)


def spoken(language: str) -> str:
    """Return a language without its script and territory, such as ``zh``."""
    return language.partition("-")[0]


def own_name(language: str) -> str:
    """Return what a language calls itself.

    Examples
    --------
    >>> own_name("en"), own_name("zh"), own_name("zh-Hant"), own_name("fr")
    ('English', '中文', '中文 (繁體)', 'Français')
    """
    name = Locale.parse(language, sep="-").get_display_name() or language
    return name[0].upper() + name[1:]


def next_language(language: str) -> str:
    """Return the language that a reader's switch leads to: each has its turn."""
    return LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]


@lru_cache(maxsize=256)
def language_named(text: str, among: Sequence[str] = LANGUAGES) -> str | None:
    """Return the language of ours that a tag names, however it is written.

    A script may follow from a territory: Taiwan and Hong Kong write zh-Hant.

    Examples
    --------
    >>> language_named("zh-Hans-CN"), language_named("EN_us"), language_named("fr")
    ('zh', 'en', None)
    >>> language_named("zh-TW", ("zh", "zh-Hant")), language_named("zh_TW", ("zh",))
    ('zh-Hant', 'zh')
    """
    tag = text.strip().replace("_", "-")
    known = {each.lower(): each for each in among}
    shorter = accumulate(tag.split("-"), lambda before, part: f"{before}-{part}")
    meant = [*shorter, *_with_script(tag)]
    longest_first = sorted(meant, key=lambda each: -each.count("-"))
    return next(filter(None, (known.get(each.lower()) for each in longest_first)), None)


def _with_script(tag: str) -> list[str]:
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return []
    return [f"{locale.language}-{locale.script}"] if locale.script else []


class Record(BaseModel):
    """An entry of a content file: every key known, no value coerced, never changed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False
    )


class Bilingual(Record):
    """The same words in both languages, and in any further one of the interface."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Said]
    en: Said
    zh: Said

    def __getitem__(self, language: str) -> str:
        words: str = getattr(self, language, self.en)
        return words

    def by_language(self) -> dict[str, str]:
        """Return the words by the languages they are written in."""
        return {"en": self.en, "zh": self.zh, **self.__pydantic_extra__}


AnyRecord = TypeVar("AnyRecord", bound=Record)
Entry = TypeVar("Entry")


class _Loader(yaml.CSafeLoader):
    """A safe loader that refuses a key written twice."""

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Any, Any]:
        """Return the mapping; refuse one with a key that stands twice."""
        seen = set()
        for key_node, _ in node.value:
            key = (key_node.tag, str(key_node.value))
            if key in seen:
                problem = f"key '{key_node.value}' stands twice"
                raise yaml.constructor.ConstructorError(
                    None, None, problem, key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def read_text(path: Path, *, content: Path, rule: str) -> str:
    """Return the text of the file at `path`; raise ContentError if unreadable."""
    where = location(path, content)
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        what = "is missing."
        remedy = "Create it; content/README.md says what belongs in it."
    except (UnicodeDecodeError, OSError) as error:
        what, remedy = f"cannot be read: {error}.", "Save it as a UTF-8 text file."
    raise ContentError([Problem(where, what, remedy, rule)])


def read_mapping(path: Path, *, content: Path, rule: str) -> dict[Any, Any]:
    """Return the mapping in the YAML file at `path`; raise ContentError if none."""
    text = read_text(path, content=content, rule=rule)
    return mapping_in(text, where=location(path, content), rule=rule)


def mapping_in(text: str, *, where: str, rule: str) -> dict[Any, Any]:
    """Return the mapping written in the YAML `text`; raise ContentError if none."""
    found = _yaml_in(text, where, rule)
    if isinstance(found, dict):
        return found
    what = f"holds {_shown(found)}, not keys with values."
    remedy = "Write it as 'key: value' lines."
    raise ContentError([Problem(where, what, remedy, rule)])


def list_in(text: str, *, where: str, rule: str) -> list[Any]:
    """Return the list written in the YAML `text`; raise ContentError if none."""
    found = _yaml_in(text, where, rule)
    if isinstance(found, list) and found:
        return found
    what = f"holds {_shown(found or None)}, not a list."
    remedy = "Begin each entry with '- '."
    raise ContentError([Problem(where, what, remedy, rule)])


def _yaml_in(text: str, where: str, rule: str) -> object:
    try:
        return yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        what = f"is not readable YAML: {_complaint(error)}."
        remedy = "Mend the line named."
        raise ContentError([Problem(where, what, remedy, rule)]) from None


def _shown(found: object) -> str:
    return "nothing" if found is None else type(found).__name__


def _complaint(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return f"line {error.problem_mark.line + 1}, {error.problem}"
    return " ".join(str(error).split())


def read_records(
    kind: type[AnyRecord], path: Path, *, content: Path, rule: str, name: Id = KEBAB
) -> Mapping[str, AnyRecord]:
    """Return the records in the file at `path` by id; raise ContentError naming each.

    Parameters
    ----------
    kind : what each entry has to be
    path : a YAML file, id to entry
    content : the folder it lies in
    rule : the rule that a malformed file breaks
    name : how an id is written
    """
    where = location(path, content)
    read: dict[str, AnyRecord] = {}
    problems: list[Problem] = []
    for key, entry in read_mapping(path, content=content, rule=rule).items():
        if not isinstance(key, str) or not re.fullmatch(name.pattern, key, re.ASCII):
            what = f"'{key}' is not an id of this file."
            problems.append(Problem(where, what, f"Write one like {name.like}.", rule))
            continue
        try:
            read[key] = record(kind, entry, where=where, key=key, rule=rule)
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return MappingProxyType(read)


def record(
    kind: type[AnyRecord], found: object, *, where: str, key: str, rule: str
) -> AnyRecord:
    """Return `found` as a record of this kind; raise ContentError naming each key."""
    try:
        return kind.model_validate(found)
    except ValidationError as error:
        problems = [
            _shape_problem(where, key, detail, rule) for detail in error.errors()
        ]
        raise ContentError(problems) from None


def _shape_problem(
    where: str, key: str, detail: Mapping[str, Any], rule: str
) -> Problem:
    place = ".".join(str(part) for part in (key, *detail["loc"]) if part != "")
    value = repr(detail["input"])
    if len(value) > LONGEST_SHOWN:
        value = f"{value[:LONGEST_SHOWN]}…"
    given = "" if detail["type"] == "missing" else f" (it is {value})"
    said = detail["msg"].removeprefix("Value error, ")
    what = f"'{place}'{given}: {said[0].lower()}{said[1:]}."
    return Problem(where, what, "content/README.md shows the form.", rule)


def read_all(paths: Iterable[Path], read: Callable[[Path], Entry]) -> list[Entry]:
    """Return what `read` makes of every file; raise ContentError naming all that fail.

    Each file is read, so that an author hears of every problem at once.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            entries.append(read(path))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return entries


def location(path: Path, content: Path) -> str:
    """Return how a message names the file: from content/ on."""
    return f"content/{path.relative_to(content).as_posix()}"
