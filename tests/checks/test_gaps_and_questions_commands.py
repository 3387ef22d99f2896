import json

import pytest

from analytics.commands import main
from analytics.store import ExplanationRow, GapCase, GapKey, RulesVersion
from tests.checks.counties import changed


class FakeStore:
    """A store that holds a county's figures."""

    def __init__(self, county):
        self.county = county

    def figures_frame(self):
        return self.county.figures

    def roster_now(self):
        return self.county.roster

    def reports(self):
        return {}

    def rules(self):
        return RulesVersion()

    def explanations(self, years):
        row = (1, "第5镇", 2025, "leaflets", "已核实", "甲", None, "official", "", None, None, None, "", None, True)
        return [ExplanationRow(*row)]

    def gap_cases(self, year):
        return {GapKey("responsibility", "第5镇"): GapCase(owner="王五", handling="working")}

    def open_problems(self):
        return ()

    def close(self):
        pass


@pytest.fixture
def told(monkeypatch, capsys):
    store = pytest.importorskip("analytics.store")
    where = changed(
        {("第5镇", 2025, "leader_study"): 0, ("第5镇", 2025, "leaflets"): -1, ("第6镇", 2024, "seminars"): 0}
    )
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
    assert first == "[低] 第5镇2025年党政主要负责人带头学法为 0。（规则“责任落实不到位”第 1 版）"
    assert place.startswith("    第5镇 2025 党政主要负责人带头学法 0 ← 《第5镇2025.xlsx》“报表”表 B")
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


def test_gaps_tell_whose_they_are_and_questions_what_answered_them(told):
    _, out, _ = told("gaps", "--year", "2025", "--theme", "responsibility", "--township", "第5镇", "--format", "json")
    [gap] = json.loads(out)
    assert (gap["owner"], gap["due"], gap["handling"], gap["rule_version"]) == ("王五", "", "working", "1")
    _, out, _ = told("questions", "--year", "2025", "--township", "第5镇", "--format", "json")
    rows = {row["rule"]: row for row in json.loads(out)}
    assert (rows["exceeds_bounds"]["status"], rows["exceeds_bounds"]["explanation"]) == ("explained", "已核实")
    assert "owner" not in rows["exceeds_bounds"]


def test_a_rules_file_stands_in_for_the_rules_of_the_store(told, tmp_path):
    file = tmp_path / "rules.toml"
    file.write_text("[responsibility]\ntrial = true\n", encoding="utf-8")
    status, out, _ = told("gaps", "--year", "2025", "--format", "json", "--rules", str(file))
    assert status == 0
    assert "responsibility" not in {row["rule"] for row in json.loads(out)}
    file.write_text("[rule_of_law_staff]\nper_village = 5\n", encoding="utf-8")
    _, out, _ = told("gaps", "--year", "2025", "--theme", "rule_of_law_staff", "--format", "json", "--rules", str(file))
    versions = {row["rule_version"] for row in json.loads(out)}
    assert len(versions) == 1
    assert versions.pop().startswith("1.")


def test_a_bad_rules_file_is_refused_with_a_line_for_every_fault(told, tmp_path):
    file = tmp_path / "rules.toml"
    file.write_text("[jump]\nratio = 0\n[jumps]\nratio = 3\n", encoding="utf-8")
    status, out, err = told("questions", "--year", "2025", "--rules", str(file))
    assert (status, out) == (1, "")
    first, second = err.splitlines()
    assert "大于 1、不超过 100 的数" in first
    assert "没有规则“jumps”，相近的有：jump" in second
    status, out, err = told("questions", "--year", "2025", "--rules", str(tmp_path / "no.toml"))
    assert (status, out) == (1, "")
    assert "没有这个文件" in err


def test_resolved_gaps_come_last_under_their_own_year_and_only_when_asked_for(told):
    _, plain, _ = told("gaps", "--year", "2025", "--format", "json")
    _, whole, _ = told("gaps", "--year", "2025", "--format", "json", "--resolved")
    rows, more = json.loads(plain), json.loads(whole)
    assert {row["year"] for row in rows} == {2025}
    assert more[: len(rows)] == rows
    gone = {(row["theme"], row["township"], row["year"], row["status"]) for row in more[len(rows) :]}
    assert ("new_problems", "第6镇", 2024, "resolved") in gone
    assert {status for _, _, _, status in gone} == {"resolved"}
    _, one, _ = told("gaps", "--year", "2025", "--township", "第6镇", "--theme", "new_problems", "--resolved")
    assert one.startswith("[低] 第6镇2024年专题研讨为 0。")
    assert one.rstrip().endswith("本年数据已不再显示这一短板，视为已解决。")
