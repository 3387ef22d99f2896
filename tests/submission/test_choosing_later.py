"""Several numbers of a report that was accepted already: answered where it stands, without undoing and sending it again."""

from __future__ import annotations

import pytest
from plain_returns import read_plain
from test_choosing import LEAFLETS, MEETINGS, REPORT, answer, asked, given, read_report, waiting

from analytics.catalogue import load_catalogue
from analytics.checks import County, cross_check
from analytics.store import Key, WrongStatusError
from analytics.submission import Incoming, accept, choose, chosen_of, open_choices, receive, take_back, undo

TOWN, YEAR = "荻砚镇", 2024


def accepted(store, text: str = REPORT) -> int:
    upload = waiting(store, text)
    [decided] = accept(store, upload, "乙")
    assert decided.done
    return upload


def counting(store) -> dict[str, tuple[float, str]]:
    frame = store.figures_frame()
    return {row.indicator: (row.value, row.origin) for row in frame.itertuples()}


def returned(store, text: str) -> int:
    [got] = receive(store, [Incoming("报表.xlsx", text.encode())], "镇上", reader=read_plain)
    accept(store, got.upload_id, "县里")
    return got.upload_id


def test_the_answer_counts_at_once_as_the_reports_own_figure(store):
    upload = accepted(store)
    before, version = store.upload(upload), store.version()
    received = answer(store, upload, MEETINGS, "add", 0, 1)
    assert received.message is None
    assert counting(store) == {"seminars": (4, "narrative"), MEETINGS: (10, "narrative")}
    now = store.upload(upload)
    assert store.version() > version
    assert (now.status, now.accept_order, now.accepted_by) == ("accepted", before.accept_order, "乙")
    assert (now.figures_accepted, now.figures_current, now.figures_read, now.questions) == (2, 2, 2, 1)
    assert asked(store, upload) == 1
    assert [c.indicator for c in store.reports()[TOWN, YEAR].choices] == [LEAFLETS]
    row = store.figure_history(TOWN, YEAR, MEETINGS)[0]
    assert (row.figure.source.raw, row.current, row.upload_id) == ("4次 + 6次", True, upload)


def test_it_says_the_same_as_if_it_had_been_given_while_the_report_waited(store):
    late = accepted(store)
    answer(store, late, MEETINGS, "keep", 1)
    frame, reading = store.figures_frame(), store.reading(late)
    undo(store, late, "乙")
    early = waiting(store)
    answer(store, early, MEETINGS, "keep", 1)
    accept(store, early, "乙")
    kept = ["township", "year", "indicator", "value", "qualifier", "state", "unit", "sheet", "cell", "origin"]
    assert store.figures_frame()[kept].equals(frame[kept])
    again = store.reading(early)
    assert again.figures == reading.figures
    assert set(again.problems) == set(reading.problems)
    assert store.upload(early).answers == store.upload(late).answers


def test_an_answer_is_changed_and_taken_back_and_the_trail_tells_who_and_when(store):
    upload = accepted(store)
    before = store.reading(upload)
    answer(store, upload, MEETINGS, "add", 0, 1)
    answer(store, upload, MEETINGS, "keep", 0)
    assert counting(store)[MEETINGS] == (4, "narrative")
    assert len(store.figure_history(TOWN, YEAR, MEETINGS)) == 1
    assert len([p for p in store.reading(upload).problems if p.code == "several_settled"]) == 1
    take_back(store, upload, MEETINGS, who="丙")
    assert MEETINGS not in counting(store)
    assert store.reading(upload).figures == before.figures
    assert set(store.reading(upload).problems) == set(before.problems)
    assert store.upload(upload).questions == 2
    trail = [line for line in store.audit(upload_id=upload) if line.action == "answered"]
    assert [(line.who, str(line.detail[f"choice:{MEETINGS}"]).partition("|")[0]) for line in trail] == [
        ("丙", ""),
        ("乙", "keep:0"),
        ("乙", "add:0+1"),
    ]


def test_beside_a_return_the_answer_only_checks(store):
    upload = accepted(store)
    back = returned(store, f"{TOWN} {YEAR} {MEETINGS} 10\n{TOWN} {YEAR} seminars 4")
    answer(store, upload, MEETINGS, "add", 0, 1)
    assert counting(store) == {"seminars": (4, "return"), MEETINGS: (10, "return")}
    county = County(store.figures_frame(), load_catalogue(), store.roster_now(), store.reports())
    outcomes = {row.indicator: row.outcome for row in cross_check(county, store.reports()[TOWN, YEAR])}
    assert outcomes == {MEETINGS: "agrees", "seminars": "agrees", LEAFLETS: "several"}
    undo(store, back, "县里")
    assert counting(store) == {"seminars": (4, "narrative"), MEETINGS: (10, "narrative")}


def test_an_older_report_answered_late_does_not_overrule_a_newer_one(store):
    old = accepted(store)
    newer = accepted(store, REPORT.replace("部署会4次、推进会6次", "部署会9次"))
    answer(store, old, MEETINGS, "add", 0, 1)
    assert counting(store)[MEETINGS] == (9, "narrative")
    undo(store, newer, "乙")
    assert counting(store)[MEETINGS] == (10, "narrative")
    take_back(store, old, MEETINGS, who="乙")
    assert MEETINGS not in counting(store)


def test_a_report_that_gives_nothing_else_still_stands_after_its_answer_is_taken_back(store):
    upload = accepted(store, "荻砚镇2024年度法治政府建设工作报告\n召开法治建设部署会4次、推进会6次。\n")
    answer(store, upload, MEETINGS, "add", 0, 1)
    take_back(store, upload, MEETINGS, who="乙")
    now = store.upload(upload)
    assert (now.status, now.figures_accepted, now.figures_current) == ("accepted", 0, 0)
    assert (TOWN, YEAR) in store.reports()
    answer(store, upload, MEETINGS, "keep", 0)
    assert counting(store) == {MEETINGS: (4, "narrative")}


def test_undoing_the_report_takes_the_answer_out_with_it(store):
    upload = accepted(store)
    answer(store, upload, MEETINGS, "add", 0, 1)
    undo(store, upload, "乙")
    assert store.figures_frame().empty
    assert not store.figure_history(TOWN, YEAR, MEETINGS)[0].current


def test_what_was_said_of_one_answer_is_not_said_of_another(store):
    upload = accepted(store)
    answer(store, upload, MEETINGS, "add", 0, 1)
    store.add_explanation(Key(TOWN, YEAR, MEETINGS), "含联席会议", "丁")
    answer(store, upload, MEETINGS, "keep", 1)
    assert store.explanations() == []
    assert "explanation_withdrawn" in [line.action for line in store.audit(upload_id=upload)]


def test_of_two_people_at_once_the_second_is_told(store, monkeypatch):
    upload = accepted(store)
    seen = store.upload(upload)
    answer(store, upload, LEAFLETS, "keep", 0)
    monkeypatch.setattr(store, "upload", lambda _: seen)
    late = choose(store, upload, MEETINGS, "add", [0, 1], who="乙", reader=read_report)
    monkeypatch.undo()
    assert "刚刚被重新读取" in late.message.zh
    assert (MEETINGS in counting(store), LEAFLETS in counting(store)) == (False, True)
    assert {c.indicator for c in open_choices(store.upload(upload), store.reading(upload))} == {MEETINGS}


def test_nothing_of_an_answer_is_kept_where_its_figure_cannot_be(store):
    upload = accepted(store)
    row, reading = store.upload(upload), store.reading(upload)
    other = reading.figures[0]
    key = Key(TOWN, YEAR, MEETINGS)
    with pytest.raises(ValueError, match="not of"):
        store.settle(upload, key, other, reading, "乙", answers={"choice:x": "?"}, revision=row.revision)
    assert (store.upload(upload), store.reading(upload)) == (row, reading)
    with pytest.raises(WrongStatusError):
        store.settle(upload, key, None, reading, "乙", answers={}, revision=row.revision + 1)


def test_a_number_in_a_table_of_the_document_is_asked_about_again_in_its_own_words(store):
    from analytics.intake.narrative import asked as question
    from analytics.model import Alternative, Choice, Qualifier, Source

    one = Alternative(31, Qualifier.EXACT, Source(None, "¶2:4-7", "31场"))
    other = Alternative(36, Qualifier.EXACT, Source("表1", "B2", "36"))
    problem = question(Choice(TOWN, YEAR, "publicity_events", "场", (one, other)), load_catalogue())
    assert (problem.code, problem.cell) == ("table_differs", "¶2:4-7")
    assert "正文写“31场”，表1 B2 写“36”" in problem.message.zh


def test_the_answer_given_is_told_of_an_accepted_report_too(store):
    upload = accepted(store)
    answer(store, upload, LEAFLETS, "add", 0, 2)
    choice = next(c for c in store.reading(upload).choices if c.indicator == LEAFLETS)
    chosen = chosen_of(store.upload(upload), choice)
    assert chosen is not None
    assert (chosen.how, chosen.indices) == ("add", (0, 2))
    assert given(store, upload)[LEAFLETS][0] == 3500
