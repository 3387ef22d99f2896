"""An office program opens the marked workbook, prints its list whole, and keeps what the way back needs."""

import re
import subprocess

import pytest
from marked_books import AT, NAME, explained, marked, original, read, said, without_place

from analytics.intake.marked import marked_workbook
from analytics.model import Problem, Severity
from analytics.text import Text

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def office(require_tool, tmp_path_factory):
    soffice = require_tool("soffice")
    folder = tmp_path_factory.mktemp("office")

    def convert(data, kind):
        source = folder / f"{kind}.src" / "book.xlsx"
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(data)
        profile = (folder / "profile").as_uri()
        subprocess.run(
            [
                *(soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore"),
                *("--convert-to", kind, "--outdir", str(folder / kind), str(source)),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return (folder / kind / f"book.{kind}").read_bytes()

    return convert


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_saved_by_an_office_program_it_still_reads_back(office, kind):
    made, name = marked(original())
    again = read(office(explained(made, {"D6": "估计数"}), kind), name)
    assert said(again) == {("统计表", "D6", "doubtful_number", "估计数")}
    assert without_place(again) == without_place(read(original()))


def test_no_row_of_the_list_is_too_low_for_its_words(office, require_tool, tmp_path):
    problems = [
        Problem(
            Severity.QUESTION, f"odd{n}", Text(f"甲{n}" + "这一条说得很长，" * 6 * n + f"乙{n}", ""), "统计表", "D6"
        )
        for n in range(1, 6)
    ]
    made = marked_workbook(original(), NAME, problems, made_at=AT, isolated=False)
    assert isinstance(made, tuple)
    printed = tmp_path / "list.pdf"
    printed.write_bytes(office(made[0], "pdf"))
    boxes = subprocess.run(
        [require_tool("pdftotext"), "-bbox", "-l", "1", str(printed), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode("utf-8")
    found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', boxes)

    def line_of(sign):
        [(top, bottom)] = {(float(top), float(bottom)) for top, bottom, word in found if sign in word}
        return top, bottom

    for n in range(1, 5):
        assert line_of(f"乙{n}")[1] <= line_of(f"甲{n + 1}")[0]


def test_every_page_is_numbered(office, require_tool, tmp_path):
    printed = tmp_path / "list.pdf"
    printed.write_bytes(office(marked(original())[0], "pdf"))
    text = subprocess.run(
        [require_tool("pdftotext"), "-raw", str(printed), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode("utf-8")
    assert re.search(r"第1页，共\d+页", re.sub(r"\s", "", text))
