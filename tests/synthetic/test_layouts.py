"""Every layout, in its variants, writes exactly the truth it gives."""

from __future__ import annotations

import pytest
from cell_texts import texts

from analytics.catalogue import load_catalogue
from analytics.synthetic.book import csv_bytes, xlsx_bytes
from analytics.synthetic.hand import Order
from analytics.synthetic.headings import KNOWN, STRANGE
from analytics.synthetic.layouts import COUNTY, LAYOUTS
from analytics.synthetic.layouts.activity_log import LOGGED
from analytics.synthetic.plan import Invented, invent
from analytics.synthetic.stated import Truth
from analytics.synthetic.values import ASKED

YEARS = (2022, 2023, 2024)
SEVERAL_YEARS = {"years_across": 3, "this_last": 2, "sheet_per_year": 3, "sheet_per_indicator": 3, "long": 3}
MANY = {*COUNTY, "sheet_per_year", "sheet_per_indicator", "long"}


@pytest.fixture(scope="module")
def invented() -> Invented:
    return invent(24, YEARS, 5)


def order(layout: str, invented: Invented, choice: int, township: str) -> Order:
    names = invented.county.names[:7] if layout in MANY else (township,)
    return Order(
        names, YEARS if layout in SEVERAL_YEARS else (2023,), ASKED, 31 + choice, mess=0.2 * choice, choice=choice,
        offset=(choice, choice % 2), strange=choice == 2,
        extras=frozenset({"totals", "subtotals", "instructions", "hidden_rows", "hidden_columns", "hidden_sheet", "spacers"}),
    )  # fmt: skip


def exact_township(invented: Invented) -> str:
    return next(
        n for n in invented.county.names
        if all((s := invented.statements.of(n, 2023, i)).qualifier == "exact" and s.value for i in LOGGED)
        and invented.statements.all_exact(n, 2023)
    )  # fmt: skip


@pytest.mark.parametrize("choice", [0, 1, 2])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_truth_stands_in_its_cells(layout: str, choice: int, invented: Invented) -> None:
    wanted = order(layout, invented, choice, exact_township(invented))
    book, truths = LAYOUTS[layout](wanted, invented.statements)
    held = texts("file.xlsx", xlsx_bytes(book))
    assert truths
    for truth in truths:
        assert held.get((truth.sheet, truth.cell), "") == truth.raw, truth
        stated = invented.statements.of(truth.township, int(truth.year or 0), truth.indicator)
        assert (truth.value, truth.state) == (stated.value, stated.state)
        if truth.cells:
            assert added(truth, held, layout) == pytest.approx(truth.value or 0)


def added(truth: Truth, held: object, layout: str) -> float:
    """The figure as the sum, or for sessions in a log the number, of its cells."""
    assert isinstance(held, dict)
    parts = [held.get((truth.sheet, cell), "") for cell in truth.cells]
    if layout == "activity_log" and truth.indicator not in ("people_reached", "leaflets"):
        assert len(set(parts)) == 1
        return len(parts)
    scale = 10_000 if (truth.value or 0) > 3 * sum(float(p or 0) for p in parts) else 1
    return sum(float(part or 0) for part in parts) * scale


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_all_that_is_asked_for(layout: str, invented: Invented) -> None:
    wanted = order(layout, invented, 1, exact_township(invented))
    _, truths = LAYOUTS[layout](wanted, invented.statements)
    years = SEVERAL_YEARS.get(layout, 1)
    asked = len(LOGGED) if layout == "activity_log" else len(ASKED)
    assert len(truths) == len(wanted.townships) * years * asked
    assert len({(t.township, t.year, t.indicator) for t in truths}) == len(truths)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_order_gives_the_same_bytes(layout: str, invented: Invented) -> None:
    wanted = order(layout, invented, 2, exact_township(invented))
    first, second = (LAYOUTS[layout](wanted, invented.statements)[0] for _ in range(2))
    assert xlsx_bytes(first) == xlsx_bytes(second)
    assert csv_bytes(first.pages[0], "gb18030") == csv_bytes(second.pages[0], "gb18030")


def test_known_wordings_are_the_catalogues_and_strange_ones_are_not() -> None:
    catalogue = load_catalogue()
    every = {wording for i in catalogue.indicators for wording in (i.name_zh, *i.wordings)}
    for indicator, wordings in KNOWN.items():
        entry = catalogue.by_id[indicator]
        assert set(wordings) <= {entry.name_zh, *entry.wordings}, indicator
    assert not {wording for wordings in STRANGE.values() for wording in wordings} & every
