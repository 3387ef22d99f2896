import hashlib
from pathlib import Path

import openpyxl
import pytest

from analytics.catalogue import Roster, Township
from analytics.commands import main
from analytics.model import Figure, Qualifier, Reading, Source, State
from analytics.store import Store

pytestmark = pytest.mark.filterwarnings("ignore:Sparkline Group extension:UserWarning")

NAMES = ("甲镇", "乙乡")


def figure(township: str, year: int, value: float, qualifier: Qualifier = Qualifier.EXACT) -> Figure:
    return Figure(
        township, year, "leaflets", value, qualifier, State.REPORTED, "份", Source("报表", "B2", str(int(value)))
    )


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with two townships over 2024 and 2025."""
    address = f"sqlite:///{(tmp_path / 'store.db').as_posix()}"
    store = Store.open(address)
    store.replace_roster(Roster(tuple(Township(str(n), name) for n, name in enumerate(NAMES))), "王工")
    store.set_setting("county", "示例县", "王工")
    for year, values in ((2024, (100, 50)), (2025, (120, 40))):
        for name, value in zip(NAMES, values, strict=True):
            made = figure(name, year, value)
            data = f"{name}{year}".encode()
            upload = add(store, f"{name}{year}.xlsx", data, made)
            store.accept(upload, [made], "王工")
    store.close()
    return address


def add(store: Store, name: str, data: bytes, made: Figure) -> int:
    reading = Reading(name, hashlib.sha256(data).hexdigest(), "return", (made,))
    return store.add_upload(name, data, "王工", reading)


def compare(*arguments: str) -> int:
    return main(["compare", *arguments])


@pytest.mark.parametrize("years", [("2024", "2025"), ("2025", "2024")])
def test_the_later_year_is_this_year_whatever_the_order(
    url: str, tmp_path: Path, years: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "新建" / "对比.xlsx"
    assert compare("--years", *years, "--out", str(out), "--store", url) == 0
    assert str(out) in capsys.readouterr().out
    book = openpyxl.load_workbook(out, data_only=True)
    sheet = book["总表"]
    at = next(c.column for c in sheet[3] if c.value == "宣传资料（份）")
    assert [sheet.cell(5, at + n).value for n in range(4)] == [120, 100, 20, pytest.approx(0.2)]
    said = {row[0]: row[1] for row in book["封面"].iter_rows(max_col=2, values_only=True)}
    assert said["县"] == "示例县"
    assert int(said["数据版本"]) > 0
    assert {"短板", "数据来源"} <= set(book.sheetnames)
    assert [c.value for c in book["数据来源"][4]][-2] == "王工"


def test_townships_can_be_chosen(url: str, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    assert compare("--years", "2024", "2025", "--out", str(out), "--store", url, "--townships", "乙乡") == 0
    column = [c.value for c in openpyxl.load_workbook(out)["总表"]["A"]]
    assert "乙乡" in column
    assert "甲镇" not in column


def test_the_workbook_can_be_english(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.xlsx"
    assert compare("--years", "2024", "2025", "--out", str(out), "--store", url, "--lang", "en") == 0
    assert openpyxl.load_workbook(out).sheetnames[:2] == ["Cover", "Overview table"]
    assert capsys.readouterr().out.startswith("Written: ")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--years", "2019", "2025", "--out", "a.xlsx"], 1, "2019年没有数据。已有数据的年份：2024、2025"),
        (["--years", "2025", "2025", "--out", "a.xlsx"], 2, "要比较两个不同的年份"),
        (["--years", "2024", "2025", "--out", "a.csv"], 2, "文件名要以 .xlsx 结尾"),
        (["--years", "2024", "2025", "--out", "a.xlsx", "--townships", "丙镇"], 2, "没有这样的乡镇：丙镇"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert compare(*arguments, "--store", url) == status
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("a.*"))


def test_a_store_without_figures_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{(tmp_path / 'empty.db').as_posix()}"
    assert compare("--years", "2024", "2025", "--out", str(tmp_path / "a.xlsx"), "--store", url) == 1
    assert "请先读入报表并入库" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "taken.xlsx"
    taken.mkdir()
    assert compare("--years", "2024", "2025", "--out", str(taken), "--store", url) == 1
    error = capsys.readouterr().err
    assert "写不了" in error
    assert "Traceback" not in error


def test_a_store_that_cannot_be_opened_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare("--years", "2024", "2025", "--out", str(tmp_path / "a.xlsx"), "--store", "nonsense://") == 1
    error = capsys.readouterr().err
    assert error.strip()
    assert "Traceback" not in error
    assert "程序内部错误" not in error
