"""The overall situation: who reported, what the county did against last year, who stands where."""

from __future__ import annotations

from collections import Counter

from analytics.export.dossier import Dossier
from analytics.export.prose.change import Relation, change_said
from analytics.export.prose.words import Variant, amount_said, in_a_row, names_said, number_said, speaker
from analytics.text import Language


def reporting(dossier: Dossier) -> list[str]:
    """Who reported and who did not, who was late, how complete the returns are."""
    t = speaker(dossier.language)
    n, all_ = len(dossier.reported), len(dossier.townships)
    if not all_:
        return [t("尚未建立乡镇名册，也没有入库的数据。")]
    out = []
    if n == 0:
        if dossier.being_checked:
            out.append(t("应报{all}个乡镇，{year}年数据尚无一个核对入库。", all=all_, year=dossier.year))
            return [in_a_row([*out, *_being_checked(dossier)], dossier.language)]
        return [t("应报{all}个乡镇，截至目前均未报送{year}年数据。", all=all_, year=dossier.year)]
    if n == all_:
        out.append(t("应报{all}个乡镇全部报送，共报送数据{n}项。", all=all_, n=number_said(dossier.n_figures)))
    else:
        count = number_said(dossier.n_figures)
        if dossier.silent:
            silent = names_said(dossier.silent, dossier.language)
            out.append(
                t(
                    "应报{all}个乡镇，已报{n}个，共报送数据{figures}项；{names}尚未报送。",
                    all=all_,
                    n=n,
                    figures=count,
                    names=silent,
                )
            )
        else:
            out.append(t("应报{all}个乡镇，已报{n}个，共报送数据{figures}项。", all=all_, n=n, figures=count))
        out += _being_checked(dossier)
        out.append(t("本文各项合计不含未报乡镇的数据，也未按零计算，全县合计因此写作“不少于”。"))
        if dossier.compared:
            out.append(t("与{base}的增减，只在两年都报送且口径一致的乡镇之间计算。", base=dossier.base_said))
    told = [town for town in dossier.reported if (town, dossier.year) in dossier.told]
    if told:
        out.append(t("其中{names}的数据来自工作报告，没有报送报表。", names=names_said(told, dossier.language)))
    if dossier.late and dossier.due:
        out.append(
            t(
                "{names}在截止日（{due}）之后报送。",
                names=names_said(dossier.late, dossier.language),
                due=day_said(dossier.due, dossier.language),
            )
        )
    short = {name: len(ids) for name, ids in dossier.lacking.items() if ids}
    asked = {name: len(ids) for name, ids in dossier.awaited.items() if ids}
    if short:
        worst = sorted(short, key=lambda name: -short[name])[:3]
        named = t("、").join(t("{name}（缺{n}项）", name=name, n=short[name]) for name in worst)
        message = (
            t("已报乡镇中有{n}个缺报部分指标：{names}。")
            if len(short) <= len(worst)
            else t("已报乡镇中有{n}个缺报部分指标，缺项较多的有{names}。")
        )
        if asked:
            # 数据质量 counts them among what is not complete; here they are told apart.
            message = (
                t("已报乡镇中有{n}个缺报部分指标（不含已报待核实的）：{names}。")
                if len(short) <= len(worst)
                else t("已报乡镇中有{n}个缺报部分指标（不含已报待核实的），缺项较多的有{names}。")
            )
        out.append(message.format(n=len(short), names=named))
    if asked:
        out.append(
            t(
                "{names}共有{n}项数据已报待核实，暂未计入。",
                names=names_said(list(asked), dossier.language),
                n=sum(asked.values()),
            )
        )
    if not dossier.compared:
        out.append(t("{base}没有入库数据，本文不作增减比较。", base=dossier.base_said))
    return [in_a_row(out, dossier.language)]


def _being_checked(dossier: Dossier) -> list[str]:
    t = speaker(dossier.language)
    names = names_said(dossier.being_checked, dossier.language)
    return [t("{names}的数据已收到，正在核对，暂未计入。", names=names)] if names else []


def measures(dossier: Dossier) -> list[str]:
    """One paragraph per headline measure."""
    return [
        in_a_row(
            [measure_sentence(dossier, h.id, variant), townships_sentence(dossier, h.id, variant)], dossier.language
        )
        for variant, h in enumerate(dossier.catalogue.headlines)
    ]


def measure_sentence(dossier: Dossier, key: str, variant: Variant = 0) -> str:
    """The county's figure of a headline measure and its change, over the townships that can be compared.

    The figure bears the same ≥ as in the table: of a county that lacks a township, the sum is the least it can be.
    """
    t, language = speaker(dossier.language), dossier.language
    name, unit = dossier.name_of(key), dossier.unit_of(key)
    known = [town for town in dossier.townships if dossier.amount(town, dossier.year, key).known]
    if not known:
        return t("{name}没有乡镇报送数据。", name=name)
    n, only = len(known), len(known) == 1 < len(dossier.townships)
    total = dossier.total(dossier.year, key, of_reported=only)
    done = _doing(key, name, amount_said(total, unit, language, strict=dossier.strict(dossier.year, key)), language)
    change = _county_change(dossier, key, unit, variant)
    if only:
        return t("仅有{name}报送此项，{done}{change}。", name=known[0], done=done, change=change)
    whole = n == len(dossier.townships)
    who = t("全县各乡镇共") if whole and n > 1 and variant % 2 else t("全县")
    if not whole:
        everyone = t("已报乡镇") if variant else t("已报的{n}个乡镇", n=n)
        of = everyone if n == len(dossier.reported) else t("报送此项的{n}个乡镇", n=n)
        done = t("{done}（{of}合计）", done=done, of=of)
    return t("{who}{done}{change}。", who=who, done=done, change=change)


def _doing(key: str, name: str, amount: str, language: Language) -> str:
    t = speaker(language)
    known = {
        "study_sessions": t("组织学法{amount}", amount=amount),
        "publicity_sessions": t("开展普法活动{amount}", amount=amount),
        "leaflets": t("发放普法宣传资料{amount}", amount=amount),
        "people_served": t("提供法律咨询服务{amount}", amount=amount),
        "people_reached": t("受教育群众{amount}", amount=amount),
        "innovative_activities": t("开展创新普法{amount}", amount=amount),
    }
    return known.get(key) or t("{name}为{amount}", name=name, amount=amount)


def _county_change(dossier: Dossier, key: str, unit: str, variant: Variant) -> str:
    t, language = speaker(dossier.language), dossier.language
    if not dossier.compared:
        return ""
    last = dossier.total(dossier.base, key)
    if not last.known:
        return t("（{base}没有乡镇报送，无从比较）", base=dossier.base_said)
    both = dossier.together(key)
    if both is None:
        return t("；没有两年口径一致的乡镇，不作增减比较")
    said = change_said(both.change, unit, language, base=dossier.base_said, chance=both.chance, variant=variant)
    if both.change.relation == "open":
        said = _exact_change(dossier, key, unit, said)
    now = {town for town in dossier.townships if dossier.amount(town, dossier.year, key).known}
    then = {town for town in dossier.townships if dossier.amount(town, dossier.base, key).known}
    if now == then == set(both.townships):
        if len(now) in (1, len(dossier.townships)):
            return t("，{change}", change=said)
        like = both.change.relation in ("up", "down", "flat", "alike") and both.change.last
        return t("，同口径{change}", change=said) if variant % 2 and like else t("，这些乡镇{change}", change=said)
    return t("；按两年口径一致的{n}个乡镇计算，{change}", n=len(both.townships), change=said)


def _exact_change(dossier: Dossier, key: str, unit: str, said: str) -> str:
    """Where a ≥ leaves the county's direction open, what the townships with exact figures in both years show."""
    t = speaker(dossier.language)
    exact = dossier.together(key, exact=True)
    if exact is None:
        return said
    change = change_said(exact.change, unit, dossier.language, base=dossier.base_said, chance=exact.chance)
    return t("{said}；其中两年均为确数的{n}个乡镇，{change}", said=said, n=len(exact.townships), change=change)


def townships_sentence(dossier: Dossier, key: str, variant: Variant = 0) -> str:
    """How many townships rose and fell; "" where there is nothing to count.

    Where chance explains every township's change and yet not that of their sum, that is said in so many words: a
    reader takes the one for the denial of the other.
    """
    t = speaker(dossier.language)
    if len(dossier.townships) < 2:
        return ""
    said = directions(dossier, key)
    if not said:
        return ""
    both = dossier.together(key)
    if both and both.beyond and _all_by_chance(dossier, key):
        up = both.change.relation == "up"
        said += t("，合计的增加则超出正常波动") if up else t("，合计的减少则超出正常波动")
    opening = (t("分乡镇看，"), t("从各乡镇情况看，"))[variant % 2]
    return t("{opening}{said}。", opening=opening, said=said)


def directions(dossier: Dossier, key: str) -> str:
    """增加的17个，减少的6个…（增减的乡镇中有9个属正常波动）; "" where no township can be compared.

    What it says of chance is of single townships, never of their sum.
    """
    t = speaker(dossier.language)
    changes = {town: dossier.change(town, key) for town in dossier.townships}
    counts: Counter[Relation] = Counter(c.relation for c in changes.values())
    chance = sum(c.moved and dossier.chance(town, key) for town, c in changes.items())
    if not counts["up"] + counts["down"] + counts["flat"] + counts["alike"]:
        return ""
    parts = [
        (counts["up"], t("增加的{n}个", n=counts["up"])),
        (counts["down"], t("减少的{n}个", n=counts["down"])),
        (counts["flat"] + counts["alike"], t("持平的{n}个", n=counts["flat"] + counts["alike"])),
        (counts["open"], t("增减不能确定的{n}个", n=counts["open"])),
        (counts["unlike"], t("两年口径不同的{n}个", n=counts["unlike"])),
        (counts["waiting"], t("所报待核实的{n}个", n=counts["waiting"])),
    ]
    said = t("，").join(text for n, text in parts if n)
    if _all_by_chance(dossier, key):
        several = counts["up"] + counts["down"] > 1
        return said + (t("（各乡镇的增减均属正常波动）") if several else t("（该乡镇的增减属正常波动）"))
    return said + (t("（增减的乡镇中有{n}个属正常波动）", n=chance) if chance else "")


def _all_by_chance(dossier: Dossier, key: str) -> bool:
    """Whether townships rose or fell, and none by more than chance explains."""
    moved = [town for town in dossier.townships if dossier.change(town, key).moved]
    return bool(moved) and all(dossier.chance(town, key) for town in moved)


def county_directions(dossier: Dossier) -> str:
    """Of the headline measures, how many rose, fell, moved within chance or cannot be told; "" without any."""
    t = speaker(dossier.language)
    both = [found for h in dossier.catalogue.headlines if (found := dossier.together(h.id))]
    chance = sum(found.chance for found in both)
    sure = Counter(found.change.relation for found in both if not found.chance)
    parts = [
        (sure["up"], t("{n}项增加", n=sure["up"])),
        (sure["down"], t("{n}项减少", n=sure["down"])),
        (sure["flat"] + sure["alike"], t("{n}项持平", n=sure["flat"] + sure["alike"])),
        (chance, t("{n}项属正常波动", n=chance)),
        (sure["open"], t("{n}项增减不能确定", n=sure["open"])),
    ]
    return t("，").join(text for n, text in parts if n)


def standing(dossier: Dossier) -> list[str]:
    """Who stands in the highest and the lowest quarter of each headline measure."""
    t, language = speaker(dossier.language), dossier.language
    out = []
    for h in dossier.catalogue.headlines:
        of = {town: dossier.bands.get((town, h.id)) for town in dossier.townships}
        named = {town: town + t("（待核实）") if dossier.doubted(town, h.id) else town for town in of}
        high = [named[town] for town, band in of.items() if band == "high"]
        low = [named[town] for town, band in of.items() if band == "low"]
        if not high and not low:
            continue
        parts = []
        if high:
            parts.append(t("居前列的有{names}", names=names_said(high, language)))
        if low:
            parts.append(t("靠后的有{names}", names=names_said(low, language)))
        out.append(t("{name}：{parts}。", name=dossier.name_of(h.id), parts=t("；").join(parts)))
    if not out:
        return []
    first = t(
        "按已报乡镇的四分位划分前列、中间、靠后三档，同一档内不分先后；乡镇大小不同，档次只反映总量，不等于工作优劣。"
    )
    return [first, *out]


def progress(dossier: Dossier) -> list[str]:
    """Last year's gaps that this year's figures no longer show, by theme."""
    t, language = speaker(dossier.language), dossier.language
    by_theme: dict[str, list[str]] = {}
    for found in dossier.resolved:
        by_theme.setdefault(found.theme or "", []).append(found.township)
    if not by_theme:
        return []
    parts = [
        t("“{theme}”{n}个（{names}）", theme=dossier.theme_name(theme), n=len(names), names=names_said(names, language))
        for theme, names in by_theme.items()
    ]
    return [
        t(
            "{base}数据显示的短板中，有{n}项在{year}年的数据中不再出现：{parts}。",
            base=dossier.base_said,
            n=sum(map(len, by_theme.values())),
            year=dossier.year,
            parts=t("；").join(parts),
        )
    ]


def day_said(day: object, language: Language = "zh") -> str:
    """2026年1月31日; in English 2026-01-31."""
    year, month, number = (getattr(day, part) for part in ("year", "month", "day"))
    if language == "en":
        return f"{year}-{month:02d}-{number:02d}"
    return f"{year}年{month}月{number}日"
