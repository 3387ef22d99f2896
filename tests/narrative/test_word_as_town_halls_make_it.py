"""Word reports as town halls make them: set in a table, by WPS, with a letterhead, scanned, with changes nobody accepted."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from analytics.intake import open_workbook, read_bytes
from analytics.intake.narrative.word import from_docx
from analytics.model import Problem, Reading, Severity

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TITLE = "青岩镇2024年度法治政府建设工作报告"
WORK = "全年组织党委理论学习中心组专题学法6次，干部职工集中学法24次。"
GAPS = "法治宣传形式单一，创新力度不够。执法力量薄弱。"
PLANS = "举办法治讲座12场。新建法治文化阵地3处。"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def package(body: str, namespace: str = W, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("_rels/.rels", RELATIONS)
        made.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>')
        for name, inside in parts.items():
            made.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>')
    return out.getvalue()


def p(text: str, style: str = "", properties: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def paragraphs(*texts: str) -> docx.document.Document:
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    return made


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(data: bytes, name: str = "报告.docx") -> Reading:
    return read_bytes(data, name, isolated=False)


def said(reading: Reading) -> dict[str, float | None]:
    return {f.indicator: f.value for f in reading.figures}


def places_are_exact(reading: Reading) -> bool:
    for figure in reading.figures:
        number, _, span = figure.source.cell[1:].partition(":")
        start, _, end = span.partition("-")
        if reading.paragraphs[int(number) - 1][int(start) : int(end)] != figure.source.raw:
            return False
    return True


@pytest.mark.parametrize("label", ["下一步打算", "2025年工作计划", "下\n一\n步\n打\n算"])
def test_a_report_set_in_a_table_is_read_with_its_side_headings(label: str) -> None:
    document = paragraphs(TITLE)
    table = document.add_table(0, 2)
    for left, right in (("学法用法", WORK), ("存在问题", GAPS), (label, PLANS)):
        added = table.add_row().cells
        added[0].text, added[1].text = left, right
    reading = read(saved(document))
    assert said(reading) == {"central_group_study": 6, "collective_study": 24}
    assert [gap.theme for gap in reading.gaps] == ["publicity_innovation", "enforcement_capacity"]
    assert [plan.target for plan in reading.plans] == [12, None]
    assert places_are_exact(reading)


def test_a_list_of_events_is_no_text_and_gives_no_figure_of_the_year() -> None:
    document = paragraphs(TITLE, WORK)
    table = document.add_table(0, 3)
    for texts in (("时间", "活动", "情况"), ("3月", "宪法宣传", "走村入户开展宣传，发放宣传资料500份。")):
        for field, text in zip(table.add_row().cells, texts, strict=True):
            field.text = text
    assert said(read(saved(document))) == {"central_group_study": 6, "collective_study": 24}


def test_a_table_with_amounts_stays_one_though_its_remarks_are_sentences() -> None:
    document = paragraphs(TITLE, WORK)
    table = document.add_table(0, 4)
    for texts in (
        ("指标", "单位", "数量", "备注"),
        ("法治讲座", "场", "9", "其中与司法所联合举办3场，到村里举办4场。"),
        ("执法培训", "次", "5", "聘请县里的专家授课，全体执法人员参加。"),
    ):
        for field, text in zip(table.add_row().cells, texts, strict=True):
            field.text = text
    reading = read(saved(document))
    assert (said(reading)["legal_lectures"], said(reading)["enforcement_trainings"]) == (9, 5)


def test_a_table_inside_a_cell_is_read_once_and_its_cells_are_found() -> None:
    document = paragraphs(TITLE, WORK)
    outer = document.add_table(1, 1).cell(0, 0)
    outer.text = "附表："
    inner = outer.add_table(2, 3)
    for r, texts in enumerate((("指标", "单位", "数量"), ("法治讲座", "场", "9"))):
        for c, text in enumerate(texts):
            inner.cell(r, c).text = text
    data = saved(document)
    [figure] = [f for f in read(data).figures if f.indicator == "legal_lectures"]
    book = open_workbook(data, "报告.docx", isolated=False)
    assert not isinstance(book, Problem)
    [sheet] = [s for s in book.sheets if s.name == figure.source.sheet]
    at = int(figure.source.cell[1:]) - 1, ord(figure.source.cell[0]) - ord("A")
    assert (figure.value, sheet.cells[at].shown) == (9, "9")
    assert sum(c.shown == "9" for s in book.sheets for c in s.cells.values()) == 1


def test_cells_in_content_controls_and_rows_that_begin_further_right_keep_their_columns() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    table = (
        row(*map(cell, ("类别", "指标", "单位", "数量")))
        + row(control(cell("普法", '<w:vMerge w:val="restart"/>')), cell("法治讲座"), cell("场"), control(cell("9")))
        + row(control(cell("普法", "<w:vMerge/>")), cell("执法培训"), cell("次"), cell("5"))
        + row('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', cell("行政处罚案件"), cell("件"), cell("4"))
    )
    reading = read(package(p(TITLE) + p(WORK) + f"<w:tbl>{table}</w:tbl>"))
    found = {f.indicator: (f.value, f.source.cell) for f in reading.figures if f.source.sheet}
    assert found == {"legal_lectures": (9, "D2"), "enforcement_trainings": (5, "D3"), "penalty_cases": (4, "D4")}


def test_a_text_box_in_a_cell_is_read() -> None:
    box = (
        f'<w:p xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>全年举办法治讲座9场。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    )
    document = paragraphs(TITLE, WORK)
    document.add_table(1, 1).cell(0, 0)._tc.append(parse_xml(box))
    assert said(read(saved(document)))["legal_lectures"] == 9


WPS = (
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="part"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="my part"/><w:basedOn w:val="3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="9"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="30"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="31"><w:name w:val="more secret"/><w:basedOn w:val="30"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="40"><w:name w:val="a"/><w:basedOn w:val="41"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="41"><w:name w:val="b"/><w:basedOn w:val="40"/></w:style>'
)


def test_styles_count_by_their_names_not_by_the_numbers_a_program_gives_them() -> None:
    body = (
        p("工作情况\t1", "9")
        + p("下年计划\t5", "9")
        + p("工作情况", "2")
        + p(WORK, "40")
        + p("存在的问题", "4")
        + p(GAPS)
    )
    document = from_docx(package(p(TITLE) + body, styles=WPS))
    assert [(q.text[:4], q.level) for q in document.paragraphs[1:]] == [
        ("工作情况", 0),
        ("全年组织", None),
        ("存在的问", 0),
        ("法治宣传", None),
    ]


@pytest.mark.parametrize("style", ["30", "31"])
def test_text_hidden_by_its_paragraphs_style_is_no_figure(style: str) -> None:
    shown = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>举办法治讲座6场。</w:t></w:r></w:p>'
    reading = read(package(p(TITLE) + p(WORK) + p("全年审查合同99份。", style) + shown, styles=WPS))
    assert said(reading) == {"central_group_study": 6, "collective_study": 24, "legal_lectures": 6}
    [note] = reading.problems
    assert (note.code, "10 个字" in note.message.zh) == ("hidden_text", True)


@pytest.mark.parametrize("line", ["二、存在的问题\t3", "二、存在的问题……………3", "三、下一年工作计划........12"])
def test_a_typed_table_of_contents_divides_nothing(line: str) -> None:
    reading = read(saved(paragraphs(TITLE, "目录", "一、工作情况……1", line, WORK, "全年审查合同12份。")))
    assert said(reading) == {"central_group_study": 6, "collective_study": 24, "contract_reviews": 12}
    assert not reading.gaps
    assert not reading.plans


def test_lists_of_one_form_count_on_unless_one_begins_anew() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )

    def listed(number: int) -> str:
        return p("甲", "", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

    document = from_docx(package("".join(map(listed, (1, 1, 2, 3, 3, 1))), numbering=numbering))
    assert [q.label for q in document.paragraphs] == ["1.", "2.", "3.", "1.", "2.", "3."]


OURS = (WORK.replace("青岩镇", "我镇"), "2025年1月18日")


def test_the_township_is_found_in_the_letterhead_above_the_title() -> None:
    title = "关于2024年度法治政府建设工作情况的报告"
    reading = read(saved(paragraphs("青岩镇人民政府文件", "青政〔2025〕7号", title, *OURS)))
    assert reading.head is not None
    assert (reading.head.township, reading.head.year, reading.head.title) == ("青岩镇", 2024, title)
    assert len(reading.figures) == 2


def test_the_township_is_found_at_the_head_of_the_pages_when_nothing_else_names_one() -> None:
    document = paragraphs("2024年度法治政府建设工作报告", *OURS)
    document.sections[0].header.paragraphs[0].text = "示例县青岩镇人民政府"
    head = read(saved(document)).head
    assert head is not None
    assert head.township == "青岩镇"
    document.add_paragraph("白云镇人民政府")
    head = read(saved(document)).head
    assert head is not None
    assert head.township == "白云镇"


@pytest.mark.parametrize(
    "lines",
    [
        ("中共青岩镇委员会 青岩镇人民政府", "关于2024年度推进法治政府建设", "工作情况的报告"),
        ("青岩镇人民政府", "关于2024年度", "法治政府建设", "工作总结"),
        ("青 岩 镇 ２０２４ 年 度", "法 治 政 府 建 设 工 作 报 告"),
    ],
)
def test_a_title_over_several_lines_names_township_and_year(lines: tuple[str, ...]) -> None:
    reading = read(saved(paragraphs(*lines, *OURS)))
    assert reading.head is not None
    assert (reading.head.township, reading.head.year) == ("青岩镇", 2024)
    assert said(reading) == {"central_group_study": 6, "collective_study": 24}


def test_a_numbered_heading_is_never_the_title() -> None:
    reading = read(saved(paragraphs("一、2024年工作开展情况", WORK)), "青岩镇2024年.docx")
    assert reading.head is not None
    assert reading.head.title == ""


def picture() -> io.BytesIO:
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (20, 20)).save(out, "PNG")
    out.seek(0)
    return out


def test_a_scanned_page_is_said_to_be_one() -> None:
    document = docx.Document()
    document.add_picture(picture())
    reading = read(saved(document))
    assert not reading.readable
    assert "扫描件" in reading.problems[0].message.zh
    document.add_paragraph(TITLE)
    [question] = read(saved(document)).problems
    assert (question.code, question.severity) == ("scanned", Severity.QUESTION)
    document.add_paragraph(WORK)
    assert not read(saved(document)).problems


def test_an_empty_document_has_no_text_rather_than_no_table() -> None:
    [problem] = read(saved(docx.Document())).problems
    assert problem.message.zh == "文件“报告.docx”里没有文字；请检查是否传错了文件。"


def test_a_document_saved_as_strict_open_xml_is_read() -> None:
    strict = package(p(TITLE) + p(WORK), "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert said(read(strict)) == {"central_group_study": 6, "collective_study": 24}


def test_changes_that_nobody_accepted_are_mentioned() -> None:
    body = (
        '<w:p><w:r><w:t>全年举办法治讲座</w:t></w:r><w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>6</w:t></w:r></w:ins><w:r><w:t>场。</w:t></w:r></w:p>'
    )
    reading = read(package(p(TITLE) + body))
    assert said(reading) == {"legal_lectures": 6}
    [note] = reading.problems
    assert (note.code, note.severity, "2 处修订" in note.message.zh) == ("tracked_changes", Severity.NOTE, True)


def test_a_table_put_in_as_an_object_is_mentioned_and_an_equation_is_not() -> None:
    def embedded(program: str) -> str:
        return f'<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="{program}"/></w:object></w:r></w:p>'

    assert [q.code for q in read(package(p(TITLE) + p(WORK) + embedded("Excel.Sheet.12"))).problems] == [
        "embedded_tables"
    ]
    assert not read(package(p(TITLE) + p(WORK) + embedded("Equation.3"))).problems


@pytest.mark.parametrize("ending", [".doc", ".wps", ".rtf", ".odt", ".pdf", ".docx"])
def test_what_is_no_readable_report_is_told_to_be_saved_as_one(ending: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as odt:
        odt.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    data = {".rtf": b"{\\rtf1 x}", ".odt": made.getvalue(), ".pdf": b"%PDF-1.7 x"}.get(ending, b"PK\x03\x04damaged")
    [problem] = read(data, f"报告{ending}").problems
    assert ".docx" in problem.message.zh
    assert "Excel 中" not in problem.message.zh


def test_plans_behind_shortcomings_are_no_figures_though_the_headings_were_lost() -> None:
    gaps = "一是法治宣传形式单一，创新力度不够；二是执法力量薄弱，持证人员偏少。"
    plan = "一是举办法治讲座12场；二是全年组织中心组学法不少于8次。"
    reading = read(saved(paragraphs(TITLE, WORK, gaps, plan)))
    assert said(reading) == {"central_group_study": 6, "collective_study": 24}
    assert [found.target for found in reading.plans] == [12, 8]
    assert len(reading.gaps) == 2
    work = "一是举办法治讲座12场；二是审查合同8份。"
    assert said(read(saved(paragraphs(TITLE, WORK, work, gaps)))) | {"legal_lectures": 12} == said(
        read(saved(paragraphs(TITLE, WORK, gaps, work)))
    )


@pytest.mark.parametrize("heads", [("工作任务", "目标要求"), ("事项", "2025年计划")])
def test_a_table_of_what_is_to_be_done_gives_no_figure(heads: tuple[str, str]) -> None:
    document = paragraphs(TITLE, WORK)
    table = document.add_table(0, 2)
    for left, right in (heads, ("普法", "举办法治讲座12场，覆盖所有村居。"), ("执法", "组织执法培训4次，全员参加。")):
        added = table.add_row().cells
        added[0].text, added[1].text = left, right
    reading = read(saved(document))
    assert said(reading) == {"central_group_study": 6, "collective_study": 24}
    assert [(q.code, q.severity) for q in reading.problems] == [("table_not_read", Severity.NOTE)]


def test_a_table_without_numbers_or_with_figures_needs_no_note() -> None:
    document = paragraphs(TITLE, WORK)
    for rows in ((("姓名", "职务"), ("张三", "主任")), (("指标", "单位", "数量"), ("法治讲座", "场", "9"))):
        table = document.add_table(0, len(rows[0]))
        for texts in rows:
            for field, text in zip(table.add_row().cells, texts, strict=True):
                field.text = text
    reading = read(saved(document))
    assert said(reading)["legal_lectures"] == 9
    assert not reading.problems


def test_the_foot_of_a_web_page_is_no_plan() -> None:
    foot = ("扫一扫在手机打开当前页", "主办：某某县人民政府 网站标识码：1234567890")
    reading = read(saved(paragraphs(TITLE, WORK, "三、2025年工作计划", "举办法治讲座12场。", *foot)))
    assert [plan.sentence for plan in reading.plans] == ["举办法治讲座12场"]


def test_a_text_in_no_known_encoding_is_told_how_to_be_saved() -> None:
    data = (TITLE + WORK).encode("gb18030")[:1] + b"\xff\x81\x82" * 40
    [problem] = read(data, "报告.txt").problems
    assert "记事本" in problem.message.zh
