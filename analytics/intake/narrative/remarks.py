"""Remarks in brackets beside a number: 组织干部73人（机关51人、站所22人）参加考试. What stands around one reads on over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analytics.intake.narrative.claim import Claim
from analytics.intake.narrative.masking import VOID
from analytics.intake.narrative.sentences import Sentence
from analytics.intake.quantities.words import MEASURE

_REMARK = re.compile(r"(?<=[\u4e00-\u9fff%])[(](?!(?:次|场|册|本|件|名|人)[)])(?P<said>[^()。]{1,90})[)]")
_BEHIND_A_NUMBER = re.compile(rf"[\d一二两三四五六七八九十百千万余多](?:{MEASURE}|%)$")
_NUMBER = re.compile(rf"[\d一二两三四五六七八九十百千万]\s?[余多]?(?:{MEASURE}|%)")
_MORE = re.compile("另|还|此外|不含|不包括")
_LONGEST = 12
"""Characters looked at for the number that a remark stands behind."""


def remarks(sentence: Sentence) -> list[tuple[int, int]]:
    """Where the remarks of a sentence begin and end: brackets behind a number, and those that hold one."""
    masked = sentence.masked
    return [
        match.span()
        for match in _REMARK.finditer(masked)
        if _NUMBER.search(match["said"])
        or _BEHIND_A_NUMBER.search(masked, max(0, match.start() - _LONGEST), match.start())
    ]


def around(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    """The sentence without its remarks, of the same length."""
    masked = sentence.masked
    for start, end in spans:
        masked = masked[:start] + VOID * (end - start) + masked[end:]
    return Sentence(sentence.text, masked, sentence.start)


def within(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    """The sentence with every remark a clause of its own, so that none of them reads on behind its bracket."""
    apart = Sentence(sentence.text, sentence.masked, sentence.start)
    apart.breaks = sorted({*apart.breaks, *(end - 1 for _, end in spans)})
    return apart


def outside(claim: Claim, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a claim stands in none of the remarks."""
    return not any(start < claim.start < end for start, end in spans)


def joined(
    sentence: Sentence, spans: Sequence[tuple[int, int]], outer: Sequence[Claim], inner: Sequence[Claim]
) -> list[Claim]:
    """The claims around the remarks and in them; what a remark says of the number before it is a part of that."""
    out = list(outer)
    for start, end in spans:
        for claim in (c for c in inner if start < c.start < end):
            parted = not _MORE.search(sentence.masked, start, claim.start) and any(
                c.indicator == claim.indicator and not sentence.masked[c.end : start].strip(VOID) for c in outer
            )
            out.append(replace(claim, part=claim.part or parted))
    return sorted(out, key=lambda c: c.start)
