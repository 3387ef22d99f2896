"""Townships × headline measures as a table of figures."""

from __future__ import annotations

import pandas as pd

from analytics.measures import figure_text
from ui import cached
from ui.downloads import download_table
from ui.filters import Filters, measure_name
from ui.tables import figure_table
from ui.waiting import state_of
from ui.words import language, t


def band_table(filters: Filters, key: str) -> tuple[str, int, str] | None:
    """Shows the headline figures of a year; returns township, year and measure of the clicked one."""
    measures = [h.id for h in cached.catalogue().headlines]
    of = (filters.year, filters.townships, language(), cached.waiting_sums())
    values, texts = cached.made("bands", of, lambda: _frames(filters))
    headings = {"township": t("乡镇"), **{h.id: measure_name(h) for h in cached.catalogue().headlines}}
    name = t("{year}年各乡镇主要指标", year=filters.year)
    picked = figure_table(
        values,
        texts,
        key=key,
        of=of,
        headings=headings,
        text_columns=("township",),
        label=name,
    )
    download_table(texts.rename(columns=headings), name, f"{key}_download")
    if picked is None:
        return None
    measure = picked.column if picked.column in measures else filters.measure.id
    return str(texts.at[picked.row, "township"]), filters.year, measure


def _frames(filters: Filters) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Townships × measures as values and as texts, in the order of the roster."""
    table = cached.bands(filters.year, filters.townships)
    measures = [h.id for h in cached.catalogue().headlines]
    order = list(dict.fromkeys(table["township"]))
    told, sent = cached.told(), cached.waiting_sums()
    said = [
        figure_text(
            r["value"],
            r["qualifier"],
            state_of(r["state"], (r["township"], filters.year, r["measure"]), sent),
            language(),
            told=(r["township"], filters.year) in told,
        )
        for r in table.to_dict("records")
    ]
    values, texts = (
        frame.pivot(index="township", columns="measure", values=column)
        .reindex(index=order, columns=measures)
        .reset_index()
        for frame, column in ((table, "value"), (table.assign(said=said), "said"))
    )
    return values, texts
