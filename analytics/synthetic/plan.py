"""Which files a county gets: who sends what, in which layout, when; and the truth and the key of all of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Any, Literal

import numpy as np

from analytics.synthetic.book import Book, csv_bytes, xlsx_bytes
from analytics.synthetic.hand import Order
from analytics.synthetic.layouts import LAYOUTS, SINGLE, SPLITTING
from analytics.synthetic.layouts.activity_log import LOGGED, can_log
from analytics.synthetic.plants import plant
from analytics.synthetic.quarters import by_quarter
from analytics.synthetic.roles import Key
from analytics.synthetic.settle import settle
from analytics.synthetic.stated import Truth, as_line
from analytics.synthetic.statements import Statements, round_some, state_all
from analytics.synthetic.values import ASKED, County, county

Shape = Literal["xlsx", "csv", "gbk"]

GROUPED: tuple[tuple[str, tuple[str, ...], Shape, str], ...] = (
    ("ledger_deep", ("organisation", "study"), "xlsx", "组织领导与学法"),
    ("ledger_grouped", ("publicity", "innovation"), "xlsx", "普法宣传"),
    ("ledger_flat", ("services", "enforcement"), "gbk", "法律服务与行政执法"),
    ("transposed", ("disputes", "litigation", "openness"), "xlsx", "矛盾化解与应诉"),
)
"""How a county splits one year into ledgers: layout, groups of indicators, file format, part of the name."""

NAMES = (
    "{name}{year}年法治建设统计表",
    "{year}年度{name}法治政府建设报表",
    "{name}报表（{year}年）",
    "{year}-{name}-普法数据",
)


@dataclass(frozen=True)
class Return:
    """One file to be written: where, in which layout, for which order, when it came in."""

    path: str
    layout: str
    order: Order
    shape: Shape = "xlsx"
    received: date | None = None


@dataclass(frozen=True)
class Invented:
    """An invented county ready to be written: what its townships state, what was planted, who sent nothing."""

    statements: Statements
    key: Key
    absent: frozenset[tuple[str, int]] = field(default_factory=frozenset)

    @property
    def county(self) -> County:
        """The county."""
        return self.statements.county


def invent(townships: int, years: Iterable[int], seed: int, absent: Iterable[tuple[int, int]] = ()) -> Invented:
    """A county with planted findings and quiet otherwise. ``absent``: (number of the township, year) without a return."""
    made = county(townships, tuple(years), seed)
    key = plant(made)
    rounded = round_some(made, key, seed)
    settle(made, key)
    gone = frozenset((made.names[number], year) for number, year in absent)
    return Invented(state_all(made, key, rounded, seed), key, gone)


def render(wanted: Return, statements: Statements) -> tuple[bytes, list[Truth], Book]:
    """The bytes of a file, its truth, and its book. A CSV holds the first sheet, which goes by the file's stem."""
    book, truths = LAYOUTS[wanted.layout](wanted.order, statements)
    if wanted.shape == "xlsx":
        return xlsx_bytes(book), truths, book
    page = book.pages[0]
    stem = PurePosixPath(wanted.path).stem
    kept = [replace(truth, sheet=stem) for truth in truths if truth.sheet == page.name]
    return csv_bytes(page, "gb18030" if wanted.shape == "gbk" else "utf-8-sig"), kept, book


def returns(invented: Invented, seed: int, batch: int = 40) -> Iterator[Return]:
    """The files of a county: ledgers from the county for the first year, own files after that.

    Own files go round all single layouts; every ninth township sends a form and an activity log, every seventh CSV.
    """
    made, rng = invented.county, np.random.default_rng((seed, 17))
    first = made.years[0]
    for year in made.years:
        present = [n for n in made.names if (n, year) not in invented.absent]
        if year == first:
            for start in range(0, len(present), batch):
                yield from county_ledgers(tuple(present[start : start + batch]), year, seed + start, start // batch)
            continue
        for name in present:
            yield from own_files(invented, name, year, rng, seed)


def county_ledgers(townships: tuple[str, ...], year: int, seed: int, number: int = 0) -> Iterator[Return]:
    """A county's ledgers of one year for ``townships``, one file per family of indicators."""
    from analytics.catalogue import load_catalogue

    group_of = {i.id: i.group for i in load_catalogue().indicators}
    for at, (layout, groups, shape, part) in enumerate(GROUPED):
        order = Order(
            townships, (year,), tuple(i for i in ASKED if group_of[i] in groups), seed * 10 + at,
            mess=0.08, extras=frozenset({"totals", *(("subtotals",) if at == 1 else ())}),
            offset=(1, 1) if at == 1 else (0, 0), choice=at % 2,
        )  # fmt: skip
        more = f"（{number + 1}）" if number else ""
        suffix = "csv" if shape != "xlsx" else "xlsx"
        path = f"{year}/县汇总_{year}年{part}{more}.{suffix}"
        yield Return(path, layout, order, shape, date(year + 1, 1, 20))


def own_files(invented: Invented, name: str, year: int, rng: np.random.Generator, seed: int) -> Iterator[Return]:
    """What one township sends for one year, in a layout that goes round with township and year."""
    statements, made = invented.statements, invented.county
    number = made.names.index(name)
    turn = number + 3 * (year - made.years[0])
    layout = SINGLE[turn % len(SINGLE)]
    if layout in SPLITTING and not statements.all_exact(name, year):
        layout = "form_blocks"
    if layout == "this_last" and (name, year - 1) in invented.absent:
        layout = "form"
    order = Order(
        (name,), (year,), ASKED, seed * 100_000 + number * 100 + year % 100,
        mess=float(rng.choice([0.0, 0.1, 0.25])), choice=int(rng.integers(6)), strange=bool(rng.random() < 0.2),
        offset=(int(rng.integers(3)), int(rng.integers(2))), spoken=_spoken(invented, name, rng),
        extras=frozenset(str(e) for e in EXTRAS if rng.random() < 0.15),
        sheet=str(rng.choice(["统计表", "Sheet1", "报表", f"{year}年"])),
    )  # fmt: skip
    received = arrival(year, rng)
    stem = NAMES[turn % len(NAMES)].format(name=name, year=year)
    if turn % 9 == 4 and can_log(statements, name, year):
        rest = tuple(i for i in ASKED if i not in LOGGED)
        yield Return(f"{year}/{stem}.xlsx", "form", replace(order, indicators=rest), "xlsx", received)
        yield Return(f"{year}/{name}{year}年普法活动台账.xlsx", "activity_log", order, "xlsx", received)
        return
    if turn % 7 == 3:
        yield Return(f"{year}/{stem}.csv", layout, _flat(order), "gbk" if turn % 2 else "csv", received)
        return
    yield Return(f"{year}/{stem}.xlsx", layout, order, "xlsx", received)


EXTRAS = ("instructions", "hidden_rows", "hidden_sheet", "spacers")


def _flat(order: Order) -> Order:
    """The order for a CSV, which has no other sheets and hides nothing."""
    return replace(order, extras=order.extras - {"instructions", "hidden_rows", "hidden_sheet", "hidden_columns"})


def _spoken(invented: Invented, name: str, rng: np.random.Generator) -> dict[str, str]:
    named = next(t for t in invented.county.townships if t.name == name)
    if rng.random() < 0.6:
        return {}
    return {name: f"示例县{name}" if rng.random() < 0.3 else str(rng.choice(named.aliases[1:]))}


def arrival(year: int, rng: np.random.Generator) -> date:
    """When a return for ``year`` comes in: mostly in January of the next year, one in eight after the 31st."""
    days = int(rng.integers(32, 60)) if rng.random() < 0.125 else int(rng.integers(6, 31))
    return date(year + 1, 1, 1) + timedelta(days=days)


def key_json(
    invented: Invented, sent: Iterable[Return], further: dict[str, Any] | None = None, folder: str = ""
) -> dict[str, Any]:
    """The key: what a program must find in these files, what it finds by definition, and who was late or absent."""
    late = [
        {"township": name, "year": year, "file": folder + one.path, "received": one.received.isoformat()}
        for one in sent
        if one.received is not None and one.received > date((year := one.order.years[-1]) + 1, 1, 31)
        for name in one.order.townships
    ]
    gone = invented.absent
    held = [g for g in invented.key.gaps if (g["township"], g["year"]) not in gone]
    return {
        "gaps": held,
        "gaps_by_quarter": by_quarter(invented.statements, set(gone)),
        "questions": [q for q in invented.key.questions if (q["township"], q["year"]) not in gone],
        "late": late,
        "missing_returns": [{"township": name, "year": year} for name, year in sorted(gone)],
        **(further or {}),
    }


def roster_csv(made: County, extra: Iterable[tuple[str, str, str]] = ()) -> bytes:
    """The roster file: code,name,aliases,kind,villages,population_… ; ``extra`` townships (code, name, kind) stay blank."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(["code", "name", "aliases", "kind", "villages", *(f"population_{year}" for year in made.years)])
    for number, named in enumerate(made.townships, start=1):
        people = [made.population[named.name, year] for year in made.years]
        aliases = "|".join(named.aliases)
        out.writerow([f"9900{number:04d}", named.name, aliases, named.kind, made.villages[named.name], *people])
    for code, name, kind in extra:
        out.writerow([code, name, "", kind, "", *("" for _ in made.years)])
    return text.getvalue().encode("utf-8-sig")


def received_csv(sent: Iterable[Return], folder: str = "") -> bytes:
    """Which file came in when: file,received."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(["file", "received"])
    out.writerows([folder + one.path, one.received.isoformat()] for one in sent if one.received is not None)
    return text.getvalue().encode("utf-8-sig")


def truth_lines(truths: Iterable[Truth], file: str) -> str:
    """The truth of one file as lines of JSON."""
    return "".join(as_line(truth, file) + "\n" for truth in truths)


def key_text(key: dict[str, Any]) -> str:
    """The key as indented JSON."""
    return json.dumps(key, ensure_ascii=False, indent=1) + "\n"
