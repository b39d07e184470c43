"""What may be answered to a step, as plain JSON values."""

from __future__ import annotations

from typing import Any

from after_overdue.errors import ClassError
from after_overdue.teaching.class_state import ClassState


def checked_response(scene: ClassState, step: int, response: object) -> dict[str, Any]:
    """Return the answer in a response; raise ClassError where the step takes none."""
    asked = scene.asked(step)
    said = asked.refusal(response)
    if said:
        raise ClassError("response", said=said)
    assert isinstance(response, dict)
    return asked.kept(response)
