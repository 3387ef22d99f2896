"""Shortcomings admitted in running text, outside any section of their own: 执法力量薄弱，专业人员只有1名。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    r"针对(?!性)|解决(?!(?:实际|复杂)?(?:问题|矛盾|纠纷)(?:的?(?:能力|本领|水平|办法)|[靠用]法))|破解|补齐|弥补|克服|化解(?!压力|难度|任务|能力|矛盾[靠用]法)|防止|防范|谨防|警惕|预防|避免|杜绝(?<!未杜绝)|严防|聚焦|着[力眼]|整改|改变|改观|破除|打破|破了|力戒|摒弃|"
    r"(?<!未)扭转|缓解|改善|消除|(?<!社会)(?<!基层)(?<!综合)(?<!乡村)(?<!依法)治理|纠正|严禁|严查|查处|查找|查摆|打击|(?<!宣传)教育(?=引导|群众|村民|干部)|帮助|识别|(?<!清醒)(?<!清醒地)认识到|历史|结束|变为|引导|"
    r"以往|往年|过去|从前|以前|曾|原来|原先|如果|对于|凡|一旦|是否|不再|督促|督查|通报|约谈|问责|追责|发现|反馈|指出|强调|(?<!的)(?<!级)要求|去年|(?<![比较])上年|上一年|(?:19|20)\d\d年[^。]*[，,]今年|投诉|"
    r"(?<!不)为了|^为|^对.{0,20}的(?:村|单位|部门|人员|干部)|没有?(?:出现|发生|收到)|未(?:出现|发生|发现|收到)|不存在|无一|再[^，]{1,8}也要|(?:^|[，：])要(?![求素点件靠么管跑承面应])|必须|应当|切实|坚决|确保|力争|做到"
)
_NAMED = re.compile(
    r"\s*(?:但|然而|不过)?[，,]?(?:(?:当前|目前|现阶段|现在|总的看|总体看)[，,]?)?(?:我[镇乡]|街道)?(?:工作中?|法治建设|依法治[镇乡])?(?:美中|制约[^，。；]{2,16}的)?(?:(?:仍|还)?存在的?)?(?:主要|突出|最大|明显|首要|关键)?(?:的)?"
    r"(?:不足(?:之处)?|短板|薄弱环节|弱项|问题|困难|差距|因素|瓶颈)(?:的)?(?:主要|还|仍|仍然|依然)?(?:是|在于|集中在|体现在|表现在)[，,：:]?(?=[^，。；]{2})"
)
"""不足的是，…: the sentence says itself that it tells of a shortcoming."""
_ELSEWHERE = re.compile(
    r"全[县市省]|当事人|对方|公司|申请人|孩子|学生|(?<!为)被告|原告|双方|某(?!些)|矫正对象|村民[张王李刘陈杨赵黄周吴]|大[爷妈娘]|提出|业主(?=[反提要与和向称])|邻居"
)
_TURN = re.compile(r"[，,](?=(?:但|不过|然而|可是|只是|遗憾的是)[，,]?[^，。；]{3})")
"""Where a sentence on what was done turns to what is wanting."""
_CAUSE = re.compile(
    r"^(?:(?:但|不过|然而|同时|此外)?(?:主要)?(?:由于|因为?|鉴于)|受[^，。；]{1,20}(?:影响|制约|限制|所限)|(?:受限于|囿于|限于|碍于))"
)
_EFFECT = re.compile(r"^(?:因而|从而|以致|以至于)?(?:导致|致使|使得|造成)")
"""由于人手不足，导致…: what follows is the shortcoming; the cause is none of its own."""
_CONCEDED = re.compile("^(?:尽管|虽|即使|即便)")
"""尽管人手有限，…: what the sentence goes on to say is what it is about."""
_OF_OTHERS = re.compile("指出|反馈|发现|通报|督查")
_STILL = re.compile("还|仍|依然|尚|至今")
_SETTLED = re.compile(
    r"经[^，。；]{0,14}(?:劝|调解|协调|做工作|解释|释法)|握手|达成|化解|(?:现|均|都|全部|逐一|逐项|目前)已|得到(?:了)?(?:解决|纠正|改善|落实)|(?:志愿者|干部|司法所|调解员|工作人员|我[镇乡])[^，。；]{0,8}(?:上门|逐户|当场|现场|耐心)|圆满|顺利|如期|高质量"
)
"""What stands behind a lack and says that it was seen to."""
_WISH = re.compile(
    "^(?:这些?[^，]{0,6})?(?:都|均|还|也)?(?:需要?|有待|亟待|亟需|须)(?:我们|我[镇乡])?(?:在|于)?(?:今后|以后|下一?步|下一?阶段|明年)"
)
"""…发挥不够明显，需要在今后工作中加以解决: what is wished for behind a lack takes nothing of it back."""
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
            clauses = _CLAUSES.split(said)
            closest = theme_of_clauses(clauses, len(clauses) - 1, catalogue)
            owner = theme_of(said, catalogue) or (closest[0] if closest else OTHER)
            if not _SETTLED.search(said):
                yield Shortcoming(owner, said, place)
            continue
        mark = _MARK.match(sentence)
        begin = mark.end() if mark else len(sentence) - len(sentence.lstrip())
        turn = _TURN.search(sentence, begin)
        said = sentence[begin:].rstrip(" ”")
        tried = sentence[turn.end() :] if turn else said
        if _ELSEWHERE.search(tried):
            continue
        clauses = _CLAUSES.split(said)
        theme: str | None = None
        for index in _lacking(clauses, len(clauses) - len(_CLAUSES.split(tried))):
            found = theme_of_clauses(clauses, index, catalogue)
            # 宣传栏多年未更新，法治文化阵地建设滞后: publicity in general gives way to what is named more closely.
            if found is not None and (found[1] or theme is None):
                theme = found[0]
                if found[1]:
                    break
        if theme is not None:
            yield Shortcoming(theme, said, paragraph.cell(match.start() + begin, match.start() + begin + len(said)))


def _lacking(clauses: Sequence[str], first: int) -> Iterator[int]:
    """The clauses, from ``first`` on, that say what is lacking and are taken back by nothing before or behind them.

    What others found (指出…不规范) is not the township's own word, yet what goes on behind it with 还 or 仍 is.
    """
    plain = [_QUOTED.sub("", clause) for clause in clauses]
    if plain and _WISH.search(plain[-1].strip()):
        plain.pop()
        clauses = clauses[:-1]
    against = [index for index in range(first, len(clauses)) if _NOT_NOW.search(plain[index])]
    only_others = all(
        _OF_OTHERS.search(plain[i]) and not _NOT_NOW.search(_OF_OTHERS.sub("", plain[i])) for i in against
    )
    if (against and not only_others) or _NOT_NOW.search("，".join(_OF_OTHERS.sub("", c) for c in plain[first:])):
        return
    caused = next((i for i in range(first, len(clauses)) if _CAUSE.search(clauses[i].strip())), None)
    if caused is not None:
        first = next((i for i in range(caused, len(clauses)) if _EFFECT.search(clauses[i].strip())), caused + 1)
    settled = max((i for i, clause in enumerate(clauses) if _SETTLED.search(clause)), default=-1)
    for index in range(max(first, settled), len(clauses)):
        if (
            _CONCEDED.search(clauses[index].strip())
            or not judged(clauses[index])
            or (against and (index <= max(against) or not _STILL.search(clauses[index])))
        ):
            continue
        yield index
