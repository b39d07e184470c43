"""What the form of a learner's page sends, as the response that a step takes."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData

from after_overdue.written import number_of

LONGEST_WHOLE, MOST_WHOLE = 40, 2**63 - 1
"""Of a whole number: how many digits are read, and the most that a table keeps."""
MOST_CHOSEN = 50


def response_of(form: FormData) -> dict[str, Any]:
    """Return the response in a form; what is no number stays as it was typed.

    Examples
    --------
    >>> response_of(FormData([("month", "25"), ("number", "640.5")]))
    {'month': 25, 'number': 640.5}
    >>> response_of(FormData([("unit", "percent"), ("number", "12%")]))
    {'number': 12}
    >>> response_of(FormData([("month", ""), ("none", "yes")]))
    {'month': None}
    >>> response_of(FormData([("curve", "600"), ("curve", "610.5")]))
    {'curve': [600, 610.5]}
    >>> response_of(FormData([("options", "a"), ("options", "b")]))
    {'options': ['a', 'b']}
    """
    found: dict[str, Any] = {}
    unit = str(form.get("unit", ""))
    for name in ("options", "order"):
        if name in form:
            found[name] = [str(each) for each in form.getlist(name)[:MOST_CHOSEN]]
    if "curve" in form:
        points = form.getlist("curve")[:MOST_CHOSEN]
        found["curve"] = [number_of(str(each), unit) for each in points]
    for name in ("month", "number"):
        if name in form:
            found[name] = number_of(str(form[name]), unit if name == "number" else "")
    if "text" in form:
        found["text"] = str(form["text"])
    if form.get("none"):
        found["month"] = None
    return found


def whole_of(form: FormData, name: str) -> int | None:
    """Return a whole number of a form; None where there is none."""
    text = str(form.get(name, ""))
    is_whole = text.isdecimal() and len(text) <= LONGEST_WHOLE
    return int(text) if is_whole and int(text) <= MOST_WHOLE else None
