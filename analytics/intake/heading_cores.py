"""What is left of a heading without its unit, its numbering and the words that add nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from analytics.intake.units import Unit, read_unit
from analytics.intake.words import squeeze, without_ordinal

BRACKET = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_TAIL_UNIT = re.compile(r"(?:[/_\-—::,,]?单位:|[/_\-—])([^::/_\-—]+)$")
_SYNONYM = re.compile(r"法律法规|法律知识|法制|法律|普法|法治")
FILLER = re.compile(
    r"开展了?|组织了?|举办了?|召开了?|举行了?|进行了?|累计|共计|合计|全年|本年度|本年|年度|当年|各类|各种|各项|有关|相关|工作|情况|总数|总量|的|了"
    r"|[、,,。;;·/\-—_“”\"':::]"
)
# Endings that say how it was counted; each only fits an indicator of that family of units.
_ENDINGS = {
    "场次数": "event", "场次": "event", "次数": "event", "场数": "event", "期数": "event", "人次数": "person", "人次": "person", "人数": "person",
    "份数": "copy", "册数": "copy", "件数": "case", "起数": "case", "宗数": "case", "个数": "个", "条数": "条", "篇数": "篇", "金额": "money",
    "数量": "", "数": "", "量": "",
}  # fmt: skip


@lru_cache(maxsize=16384)
def split_unit(heading: str) -> tuple[str, Unit | None]:
    """A heading without numbering, white space and the unit it names in brackets, and that unit."""
    text = without_ordinal(squeeze(heading))
    unit: Unit | None = None
    for match in BRACKET.finditer(text):
        inner = match[1]
        found = read_unit(inner) or (
            read_unit(inner.removeprefix("单位").lstrip(":")) if inner.startswith("单位") else None
        )
        if found is not None:
            unit = unit or found
            text = text.replace(match[0], "", 1)
    tail = _TAIL_UNIT.search(text)
    if tail and (found := read_unit(tail[1])) is not None:
        unit, text = unit or found, text[: tail.start()]
    return text.strip(":"), unit


@lru_cache(maxsize=16384)
def cores(text: str) -> tuple[tuple[str, str], ...]:
    """What may be left of a heading without words that add nothing, each with the unit family its ending implies.

    The first has no ending taken off. A stem of two characters (培训, 参训) is too general to stand for a wording
    with its ending, so endings are taken off longer stems only.
    """
    plain = FILLER.sub("", _SYNONYM.sub("法", BRACKET.sub(lambda m: m[1], text)))
    found = {plain: ""}
    for ending, family in _ENDINGS.items():
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            found.setdefault(plain[: -len(ending)], family)
    return tuple(found.items())
