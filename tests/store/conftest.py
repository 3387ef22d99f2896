from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store of its own."""
    opened = Store.open(f"sqlite:///{(tmp_path / 'fazhi.db').as_posix()}")
    yield opened
    opened.close()
