"""The first sheet: what this is, of when, from which data, what is where, what the signs mean, what stands out."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from analytics.export.book import Book, quoted_sheet
from analytics.export.request import Request
from analytics.export.safety import could_be_formula, lines_needed
from analytics.measures import FROM_REPORT

_LABEL, _TEXT = 16, 86


def cover(
    book: Book, request: Request, sheet: Worksheet, contents: Sequence[tuple[Worksheet, str]], findings: Sequence[str]
) -> None:
    """Fills ``sheet``. ``contents`` are the sheets with what they show, ``findings`` the titles of the charts."""
    t = book.t
    sheet.set_column(0, 0, _LABEL)
    sheet.set_column(1, 1, _TEXT)
    title = t("{county}法治工作年度对比", county=book.county)
    book.write(sheet, 0, 0, title, "title")
    sheet.set_row(0, 32)
    book.write(sheet, 1, 0, t("{this}年与{base}年", this=request.this, base=request.base), "quiet")
    row = 3
    for label, text in _facts(book, request):
        row = _line(book, sheet, row, label, text)
    if findings:
        row = _section(book, sheet, row + 1, t("主要变化"))
        for text in findings:
            row = _line(book, sheet, row, "", text)
    row = _section(book, sheet, row + 1, t("目录"))
    for target, about in contents:
        name = target.get_name()
        link = f"internal:{quoted_sheet(target)}!A1"
        sheet.write_url(row, 0, link, book.look("link", quoted=could_be_formula(name)), string=name)
        book.write(sheet, row, 1, about, "wrapped")
        sheet.set_row(row, 5 + 15 * lines_needed(about, _TEXT))
        row += 1
    row = _section(book, sheet, row + 1, t("说明"))
    for label, text in _notes(book, request):
        row = _line(book, sheet, row, label, text)
    book.page(sheet, "A4", (0, 0, row, 1), landscape=False)
    sheet.fit_to_pages(1, 1)


def _facts(book: Book, request: Request) -> list[tuple[str, str]]:
    t = book.t
    towns = t("全部 {n} 个乡镇", n=len(request.townships))
    if not request.all_townships:
        towns = t("所选 {n} 个乡镇：{names}", n=len(request.townships), names=_listed(book, request.townships))
    facts = [
        (t("年度"), t("本年 {this}年，对比 {base}年", this=request.this, base=request.base)),
        (t("范围"), towns),
        (t("制作时间"), book.made_at.strftime("%Y-%m-%d %H:%M")),
        (t("数据版本"), request.data_version),
    ]
    if book.county:
        facts.insert(0, (t("县"), book.county))
    if len(request.indicators) < len(request.catalogue.indicators):
        facts.insert(len(facts) - 2, (t("指标"), _listed(book, [request.name_of(i.id) for i in request.indicators])))
    for year in (request.this, request.base):
        told = request.reporters(year)
        text = t("{n}/{all} 个乡镇", n=len(told), all=len(request.townships))
        here = {town for town, y, _ in request.waiting if y == year}
        asked = [name for name in request.townships if name not in told and name in here]
        if asked:
            text += t("，已报待核实：{names}", names=_listed(book, asked))
        silent = [name for name in request.townships if name not in told and name not in here]
        if silent:
            text += t("，未报：{names}", names=_listed(book, silent))
        from_reports = [name for name in request.townships if (name, year) in request.told]
        if from_reports:
            text += t("；*来自工作报告（没有收到报表）：{names}", names=_listed(book, from_reports))
        facts.append((t("{year}年已报", year=year), text))
    return facts


def _notes(book: Book, request: Request) -> list[tuple[str, str]]:
    t = book.t
    return [
        ("≥", t("至少。所报是“8万余”“超过”一类的话，或合计中缺了项目、乡镇；实际数不小于此数。")),
        ("≈", t("约。所报是“约”“近”一类的话。")),
        *([(FROM_REPORT, t("来自工作报告。没有收到这个乡镇的报表，采用其工作报告中的数据。"))] if request.told else []),
        (t("未报"), t("没有报送。不是 0，合计时不算作 0。")),
        *([(t("已报待核实"), t("报来的数有疑问，没有采用，待乡镇核实；合计中没有它。"))] if request.waiting else []),
        (t("不适用"), t("乡镇说明没有此项。")),
        (t("缺 n 项"), t("主要指标由几项相加；批注说明缺了哪几项，合计只含已报的项。")),
        (t("0（缺项）"), t("已报的项是 0，另有项没有报；“至少 0”等于没有说，所以写明缺项。")),
        (
            t("口径不同"),
            t("两年的数所含项目或乡镇不同，不比增减；“两年可比合计”一行只加两年都报了且口径一致的乡镇。"),
        ),
        (t("不确定"), t("一边是“至少”，无法判断增减。")),
        (t("灰色斜体"), t("次数类数据两年之差在偶然波动的范围内（双侧 p ≥ 0.05），不宜当作升降。")),
        (
            t("同比") if request.base == request.this - 1 else t("增减率"),
            t("上年不足 10 不算百分比；上年为 0 的写明；比率只比百分点。"),
        ),
        (t("公式"), t("增减、同比和合计是公式，改动数字会重新计算；≥ ≈ 是数字格式，单元格里仍是数字。")),
        (t("出处"), t("约数和缺项的单元格带批注；全部数据的文件、工作表、单元格见“{sheet}”。", sheet=t("数据来源"))),
        (t("图表"), t("图表取数在隐藏的工作表“{sheet}”，请勿删除。", sheet=t("图表数据"))),
    ]


def _section(book: Book, sheet: Worksheet, row: int, title: str) -> int:
    book.write(sheet, row, 0, title, "section")
    sheet.write_blank(row, 1, None, book.look("section"))
    sheet.set_row(row, 22)
    return row + 1


def _line(book: Book, sheet: Worksheet, row: int, label: str, text: str) -> int:
    if label:
        book.write(sheet, row, 0, label, "label")
    book.write(sheet, row, 1, text, "wrapped")
    sheet.set_row(row, 5 + 15 * lines_needed(text, _TEXT))
    return row + 1


def _listed(book: Book, names: Sequence[str]) -> str:
    shown = book.t("、").join(names[:30])
    return shown if len(names) <= 30 else book.t("{names}等", names=shown)
