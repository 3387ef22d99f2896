"""What a township says falls short: item by item, each under the theme its words belong to, else under "other"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from analytics.catalogue import Catalogue
from analytics.intake.narrative.items import goes_on, is_marked, items
from analytics.intake.narrative.paragraphs import Paragraph
from analytics.intake.narrative.sections import Placed, opening_of_gaps
from analytics.intake.words import squeeze
from analytics.model import Shortcoming

OTHER = "other"

_LACK = r"(?:重[^，。；]{1,4}轻|打折扣|没(?!收)|照本宣科|起步晚|增多|有所增加|上热中温|不(?!断|仅|但|同|得|可|等|少于)|未能?|无|缺|匮|轻(?=法|普)|少(?!年|数)|弱|薄|差|低|难|滞后|单一|单调|传统|有限|欠|短板|有待|需(?!求)|仍要|较慢|偏|参差|老化|淡|窄|慢|紧张|短缺|流于|趋同|陈旧|频繁|压力|高发|多发|易发|困难|捉襟|拮据|吃紧|脱节|空白|差距|枯燥|老套|老办法|老三样|停留|盲区|死角|递减|身兼|兼职|一人多岗|落后|上升|风险|突出|严峻|增多|反弹|浮于|为主|时有发生|较[多大]|性大|拖沓|拖拉|老旧|老路|找关系|苗头|反复|走过场|两张皮|不上心|(?:经费|资金|人手|手头|力量)[偏较很]?紧|加强|提升|提高|完善|改进|推进|深化)"
_TOPICS = (
    ("awareness_of_officials", r"(?:法律|法治|法规|学法)学习[^，。；]{0,8}(?:抓得|不|走过场|停留)|(?:干部|人员|职工)[^，。；]{0,12}(?:旁听|庭审|案例为)"),
    ("institutions", r"执法[^，。；]{0,8}(?:机制|制度|体系)"),
    ("responsibility", r"谁执法[、，]?谁普法|责任传导|压力传导|层层递减|抓得不[紧实]|一岗双责|软任务|一级抓一级|过问得?(?:少|不)"),
    ("resources", r"(?:经费|资金)[^，。；]{0,8}(?:不足|缺口|紧|短缺|有限|缺乏)"),
    ("new_problems", r"新情况|新问题|新类型|新型(?:纠纷|案件|问题)|新(?:纠纷|案件)|新形势(?!的?(?:任务)?要求)|新业态|新矛盾|新领域"),
    ("demonstration_sites", r"示范(?!带动|引领|作用)|法治文化(?:阵地|建设|广场|长廊|公园)|阵地|创建"),
    ("publicity_innovation", r"(?:普法|宣传|宣教|教育|活动)[^，。；]{0,12}(?:创新|(?<!流于)形式|方式|方法|手段|手法|渠道|招式|招数|路数|套路|花样)|(?:线上|网上|新媒体)(?:普法|宣传)|(?:创新|形式|方式|方法|手段|手法)[^，。；]{0,12}(?:普法|宣传|宣教)|(?:普法|宣传|宣教)[^，。；]{0,16}(?:枯燥|照本宣科|老套|老办法|老三样|传单|横幅|新媒体|线上|喜闻乐见)|新媒体[^，。；]{0,6}(?:普法|宣传)|创新|形式单一|新意|新颖|内容单调|吸引力|互动性|趣味性|载体|特色|亮点"),
    ("openness", r"公开|透明"),
    ("litigation_pressure", r"涉诉|涉访|行政争议|诉源|诉讼|应诉|复议|信访(?!不信法)|败诉|案件(?:高发|多发|量大)"),
    ("resources", r"经费|资金|装备|设备|保障|投入|财力|车辆|硬件"),
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
_LACKING = re.compile(_LACK)
_SHADES = re.compile(r"还|仍然|仍|较为|比较|较|相对|尚|十分|有点|有些|的|了|、|，|“|”|\s")
_INTRODUCTION = re.compile(
    r"取得(?:了)?(?:一定|一些|较好|明显|显著|积极)?(?:的)?(?:成绩|成效|进展)|存在(?:着)?[^，。；]{0,10}(?:问题|不足|差距|短板)|对照[^，。；]*要求|主要(?:表现|体现)|具体如下|清醒"
)
_CAUSE = re.compile(
    r"^(?:(?:究其|主要|其|分析)?(?:原因|根源)|这些问题|以上(?:问题|不足)|上述|对此|对于(?:以上|上述)|针对(?:以上|上述)|下一?步|今后|我们将|我[镇乡]将|为此)"
)
_LACKS = re.compile(
    r"不(?:足|够|强|高|深|广|多|到位|力|顺|勤|紧|畅|严|实|细|齐|均|平衡|健全|完善|规范|及时|丰富|明显|适应|紧密|稳定)|薄弱|单一|单调|滞后|短缺|匮乏|缺乏|淡薄|有限|欠缺|紧缺|偏[低弱少]|难度大|困难|压力大|未养成|短板|差距|参差|陈旧|老化|落后|缓慢|缺失|盲区|死角|跟不上|较少|偏少|传统|老套|枯燥|流于形式|乏力|迟缓|欠佳|淡漠|高发|多发|上升|突出|身兼|稀缺|断档|偏大|偏老|(?:人员|人手|经验|机会|骨干|人才)[偏较]?少"
    r"|(?:不(?!断|仅|但|同|得|可|等|忘|懈|止|良|少于)|未|没有|有待)[^，。；：:、]{1,6}$"
)
_TURNS = re.compile(
    r"[，,]\s?(?:(?:对此|为此)[，,]?(?:我[镇乡]|我们)?(?:明年|来年|下一?步|今后|将|拟|计划)?|(?:我[镇乡]|我们)?(?:明年|来年|下一?步|下一?年度?|今后)(?:将|拟|计划|要|打算|准备)?|(?:拟|计划|打算|准备)(?=[请建聘组开定录培邀举增申协制]))"
)
"""…不够严密，对此，明年健全…: where an item turns from what falls short to what is to be done about it."""
_CAUSES = re.compile(r"[^，。：:]{0,6}(?:原因|成因|根源)(?:分析|剖析)?[。：:]")
_STRUNG = re.compile(
    r"存在(?:着)?(?:一些|部分)?(?P<list>[^。；：:]{4,120}?)等?(?:方面)?(?:的)?(?:突出|主要)?(?:问题|不足|短板|薄弱环节|差距)(?=[，。；]|$)"
)
_ADMITS = re.compile(r"虽|尽管|[仍还但]|不足|差距")
_REMEDY = re.compile(r"针对|将|要|进一步|加强|强化|推进|提升|提高|完善|健全|补齐|解决|着力|继续|持续|加大|下一?步|一是")
_HEADING = re.compile(
    r"存在的?(?:主要)?(?:问题|不足|短板|差距|困难)(?:[与和及、](?:问题|不足|短板|差距|困难|原因|改进)(?:措施|方向)?)?"
)
_REACH = re.compile(r"覆盖|实效|成效|深入|针对性|广度|深度")
_PEOPLE = re.compile("群众|村民|居民|农民|百姓")
_HAN = re.compile("[\u4e00-\u9fff]")
_FIELD = re.compile(r"(?:方面|层面|领域|上)$")
_FOLDED = re.compile(
    r"针对(?P<gap>[^，。；、]{4,40}?(?:不足|短板|短缺|不够|不强|薄弱|欠缺|单一|滞后|(?=等?(?:的|这些|这一)*(?:突出|主要|薄弱)?(?:问题|情况|现状|难题|实际|环节))))"
)


def lacks(text: str) -> bool:
    """Whether words say that something is lacking."""
    return _LACKING.search(text) is not None


def theme_of(text: str, catalogue: Catalogue) -> str | None:
    """The theme that a stated shortcoming belongs to: by the catalogue's wordings, else by its subject; None: no one's.

    The first clause that says what is lacking decides.
    """
    plain = _SHADES.sub("", squeeze(text))
    head = re.split(r"[。；;]", text)[0]
    subject = next((theme_id for theme_id, topic in _RULES if theme_id in _PLAIN_SUBJECTS and topic.search(head)), None)
    if subject is not None and _LACKING.search(head):
        return subject
    stated: list[tuple[int, str]] = []
    for theme in catalogue.themes:
        for wording in theme.wordings:
            at = plain.find(_SHADES.sub("", squeeze(wording)))
            if at >= 0:
                whose = _by_subject(_clause(text, wording)) if len(wording) <= _BARE else None
                stated.append((at, whose or theme.id))
    if stated:
        at, first = min(stated)
        begun = next((c for c in re.split("[，,]", head) if _LACKS.search(c)), "")
        own = _by_subject(begun) if len(_SHADES.sub("", squeeze(head[: head.find(begun) + len(begun)]))) <= at else None
        if own is not None and (own != "publicity_reach" or _REACH.search(begun)):
            first, at = own, 0
        if first == "awareness_of_officials" and _PEOPLE.search(plain[:at]):
            return "public_awareness"
        return "enforcement_capacity" if first == "rule_of_law_staff" and "执法" in plain[: at + 4] else first
    for clause in re.split(r"[，,]", head):
        theme_id = _by_subject(clause)
        if theme_id == "awareness_of_officials" and _PEOPLE.search(head):
            return "public_awareness"
        if theme_id == "rule_of_law_staff" and "执法" in head:
            return "enforcement_capacity"
        if theme_id is not None and (theme_id != "publicity_reach" or _REACH.search(clause)):
            return theme_id
    return _by_subject(head) or _by_subject(text)


def _clause(text: str, wording: str) -> str:
    """The clause of a text that ends in a wording, which may be shaded there (不够深入 in 还不够十分深入)."""
    return next((c for c in re.split("[，,。；;]", text) if squeeze(wording) in _SHADES.sub("", squeeze(c))), "")


def _by_subject(part: str) -> str | None:
    for theme_id, topic in _RULES:
        match = topic.search(part)
        if match and _LACKING.search(part, part.rfind("，", 0, match.start()) + 1):
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


def listed(places: Sequence[Placed], catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The shortcomings of a section of their own, whatever its paragraphs look like.

    A numbered line that says what is lacking is an item, and unnumbered text behind it explains it. A numbered line
    that only names a field (思想认识方面) or stands over a list of its own is none.
    """
    skipped: int | None = None
    """The level of a heading whose part holds no shortcomings: causes, an analysis."""
    explained = False
    for index, place in enumerate(places):
        if place.level is not None:
            explained = False
            if skipped is not None and place.level <= skipped:
                skipped = None
        if skipped is not None or (place.opens and place.heading):
            continue
        text = place.paragraph.text
        own = text[place.start :]
        if place.level is not None and _CAUSES.match(own):
            skipped = place.level
            continue
        if not place.heading or place.level is None:
            if not place.heading and not (explained and place.level is None and not is_marked(text)):
                begins = opening_of_gaps(text)
                together = strung(place.paragraph, catalogue) if begins is None else []
                if together:
                    yield from together
                    continue
                yield from shortcomings(place.paragraph, place.start if begins is None else begins, catalogue)
            continue
        if _CAUSE.search(own):
            skipped = place.level
            continue
        below = places[index + 1] if index + 1 < len(places) else None
        over_a_list = below is not None and (
            is_marked(below.paragraph.text, below.start) or (below.level is not None and below.level > place.level)
        )
        if not over_a_list and _LACKING.search(own) and not _FIELD.search(own):
            yield from shortcomings(place.paragraph, place.start, catalogue)
            explained = True


def shortcomings(paragraph: Paragraph, start: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The shortcomings that a paragraph of their section lists, from ``start`` on."""
    text = paragraph.text
    marked = is_marked(text, start) or start > 0 or paragraph.label != ""
    spans = list(_whole(text, start, numbered=paragraph.label != ""))
    for begin, until in spans:
        end = turn_of(text, begin, until)
        item = text[begin:end]
        if not _HAN.search(item) or _CAUSE.match(item) or (not marked and not _LACKING.search(item)):
            continue
        if not marked and (len(item) < 4 or (_INTRODUCTION.search(item) and theme_of(item, catalogue) is None)):
            continue
        if _INTRODUCTION.search(item) and len(item) <= 14 and (not _LACKS.search(item) or _HEADING.fullmatch(item)):
            continue  # the heading itself
        if _INTRODUCTION.search(item) and re.search(r"[:：]$|如下|以下", text[begin : end + 1]):
            continue
        alone = len(spans) == 1 and not is_marked(text) and "。" not in item
        for low, high in _clauses(text, begin, end, catalogue) if alone else [(begin, end)]:
            yield Shortcoming(theme_of(text[low:high], catalogue) or OTHER, text[low:high], paragraph.cell(low, high))


def turn_of(text: str, begin: int, end: int) -> int:
    """Where an item turns to the remedy of what it has named; its end where it does not."""
    match = _TURNS.search(text, begin, end)
    return match.start() if match and _LACKS.search(text, begin, match.start()) else end


def remedies(paragraph: Paragraph, start: int) -> Iterator[int]:
    """Where, in a paragraph that lists shortcomings, the remedies of items begin (…不足，明年计划…)."""
    for begin, end in _whole(paragraph.text, start, numbered=paragraph.label != ""):
        turn = turn_of(paragraph.text, begin, end)
        if turn < end:
            yield turn + 1


def _clauses(text: str, begin: int, end: int, catalogue: Catalogue) -> list[tuple[int, int]]:
    """An item as its clauses where each of them names another thing that is lacking; else the item whole."""
    for marks in ("[，,]", "[，,、]"):
        cuts = [m.start() for m in re.finditer(marks, text[begin:end])]
        bounds = [begin, *(begin + cut + 1 for cut in cuts), end + 1]
        clauses = [(low, high - 1) for low, high in itertools.pairwise(bounds)]
        if _each_its_own(text, begin, end, clauses, catalogue):
            return clauses
    return [(begin, end)]


def _each_its_own(text: str, begin: int, end: int, clauses: list[tuple[int, int]], catalogue: Catalogue) -> bool:
    """Whether every clause names something lacking, and each something else."""
    themes = [theme_of(text[low:high], catalogue) if _LACKS.search(text[low:high]) else None for low, high in clauses]
    if _PEOPLE.search(text[begin:end]):
        themes = ["public_awareness" if theme == "awareness_of_officials" else theme for theme in themes]
    return len(clauses) > 1 and None not in themes and len(set(themes)) == len(themes)


def _whole(text: str, start: int, *, numbered: bool) -> Iterator[tuple[int, int]]:
    """The items; a paragraph that is numbered itself and lists nothing inside is one item."""
    spoken = start > 0 and text[start - 1] in "。！!"  # 最后讲不足。: what follows are sentences of their own
    if (start > 0 or numbered) and not spoken and not is_marked(text, start):
        end = len(text.rstrip("。；; "))
        begin = start + len(text[start:]) - len(text[start:].lstrip("：:，,。；; "))
        if end > begin and not re.search("[；;]", text[begin:end]):
            yield begin, end
            return
    # (一)…。(二)…。 run on in one paragraph: its own number is the first mark.
    yield from items(text, 0 if goes_on(text, start) else start)


def folded(paragraph: Paragraph, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """Shortcomings named in passing by a plan: 针对…的问题."""
    for match in _FOLDED.finditer(paragraph.text):
        theme = theme_of(match["gap"], catalogue)
        if theme is not None:
            yield Shortcoming(theme, match["gap"], paragraph.cell(*match.span("gap")))


def first_said(paragraph: Paragraph, start: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The shortcoming that a paragraph begins with where shortcomings and remedies share a section."""
    match = re.match(r"[^。；;：:]{4,60}", paragraph.text[start:])
    if match and _LACKS.search(match[0]) and not _REMEDY.match(match[0]):
        said = match[0][: turn_of(match[0], 0, len(match[0]))]
        theme = theme_of(said, catalogue)
        if theme is not None:
            yield Shortcoming(theme, said, paragraph.cell(start, start + len(said)))


def inline(text: str) -> Iterator[tuple[int, int]]:
    """The places of shortcomings strung together in one sentence: 仍存在形式单一、力量不足等问题."""
    for match in _STRUNG.finditer(text):
        if not _ADMITS.search(text, text.rfind("。", 0, match.start()) + 1, match.start("list")):
            continue
        begin, end = match.span("list")
        cuts = [begin - 1, *(begin + m.start() for m in re.finditer("[、，]", match["list"])), end]
        spans = [(low + 1, high) for low, high in itertools.pairwise(cuts)]
        if all(_LACKS.search(text[low:high]) for low, high in spans):
            yield from spans


def strung(paragraph: Paragraph, catalogue: Catalogue) -> list[Shortcoming]:
    """The shortcomings that a paragraph strings together, each with its theme."""
    text = paragraph.text
    return [
        Shortcoming(theme_of(text[low:high], catalogue) or OTHER, text[low:high], paragraph.cell(low, high))
        for low, high in inline(text)
    ]
