"""Runs every measurement of this folder and writes docs/performance.md.

A measurement is a script that prints lines of JSON: name, ours and floor (seconds or MiB), ratio. Ratios travel between
machines, seconds do not. ``run.py bulk.py`` measures one anew and keeps the others' sections as they stand.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
SCRIPTS = ("rerun.py", "read.py", "hostile.py", "bulk.py", "copied.py", "export.py", "brief.py")
FLOORS = {
    "rerun.py": "a page's rerun, over the rerun of an app with one plotly chart of 25 bars (AppTest, same process)",
    "read.py": "reading returns, over openpyxl's own load of the same bytes, which understands nothing yet",
    "hostile.py": "each of the hostile files, over what one may cost",
    "bulk.py": "a province's returns by the command line, killed in the middle and resumed (processor time a file)",
    "copied.py": "text repeated between reports, over Python sets of the same shingles, which compare nothing",
    "export.py": "the comparison workbook",
    "brief.py": "the Word brief and the letters, over python-docx writing the same paragraphs and cells",
}


def results(script: Path) -> list[dict[str, Any]]:
    """What one script measured; shows its lines as they come."""
    print(f"{script.name} …", file=sys.stderr, flush=True)
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, script], cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{script.name} ended with status {done.returncode}")
    found = [line for line in done.stdout.splitlines() if line.startswith("{")]
    print("\n".join(found), flush=True)
    return [json.loads(line) for line in found]


def shown(row: dict[str, Any], side: str) -> str:
    """One side of a result with its unit."""
    if f"{side}_mib" in row:
        return f"{row[f'{side}_mib']:.0f} MiB"
    return f"{row[f'{side}_s'] * 1000:,.1f} ms"


def section(script: str, rows: list[dict[str, Any]]) -> str:
    """What one script measured, as a section of docs/performance.md."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("streamlit", "pandas", "plotly", "openpyxl"))
    return "\n".join(
        [
            f"## {script}: {FLOORS[script]}\n",
            "| what | ours | floor | ratio |\n|---|---:|---:|---:|",
            *(f"| {r['name']} | {shown(r, 'ours')} | {shown(r, 'floor')} | {r['ratio']:.2f} |" for r in rows),
            f"\nMeasured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores, {platform.system()} "
            f"{platform.machine()}, Python {platform.python_version()}; {versions}.\n",
        ]
    )


def kept() -> dict[str, str]:
    """The sections that the page has already, by script."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]
    return {one.removeprefix("## ").partition(":")[0]: one for one in sections}


def page(sections: dict[str, str]) -> str:
    """The text of docs/performance.md."""
    head = (
        "# Performance\n\n<!-- Written by bench/run.py: make bench -->\n\n"
        "Medians of runs taken in turn with their floor; ±20 % is noise. The ratio is what counts: seconds belong to one "
        "machine.\n\n"
    )
    return head + "\n".join(f"{sections[name].rstrip()}\n" for name in SCRIPTS if name in sections)


if __name__ == "__main__":
    folder = Path(__file__).resolve().parent
    wanted = sys.argv[1:] or SCRIPTS
    if unknown := set(wanted) - set(SCRIPTS):
        sys.exit(f"no measurement: {', '.join(sorted(unknown))}; there are {', '.join(SCRIPTS)}")
    measured = {name: section(name, results(folder / name)) for name in wanted}
    PAGE.write_text(page(kept() | measured), encoding="utf-8", newline="\n")
