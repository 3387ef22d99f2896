"""Phrase → indicator: the nearest wording whose unit fits, narrowed by audience, place and what else is named."""

from __future__ import annotations

import re
from functools import lru_cache

from analytics.catalogue import Catalogue, Indicator
from analytics.intake.narrative import topics
from analytics.intake.narrative.amounts import Amount
from analytics.intake.units import fits, unit_class

_INTO = re.compile(r"进(校园|学校|社区|[乡农]?村|机关|企业|单位|家庭|网络|军营|市场)|(下乡)")
_EXAMPLES = re.compile(r"^(?P<listed>.*(?:、|进.{2,8}进|下乡.{0,8}进).*)等(?P<kind>.*)$")
"""送法下乡、送法进校园等普法活动: what stands behind 等 says what is counted, what stands before are examples."""
_TROUBLES = re.compile(
    r"(?P<verb>解决|整改|研究|就|围绕|针对)[^，│]{0,40}?、[^，│]{0,40}?等(?=[^，]{0,30}(?:重点|难点|关键|涉法|法治)[^，]{0,10}[问难]题)"
)
"""解决河道采砂、宅基地等重点难点问题: what the problems were about are examples too."""
_KINDS = re.compile(
    r"(?P<verb>(?:排查|调解|调处|化解|受理|处理)+)(?P<done>出|了|成功|各类)*(?:(?!排查|调解|调处|化解)[^，│]){0,40}?、[^，│]{0,40}?等(?P<kind>各类|各种|多类|多种|各方面)(?=[^，]{0,6}(?:矛盾|纠纷))"
)
"""排查出婚姻家庭、邻里、土地等各类纠纷: kinds named as examples of all of them leave nothing out."""
_OFFICIAL = {
    "摸排出": "排查", "摸排": "排查", "调成了": "调解成功", "调成": "调解成功", "调结": "调解", "派送": "派发", "审了": "审查", "学了": "学习", "办了": "举办", "搞了": "开展", "开了": "召开",
    "请了": "聘请", "拍了": "拍摄", "挂了": "悬挂", "贴了": "张贴", "演了": "演出", "发出去": "发放", "送出去": "发放",
}  # fmt: skip
_FILLED = re.compile(r"(?:共计|总计|合计|累计|总共|共|计|达到?|有|为|了|：|全年|年内)+$")
_EVERYDAY = re.compile("|".join(_OFFICIAL))
_YIELD = re.compile(
    r"发放|派发|散发|分发|赠送|悬挂|张贴|解答|接受|接待|咨询|覆盖|受教育|受众|惠及|展板|展出|^[^，]{0,4}(?:师生|学生|群众)"
)
_NAMES_A_KIND = re.compile(r"(?:普法|法治|法律|宪法)[^，]{0,6}(?:活动|宣传|宣讲|讲座|演出|培训|信息|资料|手册)")
_PLACES = re.compile(
    r"(?:深入|走进|走访|走入|到|赴|在|面向|[进入])(?P<list>[^，]{2,40}?)(?=(?:广泛|集中|巡回|持续|先后|累计|共|全年)*(?:开展|举办|组织|进行|宣讲|宣传|普法))"
)
_AUDIENCES = tuple(
    re.compile(words)
    for words in (r"村|社区|院坝|田间", r"校|幼儿园", r"企业|商户|园区|工地|车间", r"机关|单位|站所", r"集市|市场|广场|景区", r"家庭|农户", r"寺|教堂|宗教")
)  # fmt: skip
_ACTORS = re.compile(r"(?:人民)?(?:调解|调处)(?:委员会|组织|员|室|中心|队伍)")
"""Who mediates is not yet mediation: 调解组织共排查…."""
_MEASURES = {
    "culture_sites": ("条", "面"),
    "short_videos": ("集", "条", "场次"),
    "accountability_reports": ("人次",),
    "banners": ("张",),
    "mock_courts": ("部",),
}
"""Measure words that prose uses besides those of forms."""
_REVIEWED = re.compile(
    r"(?:决策|事项|合同|协议)[^，；\d]{0,8}(?:审查|审核)(?:\d+|[一二三四五六七八九十百]+)(?:余|多)?[件份项个]，"
)
"""合同审查18份，: reviewed and counted, so that what comes next is no longer what is reviewed."""
_AMONG = re.compile(
    r"(?:党员|退役军人|妇女|教师|网格员|志愿者|楼栋长|小组长)[^，；‖]{0,8}[，(]其中[^，；‖]{0,4}法律明白人[^，；‖]*$"
)
"""退役军人60名，其中法律明白人12名: of another group those who are, not all there are."""
_AT_LARGE = re.compile(
    rf"(?:^|，)(?![^，]*(?:{topics.SCHOOL.pattern}))[^，]{{0,40}}(?:普法|法[治律](?:集中)?宣传)[^，\d]{{0,12}}(?:活动|宣传)[^，\d]{{0,8}}[\d一二三四五六七八九十百]"
)
"""开展法治宣传活动45场次，进校园12场次，发放…: with publicity at large named first, what comes of it is not the schools'."""
SENT = re.compile("组织[^，]{0,12}参加[^，]{0,4}(?:[省市县区]|上级)[^，]{0,16}执法(?!资格)[^，]{0,6}培训")
"""组织执法人员参加县级以上执法培训: held by others; of the year only where the township names none of its own."""
_TIMES = frozenset("条件份册个篇例项家期节堂")
_SAME = frozenset(("event", "copy", "case"))


def indicator_of(phrase: str, amount: Amount, around: str, catalogue: Catalogue, lenient: bool) -> str | None:
    """The indicator whose wording in the phrase stands nearest to the number."""
    before, _, after = phrase.rpartition("│") if "│" in phrase else (phrase, "", "")
    before, after = _FILLED.sub("", official(before)), official(after)
    whole = _KINDS.sub(_all_kinds, _TROUBLES.sub(_verb, before + after))
    flat = _EXAMPLES.sub(_kind, _PLACES.sub(_everywhere, _ACTORS.sub("", whole)))
    best: tuple[int, int, str] | None = None
    for topic in topics.TOPICS:
        if not unit_fits(amount.unit, topic.indicator, catalogue):
            continue
        match = next(reversed(list(topic.words.finditer(flat))), None)
        if match is None or (topic.never and topic.never.search(flat)):
            continue
        if topic.around and not topic.around.search(around.replace("¦", "") + flat):
            continue
        if topic.narrow and not lenient and topics.OTHER_WORK.search(flat) and not topics.LISTED.search(flat):
            continue
        # The nearest wording wins; of two that end together, the longer one.
        if best is None or (match.end(), -match.start()) > (best[0], -best[1]):
            best = (match.end(), match.start(), topic.indicator)
    if best is None:
        return None
    return _refined(best[2], flat, around, amount)


def official(text: str) -> str:
    """A phrase with everyday words put the way reports put them: 摸排 is 排查, 调成 is 调解成功."""
    return _EVERYDAY.sub(lambda match: _OFFICIAL[match[0]], text)


def _everywhere(match: re.Match[str]) -> str:
    """深入各村、学校、企业开展…: several sorts of audience are none in particular."""
    return match[0].replace(match["list"], "各处") if _sorts(match["list"]) > 1 else match[0]


def _sorts(text: str) -> int:
    """How many sorts of audience or place a text names."""
    return sum(1 for audience in _AUDIENCES if audience.search(text))


def _verb(match: re.Match[str]) -> str:
    return match["verb"]


def _all_kinds(match: re.Match[str]) -> str:
    return match["verb"] + (match["done"] or "") + match["kind"]


def _kind(match: re.Match[str]) -> str:
    return match["kind"] if _NAMES_A_KIND.search(match["kind"]) else match[0]


def _refined(indicator: str, phrase: str, around: str, amount: Amount) -> str | None:
    """The indicator as narrowed by audience and place; None where these make it a thing not counted."""
    if indicator == "collective_study" and not topics.STAFF.search(phrase):
        # Whose study it was stands further in front: whoever was named last.
        sentence = _segment(around.replace("¦", ""))
        central, staff = (
            max((m.end() for m in who.finditer(sentence)), default=0) for who in (topics.CENTRAL, topics.STAFF)
        )
        if central > staff or (not staff and topics.CENTRAL.search(around) and "集中学法" in phrase):
            return "central_group_study"
        # 集中学法 alone may be the study group's or the staff's.
        return None if "集中学法" in phrase and not topics.STAFF.search(around) else indicator
    if indicator == "leaflets" and _in_school(around):
        everywhere = (
            topics.EVERYWHERE.search(around)
            or len(set(_INTO.findall(_segment(around)))) > 1
            or _sorts(_occasion(around).rpartition("，")[2]) > 1
        )
        if not everywhere:
            return None if topics.OTHER_PLACES.search(_occasion(around)) else "school_leaflets"
    if indicator == "school_law_classes" and not topics.TO_PUPILS.search(_recent(around)):
        if topics.LEADERS.search(_recent(around)):
            return "leader_lectures"
        return indicator if amount.unit in ("节", "堂", "课时") else None
    if indicator in ("law_savvy_persons", "certified_officers", "culture_sites", "legal_advisers"):
        if (
            indicator == "culture_sites"
            and re.search("投入|占地|改造", _segment(around.replace("¦", "")))
            and not re.search("目前|现有|共有|总数|至此", phrase)
        ):
            return None
        own = indicator == "legal_advisers" and re.search("[镇乡]级", phrase)
        part = (
            amount.unit == "人次"
            or (not own and re.search("[镇乡村]级", phrase))
            or _AMONG.search(around.partition("¦")[0])
        )
        return None if part or topics.STOCK_FLOW.search(phrase) else indicator
    if indicator == "reports_heard" and re.search(
        "[省市县区](?:委|级|局|里|直|人大|政府|司法局)[^，、]*(?:督察|督查|督导)", phrase
    ):
        return None
    if indicator == "leadership_meetings" and topics.OTHER_WORK.search(phrase):
        return None
    if indicator == "mock_courts" and amount.unit == "部" and re.search("拍|录制|制作|视频|微", phrase):
        return None
    if indicator == "people_served" and amount.unit == "次" and not re.search(r"解答|接受|提供", phrase):
        return None
    if indicator == "village_talks" and re.search(rf"成员|{topics.LEADERS.pattern}", _recent(around)):
        return None
    if indicator in ("school_events", "village_talks") and len(set(_INTO.findall(phrase))) > 1:
        return "publicity_events" if re.search("等|系列", phrase) else None
    if indicator in ("disputes_mediated", "petitions_handled", "penalty_cases") and re.search("参与|协助|配合", phrase):
        return None
    if (
        indicator == "normative_documents"
        and not re.search("制定|出台|制发|印发|发布|新", phrase)
        and re.search("审查|审核|清理|备案", _REVIEWED.sub("", _segment(around.partition("¦")[0])))
    ):
        return None
    if indicator == "disputes_mediated" and re.search(
        "(?:重[大点]|疑难|婚姻|劳资|宅基地|涉企)(?:矛盾|纠纷)[^，；]*，(?![^，；]*(?:矛盾|纠纷))[^，；]*$",
        _segment(around),
    ):
        return None
    if indicator == "petitions_handled" and "来访" in phrase and amount.unit == "批次":
        return None
    if indicator == "enforcement_trainings" and re.search("参加[^，]{0,4}(?:[省市县区]|上级)", phrase):
        return indicator if SENT.search(phrase) else None
    if indicator == "people_reached":
        occasion = _occasion(around)
        if (topics.SCHOOL.search(occasion) and _sorts(occasion) < 2) or (
            re.search("演|讲座|授课|培训|电影|放映", occasion) and "宣传" not in occasion
        ):
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
    return _can_count(unit, catalogue.by_id[indicator])


@lru_cache(maxsize=8192)
def _can_count(unit: str, known: Indicator) -> bool:
    if known.kind == "rate":
        return unit == "%"
    if len(unit) == 2 and unit[1] == "次" and unit[0] in _TIMES:
        unit = unit[0]  # 1200条次, 4件次
    if fits(unit, known) or unit in _MEASURES.get(known.id, ()):
        return True
    family = unit_class(unit)
    return family in _SAME and family == unit_class(known.unit)


def _in_school(around: str) -> bool:
    """Whether leaflets went to a school: said of the occasion, or of the law classes that pupils were given."""
    occasion = _occasion(around)
    own = occasion.rpartition("，")[2]
    if re.search("其他|其它|另", own):
        return False
    if not topics.SCHOOL.search(own) and _AT_LARGE.search(_segment(around.partition("¦")[0]).removesuffix(occasion)):
        return False
    classes = re.search("法[治律]课|授课", occasion) is not None and topics.TO_PUPILS.search(_recent(around))
    return bool(topics.SCHOOL.search(occasion) or classes)


def _occasion(around: str) -> str:
    """The clauses on what was done when leaflets were given or people reached: the number's own, back to the nearest
    one that names an activity; clauses that count further yields of it are passed over."""
    clauses = re.split("，", _segment(around.partition("¦")[0]))
    own = clauses.pop()
    for clause in reversed(clauses):
        own = clause + "，" + own
        if not _YIELD.search(clause):
            break
    return own


def _segment(around: str) -> str:
    """What stands behind the last semicolon before the number."""
    return re.split("；", around.rpartition("‖")[2])[-1]


def _recent(around: str) -> str:
    """The sentence up to the number, without the one before."""
    return around.rpartition("‖")[2].replace("¦", "")
