"""Uploads with their bytes and readings, figures, roster, settings, remembered headings, audit trail."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes every table."""
    _what_the_county_sets()
    _what_came_in()
    _what_counts()


def _what_the_county_sets() -> None:
    counters = op.create_table(
        "counters",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("writes", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_counters"),
        comment="One row. Every writer updates it first, which lines writers up on any database.",
    )
    op.bulk_insert(counters, [{"id": 1, "version": 0, "writes": 0}])
    op.create_table(
        "townships",
        sa.Column("position", sa.Integer, autoincrement=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("villages", sa.Integer),
        sa.Column("population", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_townships"),
        sa.UniqueConstraint("name", name="uq_townships_name"),
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.String(200)),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_settings"),
    )
    op.create_table(
        "remembered_headings",
        sa.Column("id", sa.Integer),
        sa.Column("heading", sa.String(300), nullable=False),
        sa.Column("group_heading", sa.String(300), nullable=False),
        sa.Column("indicator", sa.String(60), comment="NULL: not a figure, ignore"),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_remembered_headings"),
        sa.UniqueConstraint("heading", "group_heading", name="uq_remembered_headings_heading_group_heading"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("upload_id", sa.Integer),
        sa.Column("detail", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_upload_id", "audit", ["upload_id"])


def _what_came_in() -> None:
    op.create_table(
        "contents",
        sa.Column("sha256", sa.String(64)),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_contents"),
        comment="The original bytes, apart from uploads so that listing uploads never touches them.",
    )
    op.create_table(
        "uploads",
        sa.Column("id", sa.Integer),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("received_at", sa.DateTime, nullable=False),
        sa.Column("accepted_by", sa.Text),
        sa.Column("accepted_at", sa.DateTime),
        sa.Column("closed_by", sa.Text, comment="who rejected or undid it"),
        sa.Column("closed_at", sa.DateTime),
        sa.Column("accept_order", sa.Integer, comment="1, 2, 3… in the order of acceptance; kept when undone"),
        sa.Column("revision", sa.Integer, nullable=False, comment="grows when the file is read again"),
        sa.Column("answers", sa.JSON, nullable=False, comment="what a person said the file did not: township, year"),
        sa.Column("townships", sa.JSON, nullable=False),
        sa.Column("years", sa.JSON, nullable=False),
        sa.Column("figures_read", sa.Integer, nullable=False),
        sa.Column("figures_accepted", sa.Integer, nullable=False),
        sa.Column("figures_current", sa.Integer, nullable=False),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("questions", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_uploads"),
        sa.UniqueConstraint("accept_order", name="uq_uploads_accept_order"),
        sa.ForeignKeyConstraint(["sha256"], ["contents.sha256"], name="fk_uploads_sha256"),
        sa.CheckConstraint(
            "status IN ('pending', 'accepted', 'rejected', 'undone', 'superseded')", name=op.f("ck_uploads_status")
        ),
    )
    op.create_index("ix_uploads_sha256", "uploads", ["sha256"])
    op.create_index("ix_uploads_status", "uploads", ["status"])
    op.create_table(
        "readings",
        sa.Column("upload_id", sa.Integer, autoincrement=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("upload_id", name="pk_readings"),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name="fk_readings_upload_id"),
    )
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer),
        sa.Column("upload_id", sa.Integer, nullable=False),
        sa.Column("severity", sa.String(20), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("sheet", sa.Text),
        sa.Column("cell", sa.Text),
        sa.Column("message_zh", sa.Text, nullable=False),
        sa.Column("message_en", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_problems"),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name="fk_problems_upload_id"),
    )
    op.create_index("ix_problems_upload_id", "problems", ["upload_id"])
    op.create_table(
        "unknown_headings",
        sa.Column("id", sa.Integer),
        sa.Column("upload_id", sa.Integer, nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("group_heading", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unknown_headings"),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name="fk_unknown_headings_upload_id"),
    )
    op.create_index("ix_unknown_headings_upload_id", "unknown_headings", ["upload_id"])


def _what_counts() -> None:
    op.create_table(
        "figures",
        sa.Column("id", sa.Integer),
        sa.Column("upload_id", sa.Integer, nullable=False),
        sa.Column("township", sa.String(100), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("indicator", sa.String(60), nullable=False),
        sa.Column("value", sa.Double),
        sa.Column("qualifier", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("unit", sa.String(40), nullable=False),
        sa.Column("sheet", sa.Text),
        sa.Column("cell", sa.Text, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column(
            "blank", sa.Boolean, nullable=False, comment="missing because the cell is empty, not because it says so"
        ),
        sa.Column("accept_order", sa.Integer, comment="that of the upload; NULL once it is undone"),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figures"),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name="fk_figures_upload_id"),
        sa.CheckConstraint(
            "(state = 'reported') = (value IS NOT NULL)", name=op.f("ck_figures_value_only_when_reported")
        ),
    )
    op.create_index("ix_figures_upload_id", "figures", ["upload_id"])
    op.create_index("ix_figures_key", "figures", ["township", "year", "indicator"])
    op.create_index(
        "uq_figures_current",
        "figures",
        ["township", "year", "indicator"],
        unique=True,
        sqlite_where=sa.text("current IS true"),
        postgresql_where=sa.text("current IS true"),
    )
