"""What changes in a county while figures go on: townships merge, split or are renamed; an indicator is defined anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from analytics.catalogue.roster import NO_NAME, Roster, Township
from analytics.text import Text, say

ChangeKind = Literal["merge", "rename", "split", "definition"]


@dataclass(frozen=True, slots=True)
class CountyChange:
    """One change, in force from ``on``; the figures of that year are the first of the new order.

    merge: several ``before`` (the one that goes on included), one ``after`` · rename: one, one · split: one,
    several (the one that goes on included) · definition: ``indicator`` counts something else; names are empty.
    """

    kind: ChangeKind
    on: date
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    indicator: str = ""
    note: str = ""
    id: int = 0

    @property
    def year(self) -> int:
        """The first year that is reported in the new order."""
        return self.on.year


def in_order(changes: Iterable[CountyChange]) -> tuple[CountyChange, ...]:
    """The changes as they came into force; those of one day in the order they were entered."""
    return tuple(sorted(changes, key=lambda c: (c.on, c.id)))


def later_name(changes: Iterable[CountyChange], township: str, year: int) -> tuple[str, bool]:
    """The name under which what a township said of a year stands now, and whether it stands there with others'."""
    merged = False
    for change in in_order(changes):
        if change.kind in ("merge", "rename") and township in change.before and year <= change.year:
            [township] = change.after
            merged = merged or change.kind == "merge"
    return township, merged


def fault_of(change: CountyChange, others: Iterable[CountyChange]) -> Text | None:
    """Why a change cannot be entered beside the others, in a sentence; None where it can."""
    before, after = change.before, change.after
    if change.kind == "definition":
        twice = any(c.kind == "definition" and (c.indicator, c.year) == (change.indicator, change.year) for c in others)
        return say("这项指标在这一年已经登记过口径变化") if twice else None
    if not all(name.strip() for name in (*before, *after)) or not before or not after:
        return say("请写明变动前和变动后的乡镇名称")
    odd = next((name for name in after if NO_NAME.search(name)), None)
    if odd is not None:
        return say("名称“{text}”里有名称中不用的符号，请改正", text=odd)
    if len(set(before)) < len(before) or len(set(after)) < len(after):
        return say("同一个乡镇写了两次，请改正")
    if change.kind == "merge" and (len(before) < 2 or len(after) != 1):
        return say("合并要写两个以上变动前的乡镇和一个变动后的乡镇")
    if change.kind == "split" and (len(before) != 1 or len(after) < 2):
        return say("分设要写一个变动前的乡镇和两个以上变动后的乡镇")
    if change.kind == "rename" and (len(before) != 1 or len(after) != 1 or before == after):
        return say("更名要写一个旧名称和一个不同的新名称")
    for other in others:
        if other.kind == "definition":
            continue
        gone = (set(other.before) - set(other.after)) & set(before)
        if gone and other.on <= change.on and not _came_back(gone, other, change, others):
            return say("{name}在 {day} 已经变动过，这之后没有这个乡镇", name=min(gone), day=other.on.isoformat())
        if set(other.before) & set(before) and other.on == change.on:
            return say("{name}在同一天已经登记过变动", name=min(set(other.before) & set(before)))
    return None


def _came_back(gone: set[str], other: CountyChange, change: CountyChange, others: Iterable[CountyChange]) -> bool:
    """Whether a later change brought the names back before ``change``."""
    return all(any(name in c.after and other.on < c.on <= change.on for c in others) for name in gone)


def roster_now(roster: Roster, changes: Iterable[CountyChange]) -> Roster:
    """The roster in the newest order: what was merged or renamed away is gone and stands behind the new name.

    A new township that the roster does not hold yet takes the place of its first part: its old names become aliases,
    and its residents and villages are the parts' added up where all of them are held. A renamed or merged one that it
    holds gets its parts' residents for years it has none for. Townships that came from a split and are not on the
    roster are added without residents.
    """
    held = {t.name: t for t in roster.townships}
    order = list(held)
    for change in in_order(changes):
        if change.kind == "definition":
            continue
        parts = [held[name] for name in change.before if name in held]
        at = min((order.index(part.name) for part in parts), default=len(order))
        for name in change.after:
            new = held.get(name) or Township("", name, kind=parts[0].kind if parts else "")
            if change.kind != "split" and len(parts) == len(change.before):
                new = _of_parts(new, parts, name not in held, change.year)
            if name not in held:
                order.insert(at, name)
                at += 1
            held[name] = new
        for name in set(change.before) - set(change.after):
            if held.pop(name, None) is not None:
                order.remove(name)
    return Roster(tuple(held[name] for name in order))


def roster_known(roster: Roster, changes: Iterable[CountyChange]) -> Roster:
    """Every township a return may come from: the roster as it was given, and those that came about since; empty without a roster."""
    if not roster.townships:
        return roster
    given = set(roster.names)
    return Roster(
        (
            *roster.townships,
            *(Township("", t.name) for t in roster_now(roster, changes).townships if t.name not in given),
        )
    )


def _of_parts(new: Township, parts: list[Township], unknown: bool, year: int) -> Township:
    years = set.intersection(*(set(part.population) for part in parts))
    added = {year: sum(part.population[year] for part in parts) for year in years}
    if any(part.name == new.name for part in parts):
        # The one that goes on: what the roster gives for it in years before is of the smaller township.
        later = {y: n for y, n in new.population.items() if y >= year}
        return replace(new, population={**{y: n for y, n in added.items() if y < year}, **later})
    changed = replace(new, population={**added, **new.population})
    if not unknown:
        return changed
    villages = [part.villages for part in parts]
    total = None if None in villages else sum(v for v in villages if v is not None)
    spoken = dict.fromkeys(alias for part in parts for alias in (part.name, *part.aliases))
    code = parts[0].code if len(parts) == 1 else ""
    return replace(changed, code=code, villages=total, aliases=tuple(a for a in spoken if a != new.name))
