"""Counties made up straight in the store, without files: of any size, with any names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from analytics.catalogue import Roster, Township
from analytics.model import Figure, Problem, Qualifier, Reading, Source, State
from analytics.store import Store


def known_indicators() -> tuple[str, ...]:
    """One indicator of every headline measure."""
    from analytics.catalogue import load_catalogue

    catalogue = load_catalogue()
    return tuple(catalogue.parts_of(h.id)[0].id for h in catalogue.headlines)


def names(count: int) -> list[str]:
    digits = str.maketrans("0123456789", "零一二三四五六七八九")
    return [f"试{number:04d}镇".translate(digits) for number in range(count)]


def roster_of(townships: Iterable[str], population: Mapping[int, int] | None = None) -> Roster:
    return Roster(
        tuple(Township(f"{k:06d}", name, population=population or {2024: 10_000}) for k, name in enumerate(townships))
    )


def figure(township: str, year: int, indicator: str, value: float, *, cell: str = "D4", sheet: str = "表") -> Figure:
    source = Source(sheet, cell, f"{value:g}")
    return Figure(township, year, indicator, value, Qualifier.EXACT, State.REPORTED, "件", source)


def figures_of(townships: Iterable[str], years: Iterable[int]) -> list[Figure]:
    """Figures that grow a little from year to year, a different pace everywhere."""
    asked = known_indicators()
    return [
        figure(name, year, indicator, float((k * 37 + n * 11) % 90 + 10 + (year - 2020) * (k % 5)))
        for k, name in enumerate(townships)
        for year in years
        for n, indicator in enumerate(asked)
    ]


def reading(data: bytes, figures: Iterable[Figure], name: str, problems: Iterable[Problem] = ()) -> Reading:
    return Reading(name, hashlib.sha256(data).hexdigest(), "return", tuple(figures), tuple(problems))


def taken_in(store: Store, name: str, figures: Iterable[Figure], problems: Iterable[Problem] = ()) -> int:
    """A pending upload whose bytes are its name."""
    data = name.encode("utf-8", "replace")
    return store.add_upload(name, data, "甲", reading(data, figures, name, problems))


def accepted(store: Store, name: str, figures: Iterable[Figure]) -> int:
    listed = list(figures)
    upload = taken_in(store, name, listed)
    store.accept(upload, listed, "乙")
    return upload


def county(place: Path, townships: list[str], years: Iterable[int], *, listed: Iterable[str] | None = None) -> str:
    """A store with figures of ``townships`` for ``years`` and a roster of ``listed`` (else of the same); its URL."""
    url = f"sqlite:///{place.as_posix()}"
    store = Store.open(url)
    store.replace_roster(roster_of(townships if listed is None else listed), "甲")
    store.set_setting("county", "试县", "甲")
    if figures := figures_of(townships, years):
        accepted(store, "全县.xlsx", figures)
    store.close()
    return url
