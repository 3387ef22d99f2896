"""Blocks as WordprocessingML. Texts from outside are escaped and made fit for XML here, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from analytics.export.word.blocks import Align, Block, Heading, Kind, NewPage, Paragraph, Picture, Table
from analytics.export.word.format import AREA, AREA_LANDSCAPE, section

STYLE: dict[Kind, str] = {
    "title": "Title",
    "subtitle": "Subtitle",
    "addressee": "Addressee",
    "heading": "Heading1",
    "subheading": "Heading2",
    "item": "Heading3",
    "body": "Body",
    "annexes": "Annexes",
    "signature": "Signature",
    "annex_mark": "AnnexMark",
    "annex_title": "AnnexTitle",
    "caption": "Caption",
    "figure": "FigureName",
    "picture_place": "Picture",
    "note": "Note",
    "blank": "Blank",
}
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of text: a name with one could make a number read backwards."""

TOGETHER = 12
"""Rows up to which a table is kept on one page."""

Draw = Callable[[Picture, int], str]
"""A picture and its width in twips → its drawing."""


def xml_safe(text: object) -> str:
    """``text`` as XML can hold it: what it cannot becomes �, line ends become blanks, turning marks go."""
    said = _BIDI.sub("", _NOT_XML.sub("�", str(text)))
    return re.sub(r"[\t\r\n\x0b\x0c\u2028\u2029]+", " ", said)


def xml_text(text: object) -> str:
    """``text`` as it can stand in a run: safe, and < > & escaped."""
    return escape(xml_safe(text))


def body_xml(blocks: Sequence[Block], references: str, draw: Draw) -> str:
    """The children of ``w:body``; ``references`` are the footers' of every section."""
    out: list[str] = []
    landscape = False
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Paragraph):
            out.append(_paragraph(block))
        elif isinstance(block, Table):
            out.append(_table(block, AREA_LANDSCAPE if landscape else AREA))
            if not isinstance(following, Paragraph):
                # Word wants a paragraph between a table and what follows it; a thin one leaves no hole.
                out.append('<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr></w:p>')
        elif isinstance(block, Picture):
            width = round((AREA_LANDSCAPE if landscape else AREA) * block.width)
            out.append(f'<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r>{draw(block, width)}</w:r></w:p>')
        elif isinstance(block, NewPage):
            # A section ends in the paragraph that carries its properties.
            ended = section(references, landscape=landscape)
            out.append(
                f'<w:p><w:pPr><w:pStyle w:val="Note"/><w:spacing w:before="0" w:after="0" w:line="20" '
                f'w:lineRule="exact"/>{ended}</w:pPr></w:p>'
            )
            landscape = block.landscape
    out.append(section(references, landscape=landscape))
    return "".join(out)


def _run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>' if text else ""


def _paragraph(block: Paragraph) -> str:
    lead = _run(block.lead, "<w:rPr><w:b/></w:rPr>")
    keep = "<w:keepNext/><w:keepLines/>" if block.keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLE[block.kind]}"/>{keep}</w:pPr>{lead}{_run(block.text)}</w:p>'


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
    for side, size in (("top", 8), ("left", 4), ("bottom", 8), ("right", 4), ("insideH", 4), ("insideV", 4))
)


def _table(table: Table, area: int) -> str:
    whole = sum(table.widths)
    widths = [round(area * share / whole) for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    margin = 28 if table.dense else 57
    look = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{_BORDERS}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    head = "".join(_heading_row(row, widths, table.dense) for row in _with_continued(table.heading, len(widths)))
    # A small table stays on one page, together with the note under it.
    keep = "<w:keepNext/>" if len(table.rows) <= TOGETHER else ""
    style = "Dense" if table.dense else "Cell"
    cells = [_cell_frame(style, w, a, keep) for w, a in zip(widths, table.aligns, strict=True)]
    rows = []
    for n, row in enumerate(table.rows):
        bold = "<w:rPr><w:b/></w:rPr>" if n < table.lead and not table.dense else ""
        texts = "".join(f"{before}{_run(text, bold)}{after}" for (before, after), text in zip(cells, row, strict=True))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{texts}</w:tr>")
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"


def _cell_frame(style: str, width: int, align: Align, keep: str) -> tuple[str, str]:
    before = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/>{keep}<w:jc w:val="{align}"/></w:pPr>'
    )
    return before, "</w:p></w:tc>"


Placed = tuple[Heading | None, int]
"""A heading's cell, None where the one above reaches down, and how many columns it takes."""


def _with_continued(heading: Sequence[Sequence[Heading]], columns: int) -> list[list[Placed]]:
    """Every heading row with a place for each cell that reaches down from above."""
    reaching: dict[int, tuple[int, int]] = {}
    out: list[list[Placed]] = []
    for row in heading:
        cells, column = iter(row), 0
        placed: list[Placed] = []
        below: dict[int, tuple[int, int]] = {}
        while column < columns:
            if column in reaching:
                left, across = reaching[column]
                placed.append((None, across))
                if left > 1:
                    below[column] = (left - 1, across)
            else:
                cell = next(cells)
                across = cell.across
                placed.append((cell, across))
                if cell.down > 1:
                    below[column] = (cell.down - 1, across)
            column += across
        reaching = below
        out.append(placed)
    return out


def _heading_row(row: Sequence[Placed], widths: Sequence[int], dense: bool) -> str:
    style = "DenseHead" if dense else "CellHead"
    out, column = [], 0
    for cell, across in row:
        width = sum(widths[column : column + across])
        span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
        merge = "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
        text = _run(cell.text) if cell else ""
        out.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text}</w:p></w:tc>'
        )
        column += across
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(out)}</w:tr>"
