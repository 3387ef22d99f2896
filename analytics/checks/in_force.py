"""The rules in force: thresholds a county set differently, rules it put on trial, and the version that says so.

``RulesInForce`` goes wherever thresholds by rule are taken. What a store or a file holds is plain JSON; a rule or a
threshold that this version of the program does not know is passed over.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from analytics.checks.registry import RULES
from analytics.checks.rule import Overrides, Rule, Settings
from analytics.checks.threshold_words import label_of, limits_of, number
from analytics.text import Text, say

TRIAL = "trial"
"""The name under which a change of the trial mode is told; no threshold is called so."""


@dataclass(frozen=True, eq=False)
class RulesInForce(Mapping[str, Settings]):
    """Thresholds that differ from their default by rule, as a mapping; which rules are on trial; and since when.

    ``trial`` holds the rules whose mode differs from their own. ``since`` names for a rule the version of the settings
    in which its thresholds last changed; ``version`` is that of the settings as a whole, "0" where nothing was set.
    """

    chosen: Mapping[str, Settings] = field(default_factory=dict)
    trial: Mapping[str, bool] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    version: str = "0"

    def __getitem__(self, rule: str) -> Settings:
        return self.chosen[rule]

    def __iter__(self) -> Iterator[str]:
        return iter(self.chosen)

    def __len__(self) -> int:
        return len(self.chosen)

    def on_trial(self, rule: Rule) -> bool:
        """Whether a rule runs silently."""
        return self.trial.get(rule.id, rule.trial)

    @property
    def said(self) -> str:
        """All that is set, as a text that is the same for the same settings."""
        chosen = {rule: sorted(self.chosen[rule].items()) for rule in sorted(self.chosen)}
        return repr((chosen, sorted(self.trial.items()), sorted(self.since.items())))

    def version_of(self, rule: Rule) -> str:
        """The rule's own version and, where thresholds were set, the version of the settings that set them."""
        own = str(rule.version)
        return f"{own}.{self.since[rule.id]}" if rule.id in self.chosen and rule.id in self.since else own


AS_SHIPPED = RulesInForce()
"""No threshold was set."""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One threshold (or, as ``TRIAL``, the mode) of a rule that becomes another. A mode is 1 on trial, 0 shown."""

    rule: str
    name: str
    old: float
    new: float

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"rule": self.rule, "name": self.name, "old": self.old, "new": self.new}


def rules_in_force(overrides: Overrides | None) -> RulesInForce:
    """Whatever thresholds were given, as rules in force."""
    return overrides if isinstance(overrides, RulesInForce) else RulesInForce(overrides or {})


def from_stored(settings: Mapping[str, Any] | None, version: int | str) -> RulesInForce:
    """What a store keeps of the rules; a threshold that can no longer be meant counts as not set."""
    chosen: dict[str, dict[str, float]] = {}
    trial: dict[str, bool] = {}
    since: dict[str, str] = {}
    for rule_id, kept in (settings or {}).items():
        rule = RULES.get(rule_id)
        if rule is None or not isinstance(kept, Mapping):
            continue
        given = kept.get("thresholds") or {}
        known = {t.name for t in rule.thresholds}
        usable = {n: float(v) for n, v in given.items() if n in known and not _fault(rule_id, n, v)}
        if usable:
            chosen[rule_id] = usable
            since[rule_id] = str(kept.get("since", version))
        if isinstance(kept.get(TRIAL), bool):
            trial[rule_id] = kept[TRIAL]
    return RulesInForce(chosen, trial, since, str(version))


def as_stored(old: RulesInForce, new: RulesInForce, version: int) -> dict[str, Any]:
    """``new`` as a store keeps it under the number ``version``: rules whose thresholds change now are of that version."""
    kept: dict[str, Any] = {}
    for rule_id in RULES:
        thresholds = _unusual(rule_id, new.chosen.get(rule_id, {}))
        entry: dict[str, Any] = {}
        if thresholds:
            same = thresholds == _unusual(rule_id, old.chosen.get(rule_id, {}))
            entry = {"thresholds": thresholds, "since": old.since.get(rule_id, str(version)) if same else str(version)}
        if new.on_trial(RULES[rule_id]) != RULES[rule_id].trial:
            entry[TRIAL] = new.on_trial(RULES[rule_id])
        if entry:
            kept[rule_id] = entry
    return kept


def changes_between(old: RulesInForce, new: RulesInForce) -> tuple[RuleChange, ...]:
    """What becomes different, in the order of rules and thresholds."""
    found = []
    for rule in RULES.values():
        before, after = rule.settings(old), rule.settings(new)
        found += [RuleChange(rule.id, n, before[n], after[n]) for n in before if before[n] != after[n]]
        if old.on_trial(rule) != new.on_trial(rule):
            found.append(RuleChange(rule.id, TRIAL, float(old.on_trial(rule)), float(new.on_trial(rule))))
    return tuple(found)


def with_rule(rules: RulesInForce, rule_id: str, thresholds: Settings, *, trial: bool) -> RulesInForce:
    """The rules with one of them set anew; thresholds at their default count as not set."""
    chosen = {**rules.chosen, rule_id: _unusual(rule_id, thresholds)}
    modes = {**rules.trial, rule_id: trial}
    return RulesInForce({r: t for r, t in chosen.items() if t}, modes, rules.since, rules.version)


def faults_of(thresholds: Mapping[str, Mapping[str, object]]) -> list[Text]:
    """One sentence for every threshold that cannot be what it is given as, and for every one there is not."""
    found: list[Text] = []
    for rule_id, given in thresholds.items():
        rule = RULES.get(rule_id)
        if rule is None:
            near = "、".join(get_close_matches(rule_id, RULES, 3)) or "—"
            found.append(say("没有规则“{rule}”，相近的有：{near}", rule=rule_id[:40], near=near))
            continue
        known = [t.name for t in rule.thresholds]
        for name, value in given.items():
            if name not in known:
                names = "、".join(known) or "—"
                found.append(
                    say("规则“{rule}”没有阈值“{name}”，可用的阈值：{known}", rule=rule.title, name=name, known=names)
                )
                continue
            fault = _fault(rule_id, name, value)
            if fault is not None:
                found.append(fault)
        found += _against_each_other(rule, given)
    return found


def _fault(rule_id: str, name: str, value: object) -> Text | None:
    title, label = RULES[rule_id].title, label_of(rule_id, name)
    limits = limits_of(rule_id, name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return say("规则“{rule}”的“{label}”应当是数字，现在是“{value}”", rule=title, label=label, value=str(value)[:40])
    if not math.isfinite(float(value)) or not limits.hold(float(value)):
        return say(
            "规则“{rule}”的“{label}”应当是{range}，现在是 {value}",
            rule=title,
            label=label,
            range=limits.said(),
            value=number(float(value)),
        )
    return None


def _against_each_other(rule: Rule, given: Mapping[str, object]) -> list[Text]:
    """A question that is grave from fewer figures than it is middling would never be middling."""
    held = rule.settings({rule.id: {n: float(v) for n, v in given.items() if isinstance(v, int | float)}})
    if held.get("high_from", math.inf) < held.get("medium_from", 0):
        return [
            say(
                "规则“{rule}”里，程度为重的项数（{high}）不能少于程度为中的项数（{medium}）",
                rule=rule.title,
                high=number(held["high_from"]),
                medium=number(held["medium_from"]),
            )
        ]
    return []


def _unusual(rule_id: str, thresholds: Settings) -> dict[str, float]:
    usual = {t.name: t.default for t in RULES[rule_id].thresholds}
    return {n: float(v) for n, v in thresholds.items() if n in usual and float(v) != usual[n]}
