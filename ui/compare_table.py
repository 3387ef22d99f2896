"""The table 本年 · 上年 · 增减 · 同比 of one measure, on screen and as a file."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.template import records
from analytics.measures import change_text, figure_text
from analytics.measures.words import number_text
from ui import cached
from ui.downloads import download_table
from ui.filters import Filters
from ui.tables import figure_table
from ui.waiting import state_of
from ui.words import language, t

COLUMNS = ("township", "this", "last", "change", "percent", "said")


def headings(filters: Filters) -> dict[str, str]:
    """The headings in the session's language."""
    return {
        "township": t("乡镇"),
        "this": t("本年（{year}）", year=filters.year),
        "last": t("上年（{year}）", year=filters.base)
        if filters.base == filters.year - 1
        else t("对比年（{year}）", year=filters.base),
        "change": t("增减"),
        "percent": t("同比"),
        "said": t("说明"),
    }


def shown(changes: pd.DataFrame, year: int, base: int) -> pd.DataFrame:
    """The rows of ``measures.changes`` of two years as texts, one column each of ``COLUMNS``."""
    told, sent = cached.told(), cached.waiting_sums()
    rows = []
    for row in records(changes):
        states = [
            state_of(row[f"state_{side}"], (row["township"], of, row["measure"]), sent)
            for side, of in (("this", year), ("last", base))
        ]
        said = t("所报的数待核实，暂不比较") if "waiting" in states else change_text(row, language())
        rows.append(
            (
                row["township"],
                *(
                    figure_text(
                        row[side],
                        row[f"qualifier_{side}"],
                        state,
                        language(),
                        told=(row["township"], of) in told,
                    )
                    for side, of, state in zip(("this", "last"), (year, base), states, strict=True)
                ),
                *_moved(row, said),
                said,
            )
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _moved(row: dict[str, Any], said: str) -> tuple[str, str]:
    """Change and percent as texts. Of figures that are not exact they are bounds or open, as ``said`` puts it."""
    change, percent = float(row["change"]), float(row["percent"])
    if row["word"] == "open":
        return t("不确定"), "—"
    if change != change:
        return "—", "—"
    if row["qualifier_this"] == row["qualifier_last"] == "exact":
        moved = f"{'+' if change > 0 else ''}{number_text(change)}"
        return moved, "—" if percent != percent else f"{percent:+,.1f} %".replace("-", "−").replace("+0.0", "0.0")
    arrow, _, rest = said.partition(" ")
    if arrow not in "▲▼" or not rest:
        return t("不确定"), "—"
    amount, _, behind = rest.partition(" ")
    share = behind.partition(")")[0].removeprefix("(") if behind.startswith("(") else "—"
    return f"{arrow} {amount}", share


def shown_changes(filters: Filters) -> pd.DataFrame:
    """The rows of the chosen measure as ``shown``."""
    return cached.made(
        "changes",
        (*filters.key, language(), cached.waiting_sums()),
        lambda: shown(cached.changes_of_measure(*filters.key), filters.year, filters.base),
    )


def change_table(filters: Filters, key: str) -> tuple[str, int, str] | None:
    """Shows the table of the chosen measure; returns township, year and measure of the clicked figure."""
    texts = shown_changes(filters)
    values = cached.changes_of_measure(*filters.key)[["township", "this", "last", "change", "percent"]]
    picked = figure_table(
        values.reset_index(drop=True).assign(said=texts["said"]),
        texts,
        key=key,
        of=(*filters.key, language(), cached.waiting_sums()),
        headings=headings(filters),
        text_columns=("township", "said"),
        label=t("{name}：本年、上年、增减、同比", name=filters.measure_name),
    )
    if picked is None or picked.column not in ("township", "this", "last", "change", "percent", "said"):
        return None
    year = filters.base if picked.column == "last" else filters.year
    return str(texts.at[picked.row, "township"]), year, filters.measure.id


def download(filters: Filters) -> None:
    """A button that gives the table as it is on screen, as CSV for Excel."""
    table = shown_changes(filters).rename(columns=headings(filters))
    download_table(table, f"{filters.measure_name}_{filters.year}_{filters.base}", "years_download")
