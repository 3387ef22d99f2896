"""Questions made of what reading a file remarked: the figures and the place they rest on, and whether they are closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analytics.checks.county import County
from analytics.checks.noted import Noted
from analytics.checks.questions.asking import question
from analytics.checks.rule import GradeName
from analytics.model import Evidence, Finding
from analytics.text import Text

EXAMPLES = 3
"""Figures of a sheet named where a remark is about all of them."""


def asked(
    county: County,
    year: int,
    rule: str,
    noted: Sequence[Noted],
    sentence: Text,
    suggestion: Text | None = None,
    *,
    severity: GradeName,
) -> Finding | None:
    """One question about remarks on one township's return; None where the county has no such township.

    It is closed (status explained) once all of the remarks are.
    """
    if noted[0].township not in county.townships:
        return None
    t = county.townships.index(noted[0].township)
    evidence = [e for n in noted for e in evidence_of(county, t, n)]
    indicators = tuple(dict.fromkeys(n.indicator for n in noted if n.indicator in county.position))
    found = question(
        county,
        year,
        rule,
        t,
        [i for i in indicators if i is not None],
        [],
        sentence,
        suggestion,
        severity=severity,
        strength=len(noted),
        n=1,
    )
    found = replace(found, evidence=tuple(dict.fromkeys(evidence)))
    words = tuple(dict.fromkeys(n.explanation for n in noted))
    return found if "" in words else replace(found, status="explained", explanation="；".join(words))


def evidence_of(county: County, t: int, noted: Noted) -> list[Evidence]:
    """The figure at the cell, as it stands now; else the cell and the first figures that were read beside it.

    Evidence of a cell that is no figure's has no indicator and no value.
    """
    if noted.indicator in county.position and noted.indicator is not None:
        held = county.evidence(t, noted.year, noted.indicator)
        if held.file == noted.file and held.value is not None:
            return [held]
        return [replace(held, value=None, file=noted.file, sheet=noted.sheet, cell=noted.cell)]
    place = Evidence(noted.township, noted.year, "", None, "exact", noted.file, noted.sheet, noted.cell)
    beside = (county.evidence(t, noted.year, i.id) for i in county.catalogue.indicators)
    read = [e for e in beside if e.value is not None and (e.file, e.sheet) == (noted.file, noted.sheet)]
    return [place, *read[:EXAMPLES]]


def corrected(county: County, noted: Noted) -> bool:
    """Whether the figure in question has since come in another file."""
    if noted.indicator is None or noted.township not in county.townships or noted.indicator not in county.position:
        return False
    held = county.evidence(county.townships.index(noted.township), noted.year, noted.indicator)
    return held.value is not None and held.file != noted.file
