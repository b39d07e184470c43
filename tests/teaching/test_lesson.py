"""A lesson: plain data there and back."""

import json

import pytest
from pydantic import ValidationError

from after_overdue.teaching.lesson import lesson_json, lesson_of
from tests.teaching.classes import LESSON


def test_a_lesson_survives_being_written_down() -> None:
    written = json.dumps(lesson_json(LESSON), ensure_ascii=False)
    assert lesson_of(json.loads(written)) == LESSON


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"title": "Late", "language": "en", "steps": [{"kind": "song"}]},
        {"title": "Late", "language": "en", "steps": [{"kind": "quiz"}]},
        {"title": "Late", "language": "en", "steps": [], "host": "me"},
        {
            "title": "Late",
            "language": "en",
            "steps": [
                {"kind": "prediction", "page": "apr", "settings": {}, "asks": "x"}
            ],
        },
    ],
)
def test_what_is_no_lesson_is_refused(wrong) -> None:
    with pytest.raises(ValidationError):
        lesson_of(wrong)
