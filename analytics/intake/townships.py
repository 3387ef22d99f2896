"""Which township a text means: exact name, alias, name without office words, then the roster by edit distance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz.distance import Levenshtein

from analytics.catalogue import Roster
from analytics.intake.words import squeeze, without_ordinal

_NAME = re.compile(r"[㐀-鿿]{1,9}?(?:街道|镇|乡)(?!镇|街道|乡|村|亲|土|下|间|规|域|区)")
_WHOLE = re.compile(r"[㐀-鿿]{1,8}(?:街道|镇|乡|苏木)")
_COUNTY = re.compile(r"^[㐀-鿿]{1,8}?(?:自治县|县|区|市|旗)(?=[㐀-鿿]{2,})")
_OFFICE = re.compile(
    r"(?:人民政府|政府|党委和政府|党委政府|党委|党工委|街道办事处|办事处|街道办|司法所|综治中心|平安法治办公室|平安法治办|法治办|依法治[镇乡]办|依法治[镇乡]委员会"
    r"|党政综合办公室|党政办公室|党政办|综合办)+(?:办公室)?(?:\((?:盖章|公章|签章)\))?$"
)
_SEAL = re.compile(r"\((?:盖章|公章|签章|章|公 章|盖 章)\)")
_BULLET = re.compile(r"[*＊※#★☆]+$|^[*＊※#★☆]+")
_REMARK = re.compile(r"\([^()]{1,8}\)$")
_NOT_A_NAME = re.compile(r"^(?:各|全|我|本|该|每|某|此|一|两|几|多|有关|相关|所辖|下辖|辖区|所在|中心|重点|各个|乡|镇|街|村|城|集|小城|建制|全部|其他|其它|农村|省级|示范)$|[各某每我本该全]$|^(?:各|某|每个|所有|全县|全镇|全乡)|^[一二两三四五六七八九十几数]{1,3}个?$|^(?:分|按|[^\W\d_]{2,})乡$")  # fmt: skip
# What a line says before it names a township.
_LEAD = re.compile(
    r"^(?:关于|报送|上报|填报|单位名称|单位|名称|附件\d*|附表\d*|表\d*|第\d+|年度?|季度|月份?|中共|共产党|填表|报告|统计|汇总|乡镇|镇街|以下|来自|的|为|是|由|在|及|与|和|对)+"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A township read from a text.

    ``how``: exact · alias · stripped · near (asked) · unknown (not on the roster) · pattern (no roster given).
    ``guess`` is the township of the roster that an unknown name may be a slip for.
    """

    name: str
    how: Literal["exact", "alias", "stripped", "near", "unknown", "pattern"]
    guess: str = ""

    @property
    def sure(self) -> bool:
        """Whether figures may be filed under the name without asking."""
        return self.how not in ("near", "unknown")


@dataclass(frozen=True)
class Townships:
    """Reads township names, against a roster or, without one, by their form (X镇, X乡, X街道)."""

    roster: Roster | None = None

    @cached_property
    def _spoken(self) -> Mapping[str, tuple[str, Literal["exact", "alias", "stripped"]]]:
        names: dict[str, tuple[str, Literal["exact", "alias", "stripped"]]] = {}
        if self.roster is None:
            return names
        stems: dict[str, list[str]] = {}
        for township in self.roster.townships:
            stems.setdefault(_stem(squeeze(township.name)), []).append(township.name)
        for stem, owners in stems.items():
            if len(owners) == 1 and len(stem) >= 2:
                names[stem] = (owners[0], "stripped")
        for township in self.roster.townships:
            for alias in township.aliases:
                names[squeeze(alias)] = (township.name, "alias")
        for township in self.roster.townships:
            names[squeeze(township.name)] = (township.name, "exact")
        return names

    @cached_property
    def _longest_first(self) -> tuple[str, ...]:
        return tuple(sorted((n for n in self._spoken if len(n) >= 2), key=len, reverse=True))

    def whole(self, text: str) -> Sighting | None:
        """The township that a whole cell names; None when the cell is not a township name."""
        plain = _SEAL.sub("", _BULLET.sub("", without_ordinal(squeeze(text)))).strip(":,。.、")
        if not plain or len(plain) > 30:
            return None
        if plain not in self._spoken:
            plain = _REMARK.sub("", plain)
        if plain in self._spoken:
            name, how = self._spoken[plain]
            return Sighting(name, how)
        bare = strip_office(plain)
        if bare in self._spoken:
            return Sighting(self._spoken[bare][0], "stripped")
        without = _COUNTY.sub("", bare)
        if without != bare and without in self._spoken:
            return Sighting(self._spoken[without][0], "stripped")
        if not _WHOLE.fullmatch(without) or _NOT_A_NAME.search(_stem(without)) or len(without) > 9:
            return None
        if self.roster is None:
            return Sighting(without, "pattern")
        return self._near(without)

    def _near(self, name: str) -> Sighting:
        assert self.roster is not None
        distances = sorted((Levenshtein.distance(name, n), n) for n in self.roster.names)
        close = [n for distance, n in distances if distance == 1 and len(n) == len(name)]
        if len(close) != 1:
            return Sighting(name, "unknown")
        # In a name of two characters and 镇 one other character is as likely another township as a slip.
        return Sighting(close[0], "near") if len(name) >= 4 else Sighting(name, "unknown", close[0])

    def inside(self, text: str) -> list[Sighting]:
        """The townships that a line (title, 填报单位, sheet or file name) mentions, each once, in order."""
        plain = squeeze(text)
        found: dict[str, Sighting] = {}
        rest = plain
        for spoken in self._longest_first:
            at = rest.find(spoken)
            # A bare stem inside a longer sentence may be part of another word; only full names and aliases count.
            if at >= 0 and self._spoken[spoken][1] != "stripped":
                name, how = self._spoken[spoken]
                found.setdefault(name, Sighting(name, how))
                rest = rest.replace(spoken, "|")
        if found:
            return sorted(found.values(), key=lambda s: plain.find(s.name))
        for piece in re.split(r"[^㐀-鿿]+", rest):
            for match in _NAME.finditer(piece):
                name = _COUNTY.sub("", _LEAD.sub("", match[0]))
                name = _LEAD.sub("", name)
                if _WHOLE.fullmatch(name) and 2 <= len(name) <= 6 and not _NOT_A_NAME.search(_stem(name)):
                    sighting = Sighting(name, "pattern") if self.roster is None else self._near(name)
                    found.setdefault(sighting.name, sighting)
        return list(found.values())


def strip_office(text: str) -> str:
    """A name without the office behind it: 青禾镇人民政府 → 青禾镇; 云岭街道办事处 → 云岭街道."""
    stripped = _OFFICE.sub("", text)
    if text.endswith(("街道办事处", "街道办")) and not stripped.endswith("街道"):
        stripped += "街道"
    return stripped


def _stem(name: str) -> str:
    for ending in ("街道", "镇", "乡", "苏木"):
        if name.endswith(ending):
            return name[: -len(ending)]
    return name
