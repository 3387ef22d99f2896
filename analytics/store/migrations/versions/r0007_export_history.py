"""The history of exports: which files were handed out, by whom and of which version of the data."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "exports",
        sa.Column("id", sa.Integer),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", sa.Text, nullable=False, comment="empty: nobody had given a name"),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("chosen", sa.JSON, nullable=False, comment="years, townships and contents, in words"),
        sa.Column("data_version", sa.BigInteger, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False, comment="bytes"),
        sa.Column(
            "sha256", sa.String(64), nullable=False, comment="tells whether a file is the one that was handed out"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_exports"),
    )
