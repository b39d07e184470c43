"""The language of a learner's page: chosen there, else the phone's, else the class's.

What is chosen stays in the address, so that nothing has to be kept of it.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request

from after_overdue.teaching.class_state import ClassState
from after_overdue.web.shell import language_chosen, language_of


def chosen_language(request: Request) -> str:
    """Return the query that keeps a language that was chosen; nothing without one."""
    chosen = language_chosen(request)
    return f"?{urlencode({'lang': chosen})}" if chosen else ""


def in_own_language(request: Request, scene: ClassState) -> ClassState:
    """Return the class as whoever asks reads it."""
    return scene.in_language(language_of(request, otherwise=scene.lesson.language))
