"""Gaps (短板) and questions (疑点) as tables: who, how grave, the sentence, its evidence with cells, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from xlsxwriter.worksheet import Worksheet

from analytics.checks.prose import in_paragraphs
from analytics.export.amounts import NOTHING, state_word
from analytics.export.book import Book
from analytics.export.cell_doubts import CELL
from analytics.export.request import Request
from analytics.export.safety import lines_needed
from analytics.measures import figure_text
from analytics.model import Evidence, Finding
from analytics.text import where

_GRAVITY = {"high": 0, "medium": 1, "low": 2}
_WIDTHS = (5, 22, 14, 8, 9, 46, 50, 38)
_HEAD = 2
QUOTES = 2
"""Passages of one report that are quoted; a row is no higher than a page."""
QUOTED = 60
"""Characters of a sentence or passage quoted from a report; a cell holds 32,767 in all and is left empty beyond that."""


def findings_sheet(
    book: Book, request: Request, wanted_name: str, title: str, findings: Sequence[Finding], *, gaps: bool
) -> Worksheet:
    """A sheet of ``findings`` (gaps or questions), the gravest first within the order given; says so where there are none."""
    sheet = book.sheet(wanted_name)
    t = book.t
    book.write(sheet, 0, 0, title, "title")
    sheet.set_row(0, 26)
    subtitle = (
        t("短板是对工作的判断：数据照所报采用。依据列出所用数据及其出处。")
        if gaps
        else t("疑点是对数据的询问：在乡镇更正之前，数据照报送的采用，没有改动。")
    )
    book.write(sheet, 1, 0, subtitle, "quiet")
    heads = (
        t("序号"),
        t("主题") if gaps else t("疑点"),
        t("乡镇"),
        t("程度"),
        t("状态"),
        t("结论"),
        t("依据"),
        t("建议"),
    )
    book.row(sheet, _HEAD, heads, "heading")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    ordered = sorted(findings, key=lambda f: _GRAVITY.get(f.severity, 3))
    for number, found in enumerate(ordered, start=1):
        row = _HEAD + number
        evidence = _evidence(book, request, found)
        said = found.sentence.in_(book.language)
        if found.explanation:
            said += "\n" + t("说明：{words}", words=found.explanation)
        advice = found.suggestion.in_(book.language)
        topic = _topic(book, request, found)
        sheet.write_number(row, 0, number, book.look("low"))
        book.write(sheet, row, 1, topic, "cell")
        book.write(sheet, row, 2, found.township, "cell")
        book.write(sheet, row, 3, _severity(book, found), found.severity if found.severity in _GRAVITY else "low")
        book.write(sheet, row, 4, _status(book, found), "cell")
        for column, text in ((5, said), (6, evidence), (7, advice)):
            book.write(sheet, row, column, text, "cell")
        texts = ((topic, 1), (found.township, 2), (said, 5), (evidence, 6), (advice, 7))
        lines = max(lines_needed(text, _WIDTHS[column]) for text, column in texts)
        sheet.set_row(row, min(8 + 15 * lines, 400))
    if not ordered:
        book.write(sheet, _HEAD + 1, 0, t("按现有规则没有发现。"), "plain")
    last = _HEAD + max(len(ordered), 1)
    sheet.freeze_panes(_HEAD + 1, 3)
    if ordered:
        sheet.autofilter(_HEAD, 0, last, len(_WIDTHS) - 1)
    book.page(sheet, "A3" if len(ordered) > 12 else "A4", (0, 0, last, len(_WIDTHS) - 1), repeat_rows=(0, _HEAD))
    return sheet


def _topic(book: Book, request: Request, found: Finding) -> str:
    theme = request.catalogue.theme_by_id.get(found.theme or "")
    if theme:
        return theme.name_en if book.language == "en" else theme.name_zh
    t = book.t
    names = {
        "copied_from_last_year": t("照抄上年"),
        "constant_ratio": t("各项同比例变化"),
        "twin_returns": t("与其他乡镇雷同"),
        "round_numbers": t("估算痕迹"),
        "jump": t("大起大落"),
        "small_count_change": t("小数目的变化"),
        "part_exceeds_whole": t("部分大于总数"),
        "ratio_implausible": t("比例不合常理"),
        "narrative_disagrees": t("与工作报告不一致"),
        "copied_text": t("工作报告文字雷同"),
        "year_mismatch": t("年份不一致"),
        "placeholder": t("占位符未填"),
        "exceeds_bounds": t("超出合理范围"),
        CELL: t("单元格疑点"),
    }
    return names.get(found.rule) or request.name_of(found.indicators[0] if found.indicators else found.rule)


def _severity(book: Book, found: Finding) -> str:
    t = book.t
    return {"high": t("高"), "medium": t("中"), "low": t("低")}.get(found.severity, found.severity)


def _status(book: Book, found: Finding) -> str:
    t = book.t
    names = {
        "new": t("新增"),
        "persisting": t("持续"),
        "resolved": t("已解决"),
        "reopened": t("反复"),
        "open": t("待核实"),
        "explained": t("已说明"),
        "dismissed": t("不作短板"),
    }
    return names.get(found.status, found.status)


def _evidence(book: Book, request: Request, found: Finding) -> str:
    """A line for each file and year: the figures with their cells, then file and sheet once."""

    def place(e: Evidence) -> tuple[str, int, str, str]:
        return e.township, e.year, e.file or "", e.sheet or ""

    lines = []
    for (township, year, file, sheet), group in groupby(sorted(found.evidence, key=_order(found)), key=place):
        told = list(group)
        quoted = [n for n, e in enumerate(told) if not e.indicator and e.raw]
        # Of many passages the first are quoted; the others are found by their places.
        rest = quoted[QUOTES:]
        said = [_figure(book, request, e) for n, e in enumerate(told) if n not in rest]
        if rest:
            cells = [in_paragraphs(told[n].cell or "", book.language) for n in rest]
            said.append(where(cells, language=book.language))
        figures = book.t("、").join(said)
        who = "" if township == found.township else f"{township} "
        line = who + book.t("{year}年 {figures}", year=year, figures=figures)
        at = where([], sheet, file, book.language)
        lines.append(book.t("{text}；见{place}", text=line, place=at) if at else line)
    return "\n".join(lines)


def _order(found: Finding) -> Callable[[Evidence], tuple[bool, str, int, str, str]]:
    # Its own figures before another township's, this year's before last year's; within a file as given.
    return lambda e: (e.township != found.township, e.township, -e.year, e.file or "", e.sheet or "")


def _figure(book: Book, request: Request, e: Evidence) -> str:
    if not e.indicator and not e.raw:
        return e.cell or e.file or ""
    if not e.indicator:
        said = book.t("工作报告“{said}”", said=e.raw if len(e.raw) <= QUOTED else f"{e.raw[:QUOTED]}…")
        at = in_paragraphs(e.cell or "", book.language)
        return book.t("{text}（{place}）", text=said, place=at) if at else said
    if e.value is None:
        waits = (e.township, e.year, e.indicator) in request.waiting
        shown = state_word(NOTHING._replace(waiting=waits), book.language)
    else:
        shown = figure_text(e.value, e.qualifier, "reported", book.language)
    text = f"{request.name_of(e.indicator)} {shown}"
    at = in_paragraphs(e.cell or "", book.language)
    return book.t("{text}（{place}）", text=text, place=at) if at else text
