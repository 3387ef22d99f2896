import pytest
from plain_returns import incoming, read_plain

from analytics.catalogue import Roster, Township
from analytics.submission import accept, answer, match_heading, receive, remembered_elsewhere


def pending(store, text: str, name: str = "a.xlsx") -> int:
    [received] = receive(store, [incoming(text, name)], "甲", reader=read_plain)
    return received.upload_id


def test_a_file_that_names_no_township_and_year_gives_its_figures_once_told(store):
    upload = pending(store, "- - leaflets 5")
    assert store.reading(upload).figures == ()
    assert not accept(store, upload, "乙")[0].done
    answer(store, upload, township="荻砚镇", who="乙", reader=read_plain)
    told = answer(store, upload, year=2024, who="乙", reader=read_plain)
    assert [(c.township, c.year, c.new.value) for c in told.changes] == [("荻砚镇", 2024, 5)]
    assert dict(store.upload(upload).answers) == {"township": "荻砚镇", "year": 2024}
    assert store.upload(upload).errors == 0
    assert accept(store, upload, "乙")[0].figures == 1
    assert "answered" in [line.action for line in store.audit(upload_id=upload)]


@pytest.mark.parametrize(("said", "words"), [({"township": "别处镇"}, "别处镇"), ({"year": 203}, "203")])
def test_an_answer_that_cannot_be_is_refused_and_changes_nothing(store, said, words):
    store.replace_roster(Roster((Township("01", "荻砚镇"),)), "甲")
    upload = pending(store, "- - leaflets 5")
    refused = answer(store, upload, **said, who="乙", reader=read_plain)
    assert words in refused.message.zh
    assert dict(store.upload(upload).answers) == {}


def test_an_answer_comes_too_late_once_the_upload_is_decided(store):
    upload = pending(store, "荻砚镇 2024 leaflets 5")
    accept(store, upload, "乙")
    late = answer(store, upload, year=2020, who="丙", reader=read_plain)
    assert "已入库" in late.message.zh
    assert store.reading(upload).figures[0].year == 2024


def test_a_reader_that_fails_on_the_answer_leaves_the_upload_as_it_was(store):
    def broken(data, name, **known):
        raise RuntimeError

    upload = pending(store, "- 2024 leaflets 5")
    failed = answer(store, upload, township="荻砚镇", who="乙", reader=broken)
    assert failed.message is not None
    assert store.reading(upload).problems[0].code == "no_township"


def test_a_heading_matched_once_is_remembered_and_read_in_every_pending_file_with_it(store):
    first, second = (
        pending(store, "?宣讲数 普法", "1.xlsx"),
        pending(store, "?宣讲数 普法\n荻砚镇 2024 seminars 1", "2.xlsx"),
    )
    other = pending(store, "?宣讲数 宣传", "3.xlsx")
    seen = []
    again = match_heading(
        store, "宣讲数", "普法", "leaflets", "乙", reader=read_plain, progress=lambda *at: seen.append(at)
    )
    assert [r.upload_id for r in again] == [second, first]
    assert [figure.value for figure in store.reading(first).figures] == [7]
    assert [(p.upload_id, p.group) for p in store.pending_headings()] == [(other, "宣传")]
    assert seen == [(0, 2, "2.xlsx"), (1, 2, "1.xlsx"), (2, 2, "")]
    [later] = receive(store, [incoming("?宣讲数 普法\n霁笙乡 2024 seminars 1")], "甲", reader=read_plain)
    assert {figure.indicator for figure in later.reading.figures} == {"leaflets", "seminars"}


def test_a_heading_said_to_be_no_figure_is_asked_about_no_more(store):
    upload = pending(store, "?序 号")
    match_heading(store, "序", "号", None, "乙", reader=read_plain)
    assert store.pending_headings() == ()
    assert store.reading(upload).figures == ()


def test_a_township_told_before_is_still_known_when_a_heading_is_matched(store):
    upload = pending(store, "- 2024 leaflets 5\n?宣讲数 普法")
    answer(store, upload, township="霁笙乡", who="乙", reader=read_plain)
    match_heading(store, "宣讲数", "普法", "seminars", "乙", reader=read_plain)
    assert [f.township for f in store.reading(upload).figures] == ["霁笙乡", "荻砚镇"]


def test_an_answer_under_another_group_is_a_suggestion_unless_answers_disagree(store):
    store.remember_heading("标语", "普法", "banners", "甲")
    known = store.remembered_headings()
    found = remembered_elsewhere(known, "标语（条）", "")
    assert found is not None
    assert (found.indicator, found.group) == ("banners", "普法")
    assert remembered_elsewhere(known, "标语", "普法") is None
    assert remembered_elsewhere(known, "横幅", "") is None
    store.remember_heading("标语", "执法", None, "甲")
    assert remembered_elsewhere(store.remembered_headings(), "标语", "") is None
