"""Several numbers of a report for one thing: answered while the report waits, kept with it, taken back as easily."""

from __future__ import annotations

import pytest

from analytics.intake.narrative import read_text
from analytics.model import Qualifier, Severity
from analytics.store import WrongStatusError
from analytics.submission import Incoming, accept, choose, chosen_of, open_choices, receive, reject, take_back, undo

REPORT = """荻砚镇2024年度法治政府建设工作报告
一、主要工作
召开法治建设部署会4次、推进会6次。全年开展专题研讨4次。
全年发放民法典等宣传资料3000份。入户走访，全年发放法治宣传手册约1200份，集市上发放宣传折页500份。
"""
MEETINGS, LEAFLETS = "leadership_meetings", "leaflets"


def read_report(data, name, *, roster, headings, corrections, township, year):
    return read_text(data.decode(), name, roster=roster)


def waiting(store, text: str = REPORT) -> int:
    [received] = receive(store, [Incoming("报告.txt", text.encode())], "甲", reader=read_report)
    assert received.upload_id is not None
    return received.upload_id


def given(store, upload: int) -> dict[str, tuple[float | None, Qualifier]]:
    return {f.indicator: (f.value, f.qualifier) for f in store.reading(upload).figures}


def asked(store, upload: int) -> int:
    return sum(p.severity is Severity.QUESTION for p in store.reading(upload).problems)


def answer(store, upload: int, indicator: str, how, *indices: int):
    return choose(store, upload, indicator, how, indices, who="乙", reader=read_report)


def test_nothing_counts_before_somebody_has_chosen(store):
    upload = waiting(store)
    assert set(given(store, upload)) == {"seminars"}
    assert {c.indicator for c in open_choices(store.upload(upload), store.reading(upload))} == {MEETINGS, LEAFLETS}
    assert asked(store, upload) == store.upload(upload).questions == 2


@pytest.mark.parametrize(
    ("how", "indices", "value"),
    [("add", (0, 1), 10), ("keep", (0,), 4), ("keep", (1,), 6), ("part", (1,), 6)],
)
def test_what_was_chosen_is_the_figure_and_no_longer_asked(store, how, indices, value):
    upload = waiting(store)
    received = answer(store, upload, MEETINGS, how, *indices)
    assert received.message is None
    assert given(store, upload)[MEETINGS] == (value, Qualifier.EXACT)
    assert asked(store, upload) == store.upload(upload).questions == 1
    [note] = [p for p in store.reading(upload).problems if p.code == "several_settled"]
    assert f"按 {value} 采用" in note.message.zh
    [choice] = [c for c in store.reading(upload).choices if c.indicator == MEETINGS]
    chosen = chosen_of(store.upload(upload), choice)
    assert chosen is not None
    assert (chosen.how, chosen.indices) == (how, indices)


def test_some_of_several_are_added_and_the_sum_stays_as_vague_as_they_are(store):
    upload = waiting(store)
    answer(store, upload, LEAFLETS, "add", 0, 1)
    assert given(store, upload)[LEAFLETS] == (4200, Qualifier.ABOUT)
    answer(store, upload, LEAFLETS, "add", 0, 2)
    assert given(store, upload)[LEAFLETS] == (3500, Qualifier.EXACT)


def test_an_answer_taken_back_is_asked_again_and_the_trail_tells_both(store):
    upload = waiting(store)
    before = store.reading(upload)
    answer(store, upload, MEETINGS, "add", 0, 1)
    take_back(store, upload, MEETINGS, who="丙", reader=read_report)
    assert store.reading(upload) == before
    trail = [(line.who, line.detail) for line in store.audit(upload_id=upload) if line.action == "answered"]
    assert [(who, bool(detail["choice:leadership_meetings"])) for who, detail in trail] == [("丙", False), ("乙", True)]


def test_an_answer_goes_into_the_store_with_the_report_and_out_with_it(store):
    upload = waiting(store)
    answer(store, upload, MEETINGS, "add", 0, 1)
    accept(store, upload, "乙")
    frame = store.figures_frame()
    row = frame[frame["indicator"] == MEETINGS].iloc[0]
    assert (row["value"], row["origin"], row["cell"].count("¶3")) == (10, "narrative", 2)
    assert [c.indicator for c in store.reports()["荻砚镇", 2024].choices] == [LEAFLETS]
    undo(store, upload, "乙")
    assert store.figures_frame().empty


@pytest.mark.parametrize(("how", "indices"), [("add", (0,)), ("keep", ()), ("keep", (0, 1)), ("part", (7,))])
def test_an_answer_that_cannot_be_meant_changes_nothing(store, how, indices):
    upload = waiting(store)
    before = store.reading(upload), store.upload(upload).answers
    received = answer(store, upload, MEETINGS, how, *indices)
    assert received.message is not None
    assert (store.reading(upload), store.upload(upload).answers) == before


def test_an_answer_does_not_outlive_the_numbers_it_was_given_for(store):
    upload = waiting(store)
    answer(store, upload, MEETINGS, "keep", 1)

    def reads_otherwise(data, name, **known):
        return read_report(data.decode().replace("推进会6次", "推进会9次").encode(), name, **known)

    choose(store, upload, LEAFLETS, "keep", [0], who="乙", reader=reads_otherwise)
    assert MEETINGS not in given(store, upload)
    assert [c.indicator for c in open_choices(store.upload(upload), store.reading(upload))] == [MEETINGS]


@pytest.mark.parametrize("decide", [reject, undo])
def test_a_report_that_no_longer_stands_is_left_alone(store, decide):
    upload = waiting(store)
    if decide is undo:
        accept(store, upload, "乙")
    decide(store, upload, "乙")
    for received in (answer(store, upload, MEETINGS, "add", 0, 1), take_back(store, upload, MEETINGS, who="乙")):
        assert "已退回" in received.message.zh or "已撤销" in received.message.zh
    assert store.figures_frame().empty


def test_of_two_people_at_once_neither_answer_is_lost(store):
    upload = waiting(store)

    def meanwhile(data, name, **known):
        if store.upload(upload).revision == 1:
            choose(store, upload, LEAFLETS, "keep", [0], who="丁", reader=read_report)
        return read_report(data, name, **known)

    late = choose(store, upload, MEETINGS, "add", [0, 1], who="乙", reader=meanwhile)
    assert "刚刚被重新读取" in late.message.zh
    assert set(given(store, upload)) == {"seminars", LEAFLETS}
    answer(store, upload, MEETINGS, "add", 0, 1)
    assert set(given(store, upload)) == {"seminars", LEAFLETS, MEETINGS}


def test_a_new_reading_is_refused_after_another_one(store):
    upload = waiting(store)
    reading, revision = store.reading(upload), store.upload(upload).revision
    store.replace_reading(upload, reading, "乙", revision=revision)
    with pytest.raises(WrongStatusError):
        store.replace_reading(upload, reading, "丙", revision=revision)
