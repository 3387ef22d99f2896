"""The gate lets returns through and turns the rest away with a sentence that helps."""

from __future__ import annotations

import io
import zipfile

import hostile_files as hostile
import messy_files as messy
import pytest

from analytics.intake.gate import Admitted, archive_members, inspect, limits
from analytics.intake.gate.refusals import MESSAGES
from analytics.model import Problem, Severity

ATTACKS = [*hostile.workbooks(), *hostile.opendocuments()]

FOREIGN = {
    "pdf": b"%PDF-1.7\n",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "program": b"MZ\x90\0" + bytes(100),
    "archive": b"Rar!\x1a\x07\x01\0" + bytes(20),
    "rich_text": b"{\\rtf1\\ansi}",
    "web_archive": b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
    "not_a_table": bytes(range(256)) * 20,
    "empty": b"",
}


def refused(data: bytes, name: str = "某镇.xlsx") -> str:
    problem = inspect(data, name)
    assert isinstance(problem, Problem), problem
    assert problem.severity is Severity.ERROR
    assert name in problem.message.zh
    assert name in problem.message.en
    return problem.code


@pytest.mark.parametrize(("what", "data", "code"), ATTACKS, ids=[what for what, _, _ in ATTACKS])
def test_an_attack_is_refused(what: str, data: bytes, code: str) -> None:
    assert refused(data) == code


@pytest.mark.parametrize("code", FOREIGN)
def test_another_kind_of_file_is_named(code: str) -> None:
    assert refused(FOREIGN[code]) == code


@pytest.mark.parametrize(
    "head",
    [
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"II*\0",
        b"MM\0*",
        b"\0\0\0\x18ftypheic",
        b"BM\x46\0\0\0\0\0\0\0",
        b"RIFF\0\0\0\0WEBP",
    ],
)
def test_pictures_of_all_kinds_are_pictures(head: bytes) -> None:
    assert refused(head + bytes(40)) == "picture"


@pytest.mark.parametrize("head", [b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh9", b"PK\x05\x06"])
def test_archives_of_all_kinds_are_archives(head: bytes) -> None:
    assert refused(head + bytes(40)) == "archive"


def test_texts_that_begin_like_a_picture_or_program_are_texts() -> None:
    assert inspect(b"BM,MZ\n1,2\n", "a.csv") == Admitted("text")
    assert inspect(b"MZ,BM\n1,2\n", "a.csv") == Admitted("text")


def test_a_file_too_large_is_refused_before_anything_else() -> None:
    assert refused(b"a,b\n" * (limits.FILE // 4 + 1)) == "too_large"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (messy.xlsx(), "xlsx"),
        (messy.xls(), "xls"),
        (messy.ods(), "ods"),
        (messy.html("gbk"), "html"),
        (messy.xml2003(), "xml2003"),
        (messy.delimited("utf-16"), "text"),
        (messy.encrypted_xlsx("x"), "encrypted"),
        (hostile.package(), "xlsx"),
        (hostile.package(hostile.sheet(hostile.ROW + '<row r="60000"><c r="AA60000"><v>1</v></c></row>')), "xlsx"),
        (hostile.ods("<table:table-row>" + hostile.ODS_CELL.format(repeat="", text="") + "</table:table-row>"), "ods"),
    ],
    ids=["xlsx", "xls", "ods", "html", "xml2003", "text", "encrypted", "bare xlsx", "stray cell", "bare ods"],
)
def test_ordinary_files_pass(data: bytes, kind: str) -> None:
    assert inspect(data, "某镇") == Admitted(kind)


def test_blank_rows_to_the_end_of_an_opendocument_pass() -> None:
    table = (
        f"<table:table-row>{hostile.ODS_CELL.format(repeat='', text='')}"
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert inspect(hostile.ods(table), "a.ods") == Admitted("ods")


def test_an_entity_in_xml_2003_is_refused() -> None:
    assert refused(messy.xml2003().replace(b"<?mso", hostile.ENTITIES.encode() + b"<?mso", 1)) == "dangerous"


def test_no_file_makes_the_gate_raise() -> None:
    whole = hostile.package()
    for cut in range(0, len(whole), 37):
        inspect(whole[:cut], "a")
        inspect(whole[:cut] + b"\xff" * 8 + whole[cut + 8 :], "a")


def test_every_sentence_names_the_file() -> None:
    assert all("{name}" in sentence for sentence in MESSAGES.values())


# A .zip of returns


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def archive_refused(data: bytes) -> str:
    problem = archive_members(data, "全县.zip")
    assert isinstance(problem, Problem)
    assert "全县.zip" in problem.message.zh
    return problem.code


def test_an_archive_of_returns_gives_its_files_without_litter() -> None:
    book = messy.xlsx()
    data = zipped(("报表/岘山镇.xlsx", book), ("报表/", b""), ("__MACOSX/._x", b"1"), ("~$岘山镇.xlsx", b"1"))
    assert archive_members(data) == [("报表/岘山镇.xlsx", book)]


def test_names_written_in_gbk_are_read() -> None:
    name = "岘山镇.csv"
    data = zipped(("x" * len(name.encode("gbk")), b"a,b\n"))
    data = data.replace(b"x" * len(name.encode("gbk")), name.encode("gbk"))
    assert archive_members(data) == [(name, b"a,b\n")]


def test_an_archive_in_an_archive_is_refused() -> None:
    assert archive_refused(zipped(("a.zip", zipped(("b.csv", b"a,b"))))) == "archive_in_archive"
    assert archive_refused(zipped(("a.rar", FOREIGN["archive"]))) == "archive_in_archive"


def test_an_archive_of_too_much_is_refused() -> None:
    assert archive_refused(zipped(*((f"{n}.csv", b"a") for n in range(501)))) == "archive_too_large"
    assert archive_refused(zipped(("a.csv", bytes(21_000_000)))) == "archive_too_large"


def test_an_archive_that_leaves_its_folder_is_refused() -> None:
    assert archive_refused(zipped(("../a.csv", b"a,b"))) == "dangerous"


def test_an_empty_or_damaged_archive_is_refused() -> None:
    assert archive_refused(zipped()) == "archive_without_files"
    assert archive_refused(zipped(("a.csv", b"a,b"))[:-10]) == "damaged"


@pytest.mark.parametrize("name", ["报告.doc", "报告.DOCX", "报告.wps"])
def test_a_text_that_cannot_be_opened_is_to_be_saved_by_a_program_for_texts(name: str) -> None:
    problem = inspect(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), name)
    assert isinstance(problem, Problem)
    assert "请在 Word 或 WPS 中打开后另存为 .docx" in problem.message.zh
    assert "Excel" not in problem.message.zh
