"""What the command line prints is what the screens show: the same findings, as the office judges them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import load_catalogue
from analytics.charts import severity_words
from analytics.checks import finding_as_json
from analytics.commands import main
from analytics.store import GapEdit, GapKey, Store
from ui import cached
from ui.findings import closed

Open = Callable[..., AppTest]
Printed = Callable[..., list[dict[str, Any]]]
YEAR = 2024
WORK = {"owner", "due", "handling", "reason"}
"""What the command line adds to a gap: what is done about it."""


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Printed:
    """What a verb prints as JSON of the store the session is on."""

    def told(*words: str) -> list[dict[str, Any]]:
        address = f"sqlite:///{tmp_path / 'store.db'}"
        capsys.readouterr()
        assert main([*words, "--year", str(YEAR), "--format", "json", "--store", address]) == 0
        found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
        return [{k: v for k, v in row.items() if k not in WORK} for row in found]

    return told


@pytest.fixture
def judged(open_session: Open, sample_store: Path, tmp_path: Path, printed: Printed) -> AppTest:
    """The screen of gaps of a county in which the first gap was set aside for a reason."""
    session = open_session(sample_store, "gaps", year=str(YEAR))
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    first = printed("gaps")[0]
    aside = GapEdit(GapKey(first["theme"], first["township"]), "handling", "dismissed", reason="已另案处理")
    store.change_gaps(YEAR, [aside], "甲")
    store.close()
    return session.run()


def test_the_table_of_gaps_holds_what_gaps_prints(judged: AppTest, printed: Printed) -> None:
    assert not judged.exception
    themes = {x.id: x.name_zh for x in load_catalogue().themes}
    words = severity_words("zh")
    told = [(row["township"], themes[row["theme"]], words[row["severity"]]) for row in printed("gaps", "--resolved")]
    table = judged.dataframe[0].value
    shown = list(zip(table["乡镇"], table["主题"], table["轻重"], strict=True))
    assert len(shown) > 20
    assert sorted(shown) == sorted(told)


def test_every_finding_is_the_same_to_the_last_cell(judged: AppTest, printed: Printed, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.db'}"
    token = cached.SHOWN.set((address, Store.open(address).version()))
    try:
        gaps = [*closed(cached.gaps(YEAR), YEAR), *cached.resolved(YEAR)]
        questions = closed(cached.questions(YEAR), YEAR)
    finally:
        cached.SHOWN.reset(token)
    assert printed("gaps", "--resolved") == [finding_as_json(f) for f in gaps]
    assert printed("questions") == [finding_as_json(f) for f in questions]
    assert {row["status"] for row in printed("gaps")} >= {"dismissed", "new", "persisting"}
    assert questions
    assert all(e["file"] and e["cell"] for row in printed("questions") for e in row["evidence"])
