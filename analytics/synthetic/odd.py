"""Uploads that go wrong: empty, damaged, encrypted, renamed, or silent about the year they are for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from unittest import mock

import numpy as np
from msoffcrypto.format.ooxml import OOXMLFile

from analytics.synthetic.book import Book, Page, xlsx_bytes
from analytics.synthetic.hand import Order
from analytics.synthetic.layouts.form import form
from analytics.synthetic.plan import Invented
from analytics.synthetic.stated import Truth
from analytics.synthetic.values import ASKED

PASSWORD = "fz2025"


@dataclass(frozen=True)
class Odd:
    """A file under sample_data/odd, its truth where it holds figures, and what the key says of it by section."""

    name: str
    data: bytes
    truths: list[Truth] = field(default_factory=list)
    notes: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


def odd_files(invented: Invented) -> Iterator[Odd]:
    """All of them, the same bytes every time."""
    name, other, third = invented.county.names[0], invented.county.names[2], invented.county.names[3]
    good, _ = _form(invented, name, 2024, says=frozenset({"township", "year"}))
    for file, data, why in (
        ("空文件.xlsx", b"", "文件是空的"),
        ("其实是PDF.xlsx", _pdf(), "是 PDF，不是表格"),
        ("没有传完.xlsx", xlsx_bytes(good)[:4000], "文件不完整"),
        ("加了密码.xlsx", _encrypted(xlsx_bytes(good)), f"需要密码（{PASSWORD}）"),
        ("图片.xls", b"\x89PNG\r\n\x1a\n" + bytes(64), "是图片，不是表格"),
        ("旧版Word.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016), "旧版或损坏的文件"),
        ("没有数字.xlsx", _no_figures(), "表里没有数据"),
    ):
        # A sheet that can be read but holds nothing is no unreadable file.
        yield Odd(
            file,
            data,
            [],
            [("unreadable" if file != "没有数字.xlsx" else "no_figures", {"file": f"odd/{file}", "why": why})],
        )
    yield Odd("改名的Word.xlsx", _word(other), [], [("narratives", {"file": "odd/改名的Word.xlsx", "township": other})])
    for number, township in enumerate((other, third), start=1):
        book, stated = _form(invented, township, 2024, says=frozenset({"township"}))
        file = f"{township}法治建设统计表（未写年份）{number}.xlsx"
        yield Odd(
            file, xlsx_bytes(book), [replace(truth, year=None) for truth in stated],
            [("ask_year", {"file": f"odd/{file}", "township": township})],
        )  # fmt: skip
    book, stated = _form(invented, third, 2025, says=frozenset({"township", "year"}), sheet="2024年")
    file = f"{third}2025年统计表（工作表名未改）.xlsx"
    yield Odd(
        file, xlsx_bytes(book), stated,
        [("year_mismatch", {"file": f"odd/{file}", "township": third, "years": [2024, 2025]})],
    )  # fmt: skip
    book, stated = _form(invented, name, 2024, says=frozenset({"year"}))
    file = "2024年法治建设统计表（未写单位）.xlsx"
    yield Odd(
        file, xlsx_bytes(book), [replace(truth, township="") for truth in stated],
        [("ask_township", {"file": f"odd/{file}", "year": 2024})],
    )  # fmt: skip


def _form(
    invented: Invented, township: str, year: int, says: frozenset[str], sheet: str = "统计表"
) -> tuple[Book, list[Truth]]:
    order = Order((township,), (year,), ASKED, 900 + year, mess=0.0, says=says, sheet=sheet)
    return form(order, invented.statements)


def _no_figures() -> bytes:
    page = Page("Sheet1")
    page.put(0, 0, "请各乡镇按要求填报", "title")
    return xlsx_bytes(Book((page,)))


def _pdf() -> bytes:
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def _encrypted(data: bytes) -> bytes:
    """The workbook behind a password; salts and times are fixed, so that the bytes are always the same."""
    rng = np.random.default_rng(5)
    out = io.BytesIO()
    with (
        mock.patch("msoffcrypto.method.ecma376_agile._random_buffer", lambda size: rng.bytes(size)),
        mock.patch("msoffcrypto.method.container.ecma376_encrypted.datetime2filetime", return_value=0),
    ):
        OOXMLFile(io.BytesIO(data)).encrypt(PASSWORD, out)
    return out.getvalue()


def _word(township: str) -> bytes:
    """A small Word document."""
    text = f"{township}2024年度法治政府建设工作报告"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/'
        'package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/'
        'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"'
        "/></Types>",
        "_rels/.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/'
        'package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/'
        '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{space}"><w:body>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:p><w:r><w:t>2024年，我镇认真落实上级部署。</w:t></w:r></w:p>"
        "</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()
