"""The table of what changed in the county while figures went on."""

from __future__ import annotations

import sqlalchemy as sa

from analytics.store.moments import UtcDateTime
from analytics.store.schema import metadata

county_changes = sa.Table(
    "county_changes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("on", sa.Date, nullable=False, comment="the year of this day is the first of the new order"),
    sa.Column("before", sa.JSON, nullable=False),
    sa.Column("after", sa.JSON, nullable=False),
    sa.Column("indicator", sa.String(60), nullable=False, comment="empty: a change of townships"),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.CheckConstraint("kind IN ('merge', 'rename', 'split', 'definition')", name="kind"),
)
