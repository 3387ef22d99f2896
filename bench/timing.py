"""Times two ways of doing a thing in turn, so that a slow moment of the machine hits both."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternating(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians in seconds of ``ours`` and ``floor`` over ``rounds`` calls each, in turn, after one call unmeasured."""
    ours()
    floor()
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def line(name: str, ours: float, floor: float, unit: str = "s") -> str:
    """One result as a line of JSON: name, ours and floor in the unit, their ratio."""
    figures = {f"ours_{unit}": round(ours, 5), f"floor_{unit}": round(floor, 5), "ratio": round(ours / floor, 2)}
    return json.dumps({"name": name, **figures}, ensure_ascii=False)
