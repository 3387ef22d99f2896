"""Verbs for what the county itself sets: townships, settings, wordings, layouts, rules, what is done about gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from analytics.catalogue import CountyChange, Roster, roster_known, roster_now
from analytics.store import changes, corrections, county, gap_work, rules
from analytics.store.gap_work import GapCase, GapEdit, GapKey
from analytics.store.rows import LayoutCorrection, RememberedHeading
from analytics.store.rules import RulesVersion
from analytics.store.transactions import Transactions


class CountySettings(Transactions):
    """What people of the county enter, beside the files that come in."""

    def roster(self) -> Roster:
        """The townships in the county's order; empty before a roster was given."""
        with self._read() as connection:
            return county.roster(connection)

    def roster_now(self) -> Roster:
        """The roster in the newest order: merged and renamed townships stand behind their new names."""
        with self._read() as connection:
            return roster_now(county.roster(connection), changes.changes(connection))

    def roster_known(self) -> Roster:
        """Every township a return may come from: those of the roster, and those that came about since."""
        with self._read() as connection:
            return roster_known(county.roster(connection), changes.changes(connection))

    def county_changes(self) -> tuple[CountyChange, ...]:
        """Townships merged, renamed or split and indicators defined anew, as they came into force."""
        with self._read() as connection:
            return changes.changes(connection)

    def add_county_change(self, change: CountyChange, who: str) -> int:
        """Enters a change; its id. Raises StoreError for one that cannot stand beside those there are."""
        with self._write(new_version=True) as connection:
            return changes.add(connection, change, who)

    def remove_county_change(self, change_id: int, who: str) -> bool:
        """Takes a change back: figures stand as they were reported again. False where it was gone already."""
        with self._write(new_version=True) as connection:
            return changes.remove(connection, change_id, who)

    def replace_roster(self, roster: Roster, who: str) -> None:
        """Puts a roster in the place of the one that is there."""
        if self.roster() != roster:
            with self._write(new_version=True) as connection:
                county.replace_roster(connection, roster, who)

    def settings(self) -> Mapping[str, str]:
        """Every setting that was ever set."""
        with self._read() as connection:
            return county.settings(connection)

    def setting(self, key: str, default: str | None = None) -> str | None:
        """One setting, ``default`` where it was never set. ``county`` is the county's name."""
        with self._read() as connection:
            value = county.setting(connection, key)
        return default if value is None else value

    def set_setting(self, key: str, value: str, who: str) -> None:
        """Sets one setting."""
        if self.setting(key) != value:
            with self._write(new_version=True) as connection:
                county.set_setting(connection, key, value, who)

    def remembered_headings(self) -> tuple[RememberedHeading, ...]:
        """What people said headings mean, newest first."""
        with self._read() as connection:
            return county.remembered(connection)

    def remember_heading(self, heading: str, group: str, indicator: str | None, who: str) -> None:
        """Remembers what a heading under a group means; ``indicator`` None: not a figure, ignore."""
        with self._write(new_version=True) as connection:
            county.remember(connection, heading, group, indicator, who)

    def forget_heading(self, heading_id: int, who: str = "") -> bool:
        """Forgets a remembered heading; False where it was gone already. Accepted figures stay as they are."""
        with self._write(new_version=True) as connection:
            return county.forget(connection, heading_id, who)

    def corrections(self) -> tuple[LayoutCorrection, ...]:
        """What people said of the columns and rows of forms, newest first."""
        with self._read() as connection:
            return corrections.corrections(connection)

    def remember_correction(
        self,
        form: str,
        kind: Literal["column", "row"],
        heading: str,
        *,
        role: str | None = None,
        unit: str | None = None,
        who: str,
    ) -> int:
        """Remembers the role or the unit of a column or row of a form; the correction's id. None leaves what was said."""
        with self._write(new_version=True) as connection:
            return corrections.remember(connection, form, kind, heading, role, unit, who)

    def forget_correction(self, correction_id: int, who: str = "") -> LayoutCorrection | None:
        """Forgets a correction and gives it back; None where it was gone already. Accepted figures stay as they are."""
        with self._write(new_version=True) as connection:
            return corrections.forget(connection, correction_id, who)

    def pending_on(self, form: str) -> tuple[int, ...]:
        """The pending uploads with a table on a form, newest first."""
        with self._read() as connection:
            return corrections.pending_on(connection, form)

    # --- how the county judges

    def rules(self) -> RulesVersion:
        """The rules' settings that count; version 0 while nothing was set."""
        with self._read() as connection:
            return rules.newest(connection)

    def rules_history(self) -> tuple[RulesVersion, ...]:
        """Every version of the rules' settings with what it changed, newest first."""
        with self._read() as connection:
            return rules.history(connection)

    def save_rules(
        self, settings: Mapping[str, Any], changes: Sequence[Mapping[str, Any]], who: str, *, expected: int
    ) -> int:
        """Keeps a new version of the rules' settings; its number, one more than ``expected``.

        Raises StoreError when somebody else has saved a version since ``expected``.
        """
        with self._write(new_version=True) as connection:
            return rules.save(connection, settings, changes, who, expected)

    def gap_cases(self, year: int) -> Mapping[GapKey, GapCase]:
        """What stands about gaps in a year: owner, due date, how far it is, notes, history; those spoken of only."""
        with self._read() as connection:
            return gap_work.cases(connection, year)

    def change_gaps(self, year: int, edits: Iterable[GapEdit], who: str) -> int:
        """Keeps what is said about gaps, all of it or nothing; how many changes that made.

        The figures and findings stay as they are, and so does ``version``. Raises StoreError for what cannot be meant,
        GapConflictError where somebody else changed the same since it was shown.
        """
        with self._write(new_version=False) as connection:
            return gap_work.change(connection, year, edits, who)
