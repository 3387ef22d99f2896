"""Every kind of export, in the order of the screen. A new kind is a module beside this one and a name here."""

from __future__ import annotations

from ui.exports.brief import BRIEF
from ui.exports.figures import FIGURES
from ui.exports.kind import Export
from ui.exports.letters import LETTERS
from ui.exports.pictures import PICTURES
from ui.exports.workbook import WORKBOOK

EXPORTS: tuple[Export, ...] = (WORKBOOK, BRIEF, LETTERS, PICTURES, FIGURES)
