"""Markdown of content/ as HTML: notes are links, and HTML stays letters."""

from after_overdue.reading.text import html, inline, note_mark


def test_a_note_is_a_link_with_one_place_to_come_back_to() -> None:
    text = html(f"Kept.{note_mark(1)} Deleted.{note_mark(1)}")
    assert text.count('href="#note-1"') == 2
    assert text.count('id="ref-1"') == 1
    assert text.count('role="doc-noteref"') == 2


def test_html_in_content_stays_letters() -> None:
    assert "<script>" not in html("<script>alert(1)</script>\n\n<b>x</b>")
    assert inline("a <i>b</i>") == "a &lt;i&gt;b&lt;/i&gt;"


def test_a_heading_of_an_answer_stands_below_the_title_of_the_page() -> None:
    assert html("### Steps") == "<h2>Steps</h2>\n"
