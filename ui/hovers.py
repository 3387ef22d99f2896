"""What a mark on a chart says when it is pointed at, beside its own value: bound, last year, median, source."""

from __future__ import annotations

import html
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.template import records
from analytics.measures import figure_text, peers
from ui import cached, footnotes
from ui.words import language, t

LINES = ("bound", "last", "median", "source")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the figures behind a headline figure stand: how many there are, and the first one's place."""

    parts: int
    file: str
    sheet: str
    cell: str


def with_hover(
    rows: pd.DataFrame, *, measure: str | None = None, year: int | None = None, lines: Collection[str] = LINES
) -> pd.DataFrame:
    """``rows`` (township and, unless given here, year and measure) with a column ``hover`` of further lines, and
    ``told`` where a report stands in for the return.

    A source is named where one figure is behind the mark; where several are, how many.
    """
    measures = {measure} if measure else set(rows["measure"])
    table = cached.headlines()
    table = table[table["measure"].isin(measures)]
    of = {(r["township"], int(r["year"]), r["measure"]): r for r in records(table)}
    places = _places(measures)
    told, from_reports = footnotes.by_measure(), cached.told()
    medians = {(int(r["year"]), str(r["measure"])): float(r["median"]) for r in records(peers.medians(table))}
    said, marked = [], []
    for row in records(rows):
        township, of_year, what = row["township"], int(year or row["year"]), str(measure or row["measure"])
        found: list[str] = []
        own = of.get((township, of_year, what))
        if own is not None:
            if own["state"] == "reported" and (township, of_year) in from_reports:
                found.append(t("来自工作报告（没有收到报表）"))
            if own["state"] == "waiting":
                found.append(t("所报的数有疑问，没有采用；见“数据质量”的疑点"))
            if "bound" in lines:
                found.append(_bound(own))
            if "last" in lines:
                before = of.get((township, of_year - 1, what))
                found.append(t("上年：{value}", value=_said(before)))
            if "median" in lines:
                middle = medians.get((of_year, what), float("nan"))
                found.append(t("中位数：{value}", value=figure_text(middle, "exact", "reported", language())))
            if "source" in lines:
                found.append(_place(places.get((township, of_year, what))))
            found += [
                t("说明：{text}", text=html.escape(text[:60])) for text in told.get((township, of_year, what), ())
            ]
        said.append("<br>".join(filter(None, found)))
        marked.append((township, of_year) in from_reports)
    return rows.assign(hover=said, told=marked)


def _said(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return figure_text(None, "exact", "missing", language())
    return figure_text(float(row["value"]), str(row["qualifier"]), str(row["state"]), language())


def _bound(row: Mapping[str, Any]) -> str:
    low, parts = float(row["low"]), int(row["parts_missing"])
    if row["state"] != "reported":
        return ""
    asked = int(row["parts_waiting"])
    if parts:
        least = figure_text(low, "exact", "reported", language())
        if not asked:
            return t("另有 {n} 项未报，实际不少于 {least}", n=parts, least=least)
        if parts == asked:
            return t("另有 {n} 项已报待核实，实际不少于 {least}", n=asked, least=least)
        return t("另有 {n} 项未报、{asked} 项已报待核实，实际不少于 {least}", n=parts - asked, asked=asked, least=least)
    return {"about": t("约数"), "at_least": t("只知下限")}.get(str(row["qualifier"]), "")


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    if place.parts > 1:
        return t("由 {n} 个数据相加", n=place.parts)
    return t("出处：{place}", place=html.escape("　".join(filter(None, (place.file, place.sheet, place.cell)))))


def _places(measures: Collection[str]) -> dict[tuple[str, int, str], Place]:
    """Township, year and measure → the reported figures behind it."""
    wanted = tuple(sorted(measures))
    return cached.made("places", wanted, lambda: _found(wanted))


def _found(measures: tuple[str, ...]) -> dict[tuple[str, int, str], Place]:
    headline = {i.id: i.headline for i in cached.catalogue().indicators if i.headline in measures}
    table = cached.indicators()
    table = table[table["indicator"].isin(list(headline)) & table["state"].eq("reported")]
    table = table.assign(measure=table["indicator"].map(headline), sheet=table["sheet"].fillna(""))
    grouped = table.groupby(["township", "year", "measure"], sort=False)
    first = grouped[["file", "sheet", "cell"]].first().assign(parts=grouped.size()).reset_index()
    return {
        (str(r["township"]), int(r["year"]), str(r["measure"])): Place(
            int(r["parts"]), str(r["file"]), str(r["sheet"]), str(r["cell"])
        )
        for r in records(first)
    }
