"""The results of a class as files: a workbook, and a table of every answer.

A spreadsheet runs a cell that begins like a formula: in the table such a cell gets an
apostrophe, in the workbook it is text.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from typing import Any

import xlsxwriter

from after_overdue.teaching.result_tables import Cell, ResultTables, Table
from after_overdue.teaching.store import Store

STARTS_A_FORMULA = "=+-@\t\r\n\0|%＝＋－＠"
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""What a learner typed stays text, whatever it begins with."""
WIDTH, WIDE = 16, 48
"""Letters that a column shows."""
WORDS = ("question", "right_answer", "answer")
"""Columns that hold sentences."""
MOMENTS, SHARES = "yyyy-mm-dd hh:mm:ss", "0%"
FORMATS = {
    **dict.fromkeys(("joined", "at"), MOMENTS),
    **dict.fromkeys(("score", "closer_share"), SHARES),
}
"""How what is neither text nor a plain number is written."""


def results_csv(store: Store, host_secret: str, *, now: datetime) -> str:
    """Return every answer as CSV, in the language and the time of the class.

    Its first line names the columns.
    """
    table = ResultTables.of(store, host_secret, now=now).answers()
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(table.heads)
    for each in table.rows:
        rows.writerow([safe_cell(_text(cell)) for cell in each])
    return text.getvalue()


def safe_cell(cell: str) -> str:
    """Return a cell that no spreadsheet runs.

    Examples
    --------
    >>> safe_cell("=1+1"), safe_cell("-5"), safe_cell("小王")
    ("'=1+1", '-5', '小王')
    """
    starts = cell[:1] != "" and cell[0] in STARTS_A_FORMULA
    return f"'{cell}" if starts and not NUMBER.fullmatch(cell) else cell


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return "" if cell is None else str(cell)


def results_xlsx(store: Store, host_secret: str, *, now: datetime) -> bytes:
    """Return the results as a workbook, in the language and the time of the class."""
    tables = ResultTables.of(store, host_secret, now=now)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, PLAIN) as book:
        for table in (tables.people(), tables.questions(), tables.answers()):
            _sheet(book, table)
        if tables.learned().rows:
            _sheet(book, tables.learned())
    return file.getvalue()


def _sheet(book: Any, table: Table) -> None:  # noqa: ANN401  # ships no types
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
    for column, (key, words) in enumerate(zip(table.keys, table.heads, strict=True)):
        sheet.set_column(column, column, *_looks(book, key))
        sheet.write_string(0, column, words, head)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell)


def _looks(book: Any, key: str) -> tuple[int, Any]:  # noqa: ANN401  # ships no types
    """Return how wide a column is, and how what stands in it is written."""
    looks = {"valign": "top"}
    if key in WORDS:
        return WIDE, book.add_format({**looks, "text_wrap": True})
    written = FORMATS.get(key, "General")
    return WIDTH, book.add_format({**looks, "num_format": written})


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:  # noqa: ANN401
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, column, cell)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell)
    elif cell is not None:
        sheet.write_number(row, column, cell)
