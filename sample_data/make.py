"""Writes the sample county beside this script: python sample_data/make.py [folder]. Every run gives the same bytes."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from analytics.synthetic.sample import sample  # noqa: E402 - the tree is not installed

WRITTEN = ("returns", "reports", "odd")
"""Folders this script owns: emptied before writing, so that no file of an earlier plan stays."""


def main(folder: Path) -> None:
    """Writes all files of the sample under ``folder``."""
    for name in WRITTEN:
        shutil.rmtree(folder / name, ignore_errors=True)
    files = sample().files
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"{len(files)} files, {sum(map(len, files.values())) / 1e6:.1f} MB in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
