"""When a township's first return of a year came in, against the day it was due."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

import pandas as pd

LONG_AFTER = timedelta(days=30)
"""So long after the deadline that many first returns on one day are a taking-over of old files, not lateness."""

TOGETHER = 3
"""Fewest townships on one day that are taken for a taking-over of old files."""


def due_date(year: int, month_day: str) -> date:
    """The deadline for a year's returns: ``month_day`` ("01-31") of the year after.

    A day that the month does not have (30 February) is its last one. Raises ValueError for what is no month and day.
    """
    month, day = (int(part) for part in month_day.split("-"))
    first = date(year + 1, month, 1)
    if day < 1:
        raise ValueError(month_day)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(last, first + timedelta(days=day - 1))


def timeliness(
    arrivals: pd.DataFrame,
    townships: Sequence[str],
    year: int,
    due: date,
    to_check: Collection[tuple[str, int]] = (),
) -> pd.DataFrame:
    """One row per township, in the order given: township, first (date of its first return of the year, None without
    one), days (after the deadline, negative before; NA without), word.

    ``arrivals``: township, year, received (a date), one row per accepted file and township in it. word: in_time ·
    late · not_yet (nothing came) · to_check (nothing is accepted, but a file is here: township and year are
    in ``to_check``) · imported (came on a day long after the deadline on which at least half of the
    townships' first returns, and no fewer than three, came at once: the day tells when old files were taken over,
    not when the township sent them).
    """
    rows = arrivals[(arrivals["year"] == year) & arrivals["township"].isin(list(townships))]
    first: dict[str, date] = {str(t): min(days) for t, days in rows.groupby("township", sort=False)["received"]}
    per_day = pd.Series(list(first.values()), dtype="object").value_counts()
    many = max(TOGETHER, len(first) / 2)
    taken_over = {day for day, n in per_day.items() if n >= many and isinstance(day, date) and day - due > LONG_AFTER}

    def word(township: str, day: date | None) -> str:
        if day is None:
            return "to_check" if (township, year) in to_check else "not_yet"
        if day in taken_over:
            return "imported"
        return "in_time" if day <= due else "late"

    days = [first.get(t) for t in townships]
    return pd.DataFrame(
        {
            "township": pd.Series(list(townships), dtype="str"),
            "first": pd.Series(days, dtype="object"),
            "days": pd.array([None if d is None else (d - due).days for d in days], dtype="Int64"),
            "word": pd.Series([word(t, d) for t, d in zip(townships, days, strict=True)], dtype="str"),
        }
    )
