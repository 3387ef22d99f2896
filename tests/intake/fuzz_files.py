"""Damage done to files: bytes lost and flipped, members of packages dropped, doubled and swapped, XML rewritten."""

from __future__ import annotations

import io
import re
import time
import traceback
import warnings
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import fuzz_rules
import messy_files as messy
from fuzz_sheets import ROOT

from analytics.catalogue import load_roster
from analytics.intake import open_workbook, read_bytes
from analytics.intake.grid import Workbook
from analytics.model import Reading

MOST_SECONDS = 30.0
"""The worker's twenty, and what it takes to start another one on a machine that does other things."""
SPLICES = (
    b"", b"\x00", b"\xff" * 8, b"<", b">", b"&amp;", b"&#0;", b"]]>", b"<!DOCTYPE a>", b"PK\x03\x04", b"NaN", b"1e999", b"-1", b"99999999999999999999",
    b"Infinity", b"XFD1048576", b"A0", b"\xe2\x80\x8b", b"<v>nan</v>", b"\r\n", b'"', b",,,,,,,,", b"\x80", b"\xfe\xff",
)  # fmt: skip
VALUES = (
    b"", b"-1", b"0", b"1", b"4294967295", b"1e308", b"nan", b"A1:XFD1048576", b"A1:A2", b"s", b"b", b"e", b"d", b"n", b"inlineStr", b"str", b"XFD1048576",
    b"AAAA9", b"hidden", b"veryHidden", b"general", b"&#x0;", b"\xe9\x9d\x92", b"rId99", b"../../x", b"1048576", b"float", b"percentage", b"date", b"boolean",
)  # fmt: skip
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_ELEMENT = re.compile(rb"<(\w[\w:]*)[^<>]*(?:/>|>[^<>]*</\1>)")


@cache
def samples() -> tuple[tuple[str, bytes], ...]:
    """One small return in every format, and some of the sample and corpus files."""
    own = [
        ("a.xlsx", messy.xlsx()), ("strict.xlsx", messy.strict_xlsx()), ("wps.xlsx", messy.wps_xlsx()), ("prefixed.xlsx", messy.prefixed_xlsx()),
        ("a.xls", messy.xls()), ("a.ods", messy.ods()), ("html.xls", messy.html("gbk")), ("xml.xls", messy.xml2003()),
        ("a.csv", messy.delimited("gb18030")), ("b.csv", messy.delimited("utf-16", "\t")),
    ]  # fmt: skip
    paths = [p for p in sorted((ROOT / "sample_data" / "returns").glob("*/*")) if p.stat().st_size < 20_000][::7]
    paths += sorted(p for p in (ROOT / "tests" / "corpus" / "files").glob("*") if p.suffix not in (".xlsx", ".docx"))
    return (*own, *((p.name, p.read_bytes()) for p in paths))


@cache
def _ordinary() -> tuple[bytes, Reading]:
    data = messy.xlsx()
    return data, read_bytes(data, "岘山镇2023.xlsx")


def tried(rng: Random) -> Iterator[tuple[str, str, bytes, str]]:
    """One damaged file read; every rule it breaks as (rule, sentence, bytes, name)."""
    name, data = rng.choice(samples())
    damaged = damage(rng, data)
    yield from ((rule, where, damaged, name) for rule, where in judged(damaged, name, after=rng.random() < 0.1))


def judged(data: bytes, name: str, *, after: bool) -> Iterator[tuple[str, str]]:
    """What reading these bytes breaks; ``after`` also reads an ordinary file behind them."""
    roster = load_roster(ROOT / "sample_data" / "roster.csv")
    started = time.monotonic()
    try:
        reading = read_bytes(data, name, roster=roster)
        book = open_workbook(data, name)
    except BaseException as fault:
        yield "raised", f"{type(fault).__name__}: {fault} {traceback.extract_tb(fault.__traceback__)[-1]}"
        return
    if time.monotonic() - started > 2 * MOST_SECONDS:
        yield "slow", f"{time.monotonic() - started:.0f} s"
    if not reading.figures and not reading.problems:
        yield "silence", "no figures and nothing said"
    refused = [p for p in reading.problems if p.code == "refused"]
    if isinstance(book, Workbook) and not refused:
        yield from fuzz_rules.faults(book, Path(name).name, roster, reading)
    if isinstance(book, Workbook) and refused:
        # The parser came through, so the reader of grids did not.
        try:
            fuzz_rules.reading_of(book, name, roster)
        except Exception as fault:
            last = traceback.extract_tb(fault.__traceback__)[-1]
            yield "reader raised", f"{type(fault).__name__}: {fault} in {Path(last.filename).name} {last.name}"
        else:
            yield "refused", refused[0].message.zh
    if after or refused:
        ordinary, expected = _ordinary()
        if read_bytes(ordinary, "岘山镇2023.xlsx") != expected:
            yield "next file", "the ordinary file behind it was read differently"


def damage(rng: Random, data: bytes) -> bytes:
    """The bytes after one to four damages."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = (
            _package(rng, data) if zipfile.is_zipfile(io.BytesIO(data)) and rng.random() < 0.75 else _bytes(rng, data)
        )
    return data


def _bytes(rng: Random, data: bytes) -> bytes:
    if len(data) < 4:
        return data + rng.choice(SPLICES)
    a, b = sorted((rng.randrange(len(data)), rng.randrange(len(data))))
    b = min(b, a + rng.choice((1, 4, 64, 4096)))
    match rng.randrange(8):
        case 0:
            return data[:a]
        case 1:
            changed = bytearray(data)
            for _ in range(rng.choice((1, 1, 4, 30))):
                changed[rng.randrange(len(changed))] = rng.randrange(256)
            return bytes(changed)
        case 2:
            return data[:a] + data[b:]
        case 3:
            return data[:b] + data[a:b] + data[b:]
        case 4:
            return data[:a] + rng.choice(SPLICES) + data[a:]
        case 5:
            return data[:a] + bytes(b - a) + data[b:]
        case 6:
            return data[:a] + rng.choice(SPLICES) + data[b:]
        case _:
            return data[a:] + data[:a]


def _package(rng: Random, data: bytes) -> bytes:
    """A package with one member changed, dropped, doubled, renamed, or two that trade places."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            members = [(i.filename, old.read(i)) for i in old.infolist()]
    except Exception:
        return _bytes(rng, data)
    if not members:
        return data
    at = rng.randrange(len(members))
    name, content = members[at]
    kind = rng.randrange(12)
    if kind == 0:
        del members[at]
    elif kind == 1:
        members.append((name, content))
    elif kind == 2:
        other = rng.randrange(len(members))
        members[at], members[other] = (name, members[other][1]), (members[other][0], content)
    elif kind == 3:
        members[at] = (rng.choice((name.upper(), name + "x", "../" + name, name.replace("/", "\\"), "x")), content)
    elif kind == 4:
        members[at] = (name, _bytes(rng, content))
    else:
        members[at] = (name, _xml(rng, content))
    out = io.BytesIO()
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(out, "w", rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as new,
    ):
        warnings.simplefilter("ignore")
        for name, content in members:
            new.writestr(name, content)
    return out.getvalue()


def _xml(rng: Random, content: bytes) -> bytes:
    """XML with attributes, texts or elements changed, well-formed as a rule."""
    for _ in range(rng.choice((1, 1, 2, 6))):
        kind = rng.randrange(6)
        hits = list((_ATTRIBUTE if kind < 3 else _ELEMENT).finditer(content))
        if not hits:
            return _bytes(rng, content)
        hit = rng.choice(hits)
        if kind < 2:
            value = rng.choice(VALUES) if kind == 0 else rng.choice(hits)[2]
            content = content[: hit.start(2)] + value + content[hit.end(2) :]
        elif kind == 2 or kind == 3:
            content = content[: hit.start()] + content[hit.end() :]
        elif kind == 4:
            content = content[: hit.end()] + hit[0] * rng.choice((1, 1, 40)) + content[hit.end() :]
        else:
            other = rng.choice(hits)
            content = content[: hit.start()] + other[0] + content[hit.end() :]
    return content
