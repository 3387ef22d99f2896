"""The measures of GB/T 9704-2012 and the styles that carry them.

A4; margins 37 mm above, 28 mm left, so that 156 × 225 mm remain for 22 lines of 28 characters: body in 三号仿宋 (16 pt),
title 二号小标宋, headings 黑体 and 楷体; page number in 四号宋体 between dashes, odd pages right, even pages left.
"""

from __future__ import annotations

MM = 1440 / 25.4
"""Twips in a millimetre."""

PAGE = (round(210 * MM), round(297 * MM))
TOP, LEFT, RIGHT = (round(mm * MM) for mm in (37, 28, 26))
PITCH = 580
"""29 pt from line to line in twips: 225 mm ÷ 22 lines = 28.99 pt."""
BOTTOM = PAGE[1] - TOP - 22 * PITCH - 4
"""35 mm less the hair (0.1 mm) that 22 lines of 29 pt take more than 225 mm."""
FOOTER = round(22 * MM)
"""From the paper's edge to the foot of the page number, which then stands 7 mm below the type area."""

AREA = PAGE[0] - LEFT - RIGHT
AREA_LANDSCAPE = PAGE[1] - TOP - BOTTOM
"""Widths of the type area in twips; on a landscape page the long margins stand left and right."""

CONDENSED = -5
"""Twips taken from between characters: 28 characters of 16 pt need 158 mm, the type area has 156."""

SONG, FANG, KAI, HEI, XBS = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
OTHER_NAMES = {
    XBS: "方正小标宋_GBK,华文中宋,宋体",
    FANG: "仿宋,FangSong,Noto Serif CJK SC",
    KAI: "楷体,KaiTi,Noto Serif CJK SC",
    HEI: "SimHei,Noto Sans CJK SC",
    SONG: "SimSun,Noto Serif CJK SC",
}
"""The fonts of official documents are not free to be shipped: they are named, and what may stand in for them."""

BODY, SMALL, CELL, DENSE = 32, 28, 21, 18
"""Sizes in half points: 三号, 四号, 五号, 小五."""

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run_look(font: str, size: int, *, bold: bool = False, condensed: bool = True) -> str:
    """``w:rPr`` for Chinese in ``font`` and Latin letters in Times, ``size`` in half points."""
    weight = "<w:b/>" if bold else '<w:b w:val="0"/>'
    spacing = f'<w:spacing w:val="{CONDENSED}"/>' if condensed else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{font}" w:cs="{LATIN}"/>'
        f'{weight}<w:i w:val="0"/><w:color w:val="000000"/>{spacing}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
    )


def _style(
    style_id: str, name: str, paragraph: str, run: str, *, based_on: str = "Normal", following: str = "Body"
) -> str:
    default = ' w:default="1"' if style_id == "Normal" else ""
    based = "" if style_id == "Normal" else f'<w:basedOn w:val="{based_on}"/>'
    return (
        f'<w:style {NS} w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>{based}'
        f'<w:next w:val="{following}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>{run}</w:style>'
    )


def _spacing(line: int = PITCH, rule: str = "exact", before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'


_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_OFF_GRID = '<w:snapToGrid w:val="0"/>'
"""Small print has its own line height: on the grid every line of it would take 29 pt."""
_KEEP = "<w:keepNext/><w:keepLines/>"


def styles() -> dict[str, str]:
    """Style id → ``w:style``. Headings are Word's own, so that the navigation pane and a contents list work."""
    both, centre, right, left = (f'<w:jc w:val="{j}"/>' for j in ("both", "center", "right", "left"))
    loose = '<w:widowControl w:val="0"/>'

    def outline(level: int) -> str:
        return f'<w:outlineLvl w:val="{level}"/>'

    fang, cell = run_look(FANG, BODY), run_look(SONG, CELL, condensed=False)
    return {
        "Normal": _style("Normal", "Normal", loose + _spacing() + both, fang, following="Normal"),
        "Body": _style("Body", "公文正文", _INDENT, fang),
        "Blank": _style("Blank", "空行", "<w:keepNext/>", fang),
        "Title": _style("Title", "Title", _KEEP + _spacing(660) + centre, run_look(XBS, 44, condensed=False)),
        "Subtitle": _style("Subtitle", "Subtitle", _spacing() + centre, run_look(KAI, SMALL)),
        "Addressee": _style("Addressee", "主送机关", "", fang),
        "Heading1": _style("Heading1", "heading 1", _KEEP + _spacing() + _INDENT + outline(0), run_look(HEI, BODY)),
        "Heading2": _style("Heading2", "heading 2", _KEEP + _spacing() + _INDENT + outline(1), run_look(KAI, BODY)),
        "Heading3": _style(
            "Heading3", "heading 3", _KEEP + _spacing() + _INDENT + outline(2), run_look(FANG, BODY, bold=True)
        ),
        "Annexes": _style(
            "Annexes", "附件说明", "<w:keepNext/>" + '<w:ind w:left="1920" w:hanging="1280"/>' + left, fang
        ),
        "Signature": _style(
            "Signature", "落款", "<w:keepNext/>" + '<w:ind w:rightChars="400" w:right="1280"/>' + right, fang
        ),
        "AnnexMark": _style("AnnexMark", "附件编号", _KEEP + left, run_look(HEI, BODY)),
        "AnnexTitle": _style("AnnexTitle", "附件标题", _KEEP + _spacing(660) + centre, run_look(XBS, 36)),
        "Caption": _style("Caption", "caption", _KEEP + _spacing(480, "exact", 120) + centre, run_look(HEI, SMALL)),
        "FigureName": _style("FigureName", "图名", _spacing(480, "exact", 0, 120) + centre, run_look(HEI, SMALL)),
        "Note": _style("Note", "图表注", _OFF_GRID + _spacing(300, "exact", 60, 120) + left, run_look(KAI, CELL)),
        "Cell": _style("Cell", "表格文字", _OFF_GRID + _spacing(290, "atLeast", 20, 20), cell),
        "CellHead": _style(
            "CellHead",
            "表格标题",
            _KEEP + _OFF_GRID + _spacing(290, "atLeast", 20, 20) + centre,
            run_look(HEI, CELL, condensed=False),
        ),
        "Dense": _style(
            "Dense",
            "密排表格文字",
            _OFF_GRID + _spacing(260, "atLeast", 20, 20),
            run_look(SONG, DENSE, condensed=False),
        ),
        "DenseHead": _style(
            "DenseHead",
            "密排表格标题",
            _KEEP + _OFF_GRID + _spacing(260, "atLeast", 20, 20) + centre,
            run_look(HEI, DENSE, condensed=False),
        ),
        "Picture": _style("Picture", "图片", "<w:keepNext/>" + _OFF_GRID + _spacing(240, "auto") + centre, fang),
        "Footer": _style("Footer", "footer", _spacing(280, "atLeast"), run_look(SONG, SMALL, condensed=False)),
    }


def section(references: str, *, landscape: bool = False) -> str:
    """``w:sectPr`` of upright or landscape pages; ``references`` are those of the footers."""
    width, height = PAGE
    if landscape:
        size = f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
        margins = (LEFT, RIGHT, TOP, BOTTOM)
    else:
        size = f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        margins = (TOP, BOTTOM, LEFT, RIGHT)
    top, bottom, left, right = margins
    foot = FOOTER if not landscape else max(FOOTER - BOTTOM + RIGHT, 400)
    return (
        f'<w:sectPr {NS}>{references}<w:type w:val="nextPage"/>{size}'
        f'<w:pgMar w:top="{top}" w:bottom="{bottom}" w:left="{left}" w:right="{right}" w:header="850" '
        f'w:footer="{foot}" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{PITCH}"/>'
        "</w:sectPr>"
    )


def footer(align: str) -> str:
    """``— 1 —`` on the outer side, one character from the edge. Its content is a field that Word counts."""
    side = 'w:rightChars="100" w:right="280"' if align == "right" else 'w:leftChars="100" w:left="280"'
    look = run_look(SONG, SMALL, condensed=False)

    def run(content: str) -> str:
        return f"<w:r>{look}{content}</w:r>"

    field = "".join(
        run(c)
        for c in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    before, after = (run(f'<w:t xml:space="preserve">{dash}</w:t>') for dash in ("— ", " —"))
    return (
        f'<w:p {NS}><w:pPr><w:pStyle w:val="Footer"/><w:ind {side}/><w:jc w:val="{align}"/></w:pPr>'
        f"{before}{field}{after}</w:p>"
    )


def font_table() -> str:
    """``w:fonts``: the fonts named, each with what may stand in for it where it is not installed."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, other in OTHER_NAMES.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {NS}>{fonts}</w:fonts>'
