"""Texts of a YAML file: where they stand, and a change that leaves the rest alone."""

import pytest
import yaml

from after_overdue.catalog.translation.yaml_texts import (
    Edit,
    edited,
    pieces,
    spoken,
    written,
)

FILE = """\
# a comment
S1: # of a key
  text: {en: "Late, is it?", zh: 晚了} # behind
  means:
    en: >-
      One line
      and its end.

    zh: 一行。 # 后面的话
  aliases: {en: [due, past due], zh: []}
  words:
    en:
      - late
      - overdue
    # between
    zh:
      - 逾期

S2: [{id: first, say: Aye}]
"""


def added(text: str, word: str) -> str:
    return edited(
        text,
        [
            Edit(each.at, each.at, f"{each.before}de: {written('text', word)}")
            for each in spoken(text, "en", "zh")
        ],
    )


def test_a_language_is_added_beside_the_others_in_every_layout() -> None:
    made, was = yaml.safe_load(added(FILE, "spät: {ja}")), yaml.safe_load(FILE)
    for key in ("text", "means", "aliases", "words"):
        assert made["S1"][key].pop("de") == "spät: {ja}"
    assert made == was


def test_comments_and_lines_stay_as_they_are() -> None:
    lines = added(FILE, "spät").splitlines()
    without = [line.replace(', de: "spät"', "") for line in lines]
    assert [each for each in without if "de:" not in each] == FILE.splitlines()


def test_each_text_stands_where_it_is_said_to() -> None:
    found = {each.key: each for each in pieces(FILE)}
    assert found["S2.first.say"].said == "Aye"
    assert found["S1.words.en"].said == "late\noverdue"
    for key in ("S1.text.en", "S1.means.en", "S1.means.zh", "S2.first.say"):
        made = edited(FILE, [found[key].edit("new")])
        changed = {each.key: each.said for each in pieces(made)}
        assert changed == {each.key: each.said for each in found.values()} | {
            key: "new"
        }


def test_entries_a_line_become_a_list_wherever_they_stand() -> None:
    for text in ("key:\n- a\n- b\nnext: 1\n", "key: # why\n    - a\nnext: 1\n"):
        [piece] = [each for each in pieces(text) if each.key == "key"]
        made = edited(text, [piece.edit("c\nd")])
        assert yaml.safe_load(made) == {"key": ["c", "d"], "next": 1}


@pytest.mark.parametrize("said", ['a "quote"', "two\nlines", "ends: {x}", "# no"])
def test_any_words_are_read_back_as_they_were_written(said: str) -> None:
    [piece] = pieces(f"key: {written('text', said)}")[:1]
    assert piece.said == said
