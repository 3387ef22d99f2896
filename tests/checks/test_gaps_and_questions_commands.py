import json

import pytest

from analytics.commands import main
from tests.checks.counties import changed


class FakeStore:
    """A store that holds a county's figures."""

    def __init__(self, county):
        self.county = county

    def figures_frame(self):
        return self.county.figures

    def roster(self):
        return self.county.roster

    def close(self):
        pass


@pytest.fixture
def told(monkeypatch, capsys):
    store = pytest.importorskip("analytics.store")
    where = changed({("第5镇", 2025, "leader_study"): 0, ("第5镇", 2025, "leaflets"): -1})
    monkeypatch.setattr(store.Store, "open", classmethod(lambda cls, url=None: FakeStore(where)))

    def run(*words):
        status = main(words)
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_gaps_are_a_json_array_with_evidence(told):
    status, out, err = told("gaps", "--year", "2025", "--format", "json")
    assert (status, err) == (0, "")
    rows = json.loads(out)
    assert {row["kind"] for row in rows} == {"gap"}
    assert any(row["theme"] == "responsibility" and row["evidence"][0]["cell"] for row in rows)


def test_questions_are_printed_the_same_way(told):
    status, out, _ = told("questions", "--year", "2025", "--format", "json")
    rows = json.loads(out)
    assert status == 0
    assert "exceeds_bounds" in {row["rule"] for row in rows if row["township"] == "第5镇"}
    assert {row["kind"] for row in rows} == {"question"}


def test_text_gives_sentence_places_and_suggestion(told):
    status, out, _ = told("gaps", "--year", "2025", "--theme", "responsibility", "--township", "第5镇")
    assert status == 0
    first, place, suggestion = out.splitlines()
    assert first == "[低] 第5镇2025年党政主要负责人带头学法为 0。"
    assert place.startswith("    第5镇 2025 leader_study 0 ← 第5镇2025.xlsx 报表 B")
    assert suggestion.startswith("    建议")


def test_a_year_without_figures_is_an_empty_array_and_a_note(told):
    status, out, err = told("gaps", "--year", "2019", "--format", "json")
    assert (status, json.loads(out)) == (0, [])
    assert "2019 年没有已入库的数据" in err
    assert "2023、2024、2025" in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("gaps", "--year", "25"), "年度 25 不正确"),
        (("gaps", "--year", "2025", "--theme", "weather"), "没有短板主题"),
        (("gaps", "--year", "2025", "--township", "无此镇"), "没有乡镇"),
        (("questions",), "--year"),
        (("questions", "--year", "this"), "--year"),
        (("questions", "--year", "2025", "--format", "xml"), "--format"),
    ],
)
def test_wrong_arguments_are_told_and_end_with_2(told, words, says):
    status, out, err = told(*words)
    assert status == 2
    assert says in err
    assert out == ""
