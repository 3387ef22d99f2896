"""Invented township names: two uncommon characters and a kind, so that none is a known place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FIRST = "荻霁槭岫漪萤筠苕鹭椴皓笕骊芪隰桫蕖泮鹄汀榉绛蘅岚菖栩澹莳菀黍垅坳珺棠蒹藜葭樨箬缃璎棹沅溆芡茭葳蓼"
SECOND = "砚笙穹菽弦翎墩堰畈垭峪漾湄坞埠渚浔嵋垄圩陂荪楹泺岬栎棱霖麓峦榭筱簃苑笪澍泓塬崮汊洄汐浦澳峒碛"
KINDS = ("镇", "镇", "镇", "乡", "乡", "街道")
"""About half of a county's units are 镇; each kind stands as often as it is drawn."""


@dataclass(frozen=True, slots=True)
class Named:
    """An invented township: its full name, its kind (镇 · 乡 · 街道) and the other names files may use for it."""

    name: str
    kind: str
    aliases: tuple[str, ...]


def township_names(count: int, rng: np.random.Generator) -> list[Named]:
    """``count`` different invented townships; the first 46 share no character, so that none is taken for another.

    Raises ValueError for more than 2,000.
    """
    if count > 2000:
        raise ValueError("at most 2,000 townships")
    # Walking the diagonals of FIRST × SECOND uses every character once before any comes again.
    width = min(len(FIRST), len(SECOND))
    stems = [
        FIRST[i] + SECOND[(i + shift) % len(SECOND)]
        for shift in range(len(SECOND))
        for i in range(width)
        if FIRST[i] != SECOND[(i + shift) % len(SECOND)]
    ]
    kinds = rng.choice(len(KINDS), size=count)
    named = []
    for stem, drawn in zip(stems[:count], kinds, strict=True):
        kind = KINDS[int(drawn)]
        office = "街道办事处" if kind == "街道" else f"{kind}人民政府"
        named.append(Named(stem + kind, kind, (stem, stem + office)))
    return named
