"""Long tables: one figure a row (年度 | 乡镇 | 指标 | 单位 | 数值)."""

from __future__ import annotations

from analytics.synthetic.book import Book, Page
from analytics.synthetic.hand import Hand, Order
from analytics.synthetic.layouts.form import around
from analytics.synthetic.stated import Truth
from analytics.synthetic.statements import Statements


def long(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """One figure a row, with its year, township, indicator and unit."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    left, row = order.offset[1], order.offset[0]
    for at, text in enumerate(("年度", "填报单位", "指标名称", "计量单位", "数值")):
        page.put(row, left + at, text, "head")
    for year in order.years:
        for township in order.townships:
            for indicator in hand.indicators():
                row += 1
                heading = hand.heading(indicator)
                page.put(row, left, year if order.choice % 2 == 0 else f"{year}年")
                page.put(row, left + 1, hand.name(township))
                page.put(row, left + 2, heading.text)
                page.put(row, left + 3, heading.unit)
                hand.figure(page, row, left + 4, township, year, indicator)
    return Book(around(hand, [page])), hand.truths
