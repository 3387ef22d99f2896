"""Activity logs (台账): one activity a row; sessions are counted by form, people and leaflets summed."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from analytics.synthetic.book import Book, Page, as_written
from analytics.synthetic.hand import Hand, Order
from analytics.synthetic.layouts.form import around
from analytics.synthetic.stated import Stated, Truth
from analytics.synthetic.statements import Statements

FORMS: dict[str, str] = {
    "publicity_events": "法治宣传活动",
    "village_talks": "进村宣讲",
    "school_events": "法治进校园",
    "school_law_classes": "法治课",
    "mock_courts": "模拟法庭",
    "law_performances": "法治文艺演出",
    "case_talks": "以案释法",
}
"""What a log's 活动形式 column says for each indicator that counts sessions."""

SUMMED: dict[str, str] = {"people_reached": "参加人数（人次）", "leaflets": "发放资料（份）"}
LOGGED = (*FORMS, *SUMMED)
"""The indicators an activity log gives."""

PLACES = ("村部广场", "镇文化站", "中心小学", "集贸市场", "便民服务中心", "镇中学", "村民小组")
TOPICS = ("宪法宣传", "民法典宣讲", "禁毒宣传", "反诈宣传", "防范非法集资", "婚姻家庭法律知识")


def activity_log(order: Order, statements: Statements) -> tuple[Book, list[Truth]]:
    """序号 | 日期 | 地点 | 活动形式 | 主题 | 参加人数 | 发放资料, in the order of the dates."""
    hand = Hand.of(order, statements)
    page = Page(order.sheet)
    township, year = order.townships[0], order.years[-1]
    left = order.offset[1]
    title = f"{hand.name(township)}{year}年普法活动台账"
    row = hand.top(page, 7, title, hand.name(township), None)
    columns = ("序号", "活动日期", "活动地点", "活动形式", "活动主题", *SUMMED.values())
    for at, text in enumerate(columns):
        page.put(row, left + at, text, "head")
    stated = {indicator: statements.of(township, year, indicator) for indicator in LOGGED}
    drawn = [form for form in FORMS for _ in range(int(stated[form].value or 0))]
    forms = [drawn[int(at)] for at in hand.rng.permutation(len(drawn))]
    days = sorted(int(day) for day in hand.rng.integers(5, 355, size=len(forms)))
    parts = {i: _split(stated[i], len(forms), hand.rng) for i in SUMMED}
    cells: dict[str, list[str]] = {indicator: [] for indicator in LOGGED}
    first: dict[str, str] = {}
    for number, (form, day) in enumerate(zip(forms, days, strict=True), start=1):
        row += 1
        when = date(year, 1, 1) + timedelta(days=day)
        page.put(row, left, number)
        page.put(row, left + 1, f"{year}.{when.month}.{when.day}" if order.choice % 2 else when.isoformat())
        page.put(row, left + 2, PLACES[int(hand.rng.integers(len(PLACES)))])
        cells[form].append(page.put(row, left + 3, FORMS[form]))
        first.setdefault(form, FORMS[form])
        page.put(row, left + 4, TOPICS[int(hand.rng.integers(len(TOPICS)))])
        for at, indicator in enumerate(SUMMED):
            value = parts[indicator][number - 1]
            cells[indicator].append(page.put(row, left + 5 + at, as_written(value)))
            first.setdefault(indicator, str(value))
    hand.tail(page, row + 2)
    truths = [
        Truth(
            township, year, indicator, stated[indicator].value, "exact", "reported",
            first[indicator], page.name, cells[indicator][0],
            FORMS.get(indicator, SUMMED.get(indicator, "")), True, tuple(cells[indicator]),
        )
        for indicator in LOGGED
        if cells[indicator]
    ]  # fmt: skip
    return Book(around(hand, [page])), truths


def can_log(statements: Statements, township: str, year: int) -> bool:
    """Whether a log can give these figures: all exact, no session count missing."""
    given = [statements.of(township, year, indicator) for indicator in LOGGED]
    return all(s.qualifier == "exact" and s.state == "reported" and s.value is not None and s.value > 0 for s in given)


def _split(stated: Stated, count: int, rng: np.random.Generator) -> list[int]:
    """A total over ``count`` activities, unevenly."""
    weights = rng.uniform(0.4, 1.6, size=count)
    return [int(part) for part in rng.multinomial(int(stated.value or 0), weights / weights.sum())]
