"""What a reader could not see in a file, as codes in ``Workbook.notes`` and as sentences for the sender."""

from __future__ import annotations

from analytics.model import Problem, Severity
from analytics.text import say

VALUES_ONLY = "values_only"
"""No number formats, hidden parts, comments and formulas; error cells and uncomputed formulas look blank."""
DOUBTFUL_CHARACTERS = "doubtful_characters"
"""Some bytes fitted no encoding and became U+FFFD."""
UNPAIRED_QUOTES = "unpaired_quotes"
"""A quotation mark is missing: rows may be cut in the wrong places."""


def note_as_problem(code: str, name: str) -> Problem:
    """The question to ask about the file ``name`` for one of its workbook's notes."""
    if code == DOUBTFUL_CHARACTERS:
        message = say("文件“{name}”中有个别乱码字符，请核对读出的文字和数字。", name=name)
    elif code == UNPAIRED_QUOTES:
        message = say("文件“{name}”中的引号不成对，各列可能错位，请核对读出的数字。", name=name)
    else:
        message = say("文件“{name}”只能读出数值，隐藏行列、数字格式和错误值看不到，请核对读出的数字。", name=name)
    return Problem(Severity.QUESTION, code, message)
