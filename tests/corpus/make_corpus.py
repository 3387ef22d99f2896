"""Writes the corpus: small files as clerks send them, and what a careful official reads in each.

``python tests/corpus/make_corpus.py`` writes files/, truth.jsonl (a row a figure), files.csv and roster.csv beside
itself; nothing is random, the same script gives the same content. All townships are invented.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import importlib  # noqa: E402

from corpus_cells import FILES, truth_of  # noqa: E402
from corpus_formats import as_bytes  # noqa: E402

for module in sorted(HERE.glob("clerks_*.py"), key=lambda place: (int(place.stem.split("_")[1]), place.stem)):
    importlib.import_module(module.stem)

ROSTER = """code,name,aliases,kind,villages,population_2023,population_2024
98000001,槲岭镇,槲岭,镇,12,21034,20987
98000002,翊塘镇,,镇,9,15820,15744
98000003,栀岙乡,,乡,7,8213,8190
98000004,菱浔街道,菱浔街办|菱浔办,街道,11,40112,40390
98000005,砚垌乡,,乡,6,7010,6988
98000006,枥台镇,,镇,10,17330,17201
98000007,枥苔乡,,乡,5,6120,6077
98000008,苎坞镇,,镇,8,12004,11950
98000009,鹭汀街道,城关,街道,13,52230,52871
98000010,楮源镇,,镇,9,14410,14350
98000011,蓼洼乡,蓼洼民族乡,乡,6,7705,7688
98000012,石笏镇,,镇,10,16020,15977
98000013,青溪镇,,镇,9,21503,21429
98000014,石甑坪镇,,镇,10,22234,22162
98000015,云岫乡,,乡,6,22965,22895
98000016,白鹭洼街道,,街道,7,23696,23628
98000017,柳眠渡镇,,镇,8,24427,24361
98000018,松风岭乡,,乡,9,25158,25094
98000019,枫荷镇,,镇,10,25889,25827
98000020,双榉街道,,街道,6,26620,26560
98000021,麦垄镇,,镇,7,27351,27293
98000022,竹影乡,,乡,8,28082,28026
98000023,北矶渡镇,,镇,9,28813,28759
98000024,望槐街道,,街道,10,29544,29492
98000025,枕溪镇,,镇,7,15210,15149
98000026,黛岭镇,,镇,8,16517,16455
98000027,梨川镇,,镇,9,17824,17761
98000028,鹤坞乡,,乡,10,19131,19067
98000029,石梁桥镇,,镇,11,20438,20373
98000030,望塘镇,,镇,7,21745,21679
98000031,柘岩乡,,乡,8,23052,22985
98000032,芦汀街道,,街道,9,24359,24291
98000033,东澜街道,,街道,10,25666,25597
98000034,沙篱镇,,镇,11,26973,26903
98000035,麻岗乡,,乡,7,28280,28209
98000036,金筲镇,,镇,8,29587,29515
"""


def write(place: Path) -> None:
    """Writes the whole corpus into the folder ``place``."""
    files = place / "files"
    files.mkdir(parents=True, exist_ok=True)
    (place / "roster.csv").write_text(ROSTER, encoding="utf-8", newline="\n")
    with (place / "truth.jsonl").open("w", encoding="utf-8", newline="\n") as truth:
        for file in FILES:
            (files / file.name).write_bytes(as_bytes(file))
            for row in truth_of(file):
                truth.write(json.dumps(row, ensure_ascii=False) + "\n")
    with (place / "files.csv").open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(["file", "layout", "format", "roster", "habit"])
        for file in FILES:
            out.writerow([file.name, file.layout, file.form, "yes" if file.roster else "no", file.habit])
    for stale in set(files.iterdir()) - {files / file.name for file in FILES}:
        stale.unlink()


if __name__ == "__main__":
    write(HERE)
    print(f"{len(FILES)} files, {sum(len(truth_of(f)) for f in FILES)} figures")  # noqa: T201
