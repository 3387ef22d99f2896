"""XML Spreadsheet 2003 as LibreOffice writes it: the figures of the .xlsx, cells below merged headings in their places."""

from __future__ import annotations

import subprocess
from itertools import product
from pathlib import Path

import pytest
from grids import figures
from lxml import etree

from analytics.catalogue import load_roster
from analytics.intake import read_bytes
from analytics.model import Reading

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
SPREADSHEETML = "urn:schemas-microsoft-com:office:spreadsheet"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


def workbook(writer: str) -> bytes:
    """A ledger whose first column is merged over two heading rows; ``writer`` is what its root declares besides."""

    def row(*cells: str) -> str:
        return f"<Row>{''.join(cells)}</Row>"

    def cell(value: str | int, more: str = "") -> str:
        kind = "Number" if isinstance(value, int) else "String"
        return f'<Cell{more}><Data ss:Type="{kind}">{value}</Data></Cell>'

    rows = (
        row(cell("2024年统计表")),
        row(cell("乡镇", ' ss:MergeDown="1"'), cell("普法宣传", ' ss:MergeAcross="1"')),
        row(cell("普法活动（场次）", ' ss:Index="1"'), cell("发放资料（份）")),
        row(cell("荻砚镇"), cell(12), cell(3000)),
        row(cell("青禾镇"), cell(9), cell(800)),
    )
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{SPREADSHEETML}" xmlns:ss="{SPREADSHEETML}"{writer}>'
        f'<Worksheet ss:Name="统计"><Table>{"".join(rows)}</Table></Worksheet></Workbook>'
    ).encode()


def test_cells_under_a_merged_heading_are_counted_as_their_writer_counts() -> None:
    made = workbook(' xmlns:x2="http://schemas.microsoft.com/office/excel/2003/xml"')
    assert figures(read_bytes(made, "报表.xml", isolated=False)) == {
        ("荻砚镇", 2024, "publicity_events"): 12,
        ("荻砚镇", 2024, "leaflets"): 3000,
        ("青禾镇", 2024, "publicity_events"): 9,
        ("青禾镇", 2024, "leaflets"): 800,
    }


def test_a_cell_below_a_merged_one_is_nowhere_and_the_file_turned_away() -> None:
    reading = read_bytes(workbook(""), "报表.xml", isolated=False)
    assert not reading.figures
    assert [p.code for p in reading.problems] == ["overlapping_cells"]
    assert "另存为 .xlsx" in reading.problems[0].message.zh


@pytest.mark.office
def test_what_libreoffice_writes_gives_the_figures_of_the_xlsx(require_tool, tmp_path) -> None:
    soffice = require_tool("soffice")
    sheet = Path(soffice).resolve().parents[1] / "share" / "xslt" / "export" / "spreadsheetml" / "ooo2spreadsheetml.xsl"
    if not sheet.exists():
        pytest.skip("LibreOffice without its stylesheets")
    transform = etree.XSLT(etree.parse(sheet))
    returns = SAMPLE / "returns"
    files = [next(returns.rglob(pattern)) for pattern in ("县汇总_2022年普法*.xlsx", "2023-*.xlsx", "2024-*.xlsx")]
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run(
        [*command, "--convert-to", "fods", "--outdir", str(tmp_path), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    roster = load_roster(SAMPLE / "roster.csv")

    def read(data: bytes, name: str) -> Reading:
        return read_bytes(data, name, roster=roster, isolated=False)

    for file in files:
        flat = etree.parse(tmp_path / f"{file.stem}.fods")
        for part, times in product(flat.iter(f"{{{TABLE}}}*"), ("columns", "rows")):
            # The stylesheet calls itself once a column, too deep for the 16,384 empty ones at the end.
            if int(part.get(f"{{{TABLE}}}number-{times}-repeated", 1)) > 1000:
                part.set(f"{{{TABLE}}}number-{times}-repeated", "1")
        written = bytes(transform(flat))
        expected = figures(read(file.read_bytes(), file.name))
        assert len(expected) > 20
        for ending in (".xml", ".xls"):
            assert figures(read(written, file.stem + ending)) == expected
