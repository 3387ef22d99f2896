"""What is done about a gap: whose it is, by when, how far it is, and notes; every change with who and when.

A gap is known by theme and township, so that what was said carries over to the years after it. How far it is counts
for its own year only: next year's figures are judged anew. Nothing is overwritten: a change is a line, and what stands
is the last one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from analytics.catalogue import later_name
from analytics.store.audit_trail import record
from analytics.store.changes import changes
from analytics.store.judgement_schema import gap_changes
from analytics.store.moments import now
from analytics.store.rows import StoreError
from analytics.store.uploads import storable
from analytics.text import Text, say

Field = Literal["owner", "due", "handling", "note"]
HANDLING = ("", "working", "done", "dismissed")
""""": nothing said · working: being put right · done: put right, says the office · dismissed: not taken for a gap."""
NEEDS_REASON = ("done", "dismissed")
LONGEST: Mapping[str, int] = {"owner": 40, "note": 1000}
YEARS = range(1900, 2200)

_G = gap_changes.c


class GapKey(NamedTuple):
    """What a gap is a gap of."""

    theme: str
    township: str


@dataclass(frozen=True, slots=True)
class GapEdit:
    """One thing said about a gap. ``seen`` is what stood there when the user began to type (of a note: nothing)."""

    key: GapKey
    field: Field
    new: str
    seen: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GapChange:
    """One line of a gap's history."""

    id: int
    theme: str
    township: str
    year: int
    field: Field
    old: str
    new: str
    reason: str
    who: str
    at: datetime

    @property
    def key(self) -> GapKey:
        """Theme and township."""
        return GapKey(self.theme, self.township)


@dataclass(frozen=True, slots=True)
class GapCase:
    """What stands about a gap in a year. ``history`` and ``notes`` are newest first, earlier years included."""

    owner: str = ""
    due: date | None = None
    handling: str = ""
    reason: str = ""
    notes: tuple[GapChange, ...] = ()
    history: tuple[GapChange, ...] = ()

    def value(self, field: str) -> str:
        """A field as a change writes it."""
        if field == "due":
            return self.due.isoformat() if self.due else ""
        return self.owner if field == "owner" else self.handling if field == "handling" else ""


class GapConflictError(StoreError):
    """Somebody else has changed the same thing since it was shown; nothing was saved."""


def cases(connection: sa.Connection, year: int) -> dict[GapKey, GapCase]:
    """What stands about gaps in a year, of those about which anything was ever said up to then.

    What was said of a township before it was renamed goes on under its new name. Of townships that merged nobody's
    owner or due date is that of the new one: theirs stay with the old names.
    """
    renamed = [c for c in changes(connection) if c.kind == "rename"]
    query = sa.select(gap_changes).where(_G.year <= year).order_by(_G.year, _G.id)
    lines: dict[GapKey, list[GapChange]] = {}
    for row in connection.execute(query):
        change = GapChange(**row._mapping)
        now_called, _ = later_name(renamed, change.township, change.year)
        lines.setdefault(GapKey(change.theme, now_called), []).append(change)
    return {key: _standing(said, year) for key, said in lines.items()}


def change(connection: sa.Connection, year: int, edits: Iterable[GapEdit], who: str) -> int:
    """Keeps what is new in ``edits``, all or nothing; how many lines that made.

    What stands so already makes no line. Raises StoreError for what cannot be meant and GapConflictError where
    another person changed the same field since.
    """
    asked = list(edits)
    if year not in YEARS:
        raise StoreError(say("{year} 不是可用的年度", year=year))
    for edit in asked:
        _check(edit)
    held = cases(connection, year)
    lines, conflicts = [], []
    for edit in asked:
        case = held.get(edit.key, GapCase())
        old, new = case.value(edit.field), storable(edit.new).strip()
        if edit.field == "note":
            old = ""
            if not new:
                continue
        elif old == new and (edit.field != "handling" or edit.reason.strip() in ("", case.reason)):
            continue
        elif old not in (edit.seen, new) and case.history:
            conflicts.append(next((c for c in case.history if c.field == edit.field), case.history[0]))
            continue
        lines.append((edit, old, new))
    if conflicts:
        raise GapConflictError(_conflict(conflicts))
    moment = now()
    for edit, old, new in lines:
        values: dict[str, Any] = {**edit.key._asdict(), "year": year, "field": edit.field}
        values |= {"old": old, "new": new, "reason": storable(edit.reason).strip()}
        connection.execute(gap_changes.insert().values(**values, who=who, at=moment))
        record(connection, who, "gap_changed", **values)
    return len(lines)


def _standing(lines: Sequence[GapChange], year: int) -> GapCase:
    last = {line.field: line for line in lines if line.field != "handling" or line.year == year}
    due, handling = last.get("due"), last.get("handling")
    return GapCase(
        owner=last["owner"].new if "owner" in last else "",
        due=date.fromisoformat(due.new) if due and due.new else None,
        handling=handling.new if handling else "",
        reason=handling.reason if handling else "",
        notes=tuple(line for line in reversed(lines) if line.field == "note"),
        history=tuple(sorted(lines, key=lambda line: -line.id)),
    )


def _check(edit: GapEdit) -> None:
    if not edit.key.theme or not edit.key.township:
        raise StoreError(say("没有指明是哪个乡镇的哪个短板"))
    if len(edit.new) > LONGEST.get(edit.field, 100) or len(edit.reason) > LONGEST["note"]:
        raise StoreError(say("文字太长：责任人不超过 {owner} 字，备注和理由不超过 {note} 字", **LONGEST))
    if edit.field == "due" and edit.new:
        try:
            date.fromisoformat(edit.new)
        except ValueError:
            raise StoreError(say("“{due}”不是日期，请写成 2026-06-30 的样子", due=edit.new)) from None
    if edit.field == "handling":
        if edit.new not in HANDLING:
            raise StoreError(say("没有“{handling}”这种处理状态", handling=edit.new))
        if edit.new in NEEDS_REASON and not edit.reason.strip():
            raise StoreError(say("标为“已整改”或“不作短板”时，请写明理由"))


def _conflict(lines: Sequence[GapChange]) -> Text:
    words = {"owner": say("责任人"), "due": say("期限"), "handling": say("处理状态")}
    first = lines[0]
    said = say(
        "{township}的{field}在您打开之后已由{who}改动，这次没有保存；请核对后再保存",
        township=first.township,
        field=words[first.field],
        who=first.who,
    )
    return say("{first}（另有 {n} 处也是这样）", first=said, n=len(lines) - 1) if len(lines) > 1 else said
