"""Rules a county sets for itself, and what is done about its gaps."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "rule_settings",
        sa.Column("version", sa.Integer, autoincrement=False, nullable=False, comment="1, 2, 3…; the last one counts"),
        sa.Column(
            "settings", sa.JSON, nullable=False, comment="rule → thresholds, trial, since; all that is not as shipped"
        ),
        sa.Column(
            "changes", sa.JSON, nullable=False, comment="rule, name, old, new of every change against the last one"
        ),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_rule_settings"),
    )
    op.create_table(
        "gap_changes",
        sa.Column("id", sa.Integer),
        sa.Column("theme", sa.String(60), nullable=False),
        sa.Column("township", sa.String(100), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("field", sa.String(20), nullable=False),
        sa.Column("old", sa.Text, nullable=False),
        sa.Column("new", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_gap_changes"),
        sa.CheckConstraint("field IN ('owner', 'due', 'handling', 'note')", name=op.f("ck_gap_changes_field")),
    )
    op.create_index("ix_gap_changes_key", "gap_changes", ["theme", "township", "year"])
