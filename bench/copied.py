"""Text repeated between reports: 25 townships × 5 years, and 2,000 townships, over Python's sets of the same shingles.

The floor slices every report's text into the same shingles and makes sets of them, once; it compares nothing.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pandas as pd
from timing import alternating, line

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from analytics.catalogue import Roster, Township, load_catalogue  # noqa: E402
from analytics.checks import County  # noqa: E402
from analytics.checks.questions.copied_text import RULE  # noqa: E402
from analytics.checks.repeated import SHINGLE  # noqa: E402
from analytics.model import Report  # noqa: E402

NOTHING = {"township": "str", "year": "int64", "indicator": "str", "file": "str", "sheet": "str", "cell": "str"}


ROUNDS = 5
PARAGRAPHS, LONG = 30, 120
"""A report of 3,600 characters, as published ones are."""
WORDS = "法治政府建设宣传依法行政普镇村干部群众学习培训会议开展组织全年活动矛盾纠纷调解合同审查公开执法服务网格乡司所"


def paragraph(draw: random.Random) -> str:
    """Characters in no order: a text of one's own."""
    return "".join(draw.choices(WORDS, k=LONG)) + f"{draw.randint(2, 99)}次。"


def county(townships: int, years: range) -> County:
    """Every report has five paragraphs that all have, five of its last year, and one in ten is another's by half."""
    draw = random.Random(11)
    names = [f"第{n}镇" for n in range(townships)]
    everyone = [paragraph(draw) for _ in range(5)]
    reports: dict[tuple[str, int], Report] = {}
    for year in years:
        for n, name in enumerate(names):
            before = reports.get((name, year - 1))
            kept = before.paragraphs[5:10] if before else ()
            own = [paragraph(draw) for _ in range(PARAGRAPHS - 5 - len(kept))]
            if n % 10 == 9:
                own[: len(own) // 2] = reports[names[n - 1], year].paragraphs[-(len(own) // 2) :]
            text = (*everyone, *kept, *own)
            reports[name, year] = Report(name, year, f"{name}{year}.docx", n, paragraphs=text)
    roster = Roster(tuple(Township(str(n), name) for n, name in enumerate(names)))
    return County(pd.DataFrame({c: pd.Series(dtype=t) for c, t in NOTHING.items()}), load_catalogue(), roster, reports)


def sets(held: County, years: range) -> None:
    """The floor: a set of shingles for every report that a year looks at."""
    for year in years:
        for (_, of), report in held.reports.items():
            if of in (year, year - 1):
                text = "".join(report.paragraphs)
                {text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)}


def measure(name: str, townships: int, years: range, rounds: int) -> None:
    """Prints one result."""
    held, settings = county(townships, years), RULE.settings()

    def ours() -> None:
        for year in years:
            RULE.check(held, year, settings)

    print(line(name, *alternating(ours, lambda: sets(held, years), rounds)))


if __name__ == "__main__":
    measure("25 townships × 5 years, all five years asked", 25, range(2021, 2026), ROUNDS)
    measure("2,000 townships, one year", 2000, range(2025, 2026), 1)
