import io
import zipfile

import pytest
from plain_returns import incoming, read_plain

from analytics.catalogue import Roster, Township
from analytics.submission import Incoming, accept, receive, reject

ONE = "荻砚镇 2024 leaflets 100"


def taken(store, *texts, **options):
    files = [incoming(text, f"{number}.xlsx") for number, text in enumerate(texts, 1)]
    return receive(store, files, "甲", reader=read_plain, **options)


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".xlsx", text)
    return out.getvalue()


def test_a_file_is_read_kept_and_waits(store):
    [received] = taken(store, ONE)
    assert received.reading.figures[0].value == 100
    assert [change.kind for change in received.changes] == ["new"]
    assert received.message is None
    upload = store.upload(received.upload_id)
    assert (upload.status, upload.who, upload.file_name) == ("pending", "甲", "1.xlsx")
    assert store.figures_frame().empty


def test_the_same_file_again_is_refused_with_who_and_when(store):
    [first, second] = taken(store, ONE, ONE)
    assert second.upload_id is None
    assert second.duplicate_of.id == first.upload_id
    assert "甲" in second.message.zh
    assert "待核对" in second.message.zh
    accept(store, first.upload_id, "乙")
    [third] = taken(store, ONE)
    assert "入库" in third.message.zh


def test_a_rejected_file_may_come_again(store):
    [first] = taken(store, ONE)
    reject(store, first.upload_id, "乙")
    [again] = taken(store, ONE)
    assert again.upload_id is not None


def test_a_file_that_cannot_be_used_is_not_kept_and_the_others_go_on(store):
    foreign, crash, good = taken(store, "foreign", "crash", ONE)
    assert foreign.upload_id is None
    assert foreign.message.zh == "“1.xlsx”不是表格"
    assert crash.upload_id is None
    assert crash.reading.problems[0].code == "internal"
    assert "bug" not in crash.message.zh
    assert good.upload_id is not None
    assert len(store.uploads()) == 1


def test_a_file_that_has_gone_is_said_to_have_gone(store, tmp_path):
    (tmp_path / "在.xlsx").write_text(ONE, encoding="utf-8")
    files = [Incoming("没了.xlsx", tmp_path / "没了.xlsx"), Incoming("在.xlsx", tmp_path / "在.xlsx")]
    gone, there = receive(store, files, "甲", reader=read_plain)
    assert gone.message.zh.startswith("“没了.xlsx”打不开")
    assert there.upload_id is not None


def test_a_zip_of_returns_is_opened_and_each_member_is_a_file(store):
    data = zipped(荻砚镇=ONE, 内__霁笙乡="霁笙乡 2024 leaflets 5")
    received = receive(store, [Incoming("全部.zip", data), incoming("crash", "末.xlsx")], "甲", reader=read_plain)
    assert [r.name for r in received] == ["全部.zip/荻砚镇.xlsx", "全部.zip/内/霁笙乡.xlsx", "末.xlsx"]
    assert [r.upload_id is not None for r in received] == [True, True, False]


def test_a_zip_that_will_not_open_is_one_file_that_cannot_be_used(store):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("套.zip", zipped(荻砚镇=ONE))
    [received] = receive(store, [Incoming("套娃.zip", inner.getvalue())], "甲", reader=read_plain)
    assert received.upload_id is None
    assert received.message.zh


def test_progress_counts_files_and_what_archives_add(store):
    seen = []
    files = [Incoming("全部.zip", zipped(a=ONE, b="霁笙乡 2024 leaflets 5")), incoming("crash", "末.xlsx")]
    receive(store, files, "甲", reader=read_plain, progress=lambda *at: seen.append(at))
    assert seen == [
        (0, 2, "全部.zip"),
        (0, 3, "全部.zip/a.xlsx"),
        (1, 3, "全部.zip/b.xlsx"),
        (2, 3, "末.xlsx"),
        (3, 3, ""),
    ]


def test_a_cancelled_intake_keeps_what_came_before(store):
    asked = iter([False, True])
    received = taken(store, ONE, "霁笙乡 2024 leaflets 5", cancelled=lambda: next(asked))
    assert [r.name for r in received] == ["1.xlsx"]
    assert len(store.uploads()) == 1


def test_the_reader_is_given_the_roster_and_what_is_remembered(store):
    seen = []

    def reader(data, name, **known):
        seen.append(known)
        return read_plain(data, name, **known)

    receive(store, [incoming(ONE)], "甲", reader=reader)
    store.replace_roster(Roster((Township("01", "荻砚镇"),)), "甲")
    store.remember_heading("宣讲数", "普法", "seminars", "甲")
    store.remember_correction("f1", "column", "资料", role="remark", who="甲")
    receive(store, [incoming(ONE + "0")], "甲", reader=reader)
    before, after = seen
    assert before == {"roster": None, "headings": {}, "corrections": {}, "township": None, "year": None}
    assert after["roster"].names == ("荻砚镇",)
    assert after["headings"] == {("宣讲数", "普法"): "seminars"}
    assert after["corrections"] == {("f1", "column", "资料"): ("remark", None)}


def test_two_uploads_of_the_same_bytes_at_once_end_as_one(store):
    def reader(data, name, **known):
        if name == "1.xlsx":  # while this one is being read, the other arrives
            receive(store, [incoming(ONE, "插队.xlsx")], "丁", reader=read_plain)
        return read_plain(data, name, **known)

    [late] = receive(store, [incoming(ONE, "1.xlsx")], "甲", reader=reader)
    assert late.upload_id is None
    assert late.duplicate_of.who == "丁"


@pytest.mark.parametrize("empty", [b"", b"PK\x03\x04"])
def test_scraps_never_raise(store, empty):
    def reader(data, name, **known):
        return read_plain(b"foreign", name, **known)

    [received] = receive(store, [Incoming("碎片.xlsx", empty)], "甲", reader=reader)
    assert received.upload_id is None
