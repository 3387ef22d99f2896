"""What a township sent in and what is not used before it answers is 已报待核实 everywhere, and never asked for as missing."""

import io

import openpyxl
import pytest
from dossiers import dossier
from small_county import MADE, ROWS, frame, roster

from analytics.catalogue import load_catalogue
from analytics.checks.asking import Doubt, waiting_of
from analytics.export import comparison_workbook
from analytics.export.amounts import Amount, compute_amounts, direction, state_word
from analytics.export.brief import brief_blocks, usual_wording
from analytics.export.letters.package import letter_blocks
from analytics.export.prose import situation
from analytics.export.prose.change import change_between, change_said
from analytics.export.word.blocks import Paragraph, Table
from analytics.text import Text

WORDS = "已报待核实"
ASKED = Doubt(
    "丁镇",
    "cell",
    Text("写的是“3/4”，没有采用，请核实后填一个数。", ""),
    "丁镇2025.xlsx",
    "报表",
    ("B7",),
    code="doubtful_number",
    indicators=("leaflets",),
)
DOUBTS = [(2025, ASKED)]


def waiting_dossier(**changed):
    return dossier(doubts=[ASKED], waiting=waiting_of(DOUBTS), **changed)


def text(blocks):
    return "\n".join(b.text for b in blocks if isinstance(b, Paragraph))


def rows(blocks, name):
    return [row for b in blocks if isinstance(b, Table) for row in b.rows if row[0].startswith(name)]


def workbook():
    made = comparison_workbook(
        frame(ROWS), load_catalogue(), roster(), (2025, 2024), findings=[], made_at=MADE, doubts=DOUBTS
    )
    return openpyxl.load_workbook(io.BytesIO(made), data_only=True)


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_the_workbook_says_it_in_the_table_with_a_note_and_among_the_questions():
    book = workbook()
    cells = [c for row in book["总表"].iter_rows() for c in row if c.value == WORDS]
    assert [book["总表"].cell(c.row, 1).value for c in cells] == ["丁镇"]
    assert "没有采用，待乡镇核实" in cells[0].comment.text
    assert book["总表"].cell(cells[0].row, cells[0].column + 2).value == "本年待核实"
    asked = [row for row in book["疑点"].iter_rows(min_row=4, values_only=True) if row[0]]
    assert [(r[1], r[2], r[4]) for r in asked] == [("单元格疑点", "丁镇", "待核实")]
    assert "B7；见《丁镇2025.xlsx》“报表”表" in asked[0][6]
    assert any(c.value == WORDS for row in book["封面"].iter_rows() for c in row)


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_without_such_figures_nothing_speaks_of_them():
    made = comparison_workbook(frame(ROWS), load_catalogue(), roster(), (2025, 2024), findings=[], made_at=MADE)
    book = openpyxl.load_workbook(io.BytesIO(made), data_only=True)
    said = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value]
    assert not any(WORDS in s for s in said)


def test_the_letter_asks_once_and_does_not_call_it_missing():
    one = waiting_dossier()
    blocks = letter_blocks(one, "丁镇", "县依法治县办")
    said = text(blocks)
    assert said.count("3/4") == 1
    assert "发放普法宣传资料" not in said.partition("请补报")[2]
    assert rows(blocks, "宣传资料")[0][1] == WORDS
    assert rows(blocks, "发放普法宣传资料")[0][1] == WORDS
    assert "未报" not in "".join(rows(blocks, "宣传资料")[0])


def test_the_brief_counts_it_apart_from_what_is_missing():
    one = waiting_dossier()
    assert "leaflets" not in one.lacking["丁镇"]
    assert "丁镇共有1项数据已报待核实" in situation.reporting(one)[0]
    assert "所报待核实的1个" in situation.townships_sentence(one, "leaflets")
    blocks = brief_blocks(one, (), usual_wording("示例县", 2025))
    annex = [row for row in rows(blocks, "丁镇") if WORDS in row]
    assert len(annex) == 1


def test_a_figure_that_another_file_gave_is_reported_all_the_same():
    one = dossier([*ROWS[:6], ("丁镇", 2025, "leaflets", 40)], doubts=[ASKED], waiting=waiting_of(DOUBTS))
    assert one.amount("丁镇", 2025, "leaflets").known
    assert one.awaited == {"丁镇": ()}


def test_a_part_that_waits_keeps_its_sum_open_and_only_a_sum_without_any_part_waits():
    names = ("甲镇", "乙乡")
    figures = frame(
        [
            ("甲镇", 2025, "publicity_events", 5),
            ("甲镇", 2025, "school_events", None),
            ("乙乡", 2025, "school_events", None),
        ]
    )
    waits = frozenset({("甲镇", 2025, "school_events"), ("乙乡", 2025, "school_events")})
    amounts = compute_amounts(figures, load_catalogue(), names, (2024, 2025), 2025, 2024, waits)
    part, whole = (amounts.headlines[(n, 2025, "publicity_sessions")] for n in names)
    assert (part.known, part.shown_sign, part.waiting) == (True, "≥", False)
    assert (whole.known, whole.waiting, state_word(whole, "zh")) == (False, True, WORDS)


def test_a_comparison_with_it_says_so_and_nothing_of_a_rise():
    waits, known = Amount(float("nan"), "", "missing", waiting=True), Amount(5.0, "", "reported")
    for this, last in ((waits, known), (known, waits), (waits, waits)):
        assert direction(this, last) == "waiting"
        assert change_said(change_between(this, last), "份", base="上年") == "所报的数待核实，暂不比较"
