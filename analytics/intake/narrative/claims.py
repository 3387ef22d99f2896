"""Sentence → claims: which amount counts what, and why an amount counts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analytics.catalogue import Catalogue
from analytics.intake.narrative import topics
from analytics.intake.narrative.again import CHANGED_TO, TURNED, as_level, goes_on
from analytics.intake.narrative.amounts import Amount, amounts
from analytics.intake.narrative.behind import behind
from analytics.intake.narrative.claim import Claim, Setting, claim_of
from analytics.intake.narrative.excluded import PLACE_AFTER, counts_nothing
from analytics.intake.narrative.masking import DAY, LAWS, words
from analytics.intake.narrative.matching import SENT, indicator_of, of_its_own, unit_fits
from analytics.intake.narrative.rates import rates
from analytics.intake.narrative.remarks import around, joined, remarks, within
from analytics.intake.narrative.sentences import Sentence
from analytics.intake.narrative.sharing import (
    EACH,
    behind_an_item,
    each,
    each_did,
    in_turn,
    narrowed,
    on_each,
    shared,
    summed,
)
from analytics.intake.narrative.telegram import telegram

_FILLERS = re.compile(
    r"(?:共计|总计|合计|累计|共有|总共|共|计|达到|达|已达|已|先后|分别|各|等|为|有|均|都|了|约|的|约为|其中|之|多|、|和|及|,|[(（:：]|内容|文件|形式|方式|全年|年内|实现|完成|次数|总数|数量|人数|次)+$"
)
_VERB = re.compile(
    r"(?:召开|开展|举办|举行|组织|开设|进行|发放|散发|派发|分发|印发|赠送|制作|拍摄|推送|发布|转发|解答|接受|接待|化解|调解|调处|排查|审查|审核|办理|受理|处理|"
    r"建成|打造|培育|培养|聘请|聘用|配备|选聘|查处|承办|听取|解决|公开|参加|参与|旁听|安排|出庭|现有|共有|拥有|建有|有|对|为|经|完成|实施|悬挂|张贴|讲授|上|通过|排演|演出|"
    r"创作|编排|提供|投入|拨付|支付|列支|选派|新增|新建|作出|出台|制定|设立|邀请|累计|全年|共|共计|了|就|向|使|带领|动员|集中)$"
)
_ADVERBIAL = re.compile(
    r"(?:听取|召开|组织|开展|研究|深入|学习|带头|到|赴|走进|走村|巡演|上演|专题|集中|集体|邀请|参加|旁听|举办|会前|对|在|就|向)"
)
_WITH_PART = re.compile(
    r"(?:^|[，；：])(?P<whole>[^，；：\d]{2,40}?)\d+(?:余|多)?[\u4e00-\u9fff]{1,2}[，(（]其中[^，；。、]{0,16}$"
)
_UNTIL = re.compile(rf"截[至止]到?(?:目前|□)*(?:(?:19|20)\d\d年)?{DAY}")
_TOTAL = re.compile("[，、]?(?:全年|总)?(?:共计|合计|总计|累计|总共|共)(?:达到?|为)?")
_WHOLE = re.compile("全年(?:共计|合计|总计|累计|总共|共)?(?:达到?|为)?")
_PART = re.compile(r"其中|包括|含")
_EMPTY = re.compile(
    r"经统计|据统计|先后|▣|等?法律法规|以及|讲解|学习|深入|开展|组织|群众|人员|全年|召开|举办|听取|进行|共|累计"
)
_LIGHT = re.compile(r"[\u4e00-\u9fff]")
_ON_A_DAY = frozenset(
    ("leader_lectures", "accountability_reports", "court_hearings_attended", "mock_courts", "law_performances")
)
"""What is done a few times a year, and told by its occasion: a day named with it does not make it a part of the year's number."""
_ONCE = frozenset(("law_exam_participants", "law_exam_study_rate", "law_exam_attendance_rate", "law_exam_pass_rate"))
"""The yearly exam is held on some day."""
MOST = 60
"""Amounts looked at in one sentence; a hundred without a full stop are no sentence."""
_FAR = 60
"""Characters between two numbers that still stand in one list, masked ones among them."""
_IN_A_LIST = re.compile(r"[、和及与][^，。；、]{1,14}")


def claims(sentence: Sentence, setting: Setting, catalogue: Catalogue) -> list[Claim]:
    """The figures that a sentence states of the whole township and the whole year."""
    spans = remarks(sentence)
    if not spans:
        return _put_together(sentence, _counted(sentence, setting, catalogue))
    outer = _counted(around(sentence, spans), setting, catalogue)
    inner = _counted(within(sentence, spans), setting, catalogue)
    return _put_together(sentence, joined(sentence, spans, outer, inner))


def _put_together(sentence: Sentence, found: list[Claim]) -> list[Claim]:
    """The claims held against each other; what is of an occasion only has no part in that."""
    counted = [c for c in found if not c.occasion]
    return narrowed(sentence, summed(sentence, counted)) + [c for c in found if c.occasion]


def _counted(sentence: Sentence, setting: Setting, catalogue: Catalogue) -> list[Claim]:
    """What every amount of a sentence counts, one after the other."""
    found = amounts(sentence.masked, sentence.units)[:MOST]
    out: list[Claim] = []
    passed: list[Claim] = []
    """What amounts would have counted that do not count: last year's, or the difference from it."""
    occasions: list[Claim] = []
    turns = in_turn(sentence, found, catalogue)
    for index, amount in enumerate(found):
        if index in turns:
            out += [] if counts_nothing(sentence, amount, setting) else turns[index]
            continue
        if counts_nothing(sentence, amount, setting):
            said = [c for c in _claims_of(sentence, found, index, setting, catalogue, out) if not c.part]
            passed += said
            if counts_nothing(sentence, amount, setting, any_day=True, any_part=True):
                continue
            # Only when it was takes it away.
            dated = not counts_nothing(sentence, amount, setting, any_day=True)
            if dated and _UNTIL.search(sentence.masked, 0, amount.start):
                out += [replace(c, until=True) for c in said if not c.shared]
                continue
            if dated:
                out += on_each(sentence, amount, catalogue)
                out += [replace(c, dated=c.indicator in _ON_A_DAY) for c in said if c.indicator in _ON_A_DAY | _ONCE]
            occasions += [replace(c, occasion=True) for c in said if not c.shared]
            continue
        counted = _claims_of(sentence, found, index, setting, catalogue, out)
        if not counted and topics.STOCK_FLOW.search(sentence.masked, sentence.clause_start(amount.start), amount.start):
            passed += _claims_of(as_level(sentence), found, index, setting, catalogue, out)
        out += counted or goes_on(sentence, found, index, passed, catalogue) or _of_halves(sentence, amount, passed)
    out = _with_neighbours(sentence, found, setting, catalogue, out)
    return out + [c for c in occasions if not any(c.start < o.end and o.start < c.end for o in out)]


def _with_neighbours(
    sentence: Sentence, found: list[Amount], setting: Setting, catalogue: Catalogue, counted: list[Claim]
) -> list[Claim]:
    """民法典读本950本、禁毒手册1500本: what shares a list with a figure is asked about with it, not left out in silence."""
    out = list(counted)
    for claim in (c for c in counted if not c.shared):
        for index, amount in enumerate(found):
            low, high = min(claim.end, amount.end), max(claim.start, amount.start)
            if high - low > _FAR:
                continue
            listed = sentence.masked[low:high]
            if any(c.start <= amount.start < c.end for c in out) or not _IN_A_LIST.fullmatch(words(listed)):
                continue
            if not counts_nothing(sentence, amount, setting):
                if set(words(listed)[1:]) == {LAWS}:
                    out.append(claim_of(claim.indicator, amount))  # 学习《甲法》2次、《乙法》1次
                    continue
                wide = replace(setting, lenient=True)
                out += [
                    c
                    for c in _claims_of(sentence, found, index, wide, catalogue, out)
                    if c.indicator == claim.indicator and not c.part
                ]
    return sorted(out, key=lambda c: c.start)


def _claims_of(
    sentence: Sentence, found: list[Amount], index: int, setting: Setting, catalogue: Catalogue, so_far: list[Claim]
) -> list[Claim]:
    amount, masked = found[index], sentence.masked
    if amount.unit == "%":
        return rates(sentence, found, index, setting)
    last_end = _behind(masked, found, index)
    begin, turned = max(sentence.clause_start(amount.start), last_end), False
    if CHANGED_TO.fullmatch(words(masked[begin : amount.start])):
        begin, turned = sentence.clause_start(amount.start), True
    end = sentence.clause_end(amount.end)
    next_start = found[index + 1].start if index + 1 < len(found) else len(masked)
    before = words(_without(masked, found, begin, amount.start))
    if turned:
        before = TURNED.sub("", before)
    if index and not before and _same_thing(masked[last_end : amount.start], found[index - 1], amount):
        # 培训6期480人次: two numbers for one thing
        begin = max(sentence.clause_start(amount.start), found[index - 2].end if index > 1 else 0)
        before = words(_without(masked, found, begin, amount.start))
    after = _PART.split(words(masked[amount.end : min(end, next_start)]))[0]
    after = after.removeprefix("的")
    if after.startswith("("):
        after = ""  # a remark on what was counted, not what comes next
    around = (
        ("主要负责人‖" if setting.leaders else "")
        + setting.heading
        + "‖"
        + setting.before
        + "‖"
        + words(masked[: amount.start])
        + "¦"
        + after
    )
    if index and last_end == begin and before.endswith(("、", "和", "及", "与")):
        before = ""  # 24件甲、56份乙: what stands before belongs to the number before
    if index and last_end == begin:
        before = behind_an_item(
            before, words(masked[sentence.clause_start(found[index - 1].start) : found[index - 1].start])
        )
    stripped = _FILLERS.sub("", before)
    done = each_did(before, amount, around, catalogue, lenient=setting.lenient)
    if done is not None:
        return done
    if EACH.search(before):
        return each(stripped, amount, around, catalogue, lenient=setting.lenient)
    forward = (not stripped or before.endswith("的") or bool(_VERB.search(stripped))) and bool(
        _LIGHT.search(after.strip("、和及与等"))
    )
    adverbial = bool(_ADVERBIAL.match(after)) and amount.unit in ("次", "场", "场次", "期", "批次")
    joint = words(_without(masked, found, amount.end, end)) if after.endswith(("、", "和", "及", "与")) else after
    tries = list(behind(masked, amount.end, end, before, after, stripped))
    if forward and next_start < end and "、" in after.rstrip("、"):
        tries.append(stripped + "│" + after.partition("、")[0])
    if forward or adverbial:
        tries.append(stripped + "│" + joint if not stripped or forward else before + "│" + after)
    if not forward or not after:
        tries.append(before)
        tries += list(_wider(sentence, found, index, begin, before))
        if after and after[0] not in "、和及与等以并，":
            tries.append(before + "│" + after)
    for phrase in tries:
        indicator = of_its_own(indicator_of(phrase, amount, around, catalogue, setting.lenient), stripped, after)
        if indicator == "legal_advisers" and re.search("[镇乡]级", phrase) and "村" in masked[amount.end :]:
            return []  # 镇级聘请2名，村级21名: each level has its own
        if indicator is not None:
            several = shared(phrase, before, amount, catalogue) if "│" not in phrase else ()
            if several:
                return [replace(claim_of(indicator, amount), shared=several)]
            whole = next((c for c in reversed(so_far) if c.indicator == indicator and not c.part), None)
            part = whole is not None and _is_part(masked, whole.end, amount.start)
            sent = indicator == "enforcement_trainings" and SENT.search(phrase) is not None
            return [replace(claim_of(indicator, amount, part=part), dated=sent)]
    return (
        _restated(amount, before, so_far, catalogue)
        or _inherited(sentence, amount, before, so_far, catalogue)
        or telegram(sentence, amount, setting.field, catalogue)
    )


def _same_thing(between: str, one: Amount, other: Amount) -> bool:
    """培训6期480人次, 培训6期、480人次: two measures of one thing."""
    said = between.strip()
    return not said or (said == "、" and other.unit == "人次" and one.unit in ("期", "次", "场", "场次", "班次"))


def _of_halves(sentence: Sentence, amount: Amount, passed: list[Claim]) -> list[Claim]:
    """上半年4000份，下半年5000份，全年9000份: the bare total of the parts of a year, where the sum comes out."""
    before = words(sentence.masked[sentence.clause_start(amount.start) : amount.start])
    if not passed or not _WHOLE.fullmatch(before):
        return []
    parts = [c.value for c in passed if c.indicator == passed[-1].indicator]
    return [claim_of(passed[-1].indicator, amount)] if len(parts) > 1 and sum(parts) == amount.quantity.low else []


def _is_part(masked: str, start: int, end: int) -> bool:
    """Whether what stands from ``start`` to ``end`` makes the next amount a part; a semicolon ends the parts."""
    last = max((match.end() for match in _PART.finditer(masked, start, end)), default=None)
    return last is not None and "；" not in masked[last:end]


def _behind(masked: str, found: list[Amount], index: int) -> int:
    """Where the amount before one ends. Places visited (深入12个村、5所学校开展…) belong to what was done there."""
    for amount in reversed(found[:index]):
        if not PLACE_AFTER.match(words(masked[amount.end : amount.end + 14])):
            return amount.end
    return 0


def _without(masked: str, found: list[Amount], start: int, end: int) -> str:
    """A stretch of the sentence with the amounts in it taken out."""
    kept = list(masked[start:end])
    for amount in found:
        for at in range(max(amount.start, start), min(amount.end, end)):
            kept[at - start] = "□"
    return "".join(kept)


def _wider(sentence: Sentence, found: list[Amount], index: int, begin: int, before: str) -> Iterator[str]:
    """The phrase with clauses before it, for a number that stands behind a list or alone (…，累计22次)."""
    own = _FILLERS.sub("", _EMPTY.sub("", before))
    if len(own) > 4:
        return
    floor = _behind(sentence.masked, found, index)
    at, phrase = begin, before
    for _ in range(4):
        if at <= floor or at - 1 not in sentence.breaks or sentence.masked[at - 1] in "；;":
            return
        start = max(sentence.clause_start(at - 1), floor)
        phrase = words(sentence.masked[start : at - 1]) + "，" + phrase
        at = start
        yield phrase.replace("，", "")


def _restated(amount: Amount, before: str, so_far: list[Claim], catalogue: Catalogue) -> list[Claim]:
    """…500册、折页1.2万份，共计1.25万份: a bare total of what the sentence has listed, where the sum comes out."""
    if not so_far or not _TOTAL.fullmatch(before) or not unit_fits(amount.unit, so_far[-1].indicator, catalogue):
        return []
    listed = [c.value for c in so_far if c.indicator == so_far[-1].indicator and not (c.part or c.shared)]
    return [claim_of(so_far[-1].indicator, amount)] if sum(listed) == amount.quantity.low else []


def _of_other_work(sentence: Sentence, amount: Amount, before: str, catalogue: Catalogue) -> list[Claim]:
    """中心组集中学习12次，其中法治专题4次: of a total that is not about the law, the part that is."""
    match = _WITH_PART.search(sentence.masked, 0, amount.start)
    narrower = _FILLERS.sub("", before.replace("其中", "").strip("，（("))
    if match is None or not topics.OF_THE_LAW.search(narrower):
        return []
    whole = words(match["whole"])
    phrase = whole + narrower + whole[-2:]
    indicator = indicator_of(phrase, amount, "‖" + phrase, catalogue, lenient=False)
    return [claim_of(indicator, amount)] if indicator else []


def _inherited(
    sentence: Sentence, amount: Amount, before: str, so_far: list[Claim], catalogue: Catalogue
) -> list[Claim]:
    """其中校园2万份: a part names only what it narrows; the thing is that of the total before it."""
    # The total is the number that 其中 stands behind, not whatever the sentence counted first.
    parted = max((m.start() for m in _PART.finditer(sentence.masked, 0, amount.start)), default=amount.start)
    total = next((c for c in reversed(so_far) if not c.part and not c.shared and c.end <= parted), None)
    if total is None:
        return _of_other_work(sentence, amount, before, catalogue)
    if not _is_part(sentence.masked, total.end, amount.start):
        return []
    if not unit_fits(amount.unit, total.indicator, catalogue):
        return []
    narrower = _FILLERS.sub("", before)
    if total.indicator == "leaflets" and topics.SCHOOL.search(narrower):
        return [claim_of("school_leaflets", amount)]
    if total.indicator == "legal_reviews" and narrower.removesuffix("类").endswith(("合同", "协议")):
        return [claim_of("contract_reviews", amount)]
    if total.indicator == "publicity_events":
        if re.search(r"进(?:校园|学校)", narrower):
            return [claim_of("school_events", amount)]
        if re.search(r"进村|进乡村|进农村|入村", narrower) and "社区" not in narrower.replace("村社区", ""):
            return [claim_of("village_talks", amount)]
    return [replace(claim_of(total.indicator, amount), part=True)]
