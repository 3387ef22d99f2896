"""Several tables on a sheet: one per group, each with its own title and heading, some beside each other."""

from __future__ import annotations

from analytics.synthetic.book import Book, Page
from analytics.synthetic.hand import Hand, Order
from analytics.synthetic.layouts.form import ORDINALS, around
from analytics.synthetic.stated import Truth
from analytics.synthetic.statements import Statements


def several_tables(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """附表一, 附表二, … of one township, one under the other, the headings not all alike."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    township, year = order.townships[0], order.years[-1]
    left = order.offset[1]
    row = hand.top(page, 5, f"{hand.name(township)}{year}年法治建设数据附表", hand.name(township), year)
    for at, (group, members) in enumerate(hand.groups()):
        row += 1
        page.put(row, left, f"附表{ORDINALS[at]}  {group}", "note")
        row += 1
        if at % 3 == 2:
            # A small ledger: the headings across, one row of figures.
            for across, indicator in enumerate(members):
                page.put(row, left + across, hand.heading(indicator).with_unit(), "head")
                hand.figure(page, row + 1, left + across, township, year, indicator)
            row += 2
            continue
        for column, text in enumerate(("项目", "单位", "数量")):
            page.put(row, left + column, text, "head")
        for indicator in members:
            row += 1
            heading = hand.heading(indicator)
            page.put(row, left, heading.text)
            page.put(row, left + 1, heading.unit)
            hand.figure(page, row, left + 2, township, year, indicator)
        row += 1
    hand.tail(page, row + 1)
    return Book(around(hand, [page])), hand.truths
