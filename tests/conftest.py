"""What all tests share: the tree's root, the design documents beside it, and tools a machine may lack."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says nothing on a machine that does other things; speed is shown in bench/.
settings.register_profile("fazhi", deadline=None)
settings.load_profile("fazhi")

ROOT = Path(__file__).resolve().parent.parent

try:
    from streamlit import config
except ImportError:  # the analytics can be tested without the screens
    pass
else:
    # A page that fails under AppTest must say why; the real server stays silent about details.
    config.set_option("client.showErrorDetails", "full")


def absent(reason: str) -> None:
    """Skips with the reason; under CI what is absent has to be installed, so there it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}; it has to be there under CI", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the checkout; it is not part of the project, so its absence only skips."""
    place = ROOT.parent / "shared"
    if not place.is_dir():
        pytest.skip("no folder ../shared beside the checkout")
    return place


@pytest.fixture(scope="session")
def require_tool() -> Callable[[str], str]:
    """A function from a program's name to its full path; without the program it skips, and fails under CI."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            absent(f"{name} is not installed")
        return str(path)

    return find
