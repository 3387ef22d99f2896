"""Which theme the words of a shortcoming or a plan belong to: by the catalogue's wordings, else by their subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analytics.catalogue import Catalogue
from analytics.intake.words import squeeze

OTHER = "other"

_LACK = r"(?:重[^，。；]{1,4}轻|打了?折扣|没(?!收)|照本宣科|起步晚|增多|有所增加|上热中温|不(?!断|仅|但|同|得|可|等|少于)|未能?|无|缺|匮|轻(?=法|普)|少(?!年|数)|弱|薄|差|低|难|滞后|单一|单调|传统|有限|欠|短板|有待|需(?!求)|仍要|较慢|偏|参差|老化|淡|窄|慢|紧张|短缺|流于|趋同|陈旧|频繁|压力|高发|多发|易发|困难|捉襟|拮据|吃紧|脱节|空白|差距|枯燥|老套|老办法|老三样|停留|盲区|死角|递减|身兼|兼职|一人多岗|落后|上升|风险|突出|严峻|增多|反弹|浮于|为主|时有发生|较[多大]|性大|拖沓|拖拉|老旧|老路|找关系|苗头|反复|走过场|两张皮|不上心|(?:经费|资金|人手|手头|力量)[偏较很]?紧|加强|提升|提高|完善|改进|推进|深化)"
_TOPICS = (
    ("awareness_of_officials", r"(?:法律|法治|法规|学法|理论)(?:知识)?的?学习[^，。；]{0,8}(?:抓得|不|走过场|停留)|(?:干部|人员|职工)[^，。；]{0,12}(?:旁听|庭审|案例为)"),
    ("institutions", r"执法[^，。；]{0,8}(?:机制|制度|体系)"),
    ("responsibility", r"谁执法[、，]?谁普法|责任传导|压力传导|层层递减|抓得不[紧实]|一岗双责|软任务|一级抓一级|过问得?(?:少|不)"),
    ("resources", r"(?:经费|资金)[^，。；]{0,8}(?:不足|缺口|紧|短缺|有限|缺乏)"),
    ("new_problems", r"新情况|新问题|新类型|新型(?:纠纷|案件|问题)|新(?:纠纷|案件)|新形势(?!的?(?:任务)?要求)|新业态(?!从业|就业|劳动|人员|群体)|新矛盾|新领域"),
    ("demonstration_sites", r"示范(?!带动|引领|作用)|法治文化(?:阵地|建设|广场|长廊|公园)|阵地|创建"),
    ("publicity_innovation", r"(?:普法|宣传|宣教|教育|活动)[^，。；]{0,12}(?:创新|(?<!流于)形式|方式|方法|手段|手法|渠道|招式|招数|路数|套路|花样)|(?:线上|网上|新媒体)(?:普法|宣传)|(?:创新|形式|方式|方法|手段|手法)[^，。；]{0,12}(?:普法|宣传|宣教)|(?:普法|宣传|宣教)[^，。；]{0,16}(?:枯燥|照本宣科|老套|老办法|老三样|传单|横幅|新媒体|线上|喜闻乐见)|新媒体[^，。；]{0,6}(?:普法|宣传)|创新|形式单一|新意|新颖|内容单调|吸引力|互动性|趣味性|载体|特色|亮点"),
    ("openness", r"公开|透明"),
    ("litigation_pressure", r"涉诉|涉访|行政争议|诉源|诉讼|应诉|复议|信访(?!不信法)|败诉|案件(?:高发|多发|量大)"),
    ("resources", r"经费|资金|装备|设备|记录仪|执法(?:用)?车|保障|投入|财力|车辆|硬件"),
    ("enforcement_capacity", r"执法"),
    ("responsibility", r"第一责任人|责任(?:落实|压实|[^，。；]{0,3}不|制|主体|分工|意识)|主体责任|职责落实|履职(?!能力)"),
    ("public_awareness", r"(?:群众|村民|居民|农民|企业|商户|商家|经营户|业主|全民|社会|公民|百姓)[^，。；]{0,14}(?:意识|法治观念|法律素[养质]|学法|积极性|主动性|法律知识|尊法|守法|依法维权|观念|素养|热情|参与度)"),
    ("awareness_of_officials", r"(?:干部|工作人员|领导|班子|职工|人员)[^，。；]{0,18}(?:意识|思维|观念|学法|素养|能力|水平|重视)|法治(?:意识|思维|素养|观念)|依法(?:行政|办事)的?(?:意识|能力|水平)|学法|遇事找法|重视(?:程度)?|思想认识|重要性[^，。；]{0,4}认识|(?:干部|人员)[^，。；]{0,8}法律知识|重[^，。；]{1,4}轻(?:法|普法|学法|依法)"),
    ("rule_of_law_staff", r"(?<!务工)(?<!流动)(?<!服刑)(?<!矫正)人员|懂法律?的|队伍|人才|力量|人手|编制|专业|司法所|一人多岗|法律明白人|身兼|专职|法治干部|法律服务|法律顾问|调解员|网格员"),
    ("institutions", r"制度|机制|体系|机构不|规范化|流程|程序"),
    ("publicity_reach", r"覆盖|实效|成效|深入|针对性|广度|深度|力度|效果|知晓率|宣传|普法|法律进"),
)  # fmt: skip
_RULES = tuple((theme, re.compile(topic)) for theme, topic in _TOPICS)
_PLAIN_SUBJECTS = ("new_problems", "openness")
"""Subjects that say more than how they fall short: 政务公开形式单一 is about openness."""
_BARE = 5
"""Characters of a wording too short to name its own subject: 不够深入 may be said of publicity and of study."""
_PLAIN = (
    ("responsibility", re.compile(r"责任|谁(?:牵头|负责|落实|来管)|软任务|软指标|扛责|过问|压力(?:没有|未)?传导|(?:司法所|一家)的事")),
    ("openness", re.compile(r"公示")),
    ("rule_of_law_staff", re.compile(r"学法律|熟悉法律|法律出身|法学专业|懂法")),
    ("institutions", re.compile(r"规矩|规程|会商|先签后审|联席会议|衔接|移交|互通|送审|审[查核]把关")),
    ("public_awareness", re.compile(r"信访不信法|大闹|(?:群众|村民|居民|业主|农户)[^，。；]{0,20}(?:法律途径|缠访|闹访|越级|维权渠道)|(?:业主|商户|村民|群众)[^，。；]{0,8}守法")),
    ("litigation_pressure", re.compile(r"上访|缠访|来信来访|越级访|重复访")),
    ("publicity_reach", re.compile(r"(?:群众|村民|村组|自然村)[^，。；]{0,14}(?:法治课|普法|宣讲|咨询)")),
    ("awareness_of_officials", re.compile(r"(?:新修订|新颁布|法律法规|法律)[^，。；]{0,6}的?学习|(?:干部|人员|领导|班子|负责人)[^，。；]{0,20}(?:掌握得|领会得|学得|依法办事|拍板|凭经验)|(?:领导干部|班子成员|负责人|负责同志)[^，。；]{0,8}(?:讲法|学法|法治课)")),
    ("demonstration_sites", re.compile(r"法治[^，。；]{0,4}(?:公园|广场|长廊|文化墙)|阵地")),
    ("resources", re.compile(r"开支|预算|的钱|财力|经费|记录仪|设施|设备")),
    (
        "publicity_innovation",
        re.compile(
            r"(?:普法|宣传|宣讲)[^，。；]{0,12}(?:老一套|老路|老套|照本宣科|转载|转发|转自|原创|老面孔|老办法|花样|千篇一律|换过内容)|(?:短视频|新媒体|线上|手机上)[^，。；]{0,6}(?:普法|宣传)|花样翻新"
        ),
    ),
)  # fmt: skip
"""Subjects of everyday words, for a clause of which it is known that it says what falls short."""
_OLD_WAYS = re.compile(
    r"老一套|老路|转自|转载|原创|照本宣科|老办法|横幅|传单|摆摊|发资料|花样|新媒体|线上|手机上|换过内容|眼前一亮|年轻人|手段|形式"
)
_ATTITUDE = re.compile(
    r"(?:法律|法治|守法|用法|维权|规则|依法)[^，。；]{0,6}(?:意识|观念|思维|素养|习惯|知识|本领|能力)"
)
_LAW_NAME = re.compile("(?:行政)?(?:复议|诉讼|处罚)法")
"""What a law is about is not what falls short."""
_STAFF = re.compile(r"干部|领导|班子|站所长|负责人|工作人员|支书|主任")
_HEADS = (
    (
        "public_awareness",
        re.compile(r"(?:群众|村民|居民|农户|商户)[^，。；]{0,24}(?:知之甚少|知之不多|不了解|不知道|不清楚|一知半解)"),
    ),
    (
        "institutions",
        re.compile(
            r"(?:制度|机制|体系|流程|程序)(?:还|尚|仍|较|相对|比较|也|不够|不|未|有待|进一步)+(?:健全|完善|规范|顺畅|严密|严谨|明确|清晰)(?=[，,、]|$)"
        ),
    ),
    ("responsibility", re.compile(r"责任(?:还|也|仍)?(?:没有?|未|不)(?:真正|完全|够)?(?:压实|落实|到位|扛起|落地)|(?:司法所|一家)的事")),
)  # fmt: skip
"""What is said of its own subject so plainly that words further away (执法与司法衔接…机制不健全) say nothing."""
_PAPERS = re.compile("档案|台账|归档|总结材料|信息报送|基础资料|卷宗|自助机|终端机|违法建筑")
"""Work of the office itself that no theme names."""
LACKING = re.compile(_LACK)
_SHADES = re.compile(r"还|仍然|仍|较为|比较|较|相对|尚|十分|有点|有些|的|了|、|，|“|”|\s")
LACKS = re.compile(
    r"不(?:足|够|强|高|深|广|多|到位|力|顺|勤|紧|畅|严|实|细|齐|均|平衡|健全|完善|规范|及时|丰富|明显|适应|紧密|稳定)|薄弱|单一|单调|滞后|短缺|匮乏|缺乏|淡薄|有限|欠缺|紧缺|偏[低弱少]|难度大|困难|压力大|未养成|短板|差距|参差|陈旧|老化|落后|缓慢|缺失|盲区|死角|跟不上|较少|偏少|传统|老套|枯燥|流于形式|乏力|迟缓|欠佳|淡漠|高发|多发|上升|突出|身兼|稀缺|断档|偏大|偏老|(?:人员|人手|经验|机会|骨干|人才)[偏较]?少"
    r"|(?:不(?!断|仅|但|同|得|可|等|忘|懈|止|良|少于)|未|没有|有待)[^，。；：:、]{1,6}$"
)
_REACH = re.compile(r"覆盖|实效|成效|深入|针对性|广度|深度")
PEOPLE = re.compile("群众|农户|住户|村民|居民|农民|百姓")


def theme_of(text: str, catalogue: Catalogue) -> str | None:
    """The theme that a stated shortcoming belongs to: by the catalogue's wordings, else by its subject; None: no one's.

    The first clause that says what is lacking decides.
    """
    plain = _SHADES.sub("", squeeze(text))
    head = re.split(r"[。；;]", text)[0]
    subject = next((theme_id for theme_id, topic in _RULES if theme_id in _PLAIN_SUBJECTS and topic.search(head)), None)
    if subject is not None and LACKING.search(head):
        return subject
    plainly = next((theme for theme, said in _HEADS if said.search(head)), None)
    if plainly is not None and not LACKS.search(re.split("[，,]", head[: _first(head)])[0]):
        return plainly
    stated: list[tuple[int, str]] = []
    for theme in catalogue.themes:
        for wording in theme.wordings:
            at = plain.find(_SHADES.sub("", squeeze(wording)))
            if at >= 0:
                whose = _by_subject(_clause(text, wording)) if len(wording) <= _BARE else None
                stated.append((at, whose or theme.id))
    if stated:
        at, first = min(stated)
        begun = next((c for c in re.split("[，,]", head) if LACKS.search(c)), "")
        own = _by_subject(begun) if len(_SHADES.sub("", squeeze(head[: head.find(begun) + len(begun)]))) <= at else None
        if own is not None and (own != "publicity_reach" or _REACH.search(begun)):
            first, at = own, 0
        if first == "awareness_of_officials" and PEOPLE.search(plain[:at]):
            return "public_awareness"
        return "enforcement_capacity" if first == "rule_of_law_staff" and "执法" in plain[: at + 4] else first
    for clause in re.split(r"[，,]", head):
        theme_id = _by_subject(clause)
        if theme_id == "awareness_of_officials" and PEOPLE.search(head):
            return "public_awareness"
        if theme_id == "rule_of_law_staff" and "执法" in head:
            return "enforcement_capacity"
        if theme_id is not None and (theme_id != "publicity_reach" or _REACH.search(clause)):
            return theme_id
    return _by_subject(head) or _by_subject(text)


def _first(head: str) -> int:
    """Where the clause begins that a plain subject (``_HEADS``) stands in."""
    at = min(match.start() for _, said in _HEADS if (match := said.search(head)))
    return max(head.rfind("，", 0, at), head.rfind(",", 0, at), 0)


def _clause(text: str, wording: str) -> str:
    """The clause of a text that ends in a wording, which may be shaded there (不够深入 in 还不够十分深入)."""
    return next((c for c in re.split("[，,。；;]", text) if squeeze(wording) in _SHADES.sub("", squeeze(c))), "")


def _by_subject(part: str) -> str | None:
    for theme_id, topic in _RULES:
        match = topic.search(part)
        if match and LACKING.search(part, part.rfind("，", 0, match.start()) + 1):
            return theme_id
    return None


def subject_of(text: str) -> str | None:
    """The theme that a plan is about: its subject, with nothing said of what is lacking."""
    head = re.split(r"[。；;，]", text)[0]
    return next(
        (
            theme_id
            for theme_id, topic in _RULES
            if topic.search(head) and (theme_id != "publicity_reach" or re.search("宣传|普法|宣讲", head))
        ),
        None,
    )


def theme_of_clauses(clauses: Sequence[str], at: int, catalogue: Catalogue) -> tuple[str, bool] | None:
    """The theme of a clause that is judged to fall short, among the clauses of its sentence, and whether the words say
    so closely (not publicity in general); None: of no theme.

    The clause's own subject decides; one that names none (…，效果一般), or publicity in general, is about that of the
    clauses before it where they name one.
    """
    clause, until = _LAW_NAME.sub("法", clauses[at]), "，".join(clauses[: at + 1])
    own = _judged_subject(clause, theme_of(clause, catalogue))
    general = own == "publicity_reach" and not _REACH.search(clause)
    if own is None and _ATTITUDE.search(clause):
        own = "public_awareness" if PEOPLE.search(until) else "awareness_of_officials" if _STAFF.search(until) else None
    if own is None or general:
        earlier = [theme for part in reversed(clauses[:at]) if (theme := _judged_subject(part, None))]
        others = [theme for theme in earlier if theme != "publicity_reach"]
        own = next(iter(others), own or next(iter(earlier), None))
        general = own == "publicity_reach"
        if general and _OLD_WAYS.search("，".join(clauses)):
            own, general = "publicity_innovation", False
    if own == "awareness_of_officials" and PEOPLE.search(until):
        own = "public_awareness"
    own = own or (OTHER if _PAPERS.search(until) else None)
    return None if own is None else (own, not general)


def _judged_subject(clause: str, said: str | None) -> str | None:
    """``said``, else the field a clause names, whatever it says of it."""
    if said is not None and said != "publicity_reach":
        return said
    plain = next((theme for theme, topic in _PLAIN if topic.search(clause)), None)
    return plain or said or next((theme_id for theme_id, topic in _RULES if topic.search(clause)), None)
