"""Reports in prose for tests: what a township says of a year, beside a county's figures."""

from __future__ import annotations

from dataclasses import replace

from analytics.catalogue import load_catalogue
from analytics.checks import County
from analytics.model import Figure, Plan, Qualifier, Report, Shortcoming, Source, State

SIGNS = {"≥": Qualifier.AT_LEAST, "≈": Qualifier.ABOUT}


def report_of(
    township: str,
    year: int,
    figures: dict[str, float | str] | None = None,
    *,
    gaps: tuple[Shortcoming, ...] = (),
    plans: tuple[Plan, ...] = (),
    paragraphs: tuple[str, ...] = (),
    upload: int = 900,
) -> Report:
    """A report that gives these figures, each in a sentence of its own: 80000, "≥80000", "≈1200"."""
    said, made = list(paragraphs), []
    for indicator, value in (figures or {}).items():
        qualifier = SIGNS.get(str(value)[0], Qualifier.EXACT)
        number = float(str(value).lstrip("≥≈"))
        known = load_catalogue().by_id[indicator]
        words = f"{value}{known.unit}"
        said.append(f"全年{known.name_zh}{words}。其余照旧。")
        begin = len(f"全年{known.name_zh}")
        source = Source(None, f"¶{len(said)}:{begin}-{begin + len(words)}", words)
        made.append(Figure(township, year, indicator, number, qualifier, State.REPORTED, known.unit, source))
    return Report(township, year, f"{township}{year}年报告.docx", upload, tuple(made), gaps, plans, tuple(said))


def with_reports(county: County, *reports: Report) -> County:
    """The county with these reports beside its figures."""
    return replace(county, reports={(r.township, r.year): r for r in reports})
