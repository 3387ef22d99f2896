"""Reports in prose: paragraphs → sentences → figures, shortcomings and plans, by rules that name their evidence.

Precision before recall: what a sentence does not say for the whole township and the whole year is left out, and
two different numbers for one thing are asked about, never chosen between.
"""

from analytics.intake.narrative.choosing import added, asked, kept
from analytics.intake.narrative.report import read_narrative, read_text

__all__ = ["added", "asked", "kept", "read_narrative", "read_text"]
