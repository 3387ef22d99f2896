"""``data``: figures as files; what cannot be done is said in one sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pandas as pd
import pytest

from analytics.catalogue import load_roster
from analytics.commands import main
from analytics.store import Store
from analytics.submission import Incoming, accept, receive

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{(tmp_path_factory.mktemp('data') / 'fazhi.db').as_posix()}"
    store = Store.open(url)
    store.replace_roster(load_roster(ROOT / "sample_data" / "roster.csv"), "测试")
    files = sorted(p for p in (ROOT / "sample_data" / "returns" / "2024").iterdir() if p.suffix == ".xlsx")[:2]
    for received in receive(store, [Incoming(p.name, p) for p in files], "测试"):
        if received.upload_id is not None:
            accept(store, received.upload_id, "测试")
    store.close()
    return url


def test_a_folder_gets_csv_parquet_and_dictionary(filled: str, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["data", "--out", str(tmp_path / "出"), "--store", filled]) == 0
    assert sorted(p.name for p in (tmp_path / "出").iterdir()) == ["数据.csv", "数据.parquet", "数据字典.csv"]
    n = len(pd.read_parquet(tmp_path / "出" / "数据.parquet"))
    assert f"（{n} 行）" in capsys.readouterr().out
    assert n > 40


@pytest.mark.parametrize("ending", ["csv", "parquet", "zip"])
def test_the_ending_says_what_is_written(filled: str, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"d.{ending}"
    assert main(["data", "--out", str(out), "--store", filled, "--years", "2024", "--lang", "en"]) == 0
    if ending == "zip":
        assert len(zipfile.ZipFile(out).namelist()) == 4
    elif ending == "csv":
        assert out.read_bytes().startswith(b"\xef\xbb\xbf" + b"Year,Township")
    else:
        assert set(pd.read_parquet(out)["year"]) == {2024}


@pytest.mark.parametrize(
    ("more", "status", "said"),
    [
        (["--out", "d.docx"], 2, "结尾"),
        (["--out", "d.csv", "--townships", "无此镇"], 2, "没有这样的乡镇"),
        (["--out", "d.csv", "--years", "1999"], 1, "没有这样的数据"),
    ],
)
def test_what_cannot_be_done_is_said(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture, more: list[str], status: int, said: str
) -> None:
    more[1] = str(tmp_path / more[1])
    assert main(["data", "--store", filled, *more]) == status
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
