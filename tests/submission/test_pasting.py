"""A pasted report comes in as a file does; what is no report gets one sentence and leaves nothing behind."""

from __future__ import annotations

import pytest

from analytics.catalogue import Roster, Township
from analytics.submission import accept, answer, paste

TITLE = "荻砚镇2024年度法治政府建设工作报告"
BODY = "全年发放宣传资料3000份。"
TEXT = f"{TITLE}\n县委依法治县办：\n{BODY}召开法治建设部署会4次、推进会6次。\n荻砚镇人民政府\n2025年1月8日\n"


@pytest.fixture
def store(store):
    store.replace_roster(Roster((Township("1", "荻砚镇"), Township("2", "石桥乡"))), "甲")
    return store


def test_a_pasted_report_waits_and_counts_like_a_file(store):
    received = paste(store, TEXT, "甲")
    upload = store.upload(received.upload_id)
    assert (upload.file_name, upload.kind, upload.who) == ("粘贴的工作报告（荻砚镇2024）.txt", "narrative", "甲")
    assert store.upload_bytes(upload.id).decode() == TEXT.strip("\n")
    [decided] = accept(store, upload.id, "乙")
    assert decided.done
    frame = store.figures_frame()
    assert (frame["value"].tolist(), frame["origin"].tolist()) == ([3000], ["narrative"])
    report = store.reports()["荻砚镇", 2024]
    assert report.paragraphs[2].startswith(BODY)


def test_a_single_sentence_is_read_with_what_is_said_beside_it(store):
    received = paste(store, BODY, "甲", township="石桥乡", year=2023)
    [figure] = received.reading.figures
    assert (figure.township, figure.year, figure.value) == ("石桥乡", 2023, 3000)


def test_what_a_text_does_not_say_is_asked_and_answered_like_that_of_a_file(store):
    received = paste(store, BODY, "甲")
    assert {p.code for p in received.reading.problems} == {"no_township", "no_year"}
    assert store.upload(received.upload_id).file_name == "粘贴的工作报告（全年发放宣传资料3000份。）.txt"
    again = answer(store, received.upload_id, "石桥乡", 2023, who="甲")
    assert [(f.township, f.year, f.value) for f in again.reading.figures] == [("石桥乡", 2023, 3000)]
    assert again.reading.problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "还没有粘贴文字"),
        (" \n\t\u3000\n", "还没有粘贴文字"),
        ("很长" * 60_000, "太长"),
        ("asdf qwer 1234 !!!!", "不像工作报告"),
        ("3000", "不像工作报告"),
        ("\x00\x01\x02\ud800\ufffd" * 20 + "工作报告的文字里有字", "不像工作报告"),
        ("乡镇\t资料\t场次\n荻砚镇\t3000\t4\n石桥乡\t2000\t5", "是表格"),
        (f"{TITLE}\n今天天气很好，我们一起去公园里散步。", "没有读到数据"),
    ],
)
def test_what_is_no_report_gets_one_sentence_and_is_not_kept(store, text, said):
    received = paste(store, text, "甲")
    assert received.upload_id is None
    assert said in received.message.zh
    assert received.message.zh.count("。") == 1 or said == "还没有粘贴文字"
    assert store.uploads() == ()


def test_the_same_text_twice_is_refused_politely(store):
    first = paste(store, TEXT, "甲")
    second = paste(store, TEXT.replace("\n", "\r\n"), "乙")
    assert (second.upload_id, second.duplicate_of.id) == (None, first.upload_id)
    assert "不必重复上传" in second.message.zh


def test_a_text_with_signs_no_file_may_carry_is_kept_under_a_name_that_may(store):
    received = paste(store, 'a/b\\c:"报告"<x>|?*\n' + BODY, "甲")
    assert store.upload(received.upload_id).file_name == "粘贴的工作报告（abc报告x）.txt"
