"""A question names several figures: it closes when all of them are explained, by the township or by an official."""

import hashlib
import io
from dataclasses import replace

import openpyxl
import pytest
from plain_returns import read_plain

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.checks import explained, find_questions, left_to_explain
from analytics.store import Key, StoreError
from analytics.submission import (
    Incoming,
    accept,
    answer_question,
    cell_answers,
    county_of,
    marked_upload,
    receive,
    said_of,
)

TOWN = "荻砚镇"
LAST = f"{TOWN} 2024 publicity_events 52\n{TOWN} 2024 leaflets 8137\n{TOWN} 2024 people_served 431"
THIS = LAST.replace("2024", "2025")
IDS = ("publicity_events", "leaflets", "people_served")


def sent(store, name, data, reader=read_plain):
    [got] = receive(store, [Incoming(name, data if isinstance(data, bytes) else data.encode())], "镇上", reader=reader)
    assert got.upload_id is not None, got
    accept(store, got.upload_id, "县里")
    return got.upload_id


@pytest.fixture
def county(store):
    store.replace_roster(Roster((Township("1", TOWN),)), "县里")
    sent(store, "2024.xlsx", LAST)
    return store


def questions(store, year=2025):
    seen = county_of(store)
    return explained(find_questions(seen, year), said_of(store.explanations()))


def copied(store):
    return next(f for f in questions(store) if f.rule == "copied_from_last_year")


def test_a_question_about_three_figures_stays_open_until_all_three_are_explained(county):
    sent(county, "2025.xlsx", THIS)
    asked = copied(county)
    assert set(asked.indicators) == set(IDS)
    county.add_explanation(Key(TOWN, 2025, asked.indicators[0]), "印刷数没有变", "县里")
    partly = copied(county)
    assert (partly.status, partly.explanation) == ("open", "印刷数没有变")
    names = [load_catalogue().by_id[i].name_zh for i in asked.indicators]
    assert f"3 项中 1 项已说明，还要说明：{names[1]}、{names[2]}" in partly.sentence.zh
    assert partly.sentence.en.removeprefix(TOWN).isascii()
    assert left_to_explain(partly, said_of(county.explanations())) == asked.indicators[1:]
    for indicator in asked.indicators[1:]:
        county.add_explanation(Key(TOWN, 2025, indicator), "同上", "县里")
    assert (copied(county).status, copied(county).explanation) == ("explained", "印刷数没有变；同上")


def test_an_official_closes_it_with_one_answer_and_opens_it_by_taking_one_back(county):
    sent(county, "2025.xlsx", THIS)
    county.add_explanation(Key(TOWN, 2025, IDS[0]), "先前的", "县里")
    new = answer_question(county, copied(county), "台账核对无误", "县里")
    assert len(new) == 2
    assert {row.indicator: row.text for row in county.explanations(years=[2025])} == {
        IDS[0]: "先前的",
        IDS[1]: "台账核对无误",
        IDS[2]: "台账核对无误",
    }
    assert copied(county).status == "explained"
    county.withdraw_explanation(new[0], "县里")
    assert copied(county).status == "open"


def test_an_answer_about_some_figures_only_leaves_the_question_open(county):
    sent(county, "2025.xlsx", THIS)
    answer_question(county, copied(county), "只说明这一项", "县里", [IDS[1]])
    assert copied(county).status == "open"
    assert [row.indicator for row in county.explanations()] == [IDS[1]]


def test_an_empty_answer_keeps_nothing(county):
    sent(county, "2025.xlsx", THIS)
    with pytest.raises(StoreError, match="说明"):
        answer_question(county, copied(county), "  ", "县里")
    assert county.explanations() == []


def test_a_figure_that_has_become_another_is_asked_about_again(county):
    sent(county, "2025.xlsx", THIS)
    answer_question(county, copied(county), "核对无误", "县里")
    more = f"\n{TOWN} {{}} mock_courts 31"
    sent(county, "2024改.xlsx", LAST + more.format(2024))
    sent(county, "2025改.xlsx", THIS + more.format(2025))
    assert (copied(county).status, len(copied(county).indicators)) == ("open", 4)
    assert "还要说明：模拟法庭" in copied(county).sentence.zh
    sent(county, "2025再改.xlsx", THIS.replace("8137", "8100") + more.format(2025))
    assert "leaflets" not in copied(county).indicators
    assert copied(county).status == "open"


def test_a_question_about_cells_that_are_no_figures_is_closed_and_can_be_opened_again(county):
    sent(county, "2025.xlsx", THIS + "\n~placeholder 表 D9 没有填数")
    blank = next(f for f in questions(county) if f.rule == "placeholder")
    assert (blank.indicators, blank.status) == ((), "open")
    answer_question(county, blank, "没有开展", "县里")
    closed = next(f for f in questions(county) if f.rule == "placeholder")
    assert (closed.status, closed.explanation) == ("explained", "没有开展")
    [row] = cell_answers(county, closed)
    assert (row.who, row.cell, row.origin) == ("县里", "D9", "official")
    county.withdraw_explanation(row.id, "县里")
    assert next(f for f in questions(county) if f.rule == "placeholder").status == "open"


def a_workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    for row in ("普法活动", 52), ("宣传资料", 8137), ("咨询", 431):
        sheet.append(("", "", "", row[1]))
    return saved(book)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_workbook(data, name, **known):
    """The figures of ``THIS``, with what was typed into a marked workbook's list."""
    from analytics.intake.marked.recognise import without_marks
    from analytics.intake.readers import read_workbook as grids

    grid, typed = without_marks(grids(data, name))
    assert [cell.value for cell in grid.sheets[0].cells.values() if cell.value] == [52, 8137, 431]
    return replace(
        read_plain(THIS.encode(), name, **known), sha256=hashlib.sha256(data).hexdigest(), explanations=typed
    )


def test_a_township_answers_a_question_of_the_checks_in_the_marked_workbook(county):
    first = sent(county, "2025.xlsx", a_workbook(), read_workbook)
    asked = questions(county)
    plain, _ = marked_upload(county, first)
    data, name = marked_upload(county, first, asked)
    assert "与上年完全相同" not in words(plain)
    assert "与上年完全相同" in words(data)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert {c for c in ("D1", "D2", "D3") if book["表"][c].comment} == {"D1", "D2", "D3"}
    rows = [row for row in book["问题清单"].iter_rows(5) if "完全相同" in str(row[4].value)]
    rows[0][5].value = "全年按计划开展，数量未变"
    again = sent(county, name, saved(book), read_workbook)
    assert (copied(county).status, copied(county).explanation) == ("explained", "全年按计划开展，数量未变")
    assert {row.origin for row in county.explanations()} == {"return"}
    # A second round lists nothing that has been answered.
    assert "与上年完全相同" not in words(marked_upload(county, again, questions(county))[0])


def test_what_was_said_of_one_cell_is_filled_in_when_the_question_is_asked_again(county):
    first = sent(county, "2025.xlsx", a_workbook(), read_workbook)
    county.add_explanation(Key(TOWN, 2025, IDS[1]), "印刷数没有变", "县里")
    book = openpyxl.load_workbook(io.BytesIO(marked_upload(county, first, questions(county))[0]))
    typed = {row[2].value: row[5].value for row in book["问题清单"].iter_rows(5) if row[2].value in ("D1", "D2", "D3")}
    assert typed == {"D1": None, "D2": "印刷数没有变", "D3": None}


def words(data):
    sheet = openpyxl.load_workbook(io.BytesIO(data))["问题清单"]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
