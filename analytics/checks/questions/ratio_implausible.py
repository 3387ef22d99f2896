"""Figures that do not fit each other: leaflets and people for each session, leaflets for each resident."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.checks.county import Amounts, County
from analytics.checks.questions.asking import question
from analytics.checks.ratios import Ratio, ratio
from analytics.checks.rule import GradeName, Rule, Settings, Silent, Threshold
from analytics.checks.words import joined, ratio_shown
from analytics.measures.grid import Bools, Floats
from analytics.model import Finding
from analytics.text import Text, say

ID = "ratio_implausible"
BANDS = (
    Threshold(
        "leaflets_per_session_low",
        2,
        "发了资料而平均每场不到两份，多半是把“万份”当作“份”填写，或场次多报",
        "本项目约定，用无异常的模拟县核对误报",
    ),
    Threshold(
        "leaflets_per_session_high",
        3000,
        "公开报告中已属很多的每场近千份，再放宽到三倍",
        "已公开的乡镇年度报告：8 万余份资料、80 余场次活动，平均每场近千份",
    ),
    Threshold(
        "people_per_session_low",
        3,
        "一场普法活动平均不到三人受教育，人次或场次必有一项填错",
        "本项目约定，用无异常的模拟县核对误报",
    ),
    Threshold(
        "people_per_session_high",
        2000,
        "平均每场两千人次，相当于每场都是全乡镇的大型集会",
        "本项目约定，用无异常的模拟县核对误报",
    ),
    Threshold(
        "leaflets_per_resident_low",
        0.005,
        "平均二百人才有一份，多半是把“万份”当作“份”填写",
        "本项目约定，用无异常的模拟县核对误报",
    ),
    Threshold(
        "leaflets_per_resident_high",
        10,
        "老人儿童在内人人收到十份以上，多半是单位或小数点填错",
        "本项目约定，用无异常的模拟县核对误报",
    ),
)
SEVERITY: dict[int, GradeName] = {1: "medium"}


@dataclass(frozen=True, eq=False)
class _Held:
    """One ratio against its band: whose is below or above, the clause that says so, the indicators in it."""

    low: Bools
    high: Bools
    ratio: Ratio
    parts: tuple[Amounts, ...]
    label: Text
    unit: Text
    band: tuple[float, float]
    indicators: tuple[str, ...]
    population: Floats | None = None

    def clause(self, t: int, year: int) -> Text | None:
        """What is out of the band for one township; None where nothing is."""
        if not (self.low[t] or self.high[t]):
            return None
        edge = self.band[0] if self.low[t] else self.band[1]
        values = {"label": self.label, "unit": self.unit, "edge": f"{edge:,g}"}
        if np.isnan(self.ratio.value[t]):
            return say("{label}无从算起：没有场次", **values)
        value = ratio_shown(self.ratio.value[t], *self.parts, t=t)
        if 0 < self.ratio.value[t] < 0.01:
            value = Text(f"{self.ratio.value[t]:.2g}", f"{self.ratio.value[t]:.2g}")
        clause = (
            say("{label}只有 {value} {unit}，低于 {edge}", value=value, **values)
            if self.low[t]
            else say("{label}达 {value} {unit}，高于 {edge}", value=value, **values)
        )
        if self.population is not None and int(self.population[t]) != year:
            clause = say(
                "{clause}（按 {population_year} 年人口数）", clause=clause, population_year=int(self.population[t])
            )
        return clause


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """One question for every township with a ratio outside its band whatever the bounds of its figures allow.

    Where something was handed out and sessions are reported as none, as much as one session at the band's edge would
    explain is let pass.
    """
    held = _held(county, year, settings)
    found = []
    for t in range(len(county.townships)):
        out = [(h, clause) for h in held if (clause := h.clause(t, year)) is not None]
        if not out:
            continue
        indicators = tuple(
            i
            for i in dict.fromkeys(i for h, _ in out for i in h.indicators)
            if county.evidence(t, year, i).value is not None
        )
        sentence = say(
            "{township}{year}年{clauses}，请核实数量和单位。",
            township=county.townships[t],
            year=year,
            clauses=joined([clause for _, clause in out]),
        )
        evidence = [county.evidence(t, year, i) for i in indicators]
        suggestion = say(
            "请对照台账核对份数、人次、场次及其单位（份、万份）；如有误请更正后重新报送，如无误请说明原因。"
        )
        severity = SEVERITY.get(len(out), "high")
        found.append(
            question(
                county,
                year,
                ID,
                t,
                indicators,
                evidence,
                sentence,
                suggestion,
                severity=severity,
                strength=len(out),
                n=1,
            )
        )
    return found


def _held(county: County, year: int, settings: Settings) -> list[_Held]:
    sessions_ids = county.headline("publicity_sessions")
    sessions = county.sum(sessions_ids, year)
    people, counted = county.residents(year)
    held = []
    for measure, label, unit, name in (
        ("leaflets", say("平均每场发放资料"), say("份"), "leaflets_per_session"),
        ("people_reached", say("平均每场受教育群众"), say("人次"), "people_per_session"),
    ):
        ids = county.headline(measure)
        above = county.sum(ids, year)
        band = settings[f"{name}_low"], settings[f"{name}_high"]
        each = ratio(above, sessions)
        low, high = _outside(each, above, band)
        none_held = (sessions.value == 0) & (sessions.high == 0) & (above.low > band[1])
        held.append(_Held(low, high | none_held, each, (above, sessions), label, unit, band, (*ids, *sessions_ids)))
    ids = county.headline("leaflets")
    leaflets = county.sum(ids, year)
    band = settings["leaflets_per_resident_low"], settings["leaflets_per_resident_high"]
    each = ratio(leaflets, people)
    low, high = _outside(each, leaflets, band)
    label, unit = say("人均发放资料"), say("份")
    held.append(_Held(low, high, each, (leaflets,), label, unit, band, ids, counted.astype(np.float64)))
    return held


def _outside(each: Ratio, above: Amounts, band: tuple[float, float]) -> tuple[Bools, Bools]:
    """Who is certainly below and who certainly above the band. Nothing at all is a matter of the work, not of the data."""
    with np.errstate(invalid="ignore"):
        low = (each.high < band[0]) & (above.low > 0)
        return np.asarray(low, dtype=np.bool_), np.asarray(each.low > band[1], dtype=np.bool_)


def silent(county: County, year: int, settings: Settings) -> list[Silent]:  # noqa: ARG001
    """Leaflets for each resident are not judged where no residents are held."""
    people, _ = county.residents(year)
    lacking = int((np.isnan(people) & county.amounts("leaflets", year).reported).sum())
    if not lacking:
        return []
    return [Silent(ID, year, say("{year}年有 {n} 个乡镇人口数缺失，人均发放资料不作判断", year=year, n=lacking))]


RULE = Rule(
    ID,
    "question",
    say("比例不合常理"),
    check,
    BANDS,
    silent=silent,
    condition=say("平均每场资料、平均每场受教育人次、人均资料在约定范围之外。"),
)
