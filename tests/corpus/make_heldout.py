"""Writes the held-out returns: files the reader was never tuned on, and what a careful official reads in each.

``python tests/corpus/make_heldout.py`` writes files/, truth.jsonl (a row a figure), files.csv and roster.csv into
heldout/; nothing is random. All townships are invented. These files measure the reader, they do not guide it: one that
has been used to mend it belongs into the corpus beside this script, and a new one here.
"""

from __future__ import annotations

import csv
import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACE = HERE / "heldout"
sys.path[:0] = [str(HERE), str(PLACE)]

from corpus_cells import FILES, truth_of  # noqa: E402
from corpus_formats import as_bytes  # noqa: E402

for module in sorted(PLACE.glob("returns_*.py")):
    importlib.import_module(module.stem)

ROSTER = """code,name,aliases,kind,villages,population_2023,population_2024
97000001,赭亭镇,赭亭,镇,11,24120,24033
97000002,樨湾镇,,镇,9,18344,18290
97000003,垟坳乡,,乡,6,7420,7391
97000004,汩桥街道,汩桥街办|汩桥办事处,街道,12,46010,46422
97000005,檑木坪镇,檑木坪,镇,13,21577,21460
97000006,犁埫镇,,镇,8,13902,13855
97000007,犁塝乡,,乡,5,6033,5987
97000008,鸬蓬镇,,镇,10,19210,19176
97000009,蔊溪瑶族乡,蔊溪乡,乡,7,8850,8811
97000010,篾行街道,城中,街道,10,50233,50904
97000011,茯峁镇,,镇,9,15008,14960
97000012,隺岭镇,,镇,7,11209,11174
97000013,笕岔乡,,乡,6,6842,6800
97000014,甓窑镇,,镇,10,17455,17420
"""


def write(place: Path) -> None:
    """Writes all held-out files into the folder ``place``."""
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
    write(PLACE)
    print(f"{len(FILES)} files, {sum(len(truth_of(f)) for f in FILES)} figures")  # noqa: T201
