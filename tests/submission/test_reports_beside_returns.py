"""A report in prose never mixes with the return of the same township and year."""

from dataclasses import replace
from hashlib import sha256

import pytest
from plain_returns import incoming, read_plain

from analytics.model import Reading, ReportHead, Shortcoming
from analytics.submission import accept, receive, undo


def read_either(data, name, **known):
    reading = read_plain(data, name, **known)
    return replace(reading, kind="narrative") if name.endswith(".docx") else reading


def pending(store, text: str, name: str) -> int:
    [received] = receive(store, [incoming(text, name)], "甲", reader=read_either)
    return received.upload_id


def stored(store) -> dict[str, float]:
    frame = store.figures_frame()
    return dict(zip(frame["indicator"], frame["value"], strict=True))


@pytest.mark.parametrize("only_good", [True, False])
def test_a_report_beside_a_return_is_kept_and_its_figures_do_not_count(store, only_good):
    accept(store, pending(store, "荻砚镇 2024 leaflets 100", "表.xlsx"), "乙")
    report = pending(store, "荻砚镇 2024 leaflets 90\n荻砚镇 2024 seminars 4", "报告.docx")
    [decided] = accept(store, report, "乙", only_good=only_good)
    assert (decided.done, decided.current, store.upload(report).status) == (True, 0, "accepted")
    assert "表.xlsx" in decided.message.zh
    assert stored(store) == {"leaflets": 100}
    assert store.reports()["荻砚镇", 2024].file == "报告.docx"


def test_a_report_alone_may_stand_for_the_return(store):
    accept(store, pending(store, "荻砚镇 2023 leaflets 100\n石桥乡 2024 leaflets 5", "表.xlsx"), "乙")
    [decided] = accept(store, pending(store, "荻砚镇 2024 seminars 4", "报告.docx"), "乙")
    assert decided.done
    assert "来自工作报告" in decided.message.zh
    assert stored(store)["seminars"] == 4


def test_a_return_that_comes_later_takes_the_place_of_the_report(store):
    report = pending(store, "荻砚镇 2024 leaflets 90\n荻砚镇 2024 seminars 4", "报告.docx")
    accept(store, report, "乙")
    late = pending(store, "荻砚镇 2024 leaflets 100", "表.xlsx")
    accept(store, late, "乙")
    assert stored(store) == {"leaflets": 100}
    assert store.upload(report).status == "superseded"
    assert ("荻砚镇", 2024) in store.reports()
    undo(store, late, "乙")
    assert stored(store) == {"leaflets": 90, "seminars": 4}
    assert store.upload(report).status == "accepted"


def test_a_return_with_nothing_but_empty_cells_takes_nobodys_place(store):
    accept(store, pending(store, "荻砚镇 2024 leaflets 90", "报告.docx"), "乙")
    accept(store, pending(store, "荻砚镇 2024 leaflets", "空表.xlsx"), "乙")
    assert stored(store) == {"leaflets": 90}


def test_a_report_without_figures_is_kept_for_what_it_says(store):
    def read_words(data, name, **known):
        return Reading(
            name,
            sha256(data).hexdigest(),
            "narrative",
            gaps=(Shortcoming("resources", "经费不足", "¶2:0-4"),),
            head=ReportHead(township="荻砚镇", year=2024),
        )

    [received] = receive(store, [incoming("荻砚镇", "报告.docx")], "甲", reader=read_words)
    [decided] = accept(store, received.upload_id, "乙", only_good=True)
    assert (decided.done, decided.figures) == (True, 0)
    assert [g.theme for g in store.reports()["荻砚镇", 2024].gaps] == ["resources"]


def test_a_report_that_does_not_say_whose_it_is_cannot_be_kept(store):
    def read_words(data, name, **known):
        return Reading(name, sha256(data).hexdigest(), "narrative", head=ReportHead())

    [received] = receive(store, [incoming("某镇", "报告.docx")], "甲", reader=read_words)
    [decided] = accept(store, received.upload_id, "乙")
    assert not decided.done


def test_a_later_report_replaces_an_earlier_one(store):
    accept(store, pending(store, "荻砚镇 2024 leaflets 90", "报告.docx"), "乙")
    [decided] = accept(store, pending(store, "荻砚镇 2024 leaflets 95", "报告（更正）.docx"), "乙")
    assert decided.done
    assert stored(store) == {"leaflets": 95}
    assert store.reports()["荻砚镇", 2024].file == "报告（更正）.docx"


def test_a_report_that_was_undone_is_no_longer_what_the_township_says(store):
    report = pending(store, "荻砚镇 2024 leaflets 90", "报告.docx")
    accept(store, report, "乙")
    undo(store, report, "乙")
    assert store.reports() == {}
