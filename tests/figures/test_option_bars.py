"""Option bars: one for each option, the right ones ticked."""

from after_overdue.figures.option_bars import OptionBar, option_bars_figure

BARS = [
    OptionBar("The whole 12,000.", 0.25, "1 · 25%", right=False),
    OptionBar(
        "The missed 1,000, and nothing else of the loan so far.", 0.75, "3", True
    ),
]


def test_every_option_has_its_bar_its_words_and_its_count() -> None:
    figure = option_bars_figure(
        BARS, words={"guesses": "Answers"}, alt="Most are right."
    )
    assert figure["data"][0]["x"] == [0.25, 0.75]
    texts = [each["text"] for each in figure["layout"]["annotations"]]
    assert texts[0] == "The whole 12,000."
    assert texts[1].startswith("✓ The missed 1,000")
    assert texts[2:] == ["1 · 25%", "3"]


def test_a_right_option_is_told_by_colour_and_by_a_tick() -> None:
    figure = option_bars_figure(BARS, words={"guesses": "Answers"}, alt="")
    assert figure["data"][0]["marker"]["color"] == ["@guess-soft", "@guess"]


def test_long_options_break_into_lines_in_either_language() -> None:
    long = [
        OptionBar("a word " * 20, 0, "0", right=False),
        OptionBar("逾" * 60, 0, "0", right=False),
    ]
    figure = option_bars_figure(long, words={"guesses": "Answers"}, alt="")
    lines = [each["text"].split("<br>") for each in figure["layout"]["annotations"][:2]]
    assert all(len(line) <= 56 for line in lines[0])
    assert [len(line) for line in lines[1]] == [27, 27, 6]
