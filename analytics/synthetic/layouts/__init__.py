"""One layout a function: an order and the statements in, a book and its truth out."""

from __future__ import annotations

from collections.abc import Callable

from analytics.synthetic.book import Book
from analytics.synthetic.hand import Order
from analytics.synthetic.layouts.activity_log import activity_log
from analytics.synthetic.layouts.compared import sheet_per_year, this_last, years_across
from analytics.synthetic.layouts.form import form, form_blocks, form_pages
from analytics.synthetic.layouts.ledger import ledger_deep, ledger_flat, ledger_grouped, transposed
from analytics.synthetic.layouts.long import long
from analytics.synthetic.layouts.periods import months, quarters, quarters_untotalled
from analytics.synthetic.layouts.several import several_tables
from analytics.synthetic.layouts.sheets import sheet_per_indicator, sheet_per_township
from analytics.synthetic.stated import Truth
from analytics.synthetic.statements import Statements

Layout = Callable[[Order, Statements], tuple[Book, list[Truth]]]

LAYOUTS: dict[str, Layout] = {
    "form": form,
    "form_blocks": form_blocks,
    "form_pages": form_pages,
    "ledger_flat": ledger_flat,
    "ledger_grouped": ledger_grouped,
    "ledger_deep": ledger_deep,
    "transposed": transposed,
    "years_across": years_across,
    "this_last": this_last,
    "quarters": quarters,
    "quarters_untotalled": quarters_untotalled,
    "months": months,
    "long": long,
    "sheet_per_township": sheet_per_township,
    "sheet_per_year": sheet_per_year,
    "sheet_per_indicator": sheet_per_indicator,
    "activity_log": activity_log,
    "several_tables": several_tables,
}
"""All layouts by name. ``years_across``, ``this_last`` and ``sheet_per_year`` hold several years of the same townships."""

SPLITTING = frozenset({"quarters", "quarters_untotalled", "months"})
"""Layouts that split a figure into parts, so that it must be exact."""

SINGLE = ("form", "form_blocks", "form_pages", "several_tables", "this_last", "long", "quarters", "months")
"""Layouts a township sends for itself."""

COUNTY = ("ledger_flat", "ledger_grouped", "ledger_deep", "transposed", "sheet_per_township")
"""Layouts a county sends for many townships and one year."""
