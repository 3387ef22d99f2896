"""Townships that merge, split or are renamed, and indicators that are defined anew."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "county_changes",
        sa.Column("id", sa.Integer),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("on", sa.Date, nullable=False, comment="the year of this day is the first of the new order"),
        sa.Column("before", sa.JSON, nullable=False),
        sa.Column("after", sa.JSON, nullable=False),
        sa.Column("indicator", sa.String(60), nullable=False, comment="empty: a change of townships"),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_county_changes"),
        sa.CheckConstraint("kind IN ('merge', 'rename', 'split', 'definition')", name=op.f("ck_county_changes_kind")),
    )
