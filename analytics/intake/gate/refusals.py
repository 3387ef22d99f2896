"""The sentences with which a file is turned away: what it is, and what to do."""

from __future__ import annotations

from pathlib import PurePath

from analytics.model import Problem, Severity
from analytics.text import say


def N_(message: str) -> str:  # noqa: N802 the name gettext looks for
    """Marks a message for translation where it is only kept."""
    return message


MESSAGES = {
    "empty": N_("文件“{name}”是空的，请检查后重新上传。"),
    "too_large": N_("文件“{name}”超过 20 MB，不像一份报表；请删去图片和无关的工作表，另存后再上传。"),
    "too_much": N_("文件“{name}”解开后内容过大，没有读取；请新建一个文件，只复制报表内容，再上传。"),
    "too_many_cells": N_("文件“{name}”的单元格太多，没有读取；请删去空白的行列和多余的格式，另存后再上传。"),
    "far_cell": N_("文件“{name}”在离报表很远的地方还有内容，没有读取；请删去报表以外的行列，另存后再上传。"),
    "overlapping_cells": N_(
        "文件“{name}”里有的数写在合并单元格下面，位置分不清，没有读取；请在 Excel 或 WPS 中另存为 .xlsx，再上传。"
    ),
    "too_many_sheets": N_("文件“{name}”的工作表太多，没有读取；请只保留报表所在的工作表，另存后再上传。"),
    "damaged": N_("文件“{name}”已损坏或不完整，打不开；请在 Excel 或 WPS 中打开后另存，再上传。"),
    "dangerous": N_("文件“{name}”的内部结构异常，为安全起见没有读取；请新建一个文件，只复制报表内容，再上传。"),
    "damaged_text": N_("文件“{name}”已损坏或不完整，打不开；请在 Word 或 WPS 中打开后另存为 .docx，再上传。"),
    "foreign_xml": N_("文件“{name}”的内部编码少见，没有读取；请在 Excel 或 WPS 中另存为 .xlsx，再上传。"),
    "unknown_encoding": N_("文件“{name}”的文字编码无法识别；请在 Excel 或 WPS 中打开后另存为 .xlsx，再上传。"),
    "unknown_encoding_text": N_("文件“{name}”的文字编码无法识别；请用记事本打开，另存为 UTF-8 编码，再上传。"),
    "encrypted": N_("文件“{name}”已加密，请在 Excel 中取消密码后另存，再上传。"),
    "encrypted_archive": N_("压缩包“{name}”已加密，请解压后直接上传其中的报表。"),
    "word_document": N_("“{name}”是旧版 Word 文档（.doc），请在 Word 或 WPS 中另存为 .docx，再上传。"),
    "open_document_text": N_("“{name}”是 OpenDocument 文字文档（.odt），请在 Word 或 WPS 中另存为 .docx，再上传。"),
    "scanned": N_("“{name}”里只有图片，像是扫描件，图片里的字读不出来；请上传可以编辑的 Word 文档，或把正文粘贴进来。"),
    "no_text": N_("文件“{name}”里没有文字；请检查是否传错了文件。"),
    "encrypted_text": N_("文件“{name}”已加密，请在 Word 或 WPS 中取消密码后另存，再上传。"),
    "too_large_text": N_("文件“{name}”超过 20 MB；请在 Word 中删去或压缩图片，另存后再上传。"),
    "prose": N_("“{name}”是文字报告，没有工作表可以显示。"),
    "wps_document": N_("“{name}”是 WPS 文字文档（.wps），请在 WPS 中另存为 .docx，再上传。"),
    "slides": N_("“{name}”是演示文稿，不是报表；请上传 Excel 报表或 Word 报告（.docx）。"),
    "pdf": N_("“{name}”是 PDF 文件，读不出内容；请上传原来的 Excel 报表或 Word 报告（.docx）。"),
    "ofd": N_("“{name}”是 OFD 版式文件，读不出内容；请上传原来的 Excel 报表或 Word 报告（.docx）。"),
    "picture": N_("“{name}”是图片，读不出内容；请上传原来的 Excel 报表或 Word 报告（.docx）。"),
    "archive": N_("“{name}”是压缩包，请解压后上传其中的报表。"),
    "archive_in_archive": N_("压缩包“{name}”里还有压缩包，请解压后直接上传其中的报表。"),
    "archive_too_large": N_("压缩包“{name}”内容过多或过大，请解压后分批上传其中的报表。"),
    "archive_without_files": N_("压缩包“{name}”里没有文件，请检查后重新上传。"),
    "program": N_("“{name}”是程序文件，不是报表；请上传 Excel 报表。"),
    "web_archive": N_("“{name}”是网页存档（.mht），请在 Excel 中打开后另存为 .xlsx，再上传。"),
    "rich_text": N_("“{name}”是 RTF 文档，请在 Word 或 WPS 中另存为 .docx，再上传。"),
    "numbers": N_("“{name}”是苹果 Numbers 表格，请导出为 .xlsx，再上传。"),
    "not_a_table": N_(
        "“{name}”不是能识别的文件；请上传 Excel 报表（.xlsx、.xls、.et、.ods、.csv）或工作报告（.docx、.txt）。"
    ),
    "no_table": N_("文件“{name}”里没有表格内容；请检查是否传错了文件。"),
    "refused": N_("文件“{name}”没有读成，已停止读取；请新建一个文件，只复制报表内容，再上传。"),
    "too_slow": N_("文件“{name}”在 {seconds} 秒内没有读完，已停止读取；请新建一个文件，只复制报表内容，再上传。"),
    "too_heavy": N_("文件“{name}”占用内存过多，已停止读取；请新建一个文件，只复制报表内容，再上传。"),
}


TEXTS = frozenset({".doc", ".docx", ".docm", ".wps"})
_OF_TEXTS = {
    "damaged": "damaged_text",
    "unknown_encoding": "damaged_text",
    "encrypted": "encrypted_text",
    "too_large": "too_large_text",
}
"""Endings of running text: what cannot be opened is to be saved anew by a program for texts."""


class Refused(Exception):  # noqa: N818 it is a decision, not an error
    """Thrown inside the gate and the readers to give up a file; its first argument is a key of MESSAGES."""

    @property
    def code(self) -> str:
        """The key of the sentence to say."""
        return str(self.args[0])


def refusal(code: str, name: str, *, as_code: str | None = None, **values: object) -> Problem:
    """The Problem for a file that is turned away. ``as_code`` stands in the Problem where it differs."""
    ending = PurePath(name).suffix.lower()
    sentence = _OF_TEXTS.get(code, code) if ending in TEXTS else code
    if code == "unknown_encoding" and ending == ".txt":
        sentence = "unknown_encoding_text"
    return Problem(Severity.ERROR, as_code or code, say(MESSAGES[sentence], name=name or "?", **values))
