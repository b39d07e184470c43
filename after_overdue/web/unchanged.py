"""What a reader already has: the version that a request says it knows."""

from __future__ import annotations

from starlette.requests import Request


def is_known(request: Request, tag: str) -> bool:
    """Return whether a request knows the answer with this ``ETag``.

    Versions are compared weakly (RFC 9110, 13.1.2): a proxy that compresses an answer
    marks its tag as weak.
    """
    known = ",".join(request.headers.getlist("if-none-match")).split(",")
    return bool({_strong(each) for each in known} & {"*", _strong(tag)})


def _strong(tag: str) -> str:
    return tag.strip().removeprefix("W/")
