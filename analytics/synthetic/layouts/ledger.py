"""Ledgers: townships down, indicators across, under headings of one, two or three levels; and transposed."""

from __future__ import annotations

from analytics.catalogue import Indicator
from analytics.synthetic.book import Book, Page, Written, as_written
from analytics.synthetic.hand import Hand, Order
from analytics.synthetic.headings import Heading
from analytics.synthetic.layouts.form import around
from analytics.synthetic.stated import Truth
from analytics.synthetic.statements import Statements

FAMILIES: dict[str, dict[str, str]] = {
    "学法考试": {
        "law_exam_study_rate": "参学率",
        "law_exam_attendance_rate": "参考率",
        "law_exam_pass_rate": "合格率",
    },
    "发放宣传资料": {"leaflets": "总数", "school_leaflets": "其中:校园手册"},
    "矛盾纠纷": {"disputes_screened": "排查", "disputes_mediated": "调解成功"},
}
"""Middle headings of the three-level ledger and the leaves under them."""


def ledger_flat(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """One heading row with the unit in brackets: 序号 | 乡镇 | 法治宣传活动（场次） | …"""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    asked = hand.indicators()
    left = order.offset[1]
    row = hand.top(page, 2 + len(asked), _title(hand), None, None)
    page.put(row, left, "序号", "head")
    page.put(row, left + 1, "乡镇（街道）", "head")
    names = {}
    for at, indicator in enumerate(asked):
        heading = hand.heading(indicator)
        # ASCII brackets and a line break, as narrow columns have them.
        names[indicator.id] = heading.with_unit("\n(", ")") if at % 3 == 0 else heading.with_unit()
        page.put(row, left + 2 + at, names[indicator.id], "head")
    end = body(hand, page, row + 1, left, asked, names)
    if "hidden_columns" in order.extras:
        _hidden_column(page, row, end, left + 2 + len(asked), names[asked[0].id])
    hand.tail(page, end + 1)
    return Book(around(hand, [page])), hand.truths


def _hidden_column(page: Page, top: int, end: int, column: int, heading: str) -> None:
    """A column nobody sees, with an old heading and old numbers that must not be read."""
    page.put(top, column, heading, "head")
    for row in range(top + 1, end):
        page.put(row, column, 7777)
    page.hidden_columns.add(column)


def ledger_grouped(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """Two merged heading levels (group, indicator) and a row of units."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    left = order.offset[1]
    asked = hand.indicators()
    row = hand.top(page, 2 + len(asked), _title(hand), None, None)
    page.span(row, left, row + 2, left, "序号")
    page.span(row, left + 1, row + 2, left + 1, "乡  镇")
    column, names = left + 2, {}
    for group, members in hand.groups():
        page.span(row, column, row, column + len(members) - 1, group)
        for indicator in members:
            heading = hand.heading(indicator)
            names[indicator.id] = f"{group}/{heading.text}"
            page.put(row + 1, column, heading.text, "head")
            page.put(row + 2, column, heading.unit, "head")
            column += 1
    end = body(hand, page, row + 3, left, asked, names)
    hand.tail(page, end + 1)
    return Book(around(hand, [page])), hand.truths


def ledger_deep(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """Three merged heading levels: group, family (发放宣传资料), leaf (总数 · 其中:校园手册) with the unit."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    left = order.offset[1]
    asked = hand.indicators()
    row = hand.top(page, 2 + len(asked), _title(hand), None, None)
    page.span(row, left, row + 2, left, "序号")
    page.span(row, left + 1, row + 2, left + 1, "单位名称")
    column, names = left + 2, {}
    for group, members in hand.groups():
        page.span(row, column, row, column + len(members) - 1, group)
        at = 0
        while at < len(members):
            family = _family(members[at])
            kin = [i for i in members[at:] if family is not None and _family(i) == family] or [members[at]]
            if len(kin) == 1:
                heading = hand.heading(members[at])
                text = heading.with_unit()
                page.span(row + 1, column, row + 2, column, text)
                names[members[at].id] = f"{group}/{text}"
            else:
                assert family is not None
                heading = hand.heading(kin[0])
                page.span(row + 1, column, row + 1, column + len(kin) - 1, f"{family}（{heading.unit}）")
                for further, indicator in enumerate(kin):
                    own = hand.heading(indicator)
                    hand.chosen[indicator.id] = Heading(own.text, heading.unit, heading.scale, True)
                    leaf = FAMILIES[family][indicator.id]
                    page.put(row + 2, column + further, leaf, "head")
                    names[indicator.id] = f"{group}/{family}（{heading.unit}）/{leaf}"
            column += len(kin)
            at += len(kin)
    end = body(hand, page, row + 3, left, asked, names)
    hand.tail(page, end + 1)
    return Book(around(hand, [page])), hand.truths


def transposed(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """Indicators down, townships across."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    left, year = order.offset[1], order.years[-1]
    row = hand.top(page, 2 + len(order.townships), _title(hand), None, None)
    page.put(row, left, "指标", "head")
    page.put(row, left + 1, "计量单位", "head")
    for at, township in enumerate(order.townships):
        page.put(row, left + 2 + at, hand.name(township), "head")
    last = left + 2 + len(order.townships)
    if "totals" in order.extras:
        page.put(row, last, "全县合计", "head")
    for indicator in hand.indicators():
        row += 1
        heading = hand.heading(indicator)
        page.put(row, left, heading.text)
        page.put(row, left + 1, heading.unit)
        for at, township in enumerate(order.townships):
            hand.figure(page, row, left + 2 + at, township, year, indicator)
        if "totals" in order.extras:
            page.put(row, last, total(hand, order.townships, year, indicator))
    hand.tail(page, row + 2)
    return Book(around(hand, [page])), hand.truths


def body(
    hand: Hand, page: Page, row: int, left: int, asked: list[Indicator], names: dict[str, str], year: int | None = None
) -> int:
    """Writes a row per township (with 小计 and 合计 where ordered) and returns the next free row."""
    order = hand.order
    year = year or order.years[-1]
    blocks = [order.townships]
    if "subtotals" in order.extras:
        half = len(order.townships) // 2
        blocks = [order.townships[:half], order.townships[half:]]
    number = 0
    for block in blocks:
        for township in block:
            number += 1
            page.put(row, left, number)
            page.put(row, left + 1, hand.name(township))
            for at, indicator in enumerate(asked):
                hand.figure(page, row, left + 2 + at, township, year, indicator, heading_text=names[indicator.id])
            row += 1
        if len(blocks) > 1:
            row = _sums(hand, page, row, left, asked, block, year, "小计")
        if "spacers" in order.extras:
            row += 1
    if "totals" in order.extras:
        row = _sums(hand, page, row, left, asked, order.townships, year, "合  计")
    return row


def _sums(
    hand: Hand,
    page: Page,
    row: int,
    left: int,
    asked: list[Indicator],
    townships: tuple[str, ...],
    year: int,
    label: str,
) -> int:
    page.put(row, left + 1, label, "head")
    for at, indicator in enumerate(asked):
        written = total(hand, townships, year, indicator)
        if at == 0 and label != "小计" and "wrong_total" in hand.order.extras and isinstance(written.value, int):
            written = as_written(written.value + 10)
        page.put(row, left + 2 + at, written)
    return row + 1


def total(hand: Hand, townships: tuple[str, ...], year: int, indicator: Indicator) -> Written:
    """The sum of what is stated, in the heading's unit; a dash for rates."""
    if indicator.kind == "rate":
        return as_written("—")
    values = [s.value for t in townships if (s := hand.stated(t, year, indicator)).value is not None]
    summed = sum(values) / hand.heading(indicator).scale
    return as_written(int(summed) if summed == int(summed) else round(summed, 6))


def _family(indicator: Indicator) -> str | None:
    return next((family for family, members in FAMILIES.items() if indicator.id in members), None)


def _title(hand: Hand) -> str:
    return f"{hand.order.county_name}{hand.years_said()}各乡镇（街道）法治建设情况汇总表"
