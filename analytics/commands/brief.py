"""``brief``: the county's yearly analysis as an editable Word file in the official document format."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.commands import _documents
from analytics.text import Text, reason_of, say

if TYPE_CHECKING:
    from analytics.export.dossier import Dossier
    from analytics.store import Store

SUMMARY = "全县分析材料（Word 公文） / the Word brief"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    _documents.add_arguments(parser, "FILE.docx")
    parser.add_argument("--to", dest="addressee", metavar="NAME", help="主送机关，如 县委、县政府 / addressee")
    parser.add_argument("--title", help="标题 / title")
    parser.add_argument("--no-charts", dest="charts", action="store_false", help="不放图表 / without charts")
    parser.add_argument(
        "--template",
        type=Path,
        metavar="FILE.docx",
        help="本县自己的模板，默认取设置里的，占位符见 docs/brief-template.md / the county's own template",
    )


def run(args: argparse.Namespace) -> int:
    """See ``_documents.run``."""
    return _documents.run(args, ".docx", lambda store, dossier: _made(store, dossier, args))


def _made(store: Store, dossier: Dossier, args: argparse.Namespace) -> bytes | Text:
    from analytics.documents import brief, held_template, wording_of

    if not dossier.reported:
        held = "、".join(map(str, sorted({int(y) for y in dossier.figures["year"]}))) or "—"
        return say("{year}年没有数据。已有数据的年份：{held}", year=dossier.year, held=held)
    own = held_template(store)
    template = own.data if own else None
    if args.template:
        try:
            template = args.template.read_bytes()
        except OSError as fault:
            return say("模板 {path} 不能读：{reason}", path=args.template, reason=reason_of(fault))
    wording = wording_of(store, dossier, title=args.title, addressee=args.addressee, signer=args.signer)
    return brief(dossier, wording, charts=args.charts, template=template)
