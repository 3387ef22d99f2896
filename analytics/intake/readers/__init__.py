"""One reader a format; each hands on a Workbook of Sheet grids."""

from __future__ import annotations

from analytics.intake.gate import Admitted, inspect
from analytics.intake.gate.refusals import Refused, refusal
from analytics.intake.grid import Workbook
from analytics.intake.readers.calamine import read_with_calamine
from analytics.intake.readers.delimited import read_delimited
from analytics.intake.readers.encrypted import decrypted
from analytics.intake.readers.html import read_html
from analytics.intake.readers.ods import read_ods
from analytics.intake.readers.spreadsheetml import read_spreadsheetml
from analytics.intake.readers.xls import is_encrypted_fault, read_xls
from analytics.intake.readers.xlsx import read_xlsx
from analytics.model import Problem

__all__ = ["read_workbook"]

READERS = {
    "xlsx": read_xlsx,
    "xls": read_xls,
    "ods": read_ods,
    "html": read_html,
    "xml2003": read_spreadsheetml,
    "text": read_delimited,
}
"""The reader for each format the gate admits; .xlsb has calamine alone."""

SECOND_TRY = {"xlsx", "xls", "xlsb", "ods"}
"""Formats calamine reads too: it forgives damage that the first reader does not."""


def read_workbook(data: bytes, name: str) -> Workbook | Problem:
    """The workbook in ``data``, whatever its name says; a Problem in one sentence where there is none to be had.

    Never raises for what a sender can cause, but can hang, eat memory or be aborted on what passes the gate: give a
    stranger's file to it through ``worker.in_worker``. The workbook's notes are codes: ``values_only`` (no formats,
    hidden parts, formulas and errors were to be seen), ``doubtful_characters``, ``unpaired_quotes``.
    """
    return _read(data, name, first=True)


def _read(data: bytes, name: str, *, first: bool) -> Workbook | Problem:
    admitted = inspect(data, name)
    if isinstance(admitted, Problem):
        return admitted
    if admitted.format == "docx":
        return refusal("prose", name)
    if admitted.format == "encrypted":
        return _behind_default_password(data, name, first)
    try:
        book = _with_second_try(admitted, data)
    except Refused as refused:
        if refused.code == "encrypted":
            return _behind_default_password(data, name, first)
        return refusal(refused.code, name)
    except MemoryError:
        return refusal("too_heavy", name, as_code="refused")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # what a parser raises on damage; calamine's panics are BaseExceptions
        return refusal("damaged", name)
    if book is None:
        return refusal("not_a_table", name)
    return book if any(sheet.cells for sheet in book.sheets) else refusal("no_table", name)


def _behind_default_password(data: bytes, name: str, first: bool) -> Workbook | Problem:
    """Reads an Office file that opens with Excel's default password, as Excel does without asking."""
    opened = decrypted(data) if first else None
    return refusal("encrypted", name) if opened is None else _read(opened, name, first=False)


def _with_second_try(admitted: Admitted, data: bytes) -> Workbook | None:
    """The workbook by the format's own reader, or by calamine where that fails or finds no sheet."""
    reader = READERS.get(admitted.format)
    if reader is not None:
        try:
            book = reader(data)
        except (Refused, MemoryError):
            raise
        except Exception as fault:
            if is_encrypted_fault(fault):
                raise Refused("encrypted") from fault
            if admitted.format not in SECOND_TRY:
                raise
        else:
            if admitted.format not in SECOND_TRY or (book is not None and book.sheets):
                return book
    return read_with_calamine(data, admitted.format)
