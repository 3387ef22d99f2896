"""Keeps the gettext catalogues in step with the code.

``python tools/messages.py update`` extracts every message into ``locale/en/LC_MESSAGES/<domain>.po`` (new ones with
an empty translation, vanished ones dropped) and compiles the ``.mo`` files; ``check`` exits with 1 and names what is
missing. A domain is a part of the tree, so that two people working on two parts do not meet in one file.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale" / "en" / "LC_MESSAGES"
DOMAINS = {
    "intake": ["analytics/intake", "analytics/catalogue"],
    "submission": ["analytics/submission", "analytics/store", "analytics/text.py"],
    "checks": ["analytics/checks", "analytics/measures"],
    "charts": ["analytics/charts"],
    "export": ["analytics/export"],
    "command": ["analytics/commands", "analytics/documents"],
    "screens": ["app.py", "pages", "ui"],
}
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""A fixed date in every header, so that a run that changes nothing changes no file."""
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "say": None,
    "translate": None,
    "t": None,
    "N_": None,
    "Threshold": (3, 4),  # reason and source of a rule's threshold
}


def messages_of(domain: str) -> list[str]:
    """The message ids used in a domain's files, in order of appearance, each once."""
    found: dict[str, None] = {}
    for part in DOMAINS[domain]:
        place = ROOT / part
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place] if place.exists() else []
        for file in files:
            for _, message, _, _ in extract_from_file("python", str(file), keywords=KEYWORDS):
                for text in message if isinstance(message, tuple) else (message,):
                    if text:
                        found[text] = None
    return list(found)


def load(domain: str) -> Catalog:
    """The domain's catalogue as it stands on disk; an empty one where there is none."""
    path = LOCALE / f"{domain}.po"
    if not path.exists():
        return Catalog(locale="en", domain=domain)
    with path.open("rb") as stream:
        return read_po(stream, locale="en", domain=domain)


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as a ``.mo`` file."""
    out = io.BytesIO()
    write_mo(out, catalogue, use_fuzzy=False)
    return out.getvalue()


def in_step(domain: str) -> Catalog:
    """A catalogue of exactly the messages in use, with the translations that exist."""
    old = load(domain)
    new = Catalog(
        locale="en",
        domain=domain,
        project="fazhi-board",
        version="1",
        creation_date=EPOCH,
        revision_date=EPOCH,
        last_translator="fazhi-board",
        language_team="en",
        msgid_bugs_address="",
        header_comment=f"# English for the Chinese texts of {domain}.",
        fuzzy=False,
    )
    for message in messages_of(domain):
        entry = old.get(message)
        new.add(message, entry.string if entry else "")
    return new


def update() -> None:
    """Writes every .po and .mo."""
    LOCALE.mkdir(parents=True, exist_ok=True)
    for domain in DOMAINS:
        catalogue = in_step(domain)
        with (LOCALE / f"{domain}.po").open("wb") as stream:
            write_po(stream, catalogue, width=0, omit_header=False, sort_output=False)
        (LOCALE / f"{domain}.mo").write_bytes(compiled(catalogue))


def faults() -> list[str]:
    """What is missing: untranslated messages, placeholders that differ, stale .mo files."""
    import string

    def holes(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    out = []
    for domain in DOMAINS:
        old = load(domain)
        for message in messages_of(domain):
            entry = old.get(message)
            if entry is None or not entry.string:
                out.append(f"{domain}: no English for {message!r}")
            elif not holes(str(entry.string)) <= holes(message):
                out.append(f"{domain}: placeholders differ in {message!r}")
        mo = LOCALE / f"{domain}.mo"
        if not mo.exists() or mo.read_bytes() != compiled(in_step(domain)):
            out.append(f"{domain}: .mo is stale, run: python tools/messages.py update")
    return out


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update()
    missing = faults()
    print("\n".join(missing) or "all messages are translated")
    sys.exit(1 if missing else 0)
