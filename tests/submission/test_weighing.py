"""What accepting would do and what it did, told apart: figures that count, that check, that stay out, cells to ask."""

from __future__ import annotations

from dataclasses import replace

from plain_returns import incoming, read_plain

from analytics.submission import Overlap, Weighed, accept, added, outcome, overlaps, receive, weigh

RETURN = "荻砚镇 2024 leaflets 100\n荻砚镇 2024 seminars 4"
DOUBTFUL = (
    "荻砚镇 2024 leaflets 100\n荻砚镇 2024 seminars 4\n荻砚镇 2024 legal_lectures 9\n"
    "?怪事 普法\n!not_a_number 表 D3 看不懂\n~copied 表 D1 与上年相同\n~unknown_heading 表 D4 没认出"
)


def read_either(data, name, **known):
    reading = read_plain(data, name, **known)
    return replace(reading, kind="narrative") if name.endswith(".docx") else reading


def pending(store, text, name):
    [received] = receive(store, [incoming(text, name)], "甲", reader=read_either)
    return received.upload_id


def test_a_return_without_a_doubt_is_clear(store):
    assert weigh(store, pending(store, RETURN, "表.xlsx")) == Weighed(new=2)
    assert weigh(store, 1).clear


def test_what_stays_out_is_told_from_what_is_asked(store):
    weighed = weigh(store, pending(store, DOUBTFUL, "表.xlsx"))
    assert weighed == Weighed(new=2, left_out=1, doubts=2, errors=1, headings=1, cells=1)
    assert not weighed.clear
    assert added([weighed, Weighed(new=2)]) == replace(weighed, new=4)


def test_what_was_foreseen_is_what_comes_to_pass(store):
    upload = pending(store, DOUBTFUL, "表.xlsx")
    weighed = weigh(store, upload)
    came = outcome(store, accept(store, upload, "乙"))
    assert (came.files, came.counting, came.left_out) == (1, weighed.figures, weighed.left_out)
    assert (came.doubts, came.headings, came.cells) == (weighed.doubts, weighed.headings, weighed.cells)
    assert (came.counting, came.years) == (len(store.figures_frame()), (2024,))


def test_the_figures_of_a_report_that_only_checks_are_not_counted(store):
    both = [
        pending(store, RETURN, "表.xlsx"),
        pending(store, "荻砚镇 2024 leaflets 90\n荻砚镇 2024 seminars 4", "报告.docx"),
    ]
    came = outcome(store, accept(store, both, "乙"))
    assert (came.files, came.counting, came.idle, came.reports, came.checks) == (2, 2, 0, 1, 2)
    assert len(store.figures_frame()) == 2


def test_a_waiting_report_beside_a_return_foresees_that_it_only_checks(store):
    accept(store, pending(store, RETURN, "表.xlsx"), "乙")
    weighed = weigh(store, pending(store, "荻砚镇 2024 leaflets 90", "报告.docx"))
    assert (weighed.figures, weighed.checks, weighed.clear) == (0, 1, False)


def test_of_two_files_with_the_same_figure_one_counts_once(store):
    both = [pending(store, RETURN, "旧.xlsx"), pending(store, RETURN.replace("100", "120"), "新.xlsx")]
    came = outcome(store, accept(store, both, "乙"))
    assert (came.counting, came.idle) == (2, 2)


def test_an_empty_cell_that_replaces_nothing_does_not_count(store):
    accept(store, pending(store, RETURN, "旧.xlsx"), "乙")
    came = outcome(
        store, accept(store, pending(store, "荻砚镇 2024 leaflets \n荻砚镇 2024 seminars 5", "新.xlsx"), "乙")
    )
    assert (came.counting, came.idle) == (1, 1)


def test_what_was_not_done_counts_for_nothing(store):
    came = outcome(store, accept(store, 99, "乙"))
    assert (came.files, came.counting, came.years) == (0, 0, ())


def test_two_waiting_files_with_the_same_township_and_year_are_named_before_they_are_accepted(store):
    ids = [
        pending(store, RETURN, "旧.xlsx"),
        pending(store, RETURN.replace("100", "120"), "新.xlsx"),
        pending(store, RETURN.replace("2024", "2023"), "别年.xlsx"),
        pending(store, "荻砚镇 2024 leaflets 7", "报告.docx"),
    ]
    assert overlaps(store, ids) == [Overlap("荻砚镇", 2024, "旧.xlsx", "新.xlsx", 2, 1)]
    assert [(o.earlier, o.later) for o in overlaps(store, ids[1::-1])] == [("新.xlsx", "旧.xlsx")]
    assert overlaps(store, [ids[0], ids[2]]) == []


def test_an_empty_cell_of_the_later_file_does_not_differ(store):
    ids = [
        pending(store, RETURN, "旧.xlsx"),
        pending(store, "荻砚镇 2024 leaflets \n荻砚镇 2024 seminars 4", "新.xlsx"),
    ]
    assert [(o.figures, o.differ) for o in overlaps(store, ids)] == [(2, 0)]
