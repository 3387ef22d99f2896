"""Frames as CSV that Excel and WPS open rightly: Chinese intact, numbers as numbers, texts never formulas."""

from __future__ import annotations

import csv
import io
import math
from numbers import Integral, Real

import pandas as pd

from analytics.export.safety import could_be_formula


def tidy_csv(frame: pd.DataFrame) -> bytes:
    """``frame`` as CSV: UTF-8 with BOM, CRLF, one heading row, no index.

    Texts that a spreadsheet program could take for a formula get a ``'`` in front (headings too); numbers stay
    numbers, so that −5 is -5 and 1200.0 is 1200. Missing values and an open upper bound (inf) are empty fields.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_field(str(name)) for name in frame.columns])
    columns = [[_field(value) for value in frame[name].tolist()] for name in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


def _field(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}" if could_be_formula(value) else value
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
