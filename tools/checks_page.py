"""Writes docs/checks.md: every rule with its thresholds, what it promises, and what was measured (docs/checks.json).

``python tools/docs.py`` writes it from the rules as they are and the last measurement; ``tools/calibrate.py`` measures.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from scipy.stats import binom  # noqa: E402  (a script finds the tree first)

from analytics.checks import GAP_RULES, QUESTION_RULES, RULES, Rule  # noqa: E402
from analytics.checks.registry import NOTES  # noqa: E402
from analytics.checks.threshold_words import both, label_of, number  # noqa: E402
from analytics.synthetic.calibration import (  # noqa: E402
    KINDS,
    PLANTED,
    PROMISES,
    TOWNSHIPS,
    YEARS,
    Promise,
    Tally,
    name_of,
    share,
)

PAGE, MEASURED = ROOT / "docs" / "checks.md", ROOT / "docs" / "checks.json"
CHANGED: Mapping[str, str] = {
    "copied_from_last_year": "Version 1 asked wherever three figures agreed. “Less than once in 200,000” holds for three "
    "given counts of some size, but a return has two dozen counts, many of them small: three of them repeat themselves by "
    "chance in 2 to 8 % of returns. Version 2 asks only beyond what the county's own unrest makes likely. "
    "The price is power for three small figures; no rule can tell those from chance.",
    "constant_ratio": "Version 1 took the density of ratios from those near the cluster, and none where there were none. "
    "Version 2 takes it from how each indicator moves in the county, and counts the whole numbers that can land there.",
    "twin_returns": "Version 1 multiplied the chance of a pair by the townships one can be compared with, and not by the "
    "pairs there are; similar townships also agree more often than figures strewn at random. Version 2 does both.",
    "jump": "Version 1 took 4 → 20 sessions for a jump: with 25 townships and thirty indicators chance does that six times "
    "in five years. Version 2 lets pass what a binomial test explains (events only).",
    "round_numbers": "Version 1 judged counts from 10 on, where those that just reach 10 make tens look common, and let "
    "each of tens, hundreds and thousands have its own one in a thousand. Version 2 starts at 15 (150, 1,500) and shares.",
}
"""What calibration found in an earlier version of a rule, and what was changed for which reason."""

OPENING = """# 规则与校准 / Rules and calibration

<!-- Written by tools/checks_page.py from the rules and docs/checks.json. After changing a rule: make calibrate -->

A **question** (疑点) doubts a figure and is asked of the township; a **gap** (短板) accepts the figures and says that the
work falls short. Thresholds are settings (设置 → 规则, or a TOML file for `--rules`); every finding names the version of its rule.

## What was run

`make calibrate` ({date}, seed {seed}, Python {python}): **{counties:,} simulated clean counties** of {townships} townships over
{years} years, {each:,} of each kind. Counts follow courses that drift by a few percent a year; around them they vary
normally or lognormally by 15 % of themselves, as Poisson counts, or, in *restless* counties, lognormally by 25 %. A tenth of the
large counts is given as ≥, a twentieth as ≈, 3 % of all figures are missing, and every township writes a report in prose
on the newest year, rounding as reports do. Nothing is wrong in these counties: every question is a false alarm.

Power is measured by planting one fault in one township of such a county, in which the rule found nothing before.
A promise counts as broken where the measured share is above it and chance does not explain that (p < 0.01).
`python tools/calibrate.py --counties 200` gives a quick look without writing this page.
"""


def rules_measured() -> dict[str, dict[str, float]]:
    """Version and thresholds of every rule: a measurement holds for these and no others."""
    return {r.id: {"version": r.version} | {t.name: t.default for t in r.thresholds} for r in RULES.values()}


def measured() -> dict[str, Any]:
    """The last measurement that was kept."""
    held: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return held


def outdated(held: Mapping[str, Any]) -> list[str]:
    """The rules that are no longer as they were when they were measured; one that was never measured is not among them."""
    now = rules_measured()
    return [rule for rule, settings in held["rules"].items() if now.get(rule) != settings]


def tally_of(held: Mapping[str, Any]) -> Tally:
    """The counts of a measurement."""
    whole = Tally()
    whole.counts.update(held["counts"])
    whole.examples.update({rule: tuple(example) for rule, example in held["examples"].items()})
    return whole


def broken(held: Mapping[str, Any]) -> list[str]:
    """The promises that are broken in any kind of county, each in a sentence."""
    tally, found = tally_of(held), []
    for rule, promise in PROMISES.items():
        for kind in KINDS:
            alarms, of = (tally.counts[name_of(what, rule, kind)] for what in ("alarms", "of"))
            if alarms and binom.sf(alarms - 1, of, promise.level) < 0.01:
                found.append(f"{rule}: {alarms} false alarms in {of} ({kind}), promised {promise.level:g}")
    return found


def rate(value: float) -> str:
    """A share in percent with two digits that mean something; 0 where nothing was seen at all."""
    if math.isnan(value):
        return ""
    if value == 0:
        return "0"
    return f"{value * 100:.{max(0, 1 - math.floor(math.log10(value * 100)))}f} %"


def rows(cells: Iterable[Iterable[str]], *heading: str) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(heading) + " |", "|" + "---|" * len(heading)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells]
    return "\n".join(lines)


def figures(held: Mapping[str, Any]) -> str:
    """The measured tables."""
    tally = tally_of(held)
    parts = ["## False alarms of questions\n"]
    parts.append(
        rows(_alarm_rows(tally), "rule", "promised", "measured", *KINDS, "findings a county", "counties with any")
    )
    parts.append(
        "\n*Measured* and the kinds: false alarms as a share of what the promise is given for. *A county*: "
        f"{TOWNSHIPS} townships over {len(YEARS)} years. `year_mismatch` and `placeholder` pass on what reading a file "
        "remarked; how often reading is wrong is measured on files (`make score`).\n"
    )
    parts.append("## Power: planted faults that were found\n")
    parts.append(rows(_power_rows(tally, {r.id for r in QUESTION_RULES}), "rule", "fault", "found", "planted"))
    parts.append("\n## Gaps\n")
    parts.append(
        "A gap is no alarm but a comparison: a quarter of the townships is in the lowest quarter in every county. *Shown*: "
        "townships of a clean county, in its newest year, for which the theme shows.\n"
    )
    shown = (
        (f"`{r.id}`", *(rate(share(tally, "alarms", "of", r.id, *k)) for k in ((), *((n,) for n in KINDS))))
        for r in GAP_RULES
    )
    parts.append(rows(shown, "theme", "shown", *KINDS))
    parts.append("")
    parts.append(rows(_power_rows(tally, {r.id for r in GAP_RULES}), "theme", "shortfall", "found", "planted"))
    return "\n".join(parts) + "\n"


def _alarm_rows(tally: Tally) -> Iterable[tuple[str, ...]]:
    counties = sum(tally.counts[name_of("counties", kind)] for kind in KINDS)
    for rule, promise in PROMISES.items():
        asked = [sum(tally.counts[name_of(what, rule, kind)] for kind in KINDS) for what in ("findings", "with any")]
        note = rule in NOTES
        yield (
            f"`{rule}`",
            promised(promise),
            rate(share(tally, "alarms", "of", rule)),
            *(rate(share(tally, "alarms", "of", rule, kind)) for kind in KINDS),
            "a note" if note else f"{asked[0] / max(1, counties):.3f}",
            "" if note else rate(asked[1] / max(1, counties)),
        )


def promised(promise: Promise) -> str:
    """A promise in words, with what the design says."""
    level = "none" if promise.level == 0 else f"< {rate(promise.level)}"
    own = f"{level} per {promise.per}"
    return f"{own} (design: {promise.design})" if promise.design else own


def _power_rows(tally: Tally, rules: set[str]) -> Iterable[tuple[str, ...]]:
    for fault in PLANTED:
        if fault.rule in rules:
            planted = tally.counts[name_of("planted", fault.rule, fault.size)]
            found = tally.counts[name_of("found", fault.rule, fault.size)]
            yield f"`{fault.rule}`", fault.size, f"{found / planted:.0%}" if planted else "", str(planted)


def _rule(rule: Rule, held: Mapping[str, Any]) -> str:
    parts = [
        f"### {rule.title.zh} `{rule.id}`, version {rule.version}\n",
        f"{rule.condition.zh}  \n{rule.condition.en}\n",
    ]
    if rule.id in PROMISES:
        parts.append(f"Promise: {promised(PROMISES[rule.id])}.\n")
    if rule.thresholds:
        parts.append(
            rows(
                (
                    (
                        f"`{t.name}` {label_of(rule.id, t.name).zh}",
                        number(t.default),
                        f"{t.reason}<br>{both(t.reason).en}",
                        f"{t.source}<br>{both(t.source).en}",
                    )
                    for t in rule.thresholds
                ),
                *("threshold 阈值", "default", "reason 理由", "source 出处"),
            )
            + "\n"
        )
    if rule.id in held["examples"]:
        _, zh, en = held["examples"][rule.id]
        parts.append(f"> {zh}\n>\n> {en}\n")
    if rule.id in CHANGED:
        parts.append(f"{CHANGED[rule.id]}\n")
    return "\n".join(parts)


def page(held: Mapping[str, Any]) -> str:
    """The text of docs/checks.md."""
    opening = OPENING.format(
        **{k: held[k] for k in ("date", "seed", "python", "counties")},
        townships=TOWNSHIPS,
        years=len(YEARS),
        each=held["counties"] // len(KINDS),
    )
    parts = [opening, figures(held), "## Questions, rule by rule\n", *(_rule(r, held) for r in QUESTION_RULES)]
    parts += ["## Gaps, theme by theme\n"]
    parts.append(
        "Quarters are taken over the townships that reported the indicator; with fewer than 8 of them a comparison stays "
        "silent and says why. Strength is the number of conditions that hold: 1 low, 2 medium, 3 or more high.\n"
    )
    parts += [_rule(r, held) for r in GAP_RULES]
    return "\n".join(parts).rstrip() + "\n"


def write() -> None:
    """Writes the page from the rules and the last measurement."""
    PAGE.write_text(page(measured()), encoding="utf-8", newline="\n")
