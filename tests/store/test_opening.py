import multiprocessing
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from analytics.store import Store, StoreError
from analytics.store.engine import ROOT, store_url
from analytics.store.migrate import MIGRATIONS
from analytics.store.schema import HEAD, metadata


def url_in(folder: Path) -> str:
    return f"sqlite:///{(folder / 'fazhi.db').as_posix()}"


def names_in(engine: sa.Engine) -> dict[str, list[str | None]]:
    """The names of indexes and constraints, table by table."""
    inspector = sa.inspect(engine)
    return {
        table: sorted(
            str(part["name"])
            for parts in (
                inspector.get_indexes(table),
                inspector.get_unique_constraints(table),
                inspector.get_check_constraints(table),
                inspector.get_foreign_keys(table),
                [inspector.get_pk_constraint(table)],
            )
            for part in parts
        )
        for table in metadata.tables
    }


def test_the_migrations_make_the_tables_the_program_speaks_of(tmp_path):
    Store.open(url_in(tmp_path)).close()
    migrated = sa.create_engine(url_in(tmp_path))
    direct = sa.create_engine("sqlite://")
    metadata.create_all(direct)
    assert names_in(migrated) == names_in(direct)
    with migrated.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        definition = connection.execute(sa.text("SELECT sql FROM sqlite_master WHERE name='uq_figures_current'"))
        assert "WHERE current IS true" in definition.scalar_one()


def test_the_newest_migration_is_the_one_the_program_expects():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_store_is_made_with_its_folder_and_keeps_a_write_ahead_log(tmp_path):
    place = tmp_path / "深" / "一层"
    Store.open(url_in(place)).close()
    with sqlite3.connect(place / "fazhi.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_place_of_the_store_does_not_hang_on_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.delenv("FAZHI_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    assert store_url() == f"sqlite:///{(ROOT / 'var' / 'fazhi.db')}"
    monkeypatch.setenv("FAZHI_STORE", "sqlite:///elsewhere.db")
    assert store_url() == f"sqlite:///{(ROOT / 'elsewhere.db')}"
    assert store_url("sqlite:///mine.db") == f"sqlite:///{(ROOT / 'mine.db')}"


def test_migrations_run_from_any_working_directory(tmp_path):
    script = f"from analytics.store import Store; Store.open({url_in(tmp_path)!r}).close()"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "fazhi.db").exists()


def open_together(url: str, gate, results) -> None:
    gate.wait()
    try:
        store = Store.open(url)
        store.set_setting(f"k{os.getpid()}", "v", "甲")
        store.close()
        results.put("")
    except Exception as fault:
        results.put(repr(fault))


def test_programs_that_start_at_once_share_a_new_store(tmp_path):
    context = multiprocessing.get_context("spawn")
    gate, results = context.Event(), context.Queue()
    programs = [context.Process(target=open_together, args=(url_in(tmp_path), gate, results)) for _ in range(3)]
    for program in programs:
        program.start()
    gate.set()
    assert [results.get(timeout=60) for _ in programs] == ["", "", ""]
    for program in programs:
        program.join()
    store = Store.open(url_in(tmp_path))
    assert len(store.settings()) == 3
    store.close()


def test_a_store_of_a_newer_program_is_refused_and_left_alone(tmp_path):
    Store.open(url_in(tmp_path)).close()
    with sqlite3.connect(tmp_path / "fazhi.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError) as refused:
        Store.open(url_in(tmp_path))
    assert "9999" in refused.value.text.zh


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path):
    (tmp_path / "fazhi.db").write_bytes(b"not a database, but long enough to look like one" * 100)
    with pytest.raises(StoreError) as refused:
        Store.open(url_in(tmp_path))
    assert "数据库打不开" in refused.value.text.zh


@pytest.mark.parametrize("url", ["nonsense", "nosuchbase://x/y"])
def test_a_wrong_address_is_refused_in_words(url):
    with pytest.raises(StoreError):
        Store.open(url)
