"""Templates of our own HTML pages."""

from __future__ import annotations

from pathlib import Path

from after_overdue.reading.markup import templates
from after_overdue.settings import rooted
from after_overdue.web.static_files import asset_url

_environment = templates(Path(__file__).parent / "templates")
_environment.globals |= {"asset": asset_url, "rooted": rooted}


def rendered(name: str, **values: object) -> str:
    """Return a template of ours, filled in; what is filled in is escaped."""
    return _environment.get_template(name).render(**values)
