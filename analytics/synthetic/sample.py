"""The sample county 示例县: 24 invented townships over 2022–2025, and 岘山镇 with its published figures of 2023."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from analytics.synthetic.book import Book
from analytics.synthetic.hand import Order
from analytics.synthetic.layouts.activity_log import LOGGED, can_log
from analytics.synthetic.odd import odd_files
from analytics.synthetic.plan import (
    Invented,
    Return,
    arrival,
    county_ledgers,
    invent,
    key_json,
    key_text,
    received_csv,
    render,
    roster_csv,
    truth_lines,
)
from analytics.synthetic.report import FILE as REPORT
from analytics.synthetic.report import report
from analytics.synthetic.stated import Stated
from analytics.synthetic.statements import Statements
from analytics.synthetic.township_reports import planted, township_reports
from analytics.synthetic.values import ASKED

SEED = 1
YEARS = (2022, 2023, 2024, 2025)
ABSENT = ((1, 2023), (10, 2022), (19, 2023))
"""Townships (by number) that sent nothing for a year; none of these is a year in which something is planted on them."""

PUBLISHED = "岘山镇"
PUBLISHED_FIGURES: dict[str, Stated] = {
    "leader_study": Stated(8),
    "leadership_meetings": Stated(12),
    "central_group_study": Stated(4),
    "seminars": Stated(4),
    "collective_study": Stated(16),
    "village_talks": Stated(30),
    "publicity_events": Stated(36),
    "people_served": Stated(2000, "at_least", words="2000余人次"),
    "leaflets": Stated(80_000, "at_least", words="8万余份"),
    "school_leaflets": Stated(40_000, "at_least", words="4万余份"),
    "school_events": Stated(10),
    "school_law_classes": Stated(6),
    "backbone_trainings": Stated(4),
    "law_exam_study_rate": Stated(100),
    "law_exam_attendance_rate": Stated(100),
    "law_exam_pass_rate": Stated(100),
}
"""Published in the township's own report on 2023; nothing else is held of it."""

OWN = (
    "form", "form_blocks", "ledger_flat", "several_tables", "form_pages", "long", "form", "transposed",
    "this_last", "form_blocks", "quarters", "form", "several_tables", "months", "form", "quarters_untotalled",
)  # fmt: skip
"""The layouts townships choose for themselves, in turn."""


@dataclass(frozen=True)
class Sample:
    """The files of the sample: path under sample_data → bytes."""

    files: dict[str, bytes]


def sample() -> Sample:
    """The whole sample; every call gives the same bytes."""
    invented = invent(24, YEARS, SEED, ABSENT)
    county = invented.county
    files: dict[str, bytes] = {}
    lines: list[str] = []
    sent = list(_plan(invented))
    totals: list[dict[str, Any]] = []
    for one in sent:
        data, truths, book = render(one, invented.statements)
        files[f"returns/{one.path}"] = data
        lines.append(truth_lines(truths, f"returns/{one.path}"))
        totals += _wrong_totals(one, book)
    published, truths = _published(invented.statements)
    files[f"returns/{published.path}"] = render(published, _only_published(invented.statements))[0]
    lines.append(truth_lines(truths, f"returns/{published.path}"))
    corrected, change = _corrected(invented, sent)
    data, truths, _ = render(corrected, change.statements)
    files[f"returns/{corrected.path}"] = data
    lines.append(truth_lines(truths, f"returns/{corrected.path}"))
    further: dict[str, Any] = {"corrections": [change.note], "totals": totals}
    for odd in odd_files(invented):
        files[f"odd/{odd.name}"] = odd.data
        lines.append(truth_lines(odd.truths, f"odd/{odd.name}"))
        for section, row in odd.notes:
            further.setdefault(section, []).append(row)
    received = [*sent, published, corrected]
    key = key_json(invented, received, further, "returns/")
    key["gaps"].append(
        {
            "theme": "publicity_innovation",
            "township": PUBLISHED,
            "year": 2023,
            "why": "没有一项创新普法数据；报告自认创新力度不够",
        }
    )
    key["files"] = [{"file": f"returns/{one.path}", "layout": one.layout} for one in received]
    files[REPORT], said = report(PUBLISHED, 2023, PUBLISHED_FIGURES)
    for prose in township_reports(invented.statements):
        files[prose.path] = prose.data
        said += prose.truth
    key |= planted(invented.statements, PUBLISHED)
    files["truth_narrative.jsonl"] = said
    files["roster.csv"] = roster_csv(county, [("99009999", PUBLISHED, "镇")])
    files["received.csv"] = received_csv(received, "returns/")
    files["truth.jsonl"] = "".join(lines).encode()
    files["key.json"] = key_text(key).encode()
    return Sample(files)


def _plan(invented: Invented) -> Iterator[Return]:
    """2022 in the county's ledgers, after that own files, a few workbooks for several townships, restatements."""
    rng = np.random.default_rng((SEED, 19))
    names = invented.county.names

    def present(year: int) -> list[str]:
        return [name for name in names if (name, year) not in invented.absent]

    for one in county_ledgers(tuple(present(2022)), 2022, SEED):
        yield (
            replace(one, order=replace(one.order, extras=one.order.extras | {"wrong_total"}))
            if (one.layout == "ledger_grouped")
            else one
        )
    for year in YEARS[1:]:
        shared = {2023: names[20:23], 2024: names[12:18], 2025: names[4:9]}[year]
        for name in present(year):
            if name not in shared:
                yield from _own(invented, name, year, rng)
        yield _workbook(tuple(n for n in shared if (n, year) not in invented.absent), year)
    yield Return(
        "2025/四个乡镇2024—2025年汇总.xlsx", "sheet_per_year",
        Order(names[20:24], (2024, 2025), ASKED, 77, mess=0.1, extras=frozenset({"totals", "instructions"})),
        "xlsx", date(2026, 1, 29),
    )  # fmt: skip
    yield Return(
        f"2025/{names[7]}2023—2025年对比表.xlsx", "years_across",
        Order((names[7],), (2023, 2024, 2025), ASKED, 78, mess=0.0, choice=2), "xlsx", date(2026, 1, 22),
    )  # fmt: skip


def _workbook(townships: tuple[str, ...], year: int) -> Return:
    """One file for several townships: a sheet for each township, a sheet for each indicator, or a long CSV."""
    layout = {2023: "sheet_per_township", 2024: "sheet_per_indicator", 2025: "long"}[year]
    suffix = "csv" if year == 2025 else "xlsx"
    order = Order(townships, (year,), ASKED, 500 + year, mess=0.12, choice=year % 2, offset=(0, 0))
    path = f"{year}/{len(townships)}个乡镇{year}年数据.{suffix}"
    return Return(path, layout, order, "csv" if year == 2025 else "xlsx", date(year + 1, 1, 24))


def _own(invented: Invented, name: str, year: int, rng: np.random.Generator) -> Iterator[Return]:
    statements, number = invented.statements, invented.county.names.index(name)
    turn = number + 5 * (year - YEARS[0])
    exact = statements.all_exact(name, year)
    layout = OWN[turn % len(OWN)]
    if layout in ("quarters", "quarters_untotalled", "months") and not exact:
        layout = "form"
    if layout == "this_last" and (name, year - 1) in invented.absent:
        layout = "form"
    office = invented.county.townships[number].aliases[1]
    order = Order(
        (name,), (year,), ASKED, SEED * 100_000 + number * 100 + year % 100,
        mess=(0.0, 0.12, 0.3)[turn % 3], choice=int(rng.integers(6)),
        strange=turn % 6 == 5, offset=((0, 0), (2, 1), (1, 0))[turn % 3],
        spoken={name: ("示例县" + name, office)[turn % 2]} if turn % 4 == 1 else {},
        extras=frozenset(
            extra for at, extra in enumerate(("instructions", "hidden_rows", "hidden_sheet", "spacers"))
            if turn % 8 == 2 * at
        ),
        sheet=("统计表", "Sheet1", f"{year}年", "法治建设")[turn % 4],
    )  # fmt: skip
    order = _said_once(order, layout, turn)
    received = arrival(year, rng)
    stem = (f"{name}{year}年法治建设统计表", f"{year}年度{name}报表", f"{name}报表（{year}年）", f"{year}-{name}")[
        turn % 4
    ]
    if turn % 10 == 6 and can_log(statements, name, year):
        rest = tuple(i for i in ASKED if i not in LOGGED)
        yield Return(f"{year}/{stem}.xlsx", "form", replace(order, indicators=rest), "xlsx", received)
        yield Return(f"{year}/{name}{year}年普法活动台账.xlsx", "activity_log", order, "xlsx", received)
        return
    if turn % 7 == 4:
        plain = replace(order, extras=order.extras & {"spacers"})
        yield Return(f"{year}/{stem}.csv", layout, plain, "gbk" if turn % 2 else "csv", received)
        return
    if turn % 11 == 7 and layout == "form":
        yield Return(f"{year}/统计表（定稿）{number}.xlsx", layout, replace(order, says=BOTH), "xlsx", received)
        return
    yield Return(f"{year}/{stem}.xlsx", layout, order, "xlsx", received)


BOTH = frozenset({"township", "year"})


def _said_once(order: Order, layout: str, turn: int) -> Order:
    """Now and then a form whose cells leave the year or the township to the file's name."""
    if layout in ("form", "form_blocks", "form_pages") and turn % 5 == 3:
        return replace(order, says=frozenset({"year"}), sheet="统计表")
    if layout in ("form", "form_blocks", "form_pages") and turn % 5 == 1:
        return replace(order, says=frozenset({"township"}), sheet="统计表")
    if layout == "ledger_flat":
        return replace(order, extras=order.extras | {"hidden_columns"})
    return order


def _only_published(statements: Statements) -> Statements:
    return Statements(statements.county, {(PUBLISHED, 2023, i): s for i, s in PUBLISHED_FIGURES.items()})


def _published(statements: Statements) -> tuple[Return, Any]:
    order = Order(
        (PUBLISHED,), (2023,), tuple(PUBLISHED_FIGURES), 2023, mess=0.3, varied=False, county_name="",
        sheet="统计表",
    )  # fmt: skip
    one = Return(f"2023/{PUBLISHED}2023年法治政府建设统计表.xlsx", "form", order, "xlsx", date(2024, 2, 22))
    return one, render(one, _only_published(statements))[1]


@dataclass(frozen=True)
class _Change:
    statements: Statements
    note: dict[str, Any]


def _corrected(invented: Invented, sent: list[Return]) -> tuple[Return, _Change]:
    """A corrected return (更正): the same township and year once more, three figures changed."""
    name, year = invented.county.names[11], 2023
    old = next(one for one in sent if one.order.townships == (name,) and one.order.years == (year,))
    changed = ("legal_lectures", "info_disclosed", "contract_reviews")
    given = dict(invented.statements.given)
    values = []
    for indicator in changed:
        before = given[name, year, indicator].value
        assert before is not None
        given[name, year, indicator] = Stated(before + 1)
        values.append({"indicator": indicator, "old": before, "new": before + 1})
    order = replace(old.order, extras=frozenset(), mess=0.0, strange=False, says=BOTH, seed=old.order.seed + 1)
    path = f"{year}/{name}{year}年法治建设统计表（更正）.xlsx"
    received = date(2024, 3, 5)
    note = {
        "township": name, "year": year, "file_old": f"returns/{old.path}", "file_new": f"returns/{path}",
        "figures": values,
    }  # fmt: skip
    return Return(path, "form", order, "xlsx", received), _Change(Statements(invented.county, given), note)


def _wrong_totals(one: Return, book: Book) -> list[dict[str, Any]]:
    """Where a 合计 was planted that is not the sum of its column."""
    if "wrong_total" not in one.order.extras:
        return []
    page = book.pages[0]
    row, column = next(place for place, (what, _) in page.cells.items() if what.shown == "合  计")
    from xlsxwriter.utility import xl_rowcol_to_cell

    cell = xl_rowcol_to_cell(row, column + 1)
    return [{"file": f"returns/{one.path}", "sheet": page.name, "cell": cell, "why": "合计比各乡镇之和多 10"}]
