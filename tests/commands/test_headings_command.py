"""``headings`` prints every wording of a heading and what it was read as."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from analytics.commands import main
from analytics.store import Store
from analytics.submission import Incoming, receive

LEDGER = "2024年普法情况统计表,,\n乡镇,发放宣传资料,摸排线索\n荻砚镇,3,4\n霁笙乡,5,6\n"


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{(tmp_path / 'store.db').as_posix()}"
    store = Store.open(address)
    receive(store, [Incoming("台账.csv", LEDGER.encode())], "甲")
    store.close()
    return address


def test_a_wording_a_line_with_the_unmatched_first(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["headings", "--store", url]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(r["wording"], r["how"], r["indicator"], r["uploads"]) for r in rows] == [
        ("摸排线索", "none", "", "1"),
        ("发放宣传资料", "exact", "leaflets", "1"),
    ]


def test_only_the_unmatched_as_json(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["headings", "--store", url, "--unknown", "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["wording"], row["indicator"], row["file"]) == ("摸排线索", None, "台账.csv")


def test_a_store_that_cannot_be_opened_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["headings", "--store", "nonsense"]) == 1
    assert capsys.readouterr().err.strip()
