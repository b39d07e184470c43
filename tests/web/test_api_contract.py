"""The description of the JSON interface, and that every answer keeps to it."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
import schemathesis
from hypothesis import settings
from starlette.applications import Starlette

from after_overdue.cases.fields import Field
from after_overdue.models.registry import MODELS
from after_overdue.web.api import answer, routes
from after_overdue.web.middleware import middleware
from after_overdue.web.openapi import described
from after_overdue.web.openapi_schemas import result_fields

EXAMPLES = 25
ACCEPTED = {"expected-statuses": ["2xx", "422"]}
"""Values that keep to the description may still contradict each other: 422."""
CONFIG = schemathesis.Config.from_dict(
    {"checks": {"positive_data_acceptance": ACCEPTED}}
)
TODAY = date(2026, 11, 25)
BESIDE = {
    "score_recovery": [{"on_time_share": "0.9", "relapse_month": "3"}],
    "credit_record": [{"due_on": "2026-02-15", "cured_on": "2026-03-15"}],
    "penalty_interest": [
        {"kind": "card"},
        {"lender": "private", "basis": "instalment"},
    ],
    "apr": [{"fees": "upfront", "settle_after": "6"}],
    "card_plan": [{"debt": "50000", "plan_rate": "0.0365"}],
    "pay_first": [{"debts": "20000:0.24:600:late,3000:0:0", "budget": "601"}],
    "limitation": [
        {"paid_on": "2026-03-15", "perform_by": "2026-03-10"},
        {"events": "text:2023-01-10,promise:2027-01-10"},
    ],
    "unlicensed_loan": [],
    "credit_lag": [],
    "three_clocks": [{"paid_after": "never"}],
    "loan_book": [{"loans": "1000"}, {"loans": "9", "matrix": "ladder"}],
}
"""Settings that bring fields which the defaults leave out."""

contract = schemathesis.openapi.from_asgi(
    "/api/v1/openapi.json",
    Starlette(routes=routes, middleware=middleware),
    config=CONFIG,
)


@pytest.fixture(autouse=True)
def as_many_questions_as_it_takes(monkeypatch) -> None:
    monkeypatch.setenv("LIMIT_JSON", "1000000 per second")


@pytest.fixture(scope="module")
def description() -> dict:
    return json.loads(described(TODAY))


def ends(noun: str) -> Iterator[dict[str, str]]:
    """Each input alone, at its ends and at every option; and what goes together."""
    yield {}
    yield from BESIDE[noun]
    for name, input_ in MODELS[noun].inputs_on(TODAY).items():
        texts = [*input_.options, *map(str, filter(None, (input_.low, input_.high)))]
        yield from ({name: text} for text in texts)


def answers(noun: str) -> list[dict]:
    asked = (
        tuple((name, (text,)) for name, text in each.items()) for each in ends(noun)
    )
    lines = [answer(noun, given, TODAY) for given in asked]
    return [json.loads(each.text) for each in lines if each.status == 200]


@contract.parametrize()
@settings(max_examples=EXAMPLES, derandomize=True)
def test_whatever_is_asked_the_answer_keeps_to_the_description(case) -> None:
    case.call_and_validate()


def test_the_description_is_openapi(description) -> None:
    from openapi_spec_validator import validate  # slow to import

    validate(description)


@pytest.mark.parametrize("noun", MODELS)
def test_answers_at_the_ends_keep_to_the_description(noun, description) -> None:
    from jsonschema import Draft202012Validator  # slow to import

    schema = {**description, "$ref": f"#/components/schemas/{noun}"}
    shape = Draft202012Validator(schema)
    found = answers(noun)
    assert len(found) > 2
    for each in found:
        shape.validate(each)


@pytest.mark.parametrize("noun", MODELS)
def test_no_field_is_described_that_no_answer_has(noun) -> None:
    (summary, rows), found = result_fields(MODELS[noun]), answers(noun)
    said = {f"summary.{name}" for name in names(summary)}
    said |= {f"rows.{name}" for name in rows}
    shown = {f"summary.{name}" for each in found for name in keys(each["summary"])}
    shown |= {f"rows.{name}" for each in found for name in each["rows"][0]}
    assert said - shown == set()


def names(fields: dict[str, Field]) -> Iterator[str]:
    for name, field in fields.items():
        yield name
        if field.kind == "group":
            yield from (f"{name}.{each}" for each in names(field.fields))


def keys(values: dict) -> Iterator[str]:
    for name, each in values.items():
        yield name
        if isinstance(each, dict):
            yield from (f"{name}.{key}" for key in keys(each))


@pytest.mark.parametrize("noun", MODELS)
def test_every_input_is_described_in_both_languages(noun, description) -> None:
    asked = description["paths"][f"/{noun.replace('_', '-')}"]["get"]["parameters"]
    inputs = MODELS[noun].inputs_on(TODAY)
    assert [each["name"] for each in asked] == [*inputs, "lang"]
    for each in asked[:-1]:
        shape, known = each["schema"], inputs[each["name"]]
        label = known.value.parameter.label
        assert shape["x-label"] == {"en": label.en, "zh": label.zh}
        assert (shape["x-kind"], shape["x-unit"]) == (
            known.kind,
            known.value.parameter.unit,
        )
        assert label.zh in each["description"]
        assert ("default" in shape) == (known.default is not None)


def test_a_default_in_the_description_is_what_the_model_takes(client, description):
    for noun in MODELS:
        path = f"/{noun.replace('_', '-')}"
        asked = description["paths"][path]["get"]["parameters"]
        given = {
            each["name"]: written(each["schema"]["default"])
            for each in asked
            if "default" in each["schema"]
        }
        found = client.get(f"/api/v1{path}", params=given)
        assert found.json() == client.get(f"/api/v1{path}").json()


def written(default: object) -> str:
    return ",".join(default) if isinstance(default, list) else str(default)
