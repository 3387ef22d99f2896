"""A figure that leaps: against last year, or against how the other townships moved."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import Amounts, County
from analytics.checks.questions.asking import pairs, question
from analytics.checks.rule import Rule, Settings, Silent, Threshold
from analytics.checks.words import name_of, shown
from analytics.measures.change import chance_p
from analytics.measures.grid import EVENT_UNITS, Bools, Floats
from analytics.measures.words import number_text
from analytics.model import Finding
from analytics.text import Text, say

ID = "jump"
RATIO = Threshold("ratio", 3, "增至三倍以上或降至三分之一以下，工作安排的正常变化难以解释", "规则约定：三倍与三分之一")
CUT = Threshold(
    "cut_off",
    4.5,
    "按全县同期变化衡量的修正 z 值；约 25 个乡镇时此界限的误报率低于 5%",
    "Iglewicz 与 Hoaglin 1993 的修正 z 值，界限按样本量校准",
)
PEER_RATIO = Threshold(
    "peer_ratio",
    2,
    "各乡镇变化都很小时，几个百分点也会偏离同期变化；不到一倍的增减不值得追问",
    "本项目约定，用无异常的模拟县核对误报",
)
CHANCE = Threshold(
    "chance",
    0.001,
    "次、场、期、件这类逐次发生的数，小的时候本来就大起大落；两年相差在偶然范围内的不追问",
    "两数之和给定时的二项检验（Przyborowski 与 Wilenski 1940），双侧概率低于千分之一才算超出偶然",
)
PEERS = Threshold("peers", 8, "少于 8 个乡镇时中位数和离差不稳定，不作横向比较", "规则约定：少于 8 个时不作判断")
FLOORS = (
    Threshold(
        "floor_events",
        10,
        "次、场、场次、期、件：一两轮集中活动可增减十次以内",
        "本项目约定：取单个乡镇一次集中活动能带来的变化量",
    ),
    Threshold("floor_copies", 1000, "份：一次集中宣传可发放上千份", "本项目约定：取单个乡镇一次集中活动能带来的变化量"),
    Threshold(
        "floor_visits", 300, "人次：一两场大型活动可带来数百人次", "本项目约定：取单个乡镇一次集中活动能带来的变化量"
    ),
    Threshold(
        "floor_people", 20, "人、名：一次培训或换届可变动二十人以内", "本项目约定：取单个乡镇一次集中活动能带来的变化量"
    ),
    Threshold(
        "floor_items", 30, "条、个：一次专题活动可增减数十条", "本项目约定：取单个乡镇一次集中活动能带来的变化量"
    ),
    Threshold("floor_money", 20000, "元：一次采购可增减两万元以内", "本项目约定：取单个乡镇一次集中活动能带来的变化量"),
)
FLOOR_OF = {
    "份": "copies",
    "人次": "visits",
    "人": "people",
    "名": "people",
    "条": "items",
    "个": "items",
    "元": "money",
}
"""Unit → floor; every other unit counts events. A rate has none: it is not judged by ratio."""


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """One question for every figure that leapt in either way; both ways together weigh more."""
    if not county.has(year - 1):
        return []
    found = []
    for indicator in county.catalogue.indicators:
        if indicator.kind == "rate":
            continue
        this, last = county.amounts(indicator.id, year), county.amounts(indicator.id, year - 1)
        moved = _moved(this, last, settings[f"floor_{FLOOR_OF.get(indicator.unit, 'events')}"])
        if indicator.unit in EVENT_UNITS and moved.any():
            moved &= _beyond_chance(this, last, settings["chance"])
        if not moved.any():
            continue
        leapt = moved & _outside(this, last, settings["ratio"])
        z, n = _against_peers(this, last, settings)
        stood_out = moved & (np.abs(z) > settings["cut_off"]) & _outside(this, last, settings["peer_ratio"])
        for t in np.flatnonzero(leapt | stood_out):
            ways = _ways(this, last, int(t), bool(leapt[t]), float(z[t]) if stood_out[t] else None, n)
            sentence = say(
                "{township}{year}年{name}为 {this}，上年为 {last}，{ways}，请核实。",
                township=county.townships[t],
                year=year,
                name=name_of(county.catalogue, indicator.id),
                this=shown(this, int(t)),
                last=shown(last, int(t)),
                ways=ways,
            )
            strength = int(leapt[t]) + int(stood_out[t])
            found.append(
                question(
                    county,
                    year,
                    ID,
                    int(t),
                    (indicator.id,),
                    pairs(county, int(t), year, (indicator.id,)),
                    sentence,
                    severity="high" if strength == 2 else "medium",
                    strength=strength,
                    n=n if stood_out[t] else 2,
                )
            )
    return found


def _moved(this: Amounts, last: Amounts, floor: float) -> Bools:
    """Whose change is above the floor whatever the bounds allow."""
    with np.errstate(invalid="ignore"):
        return np.asarray((this.low - last.high > floor) | (last.low - this.high > floor), dtype=np.bool_)


def _beyond_chance(this: Amounts, last: Amounts, chance: float) -> Bools:
    """Whose two counts chance does not explain, taken as near to each other as the bounds allow."""
    up = this.value > last.value
    near, far = np.where(up, this.low, this.high), np.where(up, last.high, last.low)
    known = np.isfinite(near) & np.isfinite(far) & (near >= 0) & (far >= 0)
    p = chance_p(np.rint(np.where(known, near, 0)), np.rint(np.where(known, far, 0)))
    # Counts that cannot be (below 0) are for another rule to ask about.
    return np.asarray(known & (p < chance), dtype=np.bool_)


def _outside(this: Amounts, last: Amounts, ratio: float) -> Bools:
    """Whose ratio to last year is outside [1/ratio, ratio] whatever the bounds allow; from 0 any rise is."""
    with np.errstate(invalid="ignore"):
        return np.asarray((this.low > ratio * last.high) | (this.high * ratio < last.low), dtype=np.bool_)


def _log_ratio(this: Floats, last: Floats) -> Floats:
    """ln((this + ½) / (last + ½)): the half keeps zero in reach (Anscombe 1956)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where((this >= 0) & (last >= 0), np.log((this + 0.5) / (last + 0.5)), np.nan)


def _against_peers(this: Amounts, last: Amounts, settings: Settings) -> tuple[Floats, int]:
    """Modified z of each township's log ratio among those of the year, 0 where not judged, and how many there are.

    z = 0.6745·(d − median)/MAD; where most changes are identical and MAD is 0, 0.7979·(d − median)/mean absolute
    deviation. Of the ratios that bounds allow, the one nearest to the median is judged.
    """
    d = _log_ratio(this.value, last.value)
    n = int((~np.isnan(d)).sum())
    if n < settings["peers"]:
        return np.zeros(d.shape), n
    middle = float(np.nanmedian(d))
    least = _log_ratio(this.low, last.high)
    most = _log_ratio(this.high, last.low)
    nearest = np.clip(middle, least, most) - middle
    away = np.abs(d - middle)
    spread = float(np.nanmedian(away)) / 0.6745
    if spread == 0:
        spread = float(np.nanmean(away)) / 0.7979
    if spread == 0:
        return np.zeros(d.shape), n
    return np.nan_to_num(nearest / spread, nan=0.0), n


def _ways(this: Amounts, last: Amounts, t: int, leapt: bool, z: float | None, n: int) -> Text:
    own = None
    if leapt and last.value[t] <= 0:
        own = say("由无到有，增量较大")
    elif leapt and this.value[t] > last.value[t]:
        own = say("为上年的 {times} 倍", times=number_text(round(float(this.value[t] / last.value[t]), 1)))
    elif leapt:
        own = say("仅为上年的 {percent}%", percent=number_text(round(float(this.value[t] / last.value[t] * 100), 1)))
    if z is None:
        return own or say("变化较大")
    among = (
        say("增幅明显偏离全县 {n} 个乡镇的同期变化（修正 z 值 {z}）", n=n, z=number_text(round(z, 1)))
        if z > 0
        else say("降幅明显偏离全县 {n} 个乡镇的同期变化（修正 z 值 {z}）", n=n, z=number_text(round(z, 1)))
    )
    return among if own is None else say("{own}，且{among}", own=own, among=among)


def silent(county: County, year: int, settings: Settings) -> list[Silent]:
    """The indicators not compared across townships; the comparison with last year needs no peers."""
    few = []
    for indicator in county.catalogue.indicators:
        both = _log_ratio(county.amounts(indicator.id, year).value, county.amounts(indicator.id, year - 1).value)
        n = int((~np.isnan(both)).sum())
        if indicator.kind != "rate" and county.asked(indicator.id, year) and n < settings["peers"]:
            reason = say(
                "{year}年{name}只有 {n} 个乡镇两年都有数据，少于 {peers} 个，不作横向比较",
                year=year,
                name=name_of(county.catalogue, indicator.id),
                n=n,
                peers=int(settings["peers"]),
            )
            few.append(Silent(ID, year, reason))
    return few


RULE = Rule(
    ID,
    "question",
    say("数据突变"),
    check,
    (RATIO, CUT, PEER_RATIO, CHANCE, PEERS, *FLOORS),
    silent=silent,
    version=2,
    condition=say(
        "与上年之比在 1/3 到 3 倍之外，且增减超过该指标的起点；或在全县各乡镇的对数变化中修正 z 值超过界限（MAD 为 0 时用平均绝对离差）；逐次发生的数须超出偶然。"
    ),
)
