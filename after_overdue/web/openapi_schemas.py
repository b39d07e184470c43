"""JSON schemas of what a model takes and answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from after_overdue.cases.inputs import MOST_EVENTS, Input
from after_overdue.catalog.answer_fields import AnswerField, AnswerFields
from after_overdue.catalog.files import LANGUAGES, Bilingual
from after_overdue.catalog.search import MOST_FOUND, MOST_TOPICS
from after_overdue.catalog.sources import Source

Schema = dict[str, Any]
MONTH: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}$"}
DATE: Schema = {"type": "string", "format": "date"}
TEXT: Schema = {"type": "string"}
NOTHING: Schema = {"const": ""}
"""How an address says that an input which may be left out has no value."""
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
    """Return the same words in every language, a line each."""
    return "\n".join(words[language] for language in LANGUAGES)


def input_schema(wanted: Input) -> Schema:
    """Return what an input takes in an address: its kind, range, options, default."""
    parameter = wanted.value.parameter
    taken = _taken(wanted)
    schema: Schema = {"anyOf": [taken, NOTHING]} if wanted.optional else taken
    default = wanted.default
    if default is not None:
        exact = wanted.kind in ("integer", "share", "number", "choices", "events")
        schema["default"] = default if exact else wanted.write(default)
    labels = {language: parameter.label[language] for language in LANGUAGES}
    return {
        **schema,
        "x-kind": wanted.kind,
        "x-unit": parameter.unit,
        "x-label": labels,
    }


def _taken(wanted: Input) -> Schema:
    if wanted.kind in ("integer", "share", "number"):
        ends = {"minimum": wanted.low, "maximum": wanted.high}
        return {**PLAIN[wanted.kind], **ends}
    if wanted.kind in ("month", "date"):
        return {**PLAIN[wanted.kind], "x-range": [str(wanted.low), str(wanted.high)]}
    if wanted.kind == "events":
        return event_list(wanted)
    if wanted.kind == "flag":
        return {"enum": ["yes", "no"]}
    codes = {"enum": list(wanted.options)}
    return {"type": "array", "items": codes} if wanted.kind == "choices" else codes


def answer_schema(wanted: Mapping[str, Input], fields: AnswerFields) -> Schema:
    """Return the shape of a model's answer."""
    inputs_used = {name: _used(each) for name, each in wanted.items()}
    cited = {"$ref": "#/components/schemas/source"}
    return _object(
        {
            "inputs": _object(inputs_used),
            "summary": _group(fields.summary),
            "rows": {"type": "array", "items": _group(fields.rows)},
            "sources": {"type": "array", "items": cited},
        }
    )


def event_list(wanted: Input) -> Schema:
    """Return a list of events: each its kind, a colon and its day."""
    kinds = "|".join(wanted.options)
    event = {"type": "string", "pattern": rf"^({kinds}):\d{{4}}-\d{{2}}-\d{{2}}$"}
    return {"type": "array", "items": event, "maxItems": MOST_EVENTS}


def _used(wanted: Input) -> Schema:
    if wanted.kind == "events":
        return _or_null(event_list(wanted))
    if wanted.kind == "choices":
        return {"type": "array", "items": {"enum": list(wanted.options)}}
    if wanted.kind == "choice":
        codes = [int(code) if code.isdecimal() else code for code in wanted.options]
        return {"enum": codes}
    schema = PLAIN[wanted.kind]
    return _or_null(schema) if wanted.optional else schema


def _group(fields: Mapping[str, AnswerField]) -> Schema:
    always = [name for name, each in fields.items() if not each.sometimes]
    return _object({name: _field(each) for name, each in fields.items()}, always)


def _field(field: AnswerField) -> Schema:
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
        schema["enum"] = field.options
    described = {"description": said(field.says.by_language())}
    unit = {"x-unit": field.unit} if field.unit else {}
    return {**(_or_null(schema) if field.empty else schema), **described, **unit}


def _or_null(schema: Schema) -> Schema:
    if "properties" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
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
        name: _with_words(held, words)
        for name, held in shape["properties"].items()
        if name not in ("pins", "ref")
    }
    return _object(own | kept)


def _with_words(schema: Schema, words: Schema) -> Schema:
    """Return a property with the shape of `Bilingual` written out."""
    if "anyOf" in schema:
        return {"anyOf": [_with_words(each, words) for each in schema["anyOf"]]}
    if "$ref" in schema:
        return words
    return {name: held for name, held in schema.items() if name != "title"}


def refusal_schema() -> Schema:
    """Return the shape of what is told instead of an answer."""
    text_or_null = {"type": ["string", "null"]}
    told = {
        "kind": TEXT,
        "sentence": TEXT,
        "name": TEXT,
        "given": TEXT,
        "nearest": text_or_null,
    }
    listed = {"type": "array", "minItems": 1}
    each = _object(told, ["kind", "sentence"])
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
