import io
import itertools
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from analytics.commands import main
from analytics.store import Store
from analytics.store.engine import ROOT

NAMES = ("荻砚镇", "霁笙乡")
VALUES = {"党委中心组集中学法": 4, "法治讲座": 6, "普法骨干培训班": 2}


def form(township: str | None, year: int = 2024, plus: int = 0) -> bytes:
    """A small form as a township fills it in."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([f"{year}年度法治建设统计表"])
    sheet.append([f"填报单位：{township}" if township else "填报单位："])
    sheet.append(["序号", "指标名称", "单位", "数量"])
    for number, (name, value) in enumerate(VALUES.items(), 1):
        sheet.append([number, name, "次", value + plus])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{(tmp_path / 'store' / 'fazhi.db').as_posix()}"


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    folder = tmp_path / "报表"
    (folder / "下发").mkdir(parents=True)
    (folder / "荻砚镇.xlsx").write_bytes(form("荻砚镇"))
    (folder / "下发" / "霁笙乡.xlsx").write_bytes(form("霁笙乡", plus=1))
    (folder / "~$荻砚镇.xlsx").write_bytes(b"lock file")
    (folder / "key.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.csv"
    path.write_text("code,name\n01,荻砚镇\n02,霁笙乡\n", encoding="utf-8")
    return path


def run(*words: object) -> int:
    return main(["import", *(str(word) for word in words)])


def values_in(url: str) -> dict[str, list[float]]:
    store = Store.open(url)
    frame = store.figures_frame()
    store.close()
    return {township: sorted(part["value"]) for township, part in frame.groupby("township")}


def test_a_folder_is_taken_in_and_accepted(returns, roster, url, capsys):
    assert run(returns, "--roster", roster, "--store", url, "--yes", "--who", "甲") == 0
    assert values_in(url) == {"荻砚镇": [2, 4, 6], "霁笙乡": [3, 5, 7]}
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "乡镇名册：2 个乡镇"
    assert lines[1].startswith("下发/霁笙乡.xlsx\t入库 3 条数据")
    assert lines[2].startswith("荻砚镇.xlsx\t入库 3 条数据")
    assert lines[3] == "另有 1 个文件不是报表，没有读取"
    assert lines[4].startswith("共 2 个文件：入库 2 个（6 条数据）")
    store = Store.open(url)
    assert store.roster().names == NAMES
    assert {upload.accepted_by for upload in store.uploads()} == {"甲"}
    store.close()


def test_without_yes_files_wait_and_a_later_yes_accepts_them(returns, url, capsys):
    assert run(returns, "--store", url) == 0
    assert values_in(url) == {}
    assert "待核对 3 条数据" in capsys.readouterr().out
    assert run(returns, "--store", url, "--yes") == 0
    assert set(values_in(url)) == set(NAMES)


def test_a_second_run_skips_what_is_there(returns, url, capsys):
    run(returns, "--store", url, "--yes")
    (returns / "下发" / "新.xlsx").write_bytes(form("荻砚镇", 2023))
    capsys.readouterr()
    assert run(returns, "--store", url, "--yes") == 0
    out = capsys.readouterr().out
    assert out.count("不必重复上传") == 2
    assert "已有 2 个" in out
    store = Store.open(url)
    assert len(store.uploads()) == 3
    store.close()


def test_a_zip_is_taken_in(tmp_path, url):
    with zipfile.ZipFile(tmp_path / "全部.zip", "w") as archive:
        for name in NAMES:
            archive.writestr(f"{name}.xlsx", form(name))
    assert run(tmp_path / "全部.zip", "--store", url, "--yes") == 0
    assert set(values_in(url)) == set(NAMES)


def test_a_file_named_twice_is_read_once(returns, url, capsys):
    assert run(returns / "荻砚镇.xlsx", returns / "荻砚镇.xlsx", "--store", url) == 0
    assert "共 1 个文件" in capsys.readouterr().out


def test_a_file_that_cannot_be_used_is_one_line_and_status_1(returns, url, capsys):
    (returns / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    (returns / "无名.xlsx").write_bytes(form(None))
    assert run(returns, "--store", url, "--yes") == 1
    out, err = capsys.readouterr()
    assert set(values_in(url)) == set(NAMES)
    assert "不能用 1 个" in out
    assert "待核对 1 个" in out
    assert "Traceback" not in err


def test_wrong_arguments_are_status_2_and_change_nothing(returns, tmp_path, url, capsys):
    bad = tmp_path / "bad.csv"
    bad.write_text("town\nx\n", encoding="utf-8")
    assert run(tmp_path / "没有这里", "--store", url) == 2
    assert run(returns, "--roster", bad, "--store", url) == 2
    assert run(returns, "--store", "nonsense") == 2
    assert run() == 2
    assert "没有这里" in capsys.readouterr().err
    assert not (tmp_path / "store").exists()


def test_after_a_kill_the_same_command_goes_on_where_it_stopped(tmp_path, url):
    folder = tmp_path / "报表"
    folder.mkdir()
    for name, year in itertools.product(NAMES, range(2010, 2025)):
        (folder / f"{name}{year}.xlsx").write_bytes(form(name, year))
    command = [sys.executable, "-m", "analytics", "import", str(folder), "--store", url, "--yes"]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, encoding="utf-8")
    assert program.stdout is not None
    for _ in range(3):
        assert "入库 3 条数据" in program.stdout.readline()
    program.kill()
    program.stdout.close()
    program.wait()
    store = Store.open(url)
    before = len(store.figures_frame())
    assert before % 3 == 0
    assert before >= 9
    assert store.figures_frame().groupby("upload_id").size().eq(3).all()
    store.close()
    again = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, env=os.environ)
    assert again.returncode == 0, again.stderr
    assert again.stdout.count("不必重复上传") >= 3
    assert {name: len(values) for name, values in values_in(url).items()} == dict.fromkeys(NAMES, 45)


def test_the_countys_name_is_kept_once_it_is_given(returns, url):
    assert main(["import", str(returns), "--store", url, "--county", " 示例县 "]) == 0
    assert setting(url) == "示例县"
    assert main(["import", str(returns), "--store", url]) == 0
    assert setting(url) == "示例县"


def setting(url):
    store = Store.open(url)
    try:
        return store.setting("county")
    finally:
        store.close()
