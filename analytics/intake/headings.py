"""Heading → indicator. Precision before recall: a wrong match is far worse than a question.

A heading is accepted when, apart from numbering, its unit and words that add nothing (开展, 累计, 情况 …), it *is* a
wording of the catalogue. Any word left over makes it unknown: 校园发放资料 is not 发放资料.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from analytics.catalogue import Catalogue, Indicator
from analytics.intake.covering import covers, parts_of, pieces_of
from analytics.intake.heading_cores import BRACKET, FILLER, cores, split_unit
from analytics.intake.heading_forms import Form, forms_of
from analytics.intake.units import Unit, fits, read_unit, unit_class
from analytics.intake.words import GENERIC_MEASURES, NARROWING, squeeze

HeadingKey = tuple[str, str]
"""A heading and the group it stands under, both normalised: what a user's decision is remembered for."""

# What a group heading may say without narrowing what stands under it.
_GROUPISH = re.compile(
    r"行政执法|执法规范化?|执法监督|执法队伍|执法|领导干部|党政主要负责人|主要负责人|第一责任人|干部职工|干部|领导|职工|机关|行政机关|依法决策|依法行政"
    r"|人民调解|调解|矛盾纠纷|信访|复议应诉|复议|应诉|诉讼|败诉|村\(社区\)法律顾问|公共法律服务|进校园等|统计单位|单位|率|年度|比"
)


_HARMLESS = re.compile(
    r"全年|本年度?|年度|(?:19|20)\d\d年?度?|1-12月|累计|合计|总数|共计|必填|填数字|数字|整数|数量|实际|完成数?|如有|含社区|\d{1,2}|[、\s]*"
)
"""What brackets in a heading may hold without making another thing of it. (10分) or (线上) do."""
_DISPUTES = re.compile(r"^(?:矛盾|社会|信访)*(?:纠纷|矛盾)(?:排查|预防|多元|及|与|和)*(?:化解|调处)(?:工作|情况)?$")
"""Work on disputes as a whole, also where it is screened and mediated in one word, which is no one indicator."""
_CHAPTER = re.compile(rf"^(?:[一二三四五六七八九十]{{1,3}}、|\([一二三四五六七八九十]{{1,3}}\))|{_DISPUTES.pattern}")
"""A heading that opens a chapter of a form, by its number or by naming a field of work."""
_PLACES = re.compile(r"(?<=村)\((?:社区|居)\)|(?<=[镇乡])\(街道\)")
"""村(社区) is all villages; a bare (社区) behind a heading is a part of them."""
_GIVEN = re.compile(r"(?:累计)?(?:发放|(?P<copy>派发|分发|散发|赠送)|(?P<person>聘请|聘用|选聘|配备))")
"""What one does with a thing, which makes no other thing of it; some only go with copies, some with people."""
LONGEST = 60
"""No heading is longer; guesses are made from so many characters."""
_GENERAL = "publicity_events"
"""法治宣传活动 heads whole families of columns (场次, 资料, 群众) and narrows none of them."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading was taken for.

    ``indicator`` is None when nothing was sure enough; ``how`` is remembered · exact · core · order · form · covered · ignored · none;
    ``unit`` is the unit said in the heading itself; ``guesses`` are (indicator id, score 0–100), best first.
    """

    indicator: str | None
    how: str
    unit: Unit | None
    guesses: tuple[tuple[str, float], ...] = ()


def heading_key(heading: str, group: str = "") -> HeadingKey:
    """The key under which a decision about a heading is remembered."""
    return split_unit(heading)[0], split_unit(group)[0] if group else ""


@dataclass(frozen=True)
class Matcher:
    """Matches headings against a catalogue and the decisions users have made."""

    catalogue: Catalogue
    decisions: Mapping[HeadingKey, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_exact", {})
        object.__setattr__(self, "_cores", {})
        object.__setattr__(self, "_letters", {})
        object.__setattr__(self, "_memo", {})
        object.__setattr__(self, "_stems", {})
        object.__setattr__(self, "_forms", forms_of(self.catalogue.indicators))
        for indicator in self.catalogue.indicators:
            for wording in (indicator.name_zh, *indicator.wordings):
                self._exact[split_unit(wording)[0]] = indicator.id
        for indicator in self.catalogue.indicators:
            names = (indicator.name_zh, *indicator.wordings)
            parts = [part for name in names for part in parts_of(name)]
            for wording in (*names, *(part for part in parts if part not in self._exact)):
                plain = split_unit(wording)[0]
                self._exact.setdefault(plain, indicator.id)
                for stem, ending in cores(plain):
                    if len(stem) >= 2:
                        self._cores.setdefault(stem, {}).setdefault(indicator.id, set()).add(ending)
                    if len(stem) >= 4:
                        self._letters.setdefault("".join(sorted(stem)), {}).setdefault(indicator.id, set()).add(ending)
                    if not ending:
                        self._stems.setdefault(stem, set()).add(indicator.id)

    _exact: dict[str, str] = field(init=False, repr=False, compare=False)
    _cores: dict[str, dict[str, set[str]]] = field(init=False, repr=False, compare=False)
    _letters: dict[str, dict[str, set[str]]] = field(init=False, repr=False, compare=False)
    _stems: dict[str, set[str]] = field(init=False, repr=False, compare=False)
    _forms: tuple[Form, ...] = field(init=False, repr=False, compare=False)
    _memo: dict[tuple[str, tuple[str, ...], str], Match] = field(init=False, repr=False, compare=False)

    def match(self, heading: str, parents: Iterable[str] = (), unit: str = "") -> Match:
        """The indicator a heading stands for, given the headings above it and the measure word it is counted in."""
        key = (heading, tuple(parents), unit)
        if key not in self._memo:
            self._memo[key] = self._match(*key)
        return self._memo[key]

    def is_wording(self, text: str) -> bool:
        """Whether a text by itself is a sure heading of the catalogue."""
        return self._alone(split_unit(text)[0], "")[0] is not None

    def _match(self, heading: str, parents: tuple[str, ...], unit: str) -> Match:
        plain, own = split_unit(heading)
        said = own
        word = own.word if own else unit
        for group in (*reversed(parents), ""):
            decided = heading_key(heading, group)
            if decided in self.decisions:
                chosen = self.decisions[decided]
                return Match(chosen, "ignored" if chosen is None else "remembered", said)
        nearest = split_unit(parents[-1])[0] if parents else ""
        alone = read_unit(squeeze(heading))
        if not plain and not (alone and nearest):
            return Match(None, "none", said)

        if alone is not None and nearest:
            return self._measure_of(alone.word, nearest, parents[:-1], alone, unit)
        if plain in GENERIC_MEASURES and nearest:
            return self._measure_of(plain, nearest, parents[:-1], said, unit)
        together = self._exact.get(nearest + plain) if nearest else None
        if together:
            return Match(together, "exact", said)
        found, how = self._alone(plain, word)
        if found and not self._narrowed(self.catalogue.by_id[found], plain, parents) and not self._part(found, parents):
            return Match(found, how, said)
        if not found and nearest:
            # The parent itself may be the wording and the leaf only repeats how: 法治讲座 / 开展场次.
            leaf = next(
                (m for m in GENERIC_MEASURES if plain.endswith(m) and self._says_no_more(plain[: -len(m)], nearest)),
                None,
            )
            if leaf:
                return self._measure_of(leaf, nearest, parents[:-1], said, unit)
        return Match(None, "none", said, self.guesses(f"{nearest}{plain}" if nearest and len(plain) < 4 else plain))

    def _says_no_more(self, text: str, parent: str) -> bool:
        """Whether what stands before a measure adds nothing to the heading above: 开展, and 发放 under leaflets."""
        rest = FILLER.sub("", text)
        if rest and _GIVEN.fullmatch(rest):
            above = self._alone(parent, "")[0]
            return above is not None and unit_class(self.catalogue.by_id[above].unit) == "copy"
        return not rest

    def _measure_of(self, leaf: str, parent: str, above: tuple[str, ...], said: Unit | None, unit: str) -> Match:
        """The indicator of a parent heading whose leaf only says in what it is counted."""
        leaf_unit = read_unit(GENERIC_MEASURES.get(leaf, "")) or (
            Unit(GENERIC_MEASURES[leaf]) if leaf in GENERIC_MEASURES else None
        )
        joined = self._exact.get(parent + leaf)
        if joined:
            return Match(joined, "exact", said or leaf_unit)
        found, how = self._alone(parent, "")
        if found and not self._narrowed(self.catalogue.by_id[found], parent, above):
            indicator = self.catalogue.by_id[found]
            word = said.word if said else leaf_unit.word if leaf_unit else unit
            if fits(word, indicator):
                return Match(found, how, said or leaf_unit)
        return Match(None, "none", said or leaf_unit, self.guesses(parent + leaf))

    def _alone(self, plain: str, word: str) -> tuple[str | None, str]:
        exact = self._exact.get(plain)
        if exact:
            return exact, "exact"
        if (given := _GIVEN.match(plain)) is not None:
            thing = self._exact.get(plain[given.end() :])
            if thing and given.lastgroup in (None, unit_class(self.catalogue.by_id[thing].unit)):
                return thing, "core"
        bare = BRACKET.sub(lambda m: "" if _HARMLESS.fullmatch(m[1]) else m[0], _PLACES.sub("", plain))
        if bare != plain and bare in self._exact:
            return self._exact[bare], "core"
        said = unit_class(word) if word else ""
        for how, index in (("core", self._cores), ("order", self._letters)):
            fitting: set[str] = set()
            for stem, ending in cores(plain):
                key = stem if how == "core" else "".join(sorted(stem))
                family = ending or said
                fitting |= {
                    id_
                    for id_, needs in index.get(key, {}).items()
                    if _family_fits(family, self.catalogue.by_id[id_]) and ("" in needs or family in needs)
                }
            if len(fitting) == 1:
                found = fitting.pop()
                return (None, "none") if how == "order" and self._enumerates(plain, found) else (found, how)
            if fitting:
                return None, "none"
        formed = self._formed(plain, said)
        if len(formed) == 1:
            found = formed.pop()
            return (None, "none") if self._enumerates(plain, found) else (found, "form")
        covered = None if formed else self._covered(plain, said)
        return (covered, "covered") if covered else (None, "none")

    def _formed(self, plain: str, said: str) -> set[str]:
        """The indicators one of whose forms the core of a heading is, and which are counted as it says."""
        if len(plain) > LONGEST:
            return set()
        return {
            form.indicator
            for stem, ending in cores(plain)
            for form in self._forms
            if form.fits(stem, ending or said) and _family_fits(ending or said, self.catalogue.by_id[form.indicator])
        }

    def _enumerates(self, plain: str, found: str) -> bool:
        """Whether a heading names another indicator among several: 行政诉讼、旁听庭审 is not 旁听行政诉讼庭审 in other words."""
        pieces = pieces_of(plain)
        return len(pieces) > 1 and any(self._alone(piece, "")[0] not in (None, found) for piece in pieces)

    def _covered(self, plain: str, said: str) -> str | None:
        """The one indicator of whose wordings every piece of a heading is made, when the heading counts what it counts."""
        if len(plain) > LONGEST:
            return None
        owners: set[str] | None = None
        for piece in pieces_of(BRACKET.sub(lambda m: m[1], plain)):
            theirs = {
                id_
                for stem, family in cores(piece)
                for id_ in covers(stem, self._stems)
                if _family_fits(family or said, self.catalogue.by_id[id_])
            }
            owners = theirs if owners is None else owners & theirs
        return owners.pop() if owners and len(owners) == 1 else None

    def _wordings(self, id_: str) -> str:
        indicator = self.catalogue.by_id[id_]
        return "|".join((indicator.name_zh, *indicator.wordings))

    def _narrowed(self, indicator: Indicator, plain: str, parents: tuple[str, ...]) -> bool:
        """Whether a heading above says something narrower than the indicator: 校园 above 发放资料."""
        known = self._wordings(indicator.id) + plain
        return any(
            _narrowing(_GROUPISH.sub("", split_unit(parent)[0]), known)
            for parent in parents
            if not self._is_group(parent)
        )

    def _part(self, found: str, parents: tuple[str, ...]) -> bool:
        """Whether a leaf may be a part only: 受教育群众 under 法治讲座 is not all people reached."""
        parent = parents[-1] if parents else ""
        named = split_unit(parent)[0] if parent and not self._is_group(parent) else ""
        above = self._alone(named, "")[0] if named else None
        if above is None and not _DISPUTES.search(squeeze(named)):
            return False
        if above and above in (found, _GENERAL, self.catalogue.by_id[found].part_of):
            return False
        # 四、矛盾纠纷化解 over 办理信访事项 is a chapter: its cases stand side by side, they are not cases of each other.
        counted = (self.catalogue.by_id[found].unit, self.catalogue.by_id[above].unit if above else "件")
        family, theirs = map(unit_class, counted)
        return family != theirs or not _CHAPTER.search(squeeze(parent))

    def _is_group(self, text: str) -> bool:
        plain = split_unit(text)[0]
        return any(plain in (g.name_zh, g.name_zh + "情况", g.name_zh + "工作") for g in self.catalogue.groups)

    def guesses(self, text: str, most: int = 3) -> tuple[tuple[str, float], ...]:
        """The nearest indicators for an unknown heading, best first, with scores 0–100."""
        best: dict[str, float] = {}
        for wording, score, _ in process.extract(text[:LONGEST], self._exact.keys(), scorer=fuzz.WRatio, limit=12):
            id_ = self._exact[wording]
            best[id_] = max(best.get(id_, 0.0), round(float(score), 1))
        return tuple(sorted(best.items(), key=lambda pair: -pair[1])[:most])


def _narrowing(text: str, known: str) -> bool:
    return any(word in text and word not in known for word in NARROWING)


def _family_fits(family: str, indicator: Indicator) -> bool:
    if not family:
        return True
    return family in {unit_class(word) for word in (indicator.unit, *indicator.units)}
