"""What a township put on its sheet besides cells comes back with the marks: drawings byte by byte, newer rules whole."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import openpyxl
import pytest
import xlsxwriter
from marked_books import NAME, TITLE, lines, marked, read

from analytics.intake.marked.kept_parts import FOLDER
from analytics.intake.marked.signs import LIST_SHEET


def picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x0b\x5c\xad" * 4 for _ in range(4)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def illustrated() -> bytes:
    """A return with a chart, a picture, a text box, sparklines, rules and lists of several ages of Excel."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, other = book.add_worksheet("统计表"), book.add_worksheet("选项")
    sheet.merge_range("A1:E1", TITLE)
    sheet.write_row("A3", ["序号", "指标", "单位", "数量", "备注"])
    rows = [(1, "普法场次", "场", 12), (2, "发放普法资料", "份", "80O"), (3, "受教育群众", "人次", 450)]
    for number, row in enumerate(rows, start=3):
        sheet.write_row(number, 0, row)
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {"values": "=统计表!$D$4:$D$6", "categories": "=统计表!$B$4:$B$6", "trendline": {"type": "linear"}}
    )
    chart.set_title({"name": "各项工作"})
    sheet.insert_chart("G2", chart)
    sheet.insert_image("G20", "章.png", {"image_data": io.BytesIO(picture())})
    sheet.insert_textbox("B12", "请于一月二十日前报送")
    sheet.add_sparkline("F4", {"range": "统计表!D4:D6"})
    sheet.conditional_format("D4:D6", {"type": "data_bar", "data_bar_2010": True, "bar_solid": True})
    sheet.conditional_format(
        "D4:D6", {"type": "cell", "criteria": ">", "value": 100, "format": book.add_format({"bold": 1})}
    )
    sheet.data_validation("C4:C6", {"validate": "list", "source": "=选项!$A$1:$A$3"})
    other.write_column("A1", ["场", "份", "人次"])
    line = book.add_chart({"type": "line"})
    line.add_series({"values": "=统计表!$D$4:$D$6"})
    other.insert_chart("C2", line)
    book.close()
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def made() -> bytes:
    data, name = marked(illustrated())
    assert name.endswith("（待核对）.xlsx")
    return data


def test_charts_pictures_and_text_boxes_come_back_byte_by_byte(made: bytes) -> None:
    before, after = parts(illustrated()), parts(made)
    drawn = [name for name in before if re.match(r"xl/(drawings|charts|media)/[^/]+$", name)]
    assert len(drawn) == 5  # two drawings, two charts, a picture
    for name in drawn:
        assert after[f"{FOLDER}/{name}"] == before[name]
    assert "请于一月二十日前报送" in after[f"{FOLDER}/xl/drawings/drawing1.xml"].decode()
    assert not [name for name in after if re.match(r"xl/(charts|media)/", name)], "nothing is there twice"


def test_every_part_of_the_package_has_its_type_and_every_relation_its_part(made: bytes) -> None:
    after = parts(made)
    types = after["[Content_Types].xml"].decode()
    endings = set(re.findall(r'Extension="([^"]+)"', types))
    for name in after:
        assert f'PartName="/{name}"' in types or name.rpartition(".")[2] in endings or name == "[Content_Types].xml"
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        from analytics.intake.marked.kept_parts import _relations

        for name in after:
            for _, target in _relations(package, name):
                assert target in after, (name, target)


def test_rules_and_lists_of_every_age_come_back(made: bytes) -> None:
    [sheet] = [content.decode() for content in parts(made).values() if b"sparklineGroup " in content]
    assert "x14:dataBar" in sheet
    [newer] = re.findall(r'<x14:cfRule[^>]* id="([^"]+)"', sheet)
    assert f"<x14:id>{newer}</x14:id>" in sheet, "the old half of the data bar knows its new one"
    assert "dataValidation" in sheet
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert [v.formula1 for v in book["统计表"].data_validations.dataValidation] == ["选项!$A$1:$A$3"]
    assert len(book["统计表"].conditional_formatting) >= 1


def test_nothing_is_said_to_be_lost_where_nothing_is(made: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book[LIST_SHEET]["A3"].value is None
    assert "D5" in {line["单元格"] for line in lines(book)}


@pytest.mark.parametrize("place", ["header", "footer", "background"])
def test_pictures_of_the_page_are_said_to_be_lost(place: str) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("统计表")
    for row, values in enumerate([(TITLE,), ("指标", "单位", "数量"), ("发放普法资料", "份", "80O")]):
        sheet.write_row(row, 0, values)
    if place == "header":
        sheet.set_header("&C&G", {"image_center": "章.png", "image_data_center": io.BytesIO(picture())})
    elif place == "footer":
        sheet.set_footer("&R&G", {"image_right": "章.png", "image_data_right": io.BytesIO(picture())})
    else:
        sheet.set_background(io.BytesIO(picture()))
    book.close()
    data, _ = marked(out.getvalue())
    said = str(openpyxl.load_workbook(io.BytesIO(data))[LIST_SHEET]["A3"].value)
    assert said.startswith("原文件的页眉、页脚或工作表背景里有图片，没有带到本文件里")
    assert not [name for name in parts(data) if "media" in name], "what is said to be lost is not there"


def test_it_reads_as_before_and_can_be_marked_again(made: bytes) -> None:
    def figures(data: bytes) -> list[tuple[str, float | None]]:
        return [(f.indicator, f.value) for f in read(data).figures]

    assert figures(made) == figures(illustrated())
    again, _ = marked(made)
    assert figures(again) == figures(illustrated())
    twice = [c for n, c in parts(again).items() if n.endswith("charts/chart1.xml")]
    assert twice == [parts(illustrated())["xl/charts/chart1.xml"]]
    assert openpyxl.load_workbook(io.BytesIO(again)).sheetnames.count(LIST_SHEET) == 1


def test_a_sheet_with_controls_keeps_its_cells_and_the_loss_is_said() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(illustrated())) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<extLst>", b"<controls/><extLst>", 1)
            after.writestr(name, content)
    data, _ = marked(out.getvalue(), NAME)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert "控件" in str(book[LIST_SHEET]["A3"].value)
    assert f"{FOLDER}/xl/drawings/drawing1.xml" not in parts(data)
