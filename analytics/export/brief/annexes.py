"""What is attached to the brief: every township's figures, the gaps with cells, who is missing, explanations, files."""

from __future__ import annotations

import re

from analytics.checks.prose import in_paragraphs
from analytics.export.brief.tables import townships_tables
from analytics.export.dossier import Dossier
from analytics.export.prose.words import in_prose, speaker
from analytics.export.word.blocks import Block, NewPage, Paragraph, Table, plain_heading
from analytics.export.word.body import TOGETHER
from analytics.model import Evidence, Finding
from analytics.text import where

Annex = tuple[str, list[Block], bool]
"""Title, content, landscape."""

_BETWEEN_CELLS = re.compile(r"(?<=\d)、(?=[A-Z]{1,3}\d)")

CELLS = 6
"""Cells of one finding that are listed; of more, how many there are."""


def annexes(dossier: Dossier) -> list[Annex]:
    """The annexes that have any content, in their order."""
    t = speaker(dossier.language)
    found: list[Annex] = []
    if dossier.reported:
        note = t("注：≥不少于，≈约，未报不是零；括号内的增减属正常波动；“口径不同”指两年所报项目不一致。")
        if dossier.told:
            note += t("*来自工作报告（没有收到报表）。")
        content: list[Block] = []
        for table in townships_tables(dossier):
            # A table of many rows begins on a page of its own.
            content += [NewPage()] if content and len(table.rows) > TOGETHER else []
            content += [table, Paragraph(note, "note")]
        found.append((t("各乡镇主要指标对照表"), content, False))
    if dossier.gaps:
        found.append((t("短板及依据"), [_gaps(dossier)], True))
    if dossier.unreported:
        found.append((t("未报送数据的乡镇") if dossier.silent else t("尚未入库的乡镇"), [_unreported(dossier)], False))
    if dossier.explanations:
        found.append((t("对数据的说明"), [_explanations(dossier)], False))
    if dossier.sources:
        found.append((t("数据来源文件"), [_sources(dossier)], False))
    return found


def _gaps(dossier: Dossier) -> Table:
    t, language = speaker(dossier.language), dossier.language
    status = {"new": t("新增"), "persisting": t("持续"), "reopened": t("反复")}
    rows = [
        (
            str(n),
            f.township,
            dossier.theme_name(f.theme or f.rule),
            status.get(f.status, f.status),
            in_prose(f.sentence.in_(language), language, (f.township,)),
            _places(dossier, f),
        )
        for n, f in enumerate(dossier.gaps, start=1)
    ]
    heading = plain_heading(t("序号"), t("乡镇"), t("短板"), t("状态"), t("依据"), t("出处"))
    return Table(heading, rows, (5, 11, 14, 6, 40, 30), ("center", "left", "left", "center", "left", "left"))


def _places(dossier: Dossier, found: Finding) -> str:
    """File, sheet and cells of the township's own figures: 《某镇2025.xlsx》“报表”表 C5、C8 格."""
    t, language = speaker(dossier.language), dossier.language
    by_sheet: dict[tuple[str, str], list[str]] = {}
    for e in found.evidence:
        if e.cell and e.file and _own(found, e):
            by_sheet.setdefault((e.file, e.sheet or ""), []).append(e.cell)
    said = t("；").join(
        where([in_paragraphs(cell, language) for cell in cells], sheet, file, language, CELLS)
        for (file, sheet), cells in by_sheet.items()
    )
    # Joined as Latin words are, or a line may break inside a cell's name.
    return _BETWEEN_CELLS.sub(", ", said)


def _own(found: Finding, e: Evidence) -> bool:
    return e.township == found.township and e.year == found.year


def _unreported(dossier: Dossier) -> Table:
    t = speaker(dossier.language)
    rows = []
    frame = dossier.figures[dossier.figures["state"].eq("reported")]
    last = frame[frame["year"] < dossier.year].groupby("township")["year"].max().to_dict()
    for n, town in enumerate(dossier.unreported, start=1):
        before = t("{year}年", year=int(last[town])) if town in last else t("无")
        name = town + t("（已收到，正在核对）") if town in dossier.arrived else town
        rows.append((str(n), name, before))
    return Table(
        plain_heading(t("序号"), t("乡镇"), t("最近一次有数据的年份")), rows, (12, 44, 44), ("center", "left", "center")
    )


def _explanations(dossier: Dossier) -> Table:
    t = speaker(dossier.language)
    rows = [
        (e.township, t("{year}年", year=e.year), dossier.indicator_name(e.indicator), e.text, e.who)
        for e in dossier.explanations
    ]
    heading = plain_heading(t("乡镇"), t("年度"), t("指标"), t("说明"), t("说明人"))
    return Table(heading, rows, (16, 10, 22, 38, 14), ("left", "center", "left", "left", "left"))


def _sources(dossier: Dossier) -> Table:
    t = speaker(dossier.language)
    rows = [
        (
            s.name,
            s.townships[0] if len(s.townships) == 1 else t("{n}个乡镇", n=len(s.townships)),
            str(s.figures),
            s.who or "—",
            s.received or "—",
        )
        for s in dossier.sources
    ]
    heading = plain_heading(t("文件"), t("乡镇"), t("数据项数"), t("上传人"), t("上传日期"))
    return Table(heading, rows, (46, 18, 11, 12, 15), ("left", "left", "center", "left", "center"))
