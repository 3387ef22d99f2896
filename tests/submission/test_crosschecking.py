"""What comes in is held against the other half at once: a report against the return, a return against the report."""

from __future__ import annotations

from plain_returns import incoming, read_plain

from analytics.checks import RulesInForce
from analytics.intake.narrative import read_text
from analytics.submission import accept, cross_checks, receive, reject, undo

RULES = RulesInForce()
RETURN = "荻砚镇 2024 leaflets 83200\n荻砚镇 2024 seminars 5\n荻砚镇 2024 village_talks\n石桥乡 2024 leaflets 90"
REPORT = """荻砚镇2024年度法治政府建设工作报告
发放普法宣传资料8万余份。全年开展专题研讨4次。召开法治建设部署会4次、推进会6次。开展法治宣讲12场。
"""


def read_either(data, name, **known):
    return read_text(data.decode(), name) if name.endswith(".txt") else read_plain(data, name, **known)


def take(store, text: str, name: str, *, accepted: bool = True) -> int:
    [received] = receive(store, [incoming(text, name)], "甲", reader=read_either)
    assert received.upload_id is not None
    if accepted:
        accept(store, received.upload_id, "乙")
    return received.upload_id


def outcomes(check) -> dict[str, str]:
    return {row.indicator: row.outcome for row in check.rows}


FULL = {
    "seminars": "differs",
    "leadership_meetings": "several",
    "leaflets": "agrees",
    "village_talks": "report_only",
}


def test_a_report_is_held_against_the_return_that_counts(store):
    returned = take(store, RETURN, "表.xlsx")
    [check] = cross_checks(store, take(store, REPORT, "报告.txt", accepted=False), RULES)
    assert outcomes(check) == FULL
    assert [row.outcome for row in check.rows] == ["differs", "several", "agrees", "report_only"]
    assert ([u.id for u in check.returns], check.waiting) == ([returned], False)
    differs = check.rows[0]
    assert (differs.returned.file, differs.returned.cell, differs.returned.value) == ("表.xlsx", "D2", 5)
    assert (differs.reported.value, differs.reported.raw) == (4, "全年开展专题研讨4次。")
    assert [e.value for e in check.rows[1].several] == [4, 6]


def test_both_in_one_drop_are_held_against_each_other_before_either_counts(store):
    returned = take(store, RETURN, "表.xlsx", accepted=False)
    report = take(store, REPORT, "报告.txt", accepted=False)
    [one] = cross_checks(store, report, RULES)
    [other] = cross_checks(store, returned, RULES)
    assert outcomes(one) == outcomes(other) == FULL
    assert (one.waiting, other.waiting) == (True, True)
    assert other.held_in["seminars"] == returned
    reject(store, returned, "乙")
    [alone] = cross_checks(store, report, RULES)
    assert (alone.rows, alone.returns) == ((), ())


def test_a_return_that_comes_after_its_report_is_held_against_it(store):
    take(store, REPORT, "报告.txt")
    late = take(store, RETURN, "表.xlsx", accepted=False)
    [check] = cross_checks(store, late, RULES)
    assert (check.report.township, check.waiting) == ("荻砚镇", False)
    assert outcomes(check) == FULL


def test_a_correction_is_held_with_what_stays_of_the_return(store):
    take(store, RETURN, "表.xlsx")
    take(store, REPORT, "报告.txt")
    [check] = cross_checks(store, take(store, "荻砚镇 2024 seminars 4", "更正.xlsx", accepted=False), RULES)
    assert outcomes(check) == FULL | {"seminars": "agrees"}


def test_figures_of_a_report_that_stand_in_are_no_return(store):
    take(store, REPORT, "报告.txt")
    [check] = cross_checks(store, take(store, REPORT + "全年旁听庭审2次。\n", "更正报告.txt", accepted=False), RULES)
    assert check.rows == ()


def test_what_a_return_only_gives_is_said_so(store):
    take(store, RETURN + "\n荻砚镇 2024 school_events 3", "表.xlsx")
    [check] = cross_checks(store, take(store, REPORT, "报告.txt", accepted=False), RULES)
    assert outcomes(check)["school_events"] == "return_only"


def test_another_township_or_year_is_not_held_against_it(store):
    take(store, "石桥乡 2024 seminars 5\n荻砚镇 2023 seminars 5", "表.xlsx")
    [check] = cross_checks(store, take(store, REPORT, "报告.txt", accepted=False), RULES)
    assert check.rows == ()


def test_a_report_that_was_undone_is_held_against_nothing(store):
    report = take(store, REPORT, "报告.txt")
    returned = take(store, RETURN, "表.xlsx", accepted=False)
    undo(store, report, "乙")
    assert cross_checks(store, returned, RULES) == []
