"""``letters``: a feedback letter to every township and a reminder to those that have not reported, in one zip."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from analytics.commands import _documents
from analytics.text import Text, say

if TYPE_CHECKING:
    from analytics.export.dossier import Dossier
    from analytics.store import Store

SUMMARY = "给各乡镇的反馈函和催报函（压缩包） / letters to townships in one zip"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    _documents.add_arguments(parser, "FILE.zip")
    parser.add_argument("--townships", nargs="+", metavar="NAME", help="只给这些乡镇 / these townships only")


def run(args: argparse.Namespace) -> int:
    """See ``_documents.run``; 1 also for a township that does not exist."""
    return _documents.run(args, ".zip", lambda store, dossier: _made(store, dossier, args))


def _made(store: Store, dossier: Dossier, args: argparse.Namespace) -> bytes | Text:
    from analytics.documents import letters_package, wording_of

    unknown = [name for name in args.townships or () if name not in dossier.townships]
    if unknown:
        return say("没有这样的乡镇：{names}", names="、".join(unknown))
    return letters_package(dossier, wording_of(store, dossier, signer=args.signer).signer, args.townships)
