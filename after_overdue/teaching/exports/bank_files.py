"""The files of the question bank: each format, its ending and its media type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from after_overdue.catalog.quizzes import quizzes
from after_overdue.teaching.exports.bank import BankQuestion, bank
from after_overdue.teaching.exports.gift import gift
from after_overdue.teaching.exports.moodle_xml import moodle_xml
from after_overdue.teaching.exports.printed_bank import printed_bank
from after_overdue.teaching.exports.qti import QTI_3, QTI_21
from after_overdue.teaching.exports.qti_12 import qti_12_package
from after_overdue.teaching.exports.qti_package import qti_package


@dataclass(frozen=True)
class BankFile:
    """One format of the bank."""

    ending: str
    media_type: str
    write: Callable[[Sequence[BankQuestion], date], bytes]


BANK_FILES: Mapping[str, BankFile] = MappingProxyType(
    {
        "moodle": BankFile(
            "xml", "application/xml", lambda value, _: moodle_xml(value)
        ),
        "gift": BankFile("gift", "text/plain", lambda value, _: gift(value)),
        "qti12": BankFile(
            "zip", "application/zip", lambda value, _: qti_12_package(value)
        ),
        "qti21": BankFile(
            "zip", "application/zip", lambda value, _: qti_package(value, QTI_21)
        ),
        "qti3": BankFile(
            "zip", "application/zip", lambda value, _: qti_package(value, QTI_3)
        ),
        "paper": BankFile("html", "text/html", printed_bank),
    }
)
"""By the name that their address begins with."""


def bank_file(kind: str, language: str, *, topic: str, base: str, today: date) -> bytes:
    """Return the bank in one language as one file.

    Parameters
    ----------
    kind : key of `BANK_FILES`
    topic : whose questions; all where it is empty
    base : the address of the site, without a slash at its end
    today : the day whose numbers are told
    """
    items = [item for item in quizzes(language).values() if topic in ("", item.topic)]
    return BANK_FILES[kind].write(bank(items, base=base, today=today), today)
