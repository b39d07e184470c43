"""Text: the Markdown of content/ as HTML, without any HTML of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from after_overdue.reading.markup import markdown

NOTE = "#note-"
WITH_WHAT_STANDS_BEFORE = "\u2060"
"""A word joiner: no line begins with the mark of a footnote."""
SENTENCE = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z“\"])")
BLOCK_END = re.compile(r"</(?:p|li|h\d)>")
MARK = re.compile(rf"\[\d+\]\({NOTE}\d+\)")


def _link(
    self: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    """Mark a link to a footnote as one, with a place to come back to."""
    token = tokens[index]
    target = str(token.attrGet("href") or "")
    if target.startswith(NOTE):
        number = target.removeprefix(NOTE)
        token.attrSet("class", "note")
        token.attrSet("role", "doc-noteref")
        if number not in env.setdefault("told", set()):
            env["told"].add(number)
            token.attrSet("id", f"ref-{number}")
        return WITH_WHAT_STANDS_BEFORE + self.renderToken(tokens, index, options, env)
    return self.renderToken(tokens, index, options, env)


def _heading(
    self: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    """Write every heading of an answer as one below the page's own."""
    tokens[index].tag = "h2"
    return self.renderToken(tokens, index, options, env)


_markdown = markdown()
_markdown.add_render_rule("link_open", _link)
_markdown.add_render_rule("heading_open", _heading)
_markdown.add_render_rule("heading_close", _heading)


def note_mark(number: int) -> str:
    """Return the mark of a footnote in Markdown."""
    return f"[{number}]({NOTE}{number})"


def html(text: str) -> Markup:
    """Return paragraphs and lists of Markdown as HTML."""
    return Markup(_markdown.render(text))


def inline(text: str) -> Markup:
    """Return one line of Markdown as HTML."""
    return Markup(_markdown.renderInline(text))


def plain(text: str) -> str:
    """Return Markdown as words alone, without the marks of its footnotes.

    Examples
    --------
    >>> plain("Five years.[1](#note-1) *Not* four.")
    'Five years. Not four.'
    """
    return html(MARK.sub("", text)).striptags()


def sentences(text: str) -> list[str]:
    r"""Return the sentences of Markdown, as words alone.

    Examples
    --------
    >>> sentences("Five years.[1](#note-1) *Not* four.\n\n罚息照算。利息也是。")
    ['Five years.', 'Not four.', '罚息照算。', '利息也是。']
    """
    blocks = BLOCK_END.split(html(MARK.sub("", text)))
    cut = (SENTENCE.split(Markup(block).striptags()) for block in blocks)
    return [each.strip() for block in cut for each in block if each.strip()]
