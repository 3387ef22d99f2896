"""Shortcomings admitted in running text, outside any section of their own: 执法力量薄弱，专业人员只有1名。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analytics.catalogue import Catalogue
from analytics.intake.narrative.judging import judged
from analytics.intake.narrative.paragraphs import Paragraph
from analytics.intake.narrative.theming import OTHER, theme_of, theme_of_clauses
from analytics.model import Shortcoming

_SENTENCE = re.compile(r"[^。！？!?；;]+")
_MARK = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十]{1,2}是(?:要)?|[(（]?[一二三四五六七八九十\d]{1,2}[)）.、]|[①-⑳])\s*"
)
_NOT_NOW = re.compile(
    r"针对(?!性)|解决(?!(?:实际|复杂)?(?:问题|矛盾|纠纷)的?(?:能力|本领|水平|办法))|破解|补齐|弥补|克服|化解(?!压力|难度|任务|能力)|防止|防范|避免|杜绝(?<!未杜绝)|严防|聚焦|着[力眼]|整改|改变|改观|破除|打破|破了|力戒|摒弃|"
    r"(?<!未)扭转|缓解|改善|消除|治理|纠正|严禁|严查|查处|查找|查摆|打击|(?<!宣传)教育(?=引导|群众|村民|干部)|帮助|识别|认识到|历史|结束|变为|引导|"
    r"以往|往年|过去|从前|以前|曾|原来|原先|长期以来|由于|因为|鉴于|如果|对于|凡|一旦|是否|不再|督促|督查|通报|约谈|问责|追责|发现|反馈|指出|强调|要求|去年|上年|上一年|(?:19|20)\d\d年[^。]*[，,]今年|投诉|"
    r"(?<!不)为了|^为|^因|^对.{0,20}的(?:村|单位|部门|人员|干部)|没有?(?:出现|发生|收到)|未(?:出现|发生|发现|收到)|不存在|无一|再[^，]{1,8}也要|(?:^|[，：])要(?![求素点件靠么管跑承面应])|必须|应当|切实|坚决|确保|力争|做到"
)
_NAMED = re.compile(
    r"\s*(?:但|然而|不过)?[，,]?(?:美中)?(?:不足(?:之处)?|短板|薄弱环节|主要问题|存在问题)(?:的)?(?:主要|还|仍)?(?:是|在于)[，,：:]?(?=[^，。；]{4})"
)
"""不足的是，…: the sentence says itself that it tells of a shortcoming."""
_ELSEWHERE = re.compile(
    r"全[县市省]|当事人|对方|公司|申请人|孩子|学生|被告|原告|双方|某(?!些)|矫正对象|村民[张王李刘陈杨赵黄周吴]|大[爷妈娘]|提出|业主|邻居"
)
_TURN = re.compile(r"[，,](?=(?:但|不过|然而|可是|只是|遗憾的是)[，,]?[^，。；]{3})")
"""Where a sentence on what was done turns to what is wanting."""
_QUOTED = re.compile("“[^”]{1,16}”")
_CLAUSES = re.compile("[，,：:]")


def admitted(paragraph: Paragraph, until: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The sentences of a paragraph, up to ``until``, that say plainly what falls short, one theme each.

    A clause has to end in what is lacking (…薄弱, …不够深入), and nothing in front of it may turn it into what was
    remedied, feared, found elsewhere or true of earlier years. Of 开展宣传14场，但… only what stands behind 但 is held
    against this.
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
        turn = _TURN.search(sentence, begin)
        said = sentence[begin:].rstrip(" ”")
        tried = sentence[turn.end() :] if turn else said
        if _NOT_NOW.search(_QUOTED.sub("", tried)) or _ELSEWHERE.search(tried):
            continue
        clauses = _CLAUSES.split(said)
        first = len(clauses) - len(_CLAUSES.split(tried))
        lacking = (index for index in range(first, len(clauses)) if judged(clauses[index]))
        themes = [found for index in lacking if (found := theme_of_clauses(clauses, index, catalogue)) is not None]
        if themes:
            # 宣传栏多年未更新，法治文化阵地建设滞后: publicity in general gives way to what is named more closely.
            theme = next((theme for theme, closely in themes if closely), themes[0][0])
            yield Shortcoming(theme, said, paragraph.cell(match.start() + begin, match.start() + begin + len(said)))
