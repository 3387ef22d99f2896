"""Is this zip what it says it is? Sizes, names and places of its members, before anything is inflated."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Sequence

from analytics.intake.gate import limits
from analytics.intake.gate.parts import Totals, check_part
from analytics.intake.gate.refusals import Refused

_DRIVE = re.compile(r"[A-Za-z]:")
_LOCAL_HEADER = 30


def check_package(data: bytes) -> None:
    """Raises Refused if the Office package in ``data`` could harm the reader or is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            check_members(data, members)
            totals = Totals()
            for member in members:
                with package.open(member) as stream:
                    head = stream.read(256)
                    if not _is_xml(member.filename, head):
                        continue
                    content = head + stream.read(limits.PART + 1)
                if len(content) > limits.PART:
                    raise Refused("too_much")
                check_part(content, member.filename, totals)
    except Refused:
        raise
    except Exception as fault:  # zipfile raises BadZipFile, NotImplementedError, zlib.error, EOFError, struct.error …
        raise Refused("damaged") from fault


def check_members(data: bytes, members: Sequence[zipfile.ZipInfo]) -> None:
    """Raises Refused on too many or too large members, doubled or unsafe names, encryption, overlapping places."""
    if len(members) > limits.MEMBERS:
        raise Refused("too_much")
    names = [member.filename.replace("\\", "/").lower() for member in members]
    if len(set(names)) < len(names) or any(is_unsafe(name) for name in names):
        raise Refused("dangerous")
    if any(member.flag_bits & 1 for member in members):
        raise Refused("encrypted")
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise Refused("damaged")
    if sum(member.file_size for member in members) > limits.INFLATED:
        raise Refused("too_much")
    for member in members:
        if member.file_size > limits.PART:
            raise Refused("too_much")
        if member.file_size > limits.RATIO_FROM and member.file_size > limits.RATIO * member.compress_size:
            raise Refused("too_much")
    _check_places(data, members)


def is_unsafe(name: str) -> bool:
    """Whether a member's name would leave the folder it is unpacked to."""
    name = name.replace("\\", "/")
    return name.startswith("/") or "\0" in name or bool(_DRIVE.match(name)) or ".." in name.split("/")


def _check_places(data: bytes, members: Sequence[zipfile.ZipInfo]) -> None:
    """No member's packed bytes may lie in another's: that is how ten kilobytes become gigabytes."""
    if sum(member.compress_size for member in members) > len(data):
        raise Refused("dangerous")
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        start = member.header_offset
        if start < end:
            raise Refused("dangerous")
        name_length, extra_length = struct.unpack_from("<HH", data, start + 26)
        end = start + _LOCAL_HEADER + name_length + extra_length + member.compress_size
    if end > len(data):
        raise Refused("damaged")


def _is_xml(name: str, head: bytes) -> bool:
    """Judged by content as well: a package may call a worksheet anything."""
    return name.lower().endswith((".xml", ".rels", ".vml")) or head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] == b"<"
