"""The marked workbook: the township's own file with its doubtful cells marked, and its way back.

``marked_workbook`` makes it; ``without_marks`` takes the marks off what comes back and reads the typed explanations.
"""

from analytics.intake.marked.recognise import without_marks
from analytics.intake.marked.writing import marked_workbook

__all__ = ["marked_workbook", "without_marks"]
