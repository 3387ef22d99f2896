"""The .docx itself: an empty document in the official format, made once, into which bodies are written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips

from analytics.export.word.blocks import Block, Picture
from analytics.export.word.body import body_xml, xml_safe, xml_text
from analytics.export.word.format import NS, font_table, footer, styles

BODY_PART = "word/document.xml"
CORE_PART = "docProps/core.xml"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself (文件属性)."""

    title: str
    author: str
    subject: str
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Empty:
    data: bytes
    references: str


def word_file(blocks: Sequence[Block], about: About) -> bytes:
    """The blocks as an editable .docx in the official document format."""
    empty = _empty()
    if any(isinstance(b, Picture) for b in blocks):
        return _with_pictures(empty, blocks, about)
    return _plain(empty, body_xml(blocks, empty.references, _no_picture), about)


def _plain(empty: _Empty, body: str, about: About) -> bytes:
    """Only the body differs from letter to letter: the other parts are taken over as they were packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(empty.data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.namelist():
            data = parts.read(name)
            if name == BODY_PART:
                start = data.index(b"<w:body>") + len(b"<w:body>")
                data = data[:start] + body.encode("utf-8") + b"</w:body></w:document>"
            elif name == CORE_PART:
                data = _core(about).encode("utf-8")
            package.writestr(zipfile.ZipInfo(name, _zip_time(about)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _with_pictures(empty: _Empty, blocks: Sequence[Block], about: About) -> bytes:
    document = docx.Document(io.BytesIO(empty.data))
    part = document.part

    def draw(picture: Picture, width: int) -> str:
        inline = part.new_pic_inline(io.BytesIO(picture.png), width=Twips(width))
        inline.docPr.set("descr", picture.alt)
        inline.docPr.set("name", picture.alt[:60])
        # The namespaces of the drawing are declared on its own element, so it can stand in the text of a body.
        return f"<w:drawing>{inline.xml}</w:drawing>"

    body = document.element.body
    filled = parse_xml(f"<w:body {NS}>{body_xml(blocks, empty.references, draw)}</w:body>")
    body.clear()
    for child in list(filled):
        body.append(child)
    _set_core(document, about)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _no_picture(picture: Picture, width: int) -> str:
    raise AssertionError(picture.alt, width)


@lru_cache(maxsize=1)
def _empty() -> _Empty:
    """A document without content that has the styles, footers and fonts, and the references to its footers."""
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    _set_styles(document)
    part = document.sections[0]
    for foot, align in ((part.footer, "right"), (part.even_page_footer, "left")):
        foot.is_linked_to_previous = False
        element = foot._element
        for child in list(element):
            element.remove(child)
        element.append(parse_xml(footer(align)))
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    references = "".join(
        f'<w:footerReference {names} w:type="{r.get(qn("w:type"))}" r:id="{r.get(qn("r:id"))}"/>'
        for r in part._sectPr.findall(qn("w:footerReference"))
    )
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = font_table().encode("utf-8")
    out = io.BytesIO()
    document.save(out)
    return _Empty(out.getvalue(), references)


def _set_styles(document: Document) -> None:
    sheet = document.styles.element
    ours = styles()
    for style in list(sheet):
        if style.tag == qn("w:style") and style.get(qn("w:styleId")) in ours:
            sheet.remove(style)
    for xml in ours.values():
        sheet.append(parse_xml(xml))


def _zip_time(about: About) -> tuple[int, int, int, int, int, int]:
    at = about.made_at or datetime.now(UTC)
    return (max(at.year, 1980), at.month, at.day, at.hour, at.minute, at.second // 2 * 2)


def _core(about: About) -> str:
    at = (about.made_at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml_text(about.title[:250])}</dc:title><dc:subject>{xml_text(about.subject[:250])}</dc:subject>"
        f"<dc:creator>{xml_text(about.author[:250])}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified></cp:coreProperties>'
    )


def _set_core(document: Document, about: About) -> None:
    at = (about.made_at or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)
    core = document.core_properties
    core.title, core.subject, core.author, core.comments = (
        *(xml_safe(w[:250]) for w in (about.title, about.subject, about.author)),
        "",
    )
    core.created = core.modified = at
