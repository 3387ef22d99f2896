"""In the letter to a township: what became of the plans in its report on the year before."""

from __future__ import annotations

from analytics.checks.promises import Promise
from analytics.export.dossier import Dossier
from analytics.export.prose.plans import plans_counted
from analytics.export.prose.words import speaker
from analytics.export.word.blocks import Block, Paragraph
from analytics.measures import figure_text

OPEN = ("unseen", "none", "partly", "unclear")
"""What is asked about, in the order in which it is told."""
MOST = 8
"""Plans that are told one by one; of more, how many there are."""


def plans_kept(dossier: Dossier, township: str) -> list[Block]:
    """How many plans there were and how far they came; those that are open one by one. [] where none are known."""
    t = speaker(dossier.language)
    held = [p for p in dossier.promises if p.township == township]
    if not held:
        return []
    told, silent = plans_counted(held, dossier.language), sum(p.outcome == "silent" for p in held)
    values = {"before": dossier.year - 1, "year": dossier.year, "n": len(held), "told": told, "silent": silent}
    if not told:
        said = t(
            "{before}年工作报告提出{year}年计划{n}项；本年没有收到工作报告，无从对照，请补报{year}年工作报告。",
            **values,
        )
    elif silent:
        said = t(
            "{before}年工作报告提出{year}年计划{n}项，对照{year}年报来的数据：{told}；本年没有收到工作报告，其余{silent}项无从对照，请补报{year}年工作报告。",
            **values,
        )
    else:
        said = t("{before}年工作报告提出{year}年计划{n}项，对照{year}年报来的数据和报告：{told}。", **values)
    blocks: list[Block] = [Paragraph(said)]
    still = sorted((p for p in held if p.outcome in OPEN), key=lambda p: OPEN.index(p.outcome))
    blocks += [Paragraph(f"{n}. {_said(dossier, p)}") for n, p in enumerate(still[:MOST], start=1)]
    if len(still) > MOST:
        blocks.append(Paragraph(t("其余{n}项从略。", n=len(still) - MOST)))
    if any(p.outcome == "unseen" for p in still):
        blocks.append(Paragraph(t("“未见”只说明所报数据和报告中没有看到，已经做了的请补报或说明。")))
    return blocks


def _said(dossier: Dossier, promise: Promise) -> str:
    t, language = speaker(dossier.language), dossier.language
    plan = promise.plan.sentence
    if not promise.seen or promise.plan.indicator is None:
        return t("“{plan}”：所报数据和报告中未见。", plan=plan)
    seen = promise.seen[0]
    name, value = (
        dossier.indicator_name(promise.plan.indicator),
        figure_text(seen.value, seen.qualifier, "reported", language),
    )
    if promise.needed is None:
        return t("“{plan}”：{name}所报为{value}，上年的数没有报，无法对照。", plan=plan, name=name, value=value)
    needed = figure_text(promise.needed, "exact", "reported", language)
    return t("“{plan}”：{name}应达到{needed}，所报为{value}。", plan=plan, name=name, needed=needed, value=value)
