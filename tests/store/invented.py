"""Small readings of invented townships, and a way to take them into a store."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from analytics.model import Figure, Problem, Qualifier, Reading, Source, State
from analytics.store import Store

TOWN = "荻砚镇"


def figure(
    value: float | None,
    *,
    township: str = TOWN,
    year: int = 2024,
    indicator: str = "leaflets",
    qualifier: Qualifier = Qualifier.EXACT,
    state: State | None = None,
    raw: str | None = None,
    cell: str = "D4",
    sheet: str | None = "统计表",
) -> Figure:
    """One figure; None is an empty cell unless ``raw`` holds words."""
    found = state or (State.MISSING if value is None else State.REPORTED)
    text = raw if raw is not None else "" if value is None else f"{value:g}"
    return Figure(township, year, indicator, value, qualifier, found, "份", Source(sheet, cell, text))


def reading(data: bytes, figures: Sequence[Figure], problems: Sequence[Problem] = (), name: str = "a.xlsx") -> Reading:
    return Reading(name, hashlib.sha256(data).hexdigest(), "return", tuple(figures), tuple(problems))


def taken_in(store: Store, label: str, *figures: Figure, problems: Sequence[Problem] = ()) -> int:
    """A pending upload whose bytes are its label."""
    data = label.encode()
    return store.add_upload(f"{label}.xlsx", data, "甲", reading(data, figures, problems, f"{label}.xlsx"))


def accepted(store: Store, label: str, *figures: Figure) -> int:
    """An accepted upload with these figures."""
    upload_id = taken_in(store, label, *figures)
    store.accept(upload_id, figures, "乙")
    return upload_id


def value_now(store: Store, township: str = TOWN, year: int = 2024, indicator: str = "leaflets") -> float | str | None:
    """The value that counts: a number, the state where it is not reported, None where there is no figure."""
    frame = store.figures_frame([year], [township])
    row = frame[frame["indicator"] == indicator]
    assert len(row) <= 1
    if row.empty:
        return None
    state = str(row["state"].iloc[0])
    return float(row["value"].iloc[0]) if state == "reported" else state
