from analytics.catalogue import Roster, Township
from analytics.checks import RULES
from tests.checks.counties import at, changed, county, found, names, quiet

RULE, T = "resources", "第5镇"


def test_the_lowest_quarter_by_funds_per_resident_is_flagged_by_definition():
    findings = found(RULE, changed({}))
    assert len(findings) == 3
    assert {(f.strength, f.n) for f in findings.values()} == {(1, 12)}
    lowest = found(RULE, changed(at({"funds_invested": 61000})))[T]
    assert lowest.sentence.zh == "第5镇2025年人均法治建设经费（元）为 6.1，处于 12 个已报乡镇的最低四分之一。"


def test_funds_cut_by_thirty_percent():
    cut = found(RULE, changed(at({"funds_invested": 100000}, 2024) | at({"funds_invested": 70000})))[T]
    assert "由上年的 100,000 元降至 70,000 元（下降 30%）" in cut.sentence.zh
    assert cut.strength == 1
    less = found(RULE, changed(at({"funds_invested": 100000}, 2024) | at({"funds_invested": 70001})))
    assert T not in less or "降至" not in less[T].sentence.zh


def test_all_funds_gone_is_a_cut_and_none_reported_is_not():
    gone = found(RULE, changed(at({"funds_invested": 0})))[T]
    assert "降至 0 元（下降 100%）" in gone.sentence.zh
    assert T not in found(RULE, changed(at({"funds_invested": None})))


def test_without_peers_or_residents_only_the_cut_is_judged_and_the_rule_says_so():
    cut = at({"funds_invested": 100000}, 2024) | at({"funds_invested": 60000})
    small = changed(cut, n=7)
    assert list(found(RULE, small)) == [T]
    told = "2025年人均法治建设经费（元）只有 {} 个乡镇可比，少于 8 个，不作判断"
    assert [s.reason.zh for s in RULES[RULE].silent(small, 2025, RULES[RULE].settings())] == [told.format(7)]
    unknown = county(quiet() | cut, Roster(tuple(Township(str(k), n) for k, n in enumerate(names(12)))))
    assert list(found(RULE, unknown)) == [T]
    assert [s.reason.zh for s in RULES[RULE].silent(unknown, 2025, RULES[RULE].settings())] == [told.format(0)]
    assert RULES[RULE].silent(changed({}, n=8), 2025, RULES[RULE].settings()) == []
