"""Layout corrections: what people said of the columns and rows of a form."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "layout_corrections",
        sa.Column("id", sa.Integer),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("heading", sa.String(300), nullable=False),
        sa.Column("role", sa.String(20), comment="NULL: as read"),
        sa.Column("unit", sa.String(40), comment="NULL: as read"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_layout_corrections"),
        sa.UniqueConstraint("form", "kind", "heading", name="uq_layout_corrections_form_kind_heading"),
        sa.CheckConstraint("kind IN ('column', 'row')", name=op.f("ck_layout_corrections_kind")),
    )
