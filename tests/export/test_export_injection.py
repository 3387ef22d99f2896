import csv
import io
import re
import zipfile

import pandas as pd
import pytest
from small_county import finding, frame, opened, workbook

from analytics.export import tidy_csv
from analytics.export.safety import could_be_formula, sheet_name

HOSTILE = (
    *(
        "=1+1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1＋1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\u200b=1",
        "\ufeff=1",
    ),
    *(
        '=HYPERLINK("http://example.invalid","x")',
        "=cmd|' /C calc'!A0",
        "{=1}",
        "http://example.invalid",
        "mailto:a@b.c",
    ),
)
OURS = re.compile(
    r"^(IF\(ISNUMBER\(|IF\(AND\(ISNUMBER\(|SUM\([A-Z]+\d+:|SUM\('多年'![A-Z]+\d+(,'多年'![A-Z]+\d+)*\)$|SUMPRODUCT\(ISNUMBER\(|'[^'=+@-][^']*'![A-Z]+\d+$)"
)


def hostile_workbook():
    rows = [(name, year, "leaflets", 10) for name in HOSTILE for year in (2024, 2025)]
    rows += [(name, 2025, "publicity_events", "≥5") for name in HOSTILE]
    figures = frame(rows)
    for column in ("file", "sheet", "cell", "raw"):
        figures[column] = [HOSTILE[n % len(HOSTILE)] for n in range(len(figures))]
    found = [finding(kind, name, status=name, rule=name) for name in HOSTILE for kind in ("gap", "question")]
    return workbook(
        figures=figures,
        townships=HOSTILE,
        county="=县&县",
        data_version="=1",
        findings=found,
        uploads={1: ("=王工", "@昨天")},
    )


@pytest.fixture(scope="module")
def data():
    return hostile_workbook()


def test_no_text_becomes_a_formula(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                formulas = re.findall(r"<f>(.*?)</f>", parts.read(name).decode("utf-8"))
                strange = [f for f in formulas if not OURS.match(f.replace("&apos;", "'"))]
                assert strange == [], name


def test_hostile_names_are_kept_to_the_letter_as_texts(data):
    book = opened(data, results=False)
    names = list(book["总表"]["A"][4 : 4 + len(HOSTILE)])
    assert {cell.data_type for cell in names} == {"s"}
    # A carriage return is stored as _x000D_, which Excel turns back.
    assert [cell.value.replace("_x000D_", "\r") for cell in names] == list(HOSTILE)


def test_what_could_be_a_formula_stays_text_when_somebody_edits_the_cell(data):
    book = opened(data, results=False)
    for cell in book["总表"]["A"][4 : 4 + len(HOSTILE)]:
        assert cell.quotePrefix == could_be_formula(cell.value.replace("_x000D_", "\r"))


def test_nothing_links_outside_and_no_chart_title_is_a_reference(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8")
            assert 'TargetMode="External"' not in text, name
            if name.startswith("xl/charts/"):
                references = re.findall(r"<c:f>(.*?)</c:f>", text)
                assert references
                assert all(r.startswith(("图表数据!", "'图表数据'!")) for r in references)


@pytest.mark.parametrize("county", ["=1", "县" * 200, "A&B", "a\nb", "\ud800", "", "&P&N"])
def test_any_county_name_makes_a_workbook_that_opens(county):
    footer = opened(workbook(county=county))["总表"].oddFooter
    assert footer.center.text.endswith("第 &P 页 共 &N 页")


def test_texts_longer_than_a_cell_are_cut_and_not_dropped():
    rows = [("甲" * 40_000, 2025, "leaflets", 1)]
    name = opened(workbook(rows, townships=None))["总表"]["A10"].value
    assert name.startswith("甲" * 100)
    assert name.endswith("…")


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("[总]表:*?/\\", "_总_表_____"), ("'总表'", "总表"), ("", "Sheet"), ("=总表", "_总表"), ("长" * 50, "长" * 31)],
)
def test_sheet_names_are_made_acceptable(wanted, given):
    assert sheet_name(wanted, ()) == given


def test_sheet_names_do_not_repeat_whatever_their_case():
    assert sheet_name("ABC", ["abc"]) == "ABC(2)"
    assert sheet_name("长" * 40, ["长" * 31]) == "长" * 28 + "(2)"


def read_back(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_texts_that_could_be_formulas_get_an_apostrophe_and_others_do_not():
    frame = pd.DataFrame({"乡镇": [*HOSTILE, "甲镇", "a=b", "3-5"]})
    cells = [row[0] for row in read_back(tidy_csv(frame))[1:]]
    assert cells == [f"'{h}" for h in HOSTILE[:-3]] + [*HOSTILE[-3:], "甲镇", "a=b", "3-5"]


def test_csv_headings_are_guarded_as_well():
    assert read_back(tidy_csv(pd.DataFrame({"=1": [1]})))[0] == ["'=1"]


def test_csv_numbers_stay_numbers():
    frame = pd.DataFrame(
        {
            "whole": [-5.0, 1200.0, 0.0],
            "part": [-0.5, 98.25, float("nan")],
            "open": [float("inf"), 1.0, 2.0],
            "count": [-1, 2, 3],
            "mixed": [-7, "-7", None],
        }
    )
    assert read_back(tidy_csv(frame))[1:] == [
        ["-5", "-0.5", "", "-1", "-7"],
        ["1200", "98.25", "1", "2", "'-7"],
        ["0", "", "2", "3", ""],
    ]


def test_csv_opens_in_excel_with_its_chinese():
    data = tidy_csv(pd.DataFrame({"乡镇": ["甲镇", "a,b", 'say "x"', "两\n行"]}))
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert [row[0] for row in read_back(data)[1:]] == ["甲镇", "a,b", 'say "x"', "两\n行"]


def test_csv_of_an_empty_frame_is_its_headings():
    assert tidy_csv(pd.DataFrame({"乡镇": [], "年度": []})) == b"\xef\xbb\xbf" + "乡镇,年度\r\n".encode()
