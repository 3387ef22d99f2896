"""A file on its way in held against the other half: a report against its township's return, a return against its report.

Either half may count already or wait as this file does; what waits is taken only where nothing counts yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analytics.catalogue import load_catalogue
from analytics.checks import Crossed, RulesInForce, cross_check_beside
from analytics.model import Evidence, Figure, Report, State
from analytics.store import Store, UploadRow, report_of
from analytics.submission.deciding import acceptable

Place = tuple[str, int]
"""Township and year."""


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """A report beside the return of its township and year.

    ``rows`` is empty, and ``returns`` too, where no return has come. ``returns`` and ``waiting`` (not accepted yet)
    are the files of the other half; ``held_in`` tells in which upload the return gives an indicator.
    """

    report: Report
    rows: tuple[Crossed, ...]
    returns: tuple[UploadRow, ...]
    waiting: bool
    held_in: Mapping[str, int]


Returned = Mapping[str, tuple[Figure, UploadRow]]
"""Indicator → the figure of a return, and its upload."""


def cross_checks(store: Store, upload_id: int, rules: RulesInForce) -> list[CrossCheck]:
    """One for a report; one for every township and year of a return that a report has come of, else none."""
    upload = store.upload(upload_id)
    if upload.kind == "narrative":
        report = report_of(store.reading(upload_id), upload.file_name, upload_id)
        if report is None:
            return []
        place = report.township, report.year
        counted = _counted(store, place)
        returned = counted or _waiting_return(store, place)
        return [_checked(report, returned, rules, waiting=bool(returned) and not counted)]
    figures = acceptable(store.reading(upload_id))
    places = list(dict.fromkeys((f.township, f.year) for f in figures))
    reports = _reports(store, places)
    found = []
    for place, (report, waiting) in reports.items():
        own = {f.indicator: (f, upload) for f in figures if (f.township, f.year) == place and _given(f)}
        if own:
            found.append(_checked(report, {**_counted(store, place), **own}, rules, waiting=waiting))
    return found


def _checked(report: Report, returned: Returned, rules: RulesInForce, *, waiting: bool) -> CrossCheck:
    beside = {indicator: _evidence(figure, upload) for indicator, (figure, upload) in returned.items()}
    rows = cross_check_beside(load_catalogue(), report, beside, rules) if beside else []
    uploads = {upload.id: upload for _, upload in returned.values()}
    held_in = {indicator: upload.id for indicator, (_, upload) in returned.items()}
    return CrossCheck(report, tuple(rows), tuple(uploads[i] for i in sorted(uploads)), waiting, held_in)


def _counted(store: Store, place: Place) -> Returned:
    """What returns give that count."""
    held = store.standing_figures([place[0]], [place[1]])
    uploads = {row.upload_id: store.upload(row.upload_id) for row in held.values()}
    return {
        row.figure.indicator: (row.figure, uploads[row.upload_id])
        for row in held.values()
        if uploads[row.upload_id].kind == "return" and _given(row.figure)
    }


def _waiting_return(store: Store, place: Place) -> Returned:
    """What the newest return gives that waits."""
    for upload in _speaking_of(store.uploads("pending"), place):
        if upload.kind == "return":
            own = [f for f in acceptable(store.reading(upload.id)) if (f.township, f.year) == place and _given(f)]
            if own:
                return {f.indicator: (f, upload) for f in own}
    return {}


def _reports(store: Store, places: Iterable[Place]) -> dict[Place, tuple[Report, bool]]:
    """The report of each place, and whether it waits; those that count go before those that wait."""
    wanted = list(places)
    if not wanted:
        return {}
    standing = store.reports()
    waiting = [u for u in store.uploads("pending") if u.kind == "narrative"]
    found: dict[Place, tuple[Report, bool]] = {}
    for place in wanted:
        if place in standing:
            found[place] = standing[place], False
            continue
        for upload in _speaking_of(waiting, place):
            report = report_of(store.reading(upload.id), upload.file_name, upload.id)
            if report is not None and (report.township, report.year) == place:
                found[place] = report, True
                break
    return found


def _speaking_of(uploads: Iterable[UploadRow], place: Place) -> list[UploadRow]:
    return [u for u in uploads if place[0] in u.townships and place[1] in u.years]


def _given(figure: Figure) -> bool:
    return figure.state is State.REPORTED


def _evidence(figure: Figure, upload: UploadRow) -> Evidence:
    return Evidence(
        figure.township,
        figure.year,
        figure.indicator,
        figure.value,
        figure.qualifier.value,
        upload.file_name,
        figure.source.sheet,
        figure.source.cell,
    )
