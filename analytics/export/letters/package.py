"""All letters as one zip, with file names that every system can hold."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analytics.export.brief.content import usual_wording
from analytics.export.dossier import Dossier
from analytics.export.letters.feedback import feedback
from analytics.export.letters.silent import inquiry, reminder
from analytics.export.prose.words import speaker
from analytics.export.tables import tidy_csv
from analytics.export.word.blocks import Block
from analytics.export.word.document import About, word_file

_UNSAFE = re.compile(r'[\\/:*?"<>|%\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_LONGEST = 60
"""Characters of a name: 180 bytes of Chinese in UTF-8, below what file systems hold with folder and ending."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``kind`` is feedback, inquiry or reminder; ``path`` is its place in the zip."""

    township: str
    kind: str
    path: str
    data: bytes


def letters(
    dossier: Dossier,
    townships: Sequence[str] | None = None,
    signer: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterable[Letter]:
    """One letter after the other: feedback to who reported, a reminder to who did not, an inquiry in between.

    ``townships`` None: all. ``progress`` is told how many of how many are done.
    """
    t = speaker(dossier.language)
    wanted = list(dossier.townships if townships is None else dict.fromkeys(townships))
    signed = usual_wording(dossier.county, dossier.year, dossier.language).signer if signer is None else signer
    taken = set[str]()
    for done, township in enumerate(wanted, start=1):
        kind = kind_of(dossier, township)
        folder, title = {
            "feedback": (t("反馈函"), t("{year}年度反馈函", year=dossier.year)),
            "inquiry": (t("核实函"), t("{year}年度核实函", year=dossier.year)),
            "reminder": (t("催报函"), t("{year}年度催报函", year=dossier.year)),
        }[kind]
        blocks = letter_blocks(dossier, township, signed)
        name = unique(f"{safe_name(township)}_{title}", taken)
        subject = t("数据版本 {version}", version=dossier.data_version)
        data = word_file(blocks, About(f"{township} {title}", signed, subject, dossier.made_at))
        yield Letter(township, kind, f"{folder}/{name}.docx", data)
        if progress:
            progress(done, len(wanted))


def letter_blocks(dossier: Dossier, township: str, signer: str) -> list[Block]:
    """One letter before it is a file."""
    write = {"feedback": feedback, "inquiry": inquiry, "reminder": reminder}[kind_of(dossier, township)]
    return write(dossier, township, signer)


def kind_of(dossier: Dossier, township: str) -> Literal["feedback", "inquiry", "reminder"]:
    """feedback to who reported, an inquiry to whom all that came still waits to be accepted, else a reminder."""
    if township in dossier.reported:
        return "feedback"
    return "inquiry" if township in dossier.arrived else "reminder"


def letters_zip(written: Iterable[Letter], dossier: Dossier) -> bytes:
    """The letters in a zip with a list of them; names are UTF-8 and marked so wherever they are not plain ASCII."""
    t = speaker(dossier.language)
    out = io.BytesIO()
    rows = []
    moment = dossier.made_at
    when = (moment.year, moment.month, moment.day, moment.hour, moment.minute, 0) if moment else (1980, 1, 1, 0, 0, 0)
    kinds = {"feedback": t("反馈函"), "inquiry": t("核实函"), "reminder": t("催报函")}
    with zipfile.ZipFile(out, "w") as package:
        for letter in written:
            # A .docx is packed already.
            package.writestr(zipfile.ZipInfo(letter.path, when), letter.data, zipfile.ZIP_STORED)
            rows.append((letter.township, kinds[letter.kind], letter.path))
        listed = pd.DataFrame(rows, columns=[t("乡镇"), t("函件"), t("文件")])
        package.writestr(zipfile.ZipInfo(t("清单.csv"), when), tidy_csv(listed), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def safe_name(text: str) -> str:
    """``text`` as a file name: no separators, marks or controls, no dots or blanks at its ends, not a device's name."""
    kept = "".join("_" if unicodedata.category(c) in ("Cc", "Cs", "Cn", "Co") else c for c in text)
    kept = _UNSAFE.sub("_", kept)[:_LONGEST].strip(" .\u3000")
    if not kept or _RESERVED.match(kept.split(".")[0]):
        kept = f"_{kept}"
    return kept


def unique(name: str, taken: set[str]) -> str:
    """``name``, with a number behind it if it is taken on a system that does not tell a from A; it is taken then."""
    wanted, number = name, 2
    while unicodedata.normalize("NFKC", wanted).casefold() in taken:
        wanted, number = f"{name}({number})", number + 1
    taken.add(unicodedata.normalize("NFKC", wanted).casefold())
    return wanted
