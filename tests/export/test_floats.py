"""Pictures and tables go where they leave no hole, and nothing else moves."""

import struct
from itertools import pairwise

import pytest
from dossiers import dossier, many
from hypothesis import given
from hypothesis import strategies as st
from test_brief import PNG

from analytics.export.brief import Drawn, brief_blocks, usual_wording
from analytics.export.brief.tables import townships_tables
from analytics.export.word.blocks import NewPage, Paragraph, Picture, Table, plain_heading
from analytics.export.word.floats import LINES, height, placed


def lines(n, name="文"):
    return Paragraph(name * (27 * n - 2))


def picture(n, alt="图"):
    """A picture ``n`` lines high."""
    high = round(n * 580 * 1000 / 8845)
    return [Picture(b"\x89PNG\r\n\x1a\n" + bytes(8) + struct.pack(">II", 1000, high), alt), Paragraph(alt, "figure")]


def table(name="表"):
    rows = [("甲", "1")] * 6
    return [
        Paragraph(name, "caption"),
        Table(plain_heading("乡镇", "数"), rows, (1, 1), ("left", "right")),
        Paragraph("注", "note"),
    ]


def kinds(blocks):
    return [
        b.alt if isinstance(b, Picture) else type(b).__name__[0] for b in blocks if getattr(b, "kind", "") != "figure"
    ]


def test_a_picture_that_fits_stays_where_it_is():
    blocks = [lines(5), *picture(10), lines(3)]
    assert placed(blocks) == blocks


def test_text_fills_the_page_before_a_picture_that_does_not_fit():
    one, two, three = lines(16), lines(4), lines(5)
    assert placed([one, *picture(10), two, three]) == [one, two, three, *picture(10)]


def test_a_table_moves_with_its_caption_and_its_note():
    one, two, three = lines(18), lines(3), lines(6)
    assert placed([one, *table(), two, three]) == [one, two, three, *table()]


def test_a_picture_never_leaves_its_chapter():
    blocks = [lines(18), *picture(10), Paragraph("二、", "heading"), lines(3)]
    assert placed(blocks) == blocks


def test_nothing_behind_the_annexes_is_touched():
    annex = [NewPage(), lines(18), *picture(10), lines(3)]
    assert placed([lines(2), *annex])[1:] == annex


pieces = st.one_of(
    st.integers(1, 9).map(lambda n: [lines(n)]),
    st.integers(2, 16).map(lambda n: picture(n)),
    st.just(table()),
    st.just([Paragraph("（一）", "subheading"), lines(2)]),
    st.just([Paragraph("一、", "heading"), lines(2)]),
)


@given(st.lists(pieces, max_size=14))
def test_nothing_is_lost_or_doubled_and_texts_and_pictures_keep_their_order(given_pieces):
    blocks = [
        Paragraph(f"{n}{b.text}", b.kind) if isinstance(b, Paragraph) and b.kind == "body" else b
        for n, b in enumerate(b for piece in given_pieces for b in piece)
    ]
    made = placed(blocks)
    floating = (Picture, Table)
    small = ("figure", "caption", "note")

    def texts(some):
        return [b for b in some if isinstance(b, Paragraph) and b.kind not in small]

    assert texts(made) == texts(blocks)
    assert [b for b in made if isinstance(b, floating)] == [b for b in blocks if isinstance(b, floating)]
    assert len(made) == len(blocks)
    for before, after in pairwise(made):
        if isinstance(before, Picture):
            assert after.kind == "figure"


def test_no_picture_is_reckoned_higher_than_a_page():
    assert height(picture(10)[0]) == pytest.approx(10, abs=0.05)
    assert height(table()[1]) < LINES / 2


def test_the_page_of_the_signature_has_text_on_it():
    blocks = brief_blocks(dossier(), [Drawn(PNG, "图", "图")], usual_wording("示例县", 2025))
    first = next(n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.kind == "annexes")
    assert blocks[first - 1].kind == "blank"
    assert blocks[first - 2].keep


def test_no_number_of_the_annex_is_wider_than_its_column():
    for one in (dossier(), many(30)):
        for table_ in townships_tables(one):
            share = 442 / sum(table_.widths)
            for row in table_.rows:
                for text, width in zip(row, table_.widths, strict=True):
                    # 9 pt: half of it for a digit, all of it for a sign; 2.8 pt of margins.
                    needed = sum(4.5 if c.isascii() or c == "\u00a0" else 9 for c in text) + 2.8
                    assert needed <= width * share + 0.1, text


def test_a_part_of_nothing_but_a_picture_does_not_get_the_one_before():
    part = Paragraph("（二）", "subheading")
    blocks = [lines(18), *picture(10, "一"), part, *picture(4, "二"), lines(3)]
    assert placed(blocks) == blocks
