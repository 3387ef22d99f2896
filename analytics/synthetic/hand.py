"""The hand that fills in a file: its handwriting (headings, untidy cells) and what it writes around the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from analytics.catalogue import Catalogue, Indicator, load_catalogue
from analytics.synthetic.book import Page, Written
from analytics.synthetic.cells import write
from analytics.synthetic.headings import Heading, choose
from analytics.synthetic.stated import Stated, Truth
from analytics.synthetic.statements import Statements

CLERKS = ("卞安禾", "郁知微", "单听澜", "厉小满", "尚闻笛", "燕拾秋")


@dataclass(frozen=True, slots=True)
class Order:
    """What a file is to hold and how it is to look.

    ``mess`` is the share of cells not written as plain numbers. ``says`` names what stands in the cells: a file whose
    cells do not say the year or the township has it in its name. ``extras``: instructions · hidden_rows ·
    hidden_columns · hidden_sheet · totals · subtotals · spacers. ``spoken`` holds the name a township goes by in this file.
    """

    townships: tuple[str, ...]
    years: tuple[int, ...]
    indicators: tuple[str, ...]
    seed: int
    mess: float = 0.15
    varied: bool = True
    strange: bool = False
    offset: tuple[int, int] = (0, 0)
    says: frozenset[str] = frozenset({"township", "year"})
    extras: frozenset[str] = frozenset()
    spoken: Mapping[str, str] = field(default_factory=dict)
    sheet: str = "统计表"
    county_name: str = "示例县"
    choice: int = 0
    """Which variant of a layout: two or three blocks, with or without a total, in which order."""


@dataclass
class Hand:
    """Fills in one file for an order, and notes the truth of every figure it writes."""

    order: Order
    statements: Statements
    rng: np.random.Generator
    catalogue: Catalogue
    truths: list[Truth] = field(default_factory=list)
    chosen: dict[str, Heading] = field(default_factory=dict)

    @classmethod
    def of(cls, order: Order, statements: Statements) -> Hand:
        """A hand for ``order``; the same order is always filled in the same way."""
        return cls(order, statements, np.random.default_rng(order.seed), load_catalogue())

    def indicators(self) -> list[Indicator]:
        """The indicators asked for, in the order of the catalogue."""
        wanted = set(self.order.indicators)
        return [i for i in self.catalogue.indicators if i.id in wanted]

    def groups(self) -> list[tuple[str, list[Indicator]]]:
        """The indicators asked for by group: (Chinese name, indicators)."""
        asked = self.indicators()
        return [
            (group.name_zh, members)
            for group in self.catalogue.groups
            if (members := [i for i in asked if i.group == group.id])
        ]

    def heading(self, indicator: Indicator) -> Heading:
        """What this file calls ``indicator``: the same throughout the file."""
        if indicator.id not in self.chosen:
            tens = indicator.id in ("leaflets", "school_leaflets") and self.order.choice % 3 == 2 and self.order.varied
            self.chosen[indicator.id] = choose(
                indicator, self.rng, varied=self.order.varied, strange=self.order.strange, ten_thousands=tens
            )
        return self.chosen[indicator.id]

    def name(self, township: str) -> str:
        """What this file calls ``township``."""
        return self.order.spoken.get(township, township)

    def stated(self, township: str, year: int, indicator: Indicator) -> Stated:
        """What the township states."""
        return self.statements.of(township, year, indicator.id)

    def figure(
        self,
        page: Page,
        row: int,
        column: int,
        township: str,
        year: int,
        indicator: Indicator,
        *,
        heading: Heading | None = None,
        heading_text: str | None = None,
    ) -> Written:
        """Writes one figure, notes its truth, and returns what was written."""
        used = heading or self.heading(indicator)
        stated = self.stated(township, year, indicator)
        written = write(stated, used, self.rng, self.order.mess)
        self.place(
            page, row, column, written, stated, (township, year, indicator.id), heading_text or used.text, used.known
        )
        return written

    def place(
        self,
        page: Page,
        row: int,
        column: int,
        written: Written,
        stated: Stated,
        place: tuple[str, int, str],
        heading: str,
        known: bool = True,
        cells: tuple[str, ...] = (),
    ) -> None:
        """Writes ``written`` and notes that it stands for ``stated``."""
        cell = page.put(row, column, written)
        township, year, indicator = place
        self.truths.append(
            Truth(
                township, year, indicator, stated.value, stated.qualifier, stated.state,
                written.shown, page.name, cell, heading, known, cells,
            )
        )  # fmt: skip

    def top(self, page: Page, width: int, title: str, township: str | None, year: int | None) -> int:
        """Writes title and 填报单位 line at the order's offset, ``width`` columns wide; returns the next free row."""
        row, column = self.order.offset
        page.span(row, column, row, column + width - 1, title, "title")
        row += 1
        line: list[str] = []
        if township is not None:
            line.append(f"填报单位：{township}")
        if year is not None:
            line.append(f"填报日期：{year + 1}年1月{int(self.rng.integers(5, 28))}日")
        for at, text in enumerate(line):
            page.put(row, column + at * max(1, width // 2), text, "note")
        return row + 1 if line else row

    def tail(self, page: Page, row: int) -> None:
        """Writes notes and signatures under the table."""
        column = self.order.offset[1]
        page.put(row, column, "注：1.本表数据截至当年12月31日；2.培训每年不少于2次，资料不少于1000份。", "note")
        clerk = CLERKS[int(self.rng.integers(len(CLERKS)))]
        page.put(row + 1, column, f"填表人：{clerk}", "note")
        page.put(row + 1, column + 2, "审核人：", "note")
        page.put(row + 1, column + 3, "联系电话：0000-1234567", "note")

    def years_said(self) -> str:
        """``2023年度`` where the cells say the year, nothing where they do not."""
        return f"{self.order.years[-1]}年度" if "year" in self.order.says else ""


def instructions() -> Page:
    """A sheet of guidance whose numbers are not figures."""
    page = Page("填表说明")
    for row, text in enumerate(
        (
            "填表说明",
            "1.法治宣传活动：指面向社会开展的普法活动，每次参加人数一般不少于30人，全年不少于12场次。",
            "2.发放宣传资料：按实际发放份数统计，8万份以上的请附说明。",
            "3.学法考试参考率、合格率按百分数填写，如100%。",
            "4.请于次年1月31日前报送，联系电话0000-1234567。",
        )
    ):
        page.put(row, 0, text, "title" if row == 0 else "note")
    return page


def hidden_draft(hand: Hand) -> Page:
    """A hidden sheet with an old draft whose numbers must not be read."""
    page = Page("Sheet9", hidden=True)
    page.put(0, 0, "草稿")
    for row, indicator in enumerate(hand.indicators()[:6], start=1):
        page.put(row, 0, indicator.name_zh)
        page.put(row, 1, 900 + row)
    return page
