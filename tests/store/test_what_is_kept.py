import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from invented import accepted, figure, reading, taken_in

from analytics.catalogue import Roster, Township
from analytics.model import Problem, Severity, UnknownHeading
from analytics.store import DuplicateUploadError, Store, StoreError
from analytics.text import Text


def test_an_upload_keeps_bytes_name_sender_moment_and_reading(store):
    data = b"\x00\xff bytes as they came"
    what = reading(data, [figure(1), figure(2, township="霁笙乡", year=2023)])
    upload_id = store.add_upload("下发/荻砚镇.xlsx", data, "甲", what, answers={"year": 2024})
    upload = store.upload(upload_id)
    assert store.upload_bytes(upload_id) == data
    assert store.reading(upload_id) == what
    assert (upload.file_name, upload.who, upload.status, upload.size) == (
        "下发/荻砚镇.xlsx",
        "甲",
        "pending",
        len(data),
    )
    assert upload.sha256 == hashlib.sha256(data).hexdigest()
    assert abs(upload.received_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert upload.townships == ("荻砚镇", "霁笙乡")
    assert upload.years == (2023, 2024)
    assert upload.figures_read == 2
    assert dict(upload.answers) == {"year": 2024}


def test_a_pending_upload_counts_for_nothing(store):
    taken_in(store, "一", figure(1))
    assert store.figures_frame().empty


def test_the_same_bytes_are_stored_once_with_a_word_on_who_and_when(store):
    first = taken_in(store, "一", figure(1))
    with pytest.raises(DuplicateUploadError) as refused:
        store.add_upload("改名.xlsx", "一".encode(), "丁", reading("一".encode(), [figure(1)]))
    assert refused.value.upload.id == first
    assert "甲" in refused.value.text.zh
    assert "一.xlsx" in refused.value.text.zh
    assert len(store.uploads()) == 1


def test_a_rejected_or_undone_file_may_come_again(store):
    store.reject(taken_in(store, "一", figure(1)), "乙")
    store.undo(accepted(store, "一", figure(1)), "乙")
    assert store.find_upload_by_sha(hashlib.sha256("一".encode()).hexdigest()) is None
    again = accepted(store, "一", figure(1))
    assert [upload.status for upload in store.uploads()] == ["accepted", "undone", "rejected"]
    assert store.upload_bytes(again) == "一".encode()


def test_uploads_are_listed_newest_first_and_by_status(store):
    one, two = taken_in(store, "一", figure(1)), accepted(store, "二", figure(2))
    assert [upload.id for upload in store.uploads()] == [two, one]
    assert [upload.id for upload in store.uploads("pending")] == [one]
    assert [upload.id for upload in store.uploads(["pending", "accepted"], limit=1, offset=1)] == [one]
    assert dict(store.upload_counts()) == {"pending": 1, "accepted": 1}


def test_problems_of_uploads_that_wait_or_count_stay_open(store):
    question = Problem(Severity.QUESTION, "doubtful_number", Text("请确认", "please confirm"), "统计表", "D4")
    error = Problem(Severity.ERROR, "no_year", Text("没有年度", "no year"))
    note = Problem(Severity.NOTE, "hidden", Text("有隐藏行", "hidden rows"))
    kept = taken_in(store, "一", figure(1), problems=[question, note, error])
    gone = taken_in(store, "二", figure(1), problems=[question])
    store.reject(gone, "乙")
    assert [(p.upload_id, p.problem) for p in store.open_problems()] == [(kept, error), (kept, question)]
    assert (store.upload(kept).errors, store.upload(kept).questions) == (1, 1)


def test_names_no_database_could_hold_are_kept_in_what_can_be_held(store):
    odd = figure(1, raw="1\0\ud800")
    data = b"odd"
    upload_id = store.add_upload("报表\udcff.xlsx", data, "甲", reading(data, [odd]))
    assert store.reading(upload_id).figures == (odd,)
    store.accept(upload_id, [odd], "乙")
    assert store.figures_frame()["raw"].tolist() == ["1?"]
    assert store.upload(upload_id).file_name == "报表?.xlsx"


def test_headings_that_wait_for_an_answer_are_listed(store):
    data = b"x"
    unknown = UnknownHeading("宣讲数", "普法", "统计表", "E3", ("E4",), (("publicity_events", 71.5),))
    what = reading(data, [])
    what = type(what)(what.file, what.sha256, what.kind, unknown_headings=(unknown,))
    upload_id = store.add_upload("x.xlsx", data, "甲", what)
    [waiting] = store.pending_headings()
    assert (waiting.upload_id, waiting.heading, waiting.group) == (upload_id, "宣讲数", "普法")
    store.reject(upload_id, "乙")
    assert store.pending_headings() == ()


def test_a_remembered_heading_replaces_what_was_said_before_and_can_be_forgotten(store):
    store.remember_heading("宣讲数", "", "seminars", "甲")
    store.remember_heading("宣讲数", "", None, "乙")
    store.remember_heading("宣讲数", "普法", "publicity_events", "乙")
    said = {(h.heading, h.group): (h.indicator, h.who) for h in store.remembered_headings()}
    assert said == {("宣讲数", ""): (None, "乙"), ("宣讲数", "普法"): ("publicity_events", "乙")}
    assert store.forget_heading(store.remembered_headings()[0].id, "丙")
    assert not store.forget_heading(999, "丙")
    assert len(store.remembered_headings()) == 1


def test_the_roster_comes_back_as_it_was_given_in_its_order(store):
    roster = Roster(
        (
            Township("02", "霁笙乡", ("霁笙",), "乡", 12, {2023: 30500, 2024: 31000}),
            Township("01", "荻砚镇", (), "镇", None, {}),
        )
    )
    store.replace_roster(roster, "甲")
    assert store.roster() == roster
    store.replace_roster(Roster((Township("03", "槭穹乡"),)), "甲")
    assert store.roster().names == ("槭穹乡",)


def test_settings_are_remembered(store):
    assert store.setting("county") is None
    assert store.setting("county", "本县") == "本县"
    store.set_setting("county", "示例县", "甲")
    store.set_setting("county", "示例县二", "甲")
    assert store.setting("county") == "示例县二"
    assert dict(store.settings()) == {"county": "示例县二"}


def test_the_version_grows_with_what_screens_are_made_of_and_only_then(store):
    def grows(act) -> tuple[bool, bool]:
        version, writes = store.version(), store.writes()
        act()
        return store.version() > version, store.writes() > writes

    roster = Roster((Township("01", "荻砚镇"),))
    assert grows(lambda: taken_in(store, "一", figure(1))) == (False, True)
    assert grows(lambda: store.accept(1, [figure(1)], "乙")) == (True, True)
    assert grows(lambda: store.undo(1, "乙")) == (True, True)
    assert grows(lambda: store.remember_heading("宣讲数", "", None, "甲")) == (True, True)
    assert grows(lambda: store.forget_heading(1, "甲")) == (True, True)
    assert grows(lambda: store.set_setting("county", "示例县", "甲")) == (True, True)
    assert grows(lambda: store.set_setting("county", "示例县", "甲")) == (False, False)
    assert grows(lambda: store.replace_roster(roster, "甲")) == (True, True)
    assert grows(lambda: store.replace_roster(roster, "甲")) == (False, False)
    assert grows(lambda: store.figures_frame()) == (False, False)


def test_a_failed_write_changes_no_version(store):
    version, writes = store.version(), store.writes()
    with pytest.raises(StoreError):
        store.undo(77, "乙")
    assert (store.version(), store.writes()) == (version, writes)


def test_the_trail_says_who_did_what(store):
    one = accepted(store, "一", figure(1))
    store.undo(one, "丙")
    store.set_setting("county", "示例县", "丁")
    assert [(line.who, line.action, line.upload_id) for line in store.audit()] == [
        ("丁", "setting", None),
        ("丙", "undone", one),
        ("乙", "accepted", one),
        ("甲", "received", one),
    ]
    assert dict(store.audit(limit=1)[0].detail) == {"key": "county", "old": None, "new": "示例县"}
    assert [line.action for line in store.audit(upload_id=one)] == ["undone", "accepted", "received"]


def test_everything_is_still_there_after_closing_and_opening(tmp_path):
    url = f"sqlite:///{(tmp_path / 'fazhi.db').as_posix()}"
    first = Store.open(url)
    accepted(first, "一", figure(1))
    first.close()
    second = Store.open(url)
    assert second.figures_frame()["value"].tolist() == [1]
    second.close()
