"""Changes of small event counts that chance explains: a note beside the change, never a question to the township.

The note itself stands in every table of changes (columns ``within_chance`` and ``p`` of ``measures.changes``), so that
12 → 20 is not read as news of +67 %. Here are its id and all changes of a year that it is printed beside.
"""

from __future__ import annotations

import pandas as pd

from analytics.checks.county import County
from analytics.measures.change import SMALL_COUNT_CHANGE, changes
from analytics.measures.indicators import indicator_table

ID = SMALL_COUNT_CHANGE


def small_count_changes(county: County, year: int) -> pd.DataFrame:
    """The changes of event counts against the year before for which chance can be judged.

    Columns as of ``measures.changes`` with the key ``indicator``: among them this, last, p (two-sided, given the sum)
    and within_chance, where the note is printed. Empty for a year without figures.
    """
    table = indicator_table(county.figures, county.catalogue, county.townships, county.years)
    moved = changes(table, year, year - 1, key="indicator")
    return moved[moved["p"].notna()].reset_index(drop=True)
