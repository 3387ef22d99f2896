"""Whatever a rule asks, an official can answer it: one fault of every rule is planted, answered and closed."""

import io
from dataclasses import replace
from hashlib import sha256

import pytest
from openpyxl import load_workbook
from plain_returns import read_plain

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.checks import QUESTION_RULES, explained, find_questions
from analytics.checks.asking import letter
from analytics.documents import gather
from analytics.export import comparison_workbook
from analytics.model import Reading, ReportHead
from analytics.store import Key, Store, StoreError
from analytics.submission import (
    Incoming,
    accept,
    answer_question,
    answers_among,
    cell_answers,
    county_of,
    receive,
    said_of,
    undo,
)
from tests.checks.counties import at, quiet, roster
from tests.checks.reports import report_of
from tests.checks.test_copied_text import text

YEAR, LAST = 2025, 2024
EQUAL = {"leaflets": 9473, "people_served": 655, "info_disclosed": 177}
BEFORE = {"publicity_events": 44, "village_talks": 52, "people_served": 848, "info_disclosed": 164}
ROUND = {"publicity_events": 30, "village_talks": 50, "leaflets": 9000, "people_served": 700, "people_reached": 8000}
PLANTED = (
    at({"law_exam_pass_rate": 101}, township="第1镇")  # exceeds_bounds
    | at({"leaflets": 9100, "school_leaflets": 9900}, township="第2镇")  # part_exceeds_whole
    | at({"leaflets": 910_000}, township="第3镇")  # ratio_implausible, jump
    | {("第4镇", YEAR, i): v for (t, y, i), v in quiet().items() if (t, y) == ("第4镇", LAST)}  # copied_from_last_year
    | at(EQUAL, township="第5镇")
    | at(EQUAL, township="第6镇")  # twin_returns
    | at(BEFORE, LAST, "第7镇")
    | at({i: round(v * 1.25) for i, v in BEFORE.items()}, township="第7镇")  # constant_ratio
    | at(ROUND | {"new_media_posts": 40}, township="第8镇")  # round_numbers
)
REMARKS = {
    "第9镇": "~year_mismatch - - 文件名写的是2024年\n~year_in_cell 表 D3:D4 表头写的是2024年",
    "第10镇": "~placeholder 表 Z9 没有填数",
    "第11镇": "~periods_differ 表 Z3:Z6 四个季度之和与全年不符",
}
TEXT = text(60)


def returned(store, township, year, values):
    lines = [f"{t} {y} {i} {v}" for (t, y, i), v in values.items() if (t, y) == (township, year)]
    lines += [REMARKS[township]] if year == YEAR and township in REMARKS else []
    sent(store, f"{township}{year}.xlsx", "\n".join(lines).encode(), read_plain)


def sent(store, name, data, reader):
    [got] = receive(store, [Incoming(name, data)], "镇上", reader=reader)
    assert got.upload_id is not None, got
    [decided] = accept(store, got.upload_id, "县里")
    assert decided.done, decided
    return got.upload_id


def reported(store, township, year=YEAR, figures=None, paragraphs=TEXT, more=""):
    """A report in prose, accepted, with ``more`` behind every paragraph; its upload's id."""
    made = report_of(township, year, figures, paragraphs=paragraphs)
    made = replace(made, paragraphs=tuple(p + more for p in made.paragraphs))
    data = "".join(made.paragraphs).encode() + f"{township}{year}".encode()

    def reader(data, name, **_):
        head = ReportHead("工作报告", township=township, year=year)
        said = {"figures": made.figures, "paragraphs": made.paragraphs, "head": head}
        return Reading(name, sha256(data).hexdigest(), "narrative", **said)

    return sent(store, made.file, data, reader)


def questions(store):
    seen = county_of(store)
    return explained(find_questions(seen, YEAR), said_of(store.explanations(years=[YEAR])))


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A county in which every rule has something to ask."""
    store = Store.open(f"sqlite:///{(tmp_path_factory.mktemp('planted') / 'fazhi.db').as_posix()}")
    people = roster()
    store.replace_roster(people, "县里")
    values = quiet(years=(LAST, YEAR)) | PLANTED
    for township in people.names:
        for year in (LAST, YEAR):
            returned(store, township, year, values)
    reported(store, "第11镇", figures={"leaflets": 1}, paragraphs=text(70))  # narrative_disagrees
    reported(store, "第12镇")
    reported(store, "第1镇")  # copied_text
    yield store
    store.close()


def same(asked, finding):
    """The question as it stands now."""
    place = finding.rule, finding.township, finding.indicators, finding.evidence[:1], finding.reports
    [found] = [f for f in asked if (f.rule, f.township, f.indicators, f.evidence[:1], f.reports) == place]
    return found


def test_what_every_rule_asks_can_be_answered_and_is_closed_until_the_answer_is_withdrawn(planted):
    asked = questions(planted)
    assert {f.rule for f in asked} == {rule.id for rule in QUESTION_RULES}
    assert {f.rule for f in asked if not f.indicators} == {
        "copied_text",
        "part_exceeds_whole",
        "placeholder",
        "year_mismatch",
    }
    assert not any(f.explanation or f.status == "explained" for f in asked)
    first = {f.rule: f for f in reversed(asked)}.values()
    for finding in [*first, *(f for f in asked if not f.indicators and f not in first)]:
        words = f"{finding.rule}核对无误"
        new = answer_question(planted, finding, words, "县里")
        closed = same(questions(planted), finding)
        assert (closed.status, closed.explanation) == ("explained", words), finding
        rows = [*answers_among(planted.explanations(), closed), *cell_answers(planted, closed)]
        assert {row.id for row in rows} == set(new)
        assert {(row.text, row.who) for row in rows} == {(words, "县里")}
        for row in new:
            assert planted.withdraw_explanation(row, "县里")
        assert same(questions(planted), finding) == finding


def about_words(store, township="荻砚镇"):
    return [f for f in questions(store) if f.rule == "copied_text" and f.township == township]


@pytest.fixture
def two(store):
    """Two townships with the same report, in which one figure is the same as well."""
    store.replace_roster(Roster((Township("1", "荻砚镇"), Township("2", "石桥乡"))), "县里")
    for township in ("荻砚镇", "石桥乡"):
        reported(store, township, figures={"leaflets": 8000}, more=TEXT[0])
    return store


def test_words_about_a_repeated_figure_do_not_answer_for_the_text(two):
    [asked] = about_words(two)
    assert (asked.indicators, asked.status) == (("leaflets",), "open")
    two.add_explanation(Key("荻砚镇", YEAR, "leaflets"), "印刷数没有变", "县里")
    [still] = about_words(two)
    assert (still.status, still.explanation, still.sentence) == ("open", "", asked.sentence)
    answer_question(two, asked, "两镇合办，共用一稿", "李四", ["leaflets"])
    [closed] = about_words(two)
    assert (closed.status, closed.explanation) == ("explained", "两镇合办，共用一稿")
    assert [row.text for row in answers_among(two.explanations(), closed)] == ["两镇合办，共用一稿"]
    # It answers for the one township, not for the other.
    assert [f.status for f in about_words(two, "石桥乡")] == ["open"]


def test_an_empty_answer_about_words_keeps_nothing(two):
    [asked] = about_words(two)
    with pytest.raises(StoreError, match="说明"):
        answer_question(two, asked, " ", "李四")
    assert two.explanations() == []


@pytest.mark.parametrize("township", ["荻砚镇", "石桥乡"])
def test_a_new_report_of_either_side_is_asked_about_anew_until_it_is_undone(two, township):
    [asked] = about_words(two)
    answer_question(two, asked, "共用一稿", "李四")
    again = reported(two, township, figures={"leaflets": 8001}, more=TEXT[0])
    [anew] = about_words(two)
    assert (anew.status, anew.reports != asked.reports) == ("open", True)
    assert two.explanations() == []
    assert [row.text for row in two.explanations(outdated=True)] == ["共用一稿"]
    undo(two, again, "县里")
    assert [f.status for f in about_words(two)] == ["explained"]
    undo(two, asked.reports[township != "荻砚镇"], "县里")
    assert two.explanations() == []


def test_a_report_that_repeats_two_others_is_answered_for_each(two):
    reported(two, "荻砚镇", LAST, more=TEXT[0])
    own, other = sorted(about_words(two), key=lambda f: f.reports[1], reverse=True)
    assert own.evidence[1].township == "荻砚镇"
    answer_question(two, own, "工作没有变", "李四")
    assert {f.reports: f.explanation for f in about_words(two)} == {own.reports: "工作没有变", other.reports: ""}


def test_the_answer_stands_in_what_is_written_to_the_townships(two):
    [asked] = about_words(two)
    before = gather(two, YEAR)
    answer_question(two, asked, "两镇合办，共用一稿", "李四")
    told = gather(two, YEAR)
    assert [(e.township, told.indicator_name(e.indicator), e.text, e.who) for e in told.explanations] == [
        ("荻砚镇", "工作报告文字雷同", "两镇合办，共用一稿", "李四")
    ]
    letters = [letter("荻砚镇", YEAR, [d for d in of.doubts if d.township == "荻砚镇"]) for of in (before, told)]
    assert ["报告相同" in words for words in letters] == [True, False]
    frame = two.explanations_frame()
    assert frame[["township", "indicator", "text"]].values.tolist() == [["荻砚镇", "copied_text", "两镇合办，共用一稿"]]
    data = comparison_workbook(
        two.figures_frame(), load_catalogue(), two.roster_now(), (LAST, YEAR), explanations=frame
    )
    book = load_workbook(io.BytesIO(data))
    assert [cell.value for cell in book["情况说明"][4]][:5] == [
        "荻砚镇",
        "2025",
        "工作报告文字雷同",
        "两镇合办，共用一稿",
        "李四",
    ]
