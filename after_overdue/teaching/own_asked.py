"""A question of the trainer's own as a class is asked it, and what is right."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.catalog.interface import words
from after_overdue.teaching.own_step import (
    GREATEST,
    LONGEST_ANSWER,
    ChoiceStep,
    NumberStep,
    OwnStep,
    TextStep,
)
from after_overdue.teaching.reply import Replied

Response = Mapping[str, Any]
ROUNDING = 1e-9
KEYS = {"number": "number", "order": "order", "text": "text"}
"""Under which name a response holds its answer; a choice holds ``options``."""
FORMS = {"poll": "single", "number": "numeric"}
"""The form of a kind, where it is called otherwise."""
LONGEST_SHOWN = 60


@dataclass(frozen=True)
class OwnAsked:
    """A question of the trainer's own, for who reads a language."""

    step: OwnStep
    language: str

    @property
    def kind(self) -> str:
        """single, multiple, numeric, order or text: the form to answer with."""
        return FORMS.get(self.step.kind, self.step.kind)

    @property
    def question(self) -> str:
        """What is asked."""
        return self.step.ask

    @property
    def longest(self) -> int:
        """How many characters a text may have."""
        return LONGEST_ANSWER

    @property
    def has_right(self) -> bool:
        """Whether something is right: not at a poll, not of a text."""
        return self.step.kind not in ("poll", "text")

    @property
    def says(self) -> Mapping[str, str]:
        """Words of each option by its id, in the order of the lesson."""
        options = self.step.options if isinstance(self.step, ChoiceStep) else ()
        return {str(place): each.say for place, each in enumerate(options, 1)}

    @property
    def options(self) -> list[tuple[str, str]]:
        """Id and words of each option as they are shown: an order always shuffled."""
        given = list(self.says.items())
        if self.step.kind != "order":
            return given
        mixed = sorted(given, key=lambda each: _digest(f"{self.question}/{each[1]}"))
        return mixed if mixed != given else [*given[1:], given[0]]

    @property
    def unit(self) -> str:
        """What stands after the number to answer with."""
        return self.step.unit if isinstance(self.step, NumberStep) else ""

    @property
    def right_ids(self) -> list[str]:
        """The ids of the right options; of an order all, as they should stand."""
        options = self.step.options if isinstance(self.step, ChoiceStep) else ()
        every = self.step.kind == "order"
        return [str(at) for at, each in enumerate(options, 1) if every or each.right]

    @property
    def because(self) -> str:
        """What is told at the reveal."""
        return "" if isinstance(self.step, TextStep) else self.step.because

    @property
    def _key(self) -> str:
        return KEYS.get(self.step.kind, "options")

    def refusal(self, response: object) -> str:
        """Return why a response is no answer; nothing where it is one."""
        value = response.get(self._key) if isinstance(response, Mapping) else None
        if isinstance(self.step, NumberStep):
            return self._number_refusal(value)
        if isinstance(self.step, TextStep):
            return self._text_refusal(value)
        return self._choice_refusal(value)

    def _say(self, key: str, **values: str | int) -> str:
        return words("quiz_refused", self.language)[key].format(**values)

    def _choice_refusal(self, value: object) -> str:
        kind, known = self.kind, [*self.says]
        if not isinstance(value, list | tuple) or not value:
            return self._say(f"no_{kind}")
        for each in value:
            if each not in known:
                options = ", ".join(self.says.values())
                return self._say("no_option", given=_short(each), options=options)
        if kind == "single" and len(set(value)) != 1:
            return self._say("no_single")
        if kind == "order" and sorted(value) != sorted(known):
            return self._say("no_order")
        return ""

    def _number_refusal(self, value: object) -> str:
        if value is None:
            return self._say("no_number")
        if isinstance(value, bool) or not isinstance(value, int | float):
            return self._say("not_a_number", given=_short(value))
        if not abs(value) <= GREATEST:
            return self._say("too_great", given=f"{value:.3g}")
        return ""

    def _text_refusal(self, value: object) -> str:
        text = visible(value) if isinstance(value, str) else ""
        if not text:
            return self._say("no_text")
        if len(text) > LONGEST_ANSWER:
            return self._say("long_text", given=len(text), most=LONGEST_ANSWER)
        return ""

    def kept(self, response: Response) -> dict[str, Any]:
        """Return what is kept of a response that is an answer."""
        value = response[self._key]
        if self._key == "text":
            return {"text": visible(value)}
        chosen = self._key == "options"
        return {self._key: list(dict.fromkeys(value)) if chosen else value}

    def is_right(self, response: Response) -> bool | None:
        """Return whether a response is right; None where nothing is."""
        if not self.has_right:
            return None
        value = response[self._key]
        if isinstance(self.step, NumberStep):
            off = abs(float(value) - self.step.right)
            return off <= self.step.within + ROUNDING
        if self.step.kind == "order":
            return list(value) == self.right_ids
        return set(value) == set(self.right_ids)

    def said(self, response: Response) -> str:
        """Return a response in words."""
        value = response[self._key]
        if isinstance(self.step, NumberStep):
            return f"{Locale(self.language).exact(value)} {self.unit}".strip()
        if isinstance(self.step, TextStep):
            return str(value)
        return " · ".join(self.says.get(each, "") for each in value)

    @property
    def right_response(self) -> Response:
        """A response that is right."""
        if isinstance(self.step, NumberStep):
            return {"number": self.step.right}
        return {self._key: self.right_ids}

    def right_answer(self, _response: Response | None = None) -> str:
        """Return what is right, in words; nothing where nothing is."""
        return self.said(self.right_response) if self.has_right else ""

    def replies(self, response: Response) -> list[Replied]:
        """Return what the trainer wrote on an answer, and on the question."""
        own = self._own_replies(response.get("options", ()))
        everybody = Replied("", self.because, bool(self.is_right(response)), None)
        return [*own, *([everybody] if self.because else [])]

    def _own_replies(self, chosen: Sequence[str]) -> list[Replied]:
        if not isinstance(self.step, ChoiceStep):
            return []
        by_id = dict(zip(self.says, self.step.options, strict=True))
        found = [by_id[each] for each in chosen if each in by_id]
        return [Replied(e.say, e.because, e.right, None) for e in found if e.because]

    def reasons(self, response: Response | None) -> list[Replied]:
        """Return the replies to a response, else to what is right."""
        if response is None and not self.has_right:
            return []
        return self.replies(response or self.right_response)

    @property
    def see(self) -> None:
        """Where it can be seen: nowhere, as it is nobody's model."""
        return None


def visible(text: str) -> str:
    r"""Return a text on one line, without the characters that nobody sees.

    Examples
    --------
    >>> visible(" a\u200b\n b ")
    'a b'
    """
    kept = (
        " " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each
        for each in text
        if unicodedata.category(each) not in ("Cf", "Co", "Cs", "Cn")
    )
    return " ".join("".join(kept).split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _short(value: object) -> str:
    text = str(value)
    return f"{text[:LONGEST_SHOWN]}…" if len(text) > LONGEST_SHOWN else text
