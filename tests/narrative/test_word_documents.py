"""What a Word file holds besides plain paragraphs: numbers written by the program, breaks, boxes, changes, hidden text."""

from __future__ import annotations

import io
import zipfile

import pytest

from analytics.intake import read_bytes
from analytics.intake.narrative.paragraphs import from_text
from analytics.intake.narrative.word import from_docx
from analytics.model import Reading, Severity

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
TITLE = "云溪镇2024年度法治政府建设工作报告"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
NUMBERING = (
    f"<w:numbering {W}>"
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Part"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
    "</w:numPr></w:pPr></w:style></w:styles>"
)


def word(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{p(TITLE)}{body}</w:body></w:document>")
        package.writestr("word/numbering.xml", NUMBERING)
        package.writestr("word/styles.xml", STYLES)
    return out.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def listed(text: str, level: int) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def read(body: str) -> Reading:
    return read_bytes(word(body), "报告.docx", isolated=False)


def said(reading: Reading) -> dict[str, float | None]:
    return {f.indicator: f.value for f in reading.figures}


def test_numbers_written_by_the_program_divide_sections_and_items() -> None:
    reading = read(
        listed("工作开展情况", 0)
        + listed("加强普法宣传", 1)
        + p("全年举办法治讲座6场。")
        + listed("存在的主要问题", 0)
        + listed("普法形式单一。宣传多靠发放资料。", 1)
        + listed("执法力量薄弱", 1)
        + listed("镇村两级经费保障不足", 1)
        + listed("下一年度工作安排", 0)
        + listed("举办法治讲座8场。", 1)
        + listed("做好其他工作", 1)
    )
    assert said(reading) == {"legal_lectures": 6}
    assert [g.theme for g in reading.gaps] == ["publicity_innovation", "enforcement_capacity", "resources"]
    assert [(plan.sentence, plan.target) for plan in reading.plans] == [("举办法治讲座8场", 8), ("做好其他工作", None)]


def test_the_numbers_are_those_of_the_printed_page() -> None:
    levels = [0, 1, 1, 2, 2, 0, 1]
    document = from_docx(word("".join(listed(f"第{at}段", level) for at, level in enumerate(levels))))
    assert [paragraph.label for paragraph in document.paragraphs[1:]] == [
        "一、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "二、",
        "（一）",
    ]
    by_style = from_docx(word(p("甲", '<w:pStyle w:val="Part"/>') * 12))
    assert [paragraph.label for paragraph in by_style.paragraphs[1:]][-3:] == ["十、", "十一、", "十二、"]


def test_a_line_break_ends_a_line_but_not_a_sentence() -> None:
    body = (
        f"<w:p>{r('一年来，我镇坚持把普法宣传贯穿于基层治理的全过程，累计发放普法宣传')}<w:r><w:br/></w:r>"
        f"{r('资料8万余份。')}<w:r><w:br/></w:r>{r('二、存在的问题')}<w:r><w:br/></w:r>{r('一是普法形式单一。')}</w:p>"
    )
    reading = read(body)
    assert [(f.value, f.source.raw) for f in reading.figures] == [(80000, "8万余份")]
    assert [g.theme for g in reading.gaps] == ["publicity_innovation"]


def test_a_deleted_number_is_not_there_and_an_inserted_one_is() -> None:
    body = f"<w:p>{r('全年举办法治讲座')}<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>{r('6')}</w:ins>{r('场。')}</w:p>"
    assert said(read(body)) == {"legal_lectures": 6}


def test_a_paragraph_whose_mark_was_deleted_runs_on() -> None:
    body = p("全年举办法治讲座", "<w:rPr><w:del/></w:rPr>") + p("6场。")
    assert said(read(body)) == {"legal_lectures": 6}


def test_a_text_box_stands_behind_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{p('全年审查合同12份。')}</w:txbxContent>"
    body = (
        f"<w:p>{r('全年举办法治')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>{r('讲座6场。')}</w:p>"
    )
    assert said(read(body)) == {"legal_lectures": 6, "contract_reviews": 12}


def test_hidden_text_is_left_out_and_mentioned() -> None:
    reading = read(f"<w:p>{r('全年举办法治讲座6场。')}{r('上报时改为16场。', '<w:vanish/>')}</w:p>")
    assert said(reading) == {"legal_lectures": 6}
    [note] = reading.problems
    assert (note.code, note.severity) == ("hidden_text", Severity.NOTE)
    shown = read(f"<w:p>{r('全年举办法治讲座6场。', '<w:vanish w:val=' + chr(34) + '0' + chr(34) + '/>')}</w:p>")
    assert (said(shown), shown.problems) == ({"legal_lectures": 6}, ())


def test_a_footnote_sign_and_a_field_code_are_no_digits() -> None:
    body = (
        f"<w:p>{r('全年举办法治讲座6')}<w:r><w:footnoteReference w:id='2'/></w:r>{r('场。')}"
        "<w:r><w:instrText>PAGE 9</w:instrText></w:r></w:p>"
    )
    assert said(read(body)) == {"legal_lectures": 6}


def test_a_report_framed_by_a_table_is_prose() -> None:
    text = "一年来，我镇扎实推进法治政府建设，认真抓好学法用法和普法宣传，各项工作取得新的进展，群众的获得感和满意度不断提升，全年举办法治讲座6场，审查合同12份，没有发生行政复议案件。"
    table = f"<w:tbl><w:tr><w:tc>{p(text)}</w:tc></w:tr></w:tbl>"
    reading = read(table)
    assert reading.kind == "narrative"
    assert said(reading) == {"legal_lectures": 6, "contract_reviews": 12, "reconsideration_cases": 0}


def test_a_table_of_contents_divides_nothing() -> None:
    contents = p("二、存在的问题\t3", '<w:pStyle w:val="TOC1"/>')
    assert said(read(contents + p("全年举办法治讲座6场。"))) == {"legal_lectures": 6}


CUT = """云溪镇2024年度法治政府建设工作报告
一、主要做法
    一年来，我镇党委、政府高度重视法治建设工作，坚持把普法
宣传教育作为提升基层治理水平的重要抓手，累计发放普法宣传
资料8万余份，提供法律咨询服务2000余人次，覆盖面持续扩大，
群众尊法学法守法用法意识明显增强。组织干部职工集中学习法
律法规16次，举办法治讲座6场，不断提升全镇干部依法办事的能
力和水平。
二、存在的问题
    一是普法形式单一，方式比较传统，群众参与的积极性还不够
高；二是执法力量薄弱。
云溪镇人民政府
2025年1月10日
"""


@pytest.mark.parametrize("data", [CUT.encode(), CUT.encode("gb18030")], ids=["utf-8", "gb18030"])
def test_lines_cut_at_a_fixed_width_are_joined(data: bytes) -> None:
    reading = read_bytes(data, "报告.txt", isolated=False)
    assert said(reading) == {"leaflets": 80000, "people_served": 2000, "collective_study": 16, "legal_lectures": 6}
    assert [(g.theme, g.sentence) for g in reading.gaps] == [
        ("publicity_innovation", "普法形式单一，方式比较传统，群众参与的积极性还不够高"),
        ("enforcement_capacity", "执法力量薄弱"),
    ]
    assert reading.head is not None
    assert reading.head.signed == "2025年1月10日"


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "云溪镇2024年总结\n" + "\n".join(f"{n}.全年举办法治讲座{n}场，各项工作按计划推进" for n in range(1, 9))
    assert len(from_text(text).paragraphs) == 9
