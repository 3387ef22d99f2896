"""Runs every measurement of this folder and writes docs/performance.md.

A measurement is a script that prints lines of JSON: name, ours and floor (seconds or MiB), ratio. Ratios travel between
machines, seconds do not.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
SCRIPTS = ("rerun.py", "read.py", "copied.py", "export.py", "brief.py")
FLOORS = {
    "rerun.py": "a page's rerun, over the rerun of an app with one plotly chart of 25 bars (AppTest, same process)",
    "read.py": "reading returns, over openpyxl's own load of the same bytes, which understands nothing yet",
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


def page(measured: dict[str, list[dict[str, Any]]]) -> str:
    """The text of docs/performance.md."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("streamlit", "pandas", "plotly", "openpyxl"))
    parts = [
        "# Performance\n",
        "<!-- Written by bench/run.py: make bench -->\n",
        f"Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}; {versions}.\nMedians of runs taken in turn with their floor; "
        "±20 % is noise. The ratio is what counts: seconds belong to one machine.\n",
    ]
    for script, rows in measured.items():
        parts.append(f"## {script}: {FLOORS[script]}\n")
        parts.append("| what | ours | floor | ratio |\n|---|---:|---:|---:|")
        parts += [f"| {r['name']} | {shown(r, 'ours')} | {shown(r, 'floor')} | {r['ratio']:.2f} |" for r in rows]
        parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    folder = Path(__file__).resolve().parent
    PAGE.write_text(
        page({name: results(folder / name) for name in SCRIPTS if (folder / name).exists()}),
        encoding="utf-8",
        newline="\n",
    )
