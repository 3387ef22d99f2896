"""What is done about gaps: carried over the years, never overwritten unseen, every change in the history."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from analytics.store import GapConflictError, GapEdit, GapKey, Store, StoreError

GAP = GapKey("resources", "甲镇")
OTHER = GapKey("openness", "乙镇")


def test_owner_and_due_date_carry_over_to_later_years_and_progress_does_not(store):
    edits = [GapEdit(GAP, "owner", "王五"), GapEdit(GAP, "due", "2025-06-30"), GapEdit(GAP, "handling", "working")]
    assert store.change_gaps(2024, edits, "甲") == 3
    this, later = store.gap_cases(2024)[GAP], store.gap_cases(2026)[GAP]
    assert (this.owner, this.due, this.handling) == ("王五", date(2025, 6, 30), "working")
    assert (later.owner, later.due, later.handling) == ("王五", date(2025, 6, 30), "")
    assert GAP not in store.gap_cases(2023)
    store.change_gaps(2026, [GapEdit(GAP, "owner", "", "王五")], "乙")
    assert (store.gap_cases(2026)[GAP].owner, store.gap_cases(2025)[GAP].owner) == ("", "王五")


def test_every_change_is_kept_with_who_when_and_why(store):
    store.change_gaps(2025, [GapEdit(GAP, "owner", "王五"), GapEdit(GAP, "note", "  已电话联系 ")], "甲")
    store.change_gaps(2025, [GapEdit(GAP, "handling", "done", "", "补报了资金文件")], "乙")
    case = store.gap_cases(2025)[GAP]
    assert [(c.field, c.old, c.new, c.reason, c.who) for c in case.history] == [
        ("handling", "", "done", "补报了资金文件", "乙"),
        ("note", "", "已电话联系", "", "甲"),
        ("owner", "", "王五", "", "甲"),
    ]
    assert [n.new for n in case.notes] == ["已电话联系"]
    assert case.reason == "补报了资金文件"
    assert [line.action for line in store.audit()] == ["gap_changed"] * 3


def test_what_stands_already_and_empty_notes_make_no_line(store):
    store.change_gaps(2025, [GapEdit(GAP, "owner", "王五")], "甲")
    assert store.change_gaps(2025, [GapEdit(GAP, "owner", "王五"), GapEdit(GAP, "note", " ")], "乙") == 0
    assert len(store.gap_cases(2025)[GAP].history) == 1


def test_the_data_keep_their_version_so_that_a_note_recomputes_nothing(store):
    version, writes = store.version(), store.writes()
    store.change_gaps(2025, [GapEdit(GAP, "note", "x")], "甲")
    assert store.version() == version
    assert store.writes() > writes


def test_who_changes_what_another_changed_since_is_told_and_all_of_it_stays_undone(store):
    store.change_gaps(2025, [GapEdit(GAP, "owner", "王五")], "甲")
    with pytest.raises(GapConflictError) as told:
        store.change_gaps(2025, [GapEdit(OTHER, "owner", "赵六"), GapEdit(GAP, "owner", "赵六", "")], "乙")
    assert "甲" in told.value.text.zh
    assert "责任人" in told.value.text.zh
    assert store.gap_cases(2025)[GAP].owner == "王五"
    assert OTHER not in store.gap_cases(2025)
    assert store.change_gaps(2025, [GapEdit(GAP, "owner", "赵六", "王五")], "乙") == 1


def test_two_who_change_different_things_of_one_gap_both_succeed(store):
    store.change_gaps(2025, [GapEdit(GAP, "owner", "王五")], "甲")
    store.change_gaps(2025, [GapEdit(GAP, "due", "2026-01-31"), GapEdit(GAP, "note", "乙的备注")], "乙")
    store.change_gaps(2025, [GapEdit(GAP, "note", "丙的备注")], "丙")
    case = store.gap_cases(2025)[GAP]
    assert (case.owner, case.value("due")) == ("王五", "2026-01-31")
    assert [n.new for n in case.notes] == ["丙的备注", "乙的备注"]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (GapEdit(GAP, "due", "明年"), "不是日期"),
        (GapEdit(GAP, "handling", "finished"), "没有“finished”"),
        (GapEdit(GAP, "handling", "dismissed"), "写明理由"),
        (GapEdit(GAP, "handling", "done", "", "  "), "写明理由"),
        (GapEdit(GAP, "owner", "王" * 41), "太长"),
        (GapEdit(GAP, "note", "x" * 1001), "太长"),
        (GapEdit(GapKey("", "甲镇"), "owner", "王五"), "没有指明"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(store, edit, said):
    with pytest.raises(StoreError) as refused:
        store.change_gaps(2025, [GapEdit(OTHER, "owner", "甲"), edit], "甲")
    assert said in refused.value.text.zh
    assert store.gap_cases(2025) == {}
    with pytest.raises(StoreError):
        store.change_gaps(12, [GapEdit(GAP, "owner", "甲")], "甲")


def test_hostile_texts_are_kept_as_texts(store):
    text = "'); DROP TABLE gap_changes;-- <b>\0\ud800"
    store.change_gaps(2025, [GapEdit(GAP, "note", text)], "甲")
    assert store.gap_cases(2025)[GAP].notes[0].new == "'); DROP TABLE gap_changes;-- <b>?"


def test_of_notes_written_at_once_none_is_lost_and_of_owners_one_stands(store):
    gate, told = threading.Barrier(4), []

    def write(n: int) -> None:
        own = Store.open(store.url)
        gate.wait()
        own.change_gaps(2025, [GapEdit(GAP, "note", f"备注{n}")], f"{n}")
        try:
            own.change_gaps(2025, [GapEdit(GAP, "owner", f"人{n}")], f"{n}")
        except GapConflictError as fault:
            told.append(fault)
        own.close()

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    case = store.gap_cases(2025)[GAP]
    assert {n.new for n in case.notes} == {f"备注{n}" for n in range(4)}
    assert len(told) == 3
    assert case.owner.startswith("人")
