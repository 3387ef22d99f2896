"""The brief's tables: the county's headline measures, and every township's beside last year."""

from __future__ import annotations

import math
from collections.abc import Sequence

from analytics.catalogue import Headline
from analytics.export.amounts import Amount, hollow_words, state_word
from analytics.export.dossier import Dossier
from analytics.export.prose.change import Change
from analytics.export.prose.words import speaker
from analytics.export.word.blocks import Align, Block, Heading, Paragraph, Table, plain_heading
from analytics.measures import FROM_REPORT, number_text

DASH = "—"


def cell(dossier: Dossier, amount: Amount) -> str:
    """An amount in a table: ≥80,000 · ≈1,200 · *36 (from a report) · 未报 · 已报待核实 · 不适用 · 0 · 0（缺项）."""
    if not amount.known:
        return state_word(amount, dossier.language)
    if amount.hollow:
        return f"{FROM_REPORT if amount.told else ''}0{hollow_words(dossier.language)}"
    return f"{amount.mark}{number_text(amount.value)}"


def change_cell(dossier: Dossier, change: Change, *, chance: bool = False) -> str:
    """A change in a table: ▲ 120 · ▼ ≥30 · 持平 · 不确定 · 口径不同; in brackets where chance explains it."""
    t = speaker(dossier.language)
    words = {
        "flat": t("持平"),
        "alike": t("约持平"),
        "open": t("不确定"),
        "unlike": t("口径不同"),
        "waiting": t("待核实"),
        "last_missing": t("{base}未报", base=dossier.base_word),
    }
    if not change.moved:
        return words.get(change.relation, DASH)
    arrow = "▲" if change.relation == "up" else "▼"
    if change.sure == "unknown":
        return arrow
    sign = {"from": "≥", "about": "≈"}.get(change.sure, "")
    # A break between the arrow and its number would leave the arrow alone on its line.
    text = f"{arrow}\u00a0{sign}{number_text(change.difference)}"
    return f"({text})" if chance else text


def percent_cell(change: Change, *, chance: bool = False) -> str:
    """+12.5% · ≥+60% · a fall of at least so much as ≤−30%; — where none is computed, brackets as for the change."""
    if not change.moved or change.sure == "unknown" or math.isnan(change.percent):
        return DASH
    up = change.relation == "up"
    sign = {"from": "≥" if up else "≤", "about": "≈"}.get(change.sure, "")
    text = f"{sign}{'+' if up else '−'}{number_text(round(change.percent, 1))}%"
    return f"({text})" if chance else text


def measures_table(dossier: Dossier) -> list[Block]:
    """The county's headline measures: this year, last year, change over the comparable townships."""
    t = speaker(dossier.language)
    rows = []
    for h in dossier.catalogue.headlines:
        this, last = dossier.total(dossier.year, h.id), dossier.total(dossier.base, h.id)
        both = dossier.together(h.id)
        n = sum(dossier.amount(town, dossier.year, h.id).known for town in dossier.townships)
        name = dossier.name_of(h.id) + (f"（{h.unit}）" if dossier.language == "zh" else "")
        if both is None:
            change, percent, compared = DASH, DASH, "0"
        else:
            change = change_cell(dossier, both.change, chance=both.chance)
            percent = percent_cell(both.change, chance=both.chance)
            compared = str(len(both.townships))
        rows.append((name, cell(dossier, this), cell(dossier, last), change, percent, str(n), compared))
    aligns: list[Align] = ["left", "right", "right", "right", "right", "center", "center"]
    heading = plain_heading(
        t("指标"), t("本年"), dossier.base_word, t("增减"), t("增减率"), t("已报乡镇"), t("可比乡镇")
    )
    note = t(
        "注：≥表示不少于，有乡镇未报或者所报含“余”“不少于”一类的数；增减和增减率只计两年口径一致的乡镇（可比乡镇），括号内为属正常波动的变化。"
    )
    caption = t("表1　{county}{year}年主要指标", county=dossier.county, year=dossier.year)
    heads = [cell.text for cell in heading[0]]
    table = Table(heading, rows, _as_wide_as_needed([heads, *rows], len(aligns)), aligns)
    return [Paragraph(caption, "caption"), table, Paragraph(note, "note")]


def townships_tables(dossier: Dossier) -> list[Table]:
    """Every township's headline measures of both years with the change, three measures a table; the county first."""
    headlines = dossier.catalogue.headlines
    return [_townships(dossier, headlines[n : n + 3]) for n in range(0, len(headlines), 3)]


def _townships(dossier: Dossier, headlines: Sequence[Headline]) -> Table:
    t = speaker(dossier.language)
    top = [Heading(t("乡镇"), down=2)]
    top += [
        Heading(dossier.name_of(h.id) + (f"（{h.unit}）" if dossier.language == "zh" else ""), across=3)
        for h in headlines
    ]
    second = [Heading(word) for _ in headlines for word in (t("本年"), dossier.base_word, t("增减"))]
    rows = [[t("全县合计")], [t("可比乡镇")]]
    for h in headlines:
        both = dossier.together(h.id)
        change = change_cell(dossier, both.change, chance=both.chance) if both else DASH
        rows[0] += [cell(dossier, dossier.total(y, h.id)) for y in (dossier.year, dossier.base)] + [change]
        rows[1] += ["", "", t("{n}个", n=len(both.townships) if both else 0)]
    for town in dossier.townships:
        row = [town]
        for h in headlines:
            row += [cell(dossier, dossier.amount(town, y, h.id)) for y in (dossier.year, dossier.base)]
            row.append(change_cell(dossier, dossier.change(town, h.id), chance=dossier.chance(town, h.id)))
        rows.append(row)
    aligns: list[Align] = ["left"]
    for _ in headlines:
        aligns += ["right", "right", "right"]
    return Table((top, second), rows, _as_wide_as_needed(rows, len(aligns)), aligns, lead=2, dense=True)


def _as_wide_as_needed(rows: Sequence[Sequence[str]], columns: int) -> list[float]:
    """Shares of the width by the longest text of each column: no figure breaks over two lines of its cell."""
    # Signs and arrows are as wide as a Chinese character; a column is never narrower than its heading.
    return [max([5.0, *(_half_widths(row[n]) for row in rows)]) + 1.0 for n in range(columns)]


def _half_widths(text: str) -> float:
    return sum(1 if c == "\u00a0" or (c.isascii() and c != "%") else 2 for c in text)
