"""The cards of the overview do not call a sum complete that lacks townships which sent other figures."""

from __future__ import annotations

import pandas as pd
import pytest

from ui import cards

NONE_ROUGH = {"qualifier": "exact", "parts_missing": 0, "parts_waiting": 0}


def cells(*states: str) -> pd.DataFrame:
    return pd.DataFrame([{"township": f"{n}镇", "state": state, **NONE_ROUGH} for n, state in enumerate(states)])


@pytest.mark.parametrize(
    ("states", "sent", "said"),
    [
        (("reported", "reported"), {"0镇", "1镇"}, "无约数，无缺项"),
        (("reported", "missing", "missing"), {"0镇", "1镇", "2镇"}, "2 个乡镇缺此项"),
        # Who sent nothing at all is told elsewhere, once for all cards.
        (("reported", "missing"), {"0镇"}, "无约数，无缺项"),
        (("reported", "not_applicable"), {"0镇", "1镇"}, "无约数，无缺项"),
        # What came and waits for an answer is not left out, and the sum is not whole without it.
        (("reported", "waiting", "missing"), {"0镇", "1镇", "2镇"}, "1 处待核实、1 个乡镇缺此项"),
    ],
)
def test_what_reporting_townships_left_out_is_counted(states, sent, said) -> None:
    assert cards._notes(cells(*states), frozenset(sent)) == said
