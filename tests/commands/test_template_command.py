from pathlib import Path

import openpyxl
import pytest

from analytics.catalogue import Roster, Township
from analytics.commands import main
from analytics.intake import read_bytes
from analytics.model import Figure, Qualifier, Source, State
from analytics.store import Store

NAMES = ("荻砚镇", "霁笙乡")
FILES = ["01_荻砚镇2025年度报表.xlsx", "02_霁笙乡2025年度报表.xlsx"]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with a roster, a county name and one figure of the year before."""
    url = f"sqlite:///{(tmp_path / 'store' / 'fazhi.db').as_posix()}"
    store = Store.open(url)
    store.replace_roster(Roster((Township("01", NAMES[0]), Township("02", NAMES[1]))), "甲")
    store.set_setting("county", "示例县", "甲")
    source = Source("表", "D5", "8万余份")
    figure = Figure(NAMES[0], 2024, "leaflets", 80000.0, Qualifier.AT_LEAST, State.REPORTED, "份", source)
    data = b"1"
    upload = store.add_upload("a.xlsx", data, "甲", read_bytes(data, "a.xlsx", isolated=False))
    store.accept(upload, [figure], "甲")
    store.close()
    return url


@pytest.fixture
def roster(tmp_path: Path) -> str:
    path = tmp_path / "roster.csv"
    path.write_text("code,name\n01,荻砚镇\n02,霁笙乡\n", encoding="utf-8")
    return str(path)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_township_of_the_store_gets_a_form_with_last_years_figures(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["template", "--year", "2025", "--out", str(out), "--store", url]) == 0
    assert files(out) == FILES
    sheets = [openpyxl.load_workbook(out / name).worksheets[0] for name in FILES]
    assert [sheet["A1"].value for sheet in sheets] == [f"示例县{name}2025年度法治建设统计表" for name in NAMES]
    assert [sheet["E31"].value for sheet in sheets] == ["≥80,000", "未报"]
    assert "2" in capsys.readouterr().out


def test_a_roster_file_needs_no_store_and_shows_no_last_year(
    roster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAZHI_STORE", "nonsense://")
    out = tmp_path / "out"
    assert main(["template", "--year", "2025", "--out", str(out), "--roster", roster, "--county", "示例县"]) == 0
    sheet = openpyxl.load_workbook(out / FILES[0]).worksheets[0]
    assert (sheet["A1"].value, sheet["E31"].value) == ("示例县荻砚镇2025年度法治建设统计表", None)


def test_one_township_can_be_asked_for(roster: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = ["template", "--year", "2025", "--out", str(out), "--roster", roster, "--township", NAMES[1]]
    assert main(asked) == 0
    assert files(out) == FILES[1:]


def test_a_form_that_may_have_been_filled_in_is_never_written_over(
    roster: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / FILES[1]).write_bytes(b"filled in")
    assert main(["template", "--year", "2025", "--out", str(out), "--roster", roster]) == 1
    assert (out / FILES[1]).read_bytes() == b"filled in"
    assert files(out) == FILES[1:]
    assert FILES[1] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "status", "said"),
    [
        (["--year", "26"], 2, "年度"),
        (["--township", "槭穹乡"], 2, "槭穹乡"),
        (["--roster", "none.csv"], 1, "none.csv"),
        (["--store", "sqlite://"], 2, "--store"),
        (["--year", "x"], 2, "--year"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    roster: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], status: int, said: str
) -> None:
    arguments = ["template", "--year", "2025", "--out", str(tmp_path / "out"), "--roster", roster, *more]
    assert main(arguments) == status
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
    assert not (tmp_path / "out").exists()


def test_a_store_without_townships_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{(tmp_path / 'empty.db').as_posix()}"
    assert main(["template", "--year", "2025", "--out", str(tmp_path / "out"), "--store", url]) == 1
    assert "--roster" in capsys.readouterr().err


def test_a_folder_that_is_a_file_is_said_so(roster: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("")
    assert main(["template", "--year", "2025", "--out", str(tmp_path / "out"), "--roster", roster]) == 1
    assert "out" in capsys.readouterr().err
