"""What a form sends, read as every page of ours sends it: as UTF-8."""

from __future__ import annotations

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from after_overdue.web.notice import sentences

READ = ("utf-8", "utf8", "us-ascii")
LONGEST_SHOWN = 40


async def sent_form(request: Request) -> FormData:
    """Return the form of a request.

    Raises
    ------
    HTTPException
        400 where it names another way of writing: no page of ours does, and a reader
        of forms that obeyed it could be made to fail.
    """
    _, options = parse_options_header(request.headers.get("content-type", ""))
    named = options.get(b"charset", b"utf-8").decode("latin-1")
    if named.lower() not in READ:
        raise HTTPException(400, sentences("charset", given=named[:LONGEST_SHOWN]))
    return await request.form()
