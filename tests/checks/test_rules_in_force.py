"""Thresholds of one's own: what they change, what cannot be meant, and the file they travel in."""

from __future__ import annotations

import json

import pytest

from analytics.checks import RULES, RulesInForce, counts_by_rule, explained, find_gaps, find_questions
from analytics.checks.in_force import AS_SHIPPED, as_stored, changes_between, faults_of, from_stored, with_rule
from analytics.checks.rules_file import RulesFileError, rules_as_text, rules_from_bytes
from analytics.checks.threshold_words import both, label_of, limits_of
from tests.checks.counties import changed


def test_a_threshold_of_ones_own_changes_what_is_found_and_the_finding_says_so():
    county = changed({("第3镇", 2025, "law_savvy_persons"): 30})
    usual = [f for f in find_gaps(county, 2025) if f.rule == "rule_of_law_staff"]
    held = with_rule(AS_SHIPPED, "rule_of_law_staff", {"per_village": 5}, trial=False)
    held = from_stored(as_stored(AS_SHIPPED, held, 4), 4)
    found = [f for f in find_gaps(county, 2025, held) if f.rule == "rule_of_law_staff"]
    assert len(found) > len(usual)
    assert {f.rule_version for f in found} == {"1.4"}
    assert {f.rule_version for f in find_gaps(county, 2025, held) if f.rule != "rule_of_law_staff"} <= {"1"}


def test_a_rule_on_trial_is_counted_but_not_shown():
    county = changed({("第3镇", 2025, "leader_study"): 0})
    held = with_rule(AS_SHIPPED, "responsibility", {}, trial=True)
    assert any(f.rule == "responsibility" for f in find_gaps(county, 2025))
    assert not any(f.rule == "responsibility" for f in find_gaps(county, 2025, held))
    assert any(f.rule == "responsibility" for f in find_gaps(county, 2025, held, trial=True))
    assert counts_by_rule(county, 2025, held)["responsibility"] >= 1
    assert counts_by_rule(county, 1999) == dict.fromkeys(RULES, 0)


def test_what_is_stored_comes_back_and_each_rule_keeps_the_version_that_set_it():
    first = with_rule(AS_SHIPPED, "jump", {"ratio": 5.0, "cut_off": 4.5}, trial=False)
    first = from_stored(json.loads(json.dumps(as_stored(AS_SHIPPED, first, 1))), 1)
    assert first.chosen == {"jump": {"ratio": 5.0}}, "a threshold at its default is not one's own"
    second = with_rule(first, "twin_returns", {"value": 12}, trial=True)
    second = from_stored(as_stored(first, second, 2), 2)
    assert (second.version_of(RULES["jump"]), second.version_of(RULES["twin_returns"])) == ("2.1", "2.2")
    assert second.on_trial(RULES["twin_returns"])
    back = from_stored(as_stored(second, with_rule(second, "jump", {"ratio": 3}, trial=False), 3), 3)
    assert back.version_of(RULES["jump"]) == "2"
    assert [(c.rule, c.name, c.old, c.new) for c in changes_between(second, back)] == [("jump", "ratio", 5.0, 3.0)]


def test_what_an_older_or_newer_program_stored_is_passed_over():
    kept = {"gone": {"thresholds": {"a": 1}}, "jump": {"thresholds": {"gone": 1, "ratio": "x", "cut_off": 6}}, "x": 3}
    held = from_stored(kept, 7)
    assert held.chosen == {"jump": {"cut_off": 6.0}}
    assert held.version_of(RULES["jump"]) == "2.7"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"jump": {"ratio": 1}}, "大于 1、不超过 100 的数，现在是 1"),
        ({"jump": {"ratio": float("nan")}}, "现在是 nan"),
        ({"jump": {"ratio": True}}, "应当是数字"),
        ({"jump": {"peers": 8.5}}, "（整数）"),
        ({"jump": {"rate": 2}}, "没有阈值“rate”，可用的阈值：ratio"),
        ({"leap": {"ratio": 2}}, "没有规则“leap”"),
        ({"twin_returns": {"high_from": 4}}, "不能少于程度为中的项数（5）"),
    ],
)
def test_every_threshold_that_cannot_be_meant_gets_its_own_sentence(given, said):
    [fault] = faults_of(given)
    assert said in fault.zh
    assert fault.en != fault.zh
    assert len(faults_of({**given, "round_numbers": {"chance": 2}})) == 2


def test_every_threshold_has_a_name_a_sensible_default_and_reasons_in_both_languages():
    for rule in RULES.values():
        assert faults_of({rule.id: rule.settings()}) == []
        for threshold in rule.thresholds:
            assert not label_of(rule.id, threshold.name).zh.isascii(), (rule.id, threshold.name)
            assert limits_of(rule.id, threshold.name).hold(threshold.default)
            for text in (threshold.reason, threshold.source):
                assert text
                assert both(text).en != text, text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_file_of_the_rules_in_force_reads_back_as_the_same_rules(language):
    held = RulesInForce(
        {"jump": {"ratio": 4.5, "floor_copies": 2000}, "round_numbers": {"chance": 0.0005}}, {"jump": True}
    )
    text = rules_as_text(held, language)
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        back = rules_from_bytes(text.replace("\n", "\r\n").encode(encoding))
        assert (back.chosen, back.trial) == (held.chosen, held.trial)
    assert rules_from_bytes(rules_as_text(AS_SHIPPED).encode()).chosen == {}
    assert all(f"[{rule}]" in text for rule in RULES)


def test_two_files_that_say_different_things_have_different_versions():
    one, two = (rules_from_bytes(f"[jump]\nratio = {n}\n".encode()) for n in (4, 5))
    assert one.version_of(RULES["jump"]) != two.version_of(RULES["jump"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"ratio = 3", "应当写在规则名下面"),
        ("[jump]\nratio ＝ 3".encode(), "第 2 行第 6 个字"),
        (b"[jump]\nratio = 3\nratio = 4", "“ratio”写了两次"),
        (b"[jump]\ntrial = 1", "应当是 true 或 false"),
        (b"[jump.ratio]\nx = 1", "应当是数字"),
        (b"[" * 5000, "写法不对"),
        (b"\x81\x00\xff\xfe\x81", "不是文字文件"),
        (b"#" * 300_000, "太大"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_put_right(data, said):
    with pytest.raises(RulesFileError) as refused:
        rules_from_bytes(data)
    assert said in refused.value.faults[0].zh


def test_all_faults_of_a_file_are_said_at_once():
    with pytest.raises(RulesFileError) as refused:
        rules_from_bytes(b"[jump]\nratio = 0\ncut_off = 'x'\n[nothing]\na = 1\n")
    assert len(refused.value.faults) == 3


def test_a_question_is_closed_by_words_about_its_own_figures_only():
    county = changed({("第5镇", 2025, "leaflets"): -1})
    questions = [f for f in find_questions(county, 2025) if f.township == "第5镇"]
    assert questions
    own = explained(questions, {("第5镇", 2025, "leaflets"): ("笔误", "已改")})
    assert {(f.status, f.explanation) for f in own if f.indicators == ("leaflets",)} == {("explained", "笔误；已改")}
    assert {f.status for f in own if len(f.indicators) > 1} == {"open"}
    assert (
        explained(questions, {("第5镇", 2024, "leaflets"): ("旧",), ("第6镇", 2025, "leaflets"): ("他",)}) == questions
    )
    gaps = find_gaps(changed({("第5镇", 2025, "leader_study"): 0}), 2025)
    assert gaps
    assert explained(gaps, {("第5镇", 2025, "leader_study"): ("出差",)}) == gaps
