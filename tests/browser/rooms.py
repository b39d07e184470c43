"""Answers that a room may have given to a step."""

import random
from typing import Any

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
