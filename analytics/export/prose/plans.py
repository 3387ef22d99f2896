"""Sentences about last year's plans: how many there were and how far they came."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.checks.promises import KEPT, Promise, tally_kept
from analytics.export.dossier import Dossier
from analytics.export.prose.words import names_said, speaker
from analytics.text import Language

NAMED = 6
"""Townships named in the brief; of more, the first ones and how many."""


def plans_counted(held: Sequence[Promise], language: Language) -> str:
    """已做到3项，做到一部分1项 …, what was done first; "" of plans that only a report which has not come could tell of."""
    t = speaker(language)
    words = {
        "done": t("已做到"),
        "told": t("报告已提到"),
        "unclear": t("只有约数、说不准"),
        "partly": t("做到一部分"),
        "none": t("报为0"),
        "waiting": t("已报待核实"),
        "unseen": t("未见"),
    }
    counts = tally_kept(held)
    return t("，").join(
        t("{outcome}{n}项", outcome=words[o], n=counts[o]) for o in reversed(KEPT) if o in words and counts[o]
    )


def plans_said(dossier: Dossier) -> list[str]:
    """One paragraph of a brief about the plans of all townships; [] where none are known."""
    t, language = speaker(dossier.language), dossier.language
    held = dossier.promises
    if not held:
        return []
    told, silent = plans_counted(held, language), sum(p.outcome == "silent" for p in held)
    values = {"townships": len({p.township for p in held}), "n": len(held), "told": told, "silent": silent}
    if not told:
        return [
            t(
                "有{townships}个乡镇在上年的工作报告里提出本年计划共{n}项，本年没有收到这些乡镇的工作报告，无从对照。",
                **values,
            )
        ]
    if silent:
        said = t(
            "有{townships}个乡镇在上年的工作报告里提出本年计划共{n}项，对照本年所报数据和报告：{told}；另有{silent}项因本年没有收到工作报告，无从对照。",
            **values,
        )
    else:
        said = t("有{townships}个乡镇在上年的工作报告里提出本年计划共{n}项，对照本年所报数据和报告：{told}。", **values)
    behind = list(dict.fromkeys(p.township for p in held if p.outcome in ("none", "partly", "unseen")))
    if behind:
        gap = "" if language == "zh" else " "
        said += gap + t("计划没有全部做到或者未见的有{names}。", names=names_said(behind, language, NAMED))
    return [said]
