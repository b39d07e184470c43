"""Choices: what a reader picks on an Answers page, kept in the address.

A choice is a code of the page's content, such as a question or a status, or free text
to search for. Its name is the parameter of the address.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from after_overdue.cases.inputs import Refusal
from after_overdue.cases.permalinks import Link, read_link
from after_overdue.cases.refusals import gathered, sentence
from after_overdue.catalog.search import LONGEST_QUERY
from after_overdue.reading.plain import plain
from after_overdue.ui import address, elements
from after_overdue.ui.language import locale
from after_overdue.ui.to_top import to_top

LONGEST_TEXT = LONGEST_QUERY


@dataclass(frozen=True)
class Choice:
    """One choice of a page.

    Attributes
    ----------
    name : parameter of the address
    codes : what it may be; None where it is free text
    start : what it is where nothing is chosen; stays out of the address
    longest : characters of free text that are read
    """

    name: str
    codes: Collection[str] | None = None
    start: str = ""
    longest: int = LONGEST_TEXT

    def read(self, given: str) -> tuple[str, Refusal | None]:
        """Return what `given` stands for, and a refusal where it is something else."""
        text = " ".join(given.split())
        if self.codes is None:
            kept = text[: self.longest]
            if kept == text:
                return text, None
            return kept, Refusal("too_long", self.name, text, {"most": self.longest})
        by_fold = {code.casefold(): code for code in self.codes}
        found = by_fold.get(text.casefold(), "")
        if found or not text:
            return found or self.start, None
        values = {"options": ", ".join(self.codes)}
        return self.start, Refusal("not_an_option", self.name, text, values)


@dataclass(frozen=True)
class PageChoices:
    """What is chosen on one page in this run; an empty text where nothing is.

    Attributes
    ----------
    followed : whether a link led here from the same page
    since : what has changed since the link was made; empty for a link of today
    """

    noun: str
    values: Mapping[str, str]
    refusals: tuple[Refusal, ...]
    followed: bool
    since: str = ""

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def label(self, name: str) -> str:
        """Return how the reader's language calls a choice."""
        return locale().words(self.noun).get(name, name)

    def key(self, name: str) -> str:
        """Return the key of a choice's control; it tells pages apart."""
        return f"{self.noun}.{name}"

    def notices(self) -> None:
        """Say what has changed since the link, and what of it could not be used."""
        elements.since(self.since)
        elements.warnings(self.sentences())

    def sentences(self) -> list[str]:
        """Return one sentence for each refusal; a page may have its own words."""
        texts, site = locale().words(self.noun), locale().words("answers")
        return [
            texts[f"no_{each.name}"].format(given=each.given[:LONGEST_TEXT])
            if each.kind == "not_an_option" and f"no_{each.name}" in texts
            else sentence(
                each,
                language=locale().language,
                name=self.label,
                shown=self.values.get(each.name, "") or site["everything"]
                if each.name in self.values
                else "",
            )
            for each in gathered(self.refusals)
        ]

    def select(
        self, name: str, codes: Sequence[str], say: Callable[[str], str]
    ) -> None:
        """Draw a list to choose one code from, or all."""
        names = {"": locale().words("answers")["all"]}
        names |= {code: say(code) for code in codes}
        st.selectbox(
            self.label(name),
            list(names),
            format_func=names.__getitem__,
            key=self.key(name),
        )

    def pills(self, name: str, codes: Sequence[str], say: Callable[[str], str]) -> None:
        """Draw codes side by side, of which one or none is chosen."""
        st.session_state[self.key(name)] = self[name] or None
        names = {code: say(code) for code in codes}
        st.pills(
            self.label(name),
            list(names),
            format_func=names.__getitem__,
            key=self.key(name),
            wrap=True,
        )

    def nothing_found(self, name: str) -> None:
        """Say that a search found nothing."""
        said = locale().words(self.noun)["found_none"]
        st.info(said.format(query=plain(self[name])))

    def search(self, name: str) -> None:
        """Draw a field to search in."""
        st.text_input(
            self.label(name),
            key=self.key(name),
            type="search",
            max_chars=LONGEST_TEXT,
            placeholder=locale().words(self.noun)[f"{name}_example"],
        )

    def views(self, name: str, codes: Sequence[str]) -> None:
        """Draw the views of a page side by side; the first is its starting view."""
        names = {code: self.label(f"{name}_{code}") for code in codes}
        st.segmented_control(
            self.label(name),
            list(names),
            format_func=names.__getitem__,
            key=self.key(name),
            required=True,
            label_visibility="collapsed",
        )

    def finish(self) -> None:
        """Show the top of the page where a link or a button led on further down it."""
        if self.followed or st.session_state.get(_moved(self.noun)):
            to_top(str(sorted(self.values.items())))


def go(noun: str, name: str, to: str) -> None:
    """Choose `to`, as a button that leads on does: the page is shown from its top."""
    st.session_state[f"{noun}.{name}"], st.session_state[_moved(noun)] = to, True


def stay(noun: str) -> None:
    """Leave a page where it is whatever is chosen next, until a button leads on."""
    st.session_state[_moved(noun)] = False


def _moved(noun: str) -> str:
    return f"_moved:{noun}"


def page_choices(noun: str, *choices: Choice) -> PageChoices:
    """Return what is chosen on a page; the address and the controls follow it."""
    within = st.session_state.get(address.CAME_FROM) == noun
    asked = address.arrival(noun) if within else address.asked_for()
    kept = f"_held:{noun}"
    if asked is None:
        before, noted, came_by = st.session_state[kept]
        values = {
            each.name: st.session_state.get(f"{noun}.{each.name}", before[each.name])
            or each.start
            for each in choices
        }
        refusals, link = (noted, came_by) if values == before else ((), None)
    else:
        link = read_link(noun, asked)
        values, refusals = _read(choices, link)
    st.session_state[kept] = values, refusals, link
    for name, each in values.items():
        st.session_state[f"{noun}.{name}"] = each
    followed = within and asked is not None
    moved = [each.name for each in choices if values[each.name] != each.start]
    texts = {name: values[name] for name in moved}
    address.write_texts(noun, texts, always=followed)
    since = link.notice(locale()) if link else ""
    return PageChoices(noun, values, refusals, followed, since)


def _read(
    choices: Sequence[Choice], link: Link
) -> tuple[dict[str, str], tuple[Refusal, ...]]:
    names = [each.name for each in choices]
    found, refusals = {each.name: each.start for each in choices}, list(link.refusals)
    for name, texts in link.texts.items():
        if name not in names:
            values = {"options": ", ".join(names)}
            refusals.append(Refusal("unknown", name, texts[-1], values))
    for each in choices:
        if given := link.texts.get(each.name):
            found[each.name], refusal = each.read(given[-1])
            if len(set(given)) > 1:
                refusal = Refusal("repeated", each.name, " ".join(given), {})
            if refusal:
                refusals.append(refusal)
    return found, tuple(refusals)
