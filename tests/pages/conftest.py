"""Sessions of the screens without a browser, on stores of their own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import load_roster
from analytics.store import Store
from analytics.submission import Incoming, accept, receive

ROOT = Path(__file__).resolve().parent.parent.parent
Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store into which the sample returns of three years were accepted, and nine of 2025 were not yet."""
    file = tmp_path_factory.mktemp("sample") / "sample.db"
    store = Store.open(f"sqlite:///{file}")
    store.replace_roster(load_roster(ROOT / "sample_data" / "roster.csv"), "测试")
    store.set_setting("county", "示例县", "测试")
    for year in ("2023", "2024"):
        for received in receive(store, _files(year), "测试"):
            if received.upload_id is not None:
                accept(store, received.upload_id, "测试")
    receive(store, _files("2025")[:9], "测试")
    with store._reader.connect() as connection:  # all of it into the one file that is copied
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return file


def _files(year: str) -> list[Incoming]:
    folder = ROOT / "sample_data" / "returns" / year
    return [Incoming(p.name, p) for p in sorted(folder.iterdir()) if p.suffix != ".docx"]


@pytest.fixture
def open_session(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Open:
    """A function that opens a session on a copy of a store (None: an empty one) at a screen."""

    def start(store: Path | None, screen: str = "overview", **address: str) -> AppTest:
        place = tmp_path / "store.db"
        if store is not None and not place.exists():
            shutil.copy(store, place)
        monkeypatch.setenv("FAZHI_STORE", f"sqlite:///{place}")
        session = AppTest.from_file(str(ROOT / "ui" / "session.py"), default_timeout=60)
        for name, value in address.items():
            session.query_params[name] = value
        session.run()
        return session if screen == "overview" else session.switch_page(f"../pages/{screen}.py").run()

    return start


KINDS = ("markdown", "title", "header", "subheader", "warning", "success", "error")


@pytest.fixture
def words() -> Callable[[AppTest], str]:
    """A function that gives everything a session says in texts, metrics, notes, buttons and charts."""

    def said(session: AppTest) -> str:
        parts = [element.value for kind in KINDS for element in session.get(kind)]
        parts += [f"{m.label} {m.value} {m.delta}" for m in session.metric]
        parts += [element.proto.body for element in session.get("html")]
        parts += [button.label for button in session.button]
        parts += [json.dumps(json.loads(c.proto.spec), ensure_ascii=False) for c in session.get("plotly_chart")]
        parts += [link.label for link in session.get("page_link")]
        return "\n".join(map(str, parts))

    return said
