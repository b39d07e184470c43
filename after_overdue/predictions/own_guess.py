"""One reader's own guess, on the model's own chart and in words."""

from __future__ import annotations

from collections.abc import Mapping

from after_overdue.cases.locale import Locale
from after_overdue.predictions.case import PredictionCase, Response
from after_overdue.predictions.guesses import RoomGuesses
from after_overdue.predictions.room_curves import RoomCurves

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


class OwnCurve(RoomCurves):
    """A room of one that drew a curve."""

    is_room = False

    def summary(self, *, shows_model: bool = True) -> list[str]:
        """Return what was drawn, what is right, and how far off it is."""
        said, say = self.words, self.words.say
        drawn = say("own.guessed", guess=said.response(self.responses[0]))
        if not shows_model:
            return [drawn]
        model = say("model", right=said.right())
        return [drawn, model, say("own.distance", distance=self._far())]


def own_guess(
    case: PredictionCase, response: Response, locale: Locale
) -> OwnGuess | OwnCurve:
    """Return what one reader answered to a prediction of whichever kind."""
    kind = OwnCurve if case.thing.kind == "curve" else OwnGuess
    return kind(case, [response], locale)
