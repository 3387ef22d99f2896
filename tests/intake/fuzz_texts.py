"""Strange texts for whatever reads one cell, one heading or one name by itself."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import cache
from random import Random

import fuzz_changes
from fuzz_sheets import ROOT

from analytics.catalogue import load_catalogue, load_roster
from analytics.intake.grid import Cell
from analytics.intake.headings import Matcher
from analytics.intake.labels import Labeller
from analytics.intake.quantities import Doubt, Quantity, read_number, read_quantity
from analytics.intake.townships import Townships
from analytics.intake.units import Unit, read_unit
from analytics.intake.words import GENERIC_MEASURES, NARROWING, STRUCTURE, squeeze
from analytics.intake.years import FIRST, LAST, read_period, split_year, years_in
from analytics.model import State

SLOW_SECONDS = 0.05
PIECES = (
    *"0123456789.,，。%‰万千百十亿零一二两三四五六七八九余多约近来把半几数个份次场人件月日年第①(（)）[]/:：-—~～+*=#\t \n　\u200b'\"oOlIwWxE&",
    "以上", "左右", "不少于", "其中", "人次", "场次", "20", "2024年", "1-12月", "截至", "每季度", "合计", "万余", "百分之", "成", "分之", "级", "镇", "乡", "街道", "人民政府", "县",
)  # fmt: skip


@cache
def readers() -> tuple[Matcher, tuple[Townships, Townships], Labeller]:
    matcher = Matcher(load_catalogue(), {})
    townships = Townships(load_roster(ROOT / "sample_data" / "roster.csv"))
    return matcher, (townships, Townships(None)), Labeller(matcher, townships)


def strange(rng: Random, deep: int = 1) -> str:
    """A text: pieces of the grammar, a clerk's cell, a wording, all of them with a slip of the hand."""
    kind = rng.randrange(6)
    if kind == 0:
        text = "".join(rng.choice(PIECES) for _ in range(rng.choice((1, 3, 6, 12, 40, 200))))
    elif kind == 1:
        text = rng.choice(fuzz_changes.quantities())
    elif kind == 2:
        text = rng.choice(fuzz_changes.wordings())
    elif kind == 3:
        text = fuzz_changes.text(rng, readers()[1][0].roster)
    elif kind == 4:
        text = rng.choice(PIECES) * rng.choice((2, 15, 100, 200)) + rng.choice(PIECES)
    else:
        text = "".join(chr(rng.choice((rng.randrange(0x250), rng.randrange(0x2000, 0x3100), rng.randrange(0x4E00, 0x9FFF), rng.randrange(0x10000, 0x2FFFF)))) for _ in range(rng.randrange(30)))  # fmt: skip
    for _ in range(rng.choice((0, 0, 1, 1, 3))):
        at = rng.randrange(len(text) + 1)
        text = rng.choice(
            (
                text[:at] + rng.choice(PIECES) + text[at:],
                text[:at] + text[at + 1 :],
                text[at:] + text[:at],
                text + strange(rng, deep - 1)[:60] if deep else text[::-1],
            )
        )
    return text


def tried(rng: Random) -> Iterator[tuple[str, str]]:
    """One text through every reader of texts; every rule that breaks as (rule, sentence)."""
    text = strange(rng)
    matcher, both, labeller = readers()
    calls = [
        ("read_quantity", lambda: read_quantity(text), (Quantity, Doubt, State)),
        ("read_unit", lambda: read_unit(text), (Unit, type(None))),
        ("split_year", lambda: split_year(text), (tuple,)),
        ("years_in", lambda: years_in(text), (tuple,)),
        ("read_period", lambda: read_period(text), (object,)),
        ("match", lambda: matcher.match(text, (strange(rng)[:40],), rng.choice(("", "份", "人次"))), (object,)),
        ("label", lambda: labeller.label(Cell(0, 0, text, text)), (object,)),
        ("shown", lambda: labeller.label(Cell(0, 0, rng.choice((12, 0.5, 1e300, float("nan"))), text)), (object,)),
        (
            "number",
            lambda: read_number(rng.choice((12, 0.255, -3, 1e300, float("inf"))), "", text[:60]),
            (Quantity, Doubt),
        ),
        ("whole", lambda: both[0].whole(text), (object,)),
        ("inside", lambda: both[0].inside(text), (list,)),
        ("whole, no roster", lambda: both[1].whole(text), (object,)),
        ("inside, no roster", lambda: both[1].inside(text), (list,)),
    ]
    for name, call, types in calls:
        started = time.process_time()
        try:
            answer = call()
        except Exception as fault:
            yield f"{name} raised {type(fault).__name__}", repr(text)
            continue
        if time.process_time() - started > SLOW_SECONDS and _slow_again(call):
            yield f"{name} slow", repr(text)
        if not isinstance(answer, types):
            yield f"{name} answers otherwise", repr(text)
    yield from _sense(text, both[0])
    if rng.random() < 0.3:
        yield from heading_sense(rng)


def _slow_again(call: object) -> bool:
    """Whether the call takes long when nothing else is to blame (answers are remembered: an empty cache first)."""
    for reader in (read_quantity, squeeze, split_year, years_in, read_unit):
        if hasattr(reader, "cache_clear"):
            reader.cache_clear()
    started = time.process_time()
    call()  # type: ignore[operator]
    return time.process_time() - started > SLOW_SECONDS


def _sense(text: str, townships: Townships) -> Iterator[tuple[str, str]]:
    answer = read_quantity(text)
    if isinstance(answer, Quantity):
        if answer.low != answer.high:
            yield "a range as a quantity", repr(text)
        if not _digits_used(text, answer):
            yield "a number left over", f"{text!r} as {answer.low:g}"
        if len(text) < 100 and read_quantity(f"  {text}　") != answer:
            yield "blanks change a quantity", repr(text)
    if any(not FIRST <= year <= LAST for year in years_in(text)):
        yield "a year out of range", repr(text)
    assert townships.roster is not None
    seen = [*townships.inside(text), *([whole] if (whole := townships.whole(text)) else [])]
    for sighting in seen:
        if (sighting.name in townships.roster.names) is (sighting.how == "unknown"):
            yield "a township off the roster", f"{text!r} as {sighting}"


_GROUPS = re.compile(r"\d[\d,，.]*")


def _digits_used(text: str, answer: Quantity) -> bool:
    """Whether a text with one group of digits and no numerals in characters means that group, times a scale."""
    plain = squeeze(text)
    if re.search("[一二两三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟半成廿卅]|分之|年|月|[①-⑳]|[eE]", plain):
        return True
    groups = _GROUPS.findall(plain)
    if len(groups) != 1:
        return not groups or answer.scale_said or " " in text or "\u3000" in text
    digits = groups[0].replace(",", "").replace("，", "").rstrip(".")
    try:
        bare = float(digits)
    except ValueError:
        return False
    return any(abs(abs(answer.low) - bare * scale) <= 1e-6 * max(1.0, bare * scale) for scale in (1, 1e4, 1e8, 1e12))


_OF_ITSELF = {
    "leader_lectures": ("镇长", "乡长"), "backbone_trainings": ("村",), "law_exam_study_rate": ("网上",), "court_hearings_attended": ("干部",),
    "school_law_classes": ("校园", "学校"), "short_videos": ("线上", "网络"), "law_savvy_persons": ("村",), "legal_advisers": ("社区",),
}  # fmt: skip
"""Words that narrow others and say of these only what they are anyway: 校园法治课, 网络直播普法, 村法律明白人."""


def heading_sense(rng: Random) -> Iterator[tuple[str, str]]:
    """A word that makes a narrower thing of a wording must not be overlooked, and two wordings are not one."""
    matcher = readers()[0]
    wording, other = rng.choice(fuzz_changes.wordings()), rng.choice(fuzz_changes.wordings())
    meant = matcher.match(wording).indicator
    if meant is None:
        return
    known = "|".join((matcher.catalogue.by_id[meant].name_zh, *matcher.catalogue.by_id[meant].wordings))
    word = rng.choice(NARROWING)
    for heading in (word + wording, f"{wording}（{word}）", f"{word}：{wording}"):
        found = matcher.match(heading)
        if (
            found.indicator == meant
            and word not in _OF_ITSELF.get(meant, ())
            and word not in known
            and not _harmless(word, wording, heading)
        ):
            yield "a narrower heading taken for the whole", f"{heading} as {meant}"
    another = matcher.match(other).indicator
    if another not in (None, meant) and not matcher.is_wording(wording + other):
        # 行政诉讼 and 庭审旁听 together are one wording again.
        for heading in (wording + other, f"{wording}、{other}", f"{wording}和{other}", f"{wording}（{other}）"):
            found = matcher.match(heading)
            if found.indicator is not None and heading not in fuzz_changes.wordings():
                yield "two headings taken for one", f"{heading} as {found.indicator} ({meant}, {another})"
    kept = rng.choice([w for w, role in STRUCTURE.items() if role in ("plan", "derived", "remark")])
    for heading in (wording + kept, f"{wording}（{kept}）", kept + wording):
        found = matcher.match(heading)
        if found.indicator == meant and kept not in GENERIC_MEASURES and kept not in known:
            yield "a plan or a change taken for the figure", f"{heading} as {meant}"


def _harmless(word: str, wording: str, heading: str) -> bool:
    return read_unit(word) is not None or word in wording
