"""The sentence a chart's title states: how many townships rose, fell, stayed, or cannot be compared and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from analytics.export.amounts import Amount, direction
from analytics.text import Language, translate


def finding(
    name: str, pairs: Iterable[tuple[Amount, Amount]], by_chance: int, year_before: bool, language: Language
) -> str:
    """宣传资料：17 个乡镇增加，6 个减少，2 个未报. Pairs are (this year, base year); ``year_before``: the base is last year.

    A township counts as risen or fallen only where its sums hold the same parts and its bounds leave no doubt;
    ``by_chance`` tells how many of these changes chance explains, so that the title does not make news of them.
    """
    counts = Counter(direction(this, last) for this, last in pairs)

    def t(message: str, **values: object) -> str:
        return translate(message, language, **values)

    if not counts:
        return t("{name}：没有乡镇可列", name=name)
    compared = counts["up"] + counts["down"] + counts["flat"]
    said = []
    if compared:
        first = t("{n} 个乡镇增加", n=counts["up"])
        second = t("{n} 个减少", n=counts["down"])
        chance = ""
        if by_chance:
            all_of_them = by_chance == counts["up"] + counts["down"]
            chance = t("（增减均属正常波动）") if all_of_them else t("（其中 {n} 个属正常波动）", n=by_chance)
        said += [first, second + chance]
        if counts["flat"]:
            said.append(t("{n} 个持平", n=counts["flat"]))
    elif counts["none"] + counts["not_applicable"] == counts.total():
        return t("{name}：两年都没有数据", name=name)
    else:
        said.append(t("没有两年可比的乡镇"))
    if counts["unlike"]:
        said.append(t("{n} 个两年口径不同", n=counts["unlike"]))
    if counts["open"]:
        said.append(t("{n} 个增减不确定", n=counts["open"]))
    if counts["waiting"]:
        said.append(t("{n} 个已报待核实", n=counts["waiting"]))
    silent = counts["this_missing"] + counts["none"]
    if silent:
        said.append(t("{n} 个本年未报", n=silent))
    if counts["last_missing"]:
        message = t("{n} 个上年未报", n=counts["last_missing"])
        said.append(message if year_before else t("{n} 个基年未报", n=counts["last_missing"]))
    if counts["not_applicable"]:
        said.append(t("{n} 个不适用", n=counts["not_applicable"]))
    return t("{name}：{said}", name=name, said=t("，").join(said))


def movers(
    name: str, pairs: Iterable[tuple[str, Amount, Amount]], by_chance: Collection[str], language: Language
) -> str:
    """宣传资料：甲镇增加最多，乙乡减少最多. Triples are (township, this year, base year).

    Only townships whose change leaves no doubt of its direction are named; equals are counted. ``by_chance``: the
    townships whose change chance explains, which are no news here as they are none on the screens.
    """
    moved = [(this.value - last.value, town) for town, this, last in pairs if direction(this, last) in ("up", "down")]
    sure = [(change, town) for change, town in moved if town not in by_chance]
    rise, fall = max((m for m, _ in sure), default=0.0), min((m for m, _ in sure), default=0.0)

    def who(change: float) -> str:
        towns = [town for moved, town in sure if moved == change]
        return towns[0] if len(towns) == 1 else translate("{n} 个乡镇并列", language, n=len(towns))

    values = {"name": name, "up": who(rise), "down": who(fall)}
    if rise > 0 > fall:
        return translate("{name}：{up}增加最多，{down}减少最多", language, **values)
    if rise > 0:
        return translate("{name}：{up}增加最多，没有乡镇明确减少", language, **values)
    if fall < 0:
        return translate("{name}：{down}减少最多，没有乡镇明确增加", language, **values)
    if moved:
        return translate("{name}：没有乡镇明确增减，{n} 个属正常波动", language, name=name, n=len(moved))
    return translate("{name}：没有乡镇明确增减", language, **values)


def course(
    name: str, n: int, years: Sequence[int], sums: Sequence[float], exact: bool, chance: bool, language: Language
) -> str:
    """宣传资料：23 个各年口径一致的乡镇，2022—2025年逐年增加. ``sums`` are those townships' sums, ``exact`` or not.

    ``chance``: it explains the difference of the first and the last year, so that the title makes no news of it.
    """
    steps = [later - earlier for earlier, later in pairwise(sums)]
    alike = "up" if all(s > 0 for s in steps) else "down" if all(s < 0 for s in steps) else ""
    values: dict[str, object] = {"first": years[0], "last": years[-1]}
    if not exact:
        said = translate("{first}—{last}年合计（含约数，走势仅供参考）", language, **values)
    elif sums[-1] == sums[0]:
        said = translate("{last}年与{first}年持平", language, **values)
    elif chance and sums[-1] > sums[0]:
        said = translate("{last}年比{first}年多，但属正常波动", language, **values)
    elif chance:
        said = translate("{last}年比{first}年少，但属正常波动", language, **values)
    elif len(years) == 2:
        more, less = (
            translate("{last}年比{first}年增加", language, **values),
            translate("{last}年比{first}年减少", language, **values),
        )
        said = more if alike == "up" else less
    elif alike == "up":
        said = translate("{first}—{last}年逐年增加", language, **values)
    elif alike == "down":
        said = translate("{first}—{last}年逐年减少", language, **values)
    elif sums[-1] > sums[0]:
        said = translate("{last}年多于{first}年，中间有起伏", language, **values)
    else:
        said = translate("{last}年少于{first}年，中间有起伏", language, **values)
    return translate("{name}：{n} 个各年口径一致的乡镇，{said}", language, name=name, n=n, said=said)
