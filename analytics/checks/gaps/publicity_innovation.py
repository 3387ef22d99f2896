"""法治宣传创新力度不够: hardly any new forms of publicity, or the same few forms year after year."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import Amounts, County
from analytics.checks.gaps.reasons import (
    PEERS,
    Condition,
    Reason,
    both_years,
    either,
    falls,
    figures_of,
    gap_findings,
    silences,
    too_few,
    where,
)
from analytics.checks.ratios import Ratio, ratio
from analytics.checks.rule import Rule, Settings, Silent, Threshold
from analytics.checks.words import names_of, ratio_shown, shown
from analytics.measures.forms import effective_number, form_ids
from analytics.measures.grid import MISSING, NOT_APPLICABLE, Floats
from analytics.measures.words import number_text
from analytics.model import Finding
from analytics.text import say

ID = "publicity_innovation"
SAME = Threshold(
    "unchanged_tolerance",
    0.01,
    "有效种数相差不到 0.01 视为没有变化：只要一种形式增减一场，变化通常大于此数",
    "Hill 1973 的一阶有效种数；容差为本项目按常见场次规模推算",
)
YEARS = Threshold("unchanged_years", 3, "连续三年没有变化才算形式固化，一两年不变属于常态", "规则约定：连续 3 年")


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say(
        "建议结合本地实际增加普法短视频、以案释法、模拟法庭、法治文艺等群众喜闻乐见的形式，明确责任人和完成时限。"
    )
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def silent(county: County, year: int, settings: Settings) -> list[Silent]:
    """What was not judged for want of peers."""
    return silences(conditions(county, year, settings))


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """The four conditions of the theme, each on its own."""
    return [
        _none_at_all(county, year),
        _small_share(county, year, settings),
        *either(_few_forms(county, year, settings), _forms_unchanged(county, year, settings)),
        _leaflets_instead(county, year, settings),
    ]


def _none_at_all(county: County, year: int) -> Condition:
    named = county.headline("innovative_activities")
    parts = tuple(i for i in named if county.asked(i, year))
    if not parts:
        return {}
    # What was sent in and is in question may be anything: of that township nothing can be said.
    unsure = np.stack([county.waits(i, year) for i in named]).any(axis=0)
    states = np.stack([county.states(i, year) for i in parts])
    amounts = [county.amounts(i, year) for i in parts]
    some = np.stack([~(np.nan_to_num(a.high, nan=0.0) == 0) for a in amounts]).any(axis=0)
    applies = (states != NOT_APPLICABLE).any(axis=0)
    sessions = county.sum(county.headline("publicity_sessions"), year)
    found = {}
    for t in where(~some & ~unsure & applies & county.returned(year)):
        own = tuple(i for i, state in zip(parts, states[:, t], strict=True) if state != NOT_APPLICABLE)
        missing = int((states[:, t] == MISSING).sum())
        names = names_of(county.catalogue, own)
        if missing == 0:
            clause = say("{names}均为 0", names=names)
        elif missing < len(own):
            clause = say("{names}均为 0 或未报", names=names)
        else:
            clause = say("{names}均未报（未报不等于没有，可补报或说明）", names=names)
        evidence = tuple(county.evidence(t, year, i) for i in own)
        if sessions.value[t] > 0:
            held = shown(sessions, t)
            clause = (
                say("{clause}，普法活动 {held} 场次中没有创新形式", clause=clause, held=held)
                if missing == 0
                else say("{clause}，普法活动 {held} 场次中看不到创新形式", clause=clause, held=held)
            )
            evidence += figures_of(county, t, year, county.headline("publicity_sessions"))
        found[t] = Reason(clause, evidence, 1)
    return found


def _small_share(county: County, year: int, settings: Settings) -> Condition:
    new, old = county.headline("innovative_activities"), county.headline("publicity_sessions")
    share = _share(county.sum(new, year), county.sum(old, year))
    silent_ = too_few(ID, year, say("创新普法占比"), share.n, settings)
    if silent_:
        return silent_
    (new_this, new_last), (old_this, old_last) = county.alike(new, year), county.alike(old, year)
    this, last = _share(new_this, old_this), _share(new_last, old_last)
    found = {}
    for t in where(share.lowest() & falls(this, last)):
        clause = say(
            "创新普法占全部普法活动的 {share}%，处于 {n} 个已报乡镇的最低四分之一，"
            "并低于上年（同口径由 {before}% 降至 {now}%）",
            share=ratio_shown(share.value[t], county.sum(new, year), county.sum(old, year), t=t),
            n=share.n,
            before=ratio_shown(last.value[t], new_last, old_last, t=t, beside=float(this.value[t])),
            now=ratio_shown(this.value[t], new_this, old_this, t=t, beside=float(last.value[t])),
        )
        found[t] = Reason(clause, both_years(county, t, year, new + old), share.n)
    return found


def _share(new: Amounts, old: Amounts) -> Ratio:
    """new / (new + old) in percent; it grows with ``new`` and shrinks with ``old``."""
    with np.errstate(divide="ignore", invalid="ignore"):

        def percent(part: Floats, rest: Floats) -> Floats:
            known = new.reported & old.reported & (new.value + old.value > 0)
            certain = np.isinf(part)
            return np.where(known, np.where(certain, 100.0, part / (part + rest) * 100.0), np.nan)

        return Ratio(percent(new.value, old.value), percent(new.low, old.high), percent(new.high, old.low))


def _forms(county: County, year: int) -> tuple[Floats, tuple[str, ...]]:
    """The effective number of forms where every form asked for was reported, else NaN: fewer could not be told apart
    from forms that were not reported, or that do not apply."""
    ids = tuple(i for i in form_ids(county.catalogue) if county.asked(i, year))
    if not ids:
        return np.full(len(county.townships), np.nan), ids
    counts = np.stack([county.amounts(i, year).value for i in ids], axis=-1)
    return np.where(np.isnan(counts).any(axis=-1), np.nan, effective_number(counts)), ids


def _few_forms(county: County, year: int, settings: Settings) -> Condition:
    number, ids = _forms(county, year)
    n = int((~np.isnan(number)).sum())
    silent_ = too_few(ID, year, say("普法形式有效种数"), n, settings)
    if silent_:
        return silent_
    found = {}
    open_ended = np.isinf(county.sum(ids, year).high)
    for t in where(Ratio(number, number, np.where(open_ended, np.inf, number)).lowest()):
        text = number_text(round(float(number[t]), 2))
        clause = say("普法形式较为单一（有效种数 {number}），处于 {n} 个已报乡镇的最低四分之一", number=text, n=n)
        found[t] = Reason(clause, figures_of(county, t, year, ids), n)
    return found


def _forms_unchanged(county: County, year: int, settings: Settings) -> Condition:
    span = int(settings["unchanged_years"])
    years = [year - back for back in range(span)]
    if span < 2 or not all(county.has(y) for y in years):
        return {}
    numbers, ids = zip(*(_forms(county, y) for y in years), strict=True)
    stack = np.stack(numbers)
    with np.errstate(invalid="ignore"):
        same = (stack.max(axis=0) - stack.min(axis=0) <= settings["unchanged_tolerance"]) & (stack.min(axis=0) > 0)
    found = {}
    for t in where(same):
        clause = say(
            "普法形式连续 {years} 年没有变化（有效种数均为 {number}）",
            years=span,
            number=number_text(round(float(stack[0, t]), 2)),
        )
        evidence = tuple(e for y, i in zip(years, ids, strict=True) for e in figures_of(county, t, y, i))
        found[t] = Reason(clause, evidence, span)
    return found


def _leaflets_instead(county: County, year: int, settings: Settings) -> Condition:
    sessions = county.headline("publicity_sessions")
    leaflets, held = county.amounts("leaflets", year), county.sum(sessions, year)
    per_session = ratio(leaflets, held)
    silent_ = too_few(ID, year, say("平均每场发放资料"), per_session.n, settings)
    if silent_:
        return silent_
    held_this, held_last = county.alike(sessions, year)
    reached_this, reached_last = county.alike(county.headline("people_reached"), year)
    this, last = ratio(reached_this, held_this), ratio(reached_last, held_last)
    found = {}
    for t in where(per_session.highest() & falls(this, last)):
        clause = say(
            "平均每场发放资料 {each} 份，处于 {n} 个已报乡镇的最高四分之一，"
            "而每场受教育群众由 {before} 人次降至 {now} 人次",
            each=ratio_shown(per_session.value[t], leaflets, held, t=t),
            n=per_session.n,
            before=ratio_shown(last.value[t], reached_last, held_last, t=t, beside=float(this.value[t])),
            now=ratio_shown(this.value[t], reached_this, held_this, t=t, beside=float(last.value[t])),
        )
        evidence = (county.evidence(t, year, "leaflets"), *both_years(county, t, year, (*sessions, "people_reached")))
        found[t] = Reason(clause, evidence, per_session.n)
    return found


RULE = Rule(
    ID,
    "gap",
    say("法治宣传创新力度不够"),
    check,
    (PEERS, YEARS, SAME),
    theme=ID,
    silent=silent,
    condition=say(
        "创新普法五项（新媒体、短视频、模拟法庭、法治文艺、以案释法）全部为 0 或未报（有已报待核实的不作判断）；创新普法占全部普法活动的比例在最低四分之一且低于上年；普法形式的有效种数（种类越多、各种场次越均匀，数越大）在最低四分之一或连续数年不变；平均每场资料在最高四分之一而每场受教育人次下降。"
    ),
)
