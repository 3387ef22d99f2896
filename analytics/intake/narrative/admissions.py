"""Shortcomings admitted in running text, outside any section of their own: 执法力量薄弱，专业人员只有1名。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analytics.catalogue import Catalogue
from analytics.intake.narrative.paragraphs import Paragraph
from analytics.intake.narrative.shortcomings import OTHER, lacks, theme_of
from analytics.model import Shortcoming

_SENTENCE = re.compile(r"[^。！？!?；;]+")
_MARK = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十]{1,2}是(?:要)?|[(（]?[一二三四五六七八九十\d]{1,2}[)）.、]|[①-⑳])\s*"
)
_PREDICATE = re.compile(
    r"(?:不(?:够)?(?:足|强|够|高|深|深入|宽|广|大|多|到位|严|实|细|齐|均衡|平衡|健全|完善|规范|及时|丰富|浓|浓厚|明显|充分|稳定|紧密|适应|力|有力|重视|透|严格|扎实|彻底|顺畅|精准|透彻|主动|积极|匹配)"
    r"|薄弱|单一|单调|传统|偏?窄|缺乏新意|[尚仍还]未(?:根本)?扭转|滞后|短缺|匮乏|缺乏|淡薄|欠缺|紧缺|紧张|偏低|偏少|偏弱|参差不齐|跟不上|落后|不稳|陈旧|老化|缓慢|迟缓|偏慢|偏大|多发|高发|频发|不[紧勤顺]|打(?:了)?折扣|走过场|流于形式|抓得不[紧实]|(?:尚|还|仍)?未(?:真正)?(?:养成|形成(?:制度|机制|习惯)?|建立|健全)|停留(?:于|在[^，。；]{2,18})|老路子|老一套|太少|(?:经验|机会|内容|人手|人员|人才|力量|原创|互动|新意|亮点|手段|渠道|品牌|骨干|过问得|研究得|讲得)(?:还|又|较|比较|相对)?(?:少|不多)|人手紧|经费紧|脱节|有待(?:加强|提高|提升|完善|改进|增强|推进|加大|健全)"
    r"|(?:压力|难度)(?:依然|仍然|仍|比较)?(?:较|很)?大)(?:等)?(?:的?(?:问题|现象|情况)(?:还|仍|依然|仍然|比较|较为|较)*(?:突出|存在|严重))?$"
)
_NOT_NOW = re.compile(
    r"针对|解决|破解|补齐|弥补|克服|化解(?!压力|难度|任务|能力)|防止|防范|避免|杜绝|严防|聚焦|着力|整改|改变|破除|(?<!未)扭转|缓解|改善|消除|治理|纠正|严禁|严查|查处|查找|查摆|"
    r"以往|过去|从前|以前|曾|原来|原先|长期以来|历史上|由于|因为|鉴于|如果|对于|凡|一旦|是否|不再|督促|督查|通报|约谈|问责|追责|发现|反馈|指出|去年|上年|上一年|"
    r"(?<!不)为了|^为|^因|^对.{0,20}的(?:村|单位|部门|人员|干部)"
)
_NAMED = re.compile(
    r"\s*(?:但|然而|不过)?[，,]?(?:美中)?(?:不足(?:之处)?|短板|薄弱环节|主要问题|存在问题)(?:的)?(?:主要|还|仍)?(?:是|在于)[，,：:]?(?=[^，。；]{4})"
)
"""不足的是，…: the sentence says itself that it tells of a shortcoming."""
_ELSEWHERE = re.compile(r"全[县市省]|当事人|对方|公司|申请人|孩子|学生|被告|原告|双方")


def admitted(paragraph: Paragraph, until: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The sentences of a paragraph, up to ``until``, that say plainly what falls short, one theme each.

    A clause has to end in what is lacking (…薄弱, …不够深入), and nothing in front of it may turn it into what was
    remedied, feared, found elsewhere or true of earlier years.
    """
    for match in _SENTENCE.finditer(paragraph.text, 0, until):
        sentence = match[0]
        named = _NAMED.match(sentence)
        if named is not None:
            said = sentence[named.end() :].rstrip(" ”")
            place = paragraph.cell(match.start() + named.end(), match.start() + named.end() + len(said))
            yield Shortcoming(theme_of(said, catalogue) or OTHER, said, place)
            continue
        mark = _MARK.match(sentence)
        begin = mark.end() if mark else len(sentence) - len(sentence.lstrip())
        said = sentence[begin:].rstrip(" ”")
        if _NOT_NOW.search(said) or _ELSEWHERE.search(said):
            continue
        for clause in re.split("[，,：:]", said):
            theme = theme_of(clause, catalogue) if _PREDICATE.search(clause) and lacks(clause) else None
            if theme is not None:
                yield Shortcoming(theme, said, paragraph.cell(match.start() + begin, match.start() + begin + len(said)))
                break
