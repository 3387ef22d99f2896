"""A report in prose never mixes with the return of the same township and year."""

from dataclasses import replace

import pytest
from plain_returns import incoming, read_plain

from analytics.submission import accept, receive


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
def test_a_report_beside_a_return_stays_pending(store, only_good):
    accept(store, pending(store, "荻砚镇 2024 leaflets 100", "表.xlsx"), "乙")
    report = pending(store, "荻砚镇 2024 leaflets 90\n荻砚镇 2024 seminars 4", "报告.docx")
    [decided] = accept(store, report, "乙", only_good=only_good)
    assert (decided.done, store.upload(report).status) == (False, "pending")
    assert "表.xlsx" in decided.message.zh
    assert stored(store) == {"leaflets": 100}


def test_a_report_alone_may_stand_for_the_return(store):
    accept(store, pending(store, "荻砚镇 2023 leaflets 100\n石桥乡 2024 leaflets 5", "表.xlsx"), "乙")
    [decided] = accept(store, pending(store, "荻砚镇 2024 seminars 4", "报告.docx"), "乙")
    assert decided.done
    assert stored(store)["seminars"] == 4


def test_a_return_that_comes_later_takes_the_place_of_the_report(store):
    report = pending(store, "荻砚镇 2024 leaflets 90\n荻砚镇 2024 seminars 4", "报告.docx")
    accept(store, report, "乙")
    accept(store, pending(store, "荻砚镇 2024 leaflets 100", "表.xlsx"), "乙")
    assert stored(store) == {"leaflets": 100}
    assert store.upload(report).status == "undone"


def test_a_later_report_replaces_an_earlier_one(store):
    accept(store, pending(store, "荻砚镇 2024 leaflets 90", "报告.docx"), "乙")
    [decided] = accept(store, pending(store, "荻砚镇 2024 leaflets 95", "报告（更正）.docx"), "乙")
    assert decided.done
    assert stored(store) == {"leaflets": 95}
