"""Text that two reports share: runs of equal characters, whatever names and numbers stand in them.

Reports are compared by their shingles, overlapping stretches of ``SHINGLE`` characters: how much of a report another one
holds is its containment in it (Broder 1997, "On the resemblance and containment of documents"). Left out of the
comparison are spaces, punctuation, titles in 《》 and short quotations (laws, campaigns, slogans); every number counts as
the same, and so does what a township calls itself, so that a text taken over with name and figures changed is still seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHINGLE = 8
"""Characters of a shingle, about four Chinese words: fewer are set phrases, more would miss text that was touched up."""
LONGEST = 200_000
"""Characters of a report that are compared; the longest published ones have under 20,000."""

Bools = NDArray[np.bool_]

_FOLD = str.maketrans("０１２３４５６７８９", "0123456789")
_PASSED_OVER = r"《[^《》\n]{0,80}》|“[^“”\n]{0,20}”|\"[^\"\n]{0,20}\"|‘[^‘’\n]{0,20}’"
_SELF = r"[我本全](?:[镇乡]|街道)"
_NUMBER = r"\d[\d,.，]*万?|[零〇○一二两三四五六七八九十百千]{1,9}(?=[次场期份册人名件起项条个篇万余多])"
_REST = "\ue000"
"""Stands for all but the first character of a number, which is shown whole."""
# Odd multipliers, drawn once: equal shingles get equal hashes, and two different ones the same with chance 2^-63.
_FACTORS = np.random.default_rng(20_240_612).integers(1, 2**63, SHINGLE, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``start`` to ``end`` (from 0, the last excluded) of a paragraph (from 1)."""

    paragraph: int
    start: int
    end: int

    @property
    def cell(self) -> str:
        """In the manner of ``Source.cell``."""
        return f"¶{self.paragraph}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that stands in two reports: where in the one, where in the other.

    ``characters`` of it are no common property, ``shingles`` those that begin in it.
    """

    own: Place
    other: Place
    characters: int
    shingles: int


@dataclass(frozen=True, eq=False)
class Prose:
    """A report as its shingles, in order, each a number that equal shingles share.

    ``paragraph``, ``first`` and ``last`` tell of each where it stands: the paragraph, its first and its last character.
    """

    shingles: NDArray[Any]
    paragraph: NDArray[np.int32]
    first: NDArray[np.int32]
    last: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.shingles)


def prose(paragraphs: Sequence[str], names: Iterable[str] = ()) -> Prose:
    """The shingles of a report. ``names`` are those of its township, which count the same as those of any other.

    No shingle goes across the end of a paragraph.
    """
    text = "\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)[:LONGEST].translate(_FOLD)
    masked = _pattern(tuple(names)).sub(_masked, text)
    codes = np.frombuffer(masked.encode("utf-32-le", "replace"), dtype=np.uint32)
    counts = (codes == ord("#")) | (codes == ord("@"))
    for low, high in ((0x41, 0x5A), (0x61, 0x7A), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)):
        counts |= (codes >= low) & (codes <= high)
    at = np.flatnonzero(counts).astype(np.int32)
    count = max(0, len(at) - SHINGLE + 1)
    kept = codes[at].astype(np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE):
        hashes += kept[offset : offset + count] * _FACTORS[offset]
    begins = np.concatenate(([0], np.flatnonzero(codes == ord("\n")) + 1)).astype(np.int32)
    paragraph = np.searchsorted(begins, at, side="right").astype(np.int32) - np.int32(1)
    within = at - begins[paragraph]
    ends = _ends(codes, at) - begins[paragraph]
    last = slice(SHINGLE - 1, SHINGLE - 1 + count)
    whole = paragraph[:count] == paragraph[last]
    return Prose(hashes[whole], paragraph[:count][whole] + 1, within[:count][whole], ends[last][whole])


def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    told = "|".join((*(re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True)), _SELF))
    return re.compile(f"{_PASSED_OVER}|(?P<name>{told})|(?P<number>{_NUMBER})")


def _masked(match: re.Match[str]) -> str:
    kind = match.lastgroup
    sign = "#" if kind == "number" else "@" if kind == "name" else " "
    return sign + (_REST if kind == "number" else " ") * (len(match[0]) - 1)


def _ends(codes: NDArray[np.uint32], at: NDArray[np.int32]) -> NDArray[np.int32]:
    """The last character of what begins at the places ``at``: a number's is that of its last digit."""
    begin = np.append(np.flatnonzero(codes != ord(_REST)), len(codes)).astype(np.int32)
    return begin[np.searchsorted(begin, at, side="right")] - np.int32(1)


def shared(own: Prose, other: Prose, counts: Bools, least: int) -> list[Shared]:
    """The passages of ``own`` that ``other`` holds word for word, in the order of ``own``.

    ``counts`` tells which shingles of ``own`` are not common property; a passage has at least ``least`` characters
    that those stand for. Each is as long as it can be, within a paragraph of either report.
    """
    found = []
    for begin, there, length in _runs(own, other):
        if length + SHINGLE - 1 < least:
            continue
        counted = counts[begin : begin + length]
        characters = _worth(counted)
        if characters >= least:
            places = _place(own, begin, length), _place(other, there, length)
            found.append(Shared(*places, characters, int(counted.sum())))
    return found


def _runs(own: Prose, other: Prose) -> Iterator[tuple[int, int, int]]:
    """Runs of equal shingles, the longest from each place on: where in ``own``, where in ``other``, how many."""
    where: dict[int, list[int]] = {}
    for place, code in enumerate(other.shingles.tolist()):
        where.setdefault(code, []).append(place)
    codes = own.shingles.tolist()
    # A run ends with the paragraph, in either report.
    end = np.searchsorted(own.paragraph, own.paragraph, side="right").tolist()
    their_end = np.searchsorted(other.paragraph, other.paragraph, side="right").tolist()
    at = 0
    while at < len(codes):
        best, there = 0, 0
        for start in where.get(codes[at], ())[:OCCURRENCES]:
            most = min(end[at] - at, their_end[start] - start)
            if most <= best:
                continue
            differs = own.shingles[at : at + most] != other.shingles[start : start + most]
            length = int(differs.argmax()) if differs.any() else most
            if length > best:
                best, there = length, start
        if best:
            yield at, there, best
        at += max(best, 1)


OCCURRENCES = 20
"""Places of one shingle in a report that are tried; a text that repeats itself more often is no report."""


def _worth(counted: Bools) -> int:
    """Characters that the counted ones of neighbouring shingles cover."""
    if not counted.any():
        return 0
    at = np.flatnonzero(counted)
    return int(np.minimum(np.diff(at, append=at[-1] + SHINGLE), SHINGLE).sum())


def _place(prose_: Prose, begin: int, length: int) -> Place:
    end = begin + length - 1
    return Place(int(prose_.paragraph[begin]), int(prose_.first[begin]), int(prose_.last[end]) + 1)
