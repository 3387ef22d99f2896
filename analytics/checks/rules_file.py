"""Rules as a text file (TOML): a table for every rule, its thresholds with their reasons as comments beside them.

What a file does not mention is as shipped, so that one file always means the same rules.
"""

from __future__ import annotations

import hashlib
from typing import Any

import tomlkit
from tomlkit.exceptions import KeyAlreadyPresent, ParseError, TOMLKitError

from analytics.checks.in_force import TRIAL, RulesInForce, faults_of
from analytics.checks.registry import RULES
from analytics.checks.threshold_words import both, label_of, number
from analytics.text import Language, Text, say, translate

MOST_BYTES = 200_000
"""A file of all rules takes some ten thousand bytes."""


class RulesFileError(Exception):
    """A file that cannot be used. ``faults`` has one sentence for everything that has to be put right."""

    def __init__(self, faults: list[Text]) -> None:
        super().__init__("；".join(fault.zh for fault in faults))
        self.faults = faults


def rules_from_bytes(data: bytes) -> RulesInForce:
    """The rules a file says. Raises RulesFileError with all that is wrong with it.

    UTF-8, with or without a mark, or GBK, as older editors save. The version is made from what the file says, so that
    findings of two files can be told apart.
    """
    if len(data) > MOST_BYTES:
        raise RulesFileError([say("规则文件太大（{n} 字节），请用“导出规则”得到的文件来改", n=len(data))])
    said = _parsed(_text(data))
    faults = [
        say("“{name}”应当写在规则名下面，例如先写一行 [jump]，再写 ratio = 3", name=name)
        for name, value in said.items()
        if not isinstance(value, dict)
    ]
    tables = {rule: table for rule, table in said.items() if isinstance(table, dict)}
    trial: dict[str, bool] = {}
    for rule_id, table in tables.items():
        mode = table.get(TRIAL)
        if isinstance(mode, bool):
            trial[rule_id] = mode
        elif mode is not None:
            title = RULES[rule_id].title if rule_id in RULES else Text(rule_id, rule_id)
            faults.append(say("规则“{rule}”的试行（trial）应当是 true 或 false，现在是“{mode}”", rule=title, mode=mode))
    thresholds = {rule: {n: v for n, v in table.items() if n != TRIAL} for rule, table in tables.items()}
    faults += faults_of(thresholds)
    if faults:
        raise RulesFileError(faults)
    usual = {rule.id: {t.name: t.default for t in rule.thresholds} for rule in RULES.values()}
    chosen = {r: {n: float(v) for n, v in given.items() if v != usual[r][n]} for r, given in thresholds.items()}
    chosen = {r: given for r, given in chosen.items() if given}
    trial = {r: mode for r, mode in trial.items() if mode != RULES[r].trial}
    mark = _mark(chosen)
    return RulesInForce(chosen, trial, dict.fromkeys(chosen, mark), mark)


def rules_as_text(rules: RulesInForce, language: Language = "zh") -> str:
    """All rules with the thresholds in force, as a file to edit."""

    def t(message: str, **values: object) -> str:
        return translate(message, language, **values)

    document = tomlkit.document()
    for line in (
        t("县域法治看板：规则和阈值。改等号右边的数，存为 UTF-8，再从“设置”里导入。"),
        t("没有写出的规则和阈值按程序的缺省。"),
    ):
        document.add(tomlkit.comment(line))
    for rule in RULES.values():
        table = tomlkit.table()
        table.add(tomlkit.comment(_line(rule.title.in_(language))))
        mode = tomlkit.item(rules.on_trial(rule))
        mode.comment(t("试行：只计数，不显示"))
        table.add(TRIAL, mode)
        held = rule.settings(rules)
        for threshold in rule.thresholds:
            label, reason = label_of(rule.id, threshold.name).in_(language), both(threshold.reason).in_(language)
            table.add(tomlkit.comment(_line(f"{label}：{reason}" if language == "zh" else f"{label}: {reason}")))
            value = held[threshold.name]
            item = tomlkit.item(int(value) if value == int(value) else value)
            item.comment(t("缺省 {default}", default=number(threshold.default)))
            table.add(threshold.name, item)
        document.add(rule.id, table)
    return tomlkit.dumps(document)


def _line(text: str) -> str:
    return " ".join(text.split())


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RulesFileError([say("规则文件不是文字文件，请用“导出规则”得到的文件来改")])


def _parsed(text: str) -> dict[str, Any]:
    try:
        return dict(tomlkit.parse(text).unwrap())
    except ParseError as fault:
        raise RulesFileError(
            [
                say(
                    "规则文件第 {line} 行第 {column} 个字写法不对，应当是“名称 = 数值”或“[规则名]”，标点用半角",
                    line=fault.line,
                    column=fault.col,
                )
            ]
        ) from fault
    except KeyAlreadyPresent as fault:
        name = str(fault).split('"')[1] if '"' in str(fault) else str(fault)
        raise RulesFileError([say("规则文件里“{name}”写了两次，请删去一处", name=name)]) from fault
    except (TOMLKitError, RecursionError, ValueError) as fault:
        raise RulesFileError([say("规则文件读不懂，请用“导出规则”得到的文件来改")]) from fault


def _mark(chosen: dict[str, dict[str, float]]) -> str:
    said = repr(sorted((rule, sorted(given.items())) for rule, given in chosen.items()))
    return hashlib.sha256(said.encode()).hexdigest()[:6]
