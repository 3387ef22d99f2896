"""The command line with what people type and pipe: a sentence and a status, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import fabricated as made
import pytest

from analytics.commands import main
from analytics.store import Store

ROOT = Path(__file__).resolve().parent.parent.parent
FORM = "乡镇,年度,发放宣传资料（份）\n荻砚镇,2024,{n}\n"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store, a file, a folder and a bad roster in it; the working directory and the default store."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FAZHI_STORE", made.county(tmp_path / "fazhi.db", made.names(4), [2023, 2024]))
    (tmp_path / "表.csv").write_text(FORM.format(n=5), encoding="utf-8")
    (tmp_path / "文件夹.xlsx").mkdir()
    (tmp_path / "坏名册.csv").write_bytes(bytes(range(128, 256)) * 40)
    return tmp_path


WRONG = [
    ("read 没有.csv", 1, "打不开"),
    ("read 文件夹.xlsx", 1, "文件夹"),
    ("read --roster 没有.csv 表.csv", 2, "打不开"),
    ("read --roster 文件夹.xlsx 表.csv", 2, "打不开"),
    ("read --roster 坏名册.csv 表.csv", 2, "不是可读的 CSV"),
    ("import 没有", 2, "找不到"),
    ("import --roster 没有.csv 表.csv", 2, "名册"),
    ("compare --years 2024 2024 --out x.xlsx", 2, "不同的年份"),
    ("compare --years 2001 2024 --out x.xlsx", 1, "2001年没有数据"),
    ("compare --years 2023 2024 --out x.pdf", 2, ".xlsx"),
    ("compare --years 2023 2024 --out 文件夹.xlsx", 1, "写不了"),
    ("compare --years 2023 2024 --out 表.csv/x.xlsx", 1, "写不了"),
    ("compare --years 2023 2024 --out x.xlsx --townships 无此镇", 2, "无此镇"),
    ("gaps --year 24", 2, "年度 24 不正确"),
    ("gaps --year 2024 --theme 无", 2, "没有短板主题"),
    ("questions --year 2024 --township 无此镇", 2, "没有乡镇"),
    ("template --year 2025 --out 表.csv", 1, "不能写入"),
    ("template --year 99999 --out t", 2, "年度要在"),
    ("generate --townships 1 --years 1 --out 表.csv", 2, "不能写入"),
    ("generate --townships 1 --years 1 --out .", 2, "不是空文件夹"),
]


@pytest.mark.parametrize(("words", "status", "said"), WRONG, ids=[w for w, _, _ in WRONG])
def test_what_cannot_be_done_is_said(
    place: Path, words: str, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words.split()) == status
    out, err = capsys.readouterr()
    assert said in out + err
    assert "程序内部错误" not in err
    # The system's own reasons are English; a reader of Chinese gets Chinese.
    assert not any(reason in out.split('"message_en"')[0] + err for reason in ("No such file", "Is a directory"))


@pytest.mark.parametrize("words", ["", "unknown", "read", "gaps", "gaps --year x", "compare --years 2024", "import"])
def test_wrong_arguments_are_status_2(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words.split()) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_workbook_is_written_into_a_folder_that_is_made_for_it(place: Path) -> None:
    assert main(["compare", "--years", "2023", "2024", "--out", "新的/更深/对比.xlsx"]) == 0
    assert (place / "新的" / "更深" / "对比.xlsx").stat().st_size > 10_000


@pytest.mark.skipif(os.name == "nt", reason="pipes that break, /dev/full and names of loose bytes are of POSIX")
class TestPipes:
    def shell(self, line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", line.replace("ANALYTICS", f"{sys.executable} -m analytics")],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def test_a_reader_that_goes_away_is_no_fault(self, place: Path) -> None:
        done = self.shell("ANALYTICS gaps --year 2024 --format json | true")
        assert (done.returncode, done.stderr) == (0, "")

    def test_every_return_is_taken_in_even_if_nobody_reads_what_is_printed(self, place: Path) -> None:
        folder = place / "报表"
        folder.mkdir()
        for n in range(6):
            (folder / f"{n}.csv").write_text(FORM.format(n=n), encoding="utf-8")
        self.shell("ANALYTICS import --yes 报表 | head -n 1")
        store = Store.open(os.environ["FAZHI_STORE"])
        # The first was taken in before the pipe broke, the others after.
        assert sum(u.file_name.endswith(".csv") for u in store.uploads()) == 6
        store.close()

    def test_output_that_cannot_be_written_is_said(self, place: Path) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("no /dev/full on this system")
        done = self.shell("ANALYTICS gaps --year 2024 > /dev/full")
        assert done.returncode == 1
        assert done.stderr.strip() == "输出写不下去：磁盘已满"

    def test_names_of_chinese_windows_are_read_as_names(self, place: Path) -> None:
        folder = os.fsencode(place) + b"/gbk"
        os.mkdir(folder)  # noqa: PTH102 a path of bytes
        content = "指标,单位,数量\n发放宣传资料,份,800\n普法讲座,场,3\n"
        with open(folder + b"/" + "荻砚镇2024年.csv".encode("gbk"), "wb") as file:  # noqa: PTH123
            file.write(content.encode())
        done = self.shell("ANALYTICS import gbk; ANALYTICS read gbk/*")
        assert done.returncode == 0, done.stderr
        assert "荻砚镇2024年.csv" in done.stdout
        assert '"township": "荻砚镇", "year": 2024' in done.stdout
