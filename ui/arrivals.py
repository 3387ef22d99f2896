"""When the returns of every township and year came in."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd

from analytics.measures.timeliness import timeliness
from analytics.store import UploadStatus
from analytics.submission.arriving import spoken_of
from ui import cached
from ui.filters import Filters
from ui.standing import deadline

TAKEN_IN: tuple[UploadStatus, ...] = ("accepted", "superseded")
"""Uploads that were accepted and not taken back; also those whose figures newer ones have replaced since."""


def arrivals() -> pd.DataFrame:
    """One row per accepted file, township and year in it: township, year, received (the office's own day)."""
    return cached.made("arrivals", (cached.store().writes(),), _read)


def in_time(filters: Filters) -> pd.DataFrame:
    """``measures.timeliness`` of the chosen townships and year."""
    return timeliness(arrivals(), filters.shown_townships, filters.year, deadline(filters.year), cached.to_check())


def over_years(filters: Filters) -> pd.DataFrame:
    """``measures.timeliness`` of the chosen townships in every year, with year and due (the year's deadline)."""

    def make() -> pd.DataFrame:
        parts = [
            timeliness(arrivals(), filters.shown_townships, year, deadline(year), cached.to_check()).assign(
                year=year, due=deadline(year)
            )
            for year in cached.years()
        ]
        return pd.concat(parts, ignore_index=True)

    return cached.made("timeliness_years", (filters.townships, cached.store().writes()), make)


def _read() -> pd.DataFrame:
    rows = [
        (township, year, _day(upload.received_at))
        for upload in cached.store().uploads(TAKEN_IN)
        for township, year in spoken_of(cached.store(), upload)
    ]
    return pd.DataFrame(rows, columns=["township", "year", "received"])


def _day(moment: datetime) -> date:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone().date()
