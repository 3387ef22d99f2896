"""What another roster would change: townships that come, go, or are described differently."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.catalogue.roster import Roster, Township


@dataclass(frozen=True, slots=True)
class RosterChanges:
    """Townships added, removed, and (old, new) of those that stay but are named or described differently."""

    added: tuple[Township, ...] = ()
    removed: tuple[Township, ...] = ()
    changed: tuple[tuple[Township, Township], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def roster_changes(old: Roster, new: Roster) -> RosterChanges:
    """What replacing ``old`` by ``new`` does. A township is the same by its name, else by its code (renamed)."""
    left = {t.name: t for t in old.townships}
    pairs: list[tuple[Township, Township]] = [(left.pop(t.name), t) for t in new.townships if t.name in left]
    matched = {t.name for _, t in pairs}
    by_code = {t.code: t for t in left.values() if t.code}
    added = []
    for township in new.townships:
        if township.name in matched:
            continue
        before = by_code.pop(township.code, None) if township.code else None
        if before is None:
            added.append(township)
        else:
            pairs.append((left.pop(before.name), township))
    return RosterChanges(tuple(added), tuple(left.values()), tuple(pair for pair in pairs if pair[0] != pair[1]))
