"""The Word brief (with and without charts) and 25 letters, over python-docx writing the same paragraphs and cells.

The floor knows every text before it starts and sets none; ours compares the years, composes the sentences, draws the
charts and sets the official format.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
from export import figures
from timing import alternating, line

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.checks import County, find_gaps, find_questions
from analytics.documents import brief
from analytics.export.brief import brief_blocks, usual_wording
from analytics.export.dossier import Dossier
from analytics.export.letters import letter_blocks, letters
from analytics.export.word.blocks import Block, Paragraph, Table

ROUNDS = 5


def plainly(blocks: list[Block]) -> bytes:
    """The same texts, as plainly as python-docx can write them."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(block.lead + block.text)
        elif isinstance(block, Table):
            table = document.add_table(rows=len(block.rows), cols=len(block.widths))
            for row, texts in zip(table.rows, block.rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def main() -> None:
    """Prints a line for the brief with charts, without, and for the letters."""
    catalogue = load_catalogue()
    names = [f"示例{n:02d}镇" for n in range(25)]
    roster = Roster(tuple(Township(str(n), name) for n, name in enumerate(names)))
    frame = figures(catalogue, names)
    county = County(frame, catalogue, roster)
    gaps, questions = find_gaps(county, 2025), find_questions(county, 2025)
    wording = usual_wording("示例县", 2025)

    def dossier() -> Dossier:
        moment = datetime(2026, 1, 20, tzinfo=UTC)
        return Dossier(frame, catalogue, roster, 2025, 2024, "示例县", gaps=gaps, questions=questions, made_at=moment)

    blocks = brief_blocks(dossier(), (), wording)
    for what, charts in (("with charts", True), ("without charts", False)):
        took = alternating(
            lambda charts=charts: brief(dossier(), wording, charts=charts), lambda: plainly(blocks), ROUNDS
        )
        print(line(f"Word brief of 25 townships {what}", *took))
    every = [letter_blocks(dossier(), name, wording.signer) for name in names]
    took = alternating(lambda: list(letters(dossier())), lambda: [plainly(b) for b in every], ROUNDS)
    print(line("letters to 25 townships", *took))


if __name__ == "__main__":
    main()
