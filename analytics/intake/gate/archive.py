"""A .zip of returns: its files by name and content, unpacked in memory only."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from analytics.intake.gate import limits
from analytics.intake.gate.kinds import kind_of
from analytics.intake.gate.package import check_members, is_unsafe
from analytics.intake.gate.refusals import Refused, refusal
from analytics.model import Problem

_LITTER = {".ds_store", "thumbs.db", "desktop.ini"}


def archive_members(data: bytes, name: str = "") -> list[tuple[str, bytes]] | Problem:
    """The files inside the zip archive ``data`` as (name with folders, bytes), in the archive's order.

    Folders, system litter and Office lock files are left out. Refused: more than 500 files, files that together
    inflate beyond 150 MB, archives inside the archive, encrypted or overlapping members, names that leave the folder.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > limits.ARCHIVE_MEMBERS:
                raise Refused("archive_too_large")
            check_members(data, members)
            found = []
            for member in members:
                inside = member_name(member)
                if member.is_dir() or _is_litter(inside):
                    continue
                if is_unsafe(inside):
                    raise Refused("dangerous")
                with archive.open(member) as stream:
                    content = stream.read(limits.FILE + 1)
                if len(content) > limits.FILE:
                    raise Refused("archive_too_large")
                if is_archive(content):
                    raise Refused("archive_in_archive")
                found.append((inside, content))
    except Refused as refused:
        codes = {"encrypted": "encrypted_archive", "too_much": "archive_too_large"}
        return refusal(codes.get(refused.code, refused.code), name)
    except Exception:  # zipfile raises BadZipFile, NotImplementedError, zlib.error, EOFError, struct.error …
        return refusal("damaged", name)
    return found or refusal("archive_without_files", name)


def is_archive(data: bytes) -> bool:
    """Whether ``data`` is an archive rather than an Office file (which is a zip too)."""
    if not data.startswith((b"PK", b"Rar!", b"7z", b"\x1f\x8b", b"BZh", b"\xfd7z")) and data[257:262] != b"ustar":
        return False
    try:
        return kind_of(data) in ("zip", "archive")
    except Refused:
        return False


def member_name(member: zipfile.ZipInfo) -> str:
    """The member's name as its maker wrote it.

    Chinese Windows writes names in GBK without saying so; zipfile then takes them for code page 437.
    """
    name = member.filename
    if not member.flag_bits & 0x800:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            return name.replace("\\", "/")
        for encoding in ("utf-8", "gb18030"):
            try:
                return raw.decode(encoding).replace("\\", "/")
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def _is_litter(name: str) -> bool:
    path = PurePosixPath(name)
    return "__MACOSX" in path.parts or path.name.lower() in _LITTER or path.name.startswith(("~$", "._"))
