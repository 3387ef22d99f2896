"""Bytes to text by one rule: byte order mark, else strict UTF-8, else GB18030.

On small Chinese files this rule is right where guessing libraries take GBK for Japanese or Korean.
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str | None:
    """The text in ``data``; None if it is not text in an encoding met in China.

    A stray NUL byte is tolerated and dropped (some programs pad with them), a text full of them is not text.
    Bytes that fit neither encoding become U+FFFD as long as they are few.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace").replace("\0", "")
    if b"\0" in data:
        if (text := _utf16_without_mark(data)) is not None:
            return text
        if data.count(b"\0") * 20 > len(data):
            return None
        data = data.replace(b"\0", b"")
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if _is_text(text) else None
    text = data.decode("gb18030", errors="replace")
    return text if text.count("\ufffd") * 50 <= len(text) and _is_text(text) else None


def file_name(name: str) -> str:
    """A file's name as its maker wrote it: names from Chinese Windows (GBK) reach other systems as loose bytes."""
    try:
        return name.encode("utf-8").decode("utf-8")
    except UnicodeEncodeError:
        return decode(name.encode("utf-8", "surrogateescape" if _bytes_only(name) else "replace")) or name


def _bytes_only(name: str) -> bool:
    return all("\udc80" <= sign <= "\udcff" for sign in name if "\ud800" <= sign <= "\udfff")


def _is_text(text: str) -> bool:
    """Whether hardly anything in ``text`` is a control character or a place GB18030 leaves unassigned."""
    sample = text[:20_000]
    odd = sum(1 for sign in sample if (sign < " " and sign not in "\t\r\n\x0b\x0c") or "\ue000" <= sign <= "\uf8ff")
    return odd * 50 <= len(sample)


def _utf16_without_mark(data: bytes) -> str | None:
    """The text if the line ends are those of UTF-16."""
    for encoding, end in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        if end in data and len(data) % 2 == 0:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\n" in text and "\0" not in text and _is_text(text):
                return text
    return None
