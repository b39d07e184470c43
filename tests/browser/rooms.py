"""Answers that a room may have given to a step."""

import random
from typing import Any

from after_overdue.predictions.curves import CurvePad
from after_overdue.teaching.class_state import ClassState

SEED = 7


def answers_to(scene: ClassState, count: int) -> list[dict[str, Any]]:
    """Answers of a room to the step of a scene; the first two at its ends."""
    asked, luck = scene.asked(scene.position), random.Random(SEED)
    if asked.kind in ("single", "multiple"):
        names = [name for name, _ in asked.options]
        return [{"options": [luck.choice(names)]} for _ in range(count)]
    if asked.kind == "order":
        names = [name for name, _ in asked.options]
        return [{"order": luck.sample(names, len(names))} for _ in range(count)]
    if asked.kind == "numeric":
        return [{"number": luck.randint(0, 40)} for _ in range(count)]
    if asked.kind == "text":
        return [{"text": f"{luck.random()} words that somebody wrote"}] * count
    if asked.kind == "curve":
        return [{"curve": curve(asked.pad, luck, place)} for place in range(count)]
    found = []
    for place in range(count):
        share = place if place < 2 else luck.betavariate(2, 3)
        response: dict[str, Any] = {}
        for name, ends in (("month", asked.months), ("number", asked.numbers)):
            if ends:
                given = ends.low + share * (ends.high - ends.low)
                response[name] = round(given) if name == "month" else given
        found.append(response)
    return found


def curve(pad: CurvePad, luck: random.Random, place: int) -> list[float]:
    """A curve that bends towards an end of its axis."""
    end = (pad.low, pad.high)[place] if place < 2 else luck.uniform(pad.low, pad.high)
    bend, last = luck.uniform(0.5, 2), pad.months[-1]
    shares = ((month / last) ** bend for month in pad.months)
    return [round(pad.start + each * (end - pad.start), 6) for each in shares]
