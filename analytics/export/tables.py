"""Frames as CSV that Excel and WPS open rightly: Chinese intact, numbers as numbers, texts never formulas."""

from __future__ import annotations

import csv
import io
import math
import re
from numbers import Integral, Real

import pandas as pd

from analytics.export.safety import could_be_formula

_SIGNED = re.compile(r"[+\-−]\d[\d,]*(\.\d+)?( ?%)?")
"""A change as screens show it, +2.6 %: a number to a spreadsheet program, and nothing else."""


def tidy_csv(frame: pd.DataFrame, *, shown: bool = False) -> bytes:
    """``frame`` as CSV: UTF-8 with BOM, CRLF, one heading row, no index.

    Texts that a spreadsheet program could take for a formula get a ``'`` in front (headings too); numbers stay
    numbers, so that −5 is -5 and 1200.0 is 1200. Missing values and an open upper bound (inf) are empty fields.
    ``shown``: the texts are those of a screen, where a change like +2.6 % is a number and needs no guard.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_field(str(name)) for name in frame.columns])
    columns = [[_field(value, shown) for value in frame[name].tolist()] for name in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


def _field(value: object, shown: bool = False) -> str:
    if isinstance(value, str):
        return f"'{value}" if could_be_formula(value) and not (shown and _SIGNED.fullmatch(value)) else value
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Real):
        number = float(value)
        if not math.isfinite(number):
            return ""
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    text = value.isoformat(sep=" ") if isinstance(value, pd.Timestamp) else str(value)
    return f"'{text}" if could_be_formula(text) else text
