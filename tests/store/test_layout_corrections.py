"""Corrections of layouts: one for each column or row of a form, kept, replaced, forgotten, and on the record."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa
from invented import figure, reading, taken_in

from analytics.model import TableView
from analytics.store import Store


def on_form(store: Store, label: str, form: str) -> int:
    data = label.encode()
    table = TableView("统计表", "A1:C4", "ledger", (), form)
    return store.add_upload(f"{label}.xlsx", data, "甲", replace(reading(data, [figure(1)]), tables=(table,)))


def test_a_correction_is_kept_with_who_and_when(store: Store) -> None:
    number = store.remember_correction("f1", "column", "普法 / 资料", role="remark", who="乙")
    [kept] = store.corrections()
    assert (kept.id, kept.form, kept.kind, kept.heading) == (number, "f1", "column", "普法 / 资料")
    assert (kept.role, kept.unit, kept.who) == ("remark", None, "乙")
    assert kept.at.tzinfo is not None


def test_a_second_word_on_the_same_column_adds_to_the_first_and_the_last_word_counts(store: Store) -> None:
    store.remember_correction("f1", "column", "资料", role="value", who="乙")
    store.remember_correction("f1", "column", "资料", unit="万份", who="丙")
    [kept] = store.corrections()
    assert (kept.role, kept.unit, kept.who) == ("value", "万份", "丙")
    store.remember_correction("f1", "column", "资料", role="remark", who="丁")
    [kept] = store.corrections()
    assert (kept.role, kept.unit) == ("remark", "万份")


def test_the_same_heading_in_another_form_or_as_a_row_is_another_correction(store: Store) -> None:
    store.remember_correction("f1", "column", "资料", role="remark", who="乙")
    store.remember_correction("f2", "column", "资料", role="value", who="乙")
    store.remember_correction("f1", "row", "资料", role="total", who="乙")
    assert [(c.form, c.kind, c.role) for c in store.corrections()] == [
        ("f1", "row", "total"),
        ("f2", "column", "value"),
        ("f1", "column", "remark"),
    ]


def test_a_forgotten_correction_is_gone_and_the_record_keeps_it(store: Store) -> None:
    number = store.remember_correction("f1", "column", "资料", role="remark", who="乙")
    before = store.version()
    forgotten = store.forget_correction(number, "丙")
    assert forgotten is not None
    assert forgotten.heading == "资料"
    assert store.corrections() == ()
    assert store.version() > before
    assert store.forget_correction(number, "丙") is None
    assert [(line.who, line.action) for line in store.audit()][:2] == [
        ("丙", "layout_correction_forgotten"),
        ("乙", "layout_corrected"),
    ]


def test_only_pending_uploads_with_a_table_on_the_form_are_named(store: Store) -> None:
    first, second, other = (on_form(store, label, form) for label, form in (("1", "aa"), ("2", "aa"), ("3", "bb")))
    rejected = on_form(store, "4", "aa")
    store.reject(rejected, "乙")
    taken_in(store, '"form":"aa"', figure(1))
    assert store.pending_on("aa") == (second, first)
    assert store.pending_on("bb") == (other,)
    assert store.pending_on("%") == ()


def test_a_text_in_a_cell_cannot_pass_for_a_form(store: Store) -> None:
    data = b"x"
    hostile = figure(1, raw='"form":"aa"')
    store.add_upload("x.xlsx", data, "甲", reading(data, [hostile]))
    assert store.pending_on("aa") == ()


def test_a_kind_that_is_neither_column_nor_row_is_refused(store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        store.remember_correction("f1", "cell", "资料", role="remark", who="乙")  # type: ignore[arg-type]
    assert store.corrections() == ()
