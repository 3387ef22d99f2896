"""The forms of all townships in one zip."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

from analytics.catalogue import Catalogue, Roster, Township
from analytics.intake.template.last_year import LastYear
from analytics.intake.template.writing import write_template

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\s]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def file_name(township: Township, year: int) -> str:
    """The name of a township's form, safe on Windows: 01_青禾镇2025年度报表.xlsx."""
    lead = f"{township.code}_" if township.code else ""
    name = _UNSAFE.sub("_", f"{lead}{township.name}{year}年度报表").strip(" .")
    return ("_" if _RESERVED.match(name) else "") + name[:120] + ".xlsx"


def all_templates(
    catalogue: Catalogue,
    roster: Roster,
    year: int,
    *,
    county: str = "",
    figures_of_last_year: Mapping[str, Mapping[str, LastYear]] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """A zip with the blank form of every township of the roster.

    ``figures_of_last_year`` is what ``last_year_by_township`` gives; without it the grey column stays empty.
    ``progress`` is told (done, all) after each.
    """
    out = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:  # the forms are compressed already
        for done, township in enumerate(roster.townships, start=1):
            last = None if figures_of_last_year is None else figures_of_last_year.get(township.name, {})
            form = write_template(catalogue, township.name, year, county=county, code=township.code, last_year=last)
            packed.writestr(free_name(file_name(township, year), taken), form)
            if progress is not None:
                progress(done, len(roster.townships))
    return out.getvalue()


def free_name(wanted: str, taken: set[str]) -> str:
    """``wanted``, numbered where a name alike is in ``taken``, and added to it."""
    name, number = wanted, 2
    while name.casefold() in taken:
        name = f"{wanted.removesuffix('.xlsx')}({number}).xlsx"
        number += 1
    taken.add(name.casefold())
    return name
