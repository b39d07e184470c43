"""JSON schemas of what a model takes and answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args, get_type_hints

from after_overdue.cases.debts import WRITTEN
from after_overdue.cases.events import MOST_EVENTS
from after_overdue.cases.fields import Field, fields_of
from after_overdue.cases.inputs import EMPTY, FLAGS, Input
from after_overdue.cases.model import Model
from after_overdue.catalog.files import LANGUAGES, Bilingual
from after_overdue.catalog.search import MOST_FOUND, MOST_TOPICS
from after_overdue.catalog.sources import Source

Schema = dict[str, Any]
MONTH: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}$"}
DATE: Schema = {"type": "string", "format": "date"}
TEXT: Schema = {"type": "string"}
NOTHING: Schema = {"enum": list(EMPTY)}
"""How an address says that an input which may be left out has no value."""
LISTED = ("choices", "debts", "events")
"""Kinds of input that hold several entries, with commas between them."""
PLAIN: Mapping[str, Schema] = {
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "share": {"type": "number"},
    "text": TEXT,
    "codes": {"type": "array", "items": TEXT},
    "month": MONTH,
    "date": DATE,
    "flag": {"type": "boolean"},
}


def said(words: Mapping[str, str]) -> str:
    """Return the same words in every language that has them, a line each.

    What a field means is told in the two languages that the code is written in.
    """
    return "\n".join(words[each] for each in LANGUAGES if each in words)


def input_schema(input_: Input) -> Schema:
    """Return what an input takes in an address: its kind, range, options, default."""
    parameter = input_.value.parameter
    taken = _taken(input_)
    empty = [{"const": input_.none}, NOTHING] if input_.none else [NOTHING]
    schema: Schema = {"anyOf": [taken, *empty]} if input_.optional else taken
    default = input_.default
    if default is not None:
        exact = input_.kind in ("integer", "share", "number", *LISTED)
        schema["default"] = default if exact else input_.write(default)
    labels = {language: parameter.label[language] for language in LANGUAGES}
    return {
        **schema,
        "x-kind": input_.kind,
        "x-unit": parameter.unit,
        "x-label": labels,
    }


def _taken(input_: Input) -> Schema:
    if input_.kind in ("integer", "share", "number"):
        ends = {"minimum": input_.low, "maximum": input_.high}
        return {**PLAIN[input_.kind], **ends}
    if input_.kind in ("month", "date"):
        return {**PLAIN[input_.kind], "x-range": [str(input_.low), str(input_.high)]}
    if input_.kind == "events":
        return _events(input_)
    if input_.kind == "flag":
        return {"enum": list(FLAGS)}
    if input_.kind == "debts":
        return _debts(input_)
    codes = {"enum": list(input_.options)}
    return {"type": "array", "items": codes} if input_.kind == "choices" else codes


def _debts(input_: Input) -> Schema:
    """Return a list of debts, each written as ``20000:0.24:600``."""
    low, high = input_.value.dated.count or (1, 1)
    entry = {"type": "string", "pattern": WRITTEN}
    return {"type": "array", "items": entry, "minItems": low, "maxItems": high}


def result_fields(model: Model) -> tuple[dict[str, Field], dict[str, Field]]:
    """Return the fields of a model's summary and of its rows, from its own types."""
    result = get_type_hints(model.result_of)["return"]
    summary, rows = get_args(result)
    return fields_of(summary), fields_of(rows, columns=True)


def answer_schema(model: Model, today: date) -> Schema:
    """Return the shape of a model's answer."""
    inputs_used = {name: _used(each) for name, each in model.inputs_on(today).items()}
    cited = {"$ref": "#/components/schemas/source"}
    summary, rows = result_fields(model)
    return _object(
        {
            "inputs": _object(inputs_used),
            "summary": _group(summary),
            "rows": {"type": "array", "items": _group(rows)},
            "sources": {"type": "array", "items": cited},
        }
    )


def _events(input_: Input) -> Schema:
    """Return a list of events: each its kind, a colon and its day."""
    kinds = "|".join(input_.options)
    event = {"type": "string", "pattern": rf"^({kinds}):\d{{4}}-\d{{2}}-\d{{2}}$"}
    return {"type": "array", "items": event, "maxItems": MOST_EVENTS}


def _used(input_: Input) -> Schema:
    if input_.kind == "events":
        return _or_null(_events(input_))
    if input_.kind == "choices":
        return {"type": "array", "items": {"enum": list(input_.options)}}
    if input_.kind == "debts":
        return _debts(input_)
    if input_.kind == "choice":
        codes = [int(code) if code.isdecimal() else code for code in input_.options]
        return {"enum": codes}
    schema = PLAIN[input_.kind]
    return _or_null(schema) if input_.optional else schema


def _group(fields: Mapping[str, Field]) -> Schema:
    always = [name for name, each in fields.items() if not each.sometimes]
    return _object({name: _field(each) for name, each in fields.items()}, always)


def _field(field: Field) -> Schema:
    if field.kind == "group":
        schema = _group(field.fields or {})
    elif field.kind == "groups":
        schema = {"type": "array", "items": _group(field.fields or {})}
    elif field.kind == "named":
        each = _group(field.fields or {})
        schema = {"type": "object", "additionalProperties": each}
    else:
        schema = dict(PLAIN[field.kind])
    if field.options:
        schema["enum"] = list(field.options)
    described = {"description": said(field.about.by_language)}
    unit = {"x-unit": field.about.unit} if field.about.unit else {}
    return {**(_or_null(schema) if field.empty else schema), **described, **unit}


def _or_null(schema: Schema) -> Schema:
    if "properties" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if "enum" in schema:
        schema = {**schema, "enum": [*schema["enum"], None]}
    return {**schema, "type": [schema["type"], "null"]}


def _object(properties: Schema, required: list[str] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


def source_schema() -> Schema:
    """Return the shape of a source, as an answer cites it."""
    words = {
        "type": "object",
        "properties": dict.fromkeys(Bilingual.model_fields, TEXT),
        "required": list(Bilingual.model_fields),
    }
    shape = Source.model_json_schema(ref_template="{model}")
    own: Schema = {"id": TEXT, "pin": {"type": ["string", "null"]}}
    own["pin_label"] = {"anyOf": [words, {"type": "null"}]}
    kept = {
        name: _with_words(value, words)
        for name, value in shape["properties"].items()
        if name not in ("pins", "ref")
    }
    return _object(own | kept)


def _with_words(schema: Schema, words: Schema) -> Schema:
    """Return a property with the shape of `Bilingual` written out."""
    if "anyOf" in schema:
        return {"anyOf": [_with_words(each, words) for each in schema["anyOf"]]}
    if "$ref" in schema:
        return words
    return {name: value for name, value in schema.items() if name != "title"}


def refusal_schema() -> Schema:
    """Return the shape of what is told instead of an answer."""
    text_or_null = {"type": ["string", "null"]}
    properties = {
        "kind": TEXT,
        "sentence": TEXT,
        "name": TEXT,
        "given": TEXT,
        "nearest": text_or_null,
    }
    listed = {"type": "array", "minItems": 1}
    each = _object(properties, ["kind", "sentence"])
    return _object({"refused": {**listed, "items": each}})


def search_schema() -> Schema:
    """Return the shape of what a search finds."""
    found = _object(dict.fromkeys(("slug", "title", "url"), TEXT))
    topic = _object(dict.fromkeys(("topic", "title"), TEXT))
    return _object(
        {
            "found": {"type": "array", "maxItems": MOST_FOUND, "items": found},
            "topics": {"type": "array", "maxItems": MOST_TOPICS, "items": topic},
        }
    )
