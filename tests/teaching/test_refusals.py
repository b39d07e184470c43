"""Refusals: each reason that the code raises has its sentence in both languages."""

import re
from pathlib import Path

import pytest

import after_overdue
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.errors import ClassError
from after_overdue.teaching import lesson_file
from after_overdue.teaching.refusals import sentence

CODE = "".join(
    path.read_text("utf-8") for path in Path(after_overdue.__path__[0]).rglob("*.py")
)
REASONS = {
    *re.findall(r'ClassError\(\s*"(\w+)"', CODE),
    *re.findall(r'(?:_check\([\w.]+,|return) "(lti_\w+)"', CODE),
    *(*lesson_file.REASONS.values(), lesson_file.OTHER),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_sentence_and_no_sentence_is_left_over(language) -> None:
    said = {
        key
        for key in words("class_refused", language)
        if not key.startswith(("command_", "phase_"))
    }
    assert said == REASONS


def test_a_sentence_names_button_and_phase_in_the_readers_language() -> None:
    refused = ClassError("not_now", command="reveal", phase="waiting")
    assert "“Reveal”" in sentence(refused, "en")
    assert "the step is not open yet" in sentence(refused, "en")
    assert "“揭晓”" in sentence(refused, "zh")
