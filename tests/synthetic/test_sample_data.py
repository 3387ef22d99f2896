"""The committed sample: complete, small, reproducible, and its truth is what stands in the files."""

from __future__ import annotations

import io
import json
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import msoffcrypto
import openpyxl
import pytest
from cell_texts import texts

from analytics.catalogue import load_catalogue, load_roster
from analytics.synthetic.layouts import LAYOUTS
from analytics.synthetic.odd import PASSWORD
from analytics.synthetic.sample import PUBLISHED, PUBLISHED_FIGURES, sample

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
WRITTEN = sorted(
    path.relative_to(SAMPLE).as_posix()
    for path in SAMPLE.rglob("*")
    if path.is_file() and path.suffix not in (".py", ".pyc", ".md")
)


@pytest.fixture(scope="module")
def key() -> dict[str, Any]:
    held: dict[str, Any] = json.loads((SAMPLE / "key.json").read_text(encoding="utf-8"))
    return held


@pytest.fixture(scope="module")
def truth() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLE / "truth.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_script_writes_what_is_committed() -> None:
    again = sample().files
    made = {name for name in WRITTEN if name.split("/")[0] in ("returns", "reports", "odd") or "/" not in name}
    assert {name for name in made if name in again} == set(again)
    for name, data in again.items():
        assert _content(name, data) == _content(name, (SAMPLE / name).read_bytes()), name


def _content(name: str, data: bytes) -> object:
    """A file's content apart from how it is packed, which may differ between zlib versions."""
    if name.endswith("加了密码.xlsx"):
        locked = msoffcrypto.OfficeFile(io.BytesIO(data))
        locked.load_key(password=PASSWORD)
        opened = io.BytesIO()
        locked.decrypt(opened)
        data = opened.getvalue()
    if data.startswith(b"PK") and "没有传完" not in name:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {member.filename: archive.read(member) for member in archive.infolist()}
    return len(data) if "没有传完" in name else data


def test_it_is_small() -> None:
    sizes = [(SAMPLE / name).stat().st_size for name in WRITTEN]
    assert sum(sizes) < 5_000_000
    assert 70 <= sum(name.startswith("returns/") for name in WRITTEN) <= 100


def test_every_cell_of_the_truth_holds_its_text(truth: list[dict[str, Any]]) -> None:
    held: dict[str, Any] = {}
    for row in truth:
        if row["file"] not in held:
            held[row["file"]] = texts(row["file"], (SAMPLE / row["file"]).read_bytes())
        assert held[row["file"]].get((row["sheet"], row["cell"]), "") == row["raw"], row


def test_no_two_files_contradict_each_other_but_the_corrected_one(
    truth: list[dict[str, Any]], key: dict[str, Any]
) -> None:
    values = defaultdict(set)
    for row in truth:
        if row["file"].startswith("returns/"):
            values[row["township"], row["year"], row["indicator"]].add((row["value"], row["qualifier"], row["state"]))
    differing = {place for place, given in values.items() if len(given) > 1}
    corrected = {
        (change["township"], change["year"], figure["indicator"])
        for change in key["corrections"]
        for figure in change["figures"]
    }
    assert differing == corrected


def test_a_figure_stands_once_in_a_file(truth: list[dict[str, Any]]) -> None:
    places = [(r["file"], r["township"], r["year"], r["indicator"]) for r in truth]
    assert len(places) == len(set(places))


def test_reports_are_about_townships_that_sent_a_return(key: dict[str, Any], truth: list[dict[str, Any]]) -> None:
    returned = {(row["township"], row["year"]) for row in truth if row["file"].startswith("returns/")}
    lines = (SAMPLE / "truth_narrative.jsonl").read_text(encoding="utf-8").splitlines()
    reports = {(row["township"], row["year"]) for row in map(json.loads, lines)}
    assert len(reports) == 11
    assert reports <= returned
    for section in ("report_questions", "said_not_shown", "plans_not_kept"):
        assert {(row["township"], row["year"]) for row in key[section]} <= reports


def test_every_return_covers_the_countys_form(truth: list[dict[str, Any]], key: dict[str, Any]) -> None:
    given = defaultdict(set)
    for row in truth:
        if row["file"].startswith("returns/"):
            given[row["township"], row["year"]].add(row["indicator"])
    roster = load_roster(SAMPLE / "roster.csv")
    absent = {(row["township"], row["year"]) for row in key["missing_returns"]}
    expected = {(n, y) for n in roster.names for y in (2022, 2023, 2024, 2025) if n != PUBLISHED} - absent
    assert set(given) == expected | {(PUBLISHED, 2023)}
    assert {len(indicators) for place, indicators in given.items() if place[0] != PUBLISHED} == {45}
    assert given[PUBLISHED, 2023] == set(PUBLISHED_FIGURES)


def test_the_published_figures_stand_as_published(truth: list[dict[str, Any]]) -> None:
    rows = {row["indicator"]: row for row in truth if row["township"] == PUBLISHED}
    assert (rows["leaflets"]["raw"], rows["leaflets"]["value"]) == ("8万余份", 80_000)
    assert (rows["people_served"]["raw"], rows["people_served"]["qualifier"]) == ("2000余人次", "at_least")
    assert rows["school_leaflets"]["raw"] == "4万余份"
    assert {i: rows[i]["value"] for i in ("publicity_events", "village_talks", "collective_study")} == {
        "publicity_events": 36, "village_talks": 30, "collective_study": 16,
    }  # fmt: skip


def test_the_roster_names_all_townships_and_holds_no_residents_of_the_real_one() -> None:
    roster = load_roster(SAMPLE / "roster.csv")
    assert len(roster.townships) == 25
    assert roster.by_name[PUBLISHED].population == {}
    assert all(len(t.population) == 4 for t in roster.townships if t.name != PUBLISHED)


def test_all_layouts_are_there(key: dict[str, Any]) -> None:
    assert {row["layout"] for row in key["files"]} == set(LAYOUTS)
    shapes = {Path(row["file"]).suffix for row in key["files"]}
    assert shapes == {".xlsx", ".csv"}


def test_rows_columns_and_sheets_are_hidden_somewhere(key: dict[str, Any]) -> None:
    hidden = set()
    for row in key["files"]:
        if row["file"].endswith(".xlsx"):
            for sheet in openpyxl.load_workbook(SAMPLE / row["file"]).worksheets:
                hidden |= {"sheet"} if sheet.sheet_state == "hidden" else set()
                hidden |= {"row"} if any(line.hidden for line in sheet.row_dimensions.values()) else set()
                hidden |= {"column"} if any(line.hidden for line in sheet.column_dimensions.values()) else set()
    assert hidden == {"sheet", "row", "column"}


def test_the_key_speaks_of_what_exists(key: dict[str, Any]) -> None:
    roster, catalogue = load_roster(SAMPLE / "roster.csv"), load_catalogue()
    for finding in [*key["gaps"], *key["gaps_by_quarter"]]:
        assert finding["theme"] in catalogue.theme_by_id
        assert finding["township"] in roster.by_name
        assert finding["why"]
    for finding in key["questions"]:
        assert set(finding["indicators"]) <= set(catalogue.by_id)
    named = [row["file"] for section in key.values() for row in section if "file" in row]
    assert all((SAMPLE / name).exists() for name in named)
    assert {"publicity_innovation", "publicity_reach", "awareness_of_officials", "responsibility"} <= {
        finding["theme"] for finding in key["gaps"]
    }
    assert {
        "copied_from_last_year",
        "jump",
        "constant_ratio",
        "twin_returns",
        "round_numbers",
        "part_exceeds_whole",
    } <= {finding["rule"] for finding in key["questions"]}


def test_some_figures_are_approximate_missing_not_applicable_zero_or_doubtful(truth: list[dict[str, Any]]) -> None:
    assert {row["state"] for row in truth} == {"reported", "missing", "not_applicable", "ask"}
    assert {row["qualifier"] for row in truth} == {"exact", "at_least", "about"}
    assert any(row["value"] == 0 and row["raw"] != "0" for row in truth)
    assert all((row["value"] is None) == (row["state"] != "reported") for row in truth)


def test_some_headings_are_unknown_and_never_of_a_headline_measure(truth: list[dict[str, Any]]) -> None:
    unknown = {row["indicator"] for row in truth if not row["known"]}
    assert unknown
    assert all(load_catalogue().by_id[indicator].headline is None for indicator in unknown)
