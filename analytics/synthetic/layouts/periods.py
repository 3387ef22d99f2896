"""Quarters and months across, with a 合计 column or without (then flows add up and stocks are the last)."""

from __future__ import annotations

import numpy as np

from analytics.catalogue import Indicator
from analytics.synthetic.book import Book, Page, as_written
from analytics.synthetic.hand import Hand, Order
from analytics.synthetic.layouts.form import around
from analytics.synthetic.stated import Stated, Truth
from analytics.synthetic.statements import Statements

QUARTERS = ("一季度", "二季度", "三季度", "四季度")
MONTHS = tuple(f"{month}月" for month in range(1, 13))


def quarters(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """指标 | 单位 | 一季度 … 四季度 | 合计."""
    return _periods(order, statements, QUARTERS, total=True)


def quarters_untotalled(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """Quarters without a total; rates stand in a second table of yearly figures."""
    return _periods(order, statements, QUARTERS, total=False)


def months(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """Twelve months and 全年合计."""
    return _periods(order, statements, MONTHS, total=True)


def _periods(order: Order, statements: Statements, periods: tuple[str, ...], total: bool) -> tuple[Book, list[Truth]]:
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    township, year = order.townships[0], order.years[-1]
    left = order.offset[1]
    width = 2 + len(periods) + total
    title = f"{order.county_name}{year}年度法治建设工作进度统计表"
    row = hand.top(page, width, title, hand.name(township), year)
    label = "全年合计" if len(periods) == 12 else "合计"
    for at, text in enumerate(("指标", "单位", *periods, *((label,) if total else ()))):
        page.put(row, left + at, text, "head")
    later: list[Indicator] = []
    for indicator in hand.indicators():
        if not total and indicator.kind == "rate":
            later.append(indicator)
            continue
        row += 1
        _row(hand, page, row, left, indicator, len(periods), total)
    if later:
        row += 2
        for at, text in enumerate(("指标", "单位", "全年")):
            page.put(row, left + at, text, "head")
        for indicator in later:
            row += 1
            page.put(row, left, hand.heading(indicator).text)
            page.put(row, left + 1, hand.heading(indicator).unit)
            hand.figure(page, row, left + 2, township, year, indicator)
    hand.tail(page, row + 2)
    return Book(around(hand, [page])), hand.truths


def _row(hand: Hand, page: Page, row: int, left: int, indicator: Indicator, count: int, total: bool) -> None:
    township, year = hand.order.townships[0], hand.order.years[-1]
    heading = hand.heading(indicator)
    page.put(row, left, heading.text)
    page.put(row, left + 1, heading.unit)
    stated = hand.stated(township, year, indicator)
    first = left + 2
    parts = shares(stated, indicator, count, hand.rng)
    cells = [
        page.put(row, first + at, as_written(None if part is None else _scaled(part, heading.scale)))
        for at, part in enumerate(parts)
    ]
    if total:
        hand.figure(page, row, first + count, township, year, indicator)
        return
    at = count - 1 if indicator.kind == "stock" else 0
    several = () if indicator.kind == "stock" else tuple(cells)
    written = page.cells[row, first + at][0]
    place = (township, year, indicator.id)
    hand.place(page, row, first + at, written, stated, place, heading.text, heading.known, several)


def shares(stated: Stated, indicator: Indicator, count: int, rng: np.random.Generator) -> list[float | None]:
    """A year's value by period: a flow split so that it adds up, a stock growing to its value, a rate standing still."""
    if stated.value is None or stated.qualifier != "exact":
        return [None] * count
    if indicator.kind == "rate":
        return [stated.value] * count
    if indicator.kind == "stock":
        start = max(0.0, stated.value - 1)
        return [start if at < count // 2 else stated.value for at in range(count)]
    step = 100 if indicator.unit == "元" else 1
    drawn = rng.multinomial(int(stated.value) // step, [1 / count] * count)
    parts: list[float | None] = [float(part) * step for part in drawn]
    assert parts[-1] is not None
    parts[-1] += int(stated.value) % step
    return parts


def _scaled(value: float, scale: int) -> int | float:
    scaled = value / scale
    return int(scaled) if scaled == int(scaled) else round(scaled, 6)
