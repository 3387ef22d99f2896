"""The form: one township and year, an indicator a row; also in two or three blocks side by side, or broken over pages."""

from __future__ import annotations

from analytics.synthetic.book import Book, Page
from analytics.synthetic.hand import Hand, Order, hidden_draft, instructions
from analytics.synthetic.headings import numbered
from analytics.synthetic.stated import Truth
from analytics.synthetic.statements import Statements

ORDINALS = "一二三四五六七八九十"
BULLETS = ("plain", "dot", "bracket", "plain")


def form(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """序号 | 指标 | 单位 | 数量 | 备注, with a row for each group."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    fill(hand, page, order.townships[0], order.years[-1])
    return Book(around(hand, [page])), hand.truths


def fill(hand: Hand, page: Page, township: str, year: int, *, pages: int = 1) -> int:
    """Writes a whole form on ``page`` and returns the next free row; ``pages`` > 1 repeats the heading row."""
    order = hand.order
    says = order.says
    title = f"{order.county_name}{f'{year}年度' if 'year' in says else ''}法治建设工作统计表"
    spoken = hand.name(township)
    if "township" in says and order.choice % 2:
        title = f"{spoken}{f'{year}年' if 'year' in says else ''}法治政府建设情况统计表"
    row = hand.top(page, 5, title, spoken if "township" in says else None, year if "year" in says else None)
    if "spacers" in order.extras:
        row += 1
    left = order.offset[1]
    style = BULLETS[order.choice % len(BULLETS)]

    def heads(at: int) -> int:
        for column, text in enumerate(("序号", "指标名称", "单位", "数 量" if order.choice % 2 else "数量", "备注")):
            page.put(at, left + column, text, "head")
        return at + 1

    row = heads(row)
    number = 0
    groups = hand.groups()
    for at, (group, members) in enumerate(groups):
        if pages > 1 and at and at % max(1, len(groups) // pages) == 0:
            row = heads(row + 1)
        page.span(row, left, row, left + 4, f"{ORDINALS[at]}、{group}", "head")
        row += 1
        for indicator in members:
            number += 1
            heading = hand.heading(indicator)
            text = numbered(heading.text, number, style)
            page.put(row, left, number)
            page.put(row, left + 1, text)
            page.put(row, left + 2, heading.unit)
            hand.figure(page, row, left + 3, township, year, indicator, heading_text=text)
            if "hidden_rows" in order.extras and number % 14 == 0:
                row += 1
                page.put(row, left + 1, text)
                page.put(row, left + 2, heading.unit)
                page.put(row, left + 3, 7777)
                page.hidden_rows.add(row)
            row += 1
        if "spacers" in order.extras:
            row += 1
    hand.tail(page, row + 1)
    return row + 3


def form_pages(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """The form printed over three pages: the heading row is repeated."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    fill(hand, page, order.townships[0], order.years[-1], pages=3)
    return Book(around(hand, [page])), hand.truths


def form_blocks(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """The form in two or three blocks side by side: 指标 | 单位 | 数量 | 指标 | 单位 | 数量."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    township, year = order.townships[0], order.years[-1]
    blocks = 2 + order.choice % 2
    said = f"{year}年" if "year" in order.says else ""
    row = hand.top(
        page,
        3 * blocks,
        f"{order.county_name}{said}法治建设主要数据",
        hand.name(township) if "township" in order.says else None,
        year if "year" in order.says else None,
    )
    left = order.offset[1]
    asked = hand.indicators()
    height = -(-len(asked) // blocks)
    for block in range(blocks):
        for column, text in enumerate(("指标", "单位", "数量")):
            page.put(row, left + 3 * block + column, text, "head")
        for down, indicator in enumerate(asked[block * height : (block + 1) * height], start=1):
            heading = hand.heading(indicator)
            page.put(row + down, left + 3 * block, heading.text)
            page.put(row + down, left + 3 * block + 1, heading.unit)
            hand.figure(page, row + down, left + 3 * block + 2, township, year, indicator)
    hand.tail(page, row + height + 2)
    return Book(around(hand, [page])), hand.truths


def around(hand: Hand, pages: list[Page]) -> tuple[Page, ...]:
    """The pages with the extra sheets the order asks for."""
    if "instructions" in hand.order.extras:
        pages = [instructions(), *pages]
    if "hidden_sheet" in hand.order.extras:
        pages = [*pages, hidden_draft(hand)]
    return tuple(pages)
