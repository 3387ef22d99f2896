"""The server: everything is imported and the store is ready before the first visitor comes.

Start it with ``streamlit run app.py``. ``FAZHI_STORE`` names the store. ``/_stcore/health`` answers when it is up.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from analytics.store import StoreError
from ui import warm
from ui.errors import screen_failed
from ui.not_found import KnownAddressesOnly

HERE = Path(__file__).resolve().parent


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Imports what screens need, opens the store (its tables are upgraded then), and keeps that out of every later
    garbage collection: Streamlit collects after each rerun, which would walk through all of it again."""
    try:
        warm.everything()
    except StoreError as fault:  # every screen says it too, and opens the store anew on each visit
        logging.getLogger("fazhi").error("%s", fault)
    gc.collect()
    gc.freeze()
    logging.getLogger("fazhi").info("ready")
    yield {"ready": True}


app = st.App(
    HERE / "ui" / "session.py",
    lifespan=ready,
    middleware=[KnownAddressesOnly.as_middleware()],
    on_script_error=screen_failed,
)
