"""The planted gaps and questions of the sample county, found from the truth of its files."""

import csv
import json

import pandas as pd
import pytest

from analytics.catalogue import load_catalogue, load_roster
from analytics.checks import County, find_gaps, find_questions
from tests.measures.frames import COLUMNS

QUALIFIED = {"exact": "", "at_least": "≥", "about": "≈"}


@pytest.fixture(scope="module")
def sample(root):
    return root / "sample_data"


@pytest.fixture(scope="module")
def key(sample):
    return json.loads((sample / "key.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def whole_county(sample):
    with (sample / "received.csv").open(encoding="utf-8-sig", newline="") as stream:
        received = {row["file"]: row["received"] for row in csv.DictReader(stream)}
    lines = (sample / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    stated = [row for row in map(json.loads, lines) if row["state"] != "ask" and row["year"] and row["township"]]
    stated.sort(key=lambda row: received.get(row["file"], ""))
    latest = {(row["township"], row["year"], row["indicator"]): row for row in stated}
    catalogue = load_catalogue()
    rows = []
    for number, row in enumerate(latest.values()):
        value = float("nan") if row["value"] is None else float(row["value"])
        high = float("inf") if row["qualifier"] == "at_least" and row["value"] is not None else value
        ids = {"figure_id": number, "upload_id": 1, "unit": catalogue.by_id[row["indicator"]].unit}
        rows.append(row | ids | {"value": value, "low": value, "high": high})
    frame = pd.DataFrame(rows)[list(COLUMNS)].astype(COLUMNS)
    return County(frame, catalogue, load_roster(sample / "roster.csv"))


def gaps(county):
    return {(f.theme, f.township, y): f for y in county.years for f in find_gaps(county, y)}


def questions(county):
    return {(f.rule, f.township, y): f for y in county.years for f in find_questions(county, y)}


def test_every_planted_gap_is_found(key, whole_county):
    planted = {(g["theme"], g["township"], g["year"]) for g in key["gaps"]}
    assert planted
    assert planted - set(gaps(whole_county)) == set()


def test_no_gap_is_found_that_was_neither_planted_nor_comes_by_definition_of_a_quarter(key, whole_county):
    known = {(g["theme"], g["township"], g["year"]) for g in key["gaps"] + key["gaps_by_quarter"]}
    assert set(gaps(whole_county)) - known == set()


def test_every_planted_question_is_found_with_its_figures(key, whole_county):
    found = questions(whole_county)
    for planted in key["questions"]:
        finding = found[planted["rule"], planted["township"], planted["year"]]
        if planted["rule"] != "round_numbers":  # which figures ended in 0 before is not planted
            assert set(finding.indicators) == set(planted["indicators"])


def test_no_question_is_asked_about_a_township_that_plays_no_part(key, whole_county):
    asked = {(township, year) for _, township, year in questions(whole_county)}
    assert asked - {(q["township"], q["year"]) for q in key["questions"]} == set()
