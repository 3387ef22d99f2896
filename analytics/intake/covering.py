"""Headings that say one thing twice, or in several words: 行政机关负责人出庭应诉, 模拟法庭、情景普法活动.

Nothing may be left over: every piece of the heading belongs to a wording of one and the same indicator. A heading that
could be another indicator's as well is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

SHORTEST = 3
"""Stems of two characters (述法, 直播) stand inside too many other words."""
_JOINED = re.compile(r"[、,，/;；]|以及|[和与及]")


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name joined by 、 that can stand as wordings of their own: 模拟法庭、情景普法; not the 直播 of 短视频、直播."""
    parts = re.split("[、/]", name)
    return tuple(part for part in parts if len(part) > SHORTEST) if len(parts) > 1 else ()


def pieces_of(heading: str) -> tuple[str, ...]:
    """The pieces that a heading enumerates."""
    return tuple(piece for piece in _JOINED.split(heading) if piece)


def covers(text: str, stems: Mapping[str, Set[str]]) -> set[str]:
    """The owners of whose stems the whole of ``text`` consists; stems may overlap, and none of another's may stand across two."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(text) - SHORTEST + 1):
        for end in range(start + SHORTEST, len(text) + 1):
            for owner in stems.get(text[start:end], ()):
                spans.setdefault(owner, []).append((start, end))
    return {owner for owner, found in spans.items() if _whole(found, len(text)) and not _foreign(owner, spans)}


def _whole(spans: list[tuple[int, int]], length: int) -> bool:
    reached = 0
    for start, end in sorted(spans):
        if start > reached:
            return False
        reached = max(reached, end)
    return reached == length


def _foreign(owner: str, spans: Mapping[str, list[tuple[int, int]]]) -> bool:
    """Whether a stem of somebody else stands in the text that is not merely a part of one of the owner's."""
    own = spans[owner]
    return any(
        not any(start <= s and e <= end for start, end in own)
        for other, found in spans.items()
        if other != owner
        for s, e in found
    )
