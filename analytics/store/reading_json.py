"""A reading as JSON and back, without loss: what pages show later without reading the file again.

Keys a later version of the program has added are ignored, keys an earlier one lacked get the model's defaults, so
that readings stay readable over the years.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from analytics.model import (
    Alternative,
    AxisView,
    Choice,
    Explanation,
    Figure,
    Plan,
    Problem,
    Qualifier,
    Reading,
    ReportHead,
    Severity,
    Shortcoming,
    Source,
    State,
    TableView,
    UnknownHeading,
)
from analytics.text import Text


def reading_to_json(reading: Reading) -> str:
    """The reading as JSON text. A text no encoding can carry (a lone surrogate) is kept escaped."""
    text = json.dumps(asdict(reading), ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(asdict(reading), separators=(",", ":"))
    return text


def reading_from_json(text: str) -> Reading:
    """The reading that ``reading_to_json`` wrote."""
    kept: Mapping[str, Any] = json.loads(text)
    return Reading(
        file=kept["file"],
        sha256=kept["sha256"],
        kind=kept["kind"],
        figures=tuple(_figure(row) for row in kept.get("figures", ())),
        problems=tuple(_problem(row) for row in kept.get("problems", ())),
        gaps=tuple(Shortcoming(row["theme"], row["sentence"], row["cell"]) for row in kept.get("gaps", ())),
        unknown_headings=tuple(_unknown(row) for row in kept.get("unknown_headings", ())),
        tables=tuple(_table(row) for row in kept.get("tables", ())),
        readable=kept.get("readable", True),
        explanations=tuple(
            Explanation(row["sheet"], row["cell"], row["code"], row["text"]) for row in kept.get("explanations", ())
        ),
        plans=tuple(
            Plan(row["sentence"], row["cell"], row.get("theme"), row.get("indicator"), row.get("target"))
            for row in kept.get("plans", ())
        ),
        head=_head(kept.get("head")),
        choices=tuple(_choice(row) for row in kept.get("choices", ())),
    )


def _choice(row: Mapping[str, Any]) -> Choice:
    alternatives = tuple(
        Alternative(
            a["value"],
            Qualifier(a["qualifier"]),
            Source(a["source"]["sheet"], a["source"]["cell"], a["source"]["raw"]),
            a.get("sentence", ""),
            a.get("sentence_cell", ""),
        )
        for a in row["alternatives"]
    )
    return Choice(row["township"], row["year"], row["indicator"], row["unit"], alternatives)


def _head(row: Mapping[str, Any] | None) -> ReportHead | None:
    return None if row is None else ReportHead(row.get("title", ""), row.get("addressee", ""), row.get("signed", ""))


def _figure(row: Mapping[str, Any]) -> Figure:
    source = row["source"]
    return Figure(
        township=row["township"],
        year=row["year"],
        indicator=row["indicator"],
        value=row["value"],
        qualifier=Qualifier(row["qualifier"]),
        state=State(row["state"]),
        unit=row["unit"],
        source=Source(source["sheet"], source["cell"], source["raw"]),
    )


def _problem(row: Mapping[str, Any]) -> Problem:
    message = Text(row["message"]["zh"], row["message"]["en"])
    return Problem(Severity(row["severity"]), row["code"], message, row.get("sheet"), row.get("cell"))


def _unknown(row: Mapping[str, Any]) -> UnknownHeading:
    return UnknownHeading(
        heading=row["heading"],
        group=row["group"],
        sheet=row["sheet"],
        cell=row["cell"],
        figure_cells=tuple(row["figure_cells"]),
        guesses=tuple((indicator, score) for indicator, score in row["guesses"]),
    )


def _table(row: Mapping[str, Any]) -> TableView:
    axes = tuple(
        AxisView(
            kind=a["kind"],
            index=a["index"],
            heading=a["heading"],
            role=a["role"],
            indicator=a.get("indicator"),
            unit=a.get("unit", ""),
            how=a.get("how", ""),
            wording=a.get("wording", ""),
            group=a.get("group", ""),
            key=a.get("key", ""),
        )
        for a in row.get("axes", ())
    )
    roles = tuple((cell, role) for cell, role in row["roles"])
    return TableView(row["sheet"], row["range"], row["layout"], roles, row.get("form", ""), axes)
