"""The figures as one tidy frame, which everything that measures, checks, draws or exports starts from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import sqlalchemy as sa

from analytics.model import Qualifier
from analytics.store import schema
from analytics.store.rows import ExplanationRow

_F = schema.figures.c
TEXTS = ("township", "indicator", "qualifier", "state", "unit", "cell", "raw")
PIECE = 20_000
"""Rows fetched at once."""


def figures_frame(
    connection: sa.Connection, years: Iterable[int] | None = None, townships: Iterable[str] | None = None
) -> pd.DataFrame:
    """One row per current figure: township, year, indicator, value, low, high, qualifier, state, unit, figure_id,
    upload_id, file, sheet, cell, raw, origin, part_ids, since.

    ``value`` is NaN unless reported. ``low`` and ``high`` equal it for exact and about; at_least has no upper end
    (inf). ``sheet`` is None for prose; ``origin`` is narrative for a report that stands in for a return. ``part_ids`` and ``since`` are filled in by ``analytics.store.joining``. Rows stand in the order in which figures were accepted; RangeIndex.
    """
    query = sa.select(*(_F[name] for name in TEXTS), _F.sheet, _F.year, _F.value, _F.id, _F.upload_id).where(
        _F.current.is_(sa.true())
    )
    if years is not None:
        query = query.where(_F.year.in_(sorted(set(years))))
    if townships is not None:
        query = query.where(_F.township.in_(sorted(set(townships))))
    columns = _columns(connection, query.order_by(_F.id))
    texts = {name: pd.Series(column, dtype="str") for name, column in zip(TEXTS, columns, strict=False)}
    sheet, year, value, figure_id, upload_id = columns[len(TEXTS) :]
    values = value.astype("float64")
    at_least = (texts["qualifier"] == Qualifier.AT_LEAST.value).to_numpy(dtype=bool)
    uploads = upload_id.astype("int64")
    return pd.DataFrame(
        {
            "township": texts["township"],
            "year": year.astype("int64"),
            "indicator": texts["indicator"],
            "value": values,
            "low": values,
            "high": np.where(at_least & ~np.isnan(values), np.inf, values),
            "qualifier": texts["qualifier"],
            "state": texts["state"],
            "unit": texts["unit"],
            "figure_id": figure_id.astype("int64"),
            "upload_id": uploads,
            "file": _of_uploads(connection, schema.uploads.c.file_name, uploads),
            "sheet": pd.Series(sheet, dtype="object"),
            "cell": texts["cell"],
            "raw": texts["raw"],
            "origin": _of_uploads(connection, schema.uploads.c.kind, uploads),
            "part_ids": pd.Series("", index=range(len(values)), dtype="str"),
            "since": np.zeros(len(values), dtype=np.int64),
        }
    )


def _columns(connection: sa.Connection, query: sa.Select[Any]) -> list[np.ndarray[Any, np.dtype[np.object_]]]:
    """The result turned on its side, in pieces: half a million rows at once cost twice the time and the memory."""
    pieces = [
        [np.array(column, dtype=object) for column in zip(*rows, strict=True)]
        for rows in connection.execute(query, execution_options={"yield_per": PIECE}).partitions()
    ]
    if not pieces:
        return [np.array([], dtype=object) for _ in query.selected_columns]
    return [np.concatenate(column) for column in zip(*pieces, strict=True)]


def _of_uploads(
    connection: sa.Connection, column: sa.Column[str], upload_ids: np.ndarray[Any, np.dtype[np.int64]]
) -> pd.Series[str]:
    """What is known of each figure's upload; joined here, so that it is read once an upload and not once a figure."""
    known: dict[int, str] = dict(connection.execute(sa.select(schema.uploads.c.id, column)).all())
    distinct, places = np.unique(upload_ids, return_inverse=True)
    return pd.Series([known[int(upload)] for upload in distinct], dtype="str").take(places).reset_index(drop=True)


def explanations_frame(rows: Iterable[ExplanationRow]) -> pd.DataFrame:
    """One row per explanation: township, year, indicator, text, who, when (UTC), in the order given; RangeIndex.

    An answer to a question about the words of a report has its rule in the place of the indicator.
    """
    listed = list(rows)
    return pd.DataFrame(
        {
            "township": pd.Series([row.township for row in listed], dtype="str"),
            "year": pd.Series([row.year for row in listed], dtype="int64"),
            "indicator": pd.Series([row.indicator or row.code for row in listed], dtype="str"),
            "text": pd.Series([row.text for row in listed], dtype="str"),
            "who": pd.Series([row.who for row in listed], dtype="str"),
            "when": pd.Series([row.at for row in listed], dtype="datetime64[s, UTC]"),
        }
    )
