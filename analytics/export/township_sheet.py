"""Townships × measures under two-level headings, with the county's own rows: the main table and each group's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analytics.export.amounts import NOTHING, Amount, Key, comparable, hollow_words
from analytics.export.band_column import band_column
from analytics.export.book import Book
from analytics.export.compared import DASH, Comparison, Kind, words_of
from analytics.export.notes import amount_note, total_note
from analytics.export.numbers import MARK_WIDTH, decimals_of, width_of
from analytics.export.prose.change import Judged, judged_sum
from analytics.export.request import Column, Request
from analytics.export.safety import display_width, lines_needed
from analytics.export.tally_row import alone_among, tally
from analytics.measures.change import PERCENT_FROM

FIRST = 4
"""The row of the first township, counted from 0: title, subtitle and two rows of headings stand above."""

PLAIN, BANDED = 4, 5
"""Columns of a measure, without and with its band."""

PER_PAGE = 6
"""Measures that fit an A3 page side by side in a size that can be read."""

_ON_ONE_PAGE = 45
"""Up to this many rows a sheet is made to fit one page; three townships alone on a second page help nobody."""

_A3_CHARACTERS = 148
"""Characters of column width across an A3 page at full size, with a third to spare for programs that draw wider."""


def township_sheet(
    book: Book,
    request: Request,
    wanted_name: str,
    title: str,
    columns: Sequence[Column],
    amounts: Mapping[Key, Amount],
    totals: Mapping[tuple[int, str], Amount],
    bands: Mapping[tuple[str, str], str] | None = None,
) -> Worksheet:
    """A sheet with four columns (this year, last year, change, percent) for each of ``columns``.

    With ``bands`` ((township, key) → high, middle, low or "") a fifth says where the township stands, and this year's
    figures get bars. The county's row sums live; a second row sums the townships that can be compared where these differ.
    """
    sheet = book.sheet(wanted_name)
    words = words_of(book, request.this, request.base)
    compare = Comparison(book, words)
    towns = request.townships
    last_row = FIRST + len(towns) - 1
    wide = BANDED if bands is not None else PLAIN
    widths = [_headings(book, sheet, request, title, columns, wide)]
    # A banded table is wide and printed small; taller rows use the paper and lead the eye.
    sheet.set_default_row(19 if bands is None else 25)
    for row, town in enumerate(towns, start=FIRST):
        book.write(sheet, row, 0, town, "name")
    like_row = _reporters_differ(request, columns, amounts)
    county_row, like_at = last_row + 1, last_row + 2
    tally_at = like_at + like_row
    if towns:
        book.write(
            sheet, county_row, 0, book.t("全县合计") if request.all_townships else book.t("所选合计"), "total_name"
        )
        if like_row:
            book.write(sheet, like_at, 0, book.t("两年可比合计"), "like_name")
        book.write(sheet, tally_at, 0, book.t("可比乡镇（个）"), "like_name")
    for index, column in enumerate(columns):
        at = 1 + wide * index
        pairs = [
            (amounts.get((t, request.this, column.id), NOTHING), amounts.get((t, request.base, column.id), NOTHING))
            for t in towns
        ]
        decimals = decimals_of(a.value for pair in pairs for a in pair)
        for row, (town, (this, last)) in enumerate(zip(towns, pairs, strict=True), start=FIRST):
            chance = (town, request.this, column.id) in request.amounts.in_chance
            compare.write(
                sheet, row, at, this, last, decimals=decimals, rate=column.rate, wan=column.wan, chance=chance
            )
            for offset, (year, amount) in enumerate(((request.this, this), (request.base, last))):
                note = amount_note(book, request, town, year, column, amount)
                if note:
                    book.comment(sheet, row, at + offset, note)
        total = (totals.get((request.this, column.id), NOTHING), totals.get((request.base, column.id), NOTHING))
        if towns:
            judged = judged_sum(request.catalogue, column.id, pairs)
            _county(
                book,
                sheet,
                request,
                compare,
                column,
                (county_row, at),
                total,
                decimals,
                amounts,
                judged,
                alone_among(pairs),
            )
            if like_row:
                _like_with_like(book, sheet, compare, column, (like_at, at), pairs, decimals, judged)
            tally(book, sheet, column, (tally_at, at), pairs, wide)
        widths.append(_column_widths(sheet, at, compare, [*pairs, total], decimals))
        if bands is not None:
            widths[-1] += band_column(book, sheet, column, at, bands, towns, FIRST, like_row)
    end = tally_at if towns else FIRST
    if not towns:
        book.write(sheet, FIRST, 0, book.t("没有乡镇可列。"), "quiet")
    _foot(book, sheet, end + 1, told=bool(request.told), waiting=bool(request.waiting))
    sheet.freeze_panes(FIRST, 1)
    if towns:
        sheet.autofilter(FIRST - 1, 0, last_row, max(wide * len(columns), 1))
    _print(book, sheet, widths, end, wide)
    return sheet


def _headings(
    book: Book, sheet: Worksheet, request: Request, title: str, columns: Sequence[Column], wide: int
) -> float:
    words = words_of(book, request.this, request.base)
    book.write(sheet, 0, 0, title, "title")
    subtitle = book.t(
        "本年：{this}年　{word}：{base}年　乡镇 {n} 个　数据版本 {version}",
        this=request.this,
        word=words.last,
        base=request.base,
        n=len(request.townships),
        version=request.data_version,
    )
    book.write(sheet, 1, 0, subtitle, "quiet")
    book.merge(sheet, (2, 0, 3, 0), book.t("乡镇"), "heading")
    names = [display_width(t) for t in request.townships]
    first = min(max([16, *[n + 4 for n in names]]), 34)
    sheet.set_column(0, 0, first)
    lines = 1
    for index, column in enumerate(columns):
        at = 1 + wide * index
        book.merge(sheet, (2, at, 2, at + wide - 1), column.heading, "heading")
        change = book.t("增减\n（百分点）") if column.rate else words.change
        named = (words.this, words.last, change, words.percent, book.t("档次"))
        for offset, word in enumerate(named[:wide]):
            book.write(sheet, 3, at + offset, word, "subheading")
        lines = max(lines, lines_needed(column.heading, 36))
    sheet.set_row(0, 26)
    sheet.set_row(2, 8 + 14 * lines)
    tall = any(c.rate for c in columns) or book.language == "en"
    sheet.set_row(3, 36 if tall else 20)
    return first


def _column_widths(
    sheet: Worksheet, at: int, compare: Comparison, pairs: Sequence[tuple[Amount, Amount]], decimals: int
) -> float:
    """Wide enough for the longest number in bold with its sign, and no wider: 25 columns have to fit a page.

    ``pairs`` are those of the townships and of the county. Long words may shrink a little instead.
    """
    known = [(a.value, b.value) for a, b in pairs if a.known and b.known]
    shown = max((width_of(a.value, decimals) + MARK_WIDTH * a.told for pair in pairs for a in pair), default=0)
    moved = max((width_of(abs(a - b), decimals) for a, b in known), default=0)
    ratio = max((width_of(100 * a / b, 1) for a, b in known if b >= PERCENT_FROM), default=0)
    head = display_width(compare.words.last) + 4
    states = {compare.words.state(a) for pair in pairs for a in pair if not a.known}
    why = {c for a, b in pairs if isinstance(c := compare.change_of(a, b), str)}
    word, reason = (max((display_width(w) for w in words), default=0) for words in (states, why))
    hollow = max(
        (display_width(hollow_words(compare.book.language)) + 3 for p in pairs for a in p if a.hollow), default=0
    )
    number = max(8, head, hollow, min(word + 1.5, 12), min(1.12 * shown + 3, 24))
    change = max(10.5, head, min(reason + 1.5, 16), min(1.12 * moved + 5.5, 28))
    percent = max(9, head, min(1.12 * ratio + 4.5, 20))
    sheet.set_column(at, at + 1, number)
    sheet.set_column(at + 2, at + 2, change)
    sheet.set_column(at + 3, at + 3, percent)
    return 2 * number + change + percent


def _county(
    book: Book,
    sheet: Worksheet,
    request: Request,
    compare: Comparison,
    column: Column,
    place: tuple[int, int],
    total: tuple[Amount, Amount],
    decimals: int,
    amounts: Mapping[Key, Amount],
    judged: Judged,
    alone: bool,
) -> None:
    row, at = place
    if not column.summable:
        for offset in range(4):
            book.write(sheet, row, at + offset, DASH, "total_word")
        reason = book.t("比率不能相加。") if column.rate else book.t("各乡镇可能数着同一对象，不能相加。")
        book.comment(sheet, row, at, reason)
        return
    first, last = FIRST + 1, row
    names = [xl_col_to_name(at), xl_col_to_name(at + 1)]
    formulas = (f"=SUM({names[0]}{first}:{names[0]}{last})", f"=SUM({names[1]}{first}:{names[1]}{last})")
    compare.write(
        sheet,
        row,
        at,
        *total,
        decimals=decimals,
        wan=column.wan,
        chance=judged.chance,
        kind="total",
        formulas=formulas,
        sure=judged.sure,
        alone=alone,
    )
    for offset, (year, amount) in enumerate(((request.this, total[0]), (request.base, total[1]))):
        note = total_note(book, request, year, column, amount, amounts)
        if note:
            book.comment(sheet, row, at + offset, note)


def _reporters_differ(request: Request, columns: Sequence[Column], amounts: Mapping[Key, Amount]) -> bool:
    def alike(this: Amount, last: Amount) -> bool:
        return comparable(this, last) or not (this.known or last.known)

    return any(
        not alike(amounts.get((t, request.this, c.id), NOTHING), amounts.get((t, request.base, c.id), NOTHING))
        for c in columns
        if c.summable
        for t in request.townships
    )


def _like_with_like(
    book: Book,
    sheet: Worksheet,
    compare: Comparison,
    column: Column,
    place: tuple[int, int],
    pairs: Sequence[tuple[Amount, Amount]],
    decimals: int,
    judged: Judged,
) -> None:
    row, at = place
    kind: Kind = "like"
    # Only townships whose figures hold the same parts in both years, as in the brief.
    both = [pair for pair in pairs if comparable(*pair)]
    if not column.summable or not both:
        for offset in range(4):
            book.write(sheet, row, at + offset, DASH, "like_word")
        return
    # A SUMPRODUCT takes texts for 0 and stays right when a filter or a sort is applied.
    first, last = FIRST + 1, FIRST + len(pairs)
    ranges = [f"{xl_col_to_name(c)}{first}:{xl_col_to_name(c)}{last}" for c in (at, at + 1)]
    changed = f"{xl_col_to_name(at + 2)}{first}:{xl_col_to_name(at + 2)}{last}"
    # What has a number for its change can be compared; the others have the word why not.
    both_told = f"ISNUMBER({ranges[0]})*ISNUMBER({ranges[1]})*ISNUMBER({changed})"
    formulas = tuple(f"=SUMPRODUCT({both_told},{r})" for r in ranges)
    sums = [_sum_of([pair[side] for pair in both]) for side in (0, 1)]
    compare.write(
        sheet,
        row,
        at,
        *sums,
        decimals=decimals,
        wan=column.wan,
        chance=judged.chance,
        kind=kind,
        formulas=(formulas[0], formulas[1]),
        sure=judged.sure,
        alone=alone_among(pairs),
    )
    book.comment(sheet, row, at, book.t("{n} 个乡镇两年都报了这一项，且口径一致。", n=len(both)))


def _sum_of(amounts: Sequence[Amount]) -> Amount:
    signs = {a.sign for a in amounts}
    sign = "≈" if "≈" in signs else "≥" if "≥" in signs else ""
    holds = frozenset(f"{n}\0{part}" for n, a in enumerate(amounts) for part in a.holds)
    short = any(a.short for a in amounts)
    return Amount(round(sum(a.value for a in amounts), 6), sign, "reported", holds, (), short)


def _foot(book: Book, sheet: Worksheet, row: int, *, told: bool, waiting: bool) -> None:
    t = book.t
    from_reports = t("　* 来自工作报告（没有收到报表）") if told else ""
    lines = (
        t("≥ 至少　≈ 约　未报：没有报送，不是 0　不适用：该乡镇没有此项　口径不同：两年所含项目或乡镇不同，不比增减")
        + (t("　已报待核实：所报的数有疑问，没有采用") if waiting else "")
        + from_reports,
        t("灰色斜体：变化在正常波动范围内　不确定：因“至少”无法判断增减　—：不计算（如上年不足 10 的百分比）"),
    )
    for offset, line in enumerate(lines):
        book.write(sheet, row + offset, 0, line, "quiet")


def _print(book: Book, sheet: Worksheet, widths: Sequence[float], end: int, wide: int) -> None:
    """``widths`` are those of the names and of each measure's columns, in characters."""
    n = len(widths) - 1
    area = (0, 0, end + 2, max(wide * n, 8))
    pages = -(-n // PER_PAGE)
    paper = "A4" if n <= 3 else "A3"
    book.page(sheet, paper, area, repeat_rows=(0, 3), repeat_column=True, fit=pages <= 1)
    if pages <= 1 and end <= _ON_ONE_PAGE:
        sheet.fit_to_pages(1, 1)
    if pages > 1:
        # One page wide would be unreadable: pages break between measures and repeat the townships' names.
        share = -(-n // pages)
        starts = range(1, n + 1, share)
        widest = max(widths[0] + sum(widths[s : s + share]) for s in starts)
        sheet.set_print_scale(max(40, min(90, int(100 * _A3_CHARACTERS / widest))))
        sheet.set_v_pagebreaks([1 + wide * (s - 1) for s in starts if s > 1])
