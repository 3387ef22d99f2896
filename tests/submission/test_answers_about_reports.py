"""An answer to a question about the words of two reports holds for those two, and not for one that came in their place."""

from __future__ import annotations

import pytest
from test_choosing import read_report

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.checks import County, explained, find_questions
from analytics.store import StoreError
from analytics.store.reports import counting
from analytics.submission import Incoming, accept, answer_question, earlier_answers, receive, said_of, undo

WORDS = (
    "把普法的摊子摆到集市上、摆到工地上，用家长里短的案例讲法，讲一件就让群众记住一件，听的人一年比一年多。",
    "镇村干部每月坐下来学一次法，学完当场考，考不过的下个月接着考，考分贴在会议室的墙上，谁好谁差一眼就能看见。",
    "合同和文件出门以前先请法律顾问看一遍，看过的留下意见，没有看过的不盖章，没有一份合同因为条款不清扯皮。",
    "逐村排查邻里、山林和用水方面的矛盾，能当场说清的当场说清，说不清的请律师到村里一起说，说完记在本子上。",
)
FIRST, SECOND = "荻砚镇", "石桥乡"


def sent(store, township: str, end: str = "") -> int:
    text = "\n".join(
        (f"{township}2024年度法治政府建设工作报告", *WORDS, end, f"召开法治建设专题会议{len(end) + 3}次。")
    )
    [received] = receive(store, [Incoming(f"{township}{end}.txt", text.encode())], "甲", reader=read_report)
    accept(store, received.upload_id, "甲")
    return received.upload_id


@pytest.fixture
def county(store):
    store.replace_roster(Roster((Township("1", FIRST), Township("2", SECOND))), "甲")
    return store


def question(store):
    seen = County(store.figures_frame(), load_catalogue(), store.roster_now(), store.reports())
    found = explained(find_questions(seen, 2024), said_of(store.explanations()))
    return next(f for f in found if f.rule == "copied_text" and f.township == FIRST)


@pytest.mark.parametrize("renewed", [FIRST, SECOND])
def test_a_report_that_is_replaced_is_asked_about_again_and_the_earlier_answer_shown_as_such(county, renewed):
    sent(county, FIRST)
    sent(county, SECOND)
    answer_question(county, question(county), "两个乡镇合办，文字由一方起草", "乙")
    assert (question(county).status, earlier_answers(county, question(county))) == ("explained", [])
    newer = sent(county, renewed, "另起一段。")
    asked = question(county)
    assert (asked.status, asked.explanation) == ("open", "")
    [before] = earlier_answers(county, asked)
    assert (before.text, before.who) == ("两个乡镇合办，文字由一方起草", "乙")
    # Undone, the report of before counts again, and with it what was said of it.
    undo(county, newer, "乙")
    assert (question(county).status, earlier_answers(county, question(county))) == ("explained", [])


def test_an_answer_to_a_question_that_was_shown_before_a_new_report_came_is_refused(county):
    sent(county, FIRST)
    sent(county, SECOND)
    shown = question(county)
    sent(county, SECOND, "另起一段。")
    with pytest.raises(StoreError, match="已被新的报告取代"):
        answer_question(county, shown, "早已说明", "乙")
    assert county.explanations(outdated=True) == []
    answer_question(county, question(county), "看过新的报告，仍是合办", "乙")
    assert question(county).status == "explained"


def test_an_answer_about_a_report_that_was_undone_is_refused(county):
    sent(county, FIRST)
    gone = sent(county, SECOND)
    shown = question(county)
    undo(county, gone, "乙")
    with pytest.raises(StoreError, match="撤销"):
        answer_question(county, shown, "早已说明", "乙")


def test_which_reports_count_is_told_without_reading_what_they_say(county, monkeypatch):
    uploads = [sent(county, FIRST), sent(county, SECOND), sent(county, SECOND, "另起一段。")]
    with county._read() as connection:
        assert counting(connection) == {r.upload_id for r in county.reports().values()} == {uploads[0], uploads[2]}
        monkeypatch.setattr("analytics.store.reports.reading_from_json", lambda _: pytest.fail("a report was read"))
        assert counting(connection) == {uploads[0], uploads[2]}


def test_a_report_whose_table_speaks_of_another_township_still_counts_as_its_own(county):
    from dataclasses import replace

    upload = sent(county, FIRST)
    reading = county.reading(upload)
    foreign = replace(reading.figures[0], township=SECOND, indicator="seminars")
    undo(county, upload, "甲")
    odd = replace(reading, figures=(foreign, *reading.figures))
    again = county.add_upload("报告.txt", b"again", "甲", odd)
    county.accept(again, odd.figures, "甲")
    assert county.upload(again).townships == (FIRST, SECOND)
    with county._read() as connection:
        assert counting(connection) == {again}
    assert {place: r.upload_id for place, r in county.reports().items()} == {(FIRST, 2024): again}
