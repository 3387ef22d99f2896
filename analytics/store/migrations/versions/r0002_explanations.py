"""Explanations: what townships typed into marked workbooks, and what officials wrote beside a figure."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "explanations",
        sa.Column("id", sa.Integer),
        sa.Column(
            "upload_id", sa.Integer, comment="the upload of the figure it is about; NULL: about a missing figure"
        ),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("township", sa.String(100), comment="NULL: no figure of the upload stands at the cell"),
        sa.Column("year", sa.Integer),
        sa.Column("indicator", sa.String(60)),
        sa.Column("sheet", sa.Text),
        sa.Column("cell", sa.Text, nullable=False),
        sa.Column("code", sa.String(60), nullable=False, comment="of the problem explained; empty: of any"),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("withdrawn_at", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_explanations"),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name="fk_explanations_upload_id"),
        sa.CheckConstraint("origin IN ('return', 'official')", name=op.f("ck_explanations_origin")),
    )
    op.create_index("ix_explanations_upload_id", "explanations", ["upload_id"])
    op.create_index("ix_explanations_key", "explanations", ["township", "year", "indicator"])
