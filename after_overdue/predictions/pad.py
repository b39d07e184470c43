"""What the script of the pad is sent, on which a curve is drawn by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.predictions.curves import CurvePad
from after_overdue.predictions.words import PredictionWords


@dataclass(frozen=True)
class Drawing:
    """A curve that a reader is asked to draw alone.

    Attributes
    ----------
    sent : what the script of the pad is sent
    range : what can be drawn, in words
    unit : of what is drawn, as far as it is one of a prediction
    """

    pad: CurvePad
    sent: Mapping[str, Any]
    range: str
    locale: Locale
    unit: str = ""

    @property
    def labels(self) -> list[str]:
        """The name of each point."""
        return [each["label"] for each in self.sent["handles"]]

    @property
    def is_whole(self) -> bool:
        """Whether its values are whole numbers."""
        return self.pad.step >= 1


def sent_pad(
    pad: CurvePad,
    *,
    name: str,
    ticks: Mapping[float, str],
    times: Mapping[int, str],
    labels: Sequence[str],
    words: Mapping[str, str],
) -> dict[str, Any]:
    """Return a pad as its script takes it.

    Parameters
    ----------
    name : accessible name
    ticks, times : words beside a value and below a month
    labels : accessible name of each point
    words : of the pad; `points` says a value, and has ``{number}`` in it
    """
    end = pad.months[-1]
    points = zip(pad.months, labels, strict=True)
    return {
        "name": name,
        "low": pad.low,
        "high": pad.high,
        "step": pad.step,
        "start": pad.start,
        "ticks": [{"at": each, "text": text} for each, text in ticks.items()],
        "times": [{"at": each / end, "text": text} for each, text in times.items()],
        "handles": [{"at": each / end, "label": said} for each, said in points],
        "words": words,
    }


def prediction_pad(said: PredictionWords) -> dict[str, Any]:
    """Return the pad of a prediction that is drawn."""
    pad, locale = said.case.pad, said.locale
    assert pad  # a curve is asked for
    drawn = locale.words("predict")
    *inner, last = pad.months
    plain = said.number if said.case.thing.unit == "percent" else locale.number
    times = {each: locale.number(each) for each in (0, *inner)}
    keys = ("hint", "help", "told")
    return sent_pad(
        pad,
        name=said.question,
        ticks={each: plain(each) for each in pad.ticks},
        times=times | {last: said.month(last)},
        labels=[said.month(each) for each in pad.months],
        words={key: drawn[f"drawn.{key}"] for key in keys}
        | {"points": said.blank("{number}")},
    )


def drawing(said: PredictionWords) -> Drawing:
    """Return what a reader alone is asked to draw."""
    pad, sent = said.case.pad, prediction_pad(said)
    assert pad  # a curve is asked for
    commit = {"commit": said.locale.words("predict")["commit"]}
    sent = {**sent, "words": {**sent["words"], **commit}}
    return Drawing(pad, sent, said.range(), said.locale, said.case.thing.unit)
