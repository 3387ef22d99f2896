"""One number for several things, and several numbers in turn: 各N, 共计N, 分别为N和M."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analytics.catalogue import Catalogue
from analytics.intake.narrative import topics
from analytics.intake.narrative.amounts import Amount
from analytics.intake.narrative.claim import Claim, claim_of
from analytics.intake.narrative.masking import words
from analytics.intake.narrative.matching import indicator_of
from analytics.intake.narrative.sentences import Sentence

EACH = re.compile(r"(?:(?<!每)各|(?<![每月年])均(?:为|是)?)$")
"""What stands right before a number that each of the things named has: 各4次, 均为4次."""
_NUMBER_FIRST = re.compile(
    r"(?:开展|举办|组织|召开|举行|审查|审核|发放|散发|办理|制作|悬挂|张贴|调解|化解|排查|接受|解答|聘请|推送|配备)(?:了|共)?$"
)
_EACH_DID = re.compile(
    r"^(?P<who>[^，；：]{2,60}?)(?<!每)(?:分别)?各(?:自|分别)?(?:组织|开展|举办|召开|进行|承办|发放)+(?P<what>[^，]{2,})$"
)
"""司法所、派出所各开展宣传活动4场次: what each of those named did."""
_OCCASIONS = re.compile(
    r"(?:^|[，；：])(?:在|于|利用|结合)?(?P<listed>[^，；：]{2,60}?)(?:期间|当[天日]|前后)(?=[，在]|$)"
)
_LAWS_IN_A_ROW = re.compile(
    rf"(?:{topics.LAW_NAME}[、和及与])+{topics.LAW_NAME}(?=(?:主题|专题|集中|系列)?(?:宣传|普法)(?:活动)?$)"
)
"""宪法、民法典宣传活动各3场次: campaigns named by their laws are publicity like any other where several are."""
MOST = 20
"""Things looked at in one list; the longest lists of laws have a dozen."""
_SPLIT = re.compile(r"[、和及与]|以及")
_DEED = re.compile(r"回应|接待|走访|开展|组织|召开|举办|办理|受理|解决|发布|制作|推送|参加|参与|提供|检查|慰问")
_OTHER_DEED = re.compile(r"(?:党课|党日|团日|支部学习|调研|参观|谈心|慰问)")
"""What is done beside the work that is counted: 会前学法、专题党课、支部学习等共计30次 is not 30 times the first."""
_PAPERS = re.compile(r"(?:文件|文书|方案|材料)[、和及][^，；]{0,12}(?:合同|协议)[^，；]{0,6}(?:共计|合计|总计|累计)$")
"""审查涉法文件、合同等共计46件: papers of all sorts, contracts among them."""
_TOGETHER = re.compile(r"(?:共计?|合计|总计|累计)$")
_IN_ALL = re.compile(r"(?:全年|今年|年内)?(?:共计?|合计|总计|累计|总共|一共)")
_IN_TURN = re.compile(r"分别(?P<verb>[^，。；\d□]{0,8})$")
_JOINS = re.compile(r"[、和及与，]|以及|和为")


def each(phrase: str, amount: Amount, around: str, catalogue: Catalogue, *, lenient: bool) -> list[Claim]:
    """A、B各N: each thing named has N; several things of one indicator are added up."""
    items = [item for item in _SPLIT.split(phrase) if item]
    if not 2 <= len(items) <= MOST:
        return []
    named = [indicator_of(item, amount, around, catalogue, lenient) for item in items]
    if all(named) and len(set(named)) == len(named):
        return [claim_of(name, amount) for name in named if name]
    if named[-1] is None and len(set(named)) == len(named):
        # 业务培训、案卷评查各4次: what comes last is no indicator, and its name is not that of the others
        return [claim_of(name, amount) for name in named if name]
    of_laws = "法治" if not topics.OTHER_WORK.search(phrase) else ""
    whole = indicator_of(_LAWS_IN_A_ROW.sub(of_laws, phrase) if of_laws else phrase, amount, around, catalogue, lenient)
    others = {name for name in named if name} - {whole}
    return [claim_of(whole, amount, times=len(items))] if whole and not others else []


def behind_an_item(between: str, front: str) -> str:
    """审查7件重大决策、合同19份: where a number stands before its thing, the next one's begins behind the mark.

    ``between`` stands between the two numbers, ``front`` before the first.
    """
    item, mark, rest = between.partition("、")
    return rest if item and mark and rest and _NUMBER_FIRST.search(front) else between


def each_did(before: str, amount: Amount, around: str, catalogue: Catalogue, *, lenient: bool) -> list[Claim] | None:
    """A、B各开展N: N for each of those named; nothing where it is not said how many they are, None for any other phrase."""
    match = _EACH_DID.match(before)
    indicator = indicator_of(match["what"], amount, around, catalogue, lenient) if match else None
    if match is None or indicator is None:
        return None
    who = [item for item in _SPLIT.split(match["who"]) if item]
    if not 2 <= len(who) <= MOST or re.search("[各每全等□]", match["who"]):
        return []
    return [claim_of(indicator, amount, times=len(who))]


def on_each(sentence: Sentence, amount: Amount, catalogue: Catalogue) -> list[Claim]:
    """宪法宣传周和民法典宣传月期间分别组织宣传各2场次: the number for each of the occasions named, as said of those days."""
    before = sentence.masked[: amount.start]
    occasions = next(reversed(list(_OCCASIONS.finditer(before))), None)
    phrase = words(before[sentence.clause_start(amount.start) :])
    if occasions is None or not EACH.search(phrase):
        return []
    items = [item for item in _SPLIT.split(words(occasions["listed"])) if item]
    indicator = indicator_of(EACH.sub("", phrase), amount, words(before), catalogue, lenient=False)
    if indicator is None or not 2 <= len(items) <= MOST:
        return []
    return [replace(claim_of(indicator, amount, times=len(items)), dated=True)]


def shared(phrase: str, before: str, amount: Amount, catalogue: Catalogue) -> tuple[str, ...]:
    """The indicators that share one number (讲座、培训共8次), which then is none's; empty where it counts one thing.

    What stands before the last thing has to be a thing by itself, without the help of words further off.
    """
    items = [item for item in _SPLIT.split(phrase) if item]
    if not 2 <= len(items) <= MOST:
        return ()
    if _PAPERS.search(before):
        return ("contract_reviews",)
    named = [indicator_of(item, amount, "", catalogue, lenient=False) for item in items]
    found = tuple(dict.fromkeys(name for name in named if name))
    if (
        found
        and _TOGETHER.search(before)
        and any(name is None and _OTHER_DEED.search(item) for item, name in zip(items, named, strict=True))
    ):
        return found
    if found and named[-1] is None and _DEED.match(items[-1]) and _TOGETHER.search(before):
        return found
    return found if len(found) > 1 and named[-1] else ()


def in_turn(sentence: Sentence, found: Sequence[Amount], catalogue: Catalogue) -> dict[int, list[Claim]]:
    """A、B分别为N和M: the claims of every amount of such runs, none where names and numbers do not pair up."""
    out: dict[int, list[Claim]] = {}
    masked = sentence.masked
    for first, amount in enumerate(found):
        begin = found[first - 1].end if first else 0
        before = words(masked[begin : amount.start])
        match = _IN_TURN.search(before)
        if match is None or first in out:
            continue
        run = [first]
        while run[-1] + 1 < len(found) and _JOINS.fullmatch(
            words(masked[found[run[-1]].end : found[run[-1] + 1].start])
        ):
            run.append(run[-1] + 1)
        if len(run) == 1:
            continue
        named = re.split("[；：]", before[: match.start()])[-1].rstrip("，")
        items = [item for item in _SPLIT.split(named.rpartition("，")[2]) if item]
        for place, index in enumerate(run):
            name = None
            if len(items) == len(run):
                name = _named(items[place], match["verb"], found[index], before, catalogue)
            out[index] = [claim_of(name, found[index])] if name else []
    return out


def _named(item: str, verb: str, amount: Amount, before: str, catalogue: Catalogue) -> str | None:
    if amount.unit == "%":
        rate = topics.RATE.search(item)
        return topics.RATES[rate[0]] if rate and re.search("学法|考试|考法|如法网|测试", before) else None
    own = indicator_of(item, amount, before, catalogue, lenient=False)
    return own or indicator_of(item + verb, amount, before, catalogue, lenient=False)


def summed(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of a sentence, those marked as parts that a total in the same sentence is the sum of.

    The total comes last (书籍500册、折页1.2万份，共计1.25万份) or first (公开444条：网站118条…); a sum that does not come
    out proves nothing, and the numbers are asked about.
    """
    out = list(claims)
    for indicator in dict.fromkeys(c.indicator for c in out):
        own = [i for i, c in enumerate(out) if c.indicator == indicator and not (c.part or c.shared or c.between)]
        if len(own) > 1:
            last = out[own[-1]]
            clause = words(sentence.masked[sentence.clause_start(last.start) : last.start])
            if _IN_ALL.match(clause) and all(out[i].value < last.value for i in own[:-1]):
                # 县局来培训2次，我镇自办1次，共组织3次
                for i in own[:-1]:
                    out[i] = replace(out[i], part=True)
                continue
        if len(own) < 3:
            continue
        for total, parts in ((own[-1], own[:-1]), (own[0], own[1:])):
            if out[total].value == sum(out[i].value for i in parts):
                for i in parts:
                    out[i] = replace(out[i], part=True)
                break
    return out


def narrowed(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of a sentence, a wider total given up for the part that bears the thing's own name.

    Of 各类宣传资料5万份，其中普法资料2.8万份 the second is the figure, and of 文件、合同86份，其中合同52份 too.
    """
    out = list(claims)
    for i, part in enumerate(out):
        whole = next((j for j in range(i - 1, -1, -1) if out[j].indicator == part.indicator and not out[j].part), None)
        if not part.part or whole is None:
            continue
        first = out[whole]
        begin = sentence.clause_start(first.start)
        wide = words(sentence.masked[begin : first.start])
        named = words(sentence.masked[begin : sentence.clause_end(first.end)])
        own = re.split("其中|包括|含", words(sentence.masked[out[whole].end : part.start]))[-1]
        if "；" in own:
            continue
        listed = [item for item in _SPLIT.split(wide)[1:] if own and item.endswith(own)]
        if listed or (topics.OF_THE_LAW.search(own) and not re.search(topics.LAW, named)):
            out[whole], out[i] = replace(out[whole], part=True, shared=()), replace(part, part=False)
    return out
