"""Puts the numbers and results of the original back into the edited file, character by character.

openpyxl drops the results of formulas, so that nobody sees a number before an office program has computed it, and
writes numbers and dates anew. What the township wrote stays as it was written.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Collection

from lxml import etree

from analytics.intake.readers.safe_xml import parse_xml

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEXTS = ("s", "inlineStr")

Raw = tuple[str | None, str]
"""A cell's type and the text of its value, as in the file."""


def with_raw_values(original: bytes, edited: bytes, titles: Collection[str]) -> bytes:
    """``edited`` with every number, date, error and result of the sheets ``titles`` as it stands in ``original``."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as before,
        zipfile.ZipFile(io.BytesIO(edited)) as after,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as rewritten,
    ):
        sources = sheet_parts(before)
        wanted = {part: title for title, part in sheet_parts(after).items() if title in titles}
        for name in after.namelist():
            content = after.read(name)
            source = sources.get(wanted.get(name, ""))
            if source is not None:
                content = _restored(content, _raw_values(before.read(source)))
            rewritten.writestr(name, content)
    return out.getvalue()


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Sheet title → part, by the workbook's relations."""
    root = parse_xml(package.read("_rels/.rels"))
    workbook = next(
        (r.get("Target", "") for r in root if r.get("Type", "").endswith("/officeDocument")), "xl/workbook.xml"
    ).lstrip("/")
    folder, file = posixpath.split(workbook)
    relations = parse_xml(package.read(posixpath.join(folder, "_rels", f"{file}.rels")))
    targets = {r.get("Id"): r.get("Target", "") for r in relations}
    out = {}
    for sheet in parse_xml(package.read(workbook)).iter(f"{MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if part in package.NameToInfo:
            out[str(sheet.get("name"))] = part
    return out


def _raw_values(content: bytes) -> dict[str, Raw]:
    out: dict[str, Raw] = {}
    for cell in parse_xml(content).iter(f"{MAIN}c"):
        kind, value, place = cell.get("t"), cell.find(f"{MAIN}v"), cell.get("r")
        if place is None or value is None or value.text is None or kind in _TEXTS:
            continue
        if kind != "str" or cell.find(f"{MAIN}f") is not None:
            out[place] = (kind, value.text)
    return out


def _restored(content: bytes, raw: dict[str, Raw]) -> bytes:
    root = parse_xml(content)
    for cell in root.iter(f"{MAIN}c"):
        found = raw.get(cell.get("r", ""))
        if found is None:
            continue
        kind, text = found
        value = cell.find(f"{MAIN}v")
        if value is None:
            value = etree.SubElement(cell, f"{MAIN}v")
        value.text = text
        if kind is None:
            cell.attrib.pop("t", "")
        else:
            cell.set("t", kind)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
