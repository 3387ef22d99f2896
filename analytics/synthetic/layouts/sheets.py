"""Workbooks of many sheets: one per township, one per indicator."""

from __future__ import annotations

from dataclasses import replace

from analytics.synthetic.book import Book, Page, unique_names
from analytics.synthetic.hand import Hand, Order
from analytics.synthetic.layouts.form import around, fill
from analytics.synthetic.stated import Truth
from analytics.synthetic.statements import Statements


def sheet_per_township(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """A form on a sheet for each township; only the sheet's name says which."""
    hand = Hand.of(replace(order, says=order.says - {"township"}, choice=order.choice // 2 * 2), statements)
    pages = []
    for township, name in zip(order.townships, unique_names(order.townships), strict=True):
        page = Page(name)
        fill(hand, page, township, order.years[-1])
        pages.append(page)
    return Book(around(hand, pages)), hand.truths


def sheet_per_indicator(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """A sheet for each indicator: townships down, years across; the sheet's name and title say the indicator."""
    hand = Hand.of(order, statements)
    asked = hand.indicators()
    left = order.offset[1]
    pages = []
    for indicator, name in zip(asked, unique_names([hand.heading(i).text for i in asked]), strict=True):
        heading = hand.heading(indicator)
        page = Page(name)
        row = hand.top(page, 1 + len(order.years), heading.with_unit(), None, None)
        page.put(row, left, "乡镇（街道）", "head")
        for at, year in enumerate(order.years):
            page.put(row, left + 1 + at, f"{year}年", "head")
        for township in order.townships:
            row += 1
            page.put(row, left, hand.name(township))
            for at, year in enumerate(order.years):
                hand.figure(page, row, left + 1 + at, township, year, indicator)
        pages.append(page)
    return Book(around(hand, pages)), hand.truths
