"""The figures in the county's newest order: what townships reported before they merged, split or were renamed.

Applied once, where the tidy frame is built, so that every screen, export and check sees the same. Nothing stored
changes: without the entry the figures stand as they were reported.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from analytics.catalogue import CountyChange, Indicator, in_order, load_catalogue
from analytics.catalogue.rates import BASIS, rebuilt_rate
from analytics.text import translate

Row = dict[str, Any]
Place = tuple[str, int, str]
BETWEEN = "；"
"""Between the files, sheets and cells of several parts."""
SIGN = {"exact": "", "at_least": "≥", "about": "≈"}


def joined(frame: pd.DataFrame, changes: Sequence[CountyChange]) -> pd.DataFrame:
    """``frame`` (see ``analytics.store.frame``) with ``changes`` applied, oldest first; columns and types stay.

    Merged: years before the change are the parts added up; a part that is missing makes the sum a lower bound (≥), a
    rate is rebuilt from its parts, and what cannot be added (a rate without its parts, legal advisers) is not
    applicable, with the parts' figures in ``raw``. In the year of the change the new township's own figure counts
    where there is one. Renamed: the new name. Split: years before stay with the old township and do not apply to the
    new ones, years from then on do not apply to the old one. ``part_ids``: the ids of the figures added up, with
    commas; empty for a figure that stands as reported. ``since``: the latest year, up to the row's own, from which the
    indicator, or the township, is another; 0 where it never was.
    """
    ordered = in_order(changes)
    for change in ordered:
        if change.kind in ("merge", "rename"):
            frame = _moved(frame, change)
        elif change.kind == "split":
            frame = _split(frame, change)
    since = frame["since"].to_numpy(np.int64).copy()
    for change in ordered:
        if change.kind == "definition":
            concerned = frame["indicator"].eq(change.indicator)
        elif change.kind == "split":
            concerned = frame["township"].isin(set(change.before) & set(change.after))
        else:
            continue
        later = (concerned & frame["year"].ge(change.year)).to_numpy(np.bool_)
        since[later] = np.maximum(since[later], change.year)
    return frame.assign(since=since)


def _moved(frame: pd.DataFrame, change: CountyChange) -> pd.DataFrame:
    [new] = change.after
    concerned = (frame["township"].isin({*change.before, new}) & frame["year"].le(change.year)).to_numpy(np.bool_)
    rows = _records(frame[concerned])
    by_place: dict[tuple[int, str], dict[str, Row]] = {}
    for row in rows:
        by_place.setdefault((row["year"], row["indicator"]), {})[row["township"]] = row
    values = {(r["township"], r["year"], r["indicator"]): _number(r) for r in rows}
    made = []
    for (year, indicator), held in by_place.items():
        own = held.get(new) if new not in change.before or (year == change.year and len(held) == 1) else None
        if own is not None and (own["state"] != "missing" or len(held) == 1):
            made.append(own)
            continue
        parts = [held.get(name) for name in change.before]
        if any(parts):
            made.append(_sum(new, year, indicator, change, parts, values))
    return _with(frame[~concerned], made, frame)


def _sum(
    new: str,
    year: int,
    indicator: str,
    change: CountyChange,
    parts: Sequence[Row | None],
    values: dict[Place, float],
) -> Row:
    held = [p for p in parts if p is not None]
    if len(parts) == 1:
        return {**held[0], "township": new}
    known = load_catalogue().by_id.get(indicator)
    reported = [p for p in held if p["state"] == "reported"]
    lacking = len(parts) - sum(p["state"] != "missing" for p in held)
    first = max(reported, key=lambda p: p["value"]) if reported else held[0]
    said = "＋".join(_part(name, p) for name, p in zip(change.before, parts, strict=True))
    row = {
        **first,
        "township": new,
        "value": math.nan,
        "low": math.nan,
        "high": math.nan,
        "qualifier": "exact",
        "raw": said,
        "part_ids": ",".join(p["part_ids"] or str(p["figure_id"]) for p in held),
        **{column: _places(held, column) for column in ("file", "sheet", "cell")},
    }
    if not reported:
        return {**row, "state": "missing" if lacking else "not_applicable"}
    if known is not None and (known.kind == "rate" or not known.summable):
        value = _rate(known, year, change.before, values) if not lacking else None
        if value is None:
            return {**row, "state": "not_applicable", "raw": said + translate("：不能相加")}
        qualifier = "exact" if all(p["qualifier"] == "exact" for p in reported) else "about"
        return {**row, "state": "reported", "value": value, "low": value, "high": value, "qualifier": qualifier}
    qualifiers = {p["qualifier"] for p in reported}
    qualifier = "about" if "about" in qualifiers else "at_least" if "at_least" in qualifiers or lacking else "exact"
    return {
        **row,
        "state": "reported",
        "value": sum(p["value"] for p in reported),
        "low": sum(p["low"] for p in reported),
        "high": math.inf if lacking else sum(p["high"] for p in reported),
        "qualifier": qualifier,
    }


def _rate(known: Indicator, year: int, names: Sequence[str], values: dict[Place, float]) -> float | None:
    basis = BASIS.get(known.id)
    if basis is None:
        return None
    return rebuilt_rate(
        known.id,
        [(values.get((n, year, known.id), math.nan), values.get((n, year, basis[1]), math.nan)) for n in names],
    )


def _split(frame: pd.DataFrame, change: CountyChange) -> pd.DataFrame:
    [old] = change.before
    goes_on = old in change.after
    fresh = [name for name in change.after if name != old]
    names = {*change.before, *change.after}
    rows = _records(frame[frame["township"].isin(names)])
    held = {(r["township"], r["year"], r["indicator"]) for r in rows}
    made: list[Row] = []

    def not_of(name: str, row: Row, said: str) -> None:
        place = (name, row["year"], row["indicator"])
        if place not in held:
            held.add(place)
            nothing = {"value": math.nan, "low": math.nan, "high": math.nan, "qualifier": "exact"}
            made.append({**row, **nothing, "township": name, "state": "not_applicable", "raw": said})

    for row in rows:
        if row["township"] == old and row["year"] < change.year:
            for name in fresh:
                not_of(name, row, translate("{day} 才由{old}分设", day=change.on.isoformat(), old=old))
        elif row["township"] in fresh and row["year"] >= change.year and not goes_on:
            not_of(old, row, translate("{day} 已分设为{new}", day=change.on.isoformat(), new="、".join(change.after)))
    return _with(frame, made, frame)


def _records(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _number(row: Row) -> float:
    """The value where it is exact enough to be calculated with; a bound is not."""
    return float(row["value"]) if row["state"] == "reported" and row["qualifier"] != "at_least" else math.nan


def _part(name: str, row: Row | None) -> str:
    if row is None or row["state"] == "missing":
        return name + translate("未报")
    if row["state"] == "not_applicable":
        return name + translate("不适用")
    return f"{name}{SIGN[row['qualifier']]}{row['value']:,.10g}"


def _places(rows: Sequence[Row], column: str) -> str:
    return BETWEEN.join("" if row[column] is None or row[column] != row[column] else str(row[column]) for row in rows)


def _with(rest: pd.DataFrame, made: Sequence[Row], like: pd.DataFrame) -> pd.DataFrame:
    if not made:
        return rest.reset_index(drop=True)
    more = pd.DataFrame(list(made), columns=list(like.columns)).astype(like.dtypes.to_dict())
    return pd.concat([rest, more], ignore_index=True) if len(rest) else more
