"""The roster: which townships the county has, how they are also called, and how many people live there."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import openpyxl

from analytics.text import Text, reason_of, say

REQUIRED = ("code", "name")
OPTIONAL = ("aliases", "kind", "villages")
HEADINGS = {
    "code": ("代码", "编码", "区划代码", "行政区划代码"),
    "name": ("乡镇", "名称", "乡镇名称", "乡镇街道"),
    "aliases": ("别名", "简称", "别名(用|隔开)"),
    "kind": ("类型", "类别"),
    "villages": ("村数", "村(社区)数", "行政村数"),
}
"""What the columns may also be called."""

_POPULATION = re.compile(r"(?:population_|人口|常住人口)((?:19|20)\d\d)年?|((?:19|20)\d\d)年?(?:末|底)?(?:常住)?人口")
_HELD = re.compile(r"population_(\d{4})")


class RosterError(ValueError):
    """The roster file cannot be used; ``text`` says why and names row and column."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


@dataclass(frozen=True, slots=True)
class Township:
    """A township or street (乡镇、街道). ``population`` is residents by year; ``villages`` None where not held."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    villages: int | None = None
    population: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Roster:
    """All townships that report, in the county's own order."""

    townships: tuple[Township, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[str, Township]:
        """Townships by their name."""
        return {t.name: t for t in self.townships}

    @property
    def names(self) -> tuple[str, ...]:
        """The names in the county's order."""
        return tuple(t.name for t in self.townships)


def load_roster(path: Path | str) -> Roster:
    """The roster in a CSV (UTF-8 or GB18030) or Excel file: code,name,aliases,kind,villages,population_2022,…

    Raises RosterError for a file that cannot be used.
    """
    path = Path(path)
    try:
        return roster_from_bytes(path.read_bytes(), path.name)
    except OSError as fault:
        message = say("“{name}”打不开：{reason}", name=path.name, reason=reason_of(fault))
        raise RosterError(message) from fault


def roster_from_bytes(data: bytes, name: str) -> Roster:
    """As ``load_roster``, from bytes; ``name`` is used in messages."""
    rows = _excel_rows(data, name) if data[:4] == b"PK\x03\x04" else _csv_rows(data, name)
    if not rows:
        raise RosterError(say("“{name}”是空文件", name=name))
    header = [_column(cell) for cell in rows[0]]
    absent = [HEADINGS[column][0] for column in REQUIRED if column not in header]
    if absent:
        raise RosterError(say("“{name}”第 1 行缺少列：{columns}", name=name, columns="、".join(absent)))
    townships = [
        _township(dict(zip(header, row, strict=False)), number)
        for number, row in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in row)
    ]
    claimed = Counter(spoken for t in townships for spoken in dict.fromkeys((t.name, *t.aliases)))
    twice = [spoken for spoken, n in claimed.items() if n > 1]
    if twice:
        raise RosterError(say("“{name}”里名称或别名重复：{names}", name=name, names="、".join(twice)))
    return Roster(tuple(townships))


def roster_table(roster: Roster) -> tuple[list[str], list[list[str]]]:
    """The roster as a heading row and rows of texts that ``roster_from_bytes`` reads back; columns in Chinese."""
    years = sorted({year for t in roster.townships for year in t.population})
    header = [HEADINGS[column][0] for column in (*REQUIRED, *OPTIONAL)] + [f"人口{year}" for year in years]
    rows = [
        [t.code, t.name, "|".join(t.aliases), t.kind, "" if t.villages is None else str(t.villages)]
        + [str(t.population[year]) if year in t.population else "" for year in years]
        for t in roster.townships
    ]
    return header, rows


def _column(heading: str) -> str:
    """The name of a column as the program knows it, whichever of its names it bears."""
    plain = heading.strip().lower().replace("（", "(").replace("）", ")").replace(" ", "")
    match = _POPULATION.fullmatch(plain)
    if match:
        return f"population_{match[1] or match[2]}"
    return next((column for column, names in HEADINGS.items() if plain in names), plain)


NO_NAME = re.compile(r"[<>&\[\]{}`$|\\/*?:\"=@\x00-\x1f]")
"""What no township is called by; in files' names, formulas and screens it would mean something else."""


def _township(row: Mapping[str, str], number: int) -> Township:
    name = row.get("name", "").strip()
    if not name:
        raise RosterError(say("第 {row} 行没有乡镇名称", row=number))
    if NO_NAME.search(name):
        raise RosterError(say("第 {row} 行的名称“{text}”里有名称中不用的符号，请改正", row=number, text=name))
    aliases = tuple(
        dict.fromkeys(a.strip() for a in row.get("aliases", "").split("|") if a.strip() and a.strip() != name)
    )
    population = {
        int(match[1]): value
        for column, text in row.items()
        if (match := _HELD.fullmatch(column)) and (value := _whole(text, number)) is not None
    }
    villages = _whole(row.get("villages", ""), number)
    return Township(row.get("code", "").strip(), name, aliases, row.get("kind", "").strip(), villages, population)


def _whole(text: str, number: int) -> int | None:
    text = text.strip().replace(",", "")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0 or value != int(value):
        raise RosterError(say("第 {row} 行的“{text}”不是整数", row=number, text=text))
    return int(value)


def _csv_rows(data: bytes, name: str) -> Sequence[Sequence[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return list(csv.reader(io.StringIO(data.decode(encoding))))
        except (UnicodeDecodeError, csv.Error):
            continue
    raise RosterError(say("“{name}”不是可读的 CSV 文件，请另存为 UTF-8 的 CSV 或 .xlsx", name=name))


def _excel_rows(data: bytes, name: str) -> Sequence[Sequence[str]]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception as fault:  # openpyxl raises many kinds for a damaged file
        raise RosterError(say("“{name}”不是可读的 Excel 文件", name=name)) from fault
    sheet = book.worksheets[0]
    return [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
