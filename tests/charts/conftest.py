"""Small frames of a fictional county, with everything a chart has to cope with: missing, ≥, ≈, not applicable, zero."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from analytics.catalogue import Catalogue, load_catalogue

NAMES = [f"{a}{b}镇" for b in "河岭桥湾" for a in "东西南北上下"]
YEARS = (2022, 2023, 2024, 2025)


def figures_of(townships: int, years: tuple[int, ...] = YEARS, seed: int = 7) -> pd.DataFrame:
    """Made-up figures for the parts of the headline measures, in the shape the store hands out."""
    catalogue = load_catalogue()
    rng = np.random.default_rng(seed)
    rows = []
    for t in range(townships):
        size = rng.uniform(0.5, 2.0)
        for year in years:
            if t % 11 == 3 and year == years[-1]:
                continue
            if t % 7 == 5 and year == years[0]:
                continue
            for i in catalogue.indicators:
                if not i.headline:
                    continue
                mean = {"leaflets": 9000, "people_served": 800, "people_reached": 15000}.get(i.headline, 9)
                value = float(rng.poisson(mean * size * (1 + 0.06 * (year - years[0]))))
                qualifier = "exact"
                if mean > 500 and rng.random() < 0.15:
                    value, qualifier = round(value, -3 if value > 2000 else -2), rng.choice(["at_least", "about"])
                state = "reported"
                if rng.random() < 0.02:
                    state, value = "missing", np.nan
                rows.append(
                    {
                        "township": NAMES[t] if t < len(NAMES) else f"新{t}镇",
                        "year": year,
                        "indicator": i.id,
                        "value": value,
                        "low": value,
                        "high": np.inf if qualifier == "at_least" else value,
                        "qualifier": str(qualifier),
                        "state": state,
                        "unit": i.unit,
                        "figure_id": len(rows) + 1,
                        "upload_id": 1,
                        "file": f"{year}年报表.xlsx",
                        "sheet": "统计表",
                        "cell": f"D{len(rows) % 60 + 4}",
                        "raw": str(value),
                    }
                )
    columns = "township year indicator value low high qualifier state unit figure_id upload_id file sheet cell raw"
    return pd.DataFrame(rows, columns=columns.split())


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def figures() -> Callable[..., pd.DataFrame]:
    return figures_of
