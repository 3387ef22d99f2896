"""The comparison workbook of 25 townships × all indicators × 2 years, over xlsxwriter writing the same cells.

The floor knows every value, formula result and comment before it starts, uses one format and draws nothing; ours
computes sums, bounds and changes first and adds notes, formats, charts, sparklines and print set-up.
"""

from __future__ import annotations

import io
import random
import sys
import warnings
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import xlsxwriter
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from timing import alternating, line

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from analytics.catalogue import Catalogue, Roster, Township, load_catalogue  # noqa: E402
from analytics.charts import ranked_bars  # noqa: E402
from analytics.export import comparison_workbook, pictures, tidy_csv  # noqa: E402

ROUNDS = 7
Cell = tuple[int, int, object, object]
"""Row, column, what the cell holds (a formula keeps its =), and a formula's result."""


def figures(catalogue: Catalogue, names: list[str]) -> pd.DataFrame:
    """An invented county: one figure in twenty missing, one in ten rounded."""
    draw = random.Random(7)
    rows = []
    for name in names:
        for year in (2024, 2025):
            for indicator in catalogue.indicators:
                said = draw.choices(("exact", "at_least", "about"), (90, 5, 5))[0]
                state = "missing" if draw.random() < 0.05 else "reported"
                value = float(draw.randint(0, 99) if indicator.kind == "rate" else draw.randint(0, 5000))
                value = value if state == "reported" else float("nan")
                high = float("inf") if said == "at_least" and state == "reported" else value
                place = (f"{name}{year}.xlsx", "报表", f"C{len(rows) % 60 + 4}", str(value))
                number = len(rows) + 1
                rows.append(
                    (name, year, indicator.id, value, value, high, said, state, indicator.unit, number, 1, *place)
                )
    columns = "township year indicator value low high qualifier state unit figure_id upload_id file sheet cell raw"
    return pd.DataFrame(rows, columns=columns.split())


def cells_of(data: bytes) -> list[list[Cell]]:
    """What every sheet of a workbook holds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        formulas = openpyxl.load_workbook(io.BytesIO(data))
        results = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return [
        [
            (cell.row - 1, cell.column - 1, cell.value, results[sheet.title].cell(cell.row, cell.column).value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in formulas.worksheets
    ]


def write_plainly(sheets: list[list[Cell]]) -> bytes:
    """The same cells, written as plainly as xlsxwriter can."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    style = book.add_format({"border": 1})
    for cells in sheets:
        sheet = book.add_worksheet()
        for row, column, value, result in cells:
            if isinstance(value, str) and value.startswith("="):
                sheet.write_formula(row, column, value, style, result)
            elif isinstance(value, str):
                sheet.write_string(row, column, value, style)
            else:
                sheet.write_number(row, column, value, style)
    book.close()
    return out.getvalue()


def _bars(names: list[str]) -> pd.DataFrame:
    rows = [(name, 100.0 + k * 7, "exact", "reported") for k, name in enumerate(names)]
    return pd.DataFrame(rows, columns=["township", "value", "qualifier", "state"])


def _bare_picture() -> bytes:
    """25 horizontal bars with names, as plainly as matplotlib can, of the same size."""
    figure = Figure(figsize=(7, 6), dpi=200)
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    names = [f"示例{n:02d}镇" for n in range(25)]
    axes.barh(range(25), [100 + k * 7 for k in range(25)])
    axes.set_yticks(range(25), names, fontfamily=pictures.chinese_family())
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def main() -> None:
    """Prints one line for the workbook, one for charts as pictures and one for the CSV."""
    catalogue = load_catalogue()
    names = [f"示例{n:02d}镇" for n in range(25)]
    roster = Roster(tuple(Township(str(n), name) for n, name in enumerate(names)))
    frame = figures(catalogue, names)
    moment = datetime(2026, 1, 20, tzinfo=UTC)

    def ours() -> bytes:
        return comparison_workbook(frame, catalogue, roster, (2025, 2024), county="示例县", made_at=moment)

    sheets = cells_of(ours())
    count = sum(len(cells) for cells in sheets)
    took = alternating(ours, lambda: write_plainly(sheets), ROUNDS)
    what = f"25 townships × {len(catalogue.indicators)} indicators × 2 years, {count:,} cells"
    print(line(f"comparison workbook, {what}, over raw xlsxwriter", *took))
    chart = ranked_bars(_bars(names), name="宣传资料", unit="份", year=2025)
    took = alternating(lambda: [pictures.png(chart) for _ in names], lambda: [_bare_picture() for _ in names], 3)
    print(line("25 charts of 25 bars as PNG at double size, over 25 of bare matplotlib", *took))
    took = alternating(lambda: tidy_csv(frame), lambda: frame.to_csv(index=False), ROUNDS)
    print(line("tidy CSV of the same figures, over DataFrame.to_csv", *took))


if __name__ == "__main__":
    main()
