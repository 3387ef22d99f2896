"""Phrase → indicator: the nearest wording whose unit fits, narrowed by audience, place and what else is named."""

from __future__ import annotations

import re

from analytics.catalogue import Catalogue
from analytics.intake.narrative import topics
from analytics.intake.narrative.amounts import Amount
from analytics.intake.units import fits, unit_class

_INTO = re.compile(r"进(校园|学校|社区|[乡农]?村|机关|企业|单位|家庭|网络|军营|市场)")
_ACTORS = re.compile(r"(?:人民)?(?:调解|调处)(?:委员会|组织|员|室|中心|队伍)")
"""Who mediates is not yet mediation: 调解组织共排查…."""
_MEASURES = {"culture_sites": ("条", "面"), "short_videos": ("集",)}
"""Measure words that prose uses besides those of forms."""
_SAME = frozenset(("event", "copy", "case"))


def indicator_of(phrase: str, amount: Amount, around: str, catalogue: Catalogue, lenient: bool) -> str | None:
    """The indicator whose wording in the phrase stands nearest to the number."""
    before, _, after = phrase.rpartition("│") if "│" in phrase else (phrase, "", "")
    flat = _ACTORS.sub("", before + after)
    best: tuple[int, int, str] | None = None
    for topic in topics.TOPICS:
        if not unit_fits(amount.unit, topic.indicator, catalogue):
            continue
        match = next(reversed(list(topic.words.finditer(flat))), None)
        if match is None or (topic.never and topic.never.search(flat)):
            continue
        if topic.around and not topic.around.search(around + flat):
            continue
        if topic.narrow and not lenient and topics.OTHER_WORK.search(flat) and not topics.LISTED.search(flat):
            continue
        # The nearest wording wins; of two that end together, the longer one.
        if best is None or (match.end(), -match.start()) > (best[0], -best[1]):
            best = (match.end(), match.start(), topic.indicator)
    if best is None:
        return None
    return _refined(best[2], flat, around, amount)


def _refined(indicator: str, phrase: str, around: str, amount: Amount) -> str | None:
    """The indicator as narrowed by audience and place; None where these make it a thing not counted."""
    if indicator == "collective_study" and not topics.STAFF.search(phrase):
        # Whose study it was stands further in front: whoever was named last.
        sentence = _segment(around)
        central, staff = (
            max((m.end() for m in who.finditer(sentence)), default=0) for who in (topics.CENTRAL, topics.STAFF)
        )
        if central > staff or (not staff and topics.CENTRAL.search(around) and "集中学法" in phrase):
            return "central_group_study"
        # 集中学法 alone may be the study group's or the staff's.
        return None if "集中学法" in phrase and not topics.STAFF.search(around) else indicator
    if indicator == "leaflets" and topics.SCHOOL.search(_segment(around)):
        everywhere = topics.EVERYWHERE.search(around) or len(set(_INTO.findall(_segment(around)))) > 1
        if not everywhere:
            return None if topics.OTHER_PLACES.search(_segment(around)) else "school_leaflets"
    if indicator == "school_law_classes" and not topics.TO_PUPILS.search(_recent(around)):
        if topics.LEADERS.search(_recent(around)):
            return "leader_lectures"
        return indicator if amount.unit in ("节", "堂", "课时") else None
    if indicator in ("law_savvy_persons", "certified_officers", "culture_sites", "legal_advisers"):
        if indicator == "culture_sites" and re.search("投入|占地|改造", _segment(around)):
            return None
        return None if topics.STOCK_FLOW.search(phrase) or amount.unit == "人次" else indicator
    if indicator == "people_served" and amount.unit == "次" and not re.search(r"解答|接受|提供", phrase):
        return None
    if indicator == "training_attendance" and re.search(r"执法[^，。；]{0,8}培训", _recent(around)):
        return None
    if indicator == "village_talks" and re.search(rf"成员|{topics.LEADERS.pattern}", _recent(around)):
        return None
    if indicator in ("school_events", "village_talks") and len(set(_INTO.findall(phrase))) > 1:
        return "publicity_events" if re.search("等|系列", phrase) else None
    if indicator in ("disputes_mediated", "petitions_handled", "penalty_cases") and re.search("参与|协助|配合", phrase):
        return None
    if indicator == "petitions_handled" and "来访" in phrase and amount.unit == "批次":
        return None
    if indicator == "enforcement_trainings" and re.search("参加[^，]{0,4}(?:[省市县区]|上级)", phrase):
        return None
    if indicator == "people_reached" and re.search("演|讲座|培训|电影|放映", _segment(around)):
        return None if "宣传" not in _segment(around) else indicator
    if indicator == "people_reached" and topics.PEOPLE_PART.search(_recent(around)):
        return None
    return indicator


def of_its_own(indicator: str | None, before: str, after: str) -> str | None:
    """Contracts are not decisions: of what is reviewed together, the number's own noun tells which it counts."""
    if indicator not in ("legal_reviews", "contract_reviews"):
        return indicator
    noun = re.split("[、和及与]", after)[0] or before
    if re.search(r"合同|协议", noun) and not re.search(r"重大|决策", noun):
        return "contract_reviews"
    if indicator == "contract_reviews" and re.search(r"重大|决策", noun):
        return "legal_reviews"
    if indicator == "contract_reviews" or ("规范性文件" in noun and "重大" not in noun + after):
        return None if "规范性文件" in noun else indicator
    return indicator


def unit_fits(unit: str, indicator: str, catalogue: Catalogue) -> bool:
    """Whether a measure word can count an indicator in prose, where 件 and 起, 场 and 次 stand for one another."""
    known = catalogue.by_id[indicator]
    if known.kind == "rate":
        return unit == "%"
    if fits(unit, known) or unit in _MEASURES.get(indicator, ()):
        return True
    family = unit_class(unit)
    return family in _SAME and family == unit_class(known.unit)


def _segment(around: str) -> str:
    """What stands behind the last semicolon before the number."""
    return re.split("；", _recent(around))[-1]


def _recent(around: str) -> str:
    """The sentence up to the number, without the one before."""
    return around.rpartition("‖")[2]
