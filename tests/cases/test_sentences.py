"""Sentences whose words are marked by what they stand for."""

from after_overdue.cases.sentences import parts_of


def test_what_is_marked_is_cut_out_and_nothing_is_lost() -> None:
    parts = parts_of("a <late>b</late>, <record>c d</record>.")
    assert parts == [
        ("a ", ""),
        ("b", "late"),
        (", ", ""),
        ("c d", "record"),
        (".", ""),
    ]


def test_a_sentence_without_marks_is_one_part() -> None:
    assert parts_of("plain") == [("plain", "")]
