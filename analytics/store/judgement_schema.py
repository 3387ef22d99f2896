"""The tables of what the county decides about judging: its rules, and what is done about each gap.

Both only grow: what stands is what was said last, and what was said before is the history.
"""

from __future__ import annotations

import sqlalchemy as sa

from analytics.store.moments import UtcDateTime
from analytics.store.schema import metadata

rule_settings = sa.Table(
    "rule_settings",
    metadata,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False, comment="1, 2, 3…; the last one counts"),
    sa.Column(
        "settings", sa.JSON, nullable=False, comment="rule → thresholds, trial, since; all that is not as shipped"
    ),
    sa.Column("changes", sa.JSON, nullable=False, comment="rule, name, old, new of every change against the last one"),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)

gap_changes = sa.Table(
    "gap_changes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("theme", sa.String(60), nullable=False),
    sa.Column("township", sa.String(100), nullable=False),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("field", sa.String(20), nullable=False),
    sa.Column("old", sa.Text, nullable=False),
    sa.Column("new", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.CheckConstraint("field IN ('owner', 'due', 'handling', 'note')", name="field"),
    sa.Index("ix_gap_changes_key", "theme", "township", "year"),
)
