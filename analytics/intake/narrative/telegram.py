"""Telegram style: 行政执法：处罚3件；培训2次. A bare noun and a number, which only a label or heading make a figure."""

from __future__ import annotations

import re

from analytics.catalogue import Catalogue
from analytics.intake.narrative import topics
from analytics.intake.narrative.amounts import Amount
from analytics.intake.narrative.claim import Claim, claim_of
from analytics.intake.narrative.masking import words
from analytics.intake.narrative.matching import unit_fits
from analytics.intake.narrative.sentences import Sentence

_LABEL = re.compile(
    r"(?:^|[；;。])\s?(?:(?P<label>[^，。；：:;、\d]{2,14})[：:]|(?:在|关于)?(?P<side>[^，。；：:;、\d]{2,10})(?:工作|建设)?(?:上|方面|领域)[，,：:])"
)
_LINK = re.compile(
    r"^(?:[^，；]*[：:])?(?:全年|全镇|全乡|今年|年内|本年度?|先后|共|共计|累计|已|均|组织|开展|举办|召开|实施|作出)*"
)
_TAIL = re.compile(r"(?:共计|合计|总计|累计|共|计|达到?|为|有|了|约|：|:)+$")
_ENDS = re.compile(r"\s?(?:[，。；、;,)）(（]|其中|$)")
_ITEMS = re.compile(r"[，。；、;,:：\n]")
_FEWEST = 3
"""Items of a paragraph that is a bare list, and so tells by the others what each is about."""
_LONGEST = 14
_FIELDS = (
    (r"执法", {
        "penalty_cases": r"(?:行政|立案|办结|作出|实施)*处罚(?:决定|案件)?", "enforcement_trainings": r"(?:业务|专题|集中|执法|人员)*培训",
        "certified_officers": r"持证(?:人员|人数|执法人员)?|执法证",
    }),
    (r"普法|法[治制律]宣传|宣传教育|法[治律]服务|以案释法|法治进", {
        "publicity_events": r"(?:集中|各类)?(?:宣传|活动|宣传活动)", "village_talks": r"宣讲|进村(?:宣讲)?", "school_events": r"进校园?|进学校",
        "leaflets": r"(?:发放|散发|发|派发)?(?:法治|普法)?(?:宣传|普法|各类)?(?:资料|手册|读本|折页|传单|宣传册|宣传单)(?:发放)?", "people_served": r"(?:解答|接受|提供|现场)?(?:法律|群众)?咨询",
        "people_reached": r"受众|受教育(?:群众)?|覆盖群众|惠及群众", "banners": r"(?:悬挂)?横幅|标语",
        "legal_advisers": r"(?:聘请|聘)?(?:法律)?顾问", "legal_lectures": r"(?:法治)?讲座", "new_media_posts": r"公众号(?:推送)?", "school_leaflets": r"校园(?:宣传)?(?:资料|手册|读本)",
        "law_savvy_persons": r"(?:法律)?明白人", "short_videos": r"(?:拍摄|制作)?短视频",
    }),
    (r"学法", {
        "central_group_study": r"(?:党委)?(?:理论学习)?中心组(?:学习|集中学习)?", "collective_study": r"(?:机关)?干部(?:职工)?(?:集中|集体)?(?:学习)?|会前",
        "law_exam_participants": r"(?:参加)?(?:考试)?(?:参考|实考)|(?:参加)?考试",
    }),
    (r"纠纷|矛盾|调解|解纷", {
        "disputes_screened": r"(?:摸排|排查)(?:出)?", "disputes_mediated": r"(?:成功|就地)?(?:化解|调处|调解)(?:成功)?",
    }),
    (r"复议|诉讼|应诉", {
        "reconsideration_cases": r"(?:行政)?复议(?:案件)?", "litigation_cases": r"(?:行政)?(?:诉讼|应诉)(?:案件)?|被诉",
        "head_court_appearances": r"(?:负责人|镇长|领导|行政机关负责人)?出庭(?:应诉)?", "lost_cases": r"败诉(?:案件)?",
    }),
    (r"新媒体|创新|线上", {"new_media_posts": r"(?:推送|发布)?(?:普法)?(?:推文|信息)", "short_videos": r"(?:拍摄|制作)?(?:普法)?短视频"}),
    (r"组织领导|法治建设|依法治", {
        "leadership_meetings": r"专题会议?|专题研究|领导小组会议?", "reports_heard": r"听取(?:工作)?汇报", "accountability_reports": r"(?:书面)?述法",
    }),
    (r"信访", {"petitions_handled": r"受理|办理|收"}),
    (r"合法性(?:审[查核])", {"legal_reviews": r"重大(?:行政)?(?:决策|事项)(?:事项)?", "contract_reviews": r"(?:各类)?(?:合同|协议)(?:协议)?"}),
    (r"公开", {"info_disclosed": r"主动公开(?:信息)?"}),
    (r"进校园|进学校|校园普法", {
        "school_events": r"(?:宣传|普法)?活动|宣传|普法", "school_leaflets": r"(?:发放|发)?(?:宣传)?(?:资料|手册|读本)", "school_law_classes": r"法治课|授课|上课",
    }),
    (r"阵地", {"culture_sites": r"广场|长廊|公园|文化墙|主题公园|法治广场|法治长廊"}),
)  # fmt: skip
"""Field of work → indicator → the whole of what may stand between the label, or the number before, and the number."""
_READ = tuple((re.compile(field), {name: re.compile(item) for name, item in items.items()}) for field, items in _FIELDS)


def in_telegram_style(text: str) -> bool:
    """Whether a paragraph is a bare list of nouns with their numbers (执法证6人；处罚4件；诉讼0件)."""
    items = [item.strip() for item in _ITEMS.split(text) if item.strip()]
    counted = [item for item in items if re.search(r"\d", item)]
    return len(counted) >= _FEWEST and len(counted) + 1 >= len(items) and all(len(i) <= _LONGEST for i in items)


def telegram(sentence: Sentence, amount: Amount, heading: str, catalogue: Catalogue) -> list[Claim]:
    """What a bare noun with its number counts under the label in front (法治宣传：资料9,000份), else under its heading.

    Nothing but the noun may stand in the clause, and the number has to end it; a field of two kinds of work that
    would read the noun differently decides nothing.
    """
    masked = sentence.masked
    label = next(reversed(list(_LABEL.finditer(masked, 0, amount.start))), None)
    field = words(label["label"] or label["side"]) if label else heading
    if not field or topics.OTHER_WORK.search(field) or not _ENDS.match(masked, amount.end):
        return []
    if topics.OTHER_WORK.search(masked, label.end() if label else 0, amount.start):
        return []  # 排查出婚姻纠纷12件，化解12件: the item before may have narrowed this one
    begin = max((masked.rfind(mark, 0, amount.start) + 1 for mark in "，；、：:;,"), default=0)
    own = words(masked[begin : amount.start])
    item = _LINK.sub("", _TAIL.sub("", own))
    if not item and label and begin == label.end():
        item = field  # 行政诉讼：2件
    chosen = {
        name
        for about, items in _READ
        if about.search(field)
        for name, noun in items.items()
        if noun.fullmatch(item) and unit_fits(amount.unit, name, catalogue)
    }
    return [claim_of(chosen.pop(), amount)] if len(chosen) == 1 else []
