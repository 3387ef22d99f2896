"""``import``: files, folders and zips of returns into the store."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analytics.commands import _county, say_no_more
from analytics.text import translate

if TYPE_CHECKING:
    from analytics.catalogue import Roster
    from analytics.store import Store
    from analytics.submission import Incoming, Received

SUMMARY = "把报表读入数据库 / take returns into the store"

RETURNS = frozenset(
    (
        *(".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods", ".csv", ".htm", ".html", ".docx", ".txt", ".zip"),
        *(".doc", ".wps", ".pdf", ".rar", ".7z", ".png", ".jpg", ".jpeg"),
    )
)
"""What is taken from a folder: returns, and what people send in their place, which is refused with a sentence."""
PROSE = (".docx", ".txt")
LITTER = ("~$", ".")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="文件、文件夹或 zip / files, folders, zips")
    parser.add_argument(
        "--roster", type=Path, help="乡镇名册（CSV 或 Excel），取代原有名册 / replaces the store's roster"
    )
    parser.add_argument("--store", help="数据库地址，默认 FAZHI_STORE / SQLAlchemy URL")
    parser.add_argument(
        "--yes", action="store_true", help="没有错误的数据直接入库 / accept every figure without an error"
    )
    parser.add_argument("--who", help="操作人，默认当前用户 / who does this")
    _county.add_argument(parser, kept=True)


@dataclass
class Tally:
    """What happened so far."""

    files: int = 0
    accepted: int = 0
    figures: int = 0
    waiting: int = 0
    known: int = 0
    unusable: int = 0
    stuck: int = 0
    """Kept, but not to be accepted before someone has answered."""
    questions: int = 0
    errors: int = 0


def run(args: argparse.Namespace) -> int:
    """0 when every file could be used, 1 when any could not, 2 for wrong arguments.

    A file is stored, and with ``--yes`` accepted, before the next is read: after a kill the same command goes on
    where it stopped.
    """
    from analytics.catalogue import RosterError, load_roster
    from analytics.store import Store, StoreError

    missing = [path for path in args.paths if not path.exists()]
    if missing:
        return _wrong(translate("找不到 {path}", path="、".join(str(path) for path in missing)))
    roster: Roster | None = None
    if args.roster is not None:
        try:
            roster = load_roster(args.roster)
        except RosterError as fault:
            return _wrong(translate("乡镇名册不能用：{reason}", reason=fault))
    try:
        store = Store.open(args.store)
    except StoreError as fault:
        return _wrong(fault.text.zh)
    try:
        _county.keep(store, args, args.who or _user())
        return _import(store, args.paths, roster, args.who or _user(), accept=args.yes)
    finally:
        store.close()


def _import(store: Store, paths: list[Path], roster: Roster | None, who: str, *, accept: bool) -> int:
    from tqdm import tqdm

    from analytics.submission import receive_each

    if roster is not None:
        store.replace_roster(roster, who)
        print(translate("乡镇名册：{n} 个乡镇", n=len(roster.townships)))
    files, passed_over = _incoming(paths)
    tally = Tally()
    with tqdm(total=len(files), unit="file", file=sys.stderr, disable=None) as bar:

        def progress(done: int, total: int, _name: str) -> None:
            bar.total, bar.n = total, done
            bar.refresh()

        for received in receive_each(store, files, who, progress=progress):
            line = _settle(store, received, who, tally, accept=accept)
            _tell(bar, f"{received.name}\t{line}")
    if passed_over:
        print(translate("另有 {n} 个文件不是报表，没有读取", n=passed_over))
    print(
        translate(
            "共 {files} 个文件：入库 {accepted} 个（{figures} 条数据），待核对 {waiting} 个，已有 {known} 个，"
            "不能用 {unusable} 个；疑点 {questions}，错误 {errors}",
            **vars(tally),
        )
    )
    return 1 if tally.unusable or tally.stuck else 0


def _tell(bar: Any, line: str) -> None:
    """Prints a line beside the progress bar. Returns are taken in to the end even if nobody reads on."""
    try:
        with bar.external_write_mode(file=sys.stdout):
            print(line, flush=True)
    except OSError:
        say_no_more()


def _settle(store: Store, received: Received, who: str, tally: Tally, *, accept: bool) -> str:
    """Accepts what may be accepted; one line that says what became of the file."""
    from analytics.model import Severity

    tally.files += 1
    twin = received.duplicate_of
    if twin is not None and not (accept and twin.status == "pending"):
        tally.known += 1
        return received.message.zh if received.message else ""
    upload_id = received.upload_id if twin is None else twin.id
    if upload_id is None:
        tally.unusable += 1
        tally.errors += 1
        return received.message.zh if received.message else ""
    # A pending twin with --yes: taken in before, by a run that was killed or went without --yes.
    problems = (received.reading or store.reading(upload_id)).problems
    questions = sum(p.severity is Severity.QUESTION for p in problems)
    errors = sum(p.severity is Severity.ERROR for p in problems)
    tally.questions += questions
    tally.errors += errors
    asked = translate("疑点 {questions}，错误 {errors}", questions=questions, errors=errors)
    if not accept:
        tally.waiting += 1
        found = store.upload(upload_id).figures_read
        return translate("待核对 {n} 条数据，{asked}", n=found, asked=asked)
    return _accept(store, upload_id, who, tally, asked)


def _accept(store: Store, upload_id: int, who: str, tally: Tally, asked: str) -> str:
    from analytics import submission

    [decided] = submission.accept(store, upload_id, who, only_good=True)
    if not decided.done:
        tally.waiting += 1
        tally.stuck += 1
        return decided.message.zh if decided.message else asked
    tally.accepted += 1
    if decided.message is not None:
        return decided.message.zh
    tally.figures += decided.figures
    return translate("入库 {n} 条数据，{asked}", n=decided.figures, asked=asked)


def _incoming(paths: list[Path]) -> tuple[list[Incoming], int]:
    """The files to take in, each once, and how many in folders are no returns. Names are relative to the folder."""
    from analytics.intake.decoding import file_name
    from analytics.submission import Incoming

    found: dict[Path, Incoming] = {}
    passed_over = 0
    for path in paths:
        if path.is_file():
            found.setdefault(path.resolve(), Incoming(file_name(path.name), path))
            continue
        for inside in _files_in(path):
            if inside.suffix.lower() in RETURNS:
                found.setdefault(inside.resolve(), Incoming(file_name(inside.relative_to(path).as_posix()), inside))
            else:
                passed_over += 1
    # Reports come after the returns they are held against.
    return sorted(found.values(), key=lambda one: one.name.lower().endswith(PROSE)), passed_over


def _files_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(LITTER) for part in path.relative_to(folder).parts):
            yield path


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no user name on this system
        return "command line"


def _wrong(message: str) -> int:
    print(message, file=sys.stderr)
    return 2
