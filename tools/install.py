"""Makes ``.venv`` and installs the pinned requirements into it; does nothing when they are installed already.

``python3 tools/install.py`` installs what the program needs, ``--dev`` what the tests need besides. Everything lands
inside the checkout: no pip cache, temporary files under ``var/tmp``. Where a folder ``wheels`` stands beside the
requirements, only that folder is asked, so that a machine without internet can be served.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)


def fingerprint(requirements: Path) -> str:
    """A text that changes with the requirements and with the place of the checkout (a moved .venv is broken)."""
    return f"{hashlib.sha256(requirements.read_bytes()).hexdigest()} {VENV}\n"


def environment() -> dict[str, str]:
    """The environment for pip: temporary files inside the checkout, nothing asked."""
    temporary = ROOT / "var" / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    # pip asks rustc for its version; where that is rustup's, it would leave its settings in the home folder.
    inside = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "RUSTUP_HOME"), str(temporary))
    return {**os.environ, **inside, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


def make_venv() -> list[str]:
    """Makes ``.venv`` where it is absent or broken and returns the command that installs into it."""
    works = PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False, capture_output=True).returncode == 0
    if importlib.util.find_spec("ensurepip"):
        if not works:
            subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True, env=environment())
        return [str(PYTHON), "-m", "pip"]
    # Debian's python3 comes without ensurepip; the system's own pip can install into a bare environment.
    if importlib.util.find_spec("pip") is None:
        sys.exit("缺少 venv 组件，请先安装：apt-get install python3-venv / install python3-venv first")
    if not works:
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV], check=True)
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def install(names: list[str]) -> None:
    """Installs the requirement files that have changed since they were installed last."""
    stamps = {name: VENV / f"installed-{name}" for name in names}
    due = [
        name
        for name, stamp in stamps.items()
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != fingerprint(ROOT / name)
    ]
    if not due:
        return
    pip = make_venv()
    wheels = ROOT / "wheels"
    places = ["--no-index", "--find-links", str(wheels)] if wheels.is_dir() else []
    for name in due:
        print(f"正在安装 {name}（首次约需一两分钟）… / installing, a minute or two the first time", flush=True)
        command = [*pip, "install", "--quiet", "--no-cache-dir", *places, "-r", str(ROOT / name)]
        if subprocess.run(command, check=False, env=environment(), cwd=ROOT).returncode:
            sys.exit(f"安装 {name} 没有成功，原因见上。 / {name} could not be installed, see above.")
        stamps[name].write_text(fingerprint(ROOT / name), encoding="utf-8")


def main() -> None:
    """Reads the arguments, checks Python's version and installs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="also what the tests and checks need")
    args = parser.parse_args()
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"需要 Python 3.11 或更新版本，现为 {found}。 / Python 3.11 or newer is needed, this is {found}.")
    install(["requirements.txt", "requirements-dev.txt"] if args.dev else ["requirements.txt"])


if __name__ == "__main__":
    main()
