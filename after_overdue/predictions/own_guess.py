"""One reader's own guess, on the model's own chart and in words."""

from __future__ import annotations

from collections.abc import Mapping

from after_overdue.predictions.case import Response
from after_overdue.predictions.guesses import RoomGuesses

OWN = "own."
"""The heading of the words in which a reader's guess differs from a room's."""


class OwnGuess(RoomGuesses):
    """A room of one: what is said of its guess is said to "you"."""

    is_room = False

    @property
    def labels(self) -> Mapping[str, str]:
        """What stands on the figure."""
        said = self.speech.words("predictions")
        own = (key for key in said if key.startswith(OWN))
        return {**said, **{key.removeprefix(OWN): said[key] for key in own}}

    def summary(self) -> list[str]:
        """Return what was guessed, and what is right."""
        say, said = self.words.say, self.words
        lines = []
        for each in self.responses:
            lines.append(say("own.guessed", guess=said.response(each)))
            lines.append(say("model", right=self._right(each)))
        return lines

    def _right(self, guess: Response) -> str:
        """Return what is right; of a curve, at the month that was guessed."""
        said = self.words
        if self.case.thing.kind != "point":
            return said.right()
        month: int = guess["month"]
        there = [curve[month] for curve in self.case.truth.curves]
        number = said.say("or").join(dict.fromkeys(map(said.number, there)))
        return said.say("point", month=said.month(month), number=number)
