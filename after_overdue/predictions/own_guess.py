"""One reader's own guess, on the model's own chart and in words."""

from __future__ import annotations

from collections.abc import Mapping

from after_overdue.predictions.guesses import RoomGuesses

OWN = "own."
"""The heading of the words in which a reader's guess differs from a room's."""


class OwnGuess(RoomGuesses):
    """A room of one: what is said of its guess is said to "you"."""

    is_room = False

    @property
    def labels(self) -> Mapping[str, str]:
        """What stands on the figure."""
        texts = self.locale.words("predictions")
        own = (key for key in texts if key.startswith(OWN))
        return {**texts, **{key.removeprefix(OWN): texts[key] for key in own}}

    def summary(self) -> list[str]:
        """Return what was guessed, and what is right."""
        say, said = self.words.say, self.words
        lines = []
        for each in self.responses:
            lines.append(say("own.guessed", guess=said.response(each)))
            lines.append(say("model", right=said.right(each.get("month"))))
        return lines
