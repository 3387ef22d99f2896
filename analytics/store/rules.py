"""The rules a county sets for itself: every version of them, who made it, when, and what it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from analytics.store.audit_trail import record
from analytics.store.judgement_schema import rule_settings
from analytics.store.moments import now
from analytics.store.rows import StoreError
from analytics.text import say

_R = rule_settings.c


@dataclass(frozen=True, slots=True)
class RulesVersion:
    """One version of the rules; 0 is the rules as shipped, made by nobody.

    ``settings``: rule → ``thresholds``, ``trial``, ``since``. ``changes``: rule, name, old, new, one a change.
    """

    version: int = 0
    settings: Mapping[str, Any] = field(default_factory=dict)
    changes: Sequence[Mapping[str, Any]] = ()
    who: str = ""
    at: datetime | None = None


def newest(connection: sa.Connection) -> RulesVersion:
    """The version that counts."""
    return next(iter(history(connection, limit=1)), RulesVersion())


def history(connection: sa.Connection, limit: int | None = None) -> tuple[RulesVersion, ...]:
    """Every version, newest first; not the one as shipped."""
    query = sa.select(rule_settings).order_by(_R.version.desc()).limit(limit)
    return tuple(RulesVersion(**row._mapping) for row in connection.execute(query))


def save(
    connection: sa.Connection,
    settings: Mapping[str, Any],
    changes: Sequence[Mapping[str, Any]],
    who: str,
    expected: int,
) -> int:
    """Keeps a new version and returns its number.

    Raises StoreError where ``expected`` is no longer the newest: somebody else has saved since, and is named.
    """
    last = newest(connection)
    if last.version != expected:
        raise StoreError(
            say(
                "规则刚由{who}改为第 {version} 版，您的改动没有保存；请核对后再保存", who=last.who, version=last.version
            )
        )
    version = expected + 1
    values = {"version": version, "settings": dict(settings), "changes": [dict(c) for c in changes]}
    connection.execute(rule_settings.insert().values(**values, who=who, at=now()))
    record(connection, who, "rules_changed", version=version, changes=[dict(c) for c in changes])
    return version
