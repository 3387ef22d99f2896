"""What a township planned for a year, held against what it reported of it: done, done in part, told of, not seen.

A plan stands in the report on the year before. A number is held against the figure that counts, a stock that is to grow
against last year's level plus the number; a plan without one is looked for in the sentences of the year's own report.
Not seen is not the same as not done: it says that neither a figure nor a sentence tells of it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from analytics.checks.county import County
from analytics.checks.crosscheck import bounds
from analytics.checks.prose import places_of
from analytics.model import Evidence, Plan, Report, State

Kept = Literal["done", "partly", "unclear", "none", "waiting", "told", "unseen", "silent"]
"""done: the number is reached · partly: less than it · unclear: a ≥ or ≈ leaves it open, or last year's level is not
known · none: 0 was reported · told: the report speaks of it without a figure to hold it against · waiting: its figure
was sent in and is not used before a question about it is answered · unseen · silent: only a report could tell of it,
and the year's has not come."""

KEPT: tuple[Kept, ...] = ("unseen", "none", "partly", "unclear", "waiting", "silent", "told", "done")
"""In the order in which a reader wants them."""

TOLD = 2 / 3
"""Share of a plan's characters above which a sentence that has them in the same pairs speaks of the same thing."""
SHORTEST = 5
"""Characters below which a clause is too short to be found again."""

LONGEST = 200
CLAUSES = 4
SENTENCES = 1000
"""Of a plan its first characters and clauses are looked for, in so many sentences; no report in earnest has more."""

_ADDS = re.compile(r"新[建增设培聘打]|建[成设]|再建|增[加设]|打造|创建|培[育养]")
_LEVEL = re.compile(r"达到?|[增升提]至|[增升提]到|保持|不少于")
_GENERAL = re.compile(
    r"进一步|持续|不断|继续|着力|全面|深入|扎实|切实|有效|积极|大力|认真|努力|力争|争取|计划|确保|加强|加大|推进|推动|开展|"
    r"做好|抓好|强化|深化|提升|提高|完善|落实|工作|力度|全年|本年|今年|明年|[我本全](?:[镇乡]|街道)|[一二三四五六七八九十]是"
)
_FUTURE = re.compile(r"将[要会]?|下一步|下一年|明年|计划|打算|拟|力争|今后")
_CONTENT = re.compile(r"[\u3400-\u9fffA-Za-z]{2,}")
_SENTENCE = re.compile(r"[^。！？；;!?\n]+[。！？；;!?]?")


@dataclass(frozen=True, slots=True)
class Promise:
    """A plan for a year and what became of it. ``planned`` is its sentence, ``seen`` the figure or sentence found.

    ``needed`` is the value the figure has to reach, None where the plan names no number.
    """

    township: str
    year: int
    plan: Plan
    outcome: Kept
    planned: Evidence
    seen: tuple[Evidence, ...] = ()
    needed: float | None = None


def promises(county: County, township: str, year: int) -> list[Promise]:
    """What a township's report on ``year - 1`` planned for ``year``, what is not seen first.

    [] where there is no such report, and where the township has sent nothing of ``year`` yet.
    """
    before = county.reports.get((township, year - 1))
    if before is None or not before.plans or township not in county.townships or not heard(county, township, year):
        return []
    told = _Told(county.reports.get((township, year)))
    found = [_held(county, before, plan, year, told) for plan in before.plans]
    return sorted(found, key=lambda p: KEPT.index(p.outcome))


def heard(county: County, township: str, year: int) -> bool:
    """Whether a township has sent a return or a report of a year."""
    t = county.townships.index(township)
    return (township, year) in county.reports or bool(county.returned(year)[t])


def tally_kept(found: Iterable[Promise]) -> dict[Kept, int]:
    """How many plans there are of each outcome."""
    counts = Counter(p.outcome for p in found)
    return {outcome: counts[outcome] for outcome in KEPT}


def _held(county: County, before: Report, plan: Plan, year: int, told: _Told) -> Promise:
    township = before.township
    planned = Evidence(township, before.year, "", None, "exact", before.file, None, plan.cell, plan.sentence)
    figure = _figure(county, township, year, plan.indicator) if plan.target is not None else None
    if figure is None or plan.target is None:
        sentence = told.of(plan.sentence)
        outcome: Kept = "told" if sentence else _without(county, township, year, plan)
        return Promise(township, year, plan, outcome, planned, (sentence,) if sentence else (), plan.target)
    if not _adds(county, plan):
        return Promise(township, year, plan, _outcome(figure, plan.target), planned, (figure,), plan.target)
    last = _figure(county, township, year - 1, plan.indicator)
    if last is None or last.value is None:
        return Promise(township, year, plan, "unclear", planned, (figure,))
    needed = last.value + plan.target
    return Promise(township, year, plan, _outcome(figure, needed), planned, (figure, last), needed)


def _without(county: County, township: str, year: int, plan: Plan) -> Kept:
    """What may be said of a plan of which nothing is found."""
    if _waits(county, township, year, plan):
        return "waiting"
    by_figure = plan.target is not None and plan.indicator in county.position
    return "unseen" if by_figure or (township, year) in county.reports else "silent"


def _waits(county: County, township: str, year: int, plan: Plan) -> bool:
    """Whether the figure that would tell was sent in and waits for an answer: it must not be called unseen."""
    indicator = plan.indicator
    if indicator is None or indicator not in county.position:
        return False
    return bool(county.waits(indicator, year)[county.townships.index(township)])


def _adds(county: County, plan: Plan) -> bool:
    """Whether a plan says by how much a stock is to grow, rather than to which level."""
    indicator = county.catalogue.by_id.get(plan.indicator or "")
    grows = bool(_ADDS.search(plan.sentence)) and not _LEVEL.search(plan.sentence)
    return grows and indicator is not None and indicator.kind == "stock"


def _figure(county: County, township: str, year: int, indicator: str | None) -> Evidence | None:
    """The figure that counts, else the one that the report gives."""
    if indicator is None or indicator not in county.position:
        return None
    held = county.evidence(county.townships.index(township), year, indicator)
    if held.value is not None:
        return held
    report = county.reports.get((township, year))
    for figure in report.figures if report else ():
        if figure.indicator == indicator and figure.state is State.REPORTED and figure.value is not None and report:
            source = figure.source
            place = (report.file, source.sheet, source.cell, source.raw)
            return Evidence(township, year, indicator, figure.value, figure.qualifier.value, *place)
    return None


def _outcome(figure: Evidence, needed: float) -> Kept:
    """≥38 may be 40, and ≈40 is 40 as far as anyone can tell."""
    value = figure.value or 0.0
    low, high = bounds(value, figure.qualifier)
    if value >= needed or low >= needed or math.isclose(value, needed):
        return "done"
    if high >= needed:
        return "unclear"
    return "none" if value == 0 and figure.qualifier == "exact" else "partly"


class _Told:
    """The sentences of a report on what was done: without its shortcomings, and without plans of its own."""

    def __init__(self, report: Report | None) -> None:
        self._report = report
        self._sentences = list(islice(_sentences(report), SENTENCES)) if report else []
        self._pairs = [_pairs(words) for _, words in self._sentences]
        self._with: dict[str, list[int]] = {}
        for n, pairs in enumerate(self._pairs):
            for pair in pairs:
                self._with.setdefault(pair, []).append(n)

    def of(self, plan: str) -> Evidence | None:
        """The sentence that speaks of the same thing as a plan, of several the one with most of it; None where none does."""
        best, found = TOLD, None
        for words in dict.fromkeys((plan[:LONGEST], *re.split(r"[，,、]", plan[:LONGEST])[:CLAUSES])):
            runs = _runs(words)
            length = sum(map(len, runs))
            if length < SHORTEST:
                continue
            pairs = {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
            shared = Counter(n for pair in pairs for n in self._with.get(pair, ()))
            for n in sorted(n for n, count in shared.items() if 2 * count > best * length):
                share = sum(_covered(run, self._pairs[n]) for run in runs) / length
                if share > best:
                    best, found = share, n
        if found is None or self._report is None:
            return None
        cell, words = self._sentences[found]
        return Evidence(
            self._report.township, self._report.year, "", None, "exact", self._report.file, None, cell, words
        )


def _runs(words: str) -> list[str]:
    """The words that carry the meaning, without those that stand in every plan, numbers and marks."""
    return _CONTENT.findall(_GENERAL.sub(" ", words))


def _covered(run: str, pairs: frozenset[str]) -> int:
    """How many characters stand in word pairs that the sentence has too, in whatever order."""
    shared = [run[at : at + 2] in pairs for at in range(len(run) - 1)]
    return sum(before or after for before, after in zip([False, *shared], [*shared, False], strict=True))


def _pairs(words: str) -> frozenset[str]:
    """Neighbouring characters, which in Chinese are words as a rule."""
    return frozenset(run[at : at + 2] for run in _CONTENT.findall(words) for at in range(len(run) - 1))


def _sentences(report: Report) -> Iterable[tuple[str, str]]:
    """(place, words) of every sentence of what was done."""
    cells = [*(gap.cell for gap in report.gaps), *(plan.cell for plan in report.plans)]
    other = {place for cell in cells for place in places_of(cell)}
    for number, text in enumerate(report.paragraphs, start=1):
        for match in _SENTENCE.finditer(text):
            taken = any(p == number and s < match.end() and match.start() < e for p, s, e in other)
            if not taken and not _FUTURE.search(match[0]):
                yield f"¶{number}:{match.start()}-{match.end()}", match[0].strip()
