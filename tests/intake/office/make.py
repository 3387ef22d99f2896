"""Writes one form in every format LibreOffice has for it: ``python tests/intake/office/make.py`` needs ``soffice``.

The files are kept because an office program writes what no library does: its own styles, spans, code pages and claims.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
ROWS = (
    ("序号", "指标名称", "计量单位", "数量", "备注"),
    (1, "党委中心组集中学法", "次", 6, None),
    (2, "发放普法宣传资料", "万份", 1.2, "含手册"),
    (3, "受教育群众人次", "人次", "8千余", None),
    (4, "学法参考率", "%", 0.985, None),
    (5, "模拟法庭", "场次", None, "未统计"),
    (6, "行政诉讼案件", "件", "无", None),
    (7, "法律明白人", "人", 36, None),
    ("注：数据截至2024年12月31日，每场不少于30人。",),
)
FORMATS = {
    "form.xlsx": "xlsx:Calc MS Excel 2007 XML",
    "form.xlsm": "xlsm:Calc MS Excel 2007 VBA XML",
    "form.xls": "xls:MS Excel 97",
    "form.ods": "ods",
    "form.html": "html:HTML (StarCalc)",
    "utf8.csv": "csv:Text - txt - csv (StarCalc):44,34,76",
    "gb18030.csv": "csv:Text - txt - csv (StarCalc):44,34,85",
    "utf16_tabs.csv": "csv:Text - txt - csv (StarCalc):9,34,65535",
}
"""File → export filter of LibreOffice, with separator, quote and character set for text."""


def book() -> openpyxl.Workbook:
    """The form, with a hidden sheet whose number must not be read."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "统计表"
    sheet["A1"] = "示例县青禾镇2024年度法治建设统计表"
    sheet.merge_cells("A1:E1")
    sheet["A2"], sheet["D2"] = "填报单位：青禾镇人民政府（盖章）", "填报日期：2025年1月5日"
    for row in ROWS:
        sheet.append(row)
    sheet["D7"].number_format = "0.0%"
    old = made.create_sheet("旧表")
    old.sheet_state = "hidden"
    for row in (("指标", "数量"), ("法治讲座", 99)):
        old.append(row)
    return made


def main() -> None:
    """Writes every file beside this script."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.xlsx")
        book().save(source)
        for name, kind in FORMATS.items():
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            out = Path(folder, name.partition(".")[0])
            command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(source)]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            shutil.copyfile(out / f"source.{name.partition('.')[2]}", HERE / name)


if __name__ == "__main__":
    main()
