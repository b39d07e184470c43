"""The readings: one name for each, in chart, text, chip, ledger and answer."""

import re
from pathlib import Path

import pytest

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.models.score_recovery.readings import ROWS, STATUS

CONTENT = Path("content")
WORDS = (*CONTENT.rglob("*.*"), *Path("after_overdue").rglob("fields.py"))
OTHER_NAMES = {
    "zh": ["当月恢复", "恢复原分", "暂不恢复", "立即恢复", "时间表读法", r"\*\*时间表"],
    "en": [r"\*\*Restored[.:*]", r"“restored”", "Restored:", "Restored, "],
}
SENTENCES = {
    "schedule": ["schedule_one", "schedule_two", "takeaway_schedule"],
    "restored": ["restored_back", "takeaway_restored"],
    "re_evaluated": ["re_evaluated_none", "takeaway_re_evaluated", "re_evaluated_open"],
    "not_for_now": ["not_for_now_none", "takeaway_not_for_now"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_about_a_reading_has_its_name(language) -> None:
    texts = words("score_recovery", language)
    for reading, keys in SENTENCES.items():
        for key in (*keys, f"working_{reading}"):
            assert texts[reading] in texts[key], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_what_backs_them_and_the_answer_name_all_four(language) -> None:
    texts = words("score_recovery", language)
    answer = CONTENT / "questions" / f"does-repair-bring-points-back.{language}.md"
    for reading in ROWS:
        assert f"| {texts[reading]} |" in texts["readings_text"]
        assert f"**{texts[reading]}" in answer.read_text()


def test_no_reading_has_another_name_anywhere_in_the_content() -> None:
    found = [
        (path.name, other)
        for path in WORDS
        if path.suffix in (".yaml", ".md", ".py")
        for others in OTHER_NAMES.values()
        for other in others
        if re.search(other, path.read_text())
    ]
    assert found == []


def test_the_rows_hold_every_reading() -> None:
    assert set(ROWS) | {"schedule_from_26"} == set(STATUS)
