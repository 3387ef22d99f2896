"""A roster comes in from CSV or Excel, goes out again, and says what it would change; bad files get a sentence."""

from __future__ import annotations

import io

import openpyxl
import pytest

from analytics.catalogue import Roster, RosterError, Township, roster_changes, roster_from_bytes, roster_table

LIST = "代码,乡镇,别名,类型,村数,人口2023,2024年常住人口\n01,荻砚镇,荻砚|老荻砚,镇,10,17876,17823\n02,霁笙乡,,乡,,,\n"


def as_csv(header: list[str], rows: list[list[str]]) -> bytes:
    return "\n".join(",".join(row) for row in [header, *rows]).encode("utf-8-sig")


def test_chinese_and_english_headings_say_the_same() -> None:
    english = LIST.replace(LIST.splitlines()[0], "code,name,aliases,kind,villages,population_2023,population_2024")
    assert roster_from_bytes(LIST.encode("gb18030"), "a.csv") == roster_from_bytes(english.encode(), "b.csv")
    first, second = roster_from_bytes(LIST.encode(), "a.csv").townships
    assert first == Township("01", "荻砚镇", ("荻砚", "老荻砚"), "镇", 10, {2023: 17876, 2024: 17823})
    assert second == Township("02", "霁笙乡", (), "乡")


def test_what_goes_out_comes_back_the_same() -> None:
    roster = roster_from_bytes(LIST.encode(), "a.csv")
    assert roster_from_bytes(as_csv(*roster_table(roster)), "again.csv") == roster
    book = openpyxl.Workbook()
    header, rows = roster_table(roster)
    for row in [header, *rows]:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    assert roster_from_bytes(out.getvalue(), "again.xlsx") == roster


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空文件"),
        ("乡镇\n荻砚镇".encode(), "缺少列：代码"),
        ("代码,乡镇\n01,\n".encode(), "第 2 行没有乡镇名称"),
        ("代码,乡镇\n01\n".encode(), "第 2 行没有乡镇名称"),
        ("代码,乡镇,村数\n01,荻砚镇,许多".encode(), "“许多”不是整数"),
        ("代码,乡镇,村数\n01,荻砚镇,nan".encode(), "“nan”不是整数"),
        ("代码,乡镇,村数\n01,荻砚镇,-1".encode(), "“-1”不是整数"),
        ("代码,乡镇,别名\n01,荻砚镇,砚\n02,霁笙乡,砚".encode(), "重复：砚"),
        (b"\xff\xfe\x00\x81", "不是可读的 CSV"),
        (b"PK\x03\x04 broken", "不是可读的 Excel"),
    ],
)
def test_a_file_that_is_no_roster_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(RosterError) as refused:
        roster_from_bytes(data, "名册.csv")
    assert words in refused.value.text.zh
    assert refused.value.text.en


def test_added_removed_renamed_and_described_anew_are_told_apart() -> None:
    a, b, c = Township("01", "甲镇"), Township("02", "乙乡"), Township("03", "丙镇")
    renamed, bigger, new = (
        Township("02", "乙镇", ("乙乡",)),
        Township("01", "甲镇", (), "镇", 12),
        Township("04", "丁镇"),
    )
    found = roster_changes(Roster((a, b, c)), Roster((bigger, renamed, new)))
    assert found.added == (new,)
    assert found.removed == (c,)
    assert list(found.changed) == [(a, bigger), (b, renamed)]
    assert not roster_changes(Roster((a, b)), Roster((a, b)))


def test_two_townships_that_swap_names_are_known_by_name() -> None:
    old = Roster((Township("01", "甲镇"), Township("02", "乙乡")))
    new = Roster((Township("02", "甲镇"), Township("01", "乙乡")))
    found = roster_changes(old, new)
    assert not found.added
    assert not found.removed
    assert len(found.changed) == 2
