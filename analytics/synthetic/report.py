"""A township's report in prose as a Word file, with the truth of where each of its figures stands."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from analytics.synthetic.stated import Stated

FILE = "returns/2023/岘山镇法治政府建设工作报告（2023年度）.docx"
LINES = (
    "岘山镇2023年度法治政府建设工作报告",
    "县委依法治县办公室：",
    "2023年，岘山镇围绕县里的部署，把依法办事落到日常工作里。现将本镇2023年度法治政府建设情况报告如下。",
    "# 一、本年度做了哪些事",
    "（一）抓学习。镇党委理论学习中心组全年集中学法[central_group_study:4次]，专题研讨[seminars:4次]；利用干部例会组织镇村干部集体学习"
    "《宪法》《民法典》《安全生产法》等法律法规共[collective_study:16次]。组织全体干部参加网上学法考试，参学率[law_exam_study_rate:100%]、"
    "参考率[law_exam_attendance_rate:100％]、合格率[law_exam_pass_rate:100%]。",
    "（二）强队伍。为提高普法队伍的本领，全年举办普法骨干培训班[backbone_trainings:4期]，再由普法骨干进村入户宣讲[village_talks:30场次]。",
    "（三）广宣传。以赶集日、“12·4”国家宪法日等为契机，全年开展法治宣传活动[publicity_events:36场次]，累计发放普法宣传资料"
    "[leaflets:8万余份]，为群众提供法律咨询[people_served:2000余人次]。",
    "（四）进校园。与辖区中小学结对，全年开展法治进校园活动[school_events:10场次]，发放青少年普法手册[school_leaflets:4万余份]；"
    "法治副校长给学生上法治课[school_law_classes:6次]。",
    "# 二、党政主要负责人履行第一责任人职责的情况",
    "镇党委书记、镇长带头学法[leader_study:8次]，主持召开法治建设专题会议[leadership_meetings:12次]，重要事项亲自过问。",
    "# 三、存在的不足",
    "对照要求，我镇工作还存在以下不足：一是{demonstration_sites:示范创建有待推进，拿得出手的点不多}；二是{publicity_innovation:法治宣传的"
    "创新力度不够，办法还是老一套}；三是{new_problems:对新情况、新问题应对研究不够}。",
    "# 四、2024年的打算",
    "一是<创建民主法治示范村，争取有新的突破>；二是<创新宣传方式，用群众听得懂的案例讲法>；三是<充实调解队伍，把矛盾化解在村里>。",
    "岘山镇人民政府",
    "2024年2月22日",
)
"""The report in sentences of its own. [indicator:words] is a figure, {theme:words} a stated shortfall, <words> a plan."""

_MARK = re.compile(r"\[(?P<figure>\w+):(?P<words>[^\]]*)\]|\{(?P<theme>\w+):(?P<lack>[^}]*)\}|<(?P<plan>[^>]*)>")
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOCUMENT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


@dataclass(frozen=True, slots=True)
class Marked:
    """Something the report says, with its place: ``kind`` figure · gap · plan, ``name`` an indicator or a theme."""

    kind: str
    name: str
    words: str
    cell: str


def report(township: str, year: int, figures: dict[str, Stated]) -> tuple[bytes, bytes]:
    """The report as a Word file, and its truth as JSON lines. Raises KeyError where the text and ``figures`` differ."""
    return written(LINES, FILE, township, year, figures)


def written(
    lines: Iterable[str], file: str, township: str, year: int, figures: Mapping[str, Stated]
) -> tuple[bytes, bytes]:
    """Marked lines as a Word file, and its truth as JSON lines. Raises KeyError where text and ``figures`` differ."""
    paragraphs: list[tuple[str, bool]] = []
    said: list[Marked] = []
    for number, line in enumerate(lines, start=1):
        text, marks = _plain(line.removeprefix("# "), number)
        paragraphs.append((text, line.startswith("# ")))
        said += marks
    if {m.name for m in said if m.kind == "figure"} != set(figures):
        raise KeyError(f"{file}: the report and the figures differ")
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _truth(said, file, township, year, figures))
    return word_file(paragraphs), rows.encode()


def _plain(line: str, number: int) -> tuple[str, list[Marked]]:
    text = ""
    said = []
    at = 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        words = match["words"] or match["lack"] or match["plan"]
        kind = "figure" if match["figure"] else "gap" if match["theme"] else "plan"
        cell = f"¶{number}:{len(text)}-{len(text) + len(words)}"
        said.append(Marked(kind, match["figure"] or match["theme"] or "", words, cell))
        text += words
        at = match.end()
    return text + line[at:], said


def _truth(
    said: list[Marked], file: str, township: str, year: int, figures: Mapping[str, Stated]
) -> Iterator[dict[str, object]]:
    for one in said:
        row: dict[str, object] = {"file": file, "kind": one.kind, "township": township, "year": year}
        if one.kind == "figure":
            stated = figures[one.name]
            row |= {"indicator": one.name, "value": stated.value, "qualifier": stated.qualifier, "state": stated.state}
        elif one.kind == "gap":
            row |= {"theme": one.name}
        yield row | {"raw": one.words, "sheet": None, "cell": one.cell}


def word_file(paragraphs: list[tuple[str, bool]]) -> bytes:
    """A Word document of (text, whether it is a heading); equal input gives equal bytes."""
    body = "".join(_paragraph(text, heading=heading) for text, heading in paragraphs)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{_DOCUMENT_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_DOCUMENT_RELATION}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_SPACE}"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, _HEAD + content)
    return out.getvalue()


def _paragraph(text: str, *, heading: bool) -> str:
    outline = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' if heading else ""
    weight = "<w:rPr><w:b/></w:rPr>" if heading else ""
    return f'<w:p>{outline}<w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
