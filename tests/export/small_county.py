"""A county of five townships in which every case of a comparison occurs once; run as a script it rewrites the golden."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.export import comparison_workbook
from analytics.model import Evidence, Finding
from analytics.text import Text

GOLDEN = Path(__file__).with_name("golden_small_county.json")
MADE = datetime(2026, 1, 20, 9, 30, tzinfo=UTC)
COLUMNS = {
    "township": "str",
    "year": "int64",
    "indicator": "str",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "qualifier": "str",
    "state": "str",
    "unit": "str",
    "figure_id": "int64",
    "upload_id": "int64",
    "file": "str",
    "sheet": "str",
    "cell": "str",
    "raw": "str",
}
SIGNS = {"≥": "at_least", "≈": "about"}

Row = tuple[str, int, str, "float | str | None"]
ROWS: list[Row] = [
    # leaflets: up from ≥, plain up, base 0, this year missing, last year missing
    *(("甲镇", 2025, "leaflets", "≥80000"), ("甲镇", 2024, "leaflets", 60000)),
    *(("乙乡", 2025, "leaflets", 1500), ("乙乡", 2024, "leaflets", 1200)),
    *(("丙镇", 2025, "leaflets", 300), ("丙镇", 2024, "leaflets", 0)),
    *(("丁镇", 2025, "leaflets", None), ("丁镇", 2024, "leaflets", 900)),
    ("戊街道", 2025, "leaflets", 700),
    # people served: open direction, about, base under 10, not applicable, flat at 0
    *(("甲镇", 2025, "people_served", 500), ("甲镇", 2024, "people_served", "≥400")),
    *(("乙乡", 2025, "people_served", "≈1200"), ("乙乡", 2024, "people_served", 1000)),
    *(("丙镇", 2025, "people_served", 12), ("丙镇", 2024, "people_served", 8)),
    *(("丁镇", 2025, "people_served", "n/a"), ("丁镇", 2024, "people_served", 30)),
    *(("戊街道", 2025, "people_served", 0), ("戊街道", 2024, "people_served", 0)),
    # publicity sessions: the sums of 乙乡 do not hold the same parts; 甲镇 within chance; 丙镇 beyond it
    *(("甲镇", 2025, "publicity_events", 14), ("甲镇", 2024, "publicity_events", 12)),
    *(("甲镇", 2025, "school_events", 6), ("甲镇", 2024, "school_events", 4)),
    *(("乙乡", 2025, "publicity_events", 20), ("乙乡", 2024, "publicity_events", 18)),
    *(("乙乡", 2025, "school_events", None), ("乙乡", 2024, "school_events", 9)),
    *(("丙镇", 2025, "publicity_events", 60), ("丙镇", 2024, "publicity_events", 20)),
    *(("丙镇", 2025, "school_events", 10), ("丙镇", 2024, "school_events", 10)),
    # a rate, something not to be added, an earlier year
    *(("甲镇", 2025, "law_exam_pass_rate", 98.6), ("甲镇", 2024, "law_exam_pass_rate", 97.2)),
    *(("甲镇", 2025, "legal_advisers", 3), ("甲镇", 2024, "legal_advisers", 2)),
    *(("甲镇", 2023, "leaflets", 50000), ("乙乡", 2022, "leaflets", 1100)),
]
TOWNSHIPS = ("甲镇", "乙乡", "丙镇", "丁镇", "戊街道")


def frame(rows: Iterable[Row]) -> pd.DataFrame:
    """A figures frame; a value is a number, "≥80000", "≈1200", "n/a" or None (not reported)."""
    made = []
    for number, (township, year, indicator, value) in enumerate(rows, start=1):
        said = SIGNS.get(value[0], "exact") if isinstance(value, str) and value != "n/a" else "exact"
        state = "missing" if value is None else "not_applicable" if value == "n/a" else "reported"
        amount = float(str(value).lstrip("≥≈")) if state == "reported" else float("nan")
        high = float("inf") if said == "at_least" else amount
        unit = load_catalogue().by_id[indicator].unit
        place = (f"{township}{year}.xlsx", "报表", f"B{number}", "" if value is None else str(value))
        made.append((township, year, indicator, amount, amount, high, said, state, unit, number, 1, *place))
    return pd.DataFrame(made, columns=list(COLUMNS)).astype(COLUMNS)


def roster(names: Iterable[str] = TOWNSHIPS) -> Roster:
    """A roster of these names."""
    return Roster(tuple(Township(str(n), name) for n, name in enumerate(names)))


def finding(kind: str, township: str, **changed: Any) -> Finding:
    """A finding with one piece of evidence."""
    evidence = Evidence(township, 2025, "leaflets", 300.0, "exact", f"{township}2025.xlsx", "报表", "B5")
    values: dict[str, Any] = {
        "kind": kind,
        "rule": "jump",
        "township": township,
        "year": 2025,
        "indicators": ("leaflets",),
        "severity": "medium",
        "strength": 1,
        "n": 5,
        "evidence": (evidence,),
        "sentence": Text(f"{township}发放资料偏少。", f"{township}: few leaflets."),
        "suggestion": Text("增加发放。", "Hand out more."),
        "theme": "publicity_reach" if kind == "gap" else None,
    }
    return Finding(**values | changed)


def workbook(rows: Iterable[Row] = tuple(ROWS), **changed: Any) -> bytes:
    """The small county's workbook; any argument of ``comparison_workbook`` can be replaced."""
    arguments: dict[str, Any] = {
        "figures": frame(rows),
        "catalogue": load_catalogue(),
        "roster": roster(),
        "years": (2025, 2024),
        "county": "示例县",
        "made_at": MADE,
        "data_version": 7,
    }
    return comparison_workbook(**arguments | changed)


def opened(data: bytes, *, results: bool = True) -> openpyxl.Workbook:
    """Read back: with the results of formulas, or with the formulas themselves."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl says that it drops sparklines
        return openpyxl.load_workbook(io.BytesIO(data), data_only=results)


def shown(book: openpyxl.Workbook) -> dict[str, list[list[Any]]]:
    """Every sheet's values, row by row, without empty ends."""
    out: dict[str, list[list[Any]]] = {}
    for sheet in book.worksheets:
        rows = []
        for row in sheet.iter_rows(values_only=True):
            values = list(row)
            while values and values[-1] is None:
                values.pop()
            rows.append(values)
        out[sheet.title] = rows
    return out


def row_of(sheet: Any, name: str) -> int:
    """The row whose first cell says ``name``."""
    return next(cell.row for cell in sheet["A"] if cell.value == name)


def four_cells(sheet: Any, heading: str, name: str) -> list[Any]:
    """The four cells under ``heading`` (up to its unit) in the row ``name``."""
    column = next(cell.column for cell in sheet[3] if str(cell.value or "").split("（")[0] == heading)
    return [sheet.cell(row_of(sheet, name), column + offset) for offset in range(4)]


if __name__ == "__main__":
    text = json.dumps(shown(opened(workbook())), ensure_ascii=False, indent=1)
    GOLDEN.write_text(text + "\n", encoding="utf-8")
