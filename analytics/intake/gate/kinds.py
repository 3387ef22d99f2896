"""What a file is, by its first bytes and its inner names. Its own name counts for nothing."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

import olefile

from analytics.intake.decoding import decode
from analytics.intake.gate.refusals import Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MAGIC = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "rich_text"),
)
_PICTURE_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"}
_OLD_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
_CONTENT_TYPES = (
    (re.compile(rb"sheet\.binary\.macroEnabled\.main"), "xlsb"),
    (re.compile(rb"(spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template)\.macroEnabled)\.main"), "xlsx"),
    (re.compile(rb"(wordprocessingml|ms-word)[\w.]*\.main"), "docx"),
    (re.compile(rb"(presentationml|ms-powerpoint)[\w.]*\.main"), "slides"),
)


def kind_of(data: bytes) -> str:
    """The word for what ``data`` is: a readable format, a key of the refusals, or ``zip``.

    Readable: xlsx · xlsb · xls · ods · docx · html · xml2003 · text · encrypted (an Office file behind a password).
    """
    if data.startswith(OLE):
        return _ole_kind(data)
    if data.startswith(b"PK\x03\x04"):
        return _package_kind(data)
    if data.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        return "archive"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[4:8] == b"ftyp":
        return "picture" if data[8:12] in _PICTURE_BRANDS else "not_a_table"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "picture"
    if data.startswith(b"BM") and len(data) > 30 and data[6:10] == b"\0\0\0\0":
        return "picture"
    if data.startswith(b"MZ") and b"\0" in data[:128]:
        return "program"
    if data[257:262] == b"ustar":
        return "archive"
    if _OLD_BIFF.match(data):
        return "xls"
    return _text_kind(data)


def _ole_kind(data: bytes) -> str:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as compound:
            streams = {"/".join(path).lower() for path in compound.listdir()}
            faulty = bool(compound.parsing_issues)
    except Exception as fault:  # olefile raises OSError, struct.error, IndexError … on damage
        raise Refused("damaged") from fault
    if "encryptedpackage" in streams:
        return "encrypted"
    if streams & {"workbook", "book"}:
        return "xls"
    if "wpsdocument" in streams or "wpscontent" in streams:
        return "wps_document"
    if "worddocument" in streams:
        return "word_document"
    if "powerpoint document" in streams:
        return "slides"
    if faulty:
        raise Refused("damaged")
    return "not_a_table"


def _package_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            kind = _kind_by_names(names)
            if kind is not None:
                return kind
            types = _small_member(package, "[Content_Types].xml")
            mimetype = _small_member(package, "mimetype")
    except Exception as fault:  # zipfile raises BadZipFile, NotImplementedError, zlib.error, struct.error …
        raise Refused("damaged") from fault
    if b"opendocument.spreadsheet" in mimetype:
        return "ods"
    if b"opendocument.text" in mimetype:
        return "open_document_text"
    if b"opendocument.presentation" in mimetype:
        return "slides"
    for pattern, kind in _CONTENT_TYPES:
        if pattern.search(types):
            return kind
    return _kind_by_folders(names)


def _small_member(package: zipfile.ZipFile, name: str) -> bytes:
    """The first megabyte of a member; nothing if there is no such member."""
    if name not in package.NameToInfo:
        return b""
    with package.open(name) as stream:
        return stream.read(1_000_000)


def _kind_by_names(names: Iterable[str]) -> str | None:
    lower = {name.lower() for name in names}
    if "ofd.xml" in lower:
        return "ofd"
    if any(name.endswith(".iwa") for name in lower) or "index.zip" in lower:
        return "numbers"
    return None


def _kind_by_folders(names: Iterable[str]) -> str:
    """For packages that do not say what they are."""
    lower = {name.lower().replace("\\", "/") for name in names}
    if "xl/workbook.bin" in lower:
        return "xlsb"
    if "xl/workbook.xml" in lower:
        return "xlsx"
    if "word/document.xml" in lower:
        return "docx"
    if "ppt/presentation.xml" in lower:
        return "slides"
    if "content.xml" in lower and "meta-inf/manifest.xml" in lower:
        return "ods"
    return "not_a_table" if "[content_types].xml" in lower else "zip"


def _text_kind(data: bytes) -> str:
    if data[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    text = decode(data)
    if text is None:
        return "not_a_table" if _is_binary(data) else "unknown_encoding"
    head = text[:200_000].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(("mime-version:", "from: <saved by")):
        return "web_archive"
    if head.startswith("<"):
        if "urn:schemas-microsoft-com:office:spreadsheet" in head and "<html" not in head[:2000]:
            return "xml2003"
        if "schemas.microsoft.com/office/word/2003/wordml" in head:
            return "word_document"
        if re.search(r"<(html|table|tr|td|body|head|meta|style|div)[\s>]", head):
            return "html"
        return "not_a_table"
    return "text"


def _is_binary(data: bytes) -> bool:
    """Whether the first bytes hold control characters no text has."""
    head = data[:4096]
    return sum(byte < 9 or 13 < byte < 32 for byte in head) * 100 > len(head)
