"""Several years in one file: years across, this year beside last year, and a sheet per year."""

from __future__ import annotations

from dataclasses import replace

from analytics.synthetic.book import Book, Page, Written, as_written
from analytics.synthetic.hand import Hand, Order
from analytics.synthetic.layouts.form import around
from analytics.synthetic.layouts.ledger import body
from analytics.synthetic.stated import Truth
from analytics.synthetic.statements import Statements


def years_across(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """指标 | 单位 | 2023年 | 2024年 | 2025年 for one township."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    township = order.townships[0]
    left = order.offset[1]
    span = f"{order.years[0]}—{order.years[-1]}年"
    title = f"{hand.name(township)}{span}法治建设情况对比表"
    row = hand.top(page, 2 + len(order.years), title, hand.name(township), None)
    page.put(row, left, "指标", "head")
    page.put(row, left + 1, "单位", "head")
    for at, year in enumerate(order.years):
        page.put(row, left + 2 + at, f"{year}年" if order.choice % 2 == 0 else year, "head")
    for indicator in hand.indicators():
        row += 1
        heading = hand.heading(indicator)
        page.put(row, left, heading.text)
        page.put(row, left + 1, heading.unit)
        for at, year in enumerate(order.years):
            hand.figure(page, row, left + 2 + at, township, year, indicator)
    hand.tail(page, row + 2)
    return Book(around(hand, [page])), hand.truths


def this_last(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """指标 | 单位 | 本年数 | 上年数 | 增减 | 增长率: the last two follow from the others and are no figures."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    township, year = order.townships[0], order.years[-1]
    left = order.offset[1]
    title = f"{order.county_name}{year}年度法治建设统计表"
    row = hand.top(page, 7, title, hand.name(township), year)
    for at, text in enumerate(("序号", "项目", "计量单位", "本年数", "上年数", "增减", "增长率")):
        page.put(row, left + at, text, "head")
    for number, indicator in enumerate(hand.indicators(), start=1):
        row += 1
        heading = hand.heading(indicator)
        page.put(row, left, number)
        page.put(row, left + 1, heading.text)
        page.put(row, left + 2, heading.unit)
        hand.figure(page, row, left + 3, township, year, indicator)
        hand.figure(page, row, left + 4, township, year - 1, indicator)
        new, old = (hand.stated(township, y, indicator) for y in (year, year - 1))
        if new.value is None or old.value is None or new.qualifier != "exact" or old.qualifier != "exact":
            page.put(row, left + 5, "—")
            page.put(row, left + 6, "—")
            continue
        page.put(row, left + 5, as_written(round((new.value - old.value) / heading.scale, 6)))
        grown = (new.value - old.value) / old.value if old.value else None
        page.put(row, left + 6, "—" if grown is None else Written(round(grown, 4), f"{grown:.1%}", "0.0%"))
    hand.tail(page, row + 2)
    return Book(around(hand, [page])), hand.truths


def sheet_per_year(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """A ledger on a sheet for each year; only the sheet's name says the year."""
    hand = Hand.of(replace(order, says=frozenset()), statements)
    pages = []
    asked = hand.indicators()
    left = order.offset[1]
    for year in order.years:
        page = Page(f"{year}年")
        row = hand.top(page, 2 + len(asked), f"{order.county_name}各乡镇（街道）法治建设情况汇总表", None, None)
        page.put(row, left, "序号", "head")
        page.put(row, left + 1, "乡镇", "head")
        names = {}
        for at, indicator in enumerate(asked):
            names[indicator.id] = hand.heading(indicator).with_unit()
            page.put(row, left + 2 + at, names[indicator.id], "head")
        body(hand, page, row + 1, left, asked, names, year)
        pages.append(page)
    return Book(around(hand, pages)), hand.truths
