"""Carries drawings and newer features of Excel over from the original, part by part, where openpyxl would lose them.

openpyxl writes charts and pictures anew, drops shapes and text boxes, and knows nothing of what stands in a sheet's
``extLst``: conditional formats and drop-down lists of Excel 2010 and later, sparklines. Here the sheet gets its own
parts back as they were, under a folder of their own so that no name meets one of openpyxl's.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Collection, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from analytics.intake.marked.raw_values import MAIN, sheet_parts
from analytics.intake.readers.safe_xml import parse_xml

FOLDER = "xl/kept"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DRAWING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
_OWN_ID = "rIdKept"
_AFTER_DRAWING = (
    *("legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)
"""What may follow a drawing in a worksheet, by the schema's order."""


def drawing_of(package: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of a sheet's drawing where it can be carried over whole.

    Not where it shares the sheet with controls, embedded objects or slicers, whose other halves stay behind.
    """
    root = parse_xml(package.read(sheet))
    drawing = root.find(f"{MAIN}drawing")
    if drawing is None or any(root.find(f".//{MAIN}{tag}") is not None for tag in ("controls", "oleObjects")):
        return None
    part = dict(_relations(package, sheet)).get(drawing.get(f"{_R}id", ""))
    if part is None or part not in package.NameToInfo or b"slicer" in package.read(part):
        return None
    return part


def extensions_of(package: zipfile.ZipFile, sheet: str) -> tuple[list[Any], bool]:
    """The extensions of a sheet that stand for themselves, and whether there are others, which need further parts."""
    found = parse_xml(package.read(sheet)).find(f"{MAIN}extLst")
    every = [] if found is None else list(found)
    alone = [ext for ext in every if not any(str(key).startswith(_R) for node in ext.iter() for key in node.attrib)]
    return alone, len(alone) < len(every)


def with_kept_parts(original: bytes, edited: bytes, titles: Collection[str]) -> bytes:
    """``edited`` with the drawings and extensions of the sheets ``titles`` as they stand in ``original``."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as before,
        zipfile.ZipFile(io.BytesIO(edited)) as after,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as rewritten,
    ):
        sources = sheet_parts(before)
        changed: dict[str, bytes] = {}
        kept: set[str] = set()
        for title, part in sheet_parts(after).items():
            source = sources.get(title) if title in titles else None
            if source is None:
                continue
            drawing, (extensions, _) = drawing_of(before, source), extensions_of(before, source)
            if drawing is None and not extensions:
                continue
            root = parse_xml(after.read(part))
            if drawing is not None:
                kept |= set(_reachable(before, drawing))
                rels = _rels_of(part)
                changed[rels] = _with_relation(after.read(rels) if rels in after.NameToInfo else None, drawing)
                _put_drawing(root)
            if extensions:
                holder = etree.SubElement(root, f"{MAIN}extLst")
                holder.extend(deepcopy(ext) for ext in extensions)
                _tie_rules(parse_xml(before.read(source)), root)
            changed[part] = _written(root)
        if kept:
            changed["[Content_Types].xml"] = _with_types(before, after.read("[Content_Types].xml"), kept)
        for name in dict.fromkeys((*after.namelist(), *changed)):
            rewritten.writestr(name, changed[name] if name in changed else after.read(name))
        for name in sorted(kept):
            rewritten.writestr(f"{FOLDER}/{name}", before.read(name))
            if (rels := _rels_of(name)) in before.NameToInfo:
                rewritten.writestr(f"{FOLDER}/{rels}", _moved(before.read(rels)))
    return out.getvalue()


def _rels_of(part: str) -> str:
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relations(package: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """(id, part) of what a part leads to inside the package."""
    rels = _rels_of(part)
    if rels not in package.NameToInfo:
        return
    for relation in parse_xml(package.read(rels)):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            place = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
            yield relation.get("Id", ""), posixpath.normpath(place)


def _reachable(package: zipfile.ZipFile, part: str) -> Iterator[str]:
    """A part and all parts it leads to."""
    waiting, seen = [part], set()
    while waiting:
        one = waiting.pop()
        if one in seen or one not in package.NameToInfo:
            continue
        seen.add(one)
        yield one
        waiting += [target for _, target in _relations(package, one)]


def _with_relation(rels: bytes | None, drawing: str) -> bytes:
    root = parse_xml(f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'.encode() if rels is None else rels)
    etree.SubElement(root, f"{_RELATIONS}Relationship", Id=_OWN_ID, Type=_DRAWING, Target=f"/{FOLDER}/{drawing}")
    return _written(root)


def _put_drawing(root: Any) -> None:
    for old in root.findall(f"{MAIN}drawing"):
        root.remove(old)
    made = etree.Element(f"{MAIN}drawing", {f"{_R}id": _OWN_ID})
    after = next((node for node in root if node.tag in {f"{MAIN}{tag}" for tag in _AFTER_DRAWING}), None)
    if after is None:
        root.append(made)
    else:
        after.addprevious(made)


def _tie_rules(before: Any, after: Any) -> None:
    """Gives rules back the thread to their newer half; without it a data bar would be drawn twice."""
    ties = {key: tie for key, rule in _rules(before) if (tie := rule.find(f"{MAIN}extLst")) is not None}
    for key, rule in _rules(after):
        if key in ties and rule.find(f"{MAIN}extLst") is None:
            rule.append(deepcopy(ties[key]))


def _rules(root: Any) -> Iterator[tuple[tuple[str | None, ...], Any]]:
    for block in root.iter(f"{MAIN}conditionalFormatting"):
        for rule in block.iter(f"{MAIN}cfRule"):
            yield (block.get("sqref"), rule.get("type"), rule.get("priority")), rule


def _moved(rels: bytes) -> bytes:
    """Relations whose targets count from the package's root lead into the new folder; relative ones lead there anyway."""
    root = parse_xml(rels)
    for relation in root:
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target.startswith("/"):
            relation.set("Target", f"/{FOLDER}{target}")
    return _written(root)


def _with_types(before: zipfile.ZipFile, types: bytes, kept: Collection[str]) -> bytes:
    declared = parse_xml(before.read("[Content_Types].xml"))
    own = {node.get("PartName", "").lstrip("/"): node.get("ContentType") for node in declared.iter(f"{_TYPES}Override")}
    by_ending = {
        node.get("Extension", "").lower(): node.get("ContentType") for node in declared.iter(f"{_TYPES}Default")
    }
    root = parse_xml(types)
    for name in sorted(kept):
        kind = own.get(name) or by_ending.get(posixpath.splitext(name)[1].lstrip(".").lower())
        if kind:
            etree.SubElement(root, f"{_TYPES}Override", PartName=f"/{FOLDER}/{name}", ContentType=kind)
    return _written(root)


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
