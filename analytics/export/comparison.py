"""The comparison workbook: what a county takes away to print, compute with and defend cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from analytics.catalogue import Catalogue, Roster
from analytics.checks.asking import Doubt, waiting_of
from analytics.export.amounts import Key, compute_amounts
from analytics.export.book import Book
from analytics.export.cell_doubts import with_cells
from analytics.export.course_sheet import course_sheet
from analytics.export.cover import cover
from analytics.export.explanations_sheet import explanations_sheet
from analytics.export.findings_sheet import findings_sheet
from analytics.export.graph_sheet import graph_sheet
from analytics.export.request import Request
from analytics.export.safety import clean
from analytics.export.sources_sheet import sources_sheet
from analytics.export.township_sheet import township_sheet
from analytics.export.years_sheet import years_sheet
from analytics.measures import headline_table
from analytics.measures.bands import bands
from analytics.model import Finding
from analytics.text import Language


def comparison_workbook(
    figures: pd.DataFrame,
    catalogue: Catalogue,
    roster: Roster,
    years: tuple[int, int],
    townships: Sequence[str] | None = None,
    county: str = "",
    findings: Sequence[Finding] | None = None,
    made_at: datetime | None = None,
    data_version: int | str = "",
    *,
    indicators: Sequence[str] | None = None,
    uploads: Mapping[int, tuple[str, datetime | str]] | None = None,
    explanations: pd.DataFrame | None = None,
    doubts: Sequence[tuple[int, Doubt]] = (),
    large_in_wan: bool = False,
    language: Language = "zh",
) -> bytes:
    """An .xlsx of two years side by side; the later of ``years`` is this year.

    ``figures`` is the store's frame of current figures, of all years (earlier ones fill the sheet of years).
    ``townships`` None: the whole roster and whoever else has figures. ``findings`` (gaps and questions together) None:
    no such sheets; empty: a sheet that says none were found. ``indicators`` limits the groups' sheets. ``uploads``:
    upload id → (who, when). ``explanations``: the store's frame of them (township, year, indicator, text, who, when);
    they become notes and a sheet. ``doubts``: what is to be asked about cells, with its year (``doubts_of_files``); they
    stand with the questions, and figures that wait for an answer are called 已报待核实. ``large_in_wan``: columns of large figures in ten thousands, with 万 in the heading. The same arguments with the same ``made_at`` give the same bytes.
    """
    this, base = max(years), min(years)
    moment = made_at or datetime.now(UTC).astimezone()
    book = Book(language, county, moment)
    request = replace(
        _request(
            figures,
            catalogue,
            roster,
            (this, base),
            townships,
            with_cells(findings, doubts, this),
            data_version,
            indicators,
            uploads,
            language,
            waiting_of(doubts),
        ),
        explanations=_explained(explanations),
        large_in_wan=large_in_wan,
    )
    t = book.t

    # Sheets stand in reading order, but the cover and the charts can only be filled when the tables are.
    front = book.sheet(t("封面"))
    main = township_sheet(
        book,
        request,
        t("总表"),
        t("{county}主要指标对比", county=book.county),
        request.headline_columns,
        request.amounts.headlines,
        request.amounts.headline_totals,
        request.bands,
    )
    contents = [(main, t("各乡镇主要指标：本年、对比年、增减、百分比，全县合计"))]
    graphs = book.sheet(t("图表"))
    contents.append((graphs, t("各乡镇两年对比的条形图")))
    courses = book.sheet(t("走势图"))
    contents.append((courses, t("主要指标历年折线，两年升降的斜线图")))
    for group in catalogue.groups:
        columns = request.group_columns(group.id)
        if columns:
            name = request.group_name(group.id)
            sheet = township_sheet(
                book, request, name, name, columns, request.amounts.indicators, request.amounts.indicator_totals
            )
            contents.append(
                (sheet, t("{n} 项指标的对比：{names}", n=len(columns), names=t("、").join(c.name for c in columns)))
            )
    history = book.sheet(t("多年"))
    contents.append((history, t("主要指标历年数据和走势")))
    contents += _findings(book, request)
    if explanations is not None and len(explanations):
        said, number = explanations_sheet(book, request, explanations)
        contents.append((said, t("{n} 条对数据的说明", n=number)))
    sources = book.sheet(t("数据来源"))
    sources_sheet(book, request, sources)
    contents.append((sources, t("每个数据的文件、工作表、单元格和原文")))
    data = book.sheet(t("图表数据"))
    titles = graph_sheet(book, request, graphs, main, data)
    trends = 4 * len(catalogue.headlines) + 1
    years_sheet(book, request, history, data, trends)
    lines = trends + (len(request.years) + 1) * len(catalogue.headlines) + 1
    titles += course_sheet(book, request, courses, history, data, lines)
    data.hide()
    cover(book, request, front, contents, titles)
    front.activate()
    title = t("{county}法治工作年度对比", county=book.county)
    book.workbook.set_properties(
        {
            "title": f"{title} {this} / {base}"[:250],
            "subject": t("数据版本 {version}", version=request.data_version),
            "company": book.county[:250],
            "created": moment.replace(tzinfo=None),
        }
    )
    return book.finish()


def _request(
    figures: pd.DataFrame,
    catalogue: Catalogue,
    roster: Roster,
    years: tuple[int, int],
    townships: Sequence[str] | None,
    findings: Sequence[Finding] | None,
    data_version: int | str,
    indicators: Sequence[str] | None,
    uploads: Mapping[int, tuple[str, datetime | str]] | None,
    language: Language,
    waiting: frozenset[Key],
) -> Request:
    # A figure of a township that left the roster is still a figure: it is listed, never dropped in silence.
    known = tuple(dict.fromkeys([*roster.names, *figures["township"].tolist()]))
    chosen = known if townships is None else tuple(dict.fromkeys(townships))
    this, base = years
    told = figures.loc[figures["year"] <= this, "year"]
    all_years = tuple(sorted({*(int(y) for y in told.unique()), this, base}))
    wanted = None if indicators is None else set(indicators)
    amounts = compute_amounts(figures, catalogue, chosen, all_years, this, base, waiting)
    return Request(
        figures=figures,
        catalogue=catalogue,
        townships=chosen,
        all_townships=set(chosen) == set(known),
        this=this,
        base=base,
        years=all_years,
        amounts=amounts,
        indicators=tuple(i for i in catalogue.indicators if wanted is None or i.id in wanted),
        findings=findings,
        uploads=uploads or {},
        data_version=clean(data_version),
        language=language,
        bands=_bands(figures, catalogue, known, this, waiting),
        waiting=frozenset(key for key in waiting if key in amounts.indicators and amounts.indicators[key].waiting),
    )


def _bands(
    figures: pd.DataFrame, catalogue: Catalogue, townships: Sequence[str], year: int, waiting: frozenset[Key]
) -> dict[tuple[str, str], str]:
    """Bands are of the whole county, so that a choice of townships moves nobody."""
    table = headline_table(figures, catalogue, townships, [year], waiting)
    return dict(zip(zip(table["township"], table["measure"], strict=True), bands(table), strict=True))


def _explained(frame: pd.DataFrame | None) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    if frame is not None:
        columns = (frame[c].tolist() for c in ("township", "year", "indicator", "text", "who"))
        for township, year, indicator, text, who in zip(*columns, strict=True):
            key = (str(township), int(year), str(indicator))
            found[key] = (*found.get(key, ()), f"{text}（{who}）" if who else str(text))
    return found


def _findings(book: Book, request: Request) -> list[tuple[Worksheet, str]]:
    if request.findings is None:
        return []
    t = book.t
    mine = [f for f in request.findings if f.township in request.townships or not f.township]
    gaps = [f for f in mine if f.kind == "gap"]
    questions = [f for f in mine if f.kind == "question"]
    out: list[tuple[Worksheet, str]] = [
        (
            findings_sheet(book, request, t("短板"), t("短板"), gaps, gaps=True),
            t("{n} 条短板及其依据、建议", n=len(gaps)),
        )
    ]
    sheet = findings_sheet(book, request, t("疑点"), t("疑点"), questions, gaps=False)
    asked = sum(f.status != "explained" for f in questions)
    told = (
        t("{n} 条要向乡镇核实的疑点", n=asked)
        if asked == len(questions)
        else t("{n} 条要向乡镇核实的疑点，另有 {explained} 条已说明", n=asked, explained=len(questions) - asked)
    )
    out.append((sheet, told))
    return out
