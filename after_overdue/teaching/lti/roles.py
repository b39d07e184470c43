"""Roles: who runs a course and who learns in it, by the vocabulary of LTI 1.3 (A.2).

A role is read whole: what follows ``#`` in a sub-role of learners may be called as the
role of those who teach.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/"
CONTEXT = f"{VOCABULARY}membership"
RUN, LEARN = ("Instructor", "Administrator"), ("Learner",)
BARE = (*RUN, *LEARN, "ContentDeveloper", "Mentor", "Manager", "Member", "Officer")
"""Roles in a course by their names alone, which the standard still allows."""
OF_PLATFORM = tuple(
    f"{VOCABULARY}system/person#{name}" for name in ("Administrator", "SysAdmin")
)


def runs(roles: Sequence[Any]) -> bool:
    """Return whether somebody with these roles is the trainer.

    Whoever runs the platform is one too, but only where it names no role in the
    course: it sends such roles along to a course in which the same person learns.
    """
    in_course = [each for each in map(str, roles) if _is_in_course(each)]
    if in_course:
        return any(_is_one(each, RUN) for each in in_course)
    return any(each in OF_PLATFORM for each in roles)


def learns(roles: Sequence[Any]) -> bool:
    """Return whether somebody with these roles sits in the course and does not run it.

    As `runs`, so that a roster calls nobody a learner who comes in as its trainer.
    """
    return any(_is_one(str(each), LEARN) for each in roles) and not runs(roles)


def _is_in_course(role: str) -> bool:
    return role in BARE or role.startswith((f"{CONTEXT}#", f"{CONTEXT}/"))


def _is_one(role: str, names: Sequence[str]) -> bool:
    """Return whether a role is one of these in a course, or a sub-role of one."""
    within = tuple(f"{CONTEXT}/{name}#" for name in names)
    full = {f"{CONTEXT}#{name}" for name in names}
    return role in names or role in full or role.startswith(within)
