"""The yearly reports of five townships of the sample county, and what is wrong with them: one fault of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analytics.synthetic.report import written
from analytics.synthetic.report_texts import TEXTS
from analytics.synthetic.stated import Stated
from analytics.synthetic.statements import Statements

_FIGURE = re.compile(r"\[(\w+):([^\]]*)\]")


@dataclass(frozen=True)
class TownshipReport:
    """One Word file: its path under sample_data, its bytes, and its truth as JSON lines."""

    path: str
    data: bytes
    truth: bytes


def township_reports(statements: Statements) -> Iterator[TownshipReport]:
    """All of them; their figures are those of the returns, but for the one that was planted.

    Raises KeyError where a text names a figure that the township did not report as an exact number, or as ≥ or ≈.
    """
    for number, year, text in TEXTS:
        name = statements.county.names[number]
        path = f"reports/{year}/{name}{year}年度法治政府建设工作报告.docx"
        head = (f"{name}{year}年度法治政府建设工作报告", "县委依法治县办公室：")
        body = text.strip().replace("@", name).splitlines()
        figures: dict[str, Stated] = {}
        lines = [_filled(line, statements.given, (name, year), figures) for line in body]
        signed = (f"{name}人民政府", f"{year + 1}年1月20日")
        yield TownshipReport(path, *written((*head, *lines, *signed), path, name, year, figures))


def _filled(
    line: str, given: Mapping[tuple[str, int, str], Stated], whose: tuple[str, int], figures: dict[str, Stated]
) -> str:
    """The line with the township's own figures in it, which are noted in ``figures``."""

    def number(match: re.Match[str]) -> str:
        indicator, words = match[1], match[2]
        if "#" not in words:
            figures[indicator] = Stated(float(re.sub(r"\D", "", words)))
            return match[0]
        stated = given[(*whose, indicator)]
        if stated.value is None:
            raise KeyError(f"{whose}: no figure of {indicator} to write about")
        figures[indicator] = stated
        amount = f"{stated.value:.0f}"
        amount = {"exact": amount, "at_least": f"{amount}余", "about": f"约{amount}"}[stated.qualifier]
        return f"[{indicator}:{words.replace('#', amount)}]"

    return _FIGURE.sub(number, line)


def planted(statements: Statements, published: str) -> dict[str, Any]:
    """What a program must find in the reports, as sections of the key, and nothing else.

    ``published`` names the real township, whose report of its own says two things that its few figures do not show.
    """
    name = statements.county.names
    pair = (name[0], name[11])
    return {
        "report_questions": [
            {
                "rule": "narrative_disagrees",
                "township": name[4],
                "year": 2025,
                "indicators": ["legal_lectures"],
                "why": "报告写 9 场，报表是 7 场",
            },
            *(
                {
                    "rule": "copied_text",
                    "township": one,
                    "year": 2025,
                    "indicators": ["leadership_meetings"],
                    "why": f"与{other}的报告几乎一字不差，只换了乡镇名和数据，会议次数碰巧相同",
                }
                for one, other in (pair, pair[::-1])
            ),
        ],
        "said_not_shown": [
            {"theme": "resources", "township": name[1], "year": 2025, "why": "报告自述经费不足，经费数据没有下降"},
            *(
                {"theme": theme, "township": published, "year": 2023, "why": "公布的报告自述，公布的数据不显示"}
                for theme in ("demonstration_sites", "new_problems")
            ),
        ],
        "plans_not_kept": [
            {
                "township": name[0],
                "year": 2025,
                "indicator": "publicity_events",
                "outcome": "partly",
                "why": "2024年报告计划开展法治宣传活动 36 场，2025年报 26 场",
            }
        ],
    }
