"""A sum of which only a 0 is known is never printed as "at least 0": it says nothing, so words say what is lacking."""

from dossiers import dossier
from small_county import ROWS, four_cells, opened, workbook
from test_letters import letter_to

from analytics.export.brief import brief_blocks, usual_wording
from analytics.export.brief.tables import cell
from analytics.export.word.blocks import Paragraph, Table

ONE = [
    ("甲镇", 2025, "publicity_events", 0.0),
    ("乙乡", 2025, "publicity_events", 12.0),
    ("乙乡", 2025, "village_talks", 3.0),
]


def test_table_and_sentence_say_what_is_lacking():
    one = dossier(ONE)
    assert one.amount("甲镇", 2025, "publicity_sessions").hollow
    assert cell(one, one.amount("甲镇", 2025, "publicity_sessions")) == "0（缺项）"
    blocks = brief_blocks(one, (), usual_wording("示例县", 2025))
    texts = [b.text for b in blocks if isinstance(b, Paragraph)]
    texts += [str(value) for b in blocks if isinstance(b, Table) for row in b.rows for value in row]
    assert "0（缺项）" in texts
    assert not [text for text in texts if "≥0" in text.split() or "不少于0" in text]


def test_the_letter_says_it_too():
    said = letter_to("甲镇", **vars(dossier(ONE)))
    assert "0（缺项）" in said
    assert "≥0" not in said


def test_a_zero_of_which_nothing_is_lacking_stays_a_plain_zero():
    one = dossier([(t, 2025, "publicity_events", v) for t, v in (("甲镇", 0.0), ("乙乡", 2.0))])
    assert cell(one, one.amount("甲镇", 2025, "publicity_sessions")) == "0"


def test_the_workbooks_cell_stays_the_number_0_and_is_wide_enough_for_the_words():
    sheet = opened(workbook([*[r for r in ROWS if r[0] not in ("甲镇", "乙乡")], *ONE]))["总表"]
    found = four_cells(sheet, "普法场次", "甲镇")[0]
    assert (found.value, found.number_format) == (0, '#,##0"（缺项）"')
    assert sheet.column_dimensions[found.column_letter].width >= 11
