"""Rates in prose: which of the rates named before a percentage it belongs to."""

from __future__ import annotations

import re

from analytics.intake.narrative import topics
from analytics.intake.narrative.again import CHANGED_TO, TURNED
from analytics.intake.narrative.amounts import Amount
from analytics.intake.narrative.claim import Claim, Setting, claim_of
from analytics.intake.narrative.masking import words
from analytics.intake.narrative.sentences import Sentence


def rates(sentence: Sentence, found: list[Amount], index: int, setting: Setting) -> list[Claim]:
    """参学率、参考率均达100%: every rate named since the last amount has the value."""
    amount = found[index]
    start = found[index - 1].end if index else 0
    phrase = words(sentence.masked[start : amount.start])
    if index and CHANGED_TO.fullmatch(phrase):
        # 参考率由去年的96%提高到100%
        phrase = TURNED.sub("", words(sentence.masked[sentence.clause_start(start) : start]))
        phrase = re.sub(r"[\d.%]+$", "", phrase)
    names = list(topics.RATE.finditer(phrase))
    if not names or not 0 <= amount.quantity.low <= 100:
        return []
    context = setting.before + words(sentence.masked)
    if re.search(r"执法|资格|招[录聘]|教师|学生|驾驶|特种", words(sentence.masked[: amount.start])):
        return []
    if names[-1][0] == "通过率" and not re.search(r"考试|考法|测试", words(sentence.masked[: amount.start])):
        return []
    tail = re.sub(r"^(?:[、和及与][^、，和及与]{1,4}率)+(?=[均都])", "", phrase[names[-1].end() :])
    if not re.search(r"学法|考试|考法|参学|如法网|测试", context) or re.search(r"率", tail):
        return []
    tail = re.sub(r"[一二两三四1-4]个$", "", tail)
    if not re.fullmatch(r"[均都分别皆达到为是在保持实现了:：、,，约近超过各]*", tail):
        return []
    first = names[-1].start()
    chosen = [names[-1]]
    for name in reversed(names[:-1]):
        if not re.fullmatch(r"[、和及与]|以及", phrase[name.end() : first]):
            break
        chosen.insert(0, name)
        first = name.start()
    if len(chosen) > 1 and "分别" in tail:
        return []
    return [claim_of(topics.RATES[name[0]], amount) for name in chosen]
