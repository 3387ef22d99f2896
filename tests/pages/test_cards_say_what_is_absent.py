"""The cards of the overview do not call a sum complete that lacks townships which sent other figures."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd
import pytest

from analytics.catalogue import Roster, Township
from analytics.model import Figure, Qualifier, Reading, Source, State
from analytics.store import Store
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


def test_a_card_says_how_many_townships_its_change_compares_where_fewer_than_in_its_sum() -> None:
    three = cells("reported", "reported", "reported")
    assert cards._rests_on({"n_both": 3}, three) is None
    assert cards._rests_on({"n_both": 0}, three) is None  # the change itself says why there is none
    assert cards._rests_on({"n_both": 2}, three) == 2
    assert cards._notes(three, frozenset(), 2) == "2 个乡镇之比"


def test_a_change_of_one_township_among_several_has_no_percent(open_session, tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    store.replace_roster(Roster((Township("1", "甲镇"), Township("2", "乙镇"))), "测试")
    of = ("甲镇", 2023, 8000), ("甲镇", 2024, 3000), ("乙镇", 2024, 500)
    for town, year, value in of:
        source = Source("表", "B2", str(value))
        figure = Figure(town, year, "leaflets", float(value), Qualifier.EXACT, State.REPORTED, "份", source)
        name = f"{town}{year}.xlsx"
        upload = store.add_upload(
            name, name.encode(), "镇", Reading(name, hashlib.sha256(name.encode()).hexdigest(), "return", (figure,))
        )
        store.accept(upload, [figure], "县")
    store.close()
    session = open_session(None, "overview", year="2024")
    [card] = [m for m in session.metric if m.label == "宣传资料"]
    assert (card.value, card.delta) == ("3,500", "▼ 5,000")
    assert card.proto.delta_description == "1 个乡镇之比"
    # Looked at alone, the township's percent is its own.
    session = open_session(None, "overview", year="2024", townships="甲镇")
    [card] = [m for m in session.metric if m.label == "宣传资料"]
    assert (card.delta, card.proto.delta_description) == ("▼ 5,000 (−62.5 %)", "无约数，无缺项")
