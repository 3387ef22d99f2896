"""The tables. A change here comes with a migration under ``migrations/versions``; a test holds the two together."""

from __future__ import annotations

import sqlalchemy as sa

from analytics.store.moments import UtcDateTime

HEAD = "0009"
"""The newest migration. Known here so that an up-to-date store opens without importing Alembic."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

counters = sa.Table(
    "counters",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("writes", sa.BigInteger, nullable=False),
    comment="One row. Every writer updates it first, which lines writers up on any database.",
)

townships = sa.Table(
    "townships",
    metadata,
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("aliases", sa.JSON, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("villages", sa.Integer),
    sa.Column("population", sa.JSON, nullable=False),
)

settings = sa.Table(
    "settings",
    metadata,
    sa.Column("key", sa.String(200), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)

contents = sa.Table(
    "contents",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
    comment="The original bytes, apart from uploads so that listing uploads never touches them.",
)

uploads = sa.Table(
    "uploads",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), sa.ForeignKey("contents.sha256"), nullable=False, index=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("status", sa.String(20), nullable=False, index=True),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
    sa.Column("accepted_by", sa.Text),
    sa.Column("accepted_at", UtcDateTime),
    sa.Column("closed_by", sa.Text, comment="who rejected or undid it"),
    sa.Column("closed_at", UtcDateTime),
    sa.Column("accept_order", sa.Integer, unique=True, comment="1, 2, 3… in the order of acceptance; kept when undone"),
    sa.Column("revision", sa.Integer, nullable=False, comment="grows when the file is read again"),
    sa.Column("answers", sa.JSON, nullable=False, comment="what a person said the file did not: township, year"),
    sa.Column("townships", sa.JSON, nullable=False),
    sa.Column("years", sa.JSON, nullable=False),
    sa.Column("figures_read", sa.Integer, nullable=False),
    sa.Column("figures_accepted", sa.Integer, nullable=False),
    sa.Column("figures_current", sa.Integer, nullable=False),
    sa.Column("errors", sa.Integer, nullable=False),
    sa.Column("questions", sa.Integer, nullable=False),
    sa.CheckConstraint("status IN ('pending', 'accepted', 'rejected', 'undone', 'superseded')", name="status"),
)

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("upload_id", sa.Integer, sa.ForeignKey("uploads.id"), primary_key=True, autoincrement=False),
    sa.Column("reading", sa.Text, nullable=False),
)

problems = sa.Table(
    "problems",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("upload_id", sa.Integer, sa.ForeignKey("uploads.id"), nullable=False, index=True),
    sa.Column("severity", sa.String(20), nullable=False),
    sa.Column("code", sa.String(60), nullable=False),
    sa.Column("sheet", sa.Text),
    sa.Column("cell", sa.Text),
    sa.Column("message_zh", sa.Text, nullable=False),
    sa.Column("message_en", sa.Text, nullable=False),
)

unknown_headings = sa.Table(
    "unknown_headings",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("upload_id", sa.Integer, sa.ForeignKey("uploads.id"), nullable=False, index=True),
    sa.Column("heading", sa.Text, nullable=False),
    sa.Column("group_heading", sa.Text, nullable=False),
)

figures = sa.Table(
    "figures",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("upload_id", sa.Integer, sa.ForeignKey("uploads.id"), nullable=False, index=True),
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
    sa.Column("blank", sa.Boolean, nullable=False, comment="missing because the cell is empty, not because it says so"),
    sa.Column("accept_order", sa.Integer, comment="that of the upload; NULL once it is undone"),
    sa.Column("current", sa.Boolean, nullable=False),
    sa.CheckConstraint("(state = 'reported') = (value IS NOT NULL)", name="value_only_when_reported"),
    sa.Index("ix_figures_key", "township", "year", "indicator"),
)
sa.Index(
    "uq_figures_current",
    figures.c.township,
    figures.c.year,
    figures.c.indicator,
    unique=True,
    sqlite_where=figures.c.current.is_(sa.true()),
    postgresql_where=figures.c.current.is_(sa.true()),
)

explanations = sa.Table(
    "explanations",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "upload_id",
        sa.Integer,
        sa.ForeignKey("uploads.id"),
        index=True,
        comment="the upload of the figure it is about; NULL: about a missing figure",
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
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("withdrawn_by", sa.Text),
    sa.Column("withdrawn_at", UtcDateTime),
    sa.CheckConstraint("origin IN ('return', 'official')", name="origin"),
    sa.Index("ix_explanations_key", "township", "year", "indicator"),
)

remembered_headings = sa.Table(
    "remembered_headings",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("heading", sa.String(300), nullable=False),
    sa.Column("group_heading", sa.String(300), nullable=False),
    sa.Column("indicator", sa.String(60), comment="NULL: not a figure, ignore"),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("heading", "group_heading"),
)

layout_corrections = sa.Table(
    "layout_corrections",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("form", sa.String(40), nullable=False),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("heading", sa.String(300), nullable=False),
    sa.Column("role", sa.String(20), comment="NULL: as read"),
    sa.Column("unit", sa.String(40), comment="NULL: as read"),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("form", "kind", "heading"),
    sa.CheckConstraint("kind IN ('column', 'row')", name="kind"),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("upload_id", sa.Integer, index=True),
    sa.Column("detail", sa.JSON, nullable=False),
)
