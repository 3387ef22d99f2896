from plain_returns import incoming, read_plain

from analytics.model import Qualifier
from analytics.submission import accept, changes, receive, reject, undo


def pending(store, text: str) -> int:
    [received] = receive(store, [incoming(text)], "甲", reader=read_plain)
    return received.upload_id


def stored(store) -> dict[str, float]:
    frame = store.figures_frame()
    return dict(zip(frame["indicator"], frame["value"], strict=True))


def test_changes_say_new_changed_and_same_against_what_counts_now(store):
    accept(store, pending(store, "荻砚镇 2024 leaflets 100\n荻砚镇 2024 seminars 4"), "乙")
    later = pending(store, "荻砚镇 2024 leaflets ≥100\n荻砚镇 2024 seminars 4\n荻砚镇 2023 leaflets 9")
    said = changes(store, later)
    assert [(c.indicator, c.year, c.kind) for c in said] == [
        ("leaflets", 2024, "changed"),
        ("seminars", 2024, "same"),
        ("leaflets", 2023, "new"),
    ]
    first = said[0]
    assert (first.old.value, first.old.qualifier) == (100, Qualifier.EXACT)
    assert (first.new.value, first.new.qualifier) == (100, Qualifier.AT_LEAST)
    assert first.old_file == "荻砚镇.xlsx"
    assert store.figure(first.old_figure_id).current


def test_changes_of_an_accepted_upload_are_those_it_made(store):
    accept(store, pending(store, "荻砚镇 2024 leaflets 100"), "乙")
    middle = pending(store, "荻砚镇 2024 leaflets 200")
    accept(store, middle, "乙")
    accept(store, pending(store, "荻砚镇 2024 leaflets 300"), "乙")
    [change] = changes(store, middle)
    assert (change.old.value, change.new.value, change.kind) == (100, 200, "changed")


def test_an_empty_cell_is_shown_as_a_change_that_keeps_the_old_figure(store):
    accept(store, pending(store, "荻砚镇 2024 leaflets 100\n荻砚镇 2024 seminars 4"), "乙")
    later = pending(store, "荻砚镇 2024 leaflets\n荻砚镇 2024 seminars 未统计")
    assert [(c.kind, c.keeps_old) for c in changes(store, later)] == [("changed", True), ("changed", False)]
    [decided] = accept(store, later, "乙")
    assert (decided.figures, decided.current) == (2, 1)
    assert stored(store)["leaflets"] == 100
    assert stored(store)["seminars"] != stored(store)["seminars"]


def test_a_figure_with_an_error_is_never_accepted_and_a_question_stays_open(store):
    upload = pending(
        store,
        "荻砚镇 2024 leaflets 100\n荻砚镇 2024 seminars 4\n!doubtful_number 表 D1:D1 看不清\n~jump 表 D2 请确认",
    )
    assert [(c.usable, [p.code for p in c.problems]) for c in changes(store, upload)] == [
        (False, ["doubtful_number"]),
        (True, ["jump"]),
    ]
    [decided] = accept(store, upload, "乙")
    assert (decided.done, decided.figures, decided.left_out) == (True, 1, 1)
    assert stored(store) == {"seminars": 4}
    assert {p.problem.code for p in store.open_problems(upload)} == {"doubtful_number", "jump"}


def test_two_values_for_one_figure_in_one_file_are_both_left_out(store):
    upload = pending(
        store, "荻砚镇 2024 leaflets 100\n荻砚镇 2024 leaflets 101\n荻砚镇 2024 seminars 4\n荻砚镇 2024 seminars 4"
    )
    assert [c.usable for c in changes(store, upload)] == [False, False, True, True]
    accept(store, upload, "乙")
    assert stored(store) == {"seminars": 4}


def test_only_good_leaves_out_a_sheet_with_an_error_and_a_file_with_one(store):
    text = "荻砚镇 2024 leaflets {}\n!no_heading {} - 表头看不懂"
    sheet, file = pending(store, text.format(1, "表")), pending(store, text.format(2, "-"))
    kept_back = accept(store, [sheet, file], "乙", only_good=True)
    assert [(d.done, "表头看不懂" in d.message.zh) for d in kept_back] == [(False, True), (False, True)]
    assert store.upload(file).status == "pending"
    assert [d.done for d in accept(store, [sheet, file], "乙")] == [True, True]
    assert stored(store) == {"leaflets": 2}


def test_an_upload_without_figures_is_not_accepted(store):
    upload = pending(store, "~empty - - 没有数据")
    [decided] = accept(store, upload, "乙")
    assert not decided.done
    assert store.upload(upload).status == "pending"


def test_uploads_are_decided_one_by_one_and_a_fault_stops_no_other(store):
    one, two = pending(store, "荻砚镇 2024 leaflets 1"), pending(store, "荻砚镇 2024 seminars 2")
    reject(store, one, "乙")
    decided = accept(store, [one, 999, two], "乙")
    assert [d.done for d in decided] == [False, False, True]
    assert "已退回" in decided[0].message.zh
    assert "999" in decided[1].message.zh
    assert stored(store) == {"seminars": 2}


def test_undo_and_a_second_undo(store):
    upload = pending(store, "荻砚镇 2024 leaflets 1")
    accept(store, upload, "乙")
    assert [d.done for d in undo(store, upload, "丙")] == [True]
    assert stored(store) == {}
    [again] = undo(store, upload, "丙")
    assert not again.done
    assert "已撤销" in again.message.zh
