"""Where matplotlib keeps its list of fonts: inside the checkout, like everything else the program writes.

Imported before matplotlib, which reads the place once. Where the folder cannot be made, matplotlib takes a temporary one.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

PLACE = Path(__file__).resolve().parents[3] / "var" / "matplotlib"

if "MPLCONFIGDIR" not in os.environ:
    with contextlib.suppress(OSError):
        PLACE.mkdir(parents=True, exist_ok=True)
        os.environ["MPLCONFIGDIR"] = str(PLACE)
