"""What docs/api.md shows is what is answered."""

import json
import re
from pathlib import Path

import pytest

from after_overdue.models.registry import MODELS
from after_overdue.settings import DEFAULTS
from after_overdue.web.openapi import STATUSES

TOLD = (Path(__file__).parents[2] / "docs/api.md").read_text("utf-8")
EXAMPLES = re.findall(
    r"<!-- example: GET (\S+) -->\n```json\n(.*?)```", TOLD, re.DOTALL
)


def holds(answer: object, shown: object) -> bool:
    """Whether an answer has all that is shown of it, values exactly.

    Of a list of entries the first ones are shown.
    """
    if isinstance(shown, dict) and isinstance(answer, dict):
        return all(
            name in answer and holds(answer[name], value)
            for name, value in shown.items()
        )
    if isinstance(shown, list) and isinstance(answer, list):
        is_shortened = bool(shown) and isinstance(shown[0], dict)
        least = len(shown) if is_shortened else len(answer)
        return len(shown) == min(least, len(answer)) and all(map(holds, answer, shown))
    return answer == shown


@pytest.mark.parametrize(("address", "shown"), EXAMPLES)
def test_an_example_is_answered_as_shown(client, address: str, shown: str) -> None:
    found = client.get(address)
    example = json.loads(shown)
    assert found.status_code == (422 if "refused" in example else 200)
    assert holds(found.json(), example), found.text


def test_there_are_examples_of_answers_and_refusals() -> None:
    assert len(EXAMPLES) >= 4


def test_every_address_and_every_status_is_told() -> None:
    for noun in MODELS:
        assert f"`/api/v1/{noun.replace('_', '-')}`" in TOLD
    assert "`/api/v1/search`" in TOLD
    for status in (*STATUSES, "200", "404", "405"):
        assert re.search(rf"^\|[^|]*\b{status}\b", TOLD, re.MULTILINE)


def test_a_compressed_answer_is_as_small_as_told(client) -> None:
    asked = {"accept-encoding": "br"}
    with client.stream("GET", "/api/v1/score-recovery", headers=asked) as found:
        raw = b"".join(found.iter_raw())
    assert 1500 < len(raw) < 2500
    assert 16_500 < len(client.get("/api/v1/score-recovery").text) < 17_500


def test_the_limit_is_told_as_it_is() -> None:
    amount = DEFAULTS["LIMIT_JSON"].split()[0]
    assert f"{amount} questions a minute" in TOLD
