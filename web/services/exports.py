"""Tables as files for spreadsheets: CSV and XLSX, each headed LATIHAN.

A cell that a spreadsheet would run as a formula is made harmless: names and notes are
written by people.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import xlsxwriter

Cell: TypeAlias = "str | int | float | None"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMN_WIDTH = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table to be written."""

    title: str
    """One line, beginning with LATIHAN."""
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def harmless(cell: Cell) -> Cell:
    """The cell, with an apostrophe before what would be run as a formula."""
    if isinstance(cell, str) and cell.lstrip(" \n").startswith(STARTS_A_FORMULA):
        return "'" + cell
    return cell


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with the mark by which Excel knows it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([sheet.title])
    for row in [sheet.header, *sheet.rows]:
        writer.writerow(["" if cell is None else harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet) -> bytes:
    """A workbook with one sheet, LATIHAN at its top and on every printed page."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    bold = book.add_format({"bold": True})
    page = book.add_worksheet("LATIHAN")
    page.set_header("&C&BLATIHAN")
    page.set_landscape()
    page.set_column(0, len(sheet.header) - 1, COLUMN_WIDTH)
    page.write_string(0, 0, sheet.title, bold)
    page.write_row(1, 0, sheet.header, bold)
    page.freeze_panes(2, 0)
    for number, row in enumerate(sheet.rows, start=2):
        page.write_row(number, 0, [harmless(cell) for cell in row])
    book.close()
    return file.getvalue()
