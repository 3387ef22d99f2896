"""The same report typed otherwise says the same: every whole report varied by program, a part of them for each variation."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import narrative_scoring as scoring

from analytics.intake.narrative import read_text

REPORTS = [case for folder in sorted((scoring.HERE / "reports").iterdir()) for case in scoring.reports(folder.name)]
SHARE = 7
"""One report in so many is read for each variation, others for the next."""
MARK = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d))"
)
COUNTED = re.compile(
    r"(?P<verb>开展|召开|举办|组织|发放|调解|办理|审查|排查|张贴|悬挂|审核|推送|制作)(?P<thing>[\u4e00-\u9fff“”]{2,12}?)"
    r"(?<![约近])(?P<number>\d+余?(?:场次|场|次|份|件|期|条|个|起|册))(?=[，。；、])"
)
NUMERALS = "零一二三四五六七八九"
ORDER = ("首先，", "其次，", "再次，", "然后，", "最后，")


def is_heading(line: str) -> bool:
    return MARK.match(line) is not None and len(line) <= 40 and not line.rstrip().endswith("。")


def marked(text: str, mark: Callable[[int], str]) -> str:
    """The text with the numbers of its paragraphs replaced; those of bare headings stand."""
    out = []
    for line in text.split("\n"):
        numbered = MARK.match(line) is not None and not is_heading(line)
        out.append(MARK.sub(mark(len(out)), line, count=1) if numbered else line)
    return "\n".join(out)


def in_words(match: re.Match[str]) -> str:
    digits = match[1]
    if digits[0] == "0":
        return digits
    said, gap = "", False
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit == "0":
            gap = True
            continue
        said += ("零" if gap and said else "") + NUMERALS[int(digit)] + ("", "十", "百", "千")[place]
        gap = False
    return said.removeprefix("一") if said.startswith("一十") else said


def chinese(text: str) -> str:
    return re.sub(
        r"(?<![\d.,，·/\-—~〔“(（])(\d{1,4})(?=余?(?:场次|人次|场|次|份|件|名|人|期|条|个|起|册|处))", in_words, text
    )


def between(words: str) -> Callable[[str], str]:
    return lambda text: COUNTED.sub(lambda m: m["verb"] + m["thing"] + words + m["number"], text)


def on_one_line(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    first = next((at for at, line in enumerate(lines) if MARK.match(line)), len(lines))
    rest = "".join(line if re.search("[。；：:，]$", line) else line + "。" for line in lines[first:])
    return "\n".join([*lines[:first], rest])


WIDE = {ord(mark): ord(mark) + 0xFEE0 for mark in "0123456789%"}
VARIATIONS: dict[str, Callable[[str], str]] = {
    "full-width digits": lambda text: text.translate(WIDE),
    "spaces round numbers": lambda text: re.sub(r"(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])", r" \1 ", text),
    "wide spaces": lambda text: re.sub(r"(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])", "\u3000\\1\u3000", text),
    "half-width marks": lambda text: text.replace("，", ",").replace("；", ";").replace("：", ":"),
    "场 for 场次": lambda text: text.replace("场次", "场"),
    "场次 for 场": lambda text: re.sub(r"(?<=\d)场(?!次)", "场次", text),
    "次 for 场": lambda text: re.sub(r"(?<=\d)场次?(?=[，。；、])", "次", text),
    "达": between("达"),
    "达到": between("达到"),
    "共": between("共"),
    "累计": between("累计"),
    "合计": between("合计"),
    "a remark": between("（含各村）"),
    "a remark with commas": between("（线上、线下相结合）"),
    "a remark on last year": between("（较上年有所增加）"),
    "Chinese numerals": chinese,
    "首先，其次，最后，": lambda text: marked(text, lambda at: ORDER[min(at, 4)]),
    "dashes": lambda text: marked(text, lambda _: "——"),
    "line breaks lost": on_one_line,
}
UNREAD = {"blind5/6", "blind7/3", "blind8/4"}
"""A table and annexes of lines, which Chinese numerals or the loss of the lines take apart."""


def said(text: str, case: scoring.Case) -> dict[str, tuple[float | None, str]]:
    return {f.indicator: (f.value, f.qualifier.value) for f in read_text(text, case.file, decisions=case.told).figures}


@pytest.mark.parametrize("name", VARIATIONS)
def test_a_report_typed_otherwise_says_the_same(name: str) -> None:
    chosen = [case for case in REPORTS if case.name not in UNREAD][list(VARIATIONS).index(name) % SHARE :: SHARE]
    before = {case.name: said(case.text, case) for case in chosen}
    after = {case.name: said(VARIATIONS[name](case.text), case) for case in chosen}
    assert sum(map(len, before.values())) > 100
    assert after == before


@pytest.mark.parametrize("name", VARIATIONS)
def test_a_variation_changes_most_reports(name: str) -> None:
    assert sum(VARIATIONS[name](case.text) != case.text for case in REPORTS) >= len(REPORTS) * 0.5


def test_a_number_before_its_thing_is_read_as_one_behind_it() -> None:
    """开展了12场次的法治宣传活动: what it makes of a list (审查了7件的决策、合同9份) may be asked about, never taken wrongly."""
    lost = total = 0
    for case in REPORTS[::4]:
        text = COUNTED.sub(lambda m: m["verb"] + "了" + m["number"] + "的" + m["thing"], case.text)
        before, after = said(case.text, case), said(text, case)
        assert {name: after[name] for name in before if name in after} == {n: before[n] for n in before if n in after}
        assert after.keys() <= before.keys()
        lost, total = lost + len(before.keys() - after.keys()), total + len(before)
    assert lost <= 0.01 * total
