"""Shows the dashboard with the sample returns: reads them into a store of their own and serves it.

``python tools/demo.py`` reads the returns and reports of ``sample_data`` through the real intake into a fresh store under ``var/demo``,
which is removed at the end, and prints the address. The office's own store is not touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import serve

ROOT = serve.ROOT
PLACE = ROOT / "var" / "demo"
COUNTY = "示例县"


def remove_left_over() -> None:
    """Removes the stores of demonstrations whose process is gone (a power cut leaves one behind)."""
    import psutil

    for folder in PLACE.glob("store-*"):
        owner = folder.name.removeprefix("store-")
        if not (owner.isdigit() and psutil.pid_exists(int(owner))):
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def throwaway_store() -> Iterator[str]:
    """The URL of an empty store that lives as long as the block."""
    remove_left_over()
    folder = PLACE / f"store-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield f"sqlite:///{(folder / 'fazhi.db').as_posix()}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fill(store: str) -> None:
    """Imports the sample returns into ``store`` and names the county; ends the program where that fails."""
    print("正在读取示例报表… / reading the sample returns…", flush=True)
    sample = ROOT / "sample_data"
    command = [sys.executable, "-m", "analytics", "import", str(sample / "returns"), str(sample / "reports")]
    command += ["--roster", str(sample / "roster.csv"), "--store", store, "--yes", "--who", "示例"]
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, encoding="utf-8")
    # 1 says that some file could not be used, which is no reason to show nothing.
    if done.returncode not in (0, 1):
        sys.exit(f"{done.stdout}\n示例报表没有读入。 / the sample returns could not be read.")
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from analytics.store import Store

    filled = Store.open(store)
    try:
        if filled.figures_frame().empty:
            sys.exit(f"{done.stdout}\n示例报表没有读入。 / no figure was read from the sample returns.")
        filled.set_setting("county", COUNTY, who="demo")
    finally:
        filled.close()  # Windows removes no file that is still open
    print(done.stdout.rstrip().rpartition("\n")[2], flush=True)


if __name__ == "__main__":
    serve.prepare_output()
    serve.end_on_terminate()
    options = serve.arguments("Shows the dashboard with the sample returns.")
    try:
        with throwaway_store() as url:
            fill(url)
            sys.exit(serve.serve(url, options.port, browser=options.open))
    except KeyboardInterrupt:
        sys.exit(130)
