"""Alembic's entry point: runs on the connection, and inside the transaction, of ``analytics.store.migrate``."""

from alembic import context

from analytics.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
