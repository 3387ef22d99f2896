"""Which indicators a doubtful cell leaves waiting: what was sent in there and is not used."""

import hashlib

import pytest

from analytics.checks.asking import waiting_of, waits_of
from analytics.documents import gather
from analytics.model import (
    Alternative,
    AxisView,
    Choice,
    Evidence,
    Figure,
    Problem,
    Qualifier,
    Reading,
    Severity,
    Source,
    State,
    TableView,
)
from analytics.submission import county_of
from analytics.submission.arriving import being_checked
from analytics.submission.doubts import doubts_of_files
from analytics.text import Text

TOWN = "荻砚镇"
TABLE = TableView(
    "表一",
    "A3:D9",
    "form",
    (("A4", "heading"), ("D4", "figure"), ("D5", "figure")),
    axes=(AxisView("row", 3, "宣传资料", "value", "leaflets"), AxisView("row", 4, "横幅", "value", "banners")),
)


def figure(cell, indicator, value):
    return Figure(TOWN, 2024, indicator, value, Qualifier.EXACT, State.REPORTED, "份", Source("表一", cell, str(value)))


def asked(store, cell, figures, severity=Severity.QUESTION, code="doubtful_number"):
    problem = Problem(severity, code, Text("请核实", "check"), "表一", cell)
    data = f"{cell}{figures}".encode()
    reading = Reading("a.xlsx", hashlib.sha256(data).hexdigest(), "return", tuple(figures), (problem,), tables=(TABLE,))
    upload = store.add_upload("a.xlsx", data, "镇上", reading)
    store.accept(upload, [f for f in figures if f.source.cell != cell or severity is not Severity.ERROR], "县里")
    return waiting_of(doubts_of_files(store))


def test_a_cell_that_could_not_be_read_leaves_its_rows_indicator_waiting(store):
    assert asked(store, "D5", [figure("D4", "leaflets", 7.0)]) == {(TOWN, 2024, "banners")}


@pytest.mark.parametrize(
    ("written", "raw"),
    [("写的是“3+4”：写的是算式，没有采用，请核实后填一个数。", "3+4"), ("写的是“约”3”：有别的内容。", "约”3")],
)
def test_what_stands_in_an_unread_cell_is_told_where_its_question_quotes_it(store, written, raw):
    problem = Problem(Severity.QUESTION, "doubtful_number", Text(written, "check"), "表一", "D5")
    given = (figure("D4", "leaflets", 7.0),)
    reading = Reading("a.xlsx", "3" * 64, "return", given, (problem,), tables=(TABLE,))
    store.accept(store.add_upload("a.xlsx", b"b", "镇上", reading), given, "县里")
    wait = waits_of(doubts_of_files(store))[TOWN, 2024, "banners"]
    assert (wait.doubt.file, wait.doubt.sheet, wait.cell, wait.raw) == ("a.xlsx", "表一", "D5", raw)


def test_a_cell_whose_figure_is_used_and_only_asked_about_leaves_nothing_waiting(store):
    assert asked(store, "D4", [figure("D4", "leaflets", 7.0)], code="unit_mismatch") == frozenset()


def test_a_figure_left_out_for_an_error_waits(store):
    figures = [figure("D4", "leaflets", 7.0), figure("D5", "banners", 2.0)]
    assert asked(store, "D4", figures, Severity.ERROR) == {(TOWN, 2024, "leaflets")}


@pytest.mark.parametrize("cell", ["A4", "D9", None])
def test_a_heading_an_empty_place_and_a_whole_sheet_say_nothing_of_a_figure(store, cell):
    assert asked(store, cell, [figure("D5", "banners", 2.0)]) == frozenset()


def test_several_numbers_of_a_report_wait_though_it_gives_nothing_else(store):
    places = [Source(None, "¶3:8-12", "12场次"), Source(None, "¶5:10-14", "15场次")]
    choice = Choice(
        TOWN,
        2024,
        "publicity_events",
        "场次",
        tuple(Alternative(v, Qualifier.EXACT, s) for v, s in zip((12.0, 15.0), places, strict=True)),
    )
    problem = Problem(Severity.QUESTION, "several_figures", Text("有几个不同的数", ""), None, "¶3:8-12、¶5:10-14")
    reading = Reading("a.docx", "1" * 64, "narrative", (), (problem,), choices=(choice,))
    store.add_upload("a.docx", b"a", "镇上", reading)
    [(year, doubt)] = doubts_of_files(store)
    assert (year, doubt.township, doubt.indicators, doubt.origin) == (2024, TOWN, ("publicity_events",), "narrative")
    assert doubt.places == (("¶3:8-12、¶5:10-14", "12场次、15场次"),)


def test_the_place_and_the_words_of_what_waits_are_kept(store):
    figures = [figure("D4", "leaflets", 7.0), figure("D5", "banners", 2.0)]
    asked(store, "D4", figures, Severity.ERROR)
    [(_, doubt)] = doubts_of_files(store)
    assert (doubt.places, doubt.origin, doubt.upload_id) == ((("D4", "7.0"),), "return", store.uploads()[0].id)


def test_a_township_whose_only_figure_is_in_question_is_not_called_silent(store):
    asked(store, "D4", [figure("D4", "leaflets", 7.0), figure("D5", "banners", 2.0)], Severity.ERROR)
    assert gather(store, 2024).arrived == {TOWN}
    assert being_checked((), waiting_of(doubts_of_files(store)), 2023) == frozenset()


def test_the_state_of_evidence_without_a_value_is_the_one_it_has(store):
    asked(store, "D5", [figure("D4", "leaflets", 7.0)])
    county = county_of(store)
    for indicator, value, state in (
        ("banners", None, "waiting"),
        ("leaflets", 7.0, "reported"),
        ("x", None, "missing"),
    ):
        e = Evidence(TOWN, 2024, indicator, value, "exact", None, None, None)
        assert county.state_of(e) == state
    assert county.state_of(Evidence("无名镇", 2024, "banners", None, "exact", None, None, None)) == "missing"
    assert county.state_of(Evidence(TOWN, 2023, "banners", None, "exact", None, None, None)) == "missing"


def test_a_file_that_waits_has_come_and_its_township_is_not_called_silent(store):
    reading = Reading("b.xlsx", "0" * 64, "return", (figure("D4", "leaflets", 7.0),), tables=(TABLE,))
    store.add_upload("b.xlsx", b"b", "镇上", reading)
    one = gather(store, 2024)
    assert one.arrived == {TOWN}
    assert gather(store, 2023).arrived == frozenset()


def test_the_checks_are_told_what_waits(store):
    asked(store, "D5", [figure("D4", "leaflets", 7.0)])
    assert county_of(store).waiting == {(TOWN, 2024, "banners")}
    assert county_of(store, waiting=frozenset()).waiting == frozenset()
