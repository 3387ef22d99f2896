"""Short notation for held-out sheets: a value with its meaning, a row of a ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from corpus_cells import MISSING_WORDS, Cell, fig, gone

ZERO_WORDS = ("无", "未开展", "零", "没有")
BLANK_WORDS = (*MISSING_WORDS, "-", "－", "--", "")


def v(name: str, typed: Any = None, value: float | None = None, q: str = "", **more: Any) -> Cell:
    """A figure; blank and stroke are missing, 无 and 未开展 are zero; ``name?`` says the wording is a new one."""
    if name.endswith("?"):
        name = name[:-1]
        more.setdefault("known", False)
    if value is None and "cached" not in more and (typed is None or typed in BLANK_WORDS):
        return gone(name, typed, **more)
    if value is None and typed in ZERO_WORDS:
        value = 0
    return fig(name, typed, value, q, **more)


def cells(names: str, *values: Any, **more: Any) -> list[Any]:
    """One row of figures: ``-`` a cell that is none, ``name*n`` a heading's factor, a tuple = typed, value, qualifier."""
    split = names.split()
    assert len(split) == len(values), (names, values)
    out: list[Any] = []
    for name, value in zip(split, values, strict=True):
        if name == "-" or (isinstance(value, str) and value in ("<", "^")):
            out.append(value)
            continue
        name, _, factor = name.partition("*")
        known = not name.endswith("?")
        name = name.rstrip("?")
        if isinstance(value, Cell):
            out.append(replace(value, indicator=value.indicator or name, known=value.known and known, **more))
        elif isinstance(value, tuple):
            out.append(v(name, *value, known=known, **more))
        elif factor and isinstance(value, int | float):
            out.append(v(name, value, round(value * float(factor), 4), known=known, **more))
        else:
            out.append(v(name, value, known=known, **more))
    return out


def numbered(*items: Any, unit: bool = True, note: bool = False, first: int = 1) -> list[list[Any]]:
    """Rows 序号, 指标, (单位), 数量, (备注) of (指标, 单位, figure[, 备注]); a bare string is a group row."""
    rows: list[list[Any]] = []
    number = first
    for item in items:
        if isinstance(item, str):
            rows.append([item] + ["<"] * (2 + unit + note))
            continue
        label, measure, value, *rest = item
        row = [number, label] + ([measure] if unit else []) + [value]
        if note:
            row.append(rest[0] if rest else None)
        rows.append(row)
        number += 1
    return rows
