"""The figures as data: bounds, states and sources kept, in CSV and Parquet, with a dictionary; nothing is a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, datetime

import pandas as pd
import pytest
from small_county import ROWS, frame

from analytics.catalogue import load_catalogue
from analytics.checks.asking import Doubt
from analytics.export import tidy_csv
from analytics.export.safety import could_be_formula
from analytics.export.tidy import COLUMNS, as_csv, as_parquet, data_zip, dictionary, tidy_figures
from analytics.text import Text

CATALOGUE = load_catalogue()
UPLOADS = {1: ("=王工", datetime(2026, 1, 5, 9, 5, tzinfo=UTC))}
SAID = pd.DataFrame(
    [("丁镇", 2025, "leaflets", "@停工", "李"), ("丁镇", 2025, "leaflets", "已补", "李")],
    columns=["township", "year", "indicator", "text", "who"],
)


def tidy(**changed):
    return tidy_figures(frame(ROWS), CATALOGUE, uploads=UPLOADS, explanations=SAID, **changed)


def read(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def one(rows, township, year, name):
    return next(r for r in rows if (r["乡镇"], r["年度"], r["指标"]) == (township, str(year), name))


def test_missing_zero_bound_and_not_applicable_stay_four_things():
    rows = read(as_csv(tidy(), "zh"))
    assert len(rows) == len(ROWS)
    least = one(rows, "甲镇", 2025, "发放普法宣传资料")
    assert (least["数值"], least["下限"], least["上限"], least["约数"]) == ("80000", "80000", "", "≥")
    missing = one(rows, "丁镇", 2025, "发放普法宣传资料")
    assert (missing["数值"], missing["状态"]) == ("", "未报")
    zero = one(rows, "戊街道", 2025, "法律咨询服务人次")
    assert (zero["数值"], zero["状态"]) == ("0", "已报")
    assert one(rows, "丁镇", 2025, "法律咨询服务人次")["状态"] == "不适用"


def test_what_waits_for_an_answer_has_a_row_with_its_place_and_the_question():
    asked = Doubt(
        "丁镇", "cell", Text("=写的是“3/4”，请核实。", "check"), "丁镇2025.xlsx", "报表", ("B7",),
        indicators=("leaflets", "school_events", "people_served"),
        places=(("B7", "=3/4"), ("B8", ""), ("B9", "9")), upload_id=1,
    )  # fmt: skip
    found = tidy(doubts=[(2025, asked), (2025, asked)])
    rows = read(as_csv(found, "zh"))
    # 丁镇's leaflets came in empty and are the waiting ones now; its people_served do not apply and stay so.
    assert len(rows) == len(ROWS) + 1
    for name, cell, raw in (("发放普法宣传资料", "B7", "'=3/4"), ("法治进校园活动", "B8", "")):
        row = one(rows, "丁镇", 2025, name)
        assert (row["数值"], row["下限"], row["上限"], row["状态"]) == ("", "", "", "已报待核实")
        assert (row["文件"], row["工作表"], row["单元格"], row["原文"]) == ("丁镇2025.xlsx", "报表", cell, raw)
        assert (row["疑点"], row["数据编号"], row["上传人"]) == ("'=写的是“3/4”，请核实。", "", "'=王工")
    assert one(rows, "丁镇", 2025, "法律咨询服务人次")["状态"] == "不适用"
    assert one(rows, "甲镇", 2025, "发放普法宣传资料")["疑点"] == ""
    back = pd.read_parquet(io.BytesIO(as_parquet(found)))
    waiting = back[back["state"].eq("waiting")]
    assert waiting["indicator"].tolist() == ["leaflets", "school_events"]
    assert waiting[["value", "low", "high", "figure_id"]].isna().all(axis=None)
    before = tidy()
    told = back["state"].eq("reported")
    assert back.loc[told, "value"].sum() == before.loc[before["state"].eq("reported"), "value"].sum()
    assert "waiting" in dictionary(CATALOGUE, "zh").decode("utf-8-sig")
    elsewhere = tidy(doubts=[(2025, asked)], townships=["甲镇"], years=[2025])
    assert "waiting" not in set(elsewhere["state"])


def test_every_row_leads_back_to_its_cell_and_sender():
    row = one(read(as_csv(tidy(), "zh")), "甲镇", 2025, "发放普法宣传资料")
    assert (row["文件"], row["工作表"], row["单元格"], row["原文"]) == ("甲镇2025.xlsx", "报表", "B1", "≥80000")
    assert (row["上传人"], row["上传时间"]) == ("'=王工", "2026-01-05T09:05:00+00:00")
    assert one(read(as_csv(tidy(), "zh")), "丁镇", 2025, "发放普法宣传资料")["说明"] == "'@停工；已补"


def test_parquet_keeps_types_and_open_bounds():
    back = pd.read_parquet(io.BytesIO(as_parquet(tidy())))
    assert tuple(back.columns) == COLUMNS
    assert back["value"].dtype == "float64"
    assert back["year"].dtype == "int64"
    least = back[(back["township"] == "甲镇") & (back["year"] == 2025) & (back["indicator"] == "leaflets")].iloc[0]
    assert (least["low"], least["high"], least["qualifier"]) == (80000, float("inf"), "at_least")
    assert back["value"].isna().sum() == sum(r[3] in (None, "n/a") for r in ROWS)


def test_what_was_chosen_is_what_is_written():
    chosen = tidy(townships=["甲镇"], years=[2025])
    assert set(chosen["township"]) == {"甲镇"}
    assert set(chosen["year"]) == {2025}
    assert len(tidy(townships=[])) == 0


def test_the_zip_explains_itself():
    archive = zipfile.ZipFile(io.BytesIO(data_zip(tidy(), CATALOGUE, {"年度": "2025年", "乡镇": "=甲镇"})))
    assert archive.namelist() == ["数据.csv", "数据.parquet", "数据字典.csv", "导出说明.txt"]
    assert "乡镇：=甲镇" in archive.read("导出说明.txt").decode("utf-8-sig")
    rows = read(archive.read("数据字典.csv"))
    fields = {r["名称"] for r in rows if r["种类"] == "字段"}
    assert set(read(archive.read("数据.csv"))[0]) == fields
    assert len([r for r in rows if r["种类"] == "指标"]) == len(CATALOGUE.indicators)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "\u200b=", "\u3000＝"])
def test_no_name_file_or_person_becomes_a_formula(start):
    rows = [(f"{start}cmd|' /C calc'!A0", 2025, "leaflets", 5.0)]
    figures = frame(rows).assign(
        file=f"{start}HYPERLINK(1).xlsx", sheet=f"{start}1", raw=f"{start}A1", cell=f"{start}B"
    )
    said = SAID.assign(township=rows[0][0], text=f"{start}SUM(A1)")
    made = tidy_figures(figures, CATALOGUE, uploads={1: (f"{start}WEBSERVICE(1)", "")}, explanations=said)
    for row in csv.reader(io.StringIO(as_csv(made, "zh").decode("utf-8-sig"), newline="")):
        assert [cell for cell in row if could_be_formula(cell)] == []


def test_a_change_as_screens_show_it_stays_a_number_and_nothing_more_does():
    said = ["+2.6 %", "−20.0 %", "+1,200", "-5", "+1+cmd", "-5 %x", "+A1", "-1%%"]
    cells = tidy_csv(pd.DataFrame({"x": said}), shown=True).decode("utf-8-sig").splitlines()[1:]
    assert cells == ["+2.6 %", "−20.0 %", '"+1,200"', "-5", "'+1+cmd", "'-5 %x", "'+A1", "'-1%%"]


def test_the_dictionary_speaks_english_where_asked():
    said = dictionary(CATALOGUE, "en").decode("utf-8-sig")
    assert "Meaning or group" in said
    assert "至少" not in said
