"""A correction is remembered for its form, read again at once, and taken back the same way."""

from __future__ import annotations

import io

import openpyxl
import pytest
from plain_returns import incoming, read_plain

from analytics.catalogue import Roster, Township
from analytics.store import Store
from analytics.submission import (
    Incoming,
    accept,
    correct_layout,
    difference,
    forget_correction,
    forget_heading,
    match_heading,
    receive,
    reject,
    seen_wordings,
)


def pending(store: Store, text: str, name: str) -> int:
    [received] = receive(store, [incoming(text, name)], "甲", reader=read_plain)
    return received.upload_id


def indicators(store: Store, upload_id: int) -> set[str]:
    return {figure.indicator for figure in store.reading(upload_id).figures}


TEXT = "@f1\n荻砚镇 2024 leaflets 5\n荻砚镇 2024 seminars 3"


def test_a_correction_reads_every_waiting_file_on_the_form_again_and_no_other(store):
    first, second = pending(store, TEXT, "1.xlsx"), pending(store, TEXT + "\n荻砚镇 2024 publicity_events 9", "2.xlsx")
    other = pending(store, TEXT.replace("@f1", "@f2"), "3.xlsx")
    taken = pending(store, TEXT.replace("2024", "2023"), "4.xlsx")
    accept(store, taken, "乙")
    said = correct_layout(store, first, "f1", "column", "leaflets", role="remark", who="乙", reader=read_plain)
    assert said.message is None
    assert [r.upload_id for r in said.again] == [first, second]
    assert indicators(store, first) == {"seminars"}
    assert indicators(store, second) == {"seminars", "publicity_events"}
    assert indicators(store, other) == indicators(store, taken) == {"leaflets", "seminars"}
    gone = difference(said.again[0].before, said.again[0].reading)
    assert [f.indicator for f in gone.gone] == ["leaflets"]
    assert gone.came == gone.changed == ()


def test_a_file_that_comes_later_is_read_with_what_was_said(store):
    first = pending(store, TEXT, "1.xlsx")
    correct_layout(store, first, "f1", "column", "leaflets", role="remark", who="乙", reader=read_plain)
    assert indicators(store, pending(store, TEXT.replace("2024", "2025"), "5.xlsx")) == {"seminars"}


def test_a_correction_taken_back_is_as_if_never_made(store):
    upload = pending(store, TEXT, "1.xlsx")
    correct_layout(store, upload, "f1", "column", "leaflets", role="remark", who="乙", reader=read_plain)
    [kept] = store.corrections()
    back = forget_correction(store, kept.id, "丙", reader=read_plain)
    assert [r.upload_id for r in back.again] == [upload]
    assert indicators(store, upload) == {"leaflets", "seminars"}
    assert "已经删除" in forget_correction(store, kept.id, "丙", reader=read_plain).message.zh


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "没有选择"),
        ({"role": "nonsense"}, "nonsense"),
        ({"unit": "公斤级"}, "公斤级"),
        ({"unit": ""}, "计量单位"),
        ({"role": "value", "form": "f9"}, "再打开一次"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_not_remembered(store, said, words):
    upload = pending(store, TEXT, "1.xlsx")
    form = said.pop("form", "f1")
    refused = correct_layout(store, upload, form, "column", "leaflets", who="乙", reader=read_plain, **said)
    assert words in refused.message.zh
    assert store.corrections() == ()


def test_a_row_takes_fewer_roles_than_a_column(store):
    upload = pending(store, TEXT, "1.xlsx")
    refused = correct_layout(store, upload, "f1", "row", "荻砚镇", role="township", who="乙", reader=read_plain)
    assert refused.message is not None


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def real(store):
    """A store with a roster and one return in thousands nobody says are thousands, read by the reader itself."""
    store.replace_roster(Roster((Township("01", "荻砚镇"), Township("02", "霁笙乡"))), "甲")
    data = workbook(
        ("2024年普法情况统计表",),
        ("乡镇", "发放宣传资料", "法治讲座"),
        ("荻砚镇", 3, 12),
        ("霁笙乡", 5, 7),
    )
    [received] = receive(store, [Incoming("2024.xlsx", data)], "甲")
    assert received.upload_id is not None
    return store, received.upload_id


def test_the_reader_itself_obeys_what_the_store_remembers(real):
    store, upload = real
    [table] = store.reading(upload).tables
    column = next(a for a in table.axes if a.heading == "发放宣传资料")
    said = correct_layout(store, upload, table.form, "column", column.key, unit="万份", who="乙")
    found = difference(said.again[0].before, said.again[0].reading)
    assert [(old.value, new.value) for old, new in found.changed] == [(3, 30000), (5, 50000)]
    assert {old.indicator for old, _ in found.changed} == {"leaflets"}
    assert found.came == found.gone == ()


def test_a_heading_that_was_known_can_be_matched_anew_and_forgotten_again(real):
    store, upload = real
    again = match_heading(store, "法治讲座", "", "publicity_events", "乙")
    assert [r.upload_id for r in again] == [upload]
    assert indicators(store, upload) == {"leaflets", "publicity_events"}
    axes = {a.wording: a.how for a in store.reading(upload).tables[0].axes if a.wording}
    assert axes == {"发放宣传资料": "exact", "法治讲座": "remembered"}
    [kept] = store.remembered_headings()
    assert [r.upload_id for r in forget_heading(store, kept.id, "丙")] == [upload]
    assert "publicity_events" not in indicators(store, upload)
    assert forget_heading(store, kept.id, "丙") == []


def test_the_wordings_of_the_returns_are_listed_with_what_they_were_read_as(real):
    store, upload = real
    data = workbook(("2024年普法情况统计表",), ("乡镇", "发放宣传资料", "摸排线索"), ("荻砚镇", 3, 4), ("霁笙乡", 5, 6))
    receive(store, [Incoming("另一份.xlsx", data)], "甲")
    match_heading(store, "法治讲座", "", None, "乙")
    found = [(w.wording, w.how, w.indicator, w.uploads) for w in seen_wordings(store)]
    assert found == [
        ("摸排线索", "none", None, 1),
        ("法治讲座", "ignored", None, 1),
        ("发放宣传资料", "exact", "leaflets", 2),
    ]
    reject(store, upload, "乙")
    assert {w.wording: w.uploads for w in seen_wordings(store)} == {"摸排线索": 1, "发放宣传资料": 1}
