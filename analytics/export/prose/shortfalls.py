"""Gaps by theme with their evidence, what townships say of themselves, and what is still to be verified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analytics.export.dossier import Dossier
from analytics.export.prose.words import in_a_row, in_prose, names_said, quoted, speaker
from analytics.model import Finding

SHOWN_IN_FULL = 3
"""Townships of a theme whose evidence stands in the text; all others are named, and every one is in the annex."""

_GRAVITY = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class ThemeSaid:
    """One theme: its name, the sentence that counts, the strongest evidence as sentences, and what to do."""

    theme: str
    name: str
    opening: str
    evidence: tuple[str, ...]
    suggestion: str
    findings: tuple[Finding, ...]


def themes(dossier: Dossier) -> list[ThemeSaid]:
    """The themes that were found, the most townships first."""
    by_theme: dict[str, list[Finding]] = {}
    for found in dossier.gaps:
        by_theme.setdefault(found.theme or found.rule, []).append(found)
    ordered = sorted(by_theme, key=lambda theme: -len({f.township for f in by_theme[theme]}))
    return [_theme(dossier, theme, by_theme[theme], n) for n, theme in enumerate(ordered)]


def _theme(dossier: Dossier, theme: str, findings: Sequence[Finding], variant: int) -> ThemeSaid:
    t, language = speaker(dossier.language), dossier.language
    ordered = sorted(findings, key=lambda f: (_GRAVITY.get(f.severity, 3), -f.strength))
    names = list(dict.fromkeys(f.township for f in ordered))
    opening = _counted(dossier, findings, names, variant)
    silent = list(dict.fromkeys(f.township for f in ordered if _rests_on_nothing_reported(f)))
    if silent:
        doubt = t(
            "其中{names}是有关项目都未报，未报不等于没有，应先请其补报或说明。", names=names_said(silent, language)
        )
        opening = in_a_row([opening, doubt], language)
    own = list(dict.fromkeys(w.township for w in dossier.own_words if w.theme == theme))
    if own:
        admitted = t("{names}在工作报告中也谈到了这一不足。", names=names_said(own, language))
        opening = in_a_row([opening, admitted], language)
    shown = [in_prose(f.sentence.in_(language), language, (f.township,)) for f in ordered[:SHOWN_IN_FULL]]
    rest = [name for name in names if name not in {f.township for f in ordered[:SHOWN_IN_FULL]}]
    if rest:
        shown.append(t("此外还有{names}，依据见附件。", names=names_said(rest, language)))
    suggestions = tuple(dict.fromkeys(f.suggestion.in_(language) for f in ordered))
    return ThemeSaid(theme, dossier.theme_name(theme), opening, tuple(shown), "".join(suggestions[:1]), tuple(ordered))


def _rests_on_nothing_reported(found: Finding) -> bool:
    """Whether all that speaks for a gap is that figures were not sent: no figure shows it, and no report says it."""
    values = [e.value for e in found.evidence if e.year == found.year and e.indicator]
    return found.strength == 1 and not found.said and None in values and 0 not in values


def _counted(dossier: Dossier, findings: Sequence[Finding], names: Sequence[str], variant: int) -> str:
    """How many townships, and how many of them since when."""
    t = speaker(dossier.language)
    of = Counter({f.township: f.status for f in findings}.values())
    opening = (
        t("从数据看，{n}个乡镇存在此项短板", n=len(names)),
        t("数据显示，有{n}个乡镇在这方面偏弱", n=len(names)),
        t("存在此项短板的有{n}个乡镇", n=len(names)),
    )[variant % 3]
    kinds = [
        (of["new"], t("为本年新出现"), t("本年新出现的{n}个", n=of["new"])),
        (of["persisting"], t("属持续存在"), t("持续存在的{n}个", n=of["persisting"])),
        (of["reopened"], t("属曾经改进后又出现"), t("曾经改进后又出现的{n}个", n=of["reopened"])),
    ]
    held = [kind for kind in kinds if kind[0]]
    if len(held) == 1:
        return t(
            "{opening}，{kind}。",
            opening=opening,
            kind=held[0][1] if len(names) == 1 else t("均{kind}", kind=held[0][1]),
        )
    if not held:
        return t("{opening}。", opening=opening)
    return t("{opening}，其中{split}。", opening=opening, split=t("、").join(kind[2] for kind in held))


def own_words(dossier: Dossier) -> list[str]:
    """What townships say of themselves, theme by theme, and whether the figures bear it out."""
    t = speaker(dossier.language)
    shown = {(f.theme, f.township) for f in dossier.gaps}
    told = set(dossier.reported)
    out = []
    for theme in dossier.catalogue.themes:
        said = [w for w in dossier.own_words if w.theme == theme.id]
        if not said:
            continue
        parts = []
        for words in said:
            if (theme.id, words.township) in shown:
                borne = t("数据同样有所反映")
            elif words.township in told:
                borne = t("现有数据尚未反映")
            else:
                borne = t("该乡镇没有可以对照的数据")
            parts.append(t("{name}称{words}，{borne}", name=words.township, words=quoted(words.sentence), borne=borne))
        out.append(t("关于{theme}：{parts}。", theme=dossier.theme_name(theme.id), parts=t("；").join(parts)))
    return out


def open_questions(dossier: Dossier) -> list[str]:
    """How many figures are doubted, of whom and why; the strongest as sentences."""
    t, language = speaker(dossier.language), dossier.language
    asked, answered = dossier.asked, len(dossier.questions) - len(dossier.asked)
    if not asked:
        return [t("按核对规则提出的{n}条数据疑点都已有说明，见附件。", n=answered)] if answered else []
    names = [town for town in dossier.townships if any(f.township == town for f in asked)]
    ordered = sorted(asked, key=lambda f: (_GRAVITY.get(f.severity, 3), -f.strength))
    out = [
        t(
            "按核对规则，{n}个乡镇有{questions}条数据疑点需要核实。在乡镇更正之前，本文照报送的数据采用，未作改动。",
            n=len(names),
            questions=len(asked),
        )
    ]
    held = dossier.townships
    out += [
        in_prose(f.sentence.in_(language), language, held if len(held) < 60 else (f.township,))
        for f in ordered[:SHOWN_IN_FULL]
    ]
    if len(ordered) > SHOWN_IN_FULL:
        out.append(t("其余疑点已列入给各乡镇的反馈函。"))
    if answered:
        out.append(t("另有{n}条疑点已有说明，见附件。", n=answered))
    cells = sum(d.kind == "cell" and not d.explained for d in dossier.doubts)
    if cells:
        out.append(t("报表中另有{n}处填写需要乡镇确认，已列入反馈函。", n=cells))
    return out
