"""``generate`` writes a county and says plainly when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cell_texts import texts

from analytics.catalogue import load_roster
from analytics.commands import main


def test_it_writes_returns_roster_truth_and_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "county"
    assert main(["generate", "--townships", "26", "--years", "3", "--seed", "9", "--out", str(out)]) == 0
    truth = [json.loads(line) for line in (out / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    key = json.loads((out / "key.json").read_text(encoding="utf-8"))
    assert len(load_roster(out / "roster.csv").townships) == 26
    assert {row["year"] for row in truth} == {2023, 2024, 2025}
    assert key["missing_returns"]
    held = {file: texts(file, (out / file).read_bytes()) for file in {row["file"] for row in truth}}
    assert all(held[row["file"]].get((row["sheet"], row["cell"]), "") == row["raw"] for row in truth)
    progress = capsys.readouterr()
    assert "100%" in progress.err
    assert "%" not in progress.out


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        main(["generate", "--townships", "3", "--years", "2", "--seed", "4", "--out", str(tmp_path / name)])
    files = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file())
    assert len(files) > 8
    assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / "two" / f).read_bytes() for f in files)


def test_a_folder_in_use_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    assert main(["generate", "--townships", "3", "--years", "2", "--out", str(tmp_path)]) == 2
    assert "不是空文件夹" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("count", ["0", "2001", "x"])
def test_a_size_out_of_range_is_a_wrong_argument(count: str, tmp_path: Path) -> None:
    assert main(["generate", "--townships", count, "--years", "2", "--out", str(tmp_path / "c")]) == 2
