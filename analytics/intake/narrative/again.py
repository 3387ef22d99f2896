"""What a number says of a thing that was named with another one before: last year's, a plan's, a change's."""

from __future__ import annotations

import itertools
import re

from analytics.catalogue import Catalogue
from analytics.intake.narrative import topics
from analytics.intake.narrative.amounts import Amount
from analytics.intake.narrative.claim import Claim, claim_of
from analytics.intake.narrative.masking import DAY, VOID, words
from analytics.intake.narrative.matching import unit_fits
from analytics.intake.narrative.sentences import Sentence

CHANGED_TO = re.compile(
    r"(?:的)?(?:下降|上升|增加|减少|提高|提升|增长|降低|扩大|压减|发展|壮大|增|减|升|降)(?:到|至|为)(?:(?:今年|本年|(?:19|20)\d\d年)的?)?"
)
"""Words between last year's number and this year's: 由去年的12件下降到8件."""
TURNED = re.compile(r"[由从][^，]*$")
_THIS_YEAR = re.compile(
    r"(?:[，；]|、(?=全年|年内|累计|共))(?:其中|而)?(?:[我本][镇乡]|街道)?(?:今年|本年度?|年内|一年|实[考到参]|实际(?:上|参考|参加)?|(?:19|20)\d\d年度?|全年|总数|总量|已经?)?(?:实际|已)?(?:共|共计|累计)?(?:举办|开展|组织|召开|发放|调解|调处|化解|办理|受理|培训|完成)?(?:了)?(?:共|合计|达到?|增至|增加到|升至|降至|降到|为)?(?:了)?"
)
_BY_TIME = re.compile(f"[、，；和](?:[一二三四1-4]季度|[上下]半年|{DAY}+)")
_NAMED_AGAIN = re.compile(
    r"^(?:今年|本年度?|全年)?(?P<thing>[\u4e00-\u9fff]{2,4})(?:下降|上升|增加|减少|提高|增长|降|增|减|升)(?:到|至|为)$"
)


def goes_on(
    sentence: Sentence, found: list[Amount], index: int, passed: list[Claim], catalogue: Catalogue
) -> list[Claim]:
    """2023年举办讲座2期；2024年举办4期: the thing is named with last year's number, or with the difference from it."""
    amount = found[index]
    if index == 0 or not passed:
        return []
    again = _same_thing(sentence, amount, passed)
    if again is not None and unit_fits(amount.unit, again, catalogue):
        return [claim_of(again, amount)]
    for behind, ahead in itertools.pairwise(found[:index]):
        # 一季度5场、二季度8场，全年合计…
        if behind.start >= passed[-1].start and not _BY_TIME.fullmatch(
            words(sentence.masked[behind.end : ahead.start])
        ):
            return []
    between = words(sentence.masked[found[index - 1].end : amount.start])
    between = re.sub("^[^，；]{1,12}(?=[，；])", "", between)  # …一次法治专题学习，全年已开展5次
    if (
        passed[-1].shared
        or not _THIS_YEAR.fullmatch(between)
        or not unit_fits(amount.unit, passed[-1].indicator, catalogue)
    ):
        return []
    return [claim_of(passed[-1].indicator, amount)]


def _same_thing(sentence: Sentence, amount: Amount, passed: list[Claim]) -> str | None:
    """去年发放资料1.8万份，今年资料降到1.1万份: the indicator of what is named again, in short, with this year's number."""
    named = _NAMED_AGAIN.search(words(sentence.masked[sentence.clause_start(amount.start) : amount.start]))
    for claim in passed if named else ():
        said = words(sentence.masked[sentence.clause_start(claim.start) : claim.start])
        if named and not claim.shared and said.endswith(named["thing"]):
            return claim.indicator
    return None


def as_level(sentence: Sentence) -> Sentence:
    """新培养法律明白人12名，总数达78名: the sentence without the words that make a number a change of a stock."""
    masked = topics.STOCK_FLOW.sub(lambda match: VOID * len(match[0]), sentence.masked)
    return Sentence(sentence.text, masked, sentence.start)
