"""What a threshold is called on screen, and which values of it make sense.

A threshold is known by its name, since rules share them; one that stands here under ``rule.name`` means something else
in that rule. One that does not stand here goes by its own name and may be anything from 0 up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from analytics.text import Text, say, translate


@dataclass(frozen=True, slots=True)
class Limits:
    """The values a threshold may take: from ``low`` (beyond it where ``above``) to ``high``; ``whole`` numbers only."""

    low: float = 0
    high: float = math.inf
    whole: bool = False
    above: bool = False

    def hold(self, value: float) -> bool:
        """Whether a value is one of them."""
        inside = self.low < value <= self.high if self.above else self.low <= value <= self.high
        return math.isfinite(value) and inside and (not self.whole or value == int(value))

    def said(self) -> Text:
        """大于 1、不超过 100 的数 / a number above 1, at most 100."""
        low, high = number(self.low), number(self.high)
        if self.high == math.inf:
            most = say("大于 {low} 的数", low=low) if self.above else say("不小于 {low} 的数", low=low)
        elif self.above:
            most = say("大于 {low}、不超过 {high} 的数", low=low, high=high)
        else:
            most = say("{low} 到 {high} 之间的数", low=low, high=high)
        return say("{range}（整数）", range=most) if self.whole else most


SHARE = Limits(0, 0.5, above=True)
COUNT = Limits(2, 60, whole=True)
KNOWN: dict[str, tuple[Text, Limits]] = {
    "peers": (say("至少多少个乡镇可比"), Limits(4, 200, whole=True)),
    "unchanged_tolerance": (say("有效种数相差多少以内算不变"), Limits(0, 1)),
    "unchanged_years": (say("连续多少年不变"), Limits(2, 10, whole=True)),
    "sessions_per_village": (say("村均普法场次少于"), Limits(0, 100)),
    "per_village": (say("每村“法律明白人”少于（人）"), Limits(0, 100)),
    "study_sessions": (say("全年学法少于（次）"), Limits(0, 366)),
    "yearly": (say("全年少于（次）"), Limits(0, 366)),
    "exam_rate": (say("学法考试比率低于（%）"), Limits(0, 100)),
    "fall_percent": (say("比上年下降达到（%）"), Limits(0, 100, above=True)),
    "highest_rate": (say("比率高于（%）"), Limits(0, 1000)),
    "chance": (say("巧合的概率低于"), SHARE),
    "indicators": (say("至少多少项指标"), COUNT),
    "value": (say("只计不小于此数的数据"), Limits(0, 1_000_000)),
    "tolerance": (say("比值相差多少以内算相同"), Limits(0, 0.5)),
    "medium_from": (say("多少项起程度为中"), Limits(1, 60, whole=True)),
    "high_from": (say("多少项起程度为重"), Limits(1, 60, whole=True)),
    "ratio": (say("超过上年的多少倍（或不足其几分之一）"), Limits(1, 100, above=True)),
    "cut_off": (say("偏离全县同期变化（修正 z 值）超过"), Limits(1, 50)),
    "peer_ratio": (say("偏离全县时，至少变为多少倍"), Limits(1, 100)),
    "about": (say("约数前后放宽"), Limits(0, 0.5)),
    "more": (say("“余”“超过”之上放宽"), Limits(0, 10)),
    "medium_off": (say("相差多少倍起程度为中"), Limits(1, 100)),
    "high_off": (say("相差多少倍起程度为重"), Limits(1, 100)),
    "own_share": (say("与本乡镇上年报告相同的文字达到（占全文）"), Limits(0, 1, above=True)),
    "other_share": (say("与其他乡镇报告相同的文字达到（占全文）"), Limits(0, 1, above=True)),
    "passage": (say("连续多少字相同才算一处"), Limits(8, 1000, whole=True)),
    "characters": (say("相同的文字总共至少（字）"), Limits(0, 100_000, whole=True)),
    "common": (say("超过多少乡镇都有的算通用表述（占乡镇数）"), Limits(0, 1, above=True)),
    "medium_share": (say("相同文字占多少起程度为中"), Limits(0, 1)),
    "high_share": (say("相同文字占多少起程度为重"), Limits(0, 1)),
    "floor_events": (say("变化超过：次、场、期、件"), Limits()),
    "floor_copies": (say("变化超过：份"), Limits()),
    "floor_visits": (say("变化超过：人次"), Limits()),
    "floor_people": (say("变化超过：人、名"), Limits()),
    "floor_items": (say("变化超过：条、个"), Limits()),
    "floor_money": (say("变化超过：元"), Limits()),
    "leaflets_per_session_low": (say("平均每场发放资料少于（份）"), Limits()),
    "leaflets_per_session_high": (say("平均每场发放资料多于（份）"), Limits(0, above=True)),
    "people_per_session_low": (say("平均每场受教育群众少于（人次）"), Limits()),
    "people_per_session_high": (say("平均每场受教育群众多于（人次）"), Limits(0, above=True)),
    "leaflets_per_resident_low": (say("人均发放资料少于（份）"), Limits()),
    "leaflets_per_resident_high": (say("人均发放资料多于（份）"), Limits(0, above=True)),
}


def label_of(rule: str, name: str) -> Text:
    """What a threshold is called."""
    found = KNOWN.get(f"{rule}.{name}") or KNOWN.get(name)
    return found[0] if found else Text(name, name)


def limits_of(rule: str, name: str) -> Limits:
    """The values a threshold may take."""
    found = KNOWN.get(f"{rule}.{name}") or KNOWN.get(name)
    return found[1] if found else Limits()


def both(chinese: str) -> Text:
    """A reason or source of a threshold, which rules give in Chinese, in both languages."""
    return Text(chinese, translate(chinese, "en"))


def number(value: float) -> str:
    """A threshold's value as it is written: 3, 0.001, 20000."""
    return f"{value:.10g}"
