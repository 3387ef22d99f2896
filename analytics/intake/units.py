"""Units as they stand in headings, unit columns and unit rows: the measure word and its scale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from analytics.catalogue import Indicator
from analytics.intake.words import squeeze

MEASURES = (
    "人次", "场次", "件次", "批次", "班次", "课时", "个人", "户次", "人", "名", "位", "场", "次", "期", "回", "班", "批", "届", "堂", "课", "节", "份", "册", "本", "张",
    "单", "枚", "套", "页", "件", "起", "宗", "例", "个", "项", "条", "篇", "则", "部", "幅", "处", "座", "块", "家", "户", "支", "元", "%", "‰", "小时", "天", "辆", "台",
)  # fmt: skip
SCALES = {"万": 10_000.0, "千": 1_000.0, "百": 100.0, "亿": 100_000_000.0, "十万": 100_000.0, "百万": 1_000_000.0}
_MEASURE = "|".join(sorted(map(re.escape, MEASURES), key=len, reverse=True))
_UNIT = re.compile(rf"(?:单位:?)?(?P<scale>十万|百万|万|千|百|亿)?(?P<word>{_MEASURE})(?:\((?P<tail>{_MEASURE})\))?")
_SEVERAL = re.compile(rf"(?:单位:?)?(?:{_MEASURE})(?:[、,/和或](?:{_MEASURE}))+")
_BETWEEN = re.compile("[、,/;和或()]+")
_SCALED = re.compile(rf"(?:{'|'.join((*sorted(SCALES, key=len, reverse=True), _MEASURE))}|[、,/;和或()])+")
_CLASSES = (
    ("event", ("场次", "场", "次", "期", "回", "批次", "班次", "班", "堂", "课", "节", "课时")),
    ("person", ("人次", "人", "名", "位", "个人")),
    ("copy", ("份", "册", "本", "张", "单", "枚")),
    ("case", ("件", "起", "宗", "例", "件次", "项")),
    ("money", ("元",)),
    ("rate", ("%", "‰")),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word and what one of it stands for: 万份 → 份, 10,000."""

    word: str
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class TableUnits:
    """What a line over a table says (``text``) of its units, each with its measure word.

    There are none where the text names a scale that stands with no measure word (单位:万).
    """

    text: str
    units: tuple[Unit, ...] = ()

    def of(self, indicator: Indicator) -> Unit | None:
        """The unit of the line that counts this indicator; None where there is none or they differ in scale."""
        own = self._own(indicator)
        return own[0] if len({u.scale for u in own}) == 1 else None

    def unclear(self, indicator: Indicator) -> bool:
        """Whether the line speaks of a scale without telling whether it is this indicator's."""
        return not self.units or len({u.scale for u in self._own(indicator)}) > 1

    def _own(self, indicator: Indicator) -> list[Unit]:
        return [u for u in self.units if u.word == indicator.unit or u.word in indicator.units]


@lru_cache(maxsize=1024)
def read_table_units(text: str) -> TableUnits | None:
    """The units that a line like 单位:万份/场 gives its table, the part behind 单位; None when it is anything else."""
    plain = squeeze(text).strip(":")
    whole = read_unit(plain)
    if whole is not None and whole.word:
        return TableUnits(plain, (whole,))
    if not _SCALED.fullmatch(plain):
        return None
    parts = [read_unit(part) for part in _BETWEEN.split(plain) if part]
    if parts and all(part is not None and part.word for part in parts):
        return TableUnits(plain, tuple(part for part in parts if part is not None))
    return TableUnits(plain) if any(scale in plain for scale in SCALES) else None


@lru_cache(maxsize=4096)
def read_unit(text: str) -> Unit | None:
    """The unit that a whole text is; None when it is anything else. Several alternatives (次、场) give an empty word."""
    text = squeeze(text).strip(":")
    if text[:1] + text[-1:] in ("()", "[]", "【】"):
        text = text[1:-1]
    if text in ("百分比", "百分数", "％"):
        return Unit("%")
    match = _UNIT.fullmatch(text)
    if match:
        return Unit(
            match["word"] + (match["tail"] or "" if match["word"] + (match["tail"] or "") in MEASURES else ""),
            _scale(match["scale"]),
        )
    return Unit("") if _SEVERAL.fullmatch(text) else None


def _scale(word: str | None) -> float:
    return SCALES[word] if word else 1.0


def unit_class(word: str) -> str:
    """The family of a measure word; the word itself where it has none of its own."""
    return next((name for name, words in _CLASSES if word in words), word)


def fits(word: str, indicator: Indicator) -> bool:
    """Whether a measure word can count this indicator. An empty word says nothing against it."""
    return not word or word == indicator.unit or word in indicator.units
