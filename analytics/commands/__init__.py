"""The command line, one verb a file.

A verb is a module with ``SUMMARY``, ``add_arguments(parser)`` and ``run(args) -> int``. Modules are imported only when
their verb is asked for, so that ``read`` does not wait for pandas or SQLAlchemy.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from analytics.text import Text, reason_of, translate

VERBS = {
    "read": "analytics.commands.read",
    "import": "analytics.commands.import_",
    "template": "analytics.commands.template",
    "compare": "analytics.commands.compare",
    "brief": "analytics.commands.brief",
    "letters": "analytics.commands.letters",
    "data": "analytics.commands.data",
    "gaps": "analytics.commands.gaps",
    "questions": "analytics.commands.questions",
    "headings": "analytics.commands.headings",
    "generate": "analytics.commands.generate",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb and returns its exit status: 0 done, 1 something could not be used, 2 wrong arguments."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name need not be text in any encoding; one that is not is shown with a mark, not raised.
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="python -m analytics", description="县域法治看板:命令行 / command line")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    asked = next((word for word in words if word in VERBS), None)
    modules: dict[str, ModuleType] = {}
    for verb, path in VERBS.items():
        if asked in (verb, None):  # none asked for: the overview names what each one does
            modules[verb] = import_module(path)
            modules[verb].add_arguments(verbs.add_parser(verb, help=modules[verb].SUMMARY))
        else:
            verbs.add_parser(verb)
    try:
        args = parser.parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        status = int(modules[args.verb].run(args))
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader of a pipe went away: nothing to say
        say_no_more()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as fault:
        _complain(_of_a_file(fault))
        return 1
    except ModuleNotFoundError as fault:
        _complain(translate("没有装齐所需的程序包（{name}），请用本文件夹里 .venv 的 Python 运行。", name=fault.name))
        return 1
    except Exception as fault:
        text = getattr(fault, "text", None)
        if isinstance(text, Text):  # a store that fails on the way, a roster or a catalogue that cannot be used
            _complain(text.zh)
            return 1
        logging.getLogger("analytics").debug("unexpected", exc_info=fault)
        print(f"程序内部错误,请把这一行发给维护人员:{type(fault).__name__}: {fault}", file=sys.stderr)
        return 1


def say_no_more() -> None:
    """Lets what is still printed go nowhere, because nobody reads it any more or it cannot be written."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of_a_file(fault: OSError) -> str:
    reason = reason_of(fault).zh
    if fault.filename is None:  # what is printed could not be written
        say_no_more()
        return translate("输出写不下去：{reason}", reason=reason)
    return translate("{path} 不能读或写：{reason}", path=fault.filename, reason=reason)


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)
